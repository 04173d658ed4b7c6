"""Paints the review queue and the items of one extraction: two quiet lines each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from postil.base.i18n import _
from postil.domain.annotation import KIND_LABELS, STATE_LABELS, Annotation, State
from postil.models import queue as words
from postil.models.rows import ROW_ROLE
from postil.operations import describe
from postil.operations.rows import QueueRow, ReviewItem
from postil.ui.theme import current, fonts, icons, marks
from postil.ui.theme.spacing import HALF, ONE


class TwoLines(QStyledItemDelegate):
    """Ground, selection and two elided lines; subclasses say what stands in them."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = QFontMetrics(fonts.font(fonts.FontRole.UI)).height() + QFontMetrics(fonts.font(fonts.FontRole.SMALL)).height()
        return QSize(80, lines + 2 * ONE + HALF)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is None:
            return
        tokens = current.tokens()
        box = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, current.colour(tokens.accent_wash))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), current.colour(tokens.accent))
        painter.setPen(current.colour(tokens.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self.paint_row(painter, box.adjusted(ONE + HALF, ONE, -ONE, -ONE), row)
        painter.restore()

    def paint_row(self, painter: QPainter, box: QRect, row: object) -> None:
        """What stands in one row."""

    @staticmethod
    def line(painter: QPainter, box: QRect, text: str, role: fonts.FontRole, colour: str, *, is_below: bool = False) -> None:
        """One line at the top or the bottom of `box`."""
        font = fonts.font(role)
        painter.setFont(font)
        painter.setPen(current.colour(colour))
        side = Qt.AlignmentFlag.AlignBottom if is_below else Qt.AlignmentFlag.AlignTop
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | side), QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width()))


class QueueDelegate(TwoLines):
    """An extraction: title; annotator, what waits, and the first reason for its place in the queue."""

    def paint_row(self, painter: QPainter, box: QRect, row: object) -> None:
        if isinstance(row, QueueRow):
            tokens = current.tokens()
            self.line(painter, box, row.title, fonts.FontRole.STRONG, tokens.text)
            below = " · ".join([row.author_name, words.waiting(row), *row.reasons[:1]])
            self.line(painter, box, below, fonts.FontRole.SMALL, tokens.dim, is_below=True)


class ItemDelegate(TwoLines):
    """An annotation under review: its sentence with the kind's glyph; its state as icon and word."""

    def paint_row(self, painter: QPainter, box: QRect, row: object) -> None:
        if not isinstance(row, ReviewItem):
            return
        annotation = row.annotation
        tokens = current.tokens()
        side = icons.icon_size().width()
        ratio = painter.device().devicePixelRatioF()
        ink = marks.kind_ink(annotation.kind).name()
        painter.drawPixmap(box.left(), box.top(), icons.pixmap(annotation.kind.value, ink, side, ratio))
        text = box.adjusted(side + ONE, 0, 0, 0)
        self.line(painter, text, describe.headline(annotation), fonts.FontRole.UI, tokens.text)
        self.line(painter, text, state_words(row), fonts.FontRole.SMALL, tokens.states[state_token(annotation)], is_below=True)


def state_token(annotation: Annotation) -> str:
    """The key in `Tokens.states` for how an annotation stands."""
    if annotation.evidence_broken:
        return "broken"
    return "changed" if annotation.changed_since_approval else annotation.state.value


def state_words(item: ReviewItem) -> str:
    """Kind, state and how much was changed, in words."""
    annotation = item.annotation
    state = _("Changed since approval") if annotation.changed_since_approval else _(STATE_LABELS[annotation.state])
    if annotation.evidence_broken:
        state = _("Evidence broken")
    waiting = annotation.state is State.SUBMITTED and bool(item.changes)
    parts = [_(KIND_LABELS[annotation.kind]), state, _("corrected by the annotator") if waiting else ""]
    return " · ".join(p for p in parts if p)
