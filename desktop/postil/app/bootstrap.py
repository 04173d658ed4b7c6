"""Where everything is wired: paths, settings, store, session, window, in that order; nothing slow before the first paint."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from postil import __version__
from postil.app import log
from postil.base import paths
from postil.base.errors import PostilError
from postil.ui.actions import Actions
from postil.ui.appearance import Appearance
from postil.ui.crash import CrashGuard
from postil.ui.dispatch import Dispatch
from postil.ui.jobs import InlineJobs, PooledJobs
from postil.ui.settings import SettingsFile
from postil.ui.theme import fonts
from postil.ui.view import Shell
from postil.ui.window import MainWindow, Outside
from postil.ui.window_state import WindowState

if TYPE_CHECKING:
    from postil.operations.analysis import Analyser, InlineAnalyser
    from postil.operations.session import Session

WARM_UP_MS = 1500
"""After the first paint: when nobody has waited for anything, read what later places need."""


def run_gui(project: Path | None = None, sample: bool = False) -> int:
    """Open the window on `project`, on the sample, or on what was open last; return when it is closed."""
    log.set_up()
    app = application()
    guard = CrashGuard()
    guard.install()
    window = build_window(None, is_waiting=True)
    window.painted.connect(lambda: _enter(window, project, sample=sample))
    window.show()
    QTimer.singleShot(WARM_UP_MS, window, lambda: _warm_up(window))
    return app.exec()


def application() -> QApplication:
    """The one QApplication, made if need be."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Postil")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("postil")
    app.setWindowIcon(QIcon(str(paths.resources("icons", "app", "postil.svg"))))
    return app


def build_window(session: Session | None, *, inline_jobs: bool = False, is_waiting: bool = False) -> MainWindow:
    """A window on `session`, or on the start page. `inline_jobs`: work is done before a call returns (tests, pictures).

    `is_waiting`: the page stays empty until `MainWindow.enter` says what to open, so that nothing flashes by.
    """
    app = application()
    fonts.load()
    settings = SettingsFile()
    appearance = Appearance(app, settings)
    outside = Outside(_open_sample, _analyser_maker(inline_jobs=inline_jobs))
    window = MainWindow(lambda made: _shell(made, session, settings, inline_jobs=inline_jobs), appearance, outside, is_waiting=is_waiting)
    settings.setParent(window)
    appearance.setParent(window)
    return window


def _shell(window: MainWindow, session: Session | None, settings: SettingsFile, *, inline_jobs: bool) -> Shell:
    dispatch = Dispatch(session, window)
    jobs = InlineJobs(dispatch.report, window) if inline_jobs else PooledJobs(dispatch.report, window)
    return Shell(dispatch, Actions(window), jobs, settings, WindowState(parent=window))


def _analyser_maker(*, inline_jobs: bool) -> Callable[[Session], Analyser | InlineAnalyser]:
    def make(session: Session) -> Analyser | InlineAnalyser:
        from postil.operations.analysis import Analyser, InlineAnalyser

        return InlineAnalyser(session) if inline_jobs else Analyser(session)

    return make


def _open_sample(here: Path | None) -> Session | None:
    from postil.app.sample import FOLDER, open_sample

    return None if here == (paths.documents_dir() / FOLDER).resolve() else open_sample()


def _enter(window: MainWindow, project: Path | None, *, sample: bool) -> None:
    """Open what was asked for, or what was open last; what cannot be opened becomes a notice on the start page."""
    recent = window.shell.state.recent_projects() if window.shell.settings.values.reopen_project else ()
    if sample:
        window.enter(window.projects.open_sample)
    elif project is not None or recent:
        window.enter(lambda: window.projects.open_path(str(project or recent[0])))
    else:
        window.enter(None)


def _warm_up(window: MainWindow) -> None:
    """Register the remaining fonts, draw the menus' icons, and let numpy be read behind the window's back."""
    fonts.load_all()
    window.shell.actions.dress()
    if window.shell.dispatch.has_session:
        window.shell.dispatch.session.warm_up()

    def read(_task: object) -> None:
        try:
            import numpy  # noqa: F401 — half of what the chart needs, and the half that holds no widgets
        except ImportError as error:
            raise PostilError(str(error)) from error

    window.shell.jobs.submit("warm_up", read, lambda _none: None)
