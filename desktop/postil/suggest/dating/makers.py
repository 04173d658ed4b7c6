"""From a rule that matched to what it says: one small function for each `make` of the date rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from postil.suggest.dating import makers_long
from postil.suggest.dating import makers_near as near
from postil.suggest.dating.captured import numeric_of, valid, year_of
from postil.suggest.dating.items import Numeric
from postil.suggest.dating.patterns import Found
from postil.suggest.dating.when import When

_QUARTERS: Final = {1: (1, 3), 2: (4, 6), 3: (7, 9), 4: (10, 12)}
_HALVES: Final = {1: (1, 6), 2: (7, 12)}
_MOST_YEARS: Final = 50


def make(found: Found) -> When | None:
    """What `found` says; None when its numbers make no date (31 November, the fifth quarter)."""
    return MAKERS[str(found.entry.get("make"))](found)


def _date(found: Found) -> When | None:
    numeric = numeric_of(found)
    days = found.values("day") or found.values("wordday") or found.values("rank") or [int(n) for n in (found.entry.get("day"),) if n]
    month = numeric.month if numeric else found.value("month")
    if month is None:
        month = found.value("num")
    day = numeric.day if numeric and numeric.day is not None else days[0] if days else None
    return valid(
        When(
            year=year_of(found),
            month=month,
            day=day,
            weekday=found.value("weekday"),
            year_shift=found.value("yearshift"),
            way=int(found.entry.get("way", 0)),
            is_swappable=numeric is not None and numeric.is_swappable,
            span=str(found.entry.get("span", "")),
        )
    )


def _month(found: Found) -> When | None:
    numeric = numeric_of(found)
    month = numeric.month if numeric else found.value("month") or found.value("num")
    way = int(found.entry.get("way", 0)) or (found.value("shift") or 0)
    year_shift = 0 if found.value("shift") == 0 else found.value("yearshift")
    return valid(When("period", year_of(found), month, year_shift=year_shift, way=way))


def _days(found: Found) -> When | None:
    """Two days that share a month: the later part is written once."""
    numeric = numeric_of(found)
    days = found.values("day") or found.values("wordday")
    month = numeric.month if numeric else found.value("num") if found.entry.get("dashed") else found.value("month")
    if len(days) == 1 and found.values("wordday"):
        days = [*days, *found.values("wordday")]
    if numeric and numeric.day is not None:
        days = [*days, numeric.day]
    year = year_of(found)
    if month is None:
        return near.days_within(found, days)
    first, last = When(year=year, month=month, day=days[0]), When(year=year, month=month, day=days[-1])
    if len(days) < 2 or days[0] >= days[-1] or valid(first) is None or valid(last) is None:
        return None
    return When("period", year, month, days[0], until=last)


def _dashed_range(found: Found) -> When | None:
    """Two days with their months in digits: "28-5 to 2-6"."""
    days, months = found.values("day"), found.values("num")
    if len(days) != 2 or len(months) != 2:
        return None
    first, last = (When("period", month=month, day=day) for day, month in zip(days, months, strict=True))
    return replace(first, until=last) if valid(first) and valid(last) else None


def _months(found: Found) -> When | None:
    """Two months of one year; the first lies in the year before when it comes later in the year."""
    months = [c.value.month if isinstance(c.value, Numeric) else c.value for c in found.captures if c.slot in ("month", "num", "my")]
    if len(months) < 2 or not all(1 <= month <= 12 for month in months):
        return None
    year, shift = year_of(found), found.value("yearshift")
    first, last = months[0], months[-1]
    start_year = year - 1 if year is not None and first > last else year
    start_shift = shift - 1 if shift is not None and first > last else shift
    return When("period", start_year, first, year_shift=start_shift, until=When("period", year, last, year_shift=shift))


def _year_only(found: Found) -> When:
    return When("period", year_of(found), year_shift=found.value("yearshift"))


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
        return When("period", year_of(found), months=table[number], year_shift=found.value("yearshift"))

    return maker


def _first_months(found: Found) -> When | None:
    number = found.value("num") or found.value("ord")
    if not isinstance(number, int) or not 1 <= number <= 12:
        return None
    return When("period", year_of(found), months=(1, number), year_shift=found.value("yearshift"))


def _first_quarters(found: Found) -> When | None:
    number = found.value("num")
    if not isinstance(number, int) or not 1 <= number <= 4:
        return None
    return When("period", year_of(found), months=(1, 3 * number), year_shift=found.value("yearshift"))


def _last_quarters(found: Found) -> When | None:
    number = found.value("num")
    if not isinstance(number, int) or not 1 <= number <= 4:
        return None
    return When("period", year_of(found), months=(13 - 3 * number, 12), year_shift=found.value("yearshift"))


def _last_months(found: Found) -> When | None:
    number = found.value("num")
    if not isinstance(number, int) or not 1 <= number <= 12:
        return None
    return When("period", year_of(found), months=(13 - number, 12), year_shift=found.value("yearshift"))


def _months_to(found: Found) -> When | None:
    """So many months that end with the named one; a year when no number is given."""
    number, month, year = found.value("num") or 12, found.value("month"), year_of(found)
    first = month - number + 1
    if first >= 1:
        return When("period", year, months=(first, month))
    if first <= -12 or year is None:
        return None
    return When("period", year - 1, first + 12, until=When("period", year, month))


def _years_to(found: Found) -> When | None:
    """So many years that end with the named one."""
    number, year = found.value("num"), year_of(found)
    if not number or year is None or not 2 <= number <= _MOST_YEARS:
        return None
    return When("period", year - number + 1, until=When("period", year))


def _two_days(found: Found) -> When | None:
    """Two days with their months in digits: "30/4 - 1/5"."""
    left, right = found.values("dm")
    return When("period", None, left.month, left.day, until=When("period", None, right.month, right.day))


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


def _spaced(found: Found) -> When | None:
    """Day, month and year in digits with spaces between them: "20 02 2014"."""
    day, month = found.value("day"), (found.values("num") or [0])[-1]
    return valid(When(year=year_of(found), month=month, day=day)) if 1 <= month <= 12 else None


def _decade_word(found: Found) -> When:
    return When("period", pattern=str(found.value("decade")))


MAKERS: Final[dict[str, Callable[[Found], When | None]]] = {
    "date": _date,
    "month": _month,
    "days": _days,
    "dashed_range": _dashed_range,
    "months": _months,
    "year": _year_only,
    "years": _years,
    "quarter": _part_of_year(_QUARTERS),
    "half": _part_of_year(_HALVES),
    "first_months": _first_months,
    "last_months": _last_months,
    "first_quarters": _first_quarters,
    "last_quarters": _last_quarters,
    "year_to_date": near.year_to_date,
    "months_to": _months_to,
    "years_to": _years_to,
    "two_days": _two_days,
    "decade": makers_long.decade,
    "decades": makers_long.decades,
    "century": makers_long.century,
    "centuries": makers_long.centuries,
    "relative_day": near.relative_day,
    "relative": near.relative,
    "stepped": near.stepped,
    "this": near.this,
    "near_weekend": near.near_weekend,
    "within": near.within,
    "weekday": near.weekday,
    "season": near.season,
    "duration": _of_kind("duration"),
    "frequency": _of_kind("frequency"),
    "clock": _clock,
    "anaphor": near.anaphor,
    "counted": near.counted,
    "day_within": near.day_within,
    "rest": near.rest,
    "feast": near.feast,
    "lunar": near.lunar,
    "decade_word": _decade_word,
    "spaced": _spaced,
}
"""Every `make` that a date rule may name."""
