"""Paints what is not text: washes under the words, lines and frames over them, glyphs in the margin, bars of zones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QTextBlock

from postil.base.i18n import _, ngettext
from postil.domain.annotation import State
from postil.domain.selector import Span
from postil.domain.zone import ZONE_LABELS
from postil.ui.theme import current, fonts, marks
from postil.ui.theme.tokens import Theme
from postil.ui.widgets.article_text import strokes
from postil.ui.widgets.article_text.geometry import Glyph, ParagraphGeometry, Picture
from postil.ui.widgets.article_text.marks import Mark, MarksByParagraph, Part
from postil.ui.widgets.article_text.page_layout import PageLayout
from postil.ui.widgets.article_text.text_map import TextMap
from postil.ui.widgets.article_text.zone_bars import BAR, ZoneBar, ZoneBars
from postil.ui.widgets.tinted import tinted

_SIGNED = (State.APPROVED, State.RETURNED, State.REJECTED)
"""States with a sign of their own in the margin."""
GLYPH = 13
"""Side of a margin glyph at 100 % text."""


@dataclass
class Lit:
    """What stands out now: the focused annotation and its parts, the hovered one, search hits and the current hit."""

    focus: str = ""
    parts: tuple[Part, ...] = ()
    hover: str = ""
    hits: tuple[Span, ...] = ()
    hit: int = -1


class PagePainter:
    """Painter of one text in one layout; keeps each paragraph's picture until it is told that it changed."""

    def __init__(self, text_map: TextMap, layout: PageLayout, zones: ZoneBars) -> None:
        self._map = text_map
        self._layout = layout
        self.zones = zones
        self.marks = MarksByParagraph(text_map)
        self.lit = Lit()
        self.scale = 1.0
        self._geometry: dict[int, ParagraphGeometry] = {}
        self._pictures: dict[int, Picture] = {}

    def forget(self, numbers: Iterable[int] | None = None) -> None:
        """These paragraphs look different; None: all are laid out anew."""
        if numbers is None:
            self._geometry.clear()
            self._pictures.clear()
            return
        for number in numbers:
            self._pictures.pop(number, None)

    def geometry(self, block: QTextBlock) -> ParagraphGeometry:
        """Look-ups in a laid-out block."""
        number = block.blockNumber()
        if number not in self._geometry:
            self._geometry[number] = ParagraphGeometry(block.layout(), self._map, self._map.paragraph(number))
        return self._geometry[number]

    def _picture(self, block: QTextBlock) -> Picture:
        number = block.blockNumber()
        if number not in self._pictures:
            self._pictures[number] = self.geometry(block).picture(self.marks.in_paragraph(number))
        return self._pictures[number]

    def _is_folded(self, number: int) -> bool:
        bar = self.zones.bar(number)
        return bar is not None and bar.is_folded

    def under(self, painter: QPainter, block: QTextBlock, top: float) -> None:
        """Washes behind the words of a block whose top stands at `top`."""
        number = block.blockNumber()
        if self._is_folded(number):
            return
        span = self._map.paragraph(number)
        painter.translate(0, top)
        for which, hit in enumerate(self.lit.hits):
            if hit.overlaps(span):
                self._fill_hit(painter, block, hit, is_current=which == self.lit.hit)
        for mark, strength in ((self.marks.get(self.lit.hover), 0.6), (self.marks.get(self.lit.focus), 1.0)):
            if mark and mark.span.overlaps(span):
                wash = marks.kind_wash(mark.kind)
                wash.setAlphaF(strength)
                painter.fillPath(self.geometry(block).outline(mark.start, mark.end, self.scale), wash)
        self._fill_parts(painter, block, span)
        painter.translate(0, -top)

    def _fill_hit(self, painter: QPainter, block: QTextBlock, hit: Span, *, is_current: bool) -> None:
        path = self.geometry(block).outline(hit.start, hit.end, self.scale)
        painter.fillPath(path, current.colour(current.tokens().hit))
        if is_current:
            painter.strokePath(path, QPen(current.colour(current.tokens().text), 1.5))

    def _fill_parts(self, painter: QPainter, block: QTextBlock, span: Span) -> None:
        focused = self.marks.get(self.lit.focus)
        if not focused:
            return
        wash = marks.kind_wash(focused.kind)
        edge = QPen(marks.kind_ink(focused.kind), 1, Qt.PenStyle.DotLine)
        for part in self.lit.parts:
            if part.start < span.end and span.start < part.end:
                path = self.geometry(block).outline(part.start, part.end, self.scale)
                painter.fillPath(path, wash)
                painter.strokePath(path, edge)

    def over(self, painter: QPainter, block: QTextBlock, top: float) -> None:
        """Lines, frames and glyphs over a block whose top stands at `top`."""
        number = block.blockNumber()
        painter.translate(0, top)
        bar = self.zones.bar(number)
        if bar:
            self._bar(painter, bar)
        if not (bar and bar.is_folded):
            picture = self._picture(block)
            for style, segments in picture.lines:
                strokes.draw(painter, style, segments, self.scale)
            focused = self.marks.get(self.lit.focus)
            if focused and focused.span.overlaps(self._map.paragraph(number)):
                self._frame(painter, self.geometry(block).outline(focused.start, focused.end, self.scale), focused)
            for line_glyphs in _by_line(picture.glyphs):
                self._glyphs(painter, line_glyphs)
        painter.translate(0, -top)

    def _frame(self, painter: QPainter, outline: QPainterPath, focused: Mark) -> None:
        ink = marks.state_ink(focused.state, is_broken=True) if focused.is_broken else marks.kind_ink(focused.kind)
        painter.strokePath(outline, QPen(ink, 2.4 if current.theme() is Theme.HIGH_CONTRAST else 1.6))

    def glyph_boxes(self, block: QTextBlock) -> list[tuple[QRectF, str]]:
        """Where the margin glyphs of a block stand, in its coordinates, with the ids of their annotations."""
        if self._is_folded(block.blockNumber()):
            return []
        return [(box, glyph.mark.id) for line in _by_line(self._picture(block).glyphs) for box, glyph in self._places(line)]

    def _places(self, glyphs: list[Glyph]) -> list[tuple[QRectF, Glyph]]:
        """From the column outwards; when there is no room for all, the focused one comes first."""
        side = round(GLYPH * self.scale)
        room = max(1, int((self._layout.column.left - 6) // (side + 3)))
        shown = sorted(glyphs, key=lambda g: g.mark.id != self.lit.focus)[:room] if len(glyphs) > room else glyphs
        right = self._layout.column.left - 9 * self.scale
        step = side + 3
        return [(QRectF(right - side - n * step, g.base - side * 0.88, side, side), g) for n, g in enumerate(shown)]

    def _glyphs(self, painter: QPainter, glyphs: list[Glyph]) -> None:
        for box, glyph in self._places(glyphs):
            mark = glyph.mark
            if mark.is_broken or mark.state in _SIGNED:
                look = marks.state_look(mark.state, is_broken=mark.is_broken)
                picture = tinted(look.icon, marks.state_ink(mark.state, is_broken=mark.is_broken).name(), box.width(), painter)
            else:
                picture = tinted(marks.KIND_ICONS[mark.kind], marks.kind_ink(mark.kind).name(), box.width(), painter)
            if mark.id == self.lit.focus:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(marks.kind_wash(mark.kind))
                painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 4, 4)
            painter.drawPixmap(box.topLeft(), picture)

    def bar_boxes(self) -> tuple[QRectF, QRectF]:
        """The two parts of a zone's bar in its block's coordinates: name (folds) and the words that give it back."""
        column, height = self._layout.column, float(fonts.pixels(BAR))
        words = QFontMetricsF(fonts.font(fonts.FontRole.SMALL)).horizontalAdvance(_("Restore to body"))
        right = column.left + column.width
        return QRectF(column.left, 0, column.width - words - 8, height), QRectF(right - words, 0, words, height)

    def _bar(self, painter: QPainter, bar: ZoneBar) -> None:
        name, restore = self.bar_boxes()
        tokens = current.tokens()
        painter.setFont(fonts.font(fonts.FontRole.SMALL))
        side = round(name.height() * 0.55)
        arrow = tinted("next" if bar.is_folded else "down", tokens.zone, side, painter)
        painter.drawPixmap(QPointF(name.left() - 2, name.center().y() - side / 2), arrow)
        painter.setPen(current.colour(tokens.zone))
        words = _(ZONE_LABELS[bar.zone.kind])
        if bar.is_folded:
            words += " · " + ngettext("{n} line", "{n} lines", bar.lines).format(n=bar.lines)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(name.adjusted(side + 2, 0, 0, 0), flags, words)
        used = side + 10 + QFontMetricsF(painter.font()).horizontalAdvance(words)
        painter.setPen(QPen(current.colour(tokens.line), 1))
        painter.drawLine(QPointF(name.left() + used, name.center().y()), QPointF(restore.left() - 8, name.center().y()))
        painter.setPen(current.colour(tokens.zone))
        underlined = painter.font()
        underlined.setUnderline(True)
        painter.setFont(underlined)
        painter.drawText(restore, flags, _("Restore to body"))


def _by_line(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    lines: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        lines.setdefault(glyph.line, []).append(glyph)
    return list(lines.values())
