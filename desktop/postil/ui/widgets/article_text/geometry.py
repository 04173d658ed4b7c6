"""Where marks stand in a laid-out paragraph: segments of lines, painter paths by style, glyphs for the margin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTextLayout, QTextLine

from postil.domain.selector import Span
from postil.ui.widgets.article_text.marks import Mark, lanes
from postil.ui.widgets.article_text.strokes import Segment, Style
from postil.ui.widgets.article_text.text_map import TextMap


class _Line(NamedTuple):
    line: QTextLine
    start: int
    end: int
    top: float
    base: float
    right: float


class Glyph(NamedTuple):
    """One annotation's sign in the margin, at the height of the line that its evidence begins on."""

    mark: Mark
    line: int
    base: float


@dataclass(frozen=True, slots=True)
class Picture:
    """What is painted over one paragraph, in the paragraph's own coordinates."""

    lines: tuple[tuple[Style, tuple[Segment, ...]], ...]
    glyphs: tuple[Glyph, ...]


class ParagraphGeometry:
    """Look-ups in one laid-out paragraph; `span` is its stretch of the text in code points."""

    def __init__(self, layout: QTextLayout, text_map: TextMap, span: Span) -> None:
        self._map = text_map
        self._span = span
        self._origin = text_map.position(span.start)
        self._lines = [_line(layout.lineAt(n)) for n in range(layout.lineCount())]
        self._starts = [line.start for line in self._lines]

    def segments(self, start: int, end: int, lane: int = 0) -> list[Segment]:
        """The stretch `[start, end)` of the text as segments of this paragraph's lines; none where it does not reach."""
        first = self._map.position(max(start, self._span.start)) - self._origin
        last = self._map.position(min(end, self._span.end)) - self._origin
        found: list[Segment] = []
        number = max(0, bisect_right(self._starts, first) - 1)
        while number < len(self._lines) and self._lines[number].start < last:
            line = self._lines[number]
            number += 1
            left = _x(line.line, max(first, line.start))
            right = min(_x(line.line, min(last, line.end)), line.right)
            if right > left:
                is_first = first >= line.start and start >= self._span.start
                is_last = last <= line.end and end <= self._span.end
                found.append(Segment(left, right, line.top, line.base, lane, is_first, is_last))
        return found

    def line_number(self, offset: int) -> int:
        """Which line of the paragraph holds `offset`."""
        return max(0, bisect_right(self._starts, self._map.position(offset) - self._origin) - 1)

    def line_box(self, number: int) -> tuple[float, float]:
        """Top and bottom of a line, in the paragraph's coordinates."""
        line = self._lines[min(number, len(self._lines) - 1)]
        return line.top, line.top + line.line.height()

    def picture(self, marks: Sequence[Mark]) -> Picture:
        """Everything that `marks` draw over this paragraph."""
        lane_of = lanes(marks)
        lines: dict[Style, list[Segment]] = {}
        glyphs: list[Glyph] = []
        for mark in marks:
            style = Style(mark.kind, mark.state, mark.is_broken)
            lines.setdefault(style, []).extend(self.segments(mark.start, mark.end, lane_of[mark.id]))
            if mark.start >= self._span.start and self._lines:
                number = self.line_number(mark.start)
                glyphs.append(Glyph(mark, number, self._lines[min(number, len(self._lines) - 1)].base))
        return Picture(tuple((style, tuple(segments)) for style, segments in lines.items()), tuple(glyphs))

    def outline(self, start: int, end: int, scale: float) -> QPainterPath:
        """A rounded frame around the words of `[start, end)`, one shape where lines touch."""
        path = QPainterPath()
        for piece in self.segments(start, end):
            box = QRectF(piece.left, piece.top, piece.right - piece.left, piece.base - piece.top).adjusted(-2, 0, 2, 7 * scale)
            shape = QPainterPath()
            shape.addRoundedRect(box, 4, 4)
            path = path.united(shape) if not path.isEmpty() else shape
        return path


def _line(line: QTextLine) -> _Line:
    top = line.y()
    return _Line(line, line.textStart(), line.textStart() + line.textLength(), top, top + line.ascent(), line.naturalTextRect().right())


def _x(line: QTextLine, position: int) -> float:
    found: object = line.cursorToX(position)
    return float(found[0]) if isinstance(found, tuple) else float(cast(float, found))
