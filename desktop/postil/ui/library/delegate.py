"""Paints an article's cells: title over its origin or the search hit, state as icon and word, counts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from postil.domain.article import ArticleState
from postil.models import articles as words
from postil.models.rows import ROW_ROLE
from postil.operations.rows import ArticleRow
from postil.ui.theme import current, fonts, icons
from postil.ui.theme.spacing import HALF, ONE, TWO

STATE_TOKENS: dict[ArticleState, str] = {
    ArticleState.NEW: "suggested",
    ArticleState.ASSIGNED: "suggested",
    ArticleState.IN_PROGRESS: "draft",
    ArticleState.SUBMITTED: "submitted",
    ArticleState.UNDER_REVIEW: "submitted",
    ArticleState.RETURNED: "returned",
    ArticleState.APPROVED: "approved",
    ArticleState.CHANGED_SINCE_APPROVAL: "changed",
}
"""The colour of a state, as a key of `Tokens.states`."""
STATE_ICONS: dict[ArticleState, str] = {s: s.value for s in ArticleState} | {ArticleState.CHANGED_SINCE_APPROVAL: "changed"}
"""The icon of a state."""


class ArticleDelegate(QStyledItemDelegate):
    """One row is two lines high; the selected one is washed in the accent, the current cell gets no box of its own."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = QFontMetrics(fonts.font(fonts.FontRole.UI)).height() + QFontMetrics(fonts.font(fonts.FontRole.SMALL)).height()
        return QSize(60, lines + TWO + HALF)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: ArticleRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        tokens = current.tokens()
        box = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, current.colour(tokens.accent_wash))
            if index.column() == 0:
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), current.colour(tokens.accent))
        painter.setPen(current.colour(tokens.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inner = box.adjusted(ONE + HALF, ONE, -ONE, -ONE)
        if index.column() == 0:
            self._title(painter, inner, row)
        elif index.column() == 1:
            self._state(painter, inner, row)
        else:
            self._plain(painter, inner, index, is_open=index.column() == 7 and bool(row.open))
        painter.restore()

    @staticmethod
    def _title(painter: QPainter, box: QRect, row: ArticleRow) -> None:
        tokens = current.tokens()
        font = fonts.font(fonts.FontRole.STRONG)
        font.setItalic(row.title_is_lead)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(current.colour(tokens.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignTop, metrics.elidedText(words.title_of(row), Qt.TextElideMode.ElideRight, box.width()))
        below = QRect(box.left(), box.top() + metrics.height() + HALF // 2, box.width(), box.height() - metrics.height())
        if row.snippet:
            _snippet(painter, below, row)
            return
        small = fonts.font(fonts.FontRole.SMALL)
        painter.setFont(small)
        painter.setPen(current.colour(tokens.dim))
        text = " · ".join(part for part in (row.publisher, row.name) if part)
        painter.drawText(below, Qt.AlignmentFlag.AlignTop, QFontMetrics(small).elidedText(text, Qt.TextElideMode.ElideMiddle, below.width()))

    @staticmethod
    def _state(painter: QPainter, box: QRect, row: ArticleRow) -> None:
        tokens = current.tokens()
        name, ink = STATE_ICONS[row.state], tokens.states[STATE_TOKENS[row.state]]
        side = icons.icon_size().width()
        top = box.top() + (box.height() - side) // 2
        painter.drawPixmap(box.left(), top, icons.pixmap(name, ink, side, painter.device().devicePixelRatioF()))
        painter.setFont(fonts.font(fonts.FontRole.UI))
        painter.setPen(current.colour(ink))
        text = box.adjusted(side + ONE, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(words.state_name(row), Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)

    @staticmethod
    def _plain(painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, *, is_open: bool) -> None:
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
