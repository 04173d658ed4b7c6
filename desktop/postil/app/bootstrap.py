"""Where everything is wired: paths, settings, window, and after the first paint store, session and places.

Imports stand inside the functions, in the order in which things are needed: the first picture waits for nothing it
does not show (the target, in `tests/bench/start.py`: at most twice a bare window).
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from postil.operations.session import Session
    from postil.operations.suggesting import Suggesting
    from postil.ui.appearance import Appearance
    from postil.ui.conductor import Conductor
    from postil.ui.settings import SettingsFile
    from postil.ui.window import MainWindow

CRASHES = 2
"""After so many starts that never came to a proper end, the last project is not opened by itself."""
WARM_UP_MS = 1500
"""After the first paint: when nobody has waited for anything, read what later places need."""


def run_gui(project: Path | None = None, sample: bool = False) -> int:
    """Open the window on `project`, on the sample, or on what was open last; return when it is closed."""
    gc.disable()  # collecting while modules are read finds nothing and costs a tenth of the start
    app = application()
    window, settings, appearance = _frame(app)
    window.painted.connect(lambda: _go_on(window, settings, appearance, project, sample=sample))
    window.show()
    return app.exec()


def application() -> QApplication:
    """The one QApplication, made if need be."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    from postil import __version__

    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Postil")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("postil")
    return app


def build_window(session: Session | None, *, inline_jobs: bool = False) -> MainWindow:
    """A window on `session`, or on the start page. `inline_jobs`: work is done before a call returns (tests, pictures)."""
    window, settings, appearance = _frame(application())
    _fill(window, settings, appearance, session, inline_jobs=inline_jobs).enter()
    return window


def _frame(app: QApplication) -> tuple[MainWindow, SettingsFile, Appearance]:
    """What the first picture shows."""
    from postil.ui.appearance import Appearance
    from postil.ui.settings import SettingsFile
    from postil.ui.theme import fonts
    from postil.ui.window import MainWindow
    from postil.ui.window_state import WindowState

    fonts.load()
    settings = SettingsFile()
    appearance = Appearance(app, settings)
    window = MainWindow(WindowState())
    settings.setParent(window)
    appearance.setParent(window)
    return window, settings, appearance


def _fill(window: MainWindow, settings: SettingsFile, appearance: Appearance, session: Session | None, *, inline_jobs: bool) -> Conductor:
    """Everything else a window needs."""
    from postil.ui.conductor import Conductor, Outside
    from postil.ui.dispatch import Dispatch
    from postil.ui.jobs import InlineJobs, PooledJobs
    from postil.ui.view import Shell

    dispatch = Dispatch(session, window)
    jobs = InlineJobs(dispatch.report, window) if inline_jobs else PooledJobs(dispatch.report, window)
    shell = Shell(dispatch, window.action_table, jobs, settings, window.state)
    return Conductor(window, shell, appearance, Outside(_open_sample, _suggesting_maker(inline_jobs=inline_jobs)))


def _go_on(window: MainWindow, settings: SettingsFile, appearance: Appearance, project: Path | None, *, sample: bool) -> None:
    """After the first paint: the log, the guard against bugs, the rest of the window, the project."""
    from PySide6.QtCore import QTimer

    from postil.app import log
    from postil.ui.crash import CrashGuard

    log.set_up()
    CrashGuard().install()
    _enter(_fill(window, settings, appearance, None, inline_jobs=False), project, sample=sample)
    gc.enable()
    gc.freeze()
    QTimer.singleShot(WARM_UP_MS, window, lambda: _warm_up(window))


def _enter(conductor: Conductor, project: Path | None, *, sample: bool) -> None:
    """Open what was asked for, or what was open last; what cannot be opened becomes a notice on the start page."""
    state = conductor.shell.state
    recent = state.recent_projects() if conductor.shell.settings.values.reopen_project else ()
    ended_badly = int(state.value("unclean", 0) or 0)
    state.set_value("unclean", ended_badly + 1)  # the window sets it back when it closes
    state.write()
    if sample:
        conductor.enter(conductor.projects.open_sample)
    elif project is not None:
        conductor.enter(lambda: conductor.projects.open_path(str(project)))
    elif recent and ended_badly < CRASHES:
        conductor.enter(lambda: conductor.projects.open_path(recent[0]))
    else:
        conductor.enter()
        if recent and ended_badly >= CRASHES:
            conductor.say_left_closed()


def _warm_up(window: MainWindow) -> None:
    """Register the remaining fonts, draw the menus' icons, load the signing, and read numpy behind the window's back."""
    from PySide6.QtGui import QIcon

    from postil.base import paths
    from postil.ui.theme import fonts

    fonts.load_all()
    window.setWindowIcon(QIcon(str(paths.resources("icons", "app", "postil.svg"))))
    shell = window.shell
    shell.actions.dress()
    if shell.dispatch.has_session:
        shell.dispatch.session.warm_up()

    def read(_task: object) -> None:
        import numpy  # noqa: F401 — half of what the chart needs, and the half that holds no widgets

    shell.jobs.submit("warm_up", read, lambda _none: None)


def _suggesting_maker(*, inline_jobs: bool) -> Callable[[Session], Suggesting]:
    def make(session: Session) -> Suggesting:
        from postil.operations.analysis import Analyser, InlineAnalyser
        from postil.operations.plug_ins import PlugIns
        from postil.operations.suggesting import Suggesting

        return Suggesting(InlineAnalyser(session) if inline_jobs else Analyser(session), PlugIns(session))

    return make


def _open_sample(here: Path | None) -> Session | None:
    from postil.app.sample import FOLDER, open_sample
    from postil.base import paths

    return None if here == (paths.documents_dir() / FOLDER).resolve() else open_sample()
