"""The real window for benchmarks: opened on a project without a screen, and driven until it has painted."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from postil.ui.conductor import Conductor

W = TypeVar("W", bound="QObject")


@contextmanager
def window_on(project: str | Path, *, read_only: bool = False) -> Iterator[Conductor]:
    """The window on a project, by its conductor, painted and at rest; closed afterwards."""
    from postil.app.bootstrap import build_window
    from postil.operations import projects
    from postil.ui.conductor import conductor_of
    from postil.ui.theme import fonts

    session = projects.open_project(Path(project), read_only=read_only)
    window = build_window(session, inline_jobs=True)
    fonts.load_all()
    session.warm_up()
    window.show()
    window.activateWindow()
    paint()
    gc.freeze()  # as `run_gui` does
    try:
        yield conductor_of(window)
    finally:
        window.close()
        window.deleteLater()
        paint()


def paint() -> None:
    """Do everything that is due now: layouts, timers at zero, and the painting that follows."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def child(parent: QObject, kind: type[W]) -> W:
    """The first descendant of that kind. Raises LookupError when there is none."""
    found = parent.findChild(kind)
    if found is None:
        raise LookupError(f"there is no {kind.__name__} in the window")
    return found


def until_painted(work: Callable[[], object]) -> float:
    """Seconds from `work` to what it brought about being painted."""
    start = perf_counter()
    work()
    paint()
    return perf_counter() - start


def longest_turn(seconds: float) -> float:
    """Seconds of the longest stretch in which the window could not have answered, while it is left alone for `seconds`."""
    from PySide6.QtWidgets import QApplication

    longest, end = 0.0, perf_counter() + seconds
    while (start := perf_counter()) < end:
        QApplication.processEvents()
        longest = max(longest, perf_counter() - start)
        sleep(0.001)
    return longest
