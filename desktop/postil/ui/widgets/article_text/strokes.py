"""The lines under (and through) marked words as painter paths: one form a state, one shape a kind.

A figure has one line, an event two, a commitment one that is closed by a tick at either end. Suggested lines are
dotted, draft thin, submitted and approved solid, returned wavy, rejected struck through the words, broken a zigzag.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from postil.domain.annotation import Kind, State
from postil.ui.theme import current, marks
from postil.ui.theme.marks import Underline
from postil.ui.theme.tokens import Theme

STEP = 4.0
"""Distance of two lanes, in pixels at 18-pixel text."""
_FADED = 110


@dataclass(frozen=True, slots=True)
class Style:
    """What decides a stroke's look."""

    kind: Kind
    state: State
    is_broken: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A mark's share of one line: from `left` to `right`, words between `top` and `base`, in its `lane`."""

    left: float
    right: float
    top: float
    base: float
    lane: int
    is_first: bool
    is_last: bool


def pen(style: Style, scale: float) -> QPen:
    """The pen of a style; `scale` is the text's size over 18 pixels."""
    return _pen(style, scale, current.theme())


@lru_cache(maxsize=256)
def _pen(style: Style, scale: float, theme: Theme) -> QPen:
    look = marks.state_look(style.state, is_broken=style.is_broken)
    ink = marks.state_ink(style.state, is_broken=True) if style.is_broken else marks.kind_ink(style.kind)
    if look.is_faded:
        ink = QColor(ink.red(), ink.green(), ink.blue(), _FADED)
    bold = 1.35 if theme is Theme.HIGH_CONTRAST else 1.0
    width = {Underline.SOLID: 2.2, Underline.DOTTED: 1.9, Underline.WAVY: 1.5, Underline.ZIGZAG: 1.6}.get(look.underline, 1.1)
    if style.kind is Kind.EVENT:
        width *= 0.72
    made = QPen(ink, width * bold * scale)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if look.underline is Underline.DOTTED:
        made.setCapStyle(Qt.PenCapStyle.RoundCap)
        made.setDashPattern([0.01, 2.1])
    return made


def add(path: QPainterPath, style: Style, segment: Segment, scale: float) -> None:
    """Draw one segment's line into `path`."""
    look = marks.state_look(style.state, is_broken=style.is_broken)
    if look.underline is Underline.STRUCK:
        y = segment.base - (segment.base - segment.top) * 0.30
        path.moveTo(segment.left, y)
        path.lineTo(segment.right, y)
        return
    y = segment.base + (4.5 + segment.lane * STEP) * scale
    offsets = (-0.9 * scale, 1.7 * scale) if style.kind is Kind.EVENT else (0.0,)
    for offset in offsets:
        _line(path, look.underline, QLineF(segment.left, y + offset, segment.right, y + offset), scale)
    if style.kind is Kind.COMMITMENT:
        tick = 3.6 * scale
        if segment.is_first:
            path.moveTo(segment.left + 0.6, y)
            path.lineTo(segment.left + 0.6, y - tick)
        if segment.is_last:
            path.moveTo(segment.right - 0.6, y)
            path.lineTo(segment.right - 0.6, y - tick)


def _line(path: QPainterPath, form: Underline, line: QLineF, scale: float) -> None:
    path.moveTo(line.p1())
    if form is Underline.WAVY:
        _wave(path, line, scale)
    elif form is Underline.ZIGZAG:
        _zigzag(path, line, scale)
    else:
        path.lineTo(line.p2())


def _wave(path: QPainterPath, line: QLineF, scale: float) -> None:
    step, height, x, y, up = 3.2 * scale, 2.2 * scale, line.x1(), line.y1(), True
    while x < line.x2():
        end = min(x + step, line.x2())
        path.quadTo((x + end) / 2, y + (-height if up else height), end, y)
        x, up = end, not up


def _zigzag(path: QPainterPath, line: QLineF, scale: float) -> None:
    step, x, y, up = 2.4 * scale, line.x1(), line.y1(), True
    while x < line.x2():
        x = min(x + step, line.x2())
        path.lineTo(x, y + (-1.6 * scale if up else 1.2 * scale))
        up = not up
