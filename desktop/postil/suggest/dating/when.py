"""What the words of a date say, before it is known which year, month or day they leave out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from postil.base import edtf
from postil.suggest.dating.calendars import moved

DAYS: Final = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
SOON: Final = 2
"""A side of the reference: the day itself or the next one ("will meet on Wednesday")."""
_SATURDAY: Final = 5
MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class When:
    """A time as said. Fields that the words do not give are None.

    `months` is a first and last month of the year (quarters, halves, "the first nine months"); `pattern` an EDTF
    with unspecified digits ("201X"); `shift` an offset in `unit`s from the reference ("last week": week, -1) and
    `count` how many units it covers ("the past five years": year, -1, 5); `year_shift` an offset of the year alone
    ("December last year"); `way` -1 or 1 the side of the reference on which a month or weekday lies ("last April").
    `until` is the end of a range; `is_open` a range without end ("since 2008"); `part` is start, mid or end;
    `is_swappable` a date in digits that may also be read the other way round; `anaphor` "day" or "now" points to
    the day named before, or to the day of writing; with "day", `shift` is how many days from it ("the next day").
    `nth` (-1: the last) is which `part_of` (day, weekday, weekend, week, half, month, quarter) of the month or year is meant; with
    `unit` that month, year or week lies `shift` units from now ("the 20th of next month", "Friday next week").
    `span` is the week, weekend or month that holds the day ("the week of 7 October"), `rest` the unit whose rest is
    meant, `steps` several units at once ("1 year and 2 months ago"), from `base` where it is given, `holiday` the code of a feast (see `holidays`).
    `season` is the side (-1, 0 this one, 1) of a season whose first month is given ("last summer").
    `cycle` is the place of a lunar year in the cycle of sixty.
    `is_until` is an open beginning ("until 2030"), for callers that ask for it.
    """

    kind: str = "date"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    months: tuple[int, int] | None = None
    pattern: str = ""
    unit: str = ""
    shift: int | None = None
    count: int = 1
    year_shift: int | None = None
    way: int = 0
    until: When | None = None
    is_open: bool = False
    part: str = ""
    is_swappable: bool = False
    anaphor: str = ""
    nth: int = 0
    part_of: str = ""
    span: str = ""
    rest: str = ""
    steps: tuple[tuple[str, int], ...] = ()
    holiday: str = ""
    season: int | None = None
    cycle: int | None = None
    base: When | None = None
    is_until: bool = False

    @property
    def is_time(self) -> bool:
        """A date or a period, and no duration, frequency or clock time."""
        return self.kind in ("date", "period")

    @property
    def is_whole(self) -> bool:
        """Does it need nothing from outside?"""
        return bool(self.pattern) or self.year is not None

    def begins(self) -> tuple[int, int, int]:
        """Year, month, day for ordering; zeros where unknown."""
        return (self.year or 0, self.month or (self.months[0] if self.months else 0), self.day or 0)


def write(when: When) -> str:
    """The EDTF of `when` with what it has; a missing year is `XXXX`, nothing at all is empty. Raises ValueError."""
    if when.until is not None:
        start, end = write(replace(when, until=None)), write(when.until)
        return edtf.interval(_side(start, first=True), _side(end, first=False)) if start and end else ""
    text = _single(when)
    return opened(text, when)


def opened(text: str, when: When) -> str:
    """`text` without its end ("since") or its beginning ("until") where the words say so."""
    if not text or not (when.is_open or when.is_until):
        return text
    return edtf.interval(_side(text, first=True), "") if when.is_open else edtf.interval("", _side(text, first=False))


def _single(when: When) -> str:
    if when.pattern:
        return when.pattern
    if when.months is not None:
        return edtf.months(when.year, *when.months) if when.year is not None else ""
    if when.month is not None:
        return edtf.day(when.year, when.month, when.day) if when.day is not None else edtf.month(when.year, when.month)
    return f"{when.year:04d}" if when.year is not None and when.day is None else ""


def _side(text: str, *, first: bool) -> str:
    """One end of an interval that was given as an interval ("first quarter to third quarter")."""
    left, slash, right = text.partition("/")
    return (left if first else right) if slash else text


def shifted(reference: date, unit: str, shift: int, count: int = 1) -> str:
    """The EDTF of `count` units next to `reference`: `shift` 0 is the current one, -1 the last, 1 the next.

    With `count` above 1 the span is the `count` units before (shift < 0) or after the current one. "The past decade" is
    the ten years before.
    """
    first, last = (shift, shift) if count == 1 else ((-count, -1) if shift < 0 else (1, count))
    if unit in DAYS:
        base = reference if unit == "day" else reference - timedelta(days=reference.weekday())
        start = base + timedelta(days=first * DAYS[unit])
        end = base + timedelta(days=(last + 1) * DAYS[unit] - 1)
        if unit == "weekend":
            start += timedelta(days=_SATURDAY)
        return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    size = MONTHS[unit]
    if size > 12 and count > 1:
        unit, first, last = "year", *((-count * (size // 12), -1) if shift < 0 else (1, count * (size // 12)))
    elif unit == "decade" and shift:
        unit, first, last = "year", *((-10, -1) if shift < 0 else (1, 10))
    elif size > 12:
        return _decade(reference.year + first * (size // 12), size // 12)
    if unit == "year":
        return edtf.interval(f"{reference.year + first:04d}", f"{reference.year + last:04d}") if first != last else f"{reference.year + first:04d}"
    index = (reference.year * 12 + reference.month - 1) // size
    start_month, end_month = (index + first) * size, (index + last + 1) * size - 1
    left, right = edtf.month(start_month // 12, start_month % 12 + 1), edtf.month(end_month // 12, end_month % 12 + 1)
    return left if left == right else edtf.interval(left, right)


def _decade(year: int, size: int) -> str:
    return f"{year // 10}X" if size == 10 else f"{year // 100}XX"


def stepped(reference: date, unit: str, steps: int, *, to_the_day: bool = False) -> str:
    """The point `steps` units away from `reference`, as precise as the unit ("three years ago" is a year), or a day."""
    if to_the_day or unit in DAYS:
        return moved(reference, MONTHS.get(unit, 0) * steps, DAYS.get(unit, 0) * steps).isoformat()
    months = MONTHS[unit] * steps
    at = reference.year * 12 + reference.month - 1 + months
    if MONTHS[unit] >= 12:
        return f"{at // 12:04d}"
    return edtf.month(at // 12, at % 12 + 1)


def near_weekday(reference: date, weekday: int, way: int) -> date:
    """The `weekday` (Monday 0) on the asked side of `reference`; with `way` 0 the last one, with SOON the next, `reference` included."""
    if way == SOON:
        return reference + timedelta(days=(weekday - reference.weekday()) % 7)
    if way > 0:
        return reference + timedelta(days=(weekday - reference.weekday() - 1) % 7 + 1)
    back = (reference.weekday() - weekday) % 7
    return reference - timedelta(days=back or (7 if way < 0 else 0))
