"""Buttons that wear an action: its text, state and key, kept up to date for as long as the button lives."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from postil.ui.theme import icons


class Follower(QObject):
    """Keeps a button's face like an action's, and runs the action when the button is pressed.

    It belongs to the button, so that Qt ends the connection with it.
    """

    def __init__(self, button: QPushButton | QToolButton) -> None:
        super().__init__(button)
        self._button = button
        self._action: QAction | None = None
        if isinstance(button, QPushButton):
            button.clicked.connect(self._on_button_clicked)

    def follow(self, action: QAction | None) -> None:
        """Follow another action from now on, or none."""
        if self._action is not None:
            self._action.changed.disconnect(self._show)
        self._action = action
        if action is not None:
            action.changed.connect(self._show)
            self._show()

    def _show(self) -> None:
        action = self._action
        if action is None:
            return
        if isinstance(self._button, QPushButton):
            self._button.setText(action.text())
            self._button.setEnabled(action.isEnabled())
            self._button.setToolTip(action.toolTip())
        else:
            self._button.setAccessibleName(action.text().rstrip("…"))
        self._button.setAccessibleDescription(action.statusTip())

    def _on_button_clicked(self) -> None:
        if self._action is not None:
            self._action.trigger()


def icon_button(action: QAction, parent: QWidget | None = None) -> QToolButton:
    """A button that shows the action's icon alone; its name is spoken and shown as a tip."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setIconSize(icons.icon_size())
    Follower(button).follow(action)
    return button


def action_button(action: QAction, *, look: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button with the action's words. `look`: `primary`, `quiet` or empty."""
    button = QPushButton(parent)
    button.setAutoDefault(True)  # Enter presses it, outside dialogs too
    if look:
        button.setProperty("look", look)
    Follower(button).follow(action)
    return button
