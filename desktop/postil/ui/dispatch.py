"""The one way from a screen to the data and back: apply(command) → changed(Changes) or notice(Notice); go(Location)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from postil.base.errors import PostilError
from postil.base.i18n import _
from postil.domain.author import Person
from postil.operations.changes import Changes, Location
from postil.operations.command import Command
from postil.ui.notices import Level, Notice

if TYPE_CHECKING:  # the store behind them is not needed for the first paint
    from postil.operations.queries import Queries
    from postil.operations.session import Session

_log = logging.getLogger(__name__)


class Dispatch(QObject):
    """Holds the session; no view writes to it directly.

    `changed` carries what a command, an undo or a finished analysis touched. `location` asks the window to show a
    place. `article_changed` follows `article`, the one people read now. `person_changed` follows a switch of person,
    `session_changed` another project (or none).
    """

    changed = Signal(Changes)
    notice = Signal(Notice)
    location = Signal(Location)
    article_changed = Signal(str)
    person_changed = Signal()
    session_changed = Signal()

    def __init__(self, session: Session | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._article = ""

    @property
    def session(self) -> Session:
        """The open project's session. Raises RuntimeError when no project is open: views exist only with one."""
        if self._session is None:
            raise RuntimeError("no project is open")
        return self._session

    @property
    def has_session(self) -> bool:
        """Is a project open?"""
        return self._session is not None

    @property
    def queries(self) -> Queries:
        """The read side of the open project."""
        return self.session.queries

    @property
    def person(self) -> Person:
        """Who works now."""
        return self.session.person

    @property
    def article(self) -> str:
        """The id of the article people read now; empty when they read none."""
        return self._article

    def set_article(self, article: str) -> None:
        """Say which article people read now: the workbench does, whichever way it came to it."""
        if article != self._article:
            self._article = article
            self.article_changed.emit(article)

    def apply(self, command: Command, *, within: str = "") -> Changes | None:
        """Apply a command; tell everybody what changed. None, and a notice, when it cannot be done.

        `within` joins it to that step of the person's history (`session.last_step()`), so that one undo takes both back.
        """
        try:
            changes = self.session.apply(command, within=within)
        except PostilError as error:
            self.report(error)
            return None
        self.announce(changes)
        return changes

    def announce(self, changes: Changes) -> None:
        """Tell every screen of changes that have been committed; sentences they carry become notices."""
        if not changes.is_empty:
            self.changed.emit(changes)
        for sentence in changes.notes:
            self.notice.emit(Notice(Level.INFO, sentence))

    def undo(self) -> Changes | None:
        """Undo this person's last step and look where it was."""
        return self._step_back_or_forth(is_undo=True)

    def redo(self) -> Changes | None:
        """Redo this person's last undone step and look where it was."""
        return self._step_back_or_forth(is_undo=False)

    def _step_back_or_forth(self, *, is_undo: bool) -> Changes | None:
        state = self.session.undo_state()
        if not (state.undo if is_undo else state.redo):
            self.notice.emit(Notice(Level.INFO, _("There is nothing to undo.") if is_undo else _("There is nothing to redo.")))
            return None
        try:
            changes = self.session.undo() if is_undo else self.session.redo()
        except PostilError as error:
            self.report(error)
            return None
        self.announce(changes)
        if changes.look_at is not None:
            self.go(changes.look_at)
        return changes

    def go(self, location: Location) -> None:
        """Show a place of the project, in the screen that shows such places."""
        self.location.emit(location)

    def report(self, error: PostilError) -> None:
        """Turn an error the person can act on into a notice."""
        _log.info("refused: %s", type(error).__name__)
        self.notice.emit(Notice.of(error))

    def switch_person(self, person_id: str) -> bool:
        """Let another person work; false, and a notice, when that cannot be."""
        try:
            self.session.switch_person(person_id)
        except PostilError as error:
            self.report(error)
            return False
        self.person_changed.emit()
        return True

    def set_session(self, session: Session | None) -> None:
        """Work on another project, or on none; the former session is closed."""
        former, self._session = self._session, session
        self.set_article("")
        if former is not None and former is not session:
            former.close()
        self.session_changed.emit()
