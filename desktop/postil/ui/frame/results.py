"""The list that hangs below the search field: actions and articles, chosen by keys or by the pointer."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
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
from postil.ui.frame.matching import Hit
from postil.ui.theme import current, fonts, icons
from postil.ui.theme.spacing import HALF, ONE

MOST = 12
"""Rows shown at once."""
_HIT = Qt.ItemDataRole.UserRole


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
