"""Benchmark of the chart: moving about in as many points as it may ever get."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from tests.bench.context import Bench
from tests.bench.measure import Result, call, in_turn, percentile
from tests.bench.windows import child, paint, until_painted

if TYPE_CHECKING:
    from postil.indicators.series import Observation

FRAMES = 40
SIZE = (800, 500)
DAY_S = 86_400
PATIENCE_S = 1.0
DAYS = 40_000
"""The points lie on so many days, one of which is a pixel when all are on view; a frame moves by two hundred."""


def frames(move: Callable[[], object]) -> dict[str, float]:
    """Median and 95th percentile of the seconds of a frame."""
    taken = [until_painted(move) for _ in range(FRAMES)]
    return {"frame": statistics.median(taken), "p95": percentile(taken, 0.95)}


def panned(count: int) -> dict[str, float]:
    """Postil's chart of `count` values, one in three each actual, target and forecast: until shown, and a frame. For `measure.call`."""
    import pyqtgraph
    from PySide6.QtGui import QColor

    from postil.app.bootstrap import application
    from postil.ui.indicators.plot import Plot, PlotColours

    application()
    plot = Plot(str)
    plot.resize(*SIZE)
    plot.set_colours(PlotColours(*(QColor(name) for name in ("white", "black", "gray", "blue", "green", "orange", "red"))))
    plot.show()
    paint()
    made = _observations(count)
    shown = until_painted(lambda: plot.show_observations(made))
    box: Any = child(plot, pyqtgraph.PlotWidget).getPlotItem().vb
    return {"shown": shown} | frames(lambda: box.translateBy(x=DAY_S * 200.0))


def _observations(count: int) -> tuple[Observation, ...]:
    from datetime import date, timedelta
    from decimal import Decimal

    from postil.domain.figure import Status
    from postil.indicators.intervals import Interval
    from postil.indicators.series import Mention, Observation

    made = []
    for number in range(count):
        day = date(1900, 1, 1) + timedelta(days=number * 7919 % DAYS)
        value = Decimal(number * 7919 % 100_003)
        status = (Status.ACTUAL, Status.TARGET, Status.FORECAST)[number % 3]
        made.append(Observation(value, Interval(value, value), status, day.isoformat(), day, day, (Mention(str(number), "", 0, 1),)))
    return tuple(made)


def bare(count: int) -> dict[str, float]:
    """A line of `count` points in bare pyqtgraph, downsampled and clipped as it recommends. For `measure.call`."""
    import numpy
    import pyqtgraph
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    plot = pyqtgraph.PlotWidget()
    plot.resize(*SIZE)
    plot.show()
    app.processEvents()
    places = numpy.arange(count, dtype=float) * (DAY_S * DAYS / count)
    item = pyqtgraph.PlotDataItem(places, places * 7919 % 100_003)

    def show() -> None:
        plot.addItem(item)
        item.setDownsampling(auto=True)
        item.setClipToView(True)

    shown = until_painted(show)
    box = plot.getPlotItem().vb
    return {"shown": shown} | frames(lambda: box.translateBy(x=DAY_S * 200.0))


def rows(bench: Bench) -> Iterator[Result]:
    """Every row of this area. A chart that is slow already with fewer points is not given more."""
    count = reached = bench.scale.points
    for fewer in (count // 100, count // 10):
        if call("tests.bench.charting:panned", fewer)["shown"] > PATIENCE_S:
            reached = fewer
            break
    ours, floor = in_turn(1, lambda: call("tests.bench.charting:panned", reached), lambda: call("tests.bench.charting:bare", reached), warm_up=False)
    name = "bare line in pyqtgraph"
    note = f"a frame while moving; p95 {ours[0]['p95'] * 1000:.1f} ms"
    failed = "" if reached == count else f"measured with {reached:,} points, because those took {ours[0]['shown']:.1f} s to show"
    yield Result(f"chart.{count}", ours[0]["frame"] * 1000, "ms", floor[0]["frame"] * 1000, name, 3.0, note=note, failed=failed)
    yield Result(f"chart.shown_{reached}", ours[0]["shown"] * 1000, "ms", floor[0]["shown"] * 1000, name, note="data to painted")
