"""Paints a sentence behind a point: the words in the reading face, the article beneath."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from postil.models.rows import ROW_ROLE
from postil.models.series import MentionRow
from postil.ui.theme import current, fonts
from postil.ui.theme.spacing import HALF, ONE
from postil.ui.widgets.row_delegate import Index, RowDelegate, line

_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class MentionDelegate(RowDelegate):
    """As high as its sentence needs at the list's width; the selected one has a bar and no wash, so that it reads like a quote."""

    has_wash = False
    has_rule = False

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: MentionRow | None = index.data(ROW_ROLE)
        width = max(120, self._view.viewport().width())
        if row is None:
            return QSize(width, 0)
        sentence = QFontMetrics(fonts.font(fonts.FontRole.QUOTE)).boundingRect(0, 0, width - 2 * ONE - HALF, 10_000, _WRAP, row.sentence)
        small = QFontMetrics(fonts.font(fonts.FontRole.SMALL)).height()
        return QSize(width, sentence.height() + small + 3 * ONE)

    def paint_row(self, painter: QPainter, box: QRect, row: MentionRow, _index: Index) -> None:
        tokens = current.tokens()
        small = QFontMetrics(fonts.font(fonts.FontRole.SMALL)).height()
        painter.setFont(fonts.font(fonts.FontRole.QUOTE))
        painter.setPen(current.colour(tokens.text))
        painter.drawText(box.adjusted(0, 0, 0, -small - HALF), _WRAP, row.sentence)
        line(painter, box, row.title, fonts.FontRole.SMALL, tokens.dim, side=Qt.AlignmentFlag.AlignBottom)
