"""Paints a sentence behind a point: the words in the reading face, the article beneath."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from postil.models.rows import ROW_ROLE
from postil.models.series import MentionRow
from postil.ui.theme import current, fonts
from postil.ui.theme.spacing import HALF, ONE

_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class MentionDelegate(QStyledItemDelegate):
    """As high as its sentence needs at the list's width."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: MentionRow | None = index.data(ROW_ROLE)
        width = max(120, self._view.viewport().width())
        if row is None:
            return QSize(width, 0)
        sentence = QFontMetrics(fonts.font(fonts.FontRole.QUOTE)).boundingRect(0, 0, width - 2 * ONE - HALF, 10_000, _WRAP, row.sentence)
        small = QFontMetrics(fonts.font(fonts.FontRole.SMALL)).height()
        return QSize(width, sentence.height() + small + 3 * ONE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: MentionRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        tokens = current.tokens()
        box = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), current.colour(tokens.accent))
        inner = box.adjusted(ONE + HALF, ONE, -ONE, -ONE)
        small = QFontMetrics(fonts.font(fonts.FontRole.SMALL)).height()
        painter.setFont(fonts.font(fonts.FontRole.QUOTE))
        painter.setPen(current.colour(tokens.text))
        painter.drawText(inner.adjusted(0, 0, 0, -small - HALF), _WRAP, row.sentence)
        painter.setFont(fonts.font(fonts.FontRole.SMALL))
        painter.setPen(current.colour(tokens.dim))
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), title)
        painter.restore()
