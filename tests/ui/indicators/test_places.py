"""Observations as arrays: where they stand, and which of very many are drawn."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import numpy as np
from pytestqt.qtbot import QtBot

from postil.domain.figure import Qualifier, Status
from postil.indicators.intervals import Interval
from postil.indicators.series import Observation
from postil.ui.indicators.places import DAY_S, DENSE, in_pairs, places, seconds_of
from postil.ui.indicators.plot import Plot, PlotColours
from postil.ui.theme import current

FIRST = date(2000, 1, 1)


def _observation(value: int, day: int, status: Status = Status.ACTUAL) -> Observation:
    when = FIRST + timedelta(days=day)
    return Observation(Decimal(value), Interval(Decimal(value), Decimal(value)), status, when.isoformat(), when, when, ())


def test_a_point_stands_in_the_middle_of_its_period_at_its_value() -> None:
    year = Observation(Decimal(7), Interval(Decimal(6), None), Status.TARGET, "1970", date(1970, 1, 1), date(1970, 12, 31), (), Qualifier.OVER)
    at = places((year,))
    assert (at.left[0], at.right[0], at.x[0], at.y[0]) == (0.0, 365 * DAY_S, 365 * DAY_S / 2, 7.0)
    assert (at.low[0], bool(at.low_open[0])) == (6.0, False)
    assert (round(float(at.high[0]), 9), bool(at.high_open[0])) == (7.7, True)
    assert at.is_hedged.all()


def test_days_before_1970_count_backwards() -> None:
    assert seconds_of(date(1969, 12, 31)) == -DAY_S


def test_bars_are_drawn_from_pairs() -> None:
    assert in_pairs(np.array([1.0, 3.0]), np.array([2.0, 4.0])).tolist() == [1.0, 2.0, 3.0, 4.0]


def test_few_points_are_all_drawn_even_where_they_hide_one_another() -> None:
    at = places([_observation(5, 0)] * DENSE)
    assert len(at.told_apart((-np.inf, np.inf), (DAY_S * 100, 100.0))) == DENSE


def test_of_many_points_those_are_drawn_that_can_be_told_apart() -> None:
    many = [_observation(5, 0)] * DENSE + [_observation(5, 0, Status.TARGET)] * DENSE + [_observation(500, 0), _observation(5, 900)]
    at = places(many)
    assert at.told_apart((-np.inf, np.inf), (DAY_S * 10, 10.0)).tolist() == [0, DENSE, 2 * DENSE, 2 * DENSE + 1]
    assert at.told_apart((seconds_of(FIRST) + DAY_S * 500, np.inf), (DAY_S * 10, 10.0)).tolist() == [2 * DENSE + 1]


def test_moving_does_not_change_which_points_stand_for_their_neighbours() -> None:
    at = places([_observation(number * 31 % 997, number) for number in range(DENSE * 2)])
    cell = (DAY_S * 7, 5.0)
    left, right = seconds_of(FIRST), seconds_of(FIRST) + DAY_S * DENSE
    before, after = (set(at.told_apart((left + shift, right + shift), cell).tolist()) for shift in (0.0, DAY_S * 3.5))
    inside = {number for number in before if left + DAY_S * 8 < at.x[number] < right - DAY_S * 8}
    assert inside
    assert inside <= after


def test_zooming_in_shows_what_was_hidden(qtbot: QtBot) -> None:
    plot = Plot(str)
    qtbot.addWidget(plot)
    plot.resize(640, 400)
    tokens = current.tokens()
    plot.set_colours(PlotColours(*(current.colour(c) for c in (tokens.page, tokens.text, tokens.grid, *tokens.series[:3], tokens.focus))))
    plot.show()
    plot.show_observations([_observation(number % 50, number) for number in range(DENSE * 4)])
    first_days = (seconds_of(FIRST), seconds_of(FIRST) + 20 * DAY_S)

    def drawn() -> int:
        return sum(first_days[0] <= spot.pos().x() <= first_days[1] for spot in plot._points.points())

    hidden = drawn()
    plot._plot.getPlotItem().vb.setXRange(*first_days)
    assert hidden < drawn() == 20
    assert plot.count() == DENSE * 4
