"""Bad projects and bad files in the window: a notice that names file, cause and next step; the window lives, and nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from postil.app import bootstrap
from postil.app.bootstrap import build_window
from postil.domain.annotation import State
from postil.operations.changes import Location
from postil.operations.projects import open_project
from postil.operations.rows import LibraryFilter
from postil.operations.suggestions import AcceptSuggestions
from postil.store import driver
from postil.ui.conductor import Conductor, conductor_of
from postil.ui.importing.preview import ImportPreview
from postil.ui.notices import Level, Notice
from postil.ui.settings import SettingsFile
from tests import fakes
from tests.bad_input import BAD, DAMAGES, GOOD, fill, held, small_disk, untouched
from tests.flows.conftest import in_dialog, open_window, press
from tests.privileges import as_unprivileged


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A closed project with an article, its suggestions, and one of them accepted."""
    return fakes.closed_project(tmp_path / "project")


@pytest.fixture
def start(qtbot: QtBot) -> Conductor:
    """A window on the start page."""
    SettingsFile().set_value("suggest_on_import", value=False)
    window = build_window(None, inline_jobs=True)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return conductor_of(window)


@pytest.fixture
def at_work(project: Path, qtbot: QtBot) -> Conductor:
    """A window on the project."""
    SettingsFile().set_value("suggest_on_import", value=False)
    return conductor_of(open_window(qtbot, open_project(project)))


def told(conductor: Conductor, *names: str) -> Notice:
    """The notice on view: an error or a warning, whole, and nothing lies over it."""
    notice = conductor.notices.current_notice()
    assert notice is not None
    assert notice.level in (Level.ERROR, Level.WARNING)
    assert notice.cause
    assert all(name in notice.what for name in names), notice
    card = conductor.notices
    assert card.isVisible()
    QApplication.processEvents()
    on_top = conductor.window.childAt(card.mapTo(conductor.window, card.rect().center()))
    assert on_top is not None
    assert on_top is card or card.isAncestorOf(on_top), f"{type(on_top).__name__} lies over the notice"
    return notice


def assert_whole(notice: Notice) -> None:
    """It says what happened, to what, and what to do."""
    assert notice.what
    assert notice.cause.endswith((".", "?"))
    assert notice.next_step.endswith((".", "?"))


def recent(conductor: Conductor, folder: Path) -> QPushButton:
    """The button of the start page that opens a project of late."""
    conductor.start_page.show_recent((str(folder),))
    buttons = [b for b in conductor.start_page.findChildren(QPushButton) if b.text() == folder.name]
    assert buttons
    return buttons[-1]


@pytest.fixture(params=DAMAGES.values(), ids=list(DAMAGES))
def damaged(request: pytest.FixtureRequest, project: Path) -> tuple[Path, str]:
    """A project that something happened to, with a sound copy beside it; and the file to be named."""
    shutil.copytree(project, project.with_name("sound"))
    request.param[0](project)
    return project, request.param[1]


def test_a_bad_project_becomes_a_notice_on_the_start_page(start: Conductor, damaged: tuple[Path, str]) -> None:
    project, name = damaged
    with untouched(project):
        recent(start, project).click()
    assert_whole(told(start, name))
    assert start.start_page.isVisible()
    assert not start.shell.dispatch.has_session
    recent(start, project.with_name("sound")).click()
    assert start.shell.dispatch.session.folder == project.with_name("sound"), "the next one opens from the same window"
    assert start.notices.current_notice() is None
    assert start.navigator.place == "library"


def test_a_bad_project_leaves_the_one_that_is_open(at_work: Conductor, project: Path, tmp_path: Path) -> None:
    bad = Path(shutil.copytree(project, tmp_path / "bad"))
    (bad / "store.sqlite3").write_bytes(b"nothing")
    at_work.take((bad,))
    assert_whole(told(at_work, "store.sqlite3"))
    assert at_work.shell.dispatch.session.folder == project
    article = fakes.first_article(at_work.shell.dispatch.session)
    suggestion = next(a for a in at_work.shell.dispatch.queries.annotations(article) if a.state is State.SUGGESTED)
    assert at_work.shell.dispatch.apply(AcceptSuggestions((suggestion.id,))) is not None


def test_a_project_that_is_put_right_opens_with_all_its_work(start: Conductor, damaged: tuple[Path, str]) -> None:
    project, name = damaged
    start.projects.open_path(str(project))
    shutil.copyfile(project.with_name("sound") / name, project / name)
    start.projects.open_path(str(project))
    queries = start.shell.dispatch.queries
    assert State.DRAFT in {a.state for a in queries.annotations(fakes.first_article(start.shell.dispatch.session))}


