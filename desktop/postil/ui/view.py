"""What a screen is: a View that shows and asks, a Presenter that turns asking into commands, a Shell they share.

A place (Library, Workbench …) is a View whose module has `build(shell: Shell) -> View`; `ui/navigation.py` lists them.
A view builds widgets, has `show_*(frozen)`, emits `*_requested`; it never writes and never queries. Its presenter
listens, applies commands through `shell.dispatch`, and shows again what changed.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from postil.operations.changes import Changes, Location
from postil.ui.actions import Actions, Context
from postil.ui.dispatch import Dispatch
from postil.ui.jobs import Jobs
from postil.ui.settings import SettingsFile
from postil.ui.theme import current
from postil.ui.widgets.side_panes import SidePanes
from postil.ui.window_state import WindowState


@dataclass(frozen=True, slots=True)
class Shell:
    """What the window lends to every view and presenter."""

    dispatch: Dispatch
    actions: Actions
    jobs: Jobs
    settings: SettingsFile
    state: WindowState


class View(QWidget):
    """Base of every screen and pane.

    Subclasses override `retranslate` (called when the language changes; call it once at the end of `__init__`) and
    `retheme` (called when colours or text size change; standard widgets need nothing). `place`, `contexts` and
    `activate` matter only for places.
    """

    shown = Signal()
    place = ""
    contexts: frozenset[Context] = frozenset()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        current.notifier().changed.connect(self._on_theme_changed)

    def title(self) -> str:
        """What the window's title says after the project's name; empty for nothing."""
        return ""

    def activate(self, location: Location | None = None) -> None:  # noqa: ARG002 — for places to override
        """Become the place people look at, at `location` if given; take the focus."""
        self.focus_target().setFocus()

    def can_show(self, location: Location) -> bool:  # noqa: ARG002 — for places to override
        """Is this the place to show `location`, now that people are here? Otherwise the workbench is opened."""
        return False

    def focus_target(self) -> QWidget:
        """The widget that gets the focus when the place opens, so that its keys work at once."""
        return self

    def panes(self) -> SidePanes | None:
        """The side panes that "Left pane" and "Right pane" show and hide, if the place has such."""
        return None

    def retranslate(self) -> None:
        """Say every word again in the language in use."""

    def retheme(self) -> None:
        """Paint again what was made from colours or sizes by hand."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _on_theme_changed(self) -> None:
        self.retheme()
        self.update()


class Presenter(QObject):
    """Base of presenters: reloads when project or person change, refreshes on Changes, and waits while nobody looks.

    Subclasses override `reload` (show everything again; may be called before a project is open only when
    `dispatch.has_session`) and `refresh` (show what `changes` touched; by default everything).
    """

    def __init__(self, shell: Shell, view: View) -> None:
        super().__init__(view)
        self.shell = shell
        self.dispatch = shell.dispatch
        self._view = view
        self._is_stale = True
        view.shown.connect(self._on_view_shown)
        shell.dispatch.changed.connect(self._on_dispatch_changed)
        shell.dispatch.person_changed.connect(self._on_dispatch_replaced)
        shell.dispatch.session_changed.connect(self._on_dispatch_replaced)

    def reload(self) -> None:
        """Show everything again from queries."""

    def refresh(self, changes: Changes) -> None:  # noqa: ARG002 — for presenters to override
        """Show what `changes` touched."""
        self.reload()

    def reload_now_or_later(self) -> None:
        """Reload at once when somebody looks, else when they next do."""
        self._is_stale = not self._view.isVisible() or not self.dispatch.has_session
        if not self._is_stale:
            self.reload()

    def _on_view_shown(self) -> None:
        if self._is_stale and self.dispatch.has_session:
            self._is_stale = False
            self.reload()

    def _on_dispatch_changed(self, changes: Changes) -> None:
        if self._view.isVisible():
            self.refresh(changes)
        else:
            self._is_stale = True

    def _on_dispatch_replaced(self) -> None:
        self.reload_now_or_later()
