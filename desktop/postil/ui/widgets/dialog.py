"""The one shape of dialogs: a heading, a body, and buttons that carry our own translated words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.ui.theme import fonts
from postil.ui.theme.spacing import ONE, THREE, TWO


class FormDialog(QDialog):
    """A dialog around `body`. Enter accepts when that is possible, Escape leaves without a trace.

    `button` is the verb of the accepting button, translated; empty means there is only "Close". `width` in pixels at
    100 % text.
    """

    def __init__(self, title: str, body: QWidget, button: str, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.accept_button = QPushButton(button)
        self.accept_button.setProperty("look", "primary")
        self.accept_button.setDefault(True)
        self.accept_button.setVisible(bool(button))
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button = QPushButton(_("Cancel") if button else _("Close"))
        self.cancel_button.setAutoDefault(not button)
        self.cancel_button.clicked.connect(self.reject)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(ONE)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.accept_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THREE, THREE, THREE, TWO)
        layout.setSpacing(TWO)
        layout.addWidget(heading)
        layout.addWidget(body, 1)
        layout.addLayout(self.foot)
        screen = self.screen().availableGeometry()
        self.setMinimumWidth(min(fonts.pixels(width), screen.width() - 64))
        self.setMaximumHeight(screen.height() - 64)

    def set_acceptable(self, *, is_acceptable: bool) -> None:
        """May the accepting button be pressed?"""
        self.accept_button.setEnabled(is_acceptable)

    def add_button(self, text: str) -> QPushButton:
        """One more button, left of the others."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        self.foot.insertWidget(0, button)
        return button


class Question(FormDialog):
    """A sentence and two buttons, for the few things that cannot be undone."""

    def __init__(self, title: str, sentence: str, button: str, parent: QWidget | None = None) -> None:
        label = QLabel(sentence)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().__init__(title, label, button, parent)


def ask(title: str, sentence: str, button: str, parent: QWidget | None = None) -> bool:
    """Ask, and wait for the answer."""
    dialog = Question(title, sentence, button, parent)
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()