def test_what_cannot_be_opened_at_the_start_stays_on_view(start: Conductor, project: Path) -> None:
    (project / "store.sqlite3").write_bytes(b"nothing")
    bootstrap._enter(start, project, sample=False)
    assert_whole(told(start, "store.sqlite3"))
    assert start.start_page.isVisible()


def test_the_last_project_may_be_gone(start: Conductor, project: Path) -> None:
    start.shell.state.remember_project(project)
    shutil.rmtree(project)
    bootstrap._enter(start, None, sample=False)
    assert start.start_page.isVisible()
    assert "notices" not in start.__dict__, "what is gone is not offered, and nobody asked for it"
    start.projects.open_path(str(project))
    assert_whole(told(start, "project"))


def test_another_project_in_the_same_place_opens_as_its_own_people(start: Conductor, project: Path) -> None:
    start.projects.open_path(str(project))
    start.projects.close_project()
    shutil.rmtree(project)
    fakes.make_project(project, people=1, articles=0).close()
    start.projects.open_path(str(project))
    assert start.shell.dispatch.has_session
    assert start.shell.dispatch.queries.counts_by_state() == {}


def test_a_project_that_others_have_open_is_read(start: Conductor, project: Path) -> None:
    with held(project):
        recent(start, project).click()
        notice = told(start, "project")
        assert_whole(notice)
        assert "Lan" in notice.cause
        assert notice.action_text == "Open to read only"
        button = next(b for b in start.notices.findChildren(QPushButton) if b.text() == notice.action_text)
        assert button.isVisible()
        button.click()
        assert start.shell.dispatch.session.is_read_only
        article = fakes.first_article(start.shell.dispatch.session)
        suggestion = next(a for a in start.shell.dispatch.queries.annotations(article) if a.state is State.SUGGESTED)
        assert start.shell.dispatch.apply(AcceptSuggestions((suggestion.id,))) is None
        assert_whole(told(start, "project"))
    start.projects.close_project()
    start.projects.open_path(str(project))
    assert not start.shell.dispatch.session.is_read_only


def test_a_read_only_folder_is_read_with_a_warning_and_refuses_changes(start: Conductor, project: Path) -> None:
    for path in project.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    project.chmod(0o555)
    try:
        with untouched(project), as_unprivileged():
            start.projects.open_path(str(project))
            assert "reading and export only" in told(start).cause
            article = fakes.first_article(start.shell.dispatch.session)
            suggestion = next(a for a in start.shell.dispatch.queries.annotations(article) if a.state is State.SUGGESTED)
            assert start.shell.dispatch.apply(AcceptSuggestions((suggestion.id,))) is None
            assert_whole(told(start, "project"))
            start.projects.close_project()
    finally:
        project.chmod(0o755)


def test_a_disk_that_is_full_refuses_a_key_press_and_keeps_everything(at_work: Conductor) -> None:
    """The keys of an annotator: A on a suggestion, with no room for another page of the database."""
    session = at_work.shell.dispatch.session
    article = fakes.first_article(session)
    suggestion = next(a for a in session.queries.annotations(article) if a.state is State.SUGGESTED)
    at_work.shell.dispatch.go(Location(article, suggestion.id))
    before = session.store.journal.tail()
    pages = driver.scalar(session.store.connection, "PRAGMA page_count")
    session.store.connection.execute(f"PRAGMA max_page_count={pages}")
    refused = _press_until_full(at_work, article)
    notice = told(at_work, "store.sqlite3")
    assert_whole(notice)
    assert "full" in notice.cause
    states = {a.id: a.state for a in session.queries.annotations(article)}
    assert states[refused] is State.SUGGESTED, "what could not be saved is not shown as done"
    assert session.store.journal.tail().count > before.count
    session.store.connection.execute("PRAGMA max_page_count=1000000")
    press("Escape")
    assert at_work.notices.current_notice() is None
    assert at_work.shell.dispatch.apply(AcceptSuggestions((refused,))) is not None


