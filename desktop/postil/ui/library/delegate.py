"""Paints an article's cells: title over its origin or the search hit, state as icon and word, counts."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from postil.models import articles as words
from postil.operations.rows import ArticleRow
from postil.ui.theme import current, fonts, icons, marks
from postil.ui.theme.spacing import HALF, ONE
from postil.ui.widgets.row_delegate import Index, RowDelegate, line
from postil.ui.widgets.tinted import tinted

_OPEN = 7
"""The column that says how much is left."""


class ArticleDelegate(RowDelegate):
    """One row is two lines high; the current cell gets no box of its own."""

    def paint_row(self, painter: QPainter, box: QRect, row: ArticleRow, index: Index) -> None:
        if index.column() == 0:
            self._title(painter, box, row)
        elif index.column() == 1:
            self._state(painter, box, row)
        else:
            self._plain(painter, box, index, is_open=index.column() == _OPEN and bool(row.open))

    @staticmethod
    def _title(painter: QPainter, box: QRect, row: ArticleRow) -> None:
        tokens = current.tokens()
        line(painter, box, words.title_of(row), fonts.FontRole.STRONG, tokens.text, is_italic=row.title_is_lead)
        height = QFontMetrics(fonts.font(fonts.FontRole.STRONG)).height()
        below = QRect(box.left(), box.top() + height + HALF // 2, box.width(), box.height() - height)
        if row.snippet:
            _snippet(painter, below, row)
            return
        text = " · ".join(part for part in (row.publisher, row.name) if part)
        line(painter, below, text, fonts.FontRole.SMALL, tokens.dim, elide=Qt.TextElideMode.ElideMiddle)

    @staticmethod
    def _state(painter: QPainter, box: QRect, row: ArticleRow) -> None:
        name, ink = marks.article_look(row.state)
        side = icons.icon_size().width()
        painter.drawPixmap(box.left(), box.top() + (box.height() - side) // 2, tinted(name, ink, side, painter))
        text = box.adjusted(side + ONE, 0, 0, 0)
        line(painter, text, words.state_name(row), fonts.FontRole.UI, ink, side=Qt.AlignmentFlag.AlignVCenter)

    @staticmethod
    def _plain(painter: QPainter, box: QRect, index: Index, *, is_open: bool) -> None:
        tokens = current.tokens()
        font = fonts.font(fonts.FontRole.STRONG if is_open else fonts.FontRole.UI)
        painter.setFont(font)
        painter.setPen(current.colour(tokens.accent if is_open else tokens.text))
        side = index.data(Qt.ItemDataRole.TextAlignmentRole)
        flags = Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if side else Qt.AlignmentFlag.AlignLeft)
        text = QFontMetrics(font).elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(flags), text)


def _snippet(painter: QPainter, box: QRect, row: ArticleRow) -> None:
    """The words around the hit, the hit itself on the search colour (never an annotation's colour)."""
    tokens = current.tokens()
    font = fonts.font(fonts.FontRole.SMALL)
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    text = row.snippet.replace("\n", " ")
    start, end = row.hit
    x = box.left()
    for piece, is_hit in ((text[:start], False), (text[start:end], True), (text[end:], False)):
        face = strong if is_hit else font
        metrics = QFontMetrics(face)
        room = box.right() - x
        shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(shown)
        if is_hit:
            painter.fillRect(QRect(x, box.top(), width, metrics.height()), current.colour(tokens.hit))
        painter.setFont(face)
        painter.setPen(current.colour(tokens.on_hit if is_hit else tokens.dim))
        painter.drawText(QRect(x, box.top(), room, metrics.height()), Qt.AlignmentFlag.AlignTop, shown)
        x += width
        if x >= box.right() or shown != piece:
            return
