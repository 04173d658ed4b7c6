"""A button that says its key: what people press often, they should learn by looking."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from postil.ui.actions import Actions
from postil.ui.theme import icons


class KeyButton(QToolButton):
    """Icon, word and key of an action: "✓ Accept  A"."""

    def __init__(self, actions: Actions, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions, self._name = actions, name
        self._action = actions.button_action(name)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._action.trigger)
        self._action.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        words = self._action.text().rstrip("…")
        keys = self._actions.spec(self._name).keys
        key = "⏎" if keys[:1] == ("Return",) else self._actions.key_text(self._name)
        self.setText(f"{words}  {key}" if key else words)
        self.setIcon(self._action.icon())
        self.setIconSize(icons.icon_size())
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(words)
        self.setAccessibleDescription(self._action.statusTip())
