"""The one thread pool: parse elsewhere, write here. Results arrive on the window's thread; stale ones are dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from postil.base.errors import PostilError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Advance:
    """How far a job is: `done` of `total` (0: unknown), and on what."""

    done: int
    total: int = 0
    what: str = ""


class Cancelled(Exception):  # noqa: N818 — a way out, not an error
    """Raised inside work by `Task.check` once somebody has cancelled it."""


class Task:
    """What running work sees: may it go on, and where to say how far it is. Called from the worker's thread."""

    def __init__(self, tell: Callable[[Advance], object]) -> None:
        self._tell = tell
        self.is_cancelled = False

    def check(self) -> None:
        """Stop here if cancelled. Raises Cancelled."""
        if self.is_cancelled:
            raise Cancelled

    def advance(self, done: int, total: int = 0, what: str = "") -> None:
        """Report progress, and stop here if cancelled."""
        self.check()
        self._tell(Advance(done, total, what))


Work = Callable[[Task], T]


class Jobs(Protocol):
    """What views use; `PooledJobs` in the window, `InlineJobs` in tests."""

    def submit(
        self,
        key: str,
        work: Work[T],
        done: Callable[[T], object],
        failed: Callable[[PostilError], object] | None = None,
        progress: Callable[[Advance], object] | None = None,
    ) -> None:
        """Run `work` elsewhere and hand its result to `done` here; newer work under the same key makes it stale.

        A PostilError goes to `failed` (a notice by default), any other error is a bug and goes to the crash report. `work` takes frozen
        input (by closure), returns frozen output, and touches no widget and no session.
        """

    def cancel(self, key: str) -> None:
        """Ask work under `key` to stop; neither `done` nor `failed` will be called."""

    def is_busy(self, key: str = "") -> bool:
        """Is work under `key` (any, when empty) on its way?"""

    def close(self) -> None:
        """Cancel everything and wait for what runs."""


@dataclass(slots=True)
class _Entry:
    number: int
    task: Task
    done: Callable[[Any], object]
    failed: Callable[[PostilError], object] | None
    progress: Callable[[Advance], object] | None


class _Run(QRunnable):
    def __init__(self, jobs: PooledJobs, key: str, number: int, work: Work[Any], task: Task) -> None:
        super().__init__()
        self._jobs, self._key, self._number, self._work, self._task = jobs, key, number, work, task

    def run(self) -> None:
        outcome: object
        try:
            self._task.check()
            outcome = self._work(self._task)
        except Cancelled as stop:
            outcome = stop
        except Exception as error:  # noqa: BLE001 — carried to the window's thread, where it is sorted
            outcome = error
        self._jobs.arrived.emit(self._key, self._number, outcome)


class PooledJobs(QObject):
    """Jobs on a QThreadPool."""

    arrived = Signal(str, int, object)
    advanced = Signal(str, int, object)
    busy_changed = Signal(str)
    """The key whose work started or ended."""

    def __init__(self, report: Callable[[PostilError], object], parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        self._report = report
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._entries: dict[str, _Entry] = {}
        self._count = 0
        self.arrived.connect(self._on_arrived)
        self.advanced.connect(self._on_advanced)

    def submit(
        self,
        key: str,
        work: Work[T],
        done: Callable[[T], object],
        failed: Callable[[PostilError], object] | None = None,
        progress: Callable[[Advance], object] | None = None,
    ) -> None:
        self.cancel(key)
        self._count += 1
        number = self._count
        task = Task(lambda advance: self.advanced.emit(key, number, advance))
        self._entries[key] = _Entry(number, task, done, failed, progress)
        self._pool.start(_Run(self, key, number, work, task))
        self.busy_changed.emit(key)

    def cancel(self, key: str) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            entry.task.is_cancelled = True
            self.busy_changed.emit(key)

    def is_busy(self, key: str = "") -> bool:
        return key in self._entries if key else bool(self._entries)

    def close(self) -> None:
        for key in tuple(self._entries):
            self.cancel(key)
        self._pool.waitForDone()

    def _on_arrived(self, key: str, number: int, outcome: object) -> None:
        entry = self._entries.get(key)
        if entry is None or entry.number != number:
            return
        del self._entries[key]
        self.busy_changed.emit(key)
        settle(outcome, entry.done, entry.failed or self._report)

    def _on_advanced(self, key: str, number: int, advance: Advance) -> None:
        entry = self._entries.get(key)
        if entry is not None and entry.number == number and entry.progress is not None:
            entry.progress(advance)


def _ignore(_advance: Advance) -> None:
    """Nobody asked how far it is."""


class InlineJobs(QObject):
    """The twin for tests: work is done, and its result delivered, before `submit` returns."""

    busy_changed = Signal(str)

    def __init__(self, report: Callable[[PostilError], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report = report

    def submit(
        self,
        key: str,  # noqa: ARG002 — the face of Jobs
        work: Work[T],
        done: Callable[[T], object],
        failed: Callable[[PostilError], object] | None = None,
        progress: Callable[[Advance], object] | None = None,
    ) -> None:
        task = Task(progress or _ignore)
        outcome: object
        try:
            outcome = work(task)
        except PostilError as error:
            outcome = error
        settle(outcome, done, failed or self._report)

    def cancel(self, key: str) -> None:
        """Nothing is ever on its way here."""

    def is_busy(self, key: str = "") -> bool:  # noqa: ARG002 — the face of Jobs
        return False

    def close(self) -> None:
        """Nothing is ever on its way here."""


def settle(outcome: object, done: Callable[[Any], object], failed: Callable[[PostilError], object]) -> None:
    """Hand an outcome on: a result to `done`, an error to act on to `failed`; a bug is raised here."""
    if isinstance(outcome, PostilError):
        failed(outcome)
    elif isinstance(outcome, BaseException):
        raise outcome
    else:
        done(outcome)
