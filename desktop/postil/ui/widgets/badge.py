"""A small word with an icon: a state, a language, a count. The word says it; the icon only helps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from postil.ui.theme import current, fonts, icons
from postil.ui.theme.spacing import HALF


class Badge(QWidget):
    """An icon and a word in one colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = self._state = self._kind = ""
        self._picture, self._word = QLabel(), QLabel()
        self._word.setProperty("role", "badge")
        self._word.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addWidget(self._picture)
        layout.addWidget(self._word)
        layout.addStretch(1)
        current.notifier().changed.connect(self._draw)

    def show_badge(self, icon: str, word: str, *, state: str = "", kind: str = "") -> None:
        """Show a translated word. `state` or `kind` name whose colour it takes; neither means the dim one."""
        self._icon = icon
        self._state, self._kind = state, kind
        self._word.setText(word)
        self._draw()

    def _draw(self) -> None:
        if not self._icon:
            return
        tokens = current.tokens()
        ink = tokens.states[self._state] if self._state else tokens.marks[self._kind].ink if self._kind else tokens.dim
        self._picture.setPixmap(icons.pixmap(self._icon, ink, fonts.pixels(14), self.devicePixelRatioF()))
        palette = self._word.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
        self._word.setPalette(palette)
