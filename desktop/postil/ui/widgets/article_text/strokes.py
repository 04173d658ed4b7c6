"""The lines under (and through) marked words: one form a state, one shape a kind, drawn from small tiles.

A figure has one line, an event two, a commitment one that is closed by a tick at either end. Suggested lines are
dotted, draft thin, submitted and approved solid, returned wavy, rejected struck through the words, broken a zigzag.
Tiles, because stroking dashed and curved paths costs a hundred times as much.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from postil.domain.annotation import Kind, State
from postil.ui.theme import current, marks
from postil.ui.theme.marks import Underline
from postil.ui.theme.tokens import Theme

STEP = 4.0
"""Distance of two lanes, in pixels at 18-pixel text."""
HEIGHT = 8.0
"""Height of a tile; the line runs through its middle."""
_FADED = 110
_PERIOD: dict[Underline, float] = {Underline.DOTTED: 4, Underline.WAVY: 8, Underline.ZIGZAG: 5, Underline.THIN: 8, Underline.SOLID: 8}
_WIDTH: dict[Underline, float] = {Underline.DOTTED: 1.9, Underline.WAVY: 1.5, Underline.ZIGZAG: 1.5, Underline.THIN: 1.1, Underline.SOLID: 2.2}


@dataclass(frozen=True, slots=True)
class Style:
    """What decides a line's look."""

    kind: Kind
    state: State
    is_broken: bool


class Segment(NamedTuple):
    """A mark's share of one line: from `left` to `right`, words between `top` and `base`, in its `lane`."""

    left: float
    right: float
    top: float
    base: float
    lane: int
    is_first: bool
    is_last: bool


@lru_cache(maxsize=256)
def _look(style: Style, theme: Theme) -> tuple[Underline, QColor, float]:
    """Form, colour and thickness of a style; `theme` only keeps the answers of themes apart."""
    look = marks.state_look(style.state, is_broken=style.is_broken)
    ink = marks.state_ink(style.state, is_broken=True) if style.is_broken else marks.kind_ink(style.kind)
    if look.is_faded:
        ink.setAlpha(_FADED)
    width = _WIDTH.get(look.underline, 1.1) * (1.35 if theme is Theme.HIGH_CONTRAST else 1.0)
    return look.underline, ink, width * 0.72 if style.kind is Kind.EVENT else width


def draw(painter: QPainter, style: Style, segments: Iterable[Segment], scale: float) -> None:
    """Draw the lines of segments in one style; `scale` is the text's size over 18 pixels."""
    form, ink, width = _look(style, current.theme())
    if form is Underline.STRUCK:
        for piece in segments:
            y = round(piece.base - (piece.base - piece.top) * 0.30)
            painter.fillRect(QRectF(piece.left, y, piece.right - piece.left, max(1.0, width * scale)), ink)
        return
    period, high = tile(style, scale, painter.device().devicePixelRatioF()), round(HEIGHT * scale)
    for piece in segments:
        left, middle = round(piece.left), piece.base + (4.5 + piece.lane * STEP) * scale
        length = round(piece.right) - left
        painter.drawTiledPixmap(left, round(middle - high / 2), length, high, period)
        if style.kind is Kind.COMMITMENT:
            _ticks(painter, piece, ink, scale)


def _ticks(painter: QPainter, piece: Segment, ink: QColor, scale: float) -> None:
    middle, wide = piece.base + (4.5 + piece.lane * STEP) * scale, max(1.0, 1.2 * scale)
    for is_there, x in ((piece.is_first, round(piece.left)), (piece.is_last, round(piece.right) - wide)):
        if is_there:
            painter.fillRect(QRectF(x, round(middle - 4 * scale), wide, round(4 * scale)), ink)


def tile(style: Style, scale: float, ratio: float) -> QPixmap:
    """One period of a style's line, for a device with this pixel ratio."""
    key = f"line {style.kind} {style.state} {style.is_broken} {current.theme()} {scale:.3f} {ratio}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = _paint_tile(style, scale, ratio)
        QPixmapCache.insert(key, found)
    return found


def _paint_tile(style: Style, scale: float, ratio: float) -> QPixmap:
    form, ink, width = _look(style, current.theme())
    period, high = max(2, round(_PERIOD[form] * scale)), round(HEIGHT * scale)
    made = QPixmap(round(period * ratio), round(high * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(made.width() / ratio / period, made.height() / ratio / high)
    for offset in (-1.7 * scale, 1.7 * scale) if style.kind is Kind.EVENT else (0.0,):
        _draw_period(painter, form, QPen(ink, width * scale), QPointF(period, high / 2 + offset))
    painter.end()
    return made


def _draw_period(painter: QPainter, form: Underline, pen: QPen, end: QPointF) -> None:
    """One period of a line that runs from the left edge to `end`."""
    period, y = end.x(), end.y()
    if form is Underline.DOTTED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        painter.drawEllipse(QPointF(period / 2, y), pen.widthF() / 2, pen.widthF() / 2)
        return
    painter.setPen(pen)
    path = QPainterPath(QPointF(-period / 2, y))
    if form is Underline.WAVY:
        for n, rise in enumerate((1, -1, 1, -1)):
            x = (n - 1) * period / 2
            path.quadTo(x + period / 4, y + rise * period / 4, x + period / 2, y)
    elif form is Underline.ZIGZAG:
        for n, rise in enumerate((-1, 1, -1, 1, -1)):
            path.lineTo((n - 0.5) * period / 2, y + rise * period * 0.3)
    else:
        path.lineTo(period * 1.5, y)
    painter.strokePath(path, pen)
