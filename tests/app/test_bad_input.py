"""Files that cannot be read and projects that cannot be opened, from the command line: what is said, and that nothing is lost."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from postil.ingest.reader import LARGEST_BYTES
from postil.operations.projects import open_project
from postil.operations.rows import LibraryFilter
from postil.store import driver
from postil.store.receipt import Receipt
from tests.app.conftest import Ran, Run, assert_tells, program
from tests.bad_input import BAD, DAMAGES, GOOD, HOLD, another_format, fill, held, oversized, prints, small_disk, surroundings, untouched, vanished
from tests.privileges import as_unprivileged


@pytest.fixture(params=BAD, ids=lambda make: make.__name__)
def bad(request: pytest.FixtureRequest, articles: Path) -> Path:
    """A bad file between two good ones."""
    path = articles / "nothing-good.txt"
    request.param(path)
    return path


def test_extract_names_a_bad_file_and_goes_on(run: Run, bad: Path, articles: Path) -> None:
    with as_unprivileged():
        ran = run("extract", articles)
    assert ran.code == 1
    assert [json.loads(line)["article"]["file"] for line in ran.out.splitlines()] == ["one.txt", "two.txt"]
    (line,) = ran.err.splitlines()
    assert_tells(line, str(bad))


def test_import_names_a_bad_file_and_takes_the_others(run: Run, bad: Path, articles: Path, tmp_path: Path) -> None:
    with as_unprivileged():
        ran = run("import", tmp_path / "p", articles, "--no-suggestions")
    assert ran.code == 1
    assert ran.out == "2 articles imported\n"
    (line,) = ran.err.splitlines()
    assert_tells(line, str(bad))
    session = open_project(tmp_path / "p")
    assert sorted(row.name for row in session.queries.library(LibraryFilter()).rows) == ["one.txt", "two.txt"]
    session.close()


def test_a_bad_file_named_directly_is_told_the_same(run: Run, bad: Path, articles: Path) -> None:
    with as_unprivileged():
        ran = run("extract", articles / "one.txt", bad)
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 1
    assert_tells(ran.err.strip(), str(bad))


def test_a_huge_file_is_never_opened(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    oversized(articles / "huge.txt")
    opened: list[str] = []
    real = Path.open

    def watched(path: Path, *rest: Any, **more: Any) -> Any:
        opened.append(path.name)
        return real(path, *rest, **more)

    monkeypatch.setattr(Path, "open", watched)
    ran = run("extract", articles)
    assert ran.code == 1
    assert "10 MB" in ran.err
    assert "huge.txt" not in opened
    assert {"one.txt", "two.txt"} <= set(opened)


def test_a_file_of_exactly_the_limit_comes_in(run: Run, articles: Path, tmp_path: Path) -> None:
    (articles / "limit.txt").write_bytes(GOOD.encode() + b"\n" * (LARGEST_BYTES - len(GOOD)))
    (articles / "over.txt").write_bytes(GOOD.encode() + b"\n" * (LARGEST_BYTES - len(GOOD) + 1))
    ran = run("import", tmp_path / "p", articles, "--no-suggestions")
    assert ran.out == "3 articles imported\n"
    assert_tells(ran.err.strip(), "over.txt")


@pytest.mark.parametrize("make", [another_format, vanished], ids=["another format", "vanished"])
def test_what_is_passed_over_in_a_folder_is_named_when_asked_for(run: Run, articles: Path, make: Callable[[Path], None]) -> None:
    make(articles / "x.txt")
    name = next(path for path in articles.iterdir() if path.stem == "x")
    ran = run("extract", name)
    assert (ran.code, ran.out) == (1, "")
    assert_tells(ran.err.strip(), name.name)


def test_a_folder_that_may_not_be_entered_is_named(run: Run, articles: Path) -> None:
    closed = articles / "closed"
    closed.mkdir(mode=0)
    try:
        with as_unprivileged():
            ran = run("extract", articles)
    finally:
        closed.chmod(0o755)
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 2
    assert_tells(ran.err.strip(), "closed")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are a Unix thing")
def test_what_is_no_file_at_all_is_never_waited_for(run: Run, articles: Path) -> None:
    os.mkfifo(articles / "pipe.txt")
    ran = run("extract", articles, "/dev/null")
    assert len(ran.out.splitlines()) == 2
    assert len(ran.err.splitlines()) == 2
    assert_tells(ran.err.splitlines()[0], "pipe.txt")


# ------------------------------------------------------------------------------------------------------------ projects


@pytest.fixture(params=DAMAGES.values(), ids=list(DAMAGES))
def damaged(request: pytest.FixtureRequest, project: Path) -> tuple[Path, str]:
    """A project that something happened to, with a sound copy beside it; and the file to be named."""
    shutil.copytree(project, project.with_name("sound"))
    request.param[0](project)
    return project, request.param[1]


COMMANDS = ("import", "export", "verify", "rebuild")


def attempt(run: Run, command: str, project: Path, articles: Path) -> Ran:
    """Run one of the commands that need a project."""
    more = {"import": (articles / "one.txt",), "export": ("--out", project.with_name("out.csv"))}.get(command, ())
    return run(command, project, *more)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_damaged_project_is_named_and_left_as_it_is(run: Run, damaged: tuple[Path, str], articles: Path, command: str) -> None:
    project, name = damaged
    with untouched(project):
        ran = attempt(run, command, project, articles)
    assert (ran.code, ran.out) == (1, "")
    (line,) = ran.err.splitlines()
    assert_tells(line, name)
    assert not project.with_name("out.csv").exists()


def test_a_project_that_is_put_right_opens_with_all_its_work(run: Run, damaged: tuple[Path, str], articles: Path) -> None:
    project, name = damaged
    sound = project.with_name("sound")
    for command in COMMANDS:
        attempt(run, command, project, articles)
    shutil.copyfile(sound / name, project / name)
    assert run("verify", project).code == 0
    ran = run("export", project, "--out", project.with_name("out.jsonl"))
    assert ran.out.startswith("1 annotation")


def test_a_project_that_is_not_there(run: Run, tmp_path: Path) -> None:
    for command, more in (("export", ("--out", tmp_path / "o.csv")), ("verify", ()), ("rebuild", ())):
        ran = run(command, tmp_path / "nowhere", *more)
        assert ran.code == 1
        assert_tells(ran.err.strip(), "nowhere")
    assert list(tmp_path.iterdir()) == []


def test_a_project_that_another_process_has_open_names_who(run: Run, project: Path, articles: Path) -> None:
    with held(project):
        for command in ("import", "rebuild"):
            with untouched(project):
                ran = attempt(run, command, project, articles)
            assert ran.code == 1
            assert_tells(ran.err.strip(), str(project))
            assert "Lan" in ran.err
        assert run("verify", project).code == 0
        assert attempt(run, "export", project, articles).out.startswith("1 annotation")
    assert attempt(run, "import", project, articles).code == 0


def test_a_project_whose_owner_was_killed_opens_again(run: Run, project: Path, articles: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(project)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=surroundings()) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        other.kill()
        other.wait(30)
    assert (project / "lock.json").exists(), "nobody tidied up"
    assert attempt(run, "import", project, articles).code == 0


# ----------------------------------------------------------------------------------------------------------- full disks


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes."""
    with small_disk(tmp_path / "disk") as place:
        yield place


