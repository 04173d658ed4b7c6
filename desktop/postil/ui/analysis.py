"""Suggestions made behind the window: feeds the analyser, takes in what is ready, shows how far it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from postil.base.errors import PostilError
from postil.operations.changes import Changes, Touched
from postil.ui.dispatch import Dispatch
from postil.ui.notices import Level, Notice
from postil.ui.settings import SettingsFile

if TYPE_CHECKING:
    from postil.operations.analysis import Analyser, InlineAnalyser
    from postil.operations.session import Session

POLL_MS = 60
_FEEDING = frozenset({Touched.ARTICLES, Touched.ZONES, Touched.META})
"""What may call for new suggestions: an article came in, or a person corrected what they are made from."""


class AnalysisRunner(QObject):
    """Starts when articles wait for suggestions, polls on the window's thread, and rests when all is done.

    `progressed` carries how many articles are done and how many there are in this round (0, 0: at rest).
    """

    progressed = Signal(int, int)

    def __init__(
        self, dispatch: Dispatch, settings: SettingsFile, make: Callable[[Session], Analyser | InlineAnalyser], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._dispatch, self._settings, self._make = dispatch, settings, make
        self._analyser: Analyser | InlineAnalyser | None = None
        self._round = 0
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._poll)
        dispatch.changed.connect(self._on_dispatch_changed)
        dispatch.session_changed.connect(self.close)

    def start(self) -> None:
        """Look for articles without suggestions and make them; nothing happens when there are none or nobody wants it."""
        if not self._settings.values.suggest_on_import or not self._dispatch.has_session:
            return
        if self._dispatch.session.is_read_only or not self._dispatch.queries.unanalysed(1):
            return
        if self._analyser is None:
            self._analyser = self._make(self._dispatch.session)
        self._analyser.start()
        self._round = max(self._round, self._analyser.pending)
        self._timer.start()
        self._poll()

    def stop(self) -> None:
        """Stop making suggestions; those made are kept, the rest is made another time."""
        if self._analyser is not None:
            self._analyser.cancel()
        self._rest()

    def close(self) -> None:
        """Stop, and let the worker go."""
        if self._analyser is not None:
            self._analyser.close()
            self._analyser = None
        self._rest()

    def _rest(self) -> None:
        self._timer.stop()
        self._round = 0
        self.progressed.emit(0, 0)

    def _poll(self) -> None:
        if self._analyser is None:
            self._rest()
            return
        try:
            changes = self._analyser.poll()
        except PostilError as error:
            self._dispatch.report(error)
            self.stop()
            return
        except Exception:
            self.stop()  # a bug must not come back sixteen times a second
            raise
        if changes is not None:
            self._dispatch.announce(changes)
        self._tell()

    def _tell(self) -> None:
        analyser = self._analyser  # announcing may have opened another project, and let this one go
        if analyser is None or not analyser.is_busy:
            self._rest()
            self._complain()
            return
        self._round = max(self._round, analyser.pending)
        self.progressed.emit(self._round - analyser.pending, self._round)

    def _complain(self) -> None:
        """Say which articles could not be looked at, each once."""
        errors = self._analyser.errors if self._analyser is not None else []
        for sentence in errors:
            self._dispatch.notice.emit(Notice(Level.WARNING, sentence))
        errors.clear()

    def _on_dispatch_changed(self, changes: Changes) -> None:
        if _FEEDING & changes.touched and not self._timer.isActive():
            self.start()
