"""Actions of the window itself: undo, preferences, help, full screen, quit."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from postil.base import paths
from postil.ui.frame.navigator import Navigator
from postil.ui.view import Shell


class WindowActions:
    """A handler for the action table; dialogs are imported when they are asked for."""

    def __init__(self, window: QWidget, shell: Shell, navigator: Navigator) -> None:
        self._window, self._shell, self._navigator = window, shell, navigator

    def undo(self) -> None:
        """Undo this person's last step."""
        self._shell.dispatch.undo()

    def redo(self) -> None:
        """Redo it."""
        self._shell.dispatch.redo()

    def open_preferences(self) -> None:
        """Show the preferences."""
        from postil.ui.preferences.dialog import PreferencesDialog

        self._show(PreferencesDialog(self._shell.settings, self._window))

    def show_shortcuts(self) -> None:
        """Show the sheet of keys."""
        from postil.ui.help.shortcuts import ShortcutsDialog

        here = self._navigator.current()
        self._show(ShortcutsDialog(self._shell.actions, here.contexts if here is not None else frozenset(), self._window))

    def show_about(self) -> None:
        """Say what Postil is."""
        from postil.ui.help.about import AboutDialog

        self._show(AboutDialog(self._window))

    def open_log_folder(self) -> None:
        """Show the log's folder in the desktop's file manager."""
        paths.log_dir().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_dir())))

    def toggle_full_screen(self) -> None:
        """Use the whole screen, or stop doing so."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()
        self._shell.actions.set_conditions(is_full_screen=self._window.isFullScreen())

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    @staticmethod
    def _show(dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()
