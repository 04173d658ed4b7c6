"""The one shape of dialogs: a heading, a body, and buttons that carry our own translated words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.ui.theme import fonts
from postil.ui.theme.spacing import ONE, THREE, TWO


class _Body(QScrollArea):
    """Holds a dialog's body; scrolls it where the screen is too small for it (large text)."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self._body = body
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)

    def sizeHint(self) -> QSize:
        return self._body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._body.minimumSizeHint().width(), min(self._body.minimumSizeHint().height(), 160))

    def missing_height(self) -> int:
        """How much taller this must become to show the whole body at its present width."""
        layout, width = self._body.layout(), self.viewport().width()
        wraps = layout is not None and layout.hasHeightForWidth()
        wanted = layout.totalHeightForWidth(width) if layout is not None and wraps else self._body.heightForWidth(width)
        return max(wanted, self._body.minimumSizeHint().height()) - self.viewport().height()


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
        self._frame = _Body(body)
        layout.addWidget(self._frame, 1)
        layout.addLayout(self.foot)
        screen = self.screen().availableGeometry()
        self.setMinimumWidth(min(fonts.pixels(width), screen.width() - 64))
        self.setMaximumHeight(screen.height() - 64)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        missing = self._frame.missing_height()  # Qt alone gives a window two thirds of the screen at most
        if missing > 0:
            self.resize(self.width(), min(self.maximumHeight(), self.height() + missing))

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