def test_a_project_on_a_full_disk_is_read_and_nothing_is_lost(run: Run, project: Path, articles: Path, tmp_path: Path, disk: Path) -> None:
    place = Path(shutil.copytree(project, disk / "project"))
    filler = fill(disk)
    with untouched(place):
        taken = attempt(run, "import", place, articles)
        assert taken.code == 1
        assert_tells(taken.err.strip(), str(place))
        assert "full" in taken.err
        assert run("verify", place).code == 0
        assert run("export", place, "--out", tmp_path / "out.csv").out.startswith("1 annotation")
        there = run("export", place, "--out", disk / "out.csv")
        assert there.code == 1
        assert_tells(there.err.strip(), str(disk / "out.csv"))
        assert "full" in there.err
        rebuilt = run("rebuild", place)
        assert rebuilt.code == 1
        assert "full" in rebuilt.err
        written = run("extract", articles, "--out", disk / "out")
        assert written.code == 1
        assert [line.split(":")[0] for line in written.err.splitlines()] == [str(disk / "out" / f"{name}.json") for name in ("one", "two")]
    filler.unlink()
    assert attempt(run, "import", place, articles).out.startswith("1 article imported")
    assert run("verify", place).code == 0


def test_a_disk_that_fills_up_during_an_import_keeps_what_was_there(run: Run, project: Path, tmp_path: Path, disk: Path) -> None:
    place = Path(shutil.copytree(project, disk / "project"))
    many = tmp_path / "many"
    many.mkdir()
    for number in range(40):
        noise = "".join(chr(0x4E00 + (number * 7919 + n * 104729) % 20000) for n in range(20000))
        (many / f"{number}.txt").write_text(noise, "utf-8")
    filler = fill(disk, leave=700_000)
    ran = run("import", place, many, "--no-suggestions")
    assert ran.code == 1
    assert_tells(ran.err.strip(), "store.sqlite3")
    assert "full" in ran.err
    assert run("verify", place).code == 0
    assert run("export", place, "--out", tmp_path / "out.csv").out.startswith("1 annotation")
    filler.unlink()
    assert run("import", place, many / "1.txt", "--no-suggestions").out == "1 article imported\n"
    assert run("verify", place).code == 0


