"""The one search field of the top bar: type to find an article or run any action; results hang below it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMoveEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from postil.base.i18n import _
from postil.ui.theme import current, fonts, icons
from postil.ui.theme.spacing import HALF, ONE
from postil.ui.widgets.search_field import SearchField

TYPING_PAUSE_MS = 120
MOST = 12
_HIT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: `key` says what to do with it; `aside` stands dimmed on the right; `is_enabled` false greys it."""

    key: str
    text: str
    icon: str
    aside: str = ""
    is_enabled: bool = True


class HitDelegate(QStyledItemDelegate):
    """Paints an icon, a text and a dimmed word on the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        hit: Hit = index.data(_HIT)
        tokens = current.tokens()
        painter.save()
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        area: QRect = option.rect
        if is_current:
            painter.fillRect(area, QColor(tokens.selection))
        ink = tokens.on_selection if is_current else tokens.text if hit.is_enabled else tokens.line_strong
        side = fonts.pixels(16)
        area = area.adjusted(ONE, 0, -ONE, 0)
        renderer = icons.renderer(hit.icon, ink)
        renderer.render(painter, QRect(area.left(), area.center().y() - side // 2, side, side).toRectF())
        area.setLeft(area.left() + side + ONE)
        painter.setFont(fonts.font(fonts.FontRole.SMALL))
        aside_width = painter.fontMetrics().horizontalAdvance(hit.aside)
        painter.setPen(QColor(ink if is_current else tokens.dim))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, hit.aside)
        area.setRight(area.right() - aside_width - ONE)
        painter.setFont(fonts.font(fonts.FontRole.UI))
        painter.setPen(QColor(ink))
        text = painter.fontMetrics().elidedText(hit.text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), fonts.pixels(32))


class Results(QFrame):
    """The list under the field: a child of the window, so that the field keeps the focus."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setProperty("look", "drawer")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._list = QListWidget()
        self._list.setProperty("look", "bare")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(HitDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.itemClicked.connect(self._on_item_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HALF, HALF, HALF, HALF)
        layout.addWidget(self._list)
        self.hide()

    def show_hits(self, hits: tuple[Hit, ...], under: QRect) -> None:
        """Show hits below the rectangle `under` (in the parent's coordinates); nothing when there are none."""
        self._list.clear()
        for hit in hits:
            item = QListWidgetItem(hit.text)
            item.setData(_HIT, hit)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.text}, {hit.aside}" if hit.aside else hit.text)
            self._list.addItem(item)
        self._list.setAccessibleName(_("Results"))
        if not hits:
            self.hide()
            return
        self._list.setCurrentRow(0)
        self.place(under)
        self.show()
        self.raise_()

    def place(self, under: QRect) -> None:
        """Lie below the rectangle `under`, inside the window."""
        width = max(under.width(), fonts.pixels(420))
        height = min(self._list.count(), MOST) * fonts.pixels(32) + 2 * HALF + 2
        left = max(ONE, min(under.right() - width, self._host.width() - width - ONE))
        self.setGeometry(left, under.bottom() + HALF, width, min(height, self._host.height() - under.bottom() - ONE))

    def move_by(self, rows: int) -> None:
        """Choose another row."""
        count = self._list.count()
        if count:
            self._list.setCurrentRow((self._list.currentRow() + rows) % count)

    def choose(self) -> None:
        """Take the chosen row, if it can be taken."""
        item = self._list.currentItem()
        if item is not None:
            self._on_item_clicked(item)

    def hits(self) -> tuple[Hit, ...]:
        """What is listed now."""
        return tuple(self._list.item(row).data(_HIT) for row in range(self._list.count()))

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        hit: Hit = item.data(_HIT)
        if hit.is_enabled:
            self.chosen.emit(hit.key)


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
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: MOST - 1, Qt.Key.Key_PageUp: 1 - MOST}
        if self._results is not None and event.key() in moves:
            self._results.move_by(moves[Qt.Key(event.key())])
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
            self._results = Results(self.window())
            self._results.chosen.connect(self._on_results_chosen)
        return self._results

    def _on_results_chosen(self, key: str) -> None:
        self.clear()
        self.left.emit()
        self.chosen.emit(key)
