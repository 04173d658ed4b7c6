"""What stands in an empty place: an icon, a sentence that teaches, and at most one button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from postil.ui.theme import current, fonts, icons
from postil.ui.theme.spacing import THREE, TWO
from postil.ui.widgets.buttons import Follower


class EmptyState(QWidget):
    """Shown in place of an empty list; say which with `show_state`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._sentence = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._sentence.setProperty("role", "dim")
        self._button = QPushButton()
        self._button.setProperty("look", "primary")
        self._follower = Follower(self._button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THREE, THREE, THREE, THREE)
        layout.setSpacing(TWO)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addWidget(self._sentence, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        current.notifier().changed.connect(self._draw)

    def show_state(self, icon: str, sentence: str, action: QAction | None = None) -> None:
        """Show the icon `icon`, a translated sentence, and a button for `action` if there is something to do."""
        self._name = icon
        self._sentence.setText(sentence)
        self._follower.follow(action)
        self._button.setVisible(action is not None)
        self._draw()

    def _draw(self) -> None:
        self._sentence.ensurePolished()
        width = fonts.pixels(420)
        self._sentence.setFixedSize(width, self._sentence.heightForWidth(width))  # a layout that centres would cut the second line
        if self._name:
            side = fonts.pixels(40)
            self._picture.setPixmap(icons.pixmap(self._name, current.tokens().line_strong, side, self.devicePixelRatioF()))
