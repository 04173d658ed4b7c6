"""The one search field of the top bar: type to find an article or run any action; results hang below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from postil.ui.frame.matching import Hit
from postil.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from postil.ui.frame.results import Results

TYPING_PAUSE_MS = 120
PAGE = 11
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: PAGE, Qt.Key.Key_PageUp: -PAGE}


class SearchBox(SearchField):
    """The field. Asks with `wanted(text)` after a pause in typing; gives what was chosen with `chosen(key)`."""

    wanted = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results: Results | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(lambda _text: self._pause.start())

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show what was found, unless the field has lost interest."""
        if self.hasFocus():
            self._list().show_hits(hits, self._place())

    def _place(self) -> QRect:
        return QRect(self.mapTo(self.window(), self.rect().topLeft()), self.size())

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._move_results()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._move_results()

    def _move_results(self) -> None:
        if self._results is not None and self._results.isVisible():
            self._results.place(self._place())

    def results(self) -> Results | None:
        """The list, once it was needed."""
        return self._results

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ask()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pause.stop()
        if self._results is not None:
            self._results.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._results is not None and event.key() in _MOVES:
            self._results.move_by(_MOVES[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():  # typed faster than the pause: answer what stands there now
                self._pause.stop()
                self._ask()
            if self._results is not None and self._results.isVisible():
                self._results.choose()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self.wanted.emit(self.text().strip())

    def _list(self) -> Results:
        if self._results is None:
            from postil.ui.frame.results import Results

            self._results = Results(self.window())
            self._results.chosen.connect(self._on_results_chosen)
        return self._results

    def _on_results_chosen(self, key: str) -> None:
        self.clear()
        self.left.emit()
        self.chosen.emit(key)
