"""Zones on the page: which paragraphs stand back, which fold, and the bar that names a zone and gives it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from postil.domain.selector import Span
from postil.domain.zone import READ_KINDS, Zone, ZoneKind
from postil.ui.theme import current, fonts
from postil.ui.widgets.article_text.page_layout import PLAIN, Paragraph
from postil.ui.widgets.article_text.text_map import TextMap

BAR = 26
"""Height of a zone's bar at 100 % text."""
FOLDED_AT_FIRST = frozenset({ZoneKind.IMAGE, ZoneKind.BOILERPLATE, ZoneKind.FRONT_MATTER})


@dataclass(frozen=True, slots=True)
class ZoneBar:
    """A zone that fills whole paragraphs `first` to `last` and so has a bar above it; `lines` counts those with words."""

    zone: Zone
    first: int
    last: int
    lines: int
    is_folded: bool


class ZoneBars:
    """The zones of one text, paragraph by paragraph. Folds are kept by where a zone begins."""

    def __init__(self, text_map: TextMap) -> None:
        self._map = text_map
        self._blank = frozenset(text_map.blank_after_blank())
        self._zones: tuple[Zone, ...] = ()
        self._in: dict[int, list[Zone]] = {}
        self._bars: dict[int, ZoneBar] = {}
        self._inside: dict[int, ZoneBar] = {}
        self._fold: dict[int, bool] = {}
        self._set: dict[int, Paragraph] = {}
        self._pixels = 18

    def show(self, zones: Iterable[Zone]) -> None:
        """Take these zones."""
        self._zones = tuple(zone for zone in zones if zone.kind is not ZoneKind.BODY)
        self._arrange()

    def _arrange(self) -> None:
        self._in, self._bars, self._inside, self._set = {}, {}, {}, {}
        for zone in self._zones:
            first = self._map.paragraph_number(zone.start)
            last = self._map.paragraph_number(max(zone.start, min(zone.end, len(self._map.text)) - 1))
            for number in range(first, last + 1):
                self._in.setdefault(number, []).append(zone)
            bar = self._bar(zone, first, last)
            if bar:
                self._bars[bar.first] = bar
                self._inside.update(dict.fromkeys(range(bar.first, bar.last + 1), bar))

    def _bar(self, zone: Zone, first: int, last: int) -> ZoneBar | None:
        if zone.kind in READ_KINDS:
            return None
        inner = self._map.trimmed(zone.start, zone.end)
        outer = Span(self._map.paragraph(first).start, self._map.paragraph(last).end)
        if self._map.trimmed(outer.start, outer.end) != inner or inner.start == inner.end:
            return None
        first, last = self._map.paragraph_number(inner.start), self._map.paragraph_number(inner.end - 1)
        lines = sum(1 for n in range(first, last + 1) if self._map.paragraph(n).start < self._map.paragraph(n).end)
        return ZoneBar(zone, first, last, lines, self._fold.get(zone.start, zone.kind in FOLDED_AT_FIRST))

    def bar(self, number: int) -> ZoneBar | None:
        """The bar above paragraph `number`."""
        return self._bars.get(number)

    def bars(self) -> tuple[ZoneBar, ...]:
        """All bars, from top to bottom."""
        return tuple(self._bars[number] for number in sorted(self._bars))

    def around(self, number: int) -> ZoneBar | None:
        """The zone with a bar that holds paragraph `number`."""
        return self._inside.get(number)

    def zone_at(self, offset: int) -> Zone | None:
        """The zone that holds `offset`; None in the body."""
        here = self._in.get(self._map.paragraph_number(offset), ())
        return next((zone for zone in here if zone.start <= offset < zone.end), None)

    def fold(self, bar: ZoneBar, *, is_folded: bool) -> None:
        """Fold or unfold one zone."""
        self._fold[bar.zone.start] = is_folded
        self._arrange()

    def hidden(self) -> frozenset[int]:
        """Paragraphs that are folded away, and all blank lines of several but the first. A folded zone's first one stays, as its bar."""
        folded = {n for bar in self._bars.values() if bar.is_folded for n in range(bar.first + 1, bar.last + 1)}
        after = {n + 1 for n in folded if n + 1 not in self._inside and n + 1 < self._map.count and self._map.is_blank(n + 1)}
        firsts = {bar.first for bar in self._bars.values()}
        return frozenset((folded | after | self._blank) - firsts)

    def restyle(self, pixels: int) -> None:
        """Colours or the size of the text changed: set every paragraph anew."""
        self._set = {}
        self._pixels = pixels

    def paragraph(self, number: int) -> Paragraph:
        """How paragraph `number` is set."""
        if number not in self._in:
            return PLAIN
        if number not in self._set:
            self._set[number] = self._paragraph(number)
        return self._set[number]

    def _paragraph(self, number: int) -> Paragraph:
        span, bar = self._map.paragraph(number), self._bars.get(number)
        if bar and bar.is_folded:
            clear = QTextCharFormat()
            clear.setForeground(QColor(Qt.GlobalColor.transparent))
            return Paragraph((self._range(span, span.start, span.end, clear),), 0, is_folded=True)
        formats = [self._range(span, zone.start, zone.end, self._format(zone.kind, is_whole=number in self._inside)) for zone in self._in[number]]
        return Paragraph(tuple(formats), fonts.pixels(BAR) if bar else 0)

    def _range(self, span: Span, start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        origin = self._map.position(span.start)
        made.start = self._map.position(max(start, span.start)) - origin
        made.length = self._map.position(min(end, span.end)) - origin - made.start
        made.format = form
        return made

    def _format(self, kind: ZoneKind, *, is_whole: bool) -> QTextCharFormat:
        made = QTextCharFormat()
        if kind is ZoneKind.TITLE:
            made.setFont(self._font(1.4, QFont.Weight.DemiBold))
            return made
        made.setForeground(current.colour(current.tokens().zone))
        if is_whole:
            made.setFont(self._font(0.85, QFont.Weight.Normal))
        return made

    def _font(self, size: float, weight: QFont.Weight) -> QFont:
        made = QFont(fonts.READING_FAMILY)
        made.setPixelSize(max(1, round(self._pixels * size)))
        made.setWeight(weight)
        return made
