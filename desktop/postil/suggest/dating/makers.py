"""From a rule that matched to what it says: one small function for each `make` of the date rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from postil.base import edtf
from postil.suggest.dating.items import Numeric
from postil.suggest.dating.patterns import Found
from postil.suggest.dating.when import When

_QUARTERS: Final = {1: (1, 3), 2: (4, 6), 3: (7, 9), 4: (10, 12)}
_HALVES: Final = {1: (1, 6), 2: (7, 12)}
_THIRDS: Final = {1: (1, 4), 2: (5, 8), 3: (9, 12)}


def make(found: Found) -> When | None:
    """What `found` says; None when its numbers make no date (31 November, the fifth quarter)."""
    return MAKERS[str(found.entry.get("make"))](found)


def _numeric(found: Found) -> Numeric | None:
    value = found.value("dmy") or found.value("dm") or found.value("my")
    return value if isinstance(value, Numeric) else None


def _year(found: Found, index: int = 0) -> int | None:
    years: list[int] = found.values("year")
    if len(years) > index:
        return years[index]
    two: list[int] = found.values("two")
    if two and not years:
        return two[0]
    numeric = _numeric(found)
    return numeric.year if numeric else None


def _valid(when: When) -> When | None:
    if when.month is not None and not 1 <= when.month <= 12:
        return None
    if when.day is not None and when.month is not None:
        month = f"{when.year or 2024:04d}-{when.month:02d}"
        if not edtf.is_valid(f"{month}-{when.day:02d}"):
            return None
    return when


def _date(found: Found) -> When | None:
    numeric = _numeric(found)
    days = found.values("day") or found.values("ord")
    month = numeric.month if numeric else found.value("month")
    if month is None:
        month = found.value("num")
    day = numeric.day if numeric and numeric.day is not None else days[0] if days else None
    return _valid(
        When(
            year=_year(found),
            month=month,
            day=day,
            weekday=found.value("weekday"),
            year_shift=found.value("yearshift"),
            way=int(found.entry.get("way", 0)),
            is_swappable=numeric is not None and numeric.is_swappable,
        )
    )


def _month(found: Found) -> When | None:
    numeric = _numeric(found)
    month = numeric.month if numeric else found.value("month") or found.value("num")
    way = int(found.entry.get("way", 0)) or (found.value("shift") or 0)
    return _valid(When("period", _year(found), month, year_shift=found.value("yearshift"), way=way))


def _days(found: Found) -> When | None:
    """Two days that share a month: the later part is written once."""
    numeric = _numeric(found)
    days = found.values("day")
    month = numeric.month if numeric else found.value("month")
    if numeric and numeric.day is not None:
        days = [*days, numeric.day]
    year = _year(found)
    first, last = When(year=year, month=month, day=days[0]), When(year=year, month=month, day=days[-1])
    if days[0] >= days[-1] or _valid(first) is None or _valid(last) is None:
        return None
    return When("period", year, month, days[0], until=last)


def _months(found: Found) -> When | None:
    """Two months of one year; the first lies in the year before when it comes later in the year."""
    months = [c.value.month if isinstance(c.value, Numeric) else c.value for c in found.captures if c.slot in ("month", "num", "my")]
    if len(months) < 2 or not all(1 <= month <= 12 for month in months):
        return None
    year, shift = _year(found), found.value("yearshift")
    first, last = months[0], months[-1]
    start_year = year - 1 if year is not None and first > last else year
    start_shift = shift - 1 if shift is not None and first > last else shift
    return When("period", start_year, first, year_shift=start_shift, until=When("period", year, last, year_shift=shift))


def _year_only(found: Found) -> When:
    return When("period", _year(found), year_shift=found.value("yearshift"))


def _years(found: Found) -> When | None:
    years: list[int] = found.values("year")
    if len(years) < 2:
        two: list[int] = found.values("two")
        years = [*years, *(years[0] // 100 * 100 + value % 100 for value in two)]
    if len(years) < 2 or years[0] >= years[1]:
        return None
    return When("period", years[0], until=When("period", years[1]))


def _part_of_year(table: dict[int, tuple[int, int]]) -> Callable[[Found], When | None]:
    def maker(found: Found) -> When | None:
        numbers = found.values("ord") or found.values("num") or found.values("roman")
        number = int(found.entry.get("number", 0)) or (numbers[0] if numbers else 0)
        if number not in table:
            return None
        return When("period", _year(found), months=table[number], year_shift=found.value("yearshift"))

    return maker


def _first_months(found: Found) -> When | None:
    number = found.value("num") or found.value("ord")
    if not isinstance(number, int) or not 1 <= number <= 12:
        return None
    return When("period", _year(found), months=(1, number), year_shift=found.value("yearshift"))


def _last_months(found: Found) -> When | None:
    number = found.value("num")
    if not isinstance(number, int) or not 1 <= number <= 12:
        return None
    return When("period", _year(found), months=(13 - number, 12), year_shift=found.value("yearshift"))


def _months_to(found: Found) -> When | None:
    """So many months that end with the named one; only within one year."""
    number, month = found.value("num"), found.value("month")
    first = month - number + 1
    return When("period", _year(found), months=(first, month)) if first >= 1 else None


def _pattern(digits: int) -> Callable[[Found], When | None]:
    def maker(found: Found) -> When | None:
        years = found.values("year") or found.values("two")
        if not years or years[0] % 10:
            return None
        return When("period", pattern=f"{years[0]:04d}"[:digits] + "X" * (4 - digits))

    return maker


def _century(found: Found) -> When | None:
    number = found.value("ord") or found.value("num") or found.value("roman")
    return When("period", pattern=f"{number - 1:02d}XX") if isinstance(number, int) and 2 <= number <= 22 else None


def _relative_day(found: Found) -> When:
    return When(unit="day", shift=found.value("reday"))


def _relative(found: Found) -> When | None:
    """So many units before or after the present one: "last week", "the next two months"."""
    shift = int(found.entry.get("way", 0)) or found.value("shift")
    count = found.value("num") or 1
    if shift is None or (shift == 0 and count > 1):
        return None
    return When("period", unit=str(found.value("unit") or found.entry.get("unit")), shift=shift, count=count)


def _stepped(found: Found) -> When | None:
    """One point so many units away: "three years ago"."""
    number = found.value("num") or 1
    steps = number * int(found.entry.get("way", -1))
    unit = str(found.value("unit"))
    return When("date" if unit == "day" else "period", unit=unit, shift=steps, count=0)


def _weekday(found: Found) -> When:
    way = int(found.entry.get("way", 0)) or (found.value("shift") or 0)
    return When(weekday=found.value("weekday"), way=way)


def _season(found: Found) -> When | None:
    """A season of a year: months of the northern calendar; winter is named by its second year only in ranges."""
    number = found.value("season")
    first = {21: 3, 22: 6, 23: 9, 24: 12}.get(number)
    if first is None:
        return None
    year, shift = _year(found), found.value("yearshift")
    if first < 12:
        return When("period", year, months=(first, first + 2), year_shift=shift)
    later = When("period", None if year is None else year + 1, 2, year_shift=None if shift is None else shift + 1)
    return When("period", year, 12, year_shift=shift, until=later)


def _of_kind(kind: str) -> Callable[[Found], When | None]:
    def maker(found: Found) -> When | None:
        unit = found.value("unit") or found.value("often") or found.entry.get("unit", "")
        return When(kind, unit=str(unit), count=found.value("num") or 1)

    return maker


def _clock(found: Found) -> When | None:
    numbers = found.values("num")
    if numbers and (numbers[0] > 24 or (len(numbers) > 1 and numbers[1] > 59)):
        return None
    return When("clock")


def _anaphor(found: Found) -> When:
    return When(anaphor=str(found.entry.get("anaphor", "day")))


MAKERS: Final[dict[str, Callable[[Found], When | None]]] = {
    "date": _date,
    "month": _month,
    "days": _days,
    "months": _months,
    "year": _year_only,
    "years": _years,
    "quarter": _part_of_year(_QUARTERS),
    "half": _part_of_year(_HALVES),
    "third": _part_of_year(_THIRDS),
    "first_months": _first_months,
    "last_months": _last_months,
    "months_to": _months_to,
    "decade": _pattern(3),
    "century": _century,
    "relative_day": _relative_day,
    "relative": _relative,
    "stepped": _stepped,
    "weekday": _weekday,
    "season": _season,
    "duration": _of_kind("duration"),
    "frequency": _of_kind("frequency"),
    "clock": _clock,
    "anaphor": _anaphor,
}
"""Every `make` that a date rule may name."""
