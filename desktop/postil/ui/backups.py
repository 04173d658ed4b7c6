"""Asks for a backup soon after a project is opened and every half hour after; the copying itself is a job behind."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from postil.base.errors import PostilError
from postil.base.i18n import _
from postil.operations import projects
from postil.ui.notices import Level, Notice
from postil.ui.view import Shell

SOON_MS = 20_000
EVERY_MS = 30 * 60 * 1000


class Backups(QObject):
    """One timer for the project that is open; a backup that fails is said once a project, and work goes on."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._has_said = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.back_up)
        shell.dispatch.session_changed.connect(self._on_session_changed)
        self._on_session_changed()

    def _on_session_changed(self) -> None:
        self._timer.stop()
        self._has_said = False
        if self._shell.dispatch.has_session and not self._shell.dispatch.session.is_read_only:
            self._timer.start(SOON_MS)

    def back_up(self) -> None:
        """Copy the project when its newest copy is old and something has changed since."""
        self._timer.setInterval(EVERY_MS)
        if not self._shell.dispatch.has_session:
            return
        folder = self._shell.dispatch.session.folder
        self._shell.jobs.submit("backup", lambda _task: projects.back_up_if_due(folder), lambda _made: None, self._on_failed)

    def _on_failed(self, error: PostilError) -> None:
        if not self._has_said:
            self._has_said = True
            sentence = _("The backup of the project failed: {cause}").format(cause=error.cause)
            self._shell.dispatch.notice.emit(Notice(Level.WARNING, sentence, what=error.what, next_step=error.next_step))
