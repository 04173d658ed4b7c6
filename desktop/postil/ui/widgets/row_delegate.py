"""The one look of list rows that are painted by hand: ground, selection, and lines of text cut where they end."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from postil.models.rows import ROW_ROLE
from postil.ui.theme import current, fonts
from postil.ui.theme.spacing import HALF, ONE

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Two lines high; a selected row is washed in the accent and has a bar where it begins. Subclasses paint what stands in it."""

    has_wash = True
    """Is the ground of a selected row, or of the one pointed at, another one?"""
    has_rule = True
    """Is there a line below each row?"""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        lines = sum(QFontMetrics(fonts.font(role)).height() for role in (fonts.FontRole.UI, fonts.FontRole.SMALL))
        return QSize(80, lines + 2 * ONE + HALF)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if row is None:
            return
        painter.save()
        self._ground(painter, option, is_beginning=index.column() == 0)
        self.paint_row(painter, option.rect.adjusted(ONE + HALF, ONE, -ONE, -ONE), row, index)
        painter.restore()

    def paint_row(self, painter: QPainter, box: QRect, row: Any, index: Index) -> None:
        """Paint what stands in a cell, within `box`; the painter's state is put back afterwards."""

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, is_beginning: bool) -> None:
        tokens, box, state = current.tokens(), option.rect, option.state
        if state & QStyle.StateFlag.State_Selected:
            if self.has_wash:
                painter.fillRect(box, current.colour(tokens.accent_wash))
            if is_beginning:
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), current.colour(tokens.accent))
        elif self.has_wash and state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, current.colour(tokens.sunken))
        if self.has_rule:
            painter.setPen(current.colour(tokens.line))
            painter.drawLine(box.bottomLeft(), box.bottomRight())


def line(
    painter: QPainter,
    box: QRect,
    text: str,
    role: fonts.FontRole,
    colour: str,
    *,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    is_italic: bool = False,
) -> None:
    """One line of text at the top, the middle or the bottom of `box`, shortened to its width."""
    font = fonts.font(role)
    font.setItalic(is_italic)
    painter.setFont(font)
    painter.setPen(current.colour(colour))
    shown = QFontMetrics(font).elidedText(text, elide, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | side), shown)
