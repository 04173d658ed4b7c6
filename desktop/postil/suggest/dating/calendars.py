"""Days that a calendar finds: the second Tuesday of a month, the week of a day, the last weekend of a year, days away."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Final

from postil.base import edtf

_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6}
_YEAR: Final = len("2024")
_SATURDAY: Final = 5
_HALF: Final = 15
"""Last day of the first half of a month ("la première quinzaine")."""


def within(frame: str, nth: int, what: str, weekday: int | None = None) -> str:
    """The EDTF of the `nth` (-1: the last) `what` of the month or year `frame`: day, weekday, weekend, week, half, month or quarter.

    Weeks begin on Monday. The first week of a month is that of its first Monday; weeks of a year count as in ISO 8601.
    Raises ValueError when the frame has no such part.
    """
    first, last = edtf.parse(frame).bounds()
    if what == "week":
        start = _week(frame, first, last, nth)
        return f"{start.isoformat()}/{(start + timedelta(days=6)).isoformat()}"
    if what in _MONTHS and (what != "half" or len(frame) == _YEAR):
        return _part_of_year(frame, nth, what)
    if what == "half":
        middle = date(first.year, first.month, _HALF)
        begin, end = (first, middle) if nth == 1 else (middle + timedelta(days=1), last)
        return edtf.interval(begin.isoformat(), end.isoformat())
    day = _day(first, last, nth, {"weekend": _SATURDAY, "weekday": weekday or 0}.get(what))
    if not first <= day <= last:
        raise ValueError(f"{frame} has no {what} number {nth}")
    return f"{day.isoformat()}/{(day + timedelta(days=1)).isoformat()}" if what == "weekend" else day.isoformat()


def _part_of_year(frame: str, nth: int, what: str) -> str:
    size = _MONTHS[what]
    number = nth if nth > 0 else 12 // size + nth + 1
    if len(frame) != _YEAR or not 1 <= number <= 12 // size:
        raise ValueError(f"{frame} has no {what} number {nth}")
    return edtf.months(int(frame), (number - 1) * size + 1, number * size)


def _day(first: date, last: date, nth: int, weekday: int | None) -> date:
    if weekday is None:
        return first + timedelta(days=nth - 1) if nth > 0 else last + timedelta(days=nth + 1)
    if nth > 0:
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return last - timedelta(days=(last.weekday() - weekday) % 7 - 7 * (nth + 1))


def _week(frame: str, first: date, last: date, nth: int) -> date:
    """The Monday of a week."""
    if len(frame) == _YEAR:
        return date.fromisocalendar(first.year, nth if nth > 0 else date(first.year, 12, 28).isocalendar().week + nth + 1, 1)
    if nth > 0:
        return _day(first, last, nth, 0)
    return _day(first, last, nth, 6) - timedelta(days=6)


def around(day: date, unit: str) -> str:
    """The week, weekend or month that holds `day`, as EDTF."""
    if unit == "month":
        return edtf.month(day.year, day.month)
    monday = day - timedelta(days=day.weekday())
    if unit == "weekend":
        return edtf.interval((monday + timedelta(days=_SATURDAY)).isoformat(), (monday + timedelta(days=6)).isoformat())
    return edtf.interval(monday.isoformat(), (monday + timedelta(days=6)).isoformat())


def rest_of(day: date, unit: str) -> str:
    """From `day` to the last day of its week, month or year."""
    ends = {
        "week": day + timedelta(days=6 - day.weekday()),
        "month": date(day.year, day.month, calendar.monthrange(day.year, day.month)[1]),
        "year": date(day.year, 12, 31),
    }
    end = ends.get(unit)
    return edtf.interval(day.isoformat(), end.isoformat()) if end else ""


def moved(day: date, months: int = 0, days: int = 0) -> date:
    """`day` so many months and days away; the 31st becomes the last day of a shorter month. Raises ValueError, OverflowError."""
    at = day.year * 12 + day.month - 1 + months
    year, month = at // 12, at % 12 + 1
    number = min(day.day, calendar.monthrange(year, month)[1])
    return date(year, month, number) + timedelta(days=days)
