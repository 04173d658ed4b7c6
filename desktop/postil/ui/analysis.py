"""Suggestions made behind the window: feeds the suggesting, takes in what is ready, shows how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from postil.base.errors import PostilError
from postil.base.i18n import _
from postil.operations.changes import Changes, Touched
from postil.ui.dispatch import Dispatch
from postil.ui.notices import Level, Notice
from postil.ui.settings import SettingsFile

if TYPE_CHECKING:
    from postil.operations.session import Session
    from postil.operations.suggesting import Suggesting

POLL_MS = 60
_FEEDING = frozenset({Touched.ARTICLES, Touched.ZONES, Touched.META})
"""What may call for new suggestions: an article came in, or a person corrected what they are made from."""


class AnalysisRunner(QObject):
    """Starts when articles wait for suggestions, polls on the window's thread, and rests when all is done.

    `progressed` carries how many articles are done and how many there are in this round (0, 0: at rest).
    """

    progressed = Signal(int, int)

    def __init__(self, dispatch: Dispatch, settings: SettingsFile, make: Callable[[Session], Suggesting], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dispatch, self._settings, self._make = dispatch, settings, make
        self._suggesting: Suggesting | None = None
        self._round = self._told = 0
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._poll)
        dispatch.changed.connect(self._on_dispatch_changed)
        dispatch.session_changed.connect(self.close)

    def start(self) -> None:
        """Look for articles without suggestions and make them; nothing happens when there are none or nobody wants it."""
        if self._settings.values.suggest_on_import:
            self._start()

    def renew_suggestions(self) -> None:
        """Also look again at articles still at work whose suggestions come from older rules or another lexicon."""
        if not self._dispatch.has_session:
            return
        if self._dispatch.session.is_read_only:
            self._dispatch.notice.emit(Notice(Level.WARNING, _("This project is open for reading only.")))
            return
        told = self._told
        self._start(renew=True)
        if self._suggesting is not None and not self._suggesting.is_busy and self._told == told:
            self._dispatch.notice.emit(Notice(Level.INFO, _("All suggestions are up to date.")))

    def _start(self, *, renew: bool = False) -> None:
        if not self._dispatch.has_session or self._dispatch.session.is_read_only:
            return
        if self._suggesting is None:
            self._suggesting = self._make(self._dispatch.session)
        self._suggesting.start(renew=renew)
        self._round = max(self._round, self._suggesting.pending)
        self._timer.start()
        self._poll()

    def stop(self) -> None:
        """Stop making suggestions; those made are kept, the rest is made another time."""
        if self._suggesting is not None:
            self._suggesting.close()
        self._rest()

    def close(self) -> None:
        """Stop, and let the worker go."""
        if self._suggesting is not None:
            self._suggesting.close()
            self._suggesting = None
        self._rest()

    def _rest(self) -> None:
        self._timer.stop()
        self._round = 0
        self.progressed.emit(0, 0)

    def _poll(self) -> None:
        if self._suggesting is None:
            self._rest()
            return
        try:
            changes = self._suggesting.poll()
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
        suggesting = self._suggesting  # announcing may have opened another project, and let this one go
        if suggesting is None or not suggesting.is_busy:
            self._rest()
            self._complain()
            return
        self._round = max(self._round, suggesting.pending)
        self.progressed.emit(self._round - suggesting.pending, self._round)

    def _complain(self) -> None:
        """Say what went wrong, each thing once."""
        for error in self._suggesting.errors() if self._suggesting is not None else []:
            self._dispatch.notice.emit(replace(Notice.of(error), level=Level.WARNING))
            self._told += 1

    def _on_dispatch_changed(self, changes: Changes) -> None:
        if _FEEDING & changes.touched and not self._timer.isActive():
            self.start()
