"""Find in article: a line to type in, where one stands among the hits, and the way to the next; accents do not matter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from postil.base.fold import find_all
from postil.base.i18n import _, ngettext
from postil.domain.selector import Span
from postil.ui.theme import icons
from postil.ui.theme.spacing import HALF, ONE
from postil.ui.widgets.search_field import SearchField


class FindBar(QWidget):
    """`hits_changed` carries all hits and the number of the current one (-1: none).

    `left` asks for the text's focus and carries the Span that was found last, to be selected, or None.
    """

    hits_changed = Signal(tuple, int)
    left = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._hits: tuple[Span, ...] = ()
        self._chosen = -1
        self._from = 0
        self._field = SearchField()
        self._count = QLabel()
        self._count.setProperty("role", "small")
        self._previous, self._next, self._close = (self._button(name) for name in ("up", "down", "close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(ONE, HALF, ONE, HALF)
        layout.setSpacing(HALF)
        layout.addWidget(self._field, 1)
        for widget in (self._count, self._previous, self._next, self._close):
            layout.addWidget(widget)
        self._field.textChanged.connect(self._on_typed)
        self._field.installEventFilter(self)
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._close.clicked.connect(self.leave)
        self.hide()
        self.retranslate()

    @staticmethod
    def _button(icon: str) -> QToolButton:
        button = QToolButton()
        icons.wear(button, icon)
        return button

    def retranslate(self) -> None:
        """Name everything in the language in use."""
        self._field.setPlaceholderText(_("Find in article"))
        self._field.setAccessibleName(_("Find in article"))
        for button, name in ((self._previous, _("Find previous")), (self._next, _("Find next")), (self._close, _("Close"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._say()

    def show_text(self, text: str) -> None:
        """Search another text from now on; what was searched for stays."""
        self._text = text
        self._search(0)

    def open(self, words: str, start_at: int) -> None:
        """Show the bar with `words` (empty: those searched for last), and go to the first hit from `start_at`."""
        self._from = start_at
        self.show()
        if words:
            self._field.setText(words)
        self._field.selectAll()
        self._field.setFocus()
        self._search(start_at)

    def leave(self) -> None:
        """Hide the bar and the hits; the current one stays selected."""
        found = self._hits[self._chosen] if self._hits else None
        self.hide()
        self._hits, self._chosen = (), -1
        self.hits_changed.emit((), -1)
        self.left.emit(found)

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), around the ends."""
        if not self.isVisible():
            self.open("", self._from)
        elif self._hits:
            self._chosen = (self._chosen + by) % len(self._hits)
            self._from = self._hits[self._chosen].start
            self._tell()

    def _on_typed(self) -> None:
        self._search(self._from)

    def _search(self, start_at: int) -> None:
        if not self.isVisible():
            return
        self._hits = tuple(Span(start, end) for start, end in find_all(self._text, self._field.text()))
        following = next((n for n, hit in enumerate(self._hits) if hit.start >= start_at), 0)
        self._chosen = following if self._hits else -1
        self._tell()

    def _tell(self) -> None:
        self._say()
        self.hits_changed.emit(self._hits, self._chosen)

    def _say(self) -> None:
        if not self._field.text():
            self._count.setText("")
        elif not self._hits:
            self._count.setText(_("not found"))
        else:
            self._count.setText(ngettext("{at} of {n}", "{at} of {n}", len(self._hits)).format(at=self._chosen + 1, n=len(self._hits)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next hit, Shift+Enter to the one before, Escape back to the text."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return super().eventFilter(watched, event)
