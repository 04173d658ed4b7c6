"""The workbench in a real window, on the sample articles with suggestions that are always the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from postil.app.bootstrap import build_window
from postil.app.sample import checked_suggestions, create_sample
from postil.base.clock import FixedClock
from postil.domain.annotation import Annotation, Kind, State
from postil.domain.author import PersonRole
from postil.domain.review import Reason
from postil.domain.selector import Span
from postil.ingest.analyse import analyse
from postil.operations import projects
from postil.operations.changes import Location
from postil.operations.command import Command
from postil.operations.queries import Queries
from postil.operations.review import OpenReview, ReturnAnnotation
from postil.operations.rows import LibraryFilter
from postil.operations.session import Session
from postil.operations.suggestions import RecordRun
from postil.ui.conductor import conductor_of
from postil.ui.notices import Notice
from postil.ui.settings import SettingsFile
from postil.ui.view import Shell
from postil.ui.widgets.article_text.view import ArticleText
from postil.ui.window import MainWindow
from postil.ui.workbench.view import WorkbenchView

HERE = Path(__file__).parent
COMPLAINTS = ("propagateSizeHints", r"does not support raise\(\)", "does not support grabbing")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform complains about least sizes and about lists that pop up; that is its fault, not the window's."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore(*COMPLAINTS))


START_MS = 1_767_258_000_000


def press(keys: str) -> None:
    """Press keys in whatever has the focus ("Ctrl+Return", "A")."""
    combination: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]
    QTest.keyClick(focused(), combination.key(), combination.keyboardModifiers())
    QApplication.processEvents()


def type_in(text: str) -> None:
    """Type plain letters into whatever has the focus."""
    QTest.keyClicks(focused(), text)
    QApplication.processEvents()


def compose(text: str) -> None:
    """Type letters that only an input method makes."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(focused(), event)
    QApplication.processEvents()


def focused() -> QWidget:
    """The widget that gets the keys."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


@dataclass
class Table:
    """The window and short ways to what stands on the bench."""

    session: Session
    window: MainWindow
    notices: list[Notice]

    @property
    def shell(self) -> Shell:
        return conductor_of(self.window).shell

    @property
    def queries(self) -> Queries:
        return self.session.queries

    @property
    def view(self) -> WorkbenchView:
        found = self.window.findChild(WorkbenchView)
        assert found is not None
        return found

    @property
    def text(self) -> ArticleText:
        return self.view.text

    @property
    def focus(self) -> str:
        """The key of the focused card: the same in text and list."""
        in_text = self.text.painter.lit.focus
        shown = self.view.extraction.card.annotation
        assert not in_text or (shown is not None and in_text in (shown.id, shown.suggestion))
        return in_text

    @property
    def annotation(self) -> Annotation:
        """The focused annotation as the store has it."""
        return self.card(self.focus)

    def card(self, key: str) -> Annotation:
        """What the store has of a card: a suggestion, or what was made of it."""
        here = [a for row in self.queries.library(LibraryFilter()).rows for a in self.queries.annotations(row.id)]
        return next(a for a in here if key in (a.id, a.suggestion))

    def article(self, number: str) -> str:
        rows = self.queries.library(LibraryFilter(order="title")).rows
        return next(row.id for row in rows if row.name.startswith(number))

    def open(self, number: str, annotation: str = "", field: str = "") -> str:
        article = self.article(number)
        self.shell.dispatch.go(Location(article, annotation, field))
        QApplication.processEvents()
        return article

    def annotations(self, number: str, kind: Kind | None = None) -> list[Annotation]:
        found = self.queries.annotations(self.article(number))
        return [a for a in found if kind in (None, a.kind)]

    def source(self, number: str) -> str:
        return self.queries.article(self.article(number)).text

    def select(self, number: str, words: str) -> None:
        """Select words in the open article."""
        start = self.source(number).index(words)
        self.text.select(Span(start, start + len(words)))
        self.text.setFocus()
        QApplication.processEvents()

    def apply(self, command: Command) -> None:
        assert self.shell.dispatch.apply(command) is not None

    def person(self, role: PersonRole) -> str:
        return next(p.id for p in self.queries.people() if p.role is role)

    def return_one(self, number: str, annotation: str, field: str, comment: str) -> None:
        """The supervisor returns an annotation of an article that was handed in."""
        dispatch = self.shell.dispatch
        annotator = self.session.person.id
        dispatch.switch_person(self.person(PersonRole.SUPERVISOR))
        extraction = next(row.extraction for row in self.queries.queue() if row.article == self.article(number))
        self.apply(OpenReview(extraction))
        self.apply(ReturnAnnotation(annotation, Reason.WRONG_PERIOD, field, comment))
        dispatch.switch_person(annotator)
        QApplication.processEvents()

    def said(self) -> list[str]:
        return [notice.cause for notice in self.notices]

    def states(self, number: str) -> set[State]:
        return {a.state for a in self.annotations(number)}


def sample_session(folder: Path) -> Session:
    """The five articles, with their checked extraction as suggestions."""
    session = create_sample(folder, clock=FixedClock(START_MS, step_ms=1000))
    for row in session.queries.library(LibraryFilter(order="title")).rows:
        text = session.queries.article(row.id).text
        meta, zones = analyse(text)
        session.apply(RecordRun(article=row.id, meta=meta, zones=zones, suggestions=checked_suggestions(row.name[:3], text), version="checked"))
    return session


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project that each test copies: making it takes longer than most tests."""
    folder = tmp_path_factory.mktemp("sample") / "project"
    sample_session(folder).close()
    return folder


@pytest.fixture
def project(sample_folder: Path, tmp_path: Path) -> Iterator[Session]:
    """A project of its own for each test."""
    made = projects.open_project(shutil.copytree(sample_folder, tmp_path / "project"))
    yield made
    made.close()


def open_table(session: Session, qtbot: QtBot, size: tuple[int, int] = (1280, 800)) -> Table:
    """A window on a project, shown and active, with the workbench in front."""
    SettingsFile().set_value("suggest_on_import", value=False)
    window = build_window(session, inline_jobs=True)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    QApplication.processEvents()
    table = Table(session, window, [])
    table.shell.dispatch.notice.connect(table.notices.append)
    table.shell.actions.trigger("go.workbench")
    QApplication.processEvents()
    return table


@pytest.fixture
def table(project: Session, qtbot: QtBot) -> Table:
    """The workbench with the shortest article open."""
    made = open_table(project, qtbot)
    made.open("001")
    return made
