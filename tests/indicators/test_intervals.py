"""Hedges become the intervals of the data model's table, and comparison is symmetric."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.domain.figure import Figure, Qualifier
from postil.indicators.intervals import Interval, of_figure, written_step


def _interval(qualifier: Qualifier, value: int = 60, unit: str = "count") -> Interval:
    found = of_figure(Figure(number_as_written=str(value), value=Decimal(value), qualifier=qualifier, unit=unit))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        (Qualifier.EXACT, Interval(Decimal(60), Decimal(60))),
        (Qualifier.ABOUT, Interval(Decimal(57), Decimal(63))),
        (Qualifier.NEARLY, Interval(Decimal(54), Decimal(60), high_open=True)),
        (Qualifier.OVER, Interval(Decimal(60), Decimal(66), low_open=True)),
        (Qualifier.AT_LEAST, Interval(Decimal(60), None)),
        (Qualifier.UNDER, Interval(Decimal(0), Decimal(60), low_open=True, high_open=True)),
        (Qualifier.AT_MOST, Interval(Decimal(0), Decimal(60), low_open=True)),
    ],
)
def test_a_hedge_is_the_interval_of_the_table(qualifier: Qualifier, expected: Interval) -> None:
    assert _interval(qualifier) == expected


def test_an_exact_amount_is_known_to_the_digit_written() -> None:
    figure = Figure(number_as_written="31.4 billion", value=Decimal(31400000000), unit="USD")
    assert of_figure(figure) == Interval(Decimal(31350000000), Decimal(31450000000))


@pytest.mark.parametrize(
    ("written", "value", "step"), [("31,4 tỷ", "31400000000", "100000000"), ("12 225", "12225", "1"), ("huit", "8", "0"), ("0", "0", "0")]
)
def test_the_step_is_the_weight_of_the_last_digit(written: str, value: str, step: str) -> None:
    assert written_step(written, Decimal(value)) == Decimal(step)


def test_a_range_stands_as_written_and_nothing_is_no_interval() -> None:
    assert of_figure(Figure(minimum=Decimal(10), maximum=Decimal(99))) == Interval(Decimal(10), Decimal(99))
    assert of_figure(Figure()) is None


def test_nearly_sixty_and_over_sixty_contradict_each_other() -> None:
    assert not _interval(Qualifier.NEARLY).overlaps(_interval(Qualifier.OVER))
    assert not _interval(Qualifier.NEARLY).overlaps(_interval(Qualifier.EXACT))
    assert _interval(Qualifier.ABOUT).overlaps(_interval(Qualifier.NEARLY))


@given(st.sampled_from(list(Qualifier)), st.sampled_from(list(Qualifier)), st.integers(1, 200), st.integers(1, 200))
def test_overlap_is_symmetric_and_only_empty_intervals_miss_themselves(one: Qualifier, two: Qualifier, a: int, b: int) -> None:
    left, right = _interval(one, a), _interval(two, b)
    assert left.overlaps(right) == right.overlaps(left)
    assert left.overlaps(left)
