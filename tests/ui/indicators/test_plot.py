"""The chart: shapes by status, intervals and periods as bars, keys and clicks, pictures that can be written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from postil.domain.figure import Status
from postil.indicators.intervals import Interval
from postil.indicators.series import Mention, Observation
from postil.ui.indicators.coverage import Stretch, stretches
from postil.ui.indicators.plot import SHAPES, Plot, PlotColours
from postil.ui.theme import current


def _observation(value: int, year: int, status: Status = Status.ACTUAL, articles: tuple[str, ...] = ("a",)) -> Observation:
    mentions = tuple(Mention(f"{a}{year}", a, 0, 2) for a in articles)
    interval = Interval(Decimal(value) - 1, Decimal(value) + 1)
    return Observation(Decimal(value), interval, status, str(year), date(year, 1, 1), date(year, 12, 31), mentions)


@pytest.fixture
def plot(qtbot: QtBot) -> Plot:
    """A chart in the light theme's colours."""
    made = Plot(lambda value: f"{value:g}")
    qtbot.addWidget(made)
    made.resize(640, 400)
    tokens = current.tokens()
    made.set_colours(PlotColours(*(current.colour(c) for c in (tokens.page, tokens.text, tokens.grid, *tokens.series[:3], tokens.focus))))
    made.show()
    return made


def test_every_status_has_a_shape_of_its_own() -> None:
    assert len(set(SHAPES.values())) == len(Status) == len(SHAPES)


def test_only_dated_values_are_drawn(plot: Plot) -> None:
    undated = Observation(Decimal(3), Interval(Decimal(3), Decimal(3)), Status.ACTUAL, "", None, None, ())
    plot.show_observations([_observation(5, 2023), undated, _observation(7, 2024, Status.TARGET)])
    assert plot.count() == 2
    assert [str(spot.symbol()) for spot in plot._points.points()] == [SHAPES[Status.ACTUAL], SHAPES[Status.TARGET]]


def test_later_stands_right_and_more_stands_higher(plot: Plot) -> None:
    plot.show_observations([_observation(5, 2020), _observation(50, 2024)])
    (x0, y0), (x1, y1) = plot.point_position(0), plot.point_position(1)
    assert x0 < x1
    assert y0 > y1


def test_arrows_move_between_points(plot: Plot, qtbot: QtBot) -> None:
    plot.show_observations([_observation(5, 2020), _observation(6, 2021), _observation(7, 2022)])
    plot.choose(0)
    with qtbot.waitSignal(plot.chosen) as heard:
        QTest.keyClick(plot, Qt.Key.Key_Right)
    assert heard.args == [1]
    QTest.keyClick(plot, Qt.Key.Key_Right)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.current() == 2


def test_svg_and_png_can_be_written(plot: Plot, tmp_path: Path) -> None:
    plot.show_observations([_observation(5, 2020)])
    plot.save_svg(str(tmp_path / "chart.svg"))
    assert b"<svg" in (tmp_path / "chart.svg").read_bytes()[:600]
    assert plot.save_png(str(tmp_path / "chart.png"))
    assert not plot.save_png(str(tmp_path / "no such folder" / "chart.png"))


def test_time_is_cut_where_a_period_begins_or_ends() -> None:
    found = stretches([_observation(1, 2023), _observation(2, 2024, articles=("b",)), _observation(3, 2024, articles=("a", "b"))])
    assert found == (Stretch(date(2023, 1, 1), date(2024, 1, 1), 1), Stretch(date(2024, 1, 1), date(2025, 1, 1), 2))


def test_a_period_inside_another_adds_its_articles() -> None:
    long_one = Observation(
        Decimal(1), Interval(None, None), Status.ACTUAL, "2021/2025", date(2021, 1, 1), date(2025, 12, 31), (Mention("m", "z", 0, 1),)
    )
    assert [s.articles for s in stretches([long_one, _observation(2, 2023)])] == [1, 2, 1]
