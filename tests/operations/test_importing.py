"""What an import will do is known before it does it; a bad file never stops the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.base import paths
from postil.base.errors import InputError, PostilError
from postil.domain.article import ArticleDraft
from postil.operations import importing
from postil.operations.articles import ImportArticles
from postil.operations.importing import Fate
from postil.operations.rows import LibraryFilter
from tests import fakes


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.txt").write_text("One article\nwith 3 words\n", "utf-8")
    (folder / "b.txt").write_text("One article\nwith 3 words\n", "utf-8")
    (folder / "c.txt").write_text("One article\r\nwith 3 words\r\n", "utf-8", newline="")
    (folder / "d.txt").write_bytes(b"\0\0\0")
    (folder / "e.txt").write_bytes(b"")
    (folder / "f.txt").write_text("Another article\n", "utf-8")
    return folder


def fates(plan: importing.ImportPlan) -> dict[str, Fate]:
    return {file.name: file.fate for file in plan.files}


def test_a_plan_says_what_will_happen_to_each_file(files: Path) -> None:
    plan = importing.scan([files, files / "missing.txt"])
    assert fates(plan) == {
        "a.txt": Fate.NEW,
        "b.txt": Fate.SAME_FILE,
        "c.txt": Fate.SAME_TEXT,
        "d.txt": Fate.ERROR,
        "e.txt": Fate.ERROR,
        "f.txt": Fate.NEW,
        "missing.txt": Fate.ERROR,
    }
    assert plan.new == 3
    assert {error.what for error in plan.errors} == {"d.txt", "e.txt", "missing.txt"}
    assert all(error.next_step for error in plan.errors)
    twin = next(file for file in plan.files if file.name == "c.txt")
    assert twin.twin == "a.txt"


def test_a_plan_knows_what_the_project_has(files: Path, tmp_path: Path) -> None:
    with fakes.project(tmp_path / "p", articles=0) as session:
        drafts, errors = importing.read_files([files / "a.txt", files / "d.txt"])
        assert [e.what for e in errors] == ["d.txt"]
        session.apply(ImportArticles(drafts))
        plan = importing.scan([files], *importing.known_articles(session.queries))
        assert fates(plan)["a.txt"] is Fate.KNOWN
        assert fates(plan)["c.txt"] is Fate.SAME_TEXT
        assert fates(plan)["f.txt"] is Fate.NEW
        session.undo()
        assert fates(importing.scan([files], *importing.known_articles(session.queries)))["a.txt"] is Fate.NEW


def test_what_is_planned_is_what_comes_in(files: Path, tmp_path: Path) -> None:
    with fakes.project(tmp_path / "p", articles=0) as session:
        plan = importing.scan([files])
        drafts, _errors = importing.read_files([file.path for file in plan.files if file.will_import])
        session.apply(ImportArticles(drafts))
        assert session.queries.library(LibraryFilter()).total == plan.new


def test_the_bytes_are_kept_and_the_text_only_once(tmp_path: Path) -> None:
    with fakes.project(tmp_path / "p", articles=0, people=1) as session:
        same, other = fakes.draft("Plain\n1\n"), importing.pasted("Pasted\n2\n", "p.txt")
        session.apply(ImportArticles((same,)))
        assert session.store.connection.execute("SELECT count(*) FROM blob").fetchone()[0] == 1
        windows = ArticleDraft("w.txt", "Đà\r\n".encode(), "Đà\n", "utf-8")
        session.apply(ImportArticles((windows, other)))
        article = next(r for r in session.queries.library(LibraryFilter()).rows if r.name == "w.txt")
        assert session.queries.article(article.id).text == "Đà\n"
        whole = session.queries.article(article.id)
        assert whole.raw_sha256 != whole.text_sha256


def test_the_five_seeds_come_in() -> None:
    drafts, errors = importing.read_files([paths.seeds()])
    assert (len(drafts), errors) == (5, ())


def test_pasted_text() -> None:
    assert importing.pasted("Some words\n", "p").text == "Some words\n"
    for text in ("", "   "):
        with pytest.raises(InputError) as caught:
            importing.pasted(text, "p")
        assert isinstance(caught.value, PostilError)