def test_a_full_disk_at_the_commit_is_told_and_undoes_the_import(run: Run, project: Path, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same by injection, where nothing can be mounted: SQLite finds no room for another page."""
    real = driver.prepare_writing

    def cramped(connection: driver.Connection) -> None:
        real(connection)
        connection.execute(f"PRAGMA max_page_count={driver.scalar(connection, 'PRAGMA page_count')}")

    (articles / "large.txt").write_text(GOOD * 2000, "utf-8")
    before = run("export", project, "--out", project.with_name("a.jsonl"))
    with monkeypatch.context() as patch:
        patch.setattr(driver, "prepare_writing", cramped)
        ran = run("import", project, articles)
    assert before.code == 0
    assert ran.code == 1
    assert_tells(ran.err.strip(), "store.sqlite3")
    assert "full" in ran.err
    assert run("verify", project).code == 0
    run("export", project, "--out", project.with_name("b.jsonl"))
    assert project.with_name("a.jsonl").read_bytes() == project.with_name("b.jsonl").read_bytes()
    assert run("import", project, articles, "--no-suggestions").out == "3 articles imported\n"


def test_a_receipt_without_room_costs_no_work(run: Run, project: Path, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_rest: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Receipt, "write", no_room)
        assert attempt(run, "import", project, articles).out == "1 article imported\n"
    assert run("verify", project).code == 0


def test_killed_between_batches_keeps_the_batches_that_were_told(project: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(450):
        (many / f"{number}.txt").write_text(f"{GOOD}{number}\n", "utf-8")
    (many / "200.txt").write_bytes(b"")  # the second batch begins by naming it
    command = program("import", project, *sorted(many.iterdir(), key=lambda path: int(path.stem)), "--no-suggestions")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings()) as process:
        assert process.stderr is not None
        assert b"200.txt" in process.stderr.readline()
        process.kill()
        process.wait(30)
    session = open_project(project)
    count = len(session.queries.library(LibraryFilter(), limit=1000).rows)
    session.close()
    assert count in (201, 400, 450)
    assert prints(project)
