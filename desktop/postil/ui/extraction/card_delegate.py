"""Paints one card: a sentence a person would say, what is known about it, its state as icon and word."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from postil.base.i18n import _, ngettext
from postil.domain import codebook
from postil.domain.annotation import STATE_LABELS, State
from postil.models.annotations import CardRow
from postil.models.rows import ROW_ROLE
from postil.ui.theme import current, fonts, marks
from postil.ui.theme.spacing import HALF, ONE, RADIUS
from postil.ui.widgets.tinted import tinted

SEPARATOR = " · "
LINES = 2
"""Lines of the headline that a card shows before it is focused."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


def split_headline(text: str) -> tuple[str, str]:
    """What stands large on a card, and the rest of its sentence."""
    head, _separator, rest = text.partition(SEPARATOR)
    return head, rest


def remarks(row: CardRow) -> str:
    """The last line of a card: what needs a look, notes, tags."""
    annotation = row.annotation
    parts = [_("unsaved changes")] if row.has_draft else []
    if row.is_unsure:
        parts.append(_("unsure"))
    if annotation.evidence_broken:
        parts.append(_("evidence broken"))
    if annotation.changed_since_approval:
        parts.append(_("changed since approval"))
    if row.notes:
        parts.append(ngettext("{n} note", "{n} notes", row.notes).format(n=row.notes))
    parts += [tag_name(tag) for tag in annotation.tags]
    return SEPARATOR.join(parts)


def tag_name(tag: str) -> str:
    """A tag in the language in use."""
    return codebook.shipped("tags").label(tag)


@dataclass(frozen=True, slots=True)
class _Faces:
    """Fonts of a card, with their measures."""

    head: QFont
    small: QFont
    head_metrics: QFontMetrics
    small_metrics: QFontMetrics


class CardDelegate(QStyledItemDelegate):
    """Cards of one width; heights are kept until text size or width change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faces: _Faces | None = None
        self.hovered = ""
        current.notifier().changed.connect(self.restyle)

    def restyle(self) -> None:
        """Text size or colours changed."""
        self._faces = None

    def faces(self) -> _Faces:
        """The fonts in use."""
        if self._faces is None:
            head, small = fonts.font(fonts.FontRole.STRONG), fonts.font(fonts.FontRole.SMALL)
            self._faces = _Faces(head, small, QFontMetrics(head), QFontMetrics(small))
        return self._faces

    def height(self, row: CardRow, headline: str, width: int) -> int:
        """How high the card is at this width."""
        faces = self.faces()
        head, rest = split_headline(headline)
        inner = self._inner(QRect(0, 0, width, 1000)).width()
        wanted = faces.head_metrics.boundingRect(QRect(0, 0, inner, 1000), _WRAP, head).height()
        lines = faces.small_metrics.lineSpacing() * (1 + bool(rest) + bool(remarks(row)))
        return min(wanted, faces.head_metrics.lineSpacing() * LINES + 2) + lines + 2 * ONE + HALF

    def _inner(self, box: QRect) -> QRect:
        glyph = fonts.pixels(14) + ONE
        return box.adjusted(ONE + HALF + glyph, ONE, -ONE, -ONE)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: CardRow = index.data(ROW_ROLE)
        return QSize(option.rect.width(), self.height(row, str(index.data()), option.rect.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: CardRow = index.data(ROW_ROLE)
        annotation = row.annotation
        tokens, faces = current.tokens(), self.faces()
        is_faded = annotation.state is State.REJECTED
        painter.save()
        self._ground(painter, option.rect, row)
        inner = self._inner(option.rect)
        side = fonts.pixels(14)
        ink = tokens.states["rejected"] if is_faded else marks.kind_ink(annotation.kind).name()
        painter.drawPixmap(inner.left() - side - HALF - 2, inner.top() + 2, tinted(marks.KIND_ICONS[annotation.kind], ink, side, painter))
        head, rest = split_headline(str(index.data()))
        y = inner.top()
        font = QFont(faces.head)
        font.setStrikeOut(is_faded)
        painter.setFont(font)
        painter.setPen(current.colour(tokens.dim if is_faded else tokens.text))
        y += self._headline(painter, inner, head)
        painter.setFont(faces.small)
        painter.setPen(current.colour(tokens.dim))
        for line in (rest, remarks(row)):
            if line:
                box = QRect(inner.left(), y, inner.width(), faces.small_metrics.lineSpacing())
                painter.drawText(
                    box, int(Qt.AlignmentFlag.AlignVCenter), faces.small_metrics.elidedText(line, Qt.TextElideMode.ElideRight, box.width())
                )
                y += box.height()
        self._state(painter, QRect(inner.left(), y + HALF, inner.width(), faces.small_metrics.lineSpacing()), row)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, row: CardRow) -> None:
        tokens = current.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_hovered = row.key == self.hovered
        painter.setPen(QPen(marks.kind_ink(row.annotation.kind) if is_hovered else current.colour(tokens.line), 1))
        painter.setBrush(current.colour(tokens.raised))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), RADIUS, RADIUS)

    def _headline(self, painter: QPainter, inner: QRect, head: str) -> int:
        metrics = self.faces().head_metrics
        room = QRect(inner.left(), inner.top(), inner.width(), metrics.lineSpacing() * LINES + 2)
        wanted = metrics.boundingRect(QRect(0, 0, inner.width(), 10000), _WRAP, head).height()
        text = head if wanted <= room.height() else _cut(head, metrics, inner.width(), room.height())
        painter.drawText(room, _WRAP, text)
        return min(wanted, room.height())

    def _state(self, painter: QPainter, box: QRect, row: CardRow) -> None:
        annotation = row.annotation
        side = fonts.pixels(13)
        look = marks.state_look(annotation.state, is_broken=annotation.evidence_broken)
        ink = marks.state_ink(annotation.state, is_broken=annotation.evidence_broken)
        painter.drawPixmap(box.left(), box.top() + (box.height() - side) // 2, tinted(look.icon, ink.name(), side, painter))
        painter.setPen(ink)
        painter.drawText(box.adjusted(side + HALF, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), _(STATE_LABELS[annotation.state]))


def _cut(text: str, metrics: QFontMetrics, width: int, height: int) -> str:
    """As much of `text` as fits, with an ellipsis, by halving."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.boundingRect(QRect(0, 0, width, 10000), _WRAP, text[:middle].rstrip() + "…").height() <= height:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"
