"""The one wrapper around pyqtgraph: draws one series of observations and says which point was chosen.

Actual, target and forecast differ by shape, not by colour alone; a hedge is a vertical bar over its interval
(with an arrow head where it is unbounded); a period is a horizontal bar over its days. Bars of one status are one item,
and of thousands of points only those that can be told apart are drawn: an item a point would take minutes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from postil.domain.figure import Status
from postil.indicators.series import Observation
from postil.ui.indicators.places import DENSE, Floats, Numbers, in_pairs, places, seconds_of

SHAPES: dict[Status, str] = {Status.ACTUAL: "o", Status.TARGET: "d", Status.FORECAST: "t1", Status.CHANGE: "s"}
SIZE = 13
AROUND = 1.0
"""Beyond either end of the view, so many of its widths are drawn too: moving about draws nothing anew."""


@dataclass(frozen=True, slots=True)
class PlotColours:
    """What the theme gives the chart."""

    background: QColor
    text: QColor
    grid: QColor
    point: QColor
    target: QColor
    forecast: QColor
    focus: QColor


class _DayAxis(pg.DateAxisItem):  # type: ignore[misc]
    """A time axis in UTC, so that 1 January never reads as 31 December."""

    def __init__(self) -> None:
        super().__init__(orientation="bottom", utcOffset=0)


class _ValueAxis(pg.AxisItem):  # type: ignore[misc]
    """A value axis whose numbers are written by the caller's language."""

    def __init__(self, write: Callable[[float], str]) -> None:
        super().__init__(orientation="left")
        self._write = write
        self.enableAutoSIPrefix(enable=False)

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:  # noqa: N802, ARG002 - pyqtgraph's name
        return [self._write(value * scale) for value in values]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What has been drawn: a stretch of time, at a zoom given by the width and height of a pixel."""

    left: float
    right: float
    width: float
    height: float

    def serves(self, left: float, right: float, width: float, height: float, *, is_dense: bool) -> bool:
        """Is that also what a view of `[left, right]` with such pixels needs? With few points, everything is drawn anyway."""
        if not is_dense:
            return True
        is_inside = self.left <= left and right <= self.right
        return is_inside and math.isclose(self.width, width, rel_tol=0.01) and math.isclose(self.height, height, rel_tol=0.01)


class Plot(QWidget):
    """A chart of dated observations. Arrow keys and a click choose a point; `clicked` says it was by the pointer."""

    chosen = Signal(int)
    clicked = Signal(int, QPoint)
    hovered = Signal(int)
    moved = Signal()
    """The axes show another stretch."""

    def __init__(self, write_value: Callable[[float], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._plot = pg.PlotWidget(axisItems={"bottom": _DayAxis(), "left": _ValueAxis(write_value)}, enableMenu=False)
        menu = self._plot.getPlotItem().ctrlMenu  # made even when no menu is wanted, and without a parent to die with
        menu.setParent(self._plot, menu.windowFlags())
        self._plot.hideButtons()
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.getAxis("left").setStyle(maxTickLevel=0)
        self._plot.getPlotItem().vb.sigRangeChanged.connect(self._on_range_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)
        self._observations: tuple[Observation, ...] = ()
        self._places = places(())
        self._drawn: _Drawn | None = None
        self._colours: PlotColours | None = None
        self._current = -1
        self._points: Any = None
        self._ring: Any = None
        self._bars: list[Any] = []
        self._hedges: list[Any] = []
        self._ends: list[Any] = []

    def set_colours(self, colours: PlotColours) -> None:
        """Redraw in the theme's colours."""
        self._colours = colours
        self._plot.setBackground(colours.background)
        for name in ("left", "bottom"):
            axis = self._plot.getAxis(name)
            axis.setPen(pg.mkPen(colours.grid))
            axis.setTextPen(pg.mkPen(colours.text))
            axis.setStyle(tickFont=QFont(self.font()))
        self._plot.showGrid(x=False, y=True, alpha=0.25)
        self._draw()

    def show_observations(self, observations: Sequence[Observation]) -> None:
        """Draw these; each needs dates."""
        self._observations = tuple(o for o in observations if o.is_dated)
        self._places = places(self._observations)
        self._current = min(self._current, len(self._observations) - 1)
        self._drawn = None
        self._fit()  # draws, when it moves the view
        self._draw_view()
        self._mark()

    def choose(self, index: int) -> None:
        """Mark a point as the one whose sentences are shown."""
        if 0 <= index < len(self._observations):
            self._current = index
            self._mark()
            self.chosen.emit(index)

    def count(self) -> int:
        """How many points are drawn."""
        return len(self._observations)

    def current(self) -> int:
        """The marked point, or -1."""
        return self._current

    def point_position(self, index: int) -> tuple[int, int]:
        """Where point `index` is painted, in this widget's pixels (for tests and for the keyboard's tool tip)."""
        view = self._plot.getPlotItem().vb
        scene = view.mapViewToScene(pg.Point(self._places.x[index], self._places.y[index]))
        local = self._plot.mapFromScene(scene)
        return self._plot.x() + round(local.x()), self._plot.y() + round(local.y())

    def place_of(self, day: date) -> float:
        """Where a day stands on the time axis, in this widget's pixels from its left edge."""
        view = self._plot.getPlotItem().vb
        return float(self._plot.x() + self._plot.mapFromScene(view.mapViewToScene(pg.Point(seconds_of(day), 0))).x())

    def save_svg(self, path: str) -> None:
        """The chart as SVG, by Qt's own generator (pyqtgraph's exporter breaks with newer Qt)."""
        generator = QSvgGenerator()
        generator.setFileName(path)
        generator.setSize(QSize(self.width(), self.height()))
        generator.setViewBox(self.rect())
        painter = QPainter(generator)
        self.render(painter, QPoint())
        painter.end()

    def save_png(self, path: str) -> bool:
        """The chart as PNG, as large as it is on the screen."""
        return self.grab().save(path, "PNG")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and self._observations:
            self.choose(max(0, min(len(self._observations) - 1, self._current + step)))
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        if self._colours is None:
            return
        plot = self._plot.getPlotItem()
        plot.clear()
        self._bars = [pg.PlotCurveItem(connect="pairs") for _status in SHAPES]
        self._hedges = [pg.PlotCurveItem(connect="pairs") for _status in SHAPES]
        self._ends = [pg.ScatterPlotItem() for _status in SHAPES]
        for item in (*self._bars, *self._hedges, *self._ends):
            plot.addItem(item)
        self._points = pg.ScatterPlotItem(hoverable=True, hoverSize=SIZE + 4, tip=None)
        self._points.sigClicked.connect(self._on_points_clicked)
        self._points.sigHovered.connect(self._on_points_hovered)
        self._ring = pg.ScatterPlotItem(size=SIZE + 10, pen=pg.mkPen(self._colours.focus, width=2), brush=None, pxMode=True)
        plot.addItem(self._ring)
        plot.addItem(self._points)
        self._points.setZValue(1)  # above the ring, which would take the clicks on the chosen point
        self._drawn = None
        self._draw_view()
        self._mark()

    def _draw_view(self) -> None:
        """Draw what can be told apart in the view and around it, unless it is drawn already."""
        if self._points is None:
            return
        view = self._plot.getPlotItem().vb
        (left, right), _values = view.viewRange()
        width, height = (float(size) for size in view.viewPixelSize())
        if self._drawn is not None and self._drawn.serves(left, right, width, height, is_dense=len(self._places) > DENSE):
            return
        around = (right - left) * AROUND if len(self._places) > DENSE else math.inf
        self._drawn = _Drawn(left - around, right + around, width, height)
        self._fill(self._places.told_apart((left - around, right + around), (width * SIZE, height * SIZE)))

    def _fill(self, which: Numbers) -> None:
        """Put these observations, by number, into the items."""
        at = self._places
        for status, bars, hedges, ends in zip(SHAPES, self._bars, self._hedges, self._ends, strict=True):
            colour = self._colour(status)
            mine = at.of_status(which, status)
            dotted = pg.mkPen(colour, width=1, style=Qt.PenStyle.DotLine)
            bars.setData(x=in_pairs(at.left[mine], at.right[mine]), y=in_pairs(at.y[mine], at.y[mine]), pen=dotted)
            hedged = mine[at.is_hedged[mine]]
            pen = pg.mkPen(colour, width=2)
            hedges.setData(x=in_pairs(at.x[hedged], at.x[hedged]), y=in_pairs(at.low[hedged], at.high[hedged]), pen=pen)
            below, above = hedged[at.low_open[hedged]], hedged[at.high_open[hedged]]
            heads: Floats = np.concatenate((at.low[below], at.high[above]))
            signs = ["t"] * len(below) + ["t1"] * len(above)
            ends.setData(x=np.concatenate((at.x[below], at.x[above])), y=heads, symbol=signs, size=7, pen=pen, brush=pg.mkBrush(colour))
        looks = {status: self._look(status) for status in SHAPES}
        chosen = [looks[self._observations[number].status] for number in which]
        self._points.setData(
            x=at.x[which],
            y=at.y[which],
            data=which,
            size=SIZE,
            symbol=[look[0] for look in chosen],
            brush=[look[1] for look in chosen],
            pen=[look[2] for look in chosen],
        )

    def _look(self, status: Status) -> tuple[str, Any, Any]:
        """Shape, filling and edge of a status's points: what is claimed to be so is filled."""
        assert self._colours is not None
        colour = self._colour(status)
        is_solid = status in (Status.ACTUAL, Status.CHANGE)
        return SHAPES[status], pg.mkBrush(colour if is_solid else self._colours.background), pg.mkPen(colour, width=2)

    def _colour(self, status: Status) -> QColor:
        assert self._colours is not None
        return {Status.TARGET: self._colours.target, Status.FORECAST: self._colours.forecast}.get(status, self._colours.point)

    def _fit(self) -> None:
        at = self._places
        if not len(at):
            return
        low, high = min(0.0, float(at.low.min())), max(0.0, float(at.high.max()))
        across = (float(at.left.min()), float(at.right.max()))
        self._plot.getPlotItem().vb.setRange(xRange=across, yRange=(low, high or 1.0), padding=0.08)

    def _on_range_changed(self, *_what: object) -> None:
        self._draw_view()
        self.moved.emit()

    def _mark(self) -> None:
        if self._ring is not None:
            at = self._places
            here = [(at.x[self._current], at.y[self._current])] if 0 <= self._current < len(at) else []
            self._ring.setData(pos=here) if here else self._ring.clear()

    def _on_points_clicked(self, _item: object, points: Sequence[Any], _event: object = None) -> None:
        if len(points):
            index = int(points[0].data())
            self.choose(index)
            self.clicked.emit(index, QPoint(*self.point_position(index)))

    def _on_points_hovered(self, _item: object, points: Sequence[Any], _event: object = None) -> None:
        if len(points):
            self.hovered.emit(int(points[0].data()))
