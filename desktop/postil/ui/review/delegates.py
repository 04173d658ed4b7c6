"""Paints the review queue and the items of one extraction: two quiet lines each."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from postil.base.i18n import _
from postil.domain.annotation import KIND_LABELS, STATE_LABELS, Annotation, State
from postil.models import queue as words
from postil.operations import describe
from postil.operations.rows import QueueRow, ReviewItem
from postil.ui.theme import current, fonts, icons, marks
from postil.ui.theme.spacing import ONE
from postil.ui.widgets.row_delegate import Index, RowDelegate, line
from postil.ui.widgets.tinted import tinted

_BELOW = Qt.AlignmentFlag.AlignBottom


class QueueDelegate(RowDelegate):
    """An extraction: title; annotator, what waits, and the first reason for its place in the queue."""

    def paint_row(self, painter: QPainter, box: QRect, row: QueueRow, _index: Index) -> None:
        tokens = current.tokens()
        line(painter, box, row.title, fonts.FontRole.STRONG, tokens.text)
        below = " · ".join([row.author_name, words.waiting(row), *row.reasons[:1]])
        line(painter, box, below, fonts.FontRole.SMALL, tokens.dim, side=_BELOW)


class ItemDelegate(RowDelegate):
    """An annotation under review: its sentence with the kind's glyph; its state as icon and word."""

    def paint_row(self, painter: QPainter, box: QRect, row: ReviewItem, _index: Index) -> None:
        annotation, tokens = row.annotation, current.tokens()
        side = icons.icon_size().width()
        painter.drawPixmap(box.left(), box.top(), tinted(marks.KIND_ICONS[annotation.kind], marks.kind_ink(annotation.kind).name(), side, painter))
        text = box.adjusted(side + ONE, 0, 0, 0)
        line(painter, text, describe.headline(annotation), fonts.FontRole.UI, tokens.text)
        line(painter, text, state_words(row), fonts.FontRole.SMALL, tokens.states[state_token(annotation)], side=_BELOW)


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
