"""The one wrapper around pyqtgraph: draws one series of observations and says which point was chosen.

Actual, target and forecast differ by shape, not by colour alone; a hedge is a vertical bar over its interval
(with an arrow head where it is unbounded); a period is a horizontal bar over its days.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from postil.domain.figure import Status
from postil.indicators.series import Observation

SHAPES: dict[Status, str] = {Status.ACTUAL: "o", Status.TARGET: "d", Status.FORECAST: "t1", Status.CHANGE: "s"}
SIZE = 13
FAR_AWAY = 10.0
"""How much of the value's size an unbounded side is drawn, as a share of it, in tenths."""


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


def seconds_of(day: date) -> float:
    """The place of a day on the time axis: Unix time of its start, UTC."""
    return datetime.combine(day, time(), tzinfo=UTC).timestamp()


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
        self._plot.getPlotItem().vb.sigRangeChanged.connect(lambda *_what: self.moved.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)
        self._observations: tuple[Observation, ...] = ()
        self._colours: PlotColours | None = None
        self._current = -1
        self._points: Any = None
        self._ring: Any = None

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
        self._current = min(self._current, len(self._observations) - 1)
        self._draw()
        self._fit()

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
        scene = view.mapViewToScene(pg.Point(*_place(self._observations[index])))
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
        for observation in self._observations:
            self._draw_bars(plot, observation)
        spots = [self._spot(i, o) for i, o in enumerate(self._observations)]
        self._points = pg.ScatterPlotItem(spots=spots, hoverable=True, hoverSize=SIZE + 4, tip=None)
        self._points.sigClicked.connect(self._on_points_clicked)
        self._points.sigHovered.connect(self._on_points_hovered)
        self._ring = pg.ScatterPlotItem(size=SIZE + 10, pen=pg.mkPen(self._colours.focus, width=2), brush=None, pxMode=True)
        plot.addItem(self._ring)
        plot.addItem(self._points)
        self._points.setZValue(1)  # above the ring, which would take the clicks on the chosen point
        self._mark()

    def _spot(self, index: int, observation: Observation) -> dict[str, object]:
        colour = self._colour(observation.status)
        solid = observation.status in (Status.ACTUAL, Status.CHANGE)
        brush = pg.mkBrush(colour) if solid else pg.mkBrush(self._colours.background if self._colours else colour)
        return {
            "pos": _place(observation),
            "data": index,
            "symbol": SHAPES[observation.status],
            "size": SIZE,
            "brush": brush,
            "pen": pg.mkPen(colour, width=2),
        }

    def _colour(self, status: Status) -> QColor:
        assert self._colours is not None
        return {Status.TARGET: self._colours.target, Status.FORECAST: self._colours.forecast}.get(status, self._colours.point)

    def _draw_bars(self, plot: Any, observation: Observation) -> None:
        pen = pg.mkPen(self._colour(observation.status), width=2)
        x, y = _place(observation)
        assert observation.first is not None
        assert observation.last is not None
        left, right = seconds_of(observation.first), seconds_of(observation.last) + 86_400
        plot.addItem(pg.PlotDataItem([left, right], [y, y], pen=pg.mkPen(self._colour(observation.status), width=1, style=Qt.PenStyle.DotLine)))
        low, high = _ends(observation)
        if observation.is_hedged:
            plot.addItem(pg.PlotDataItem([x, x], [low, high], pen=pen))
            for end, open_side in ((low, observation.interval.low is None), (high, observation.interval.high is None)):
                if open_side:
                    up = end == high
                    plot.addItem(pg.ScatterPlotItem([x], [end], symbol="t1" if up else "t", size=7, pen=pen, brush=pg.mkBrush(pen.color())))

    def _fit(self) -> None:
        if not self._observations:
            return
        lefts = [seconds_of(o.first) for o in self._observations if o.first]
        rights = [seconds_of(o.last) + 86_400 for o in self._observations if o.last]
        ends = [end for o in self._observations for end in _ends(o)]
        low, high = min(0.0, *ends), max(*ends, 0.0)
        self._plot.getPlotItem().vb.setRange(xRange=(min(lefts), max(rights)), yRange=(low, high or 1.0), padding=0.08)

    def _mark(self) -> None:
        if self._ring is not None:
            here = [_place(self._observations[self._current])] if 0 <= self._current < len(self._observations) else []
            self._ring.setData(pos=here) if here else self._ring.clear()

    def _on_points_clicked(self, _item: object, points: Sequence[Any], _event: object = None) -> None:
        if len(points):
            index = int(points[0].data())
            self.choose(index)
            self.clicked.emit(index, QPoint(*self.point_position(index)))

    def _on_points_hovered(self, _item: object, points: Sequence[Any], _event: object = None) -> None:
        if len(points):
            self.hovered.emit(int(points[0].data()))


def _place(observation: Observation) -> tuple[float, float]:
    """The middle of the period, at the value."""
    assert observation.first is not None
    assert observation.last is not None
    return (seconds_of(observation.first) + seconds_of(observation.last) + 86_400) / 2, float(observation.value)


def _ends(observation: Observation) -> tuple[float, float]:
    """Where the interval bar ends; an unbounded side is drawn a tenth of the value long."""
    value = float(observation.value)
    reach = abs(value) / FAR_AWAY
    low = value - reach if observation.interval.low is None else float(observation.interval.low)
    high = value + reach if observation.interval.high is None else float(observation.interval.high)
    return low, high
