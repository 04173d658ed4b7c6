"""Search, status bar, navigation and notices in the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from postil.app.bootstrap import build_window
from postil.base.errors import InputError, PostilError, StoreError
from postil.operations import projects
from postil.operations.articles import CorrectMeta
from postil.operations.changes import Changes, Location, Touched
from postil.operations.rows import LibraryFilter
from postil.operations.session import Session
from postil.ui.analysis import AnalysisRunner
from postil.ui.conductor import Conductor, conductor_of
from postil.ui.frame.matching import score
from postil.ui.notices import Level, Notice

if TYPE_CHECKING:
    from postil.operations.suggesting import Suggesting


def article_of(conductor: Conductor, row: int = 0) -> str:
    return conductor.shell.dispatch.queries.library(LibraryFilter(order="imported")).rows[row].id


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("theme", "Theme", "Next theme"),
        ("the", "Light theme", "Text in other hands, bathed"),
        ("chu de", "Chủ đề sáng", "Màu của chữ"),
        ("dong", "Đồng Nai", "Hà Nội"),
    ],
)
def test_the_better_answer_scores_more(query: str, better: str, worse: str) -> None:
    assert score(query, better) > score(query, worse)


def test_every_word_must_be_found() -> None:
    assert score("light theme", "Light theme")
    assert not score("light house", "Light theme")
    assert score("view dark", "Dark theme", "View")
    assert score("", "anything") == 1


class Search:
    """The search field, driven by keys."""

    def __init__(self, conductor: Conductor) -> None:
        self.box = conductor.window.top_bar.search
        conductor.window.activateWindow()
        conductor.shell.actions.trigger("search.run")

    def type(self, text: str) -> None:
        QTest.keyClicks(self.box, text)
        self.box._pause.timeout.emit()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.box, key)

    def found(self) -> list[str]:
        results = self.box.results()
        return [hit.text for hit in results.hits()] if results is not None and results.isVisible() else []


@pytest.fixture
def search(conductor: Conductor) -> Search:
    return Search(conductor)


def test_without_a_word_the_search_lists_what_can_be_done(search: Search) -> None:
    assert "Import files…" in search.found()


def test_an_action_is_found_without_its_accents_and_run(search: Search, conductor: Conductor) -> None:
    conductor.shell.settings.set_value("language", "vi")
    search.type("chu de toi")
    assert search.found()[0] == "Chủ đề tối"
    search.press(Qt.Key.Key_Return)
    assert conductor.shell.settings.values.theme == "dark"
    assert search.found() == []
    assert search.box.text() == ""


def test_an_article_is_found_by_its_words_and_opened(search: Search, conductor: Conductor) -> None:
    gone: list[Location] = []
    conductor.shell.dispatch.location.disconnect(conductor.navigator.show_location)
    conductor.shell.dispatch.location.connect(gone.append)
    search.type("cooperation")
    assert search.found()[0] == "Un nouvel accord"
    search.press(Qt.Key.Key_Return)
    assert [location.article for location in gone] == [article_of(conductor, 1)]


def test_enter_answers_what_stands_there_now(search: Search, conductor: Conductor) -> None:
    QTest.keyClicks(search.box, "high contrast")
    search.press(Qt.Key.Key_Return)
    assert conductor.shell.settings.values.theme == "high_contrast"


def test_arrows_choose_and_escape_steps_back_one_level(search: Search, conductor: Conductor) -> None:
    search.type("theme")
    results = search.box.results()
    assert results is not None
    assert results._list.currentRow() == 0
    search.press(Qt.Key.Key_Down)
    assert results._list.currentRow() == 1
    search.press(Qt.Key.Key_Escape)
    assert search.box.text() == ""
    assert search.box.hasFocus()
    search.press(Qt.Key.Key_Escape)
    assert not search.box.hasFocus()
    assert not results.isVisible()


def test_what_cannot_run_is_grey_and_stays_put(search: Search) -> None:
    search.type("redo")
    results = search.box.results()
    assert results is not None
    assert not next(hit for hit in results.hits() if hit.key == "action:edit.redo").is_enabled
    search.press(Qt.Key.Key_Return)
    assert search.box.text() == "redo"


def test_the_status_bar_says_what_is_saved_left_and_undone(conductor: Conductor) -> None:
    bar = conductor.window.status_bar
    conductor.shell.dispatch.apply(CorrectMeta(article=article_of(conductor), field="publisher", value="VNA"))
    assert bar._saved.text().startswith("Saved ")
    assert bar._left.text() == "2 of 2 articles left"
    assert bar._undo.text() == "Undo: correct article details"
    assert conductor.shell.actions.action("edit.undo").isEnabled()
    assert conductor.shell.actions.action("edit.undo").text() == "Undo: correct article details"


def test_the_status_bar_counts_questions_on_the_workbench(conductor: Conductor) -> None:
    conductor.shell.dispatch.set_article(article_of(conductor))
    conductor.status.set_place("workbench")
    assert conductor.window.status_bar._left.text() == "0 open of 0"


def test_the_status_bar_speaks_the_language_in_use(conductor: Conductor) -> None:
    before = conductor.window.status_bar._left.text()
    conductor.shell.settings.set_value("language", "fr")
    assert conductor.window.status_bar._left.text() not in ("", before)
    assert conductor.window.status_bar._language.text() == "fr"


def test_the_status_bar_leaves_words_out_before_it_overflows(conductor: Conductor) -> None:
    bar = conductor.window.status_bar
    conductor.shell.dispatch.apply(CorrectMeta(article=article_of(conductor), field="publisher", value="VNA"))
    bar.resize(1600, bar.height())
    assert bar._person.text() == "Lan · Annotator"
    assert bar._undo.isVisible()
    bar.resize(520, bar.height())
    assert bar._person.text() == "Lan"
    assert not bar._undo.isVisible()


def test_work_behind_is_shown_and_can_be_stopped(conductor: Conductor, qtbot: QtBot) -> None:
    bar = conductor.window.status_bar
    bar.show_work("import", "Importing 1 of 2…", 1, 2)
    bar.show_work("analysis", "Looking through 2 articles…", 0, 2)
    assert bar._work.text() == "Importing 1 of 2…"
    with qtbot.waitSignal(bar.stop_requested) as asked:
        bar._stop.click()
    assert asked.args == ["import"]
    bar.show_work("import", "", 0, 0)
    assert bar._work.text() == "Looking through 2 articles…"
    bar.show_work("analysis", "", 0, 0)
    assert not bar._progress.isVisible()


def test_places_open_by_key_and_the_way_back_is_remembered(conductor: Conductor) -> None:
    navigator, actions = conductor.navigator, conductor.shell.actions
    conductor.window.activateWindow()
    QTest.keyClick(conductor.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert navigator.place == "review"
    assert actions.action("go.review").isChecked()
    assert not actions.action("go.library").isChecked()
    actions.trigger("go.library")
    actions.trigger("go.back")
    assert navigator.place == "review"
    actions.trigger("go.back")
    assert navigator.place == "library"
    assert not actions.action("go.back").isEnabled()
    actions.trigger("go.forward")
    assert navigator.place == "review"


def test_a_place_is_built_when_it_is_first_opened(conductor: Conductor) -> None:
    assert conductor.navigator.built() == ("library",)
    conductor.navigator.open("review")
    assert conductor.navigator.built() == ("library", "review")


def test_the_last_place_is_where_the_next_start_begins(conductor: Conductor) -> None:
    conductor.navigator.open("review")
    assert conductor.shell.state.value("place") == "review"
    conductor.show_session()
    assert conductor.navigator.place == "review"


def test_every_menu_opens_with_icons(conductor: Conductor) -> None:
    menu = conductor.window.top_bar.menu()
    menus = [inner for inner in (action.menu() for action in menu.actions()) if isinstance(inner, QMenu)]
    assert [m.objectName() for m in menus][:3] == ["menu.project", "menu.edit", "menu.article"]
    for inner in menus:
        inner.aboutToShow.emit()
        assert all(not action.icon().isNull() for action in inner.actions() if not action.isSeparator())


def test_a_project_that_can_only_be_read_says_so(session: Session, quiet: None, qtbot: QtBot) -> None:
    folder = session.folder
    session.close()
    window = build_window(projects.open_project(folder, read_only=True), inline_jobs=True)
    qtbot.addWidget(window)
    assert window.status_bar._saved.text() == "Read only"
    assert window.shell.dispatch.apply(CorrectMeta(article=article_of(conductor_of(window)), field="title", value="x")) is None
    assert conductor_of(window).notices.current_notice() is not None
    window.close()


def test_side_panes_keep_their_widths(conductor: Conductor) -> None:
    panes = conductor.navigator.view("review").panes()
    assert panes is not None
    panes.moved.emit()
    assert not conductor.shell.state.bytes_value("panes.review").isEmpty()


def test_the_words_of_a_notice_have_the_width_of_the_card(conductor: Conductor) -> None:
    card = conductor.notices
    conductor.show_notice(
        Notice(Level.WARNING, "Something went wrong with a long name that has to be told in full.", what="file.toml:1", next_step="Mend it.")
    )
    QApplication.processEvents()
    for label in (card._what, card._cause, card._next):
        assert label.width() > card.width() * 0.7


class ThreeSteps:
    """Suggestions made in three steps, with a wish for how they end."""

    def __init__(self, end: Exception | None) -> None:
        self.end, self.steps, self.closed, self.renewed = end, 3, False, False

    @property
    def is_busy(self) -> bool:
        return self.steps > 0

    @property
    def pending(self) -> int:
        return self.steps

    def start(self, *, renew: bool = False) -> None:
        self.steps, self.renewed = 3, renew

    def poll(self) -> Changes | None:
        self.steps -= 1
        if self.steps == 1 and self.end is not None:
            raise self.end
        return Changes("suggest", frozenset({Touched.ANNOTATIONS}))

    def errors(self) -> list[PostilError]:
        return [InputError("It could not be read.", what="one.txt")]

    def close(self) -> None:
        self.steps, self.closed = 0, True


def run_of(conductor: Conductor, end: Exception | None) -> tuple[AnalysisRunner, ThreeSteps]:
    fake = ThreeSteps(end)
    conductor.shell.settings.set_value("suggest_on_import", value=True)
    return AnalysisRunner(conductor.shell.dispatch, conductor.shell.settings, lambda _session: cast("Suggesting", fake)), fake


def test_suggestions_come_in_with_progress_and_troubles_are_said(conductor: Conductor) -> None:
    runner, fake = run_of(conductor, None)
    told: list[tuple[int, int]] = []
    changes: list[Changes] = []
    runner.progressed.connect(lambda done, total: told.append((done, total)))
    conductor.shell.dispatch.changed.connect(changes.append)
    runner.start()
    while runner._timer.isActive():
        runner._poll()
    assert told == [(1, 3), (2, 3), (0, 0)]
    assert len(changes) == 3
    notice = conductor.notices.current_notice()
    assert notice is not None
    assert (notice.what, notice.cause) == ("one.txt", "It could not be read.")
    runner.close()
    assert fake.closed


def test_stopping_keeps_what_was_made(conductor: Conductor) -> None:
    runner, fake = run_of(conductor, None)
    runner.start()
    runner.stop()
    assert not runner._timer.isActive()
    assert fake.steps == 0


def test_an_error_stops_the_work_and_is_said(conductor: Conductor) -> None:
    runner, _fake = run_of(conductor, StoreError("The disk is full.", what="project", next_step="Make room."))
    runner.start()
    runner._poll()
    assert not runner._timer.isActive()
    notice = conductor.notices.current_notice()
    assert notice is not None
    assert notice.cause == "The disk is full."


def test_a_bug_stops_the_work_and_is_raised(conductor: Conductor) -> None:
    runner, _fake = run_of(conductor, KeyError("bug"))
    runner.start()
    with pytest.raises(KeyError):
        runner._poll()
    assert not runner._timer.isActive()


def test_nobody_wants_suggestions_then_none_are_made(conductor: Conductor) -> None:
    runner, fake = run_of(conductor, None)
    conductor.shell.settings.set_value("suggest_on_import", value=False)
    runner.start()
    assert not runner._timer.isActive()
    runner.renew_suggestions()  # asked for, they are made all the same
    assert fake.renewed
