"""Hedges as intervals: "nearly 60" is [54, 60), so that approximate values can be compared and drawn honestly.

The widths are the table of `model.md`; a project may later set its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from postil.domain.figure import Figure, Qualifier

ABOUT = Decimal("0.05")
NEAR = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Interval:
    """What a figure may mean, in its own unit. None is unbounded; `*_open` ends are not included."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def overlaps(self, other: Interval) -> bool:
        """Can both be true of one quantity?"""
        return _below(self, other) and _below(other, self)

    def middle(self) -> Decimal | None:
        """The middle of a bounded interval."""
        return None if self.low is None or self.high is None else (self.low + self.high) / 2


def _below(left: Interval, right: Interval) -> bool:
    """Does `left` begin before `right` ends?"""
    if left.low is None or right.high is None:
        return True
    if left.low == right.high:
        return not (left.low_open or right.high_open)
    return left.low < right.high


def written_step(number_as_written: str, value: Decimal) -> Decimal:
    """The weight of the last digit written: "31.4 billion" is known to 0.1 billion. Zero when it can't be told.

    The scale is the value divided by the bare digits, so that no number grammar is needed here.
    """
    digits = "".join(c for c in number_as_written if c.isdigit())
    if not digits or not value or int(digits) == 0:
        return Decimal(0)
    step = abs(value) / Decimal(int(digits))
    exponent = step.log10()
    return step if exponent == exponent.to_integral_value() else Decimal(0)


def of_figure(figure: Figure) -> Interval | None:
    """The interval a figure states; None when it has no value. A range as written is taken as it stands."""
    if figure.minimum is not None and figure.maximum is not None:
        return Interval(figure.minimum, figure.maximum)
    value = figure.value
    if value is None:
        return None
    return _hedged(figure, value)


def _hedged(figure: Figure, value: Decimal) -> Interval:
    """The interval of one number by its hedge."""
    size, floor = abs(value), Decimal(0) if value > 0 else None
    half = written_step(figure.number_as_written, value) / 2 if figure.unit != "count" else Decimal(0)
    table = {
        Qualifier.EXACT: Interval(value - half, value + half),
        Qualifier.ABOUT: Interval(value - ABOUT * size, value + ABOUT * size),
        Qualifier.NEARLY: Interval(value - NEAR * size, value, high_open=True),
        Qualifier.OVER: Interval(value, value + NEAR * size, low_open=True),
        Qualifier.AT_LEAST: Interval(value, None),
        Qualifier.UNDER: Interval(floor, value, low_open=True, high_open=True),
        Qualifier.AT_MOST: Interval(floor, value, low_open=True),
    }
    return table[figure.qualifier]