def _press_until_full(conductor: Conductor, article: str) -> str:
    """Accept and undo by keys until a change does not fit any more; the suggestion that was not accepted."""
    session = conductor.shell.dispatch.session
    for _round in range(400):
        opened = [a.id for a in session.queries.annotations(article) if a.state is State.SUGGESTED]
        if not opened:
            for _each in range(20):
                press("Ctrl+Z")
            continue
        press("A")
        if "notices" in conductor.__dict__ and conductor.notices.current_notice() is not None:
            left = [a.id for a in session.queries.annotations(article) if a.state is State.SUGGESTED]
            assert left
            return left[0]
    raise AssertionError("the disk never filled up")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes."""
    with small_disk(tmp_path / "disk") as place:
        yield place


def test_a_project_on_a_full_disk_opens_to_read(start: Conductor, project: Path, disk: Path) -> None:
    place = Path(shutil.copytree(project, disk / "project"))
    fill(disk)
    with untouched(place):
        start.projects.open_path(str(place))
        assert start.shell.dispatch.session.is_read_only
        assert "full" in told(start).cause
        start.projects.close_project()


# --------------------------------------------------------------------------------------------------------------- files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two good articles, to be joined by bad ones."""
    made = tmp_path / "articles"
    made.mkdir()
    (made / "one.txt").write_text(GOOD, "utf-8")
    (made / "two.txt").write_text(GOOD.replace("60", "70"), "utf-8")
    return made


def names(conductor: Conductor) -> set[str]:
    """The articles of the open project, by file."""
    return {row.name for row in conductor.shell.dispatch.queries.library(LibraryFilter()).rows}


def accept(seen: list[tuple[str, str]], before: Callable[[], object] = lambda: None) -> Callable[[], None]:
    """Read the preview and press Import; `before` happens in between."""

    def work() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportPreview)
        table = dialog.findChild(QTableWidget)
        assert table is not None
        for row in range(table.rowCount()):
            name, what = table.item(row, 0), table.item(row, 1)
            assert name is not None
            assert what is not None
            seen.append((name.text(), what.text()))
        before()
        dialog.accept_button.click()

    return work


@pytest.mark.parametrize("make", BAD, ids=lambda make: make.__name__)
def test_a_bad_file_is_named_in_the_preview_and_the_others_come_in(at_work: Conductor, folder: Path, make: Callable[[Path], None]) -> None:
    make(folder / "bad.txt")
    seen: list[tuple[str, str]] = []
    in_dialog(accept(seen))
    with as_unprivileged():
        at_work.imports.import_paths([folder])
    said = dict(seen)
    assert said["one.txt"] == said["two.txt"] == "will be imported"
    assert said["bad.txt"].count(". ") >= 1, "cause and next step"
    assert names(at_work) == {"article-0.txt", "one.txt", "two.txt"}


def test_a_file_that_vanishes_after_the_preview_is_named_and_the_others_come_in(at_work: Conductor, folder: Path) -> None:
    in_dialog(accept([], before=(folder / "one.txt").unlink))
    at_work.imports.import_paths([folder])
    assert_whole(told(at_work, "one.txt"))
    assert names(at_work) == {"article-0.txt", "two.txt"}


def test_a_folder_without_articles_is_said(at_work: Conductor, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    at_work.imports.import_paths([tmp_path / "empty"])
    assert told(at_work).next_step
    assert names(at_work) == {"article-0.txt"}


def test_files_dropped_on_the_start_page_are_told_where_to_go(start: Conductor, folder: Path) -> None:
    start.take((folder / "one.txt",))
    assert told(start).next_step
    assert start.start_page.isVisible()


@pytest.mark.parametrize("text", ["", " \n ", "\x00\x01\x02" * 50, "x" * (10 * 1024 * 1024 + 1)], ids=["nothing", "blank", "binary", "too long"])
def test_a_pasted_text_that_is_no_article_is_refused(at_work: Conductor, text: str) -> None:
    at_work.imports.import_text(text, "pasted")
    assert_whole(told(at_work, "pasted"))
    assert names(at_work) == {"article-0.txt"}


def test_twenty_bad_files_are_one_card_with_the_others_behind_it(at_work: Conductor, folder: Path) -> None:
    for number in range(25):
        (folder / f"{number}.txt").write_text(f"{GOOD}{number}", "utf-8")

    def lose_most() -> None:
        for number in range(25):
            (folder / f"{number}.txt").write_bytes(b"")

    in_dialog(accept([], before=lose_most))
    at_work.imports.import_paths([folder])
    assert_whole(told(at_work, ".txt"))
    assert names(at_work) == {"article-0.txt", "one.txt", "two.txt"}
    at_work.window.activateWindow()  # as a window manager does when a dialog closes
    at_work.navigator.view("library").focus_target().setFocus()
    for _each in range(30):
        press("Escape")
    assert at_work.notices.current_notice() is None
