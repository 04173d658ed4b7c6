"""The card for warnings and errors: one at a time, over a corner of the page, dismissed by Escape or its cross."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from postil.base.i18n import _, ngettext
from postil.ui.notices import Notice
from postil.ui.theme import current, fonts, icons
from postil.ui.theme.spacing import HALF, ONE, TWO

MOST = 20
"""Notices kept waiting; the oldest fall out."""


class NoticeCard(QFrame):
    """Shows the newest notice that stays; those before it wait behind and come back when it is dismissed."""

    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setObjectName("notice_card")
        self._host = parent
        self._waiting: list[Notice] = []
        self._icon, self._what, self._cause, self._next = QLabel(), QLabel(), QLabel(), QLabel()
        self._more = QLabel()
        self._foot = QWidget()  # hidden as a whole: a layout with nothing to show would keep the words narrow
        self._action, self._close = QPushButton(), QToolButton()
        self._what.setProperty("role", "strong")
        self._more.setProperty("role", "small")
        for label in (self._what, self._cause, self._next):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        icons.wear(self._close, "close")
        self._close.clicked.connect(self.dismiss)
        self._action.clicked.connect(self._on_action_clicked)
        self._lay_out()
        current.notifier().changed.connect(self._draw)
        self.hide()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(HALF)
        for label in (self._what, self._cause, self._next):
            words.addWidget(label)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._more, 1)
        foot.addWidget(self._action)
        words.addWidget(self._foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(TWO, TWO, ONE, TWO)
        layout.setSpacing(ONE)
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice on top of those that wait; the same one is not shown twice."""
        self._waiting = [*[n for n in self._waiting if n != notice][-MOST + 1 :], notice]
        self._draw()

    def dismiss(self) -> None:
        """Put the notice on view away; the one before it comes back."""
        if self._waiting:
            self._waiting.pop()
        self._draw()
        if not self._waiting:
            self.dismissed.emit()

    def clear(self) -> None:
        """Put every notice away."""
        self._waiting.clear()
        self._draw()

    def current_notice(self) -> Notice | None:
        """The notice on view."""
        return self._waiting[-1] if self._waiting else None

    def place(self) -> None:
        """Lie in the upper right corner of the parent."""
        width = min(fonts.pixels(400), self._host.width() - 2 * TWO)
        self.setFixedWidth(width)
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        self.resize(width, layout.totalHeightForWidth(width))
        self.move(self._host.width() - width - TWO, TWO)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        notice = self.current_notice()
        if notice is not None:
            painter = QPainter(self)
            painter.fillRect(1, HALF, 3, self.height() - 2 * HALF, QColor(current.tokens().levels[notice.level.value]))
            painter.end()

    def _on_action_clicked(self) -> None:
        notice = self.current_notice()
        self.dismiss()
        if notice is not None and notice.action is not None:
            notice.action()

    def _draw(self) -> None:
        notice = self.current_notice()
        if notice is None:
            self.hide()
            return
        ink = current.tokens().levels[notice.level.value]
        self._icon.setPixmap(icons.pixmap(notice.level.value, ink, fonts.pixels(20), self.devicePixelRatioF()))
        for label, text in ((self._what, notice.what), (self._cause, notice.cause), (self._next, notice.next_step)):
            label.setText(text)
            label.setVisible(bool(text))
        waiting = len(self._waiting) - 1
        self._more.setText(ngettext("{n} more behind", "{n} more behind", waiting).format(n=waiting) if waiting else "")
        self._more.setVisible(bool(waiting))
        self._action.setText(notice.action_text)
        self._action.setVisible(notice.action is not None)
        self._foot.setVisible(bool(waiting) or notice.action is not None)
        self._close.setAccessibleName(_("Dismiss"))
        self._close.setToolTip(_("Dismiss (Esc)"))
        self.setAccessibleName(" ".join(part for part in (notice.what, notice.cause, notice.next_step) if part))
        self.show()
        self.place()
        self.raise_()
