"""The sample project with suggestions that are always the same, and a hand that presses keys wherever the focus is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QKeyCombination, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from postil.app.bootstrap import build_window
from postil.app.sample import checked_suggestions, create_sample
from postil.base.clock import FixedClock
from postil.ingest.analyse import analyse
from postil.operations import projects
from postil.operations.rows import LibraryFilter
from postil.operations.session import Session
from postil.operations.suggestions import RecordRun
from postil.ui.conductor import Conductor, conductor_of
from postil.ui.settings import SettingsFile
from postil.ui.window import MainWindow

START_MS = 1_767_258_000_000
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform complains about every window that has a least size; that is its fault, not the window's."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


def press(keys: str) -> None:
    """Press keys in whatever has the focus: a QKeySequence's portable form ("Ctrl+Shift+P", "A", "Return")."""
    combination: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]
    QTest.keyClick(focused(), combination.key(), combination.keyboardModifiers())
    QApplication.processEvents()


def type_in(text: str) -> None:
    """Type plain letters into whatever has the focus."""
    assert text.isascii(), "QTest cannot type other letters"
    QTest.keyClicks(focused(), text)
    QApplication.processEvents()


def focused() -> QWidget:
    """The widget that gets the keys, as the window system would choose it: a dialog has them before its window."""
    dialog = QApplication.activeModalWidget()
    if dialog is None and QApplication.activeWindow() is None:
        _give_back_the_window()
    widget: QWidget | None = QApplication.focusWidget()
    if dialog is not None:
        inside: QWidget | None = dialog.focusWidget()
        widget = dialog if inside is None else inside
    assert widget is not None, "nothing has the focus"
    return widget


def _give_back_the_window() -> None:
    """What a window manager does when a dialog closes, and the offscreen platform does not."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and isinstance(window, MainWindow):
            window.activateWindow()
    QApplication.processEvents()


def in_dialog(work: Callable[[], None]) -> None:
    """Do `work` once the dialog that the next key opens is there; a dialog it leaves open is closed, and that is an error."""

    def when_open(tries: int = 300) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            if tries:
                QTimer.singleShot(10, lambda: when_open(tries - 1))
            return
        try:
            work()
        finally:
            if QApplication.activeModalWidget() is dialog:
                dialog.close()
                raise AssertionError(f"{dialog.windowTitle()!r} was left open")

    QTimer.singleShot(10, when_open)


@dataclass
class Desk:
    """A window on the sample project, and how to close it and come back."""

    folder: Path
    qtbot: QtBot
    window: MainWindow

    @property
    def conductor(self) -> Conductor:
        """Who fills the window."""
        return conductor_of(self.window)

    @property
    def session(self) -> Session:
        """The open project."""
        return self.conductor.shell.dispatch.session

    def article(self, number: str) -> str:
        """The id of a seed article by the number its file's name begins with."""
        rows = self.session.queries.library(LibraryFilter(order="title")).rows
        return next(r.id for r in rows if r.name.startswith(number))

    def person(self, name: str) -> str:
        """The id of a person by the first letters of their name."""
        return next(p.id for p in self.session.queries.people() if p.name.startswith(name))

    def restart(self) -> None:
        """Close the window and the project, and open both again."""
        self.window.close()  # which closes the project too
        self.window = open_window(self.qtbot, projects.open_project(self.folder))


def open_window(qtbot: QtBot, session: Session) -> MainWindow:
    """A window that is shown and active."""
    window = build_window(session, inline_jobs=True)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    QApplication.processEvents()
    return window


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Session]:
    """The sample with its checked extraction as suggestions, so that flows do not change when the grammar does."""
    session = create_sample(tmp_path / "project", clock=FixedClock(START_MS, step_ms=1000))
    for row in session.queries.library(LibraryFilter(order="title")).rows:
        text = session.queries.article(row.id).text
        meta, zones = analyse(text)
        run = RecordRun(article=row.id, meta=meta, zones=zones, suggestions=checked_suggestions(row.name[:3], text), version="checked")
        session.apply(run)
    yield session
    session.close()


@pytest.fixture
def desk(project: Session, qtbot: QtBot) -> Desk:
    """The window on that project."""
    SettingsFile().set_value("suggest_on_import", value=False)
    return Desk(project.folder, qtbot, open_window(qtbot, project))
