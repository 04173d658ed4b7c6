"""Makers of times told from now, or by their place in a month, week or year: one small function for each `make`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from postil.suggest.dating.captured import numeric_of, year_of
from postil.suggest.dating.holidays import is_code
from postil.suggest.dating.patterns import Found
from postil.suggest.dating.when import DAYS, MONTHS, SOON, When

_PARTS: Final = frozenset({"day", "weekday", "week", "weekend", "half", "month", "quarter"})


def days_within(found: Found, days: list[int]) -> When | None:
    """Two days of the month that lies so many months from now, of the present one when no month is named."""
    if len(days) < 2 or days[0] >= days[-1]:
        return None
    if found.value("unit") not in (None, "month"):
        return None
    shift = found.value("shift") or int(found.entry.get("way", 0))
    first, last = (When("period", unit="month", shift=shift, day=day) for day in (days[0], days[-1]))
    return replace(first, until=last)


def relative_day(found: Found) -> When:
    """ "yesterday": so many days from now."""
    return When(unit="day", shift=found.value("reday"))


def relative(found: Found) -> When | None:
    """So many units before or after the present one: "last week", "the next two months"."""
    shift = int(found.entry.get("way", 0)) or found.value("shift")
    count = found.value("num") or 1
    if shift is None or (shift == 0 and count > 1):
        return None
    return When("period", unit=str(found.value("unit") or found.entry.get("unit")), shift=shift, count=count)


def near_weekend(_found: Found) -> When:
    """ "over the weekend": the present one or the last, the next one when the text looks ahead."""
    return When("period", unit="weekend", shift=0, part_of="near")


def this(found: Found) -> When | None:
    """The present unit, whose beginning or end is meant ("the end of the year")."""
    unit = str(found.value("unit") or found.entry.get("unit"))
    shift = found.value("shift") if found.value("shift") is not None else int(found.entry.get("way", 0))
    return When("period", unit=unit, shift=shift) if unit in DAYS or unit in MONTHS else None


def stepped(found: Found) -> When | None:
    """One point so many units away: "three years ago", "1 year and 2 months ago"."""
    number = found.value("num") or 1
    way = int(found.entry.get("way", -1))
    units, steps = [str(unit) for unit in found.values("unit")], number * way
    if len(units) > 1:
        numbers = [1, *found.values("num")][-len(units) :]
        if len(numbers) != len(units) or not set(units) <= {*DAYS, *MONTHS}:
            return None
        return When(steps=tuple((unit, count * way) for unit, count in zip(units, numbers, strict=True)))
    unit = units[0]
    if unit not in DAYS and unit not in MONTHS:
        return None
    return When("date" if unit == "day" else "period", unit=unit, shift=steps, count=0)


def within(found: Found) -> When | None:
    """From now to a point so many units ahead: "within two weeks"."""
    unit, number = str(found.value("unit")), found.value("num")
    return When("period", steps=((unit, number),), part_of="within") if number and (unit in DAYS or unit in MONTHS) else None


def season(found: Found) -> When | None:
    """A season of a year: months of the northern calendar; winter is named by its second year only in ranges."""
    number = found.value("season")
    first = {21: 3, 22: 6, 23: 9, 24: 12}.get(number)
    if first is None:
        return None
    year, shift = year_of(found), found.value("yearshift")
    side = int(found.entry.get("way", 0)) or found.value("shift")
    if side is not None and shift is None and year is None:
        return When("period", months=(first, first + 2), season=side) if first < 12 else When("period", month=12, season=side)
    if first < 12:
        return When("period", year, months=(first, first + 2), year_shift=shift)
    later = When("period", None if year is None else year + 1, 2, year_shift=None if shift is None else shift + 1)
    return When("period", year, 12, year_shift=shift, until=later)


def weekday(found: Found) -> When:
    """A weekday with the side it lies on; "this Friday" is the one to come, "Friday next week" that of the next week."""
    shift, way = found.value("shift"), int(found.entry.get("way", 0))
    if found.value("unit") == "week" or found.entry.get("unit"):
        return When(weekday=found.value("weekday"), unit="week", shift=way or shift or 0)
    weeks = int(found.entry.get("weeks", 0))
    return When(weekday=found.value("weekday"), way=way or (SOON if shift == 0 else shift or 0), shift=weeks)


def anaphor(found: Found) -> When:
    """ "the same day", "now": what was named before, or the day of writing."""
    return When(anaphor=str(found.entry.get("anaphor", "day")), shift=int(found.entry.get("shift", 0)))


def counted(found: Found) -> When | None:
    """The so-manieth day, weekday, week, weekend or half of a month or year; the frame is named or lies so far from now."""
    numbers = found.values("rank") or found.values("num") or [int(found.entry.get("nth", 0))]
    nth, part = int(numbers[0]), str(found.entry.get("part_of") or ("weekday" if found.value("weekday") is not None else ""))
    units = [str(unit) for unit in found.values("unit")]
    if not part and units:
        part = units.pop(0)
    frame = units[0] if units else str(found.entry.get("unit", ""))
    if part not in _PARTS or not nth or nth > 53 or frame not in ("", "month", "year"):
        return None
    shift = found.value("shift")
    shift = int(found.entry.get("way", 0)) if shift is None else shift
    when = When(nth=nth, part_of=part, weekday=found.value("weekday"), year=year_of(found), month=found.value("month"))
    return replace(when, year_shift=found.value("yearshift")) if not frame else replace(when, unit=frame, shift=shift)


def day_within(found: Found) -> When | None:
    """A day of the month that lies so many months from now: "the 20th of next month"."""
    days = found.values("day") or found.values("rank")
    shift = int(found.entry.get("way", 0)) or found.value("shift") or 0
    if not days or not 1 <= days[0] <= 31 or found.value("unit") not in (None, "month"):
        return None
    return When(day=days[0], unit="month", shift=shift)


def rest(found: Found) -> When:
    """ "the rest of the year"."""
    return When("period", rest=str(found.value("unit") or found.entry.get("unit")))


def year_to_date(found: Found) -> When:
    """From January to the month of writing."""
    shift = found.value("yearshift")
    return When("period", year_of(found), rest="to date", year_shift=0 if shift is None and year_of(found) is None else shift)


def feast(found: Found) -> When | None:
    """A feast day, of a year or on one side of now."""
    code = str(found.value("holiday"))
    if not is_code(code):
        return None
    shift = found.value("shift")
    way = int(found.entry.get("way", 0)) or shift or 0
    year_shift = 0 if shift == 0 else found.value("yearshift")
    return When(holiday=code, year=year_of(found), year_shift=year_shift, way=way, cycle=found.value("zodiac"))


def lunar(found: Found) -> When | None:
    """A day of the lunar year; without a month the day of the new year's month."""
    numeric = numeric_of(found)
    days = found.values("day") or found.values("wordday") or found.values("rank")
    month = numeric.month if numeric else found.value("month") or int(found.entry.get("month", 1))
    day = numeric.day if numeric and numeric.day is not None else days[0] if days else int(found.entry.get("day", 0))
    if not 1 <= month <= 12 or not 1 <= day <= 30:
        return None
    return When(holiday=f"moon {month:02d}-{day:02d}", year=year_of(found), year_shift=found.value("yearshift"))
