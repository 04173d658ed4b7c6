"""A centre with a pane on each side. Where the window is too narrow for the text size, side panes become drawers."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from postil.ui.theme import current, fonts


class Side(StrEnum):
    """Which pane."""

    LEFT = "left"
    RIGHT = "right"


class _Drawer(QFrame):
    """Lies over the centre's edge while open; Escape closes it."""

    def __init__(self, panes: SidePanes, side: Side, pane: QWidget) -> None:
        super().__init__(panes)
        self.side = side
        self.setProperty("look", "drawer")
        self._panes = panes
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(pane)
        pane.show()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._panes.set_open(self.side, is_open=False)
        else:
            super().keyPressEvent(event)


class SidePanes(QWidget):
    """`left` and `right` beside `centre`; widths are those at 100 % text and grow with it.

    `opened` and `closed` carry the side. A pane that is hidden by hand stays hidden; a drawer opens over the centre.
    """

    opened = Signal(str)
    closed = Signal(str)
    moved = Signal()

    def __init__(
        self, centre: QWidget, left: QWidget | None = None, right: QWidget | None = None, *, widths: tuple[int, int, int] = (240, 560, 360)
    ) -> None:
        super().__init__()
        self._centre = centre
        self._panes = {side: pane for side, pane in ((Side.LEFT, left), (Side.RIGHT, right)) if pane is not None}
        self._widths = {Side.LEFT: widths[0], Side.RIGHT: widths[2]}
        self._centre_width = widths[1]
        self._hidden: set[Side] = set()
        self._drawers: dict[Side, _Drawer] = {}
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for pane in (left, centre, right):
            if pane is not None:
                self._splitter.addWidget(pane)
        self._splitter.splitterMoved.connect(lambda *_at: self.moved.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        current.notifier().changed.connect(self._arrange)
        self._size_up()

    def has(self, side: Side) -> bool:
        """Is there a pane on that side at all?"""
        return side in self._panes

    def is_drawer(self, side: Side) -> bool:
        """Is that pane a drawer now?"""
        return side in self._drawers

    def is_open(self, side: Side) -> bool:
        """Can that pane be seen (when the window can)?"""
        if side not in self._panes:
            return False
        return self._drawers[side].isVisibleTo(self) if side in self._drawers else side not in self._hidden

    def toggle(self, side: Side) -> None:
        """Show the pane, or hide it."""
        self.set_open(side, is_open=not self.is_open(side))

    def set_open(self, side: Side, *, is_open: bool) -> None:
        """Show or hide the pane; a drawer that opens takes the focus and gives it back to the centre when it closes."""
        if side not in self._panes or is_open == self.is_open(side):
            return
        if side in self._drawers:
            self._move_drawer(side, is_open=is_open)
        else:
            (self._hidden.discard if is_open else self._hidden.add)(side)
            self._panes[side].setVisible(is_open)
        (self.opened if is_open else self.closed).emit(side.value)

    def save(self) -> QByteArray:
        """The splitter's state, for WindowState."""
        return self._splitter.saveState()

    def restore(self, state: QByteArray) -> None:
        """Take up a saved state; one of another shape is ignored."""
        if not state.isEmpty() and not self._drawers:
            self._splitter.restoreState(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _size_up(self) -> None:
        for index in range(self._splitter.count()):
            self._splitter.setStretchFactor(index, int(self._splitter.widget(index) is self._centre))
        for side, pane in self._panes.items():
            pane.setMinimumWidth(min(fonts.pixels(self._widths[side]), max(200, self.width() - 48)))
        sizes = [fonts.pixels(self._width_of(self._splitter.widget(i))) for i in range(self._splitter.count())]
        self._splitter.setSizes(sizes)

    def _width_of(self, widget: QWidget | None) -> int:
        for side, pane in self._panes.items():
            if pane is widget:
                return self._widths[side]
        return 2000

    def _arrange(self) -> None:
        room = self.width() - fonts.pixels(self._centre_width)
        for side in (Side.RIGHT, Side.LEFT):
            if side in self._panes and side not in self._hidden:
                width = fonts.pixels(self._widths[side])
                has_room = room >= width
                room -= width if has_room else 0
                if has_room:
                    self._make_pane(side)
                else:
                    self._make_drawer(side)
        for side, drawer in self._drawers.items():
            self._place(side, drawer)

    def _make_drawer(self, side: Side) -> None:
        if side in self._drawers:
            return
        self._drawers[side] = _Drawer(self, side, self._panes[side])
        self._size_up()

    def _make_pane(self, side: Side) -> None:
        if side not in self._drawers:
            return
        drawer = self._drawers.pop(side)
        self._splitter.insertWidget(0 if side is Side.LEFT else self._splitter.count(), self._panes[side])
        self._panes[side].show()
        drawer.deleteLater()
        self._size_up()

    def _move_drawer(self, side: Side, *, is_open: bool) -> None:
        drawer = self._drawers[side]
        if not is_open:
            drawer.hide()
            self._centre.setFocus()
            return
        for other in self._drawers:
            if other is not side:
                self.set_open(other, is_open=False)
        self._place(side, drawer)
        drawer.show()
        drawer.raise_()
        self._panes[side].setFocus()

    def _place(self, side: Side, drawer: _Drawer) -> None:
        width = min(fonts.pixels(self._widths[side]), self.width() - 48)
        left = 0 if side is Side.LEFT else self.width() - width
        drawer.setGeometry(left, 0, width, self.height())
