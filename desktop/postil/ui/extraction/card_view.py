"""The list of cards: a view of a model that places each row at its line of text and holds one live widget, the focused card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from postil.models.annotations import CardRow, CardsModel
from postil.ui.extraction.card_delegate import CardDelegate
from postil.ui.extraction.card_places import Pane, Placed, aligned, listed
from postil.ui.theme import current
from postil.ui.theme.spacing import ONE

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = float("inf")


class CardView(QListView):
    """`chosen`, `opened` and `hovered` carry a card's key. Set `lines` to tell where lines stand, then call `align`.

    It is a QListView so that screen readers find a list of cards in it; Qt's own way of placing rows is never used.
    While `is_held` nothing is placed: whoever holds it changes several things and calls `align` at the end.
    """

    chosen = Signal(str)
    opened = Signal(str)
    hovered = Signal(str)

    def __init__(self, model: CardsModel, focused_card: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = model
        self._placed: dict[int, QRect] = {}
        self._heights: dict[int, int] = {}
        self._list_at: tuple[int, int] | None = None
        self._focus = ""
        self.is_held = False
        self.is_sticky = False
        self.lines: Callable[[], Callable[[int], float]] = lambda: lambda _offset: _NOWHERE
        self._line_of: Callable[[int], float] = lambda _offset: _NOWHERE
        self.offsets_on_page: Callable[[], tuple[int, int]] = lambda: (0, 0)
        self.card = focused_card
        self.setProperty("look", "bare")
        self.delegate = CardDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.card.setParent(self.viewport())
        self.card.hide()
        for signal in (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.modelReset):
            signal.connect(self._on_model_changed)
        current.notifier().changed.connect(self._on_model_changed)

    # ------------------------------------------------------------------------------------------------------- placing

    def set_focus(self, card: str) -> None:
        """Let another card be the focused one ("" for none); it takes its place at its line with the next `align`."""
        self._focus = card
        index = self._cards.index_of(card)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def align(self) -> None:
        """Lines may stand elsewhere: place the cards again."""
        self._list_at = None
        if not self.is_held:
            self._place()

    def settle(self) -> None:
        """The focused card may want another height: if so, place the cards again, a list where it was leafed to."""
        row = self._row_of_focus()
        box = self._placed.get(row)
        if box is not None and row >= 0 and not self.is_held and self._height_of(row) != box.height():
            self._place()

    def _row_of_focus(self) -> int:
        return self._cards.index_of(self._focus).row()

    def _height_of(self, row: int) -> int:
        width = self._card_width()
        if row == self._row_of_focus():
            high = self.card.heightForWidth(width) if self.card.hasHeightForWidth() else self.card.sizeHint().height()
            return min(high, max(120, self.viewport().height()))
        if row not in self._heights:
            data = self._cards.rows()[row]
            self._heights[row] = self.delegate.height(data, str(self._cards.index(row, 0).data()), width)
        return self._heights[row]

    def _card_width(self) -> int:
        return max(80, self.viewport().width() - 2 * ONE)

    def _place(self) -> None:
        self._line_of = self.lines()
        pane = Pane(len(self._cards.rows()), self._wanted, self._height_of, self.viewport().height())
        if self._list_at is not None:
            placed = listed(pane, *self._list_at)
            self._list_at = (placed[0].row, placed[0].top) if placed else None
        else:
            placed = aligned(pane, self._pivot())
        self._show(placed)

    def _wanted(self, row: int) -> float:
        top = self._line_of(self._cards.rows()[row].annotation.start)
        if self.is_sticky and row == self._row_of_focus():
            return max(0.0, min(top, float(self.viewport().height())))
        return top

    def _pivot(self) -> int:
        """The focused card while its line is on the page, else the first whose line is."""
        focus = self._row_of_focus()
        if focus >= 0 and abs(self._wanted(focus)) != _NOWHERE:
            return focus
        rows = self._cards.between(*self.offsets_on_page())
        return next((row for row in rows if self._wanted(row) >= 0), rows[-1] if rows else -1)

    def _show(self, placed: list[Placed]) -> None:
        width, focus = self._card_width(), self._row_of_focus()
        self._placed = {p.row: QRect(ONE, p.top, width, p.height) for p in placed}
        box = self._placed.get(focus)
        if box is not None and focus >= 0:
            self.card.setGeometry(box)
        self.card.setVisible(box is not None and focus >= 0)
        self.viewport().update()

    def _on_model_changed(self, *_what: object) -> None:
        self._heights.clear()
        if not self.is_held:
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._heights.clear()
        self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaf through the cards as through a list; they go back to their lines when the page moves."""
        if not self._placed:
            return
        row = min(self._placed)
        by = event.pixelDelta().y() or event.angleDelta().y() * 48 // 120
        self._list_at = (row, self._placed[row].top() + by)
        self._place()
        event.accept()

    # ------------------------------------------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        focus = self._row_of_focus()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        for row, box in self._placed.items():
            if row != focus and box.intersects(event.rect()):
                option.rect = box
                self.delegate.paint(painter, option, self._cards.index(row, 0))
        painter.end()

    def show_hovered(self, annotation: str) -> None:
        """Show which annotation is pointed at in the text."""
        if annotation != self.delegate.hovered:
            self.delegate.hovered = annotation
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._id_at(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover("")
        super().leaveEvent(event)

    def _hover(self, annotation: str) -> None:
        if annotation != self.delegate.hovered:
            self.show_hovered(annotation)
            self.hovered.emit(annotation)

    def _id_at(self, point: QPoint) -> str:
        row: CardRow | None = self._cards.row(self.indexAt(point))
        return row.key if row else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click focuses a card."""
        annotation = self._id_at(event.position().toPoint())
        if annotation and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(annotation)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the card for editing; it decides nothing."""
        annotation = self._id_at(event.position().toPoint())
        if annotation:
            self.opened.emit(annotation)

    # -------------------------------------------------------------------------------------- what Qt asks of a view

    def doItemsLayout(self) -> None:  # noqa: N802 — Qt's name
        """Cards are placed by `align`."""

    def updateGeometries(self) -> None:  # noqa: N802 — Qt's name
        """There are no scroll bars to measure."""

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 — Qt's name
        return self._placed.get(index.row(), QRect())

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 — Qt's name
        row = next((row for row, box in self._placed.items() if box.contains(point)), -1)
        return self._cards.index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(self, _index: Index, _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:  # noqa: N802
        """Cards go where their lines are; nothing scrolls by itself."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: N802 — Qt's name
        steps = {
            QAbstractItemView.CursorAction.MoveUp: -1,
            QAbstractItemView.CursorAction.MoveDown: 1,
            QAbstractItemView.CursorAction.MovePageUp: -5,
            QAbstractItemView.CursorAction.MovePageDown: 5,
            QAbstractItemView.CursorAction.MoveHome: -len(self._cards.rows()),
            QAbstractItemView.CursorAction.MoveEnd: len(self._cards.rows()),
        }
        row = max(0, min(len(self._cards.rows()) - 1, max(0, self._row_of_focus()) + steps.get(action, 0)))
        return self._cards.index(row, 0)

    def currentChanged(self, current_index: Index, previous: Index) -> None:  # noqa: N802 — Qt's name
        """Arrow keys in the list move the focus."""
        super().currentChanged(current_index, previous)
        row: CardRow | None = self._cards.row(current_index)
        if row is not None and row.key != self._focus and self.hasFocus():
            self.chosen.emit(row.key)

    def horizontalOffset(self) -> int:  # noqa: N802 — Qt's name
        return 0

    def verticalOffset(self) -> int:  # noqa: N802 — Qt's name
        return 0

    def isIndexHidden(self, _index: Index) -> bool:  # noqa: N802 — Qt's name
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802 — Qt's name
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:  # noqa: N802 — Qt's name
        return QRegion(self.viewport().rect())
