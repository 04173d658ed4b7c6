"""`postil import`, `export`, `verify`, `rebuild`: over a project on disk, with words for people and JSON for programs."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from pathlib import Path

import pytest

from postil.app import headless
from postil.operations.projects import open_project
from postil.operations.rows import LibraryFilter
from postil.store import driver
from tests import fakes
from tests.app.conftest import Run, assert_document, assert_tells, seeds, spawn
from tests.bad_input import GOOD, prints, untouched
from tests.privileges import as_unprivileged


def names(project: Path) -> list[str]:
    """The articles of a project, by file."""
    session = open_project(project, read_only=True)
    try:
        return sorted(row.name for row in session.queries.library(LibraryFilter()).rows)
    finally:
        session.close()


def test_import_makes_the_project_and_its_suggestions(run: Run, articles: Path, tmp_path: Path) -> None:
    ran = run("import", tmp_path / "Trade 2024", articles)
    assert (ran.code, ran.out, ran.err) == (0, "2 articles imported\n", "")
    session = open_project(tmp_path / "Trade 2024")
    assert session.project_title == "Trade 2024"
    assert session.queries.count_unanalysed() == 0
    assert all(session.queries.annotations(row.id) for row in session.queries.library(LibraryFilter()).rows)
    session.close()


def test_import_without_suggestions_leaves_them_for_later(run: Run, articles: Path, tmp_path: Path) -> None:
    assert run("import", tmp_path / "p", articles, "--no-suggestions").code == 0
    session = open_project(tmp_path / "p")
    assert session.queries.count_unanalysed() == 2
    session.close()


def test_what_is_there_already_is_passed_over(run: Run, project: Path, articles: Path) -> None:
    assert run("import", project, articles / "one.txt").code == 0
    before = prints(project)["store.sqlite3"]
    ran = run("import", project / "project.postil", articles / "one.txt")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == ["1 article was there already and was passed over.", "0 articles imported"]
    assert prints(project)["store.sqlite3"] == before
    assert names(project) == ["article-0.txt", "one.txt"]


def test_many_batches_are_one_step_of_undo(run: Run, project: Path, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headless, "BATCH", 2)
    run("import", project, articles / "one.txt")
    for number in range(5):
        (articles / f"more-{number}.txt").write_text(GOOD.replace("60", str(1000 + number)), "utf-8")
    (articles / "more-1.txt").write_bytes(b"")
    ran = run("import", project, articles, "--no-suggestions")
    assert ran.code == 1
    assert ran.out.splitlines()[-1] == "5 articles imported"
    assert len(names(project)) == 7
    session = open_project(project)
    session.undo()
    assert session.undo_state().undo == "import articles"
    session.close()
    assert names(project) == ["article-0.txt", "one.txt"]


def test_a_batch_of_known_articles_does_not_join_earlier_work(run: Run, project: Path, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headless, "BATCH", 1)
    (articles / "known.txt").write_text(fakes.TEXT, "utf-8")  # the project has its very bytes: nothing is written for it
    ran = run("import", project, articles, "--no-suggestions")
    assert ran.out.splitlines()[-1] == "2 articles imported"
    session = open_project(project)
    session.undo()
    assert session.undo_state().undo == "accept suggestion"
    assert len(session.queries.library(LibraryFilter()).rows) == 1
    session.close()


def test_nothing_to_import_makes_no_project(run: Run, tmp_path: Path) -> None:
    ran = run("import", tmp_path / "p", tmp_path / "gone.txt")
    assert (ran.code, ran.out) == (1, "0 articles imported\n")
    assert_tells(ran.err, "gone.txt")
    assert not (tmp_path / "p").exists()


def test_a_folder_with_other_things_in_it_becomes_no_project(run: Run, articles: Path) -> None:
    with untouched(articles):
        ran = run("import", articles, articles / "one.txt")
    assert ran.code == 1
    assert_tells(ran.err, str(articles))


def test_an_article_that_the_suggester_stumbles_over_is_named_and_kept(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from postil.operations import analysis

    def stumble(_text: str, *_rest: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(analysis, "analyse", stumble)
    ran = run("import", tmp_path / "p", articles / "one.txt")
    assert ran.code == 1
    assert ran.out == "1 article imported\n"
    assert "Exports rise" in ran.err
    assert names(tmp_path / "p") == ["one.txt"]


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_export_writes_what_people_made(run: Run, project: Path, tmp_path: Path, kind: str) -> None:
    out = tmp_path / f"out.{kind}"
    with untouched(project):
        ran = run("export", project, "--out", out)
    assert (ran.code, ran.out, ran.err) == (0, f"1 annotation written to {out}\n", "")
    if kind == "csv":
        rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()[1:]))
        assert [row["state"] for row in rows] == ["draft"]
    else:
        (document,) = (json.loads(line) for line in out.read_text("utf-8").splitlines())
        assert_document(document)
    approved = run("export", project, "--out", out, "--approved")
    assert approved.out.startswith("0 annotations")


def test_the_format_may_be_said(run: Run, project: Path, tmp_path: Path) -> None:
    assert run("export", project, "--out", tmp_path / "out.txt", "--format", "jsonl").code == 0
    assert json.loads((tmp_path / "out.txt").read_text("utf-8"))
    ran = run("export", project, "--out", tmp_path / "out.doc")
    assert ran.code == 1
    assert_tells(ran.err, "out.doc")
    assert not (tmp_path / "out.doc").exists()


def test_a_read_only_project_is_exported_and_verified(run: Run, project: Path, tmp_path: Path) -> None:
    for path in project.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    project.chmod(0o555)
    with untouched(project), as_unprivileged():
        assert run("export", project, "--out", tmp_path / "out.csv").out.startswith("1 annotation")
        assert run("verify", project).code == 0
        rebuilt = run("rebuild", project)
        taken = run("import", project, tmp_path / "out.csv", seeds()[0])
    project.chmod(0o755)
    assert rebuilt.code == 1
    assert_tells(rebuilt.err, str(project))
    assert taken.code == 1
    assert_tells(taken.err.splitlines()[-1], str(project))
    assert "reading and export only" in taken.err


@pytest.mark.parametrize("name", ["project.postil", "store.sqlite3", "receipt", "backups/old.csv"])
def test_an_export_spares_the_projects_own_files(run: Run, project: Path, name: str) -> None:
    with untouched(project):
        ran = run("export", project, "--out", project / name, "--format", "csv")
    assert ran.code == 1
    assert_tells(ran.err, Path(name).name)


@pytest.mark.parametrize("place", ["nowhere/out.csv", "taken.csv"])
def test_a_place_that_cannot_be_written_is_named(run: Run, project: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "taken.csv").mkdir()
    ran = run("export", project, "--out", tmp_path / place)
    assert ran.code == 1
    assert_tells(ran.err, str(tmp_path / place))
    assert ".part" not in ran.err
    assert not (tmp_path / "nowhere").exists()


def test_verify_tells_people_and_programs(run: Run, project: Path) -> None:
    with untouched(project):
        ran = run("verify", project)
        report = json.loads(run("verify", project, "--json").out)
    assert ran.code == 0
    assert ran.out.startswith("“Test” is sound")
    assert "1 article" in ran.out
    assert (report["sound"], report["articles"], report["problems"]) == (True, 1, [])


def test_an_article_that_is_one_long_word_is_searched_and_verified(run: Run, project: Path, tmp_path: Path) -> None:
    """SQLite cuts words of the index at 32 KiB, in the midst of a letter."""
    (tmp_path / "long.txt").write_text("漢" * 20_000, "utf-8")
    assert run("import", project, tmp_path / "long.txt").code == 0
    ran = run("verify", project)
    assert (ran.code, ran.err) == (0, "")
    assert run("rebuild", project).code == 0


def test_verify_finds_what_was_tampered_with(run: Run, project: Path) -> None:
    with closing(driver.library.connect(str(project / "store.sqlite3"), isolation_level=None)) as raw:
        raw.execute("DROP TRIGGER journal_keeps")
        raw.execute("UPDATE journal SET body = CAST(replace(CAST(body AS TEXT), '\"draft\"', '\"submitted\"') AS BLOB)")
    ran = run("verify", project)
    assert ran.code == 1
    assert "problem" in ran.out.splitlines()[0]
    assert ran.out.splitlines()[-1].startswith("Next: ")
    assert json.loads(run("verify", project, "--json").out)["problems"]


def test_rebuild_derives_the_same_again_and_keeps_a_copy(run: Run, project: Path) -> None:
    before = run("export", project, "--out", project.parent / "a.jsonl")
    with closing(driver.library.connect(str(project / "store.sqlite3"), isolation_level=None)) as raw:
        raw.execute("DELETE FROM annotation")
    assert run("verify", project).code == 1
    ran = run("rebuild", project)
    assert ran.code == 0
    (copy,) = (project / "backups").iterdir()
    assert str(copy) in ran.out
    assert run("verify", project).code == 0
    again = run("export", project, "--out", project.parent / "b.jsonl")
    assert (before.code, again.code) == (0, 0)
    assert (project.parent / "a.jsonl").read_text("utf-8") == (project.parent / "b.jsonl").read_text("utf-8")
    assert json.loads(run("rebuild", project, "--json").out)["records"] > 0


def test_reports_name_nothing_of_this_machine(project: Path, tmp_path: Path) -> None:
    import getpass
    import platform

    for words in (("verify", "project"), ("verify", "project", "--json"), ("rebuild", "project", "--json"), ("export", "project", "--out", "o.csv")):
        ran = spawn(*words, cwd=tmp_path, USER="somebody-here", HOSTNAME="some-host")
        assert ran.code == 0, ran.err
        said = ran.out + ran.err
        assert str(tmp_path) not in said
        assert not {platform.node(), getpass.getuser(), "somebody-here", "some-host"} & set(said.replace("\n", " ").split(" "))
