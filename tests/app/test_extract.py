"""`postil extract`: documents that the schema knows, on standard output or one a file; what cannot be read is named and passed over."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Ran, Run, assert_document, assert_tells, program, seeds, spawn
from tests.bad_input import GOOD, surroundings
from tests.privileges import as_unprivileged


def documents(ran: Ran) -> list[dict[str, Any]]:
    """The JSON lines of a run."""
    return [json.loads(line) for line in ran.out.splitlines()]


def test_every_seed_gives_a_document_that_the_schema_knows(run: Run, tmp_path: Path) -> None:
    ran = run("extract", *seeds(), "--out", tmp_path / "out")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [path.with_suffix(".json").name for path in seeds()]
    for seed in seeds():
        document = json.loads((tmp_path / "out" / f"{seed.stem}.json").read_text("utf-8"))
        assert_document(document)
        text = seed.read_text("utf-8")
        quoted = [evidence for annotation in document["annotations"] for evidence in annotation["evidence"]]
        assert quoted
        assert all(text[evidence["start"] : evidence["end"]] == evidence["exact"] for evidence in quoted)
        assert {annotation["state"] for annotation in document["annotations"]} == {"suggested"}


def test_json_lines_say_the_same_as_files(run: Run, articles: Path, tmp_path: Path) -> None:
    lines = documents(run("extract", articles))
    run("extract", articles, "--out", tmp_path / "out")
    files = [json.loads(path.read_text("utf-8")) for path in sorted((tmp_path / "out").iterdir())]
    assert [document["article"]["file"] for document in lines] == ["one.txt", "two.txt"]
    assert lines == files


def test_no_project_and_no_settings_are_made(run: Run, articles: Path, own_home: Path) -> None:
    assert run("extract", articles).code == 0
    assert not own_home.exists()


def test_folders_and_files_are_read_once_each(run: Run, articles: Path) -> None:
    (articles / "deep").mkdir()
    (articles / "deep" / "three.txt").write_text(GOOD.replace("60", "70"), "utf-8")
    (articles / "picture.png").write_bytes(b"\x89PNG")
    (articles / ".hidden.txt").write_text(GOOD, "utf-8")
    ran = run("extract", articles, articles / "one.txt", articles / "deep")
    assert [document["article"]["file"] for document in documents(ran)] == ["three.txt", "one.txt", "two.txt"]


def test_a_folder_without_articles_is_named(run: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("extract", tmp_path / "empty", articles)
    assert ran.code == 1
    assert len(documents(ran)) == 2
    assert_tells(ran.err, "empty")


def test_the_second_file_of_a_name_is_refused_and_the_first_kept(run: Run, articles: Path, tmp_path: Path) -> None:
    (articles / "deep").mkdir()
    twin = articles / "deep" / "one.txt"
    twin.write_text(GOOD.replace("60", "70"), "utf-8")
    ran = run("extract", articles / "one.txt", twin, articles / "two.txt", "--out", tmp_path / "out")
    assert ran.code == 1
    assert_tells(ran.err, str(twin))
    assert str(articles / "one.txt") in ran.err
    assert "60" in (tmp_path / "out" / "one.json").read_text("utf-8")
    assert (tmp_path / "out" / "two.json").exists()


def test_a_later_run_writes_again(run: Run, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for words in ("60 billion", "70 billion"):
        (articles / "one.txt").write_text(GOOD.replace("60 billion", words), "utf-8")
        assert run("extract", articles, "--out", out).code == 0
        assert words in (out / "one.json").read_text("utf-8")
    assert sorted(path.name for path in out.iterdir()) == ["one.json", "two.json"]


def test_results_that_may_not_be_written_are_named(run: Run, articles: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    with as_unprivileged():
        ran = run("extract", articles, "--out", closed / "out")
        inside = run("extract", articles, "--out", closed)
    assert (ran.code, inside.code) == (1, 1)
    assert_tells(ran.err, str(closed / "out"))
    for line, name in zip(inside.err.splitlines(), ("one.json", "two.json"), strict=True):
        assert_tells(line, str(closed / name))
    assert "may not be written" in inside.err


def test_a_file_in_the_place_of_the_folder_is_named_and_kept(run: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    ran = run("extract", articles, "--out", tmp_path / "out")
    assert ran.code == 1
    assert_tells(ran.err, str(tmp_path / "out"))
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def test_a_folder_in_the_place_of_a_document_is_named_and_the_rest_goes_on(run: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "one.json").mkdir(parents=True)
    ran = run("extract", articles, "--out", tmp_path / "out")
    assert ran.code == 1
    assert_tells(ran.err, "one.json")
    assert (tmp_path / "out" / "two.json").is_file()


def test_a_reader_that_has_read_enough_ends_it_quietly(articles: Path) -> None:
    for number in range(60):
        (articles / f"more-{number}.txt").write_text(GOOD.replace("60", str(1000 + number)), "utf-8")
    with subprocess.Popen(program("extract", articles), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings()) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"{")
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_documents_are_utf_8_whatever_the_terminal_speaks(encoding: str) -> None:
    vietnamese = seeds()[-1]
    ran = spawn("extract", vietnamese, PYTHONIOENCODING=encoding, LC_ALL="C")
    assert ran.code == 0, ran.err
    assert "đ" in ran.out
    assert_document(json.loads(ran.out))


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_file_whose_name_is_no_text_is_read_all_the_same(run: Run, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text(GOOD, "utf-8")
    except OSError:
        pytest.skip("this file system takes text only")
    ran = run("extract", tmp_path / name)
    assert (ran.code, ran.err) == (0, "")
    assert documents(ran)[0]["article"]["file"] == "caf?.txt"


def test_what_is_said_names_nothing_of_this_machine(articles: Path, tmp_path: Path) -> None:
    (articles / "empty.txt").touch()
    ran = spawn("extract", "articles", "nowhere.txt", cwd=tmp_path)
    assert ran.code == 1
    assert str(tmp_path) not in ran.out + ran.err
    assert [line.split(":")[0] for line in ran.err.splitlines()] == [str(Path("articles", "empty.txt")), "nowhere.txt"]
