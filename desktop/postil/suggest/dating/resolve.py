"""Complete what a date leaves out from what the article tells, and say which parts were not in the words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from postil.base import edtf
from postil.suggest.dating.context import Context, year_for
from postil.suggest.dating.when import MONTHS, SOON, When, near_weekday, shifted, stepped, write

Resolved = tuple[str, tuple[str, ...]]
"""EDTF (empty when nothing can be said) and the names of the inferred parts."""


def resolve(when: When, context: Context) -> Resolved:
    """The EDTF of `when` as far as the article allows; a year that stays unknown is `XXXX`."""
    if not when.is_time:
        return "", ()
    try:
        return _resolve(when, context)
    except (ValueError, OverflowError):
        return "", ()


def _resolve(when: When, context: Context) -> Resolved:
    if when.anaphor:
        return _anaphor(when, context)
    if when.unit:
        return _relative(when, context)
    if when.weekday is not None and when.month is None and when.day is None:
        return _weekday(when, context)
    if when.day is not None and when.month is None:
        return _day_only(when, context)
    full, inferred = _with_year(when, context)
    if when.until is not None:
        return _range(full, when.until, context, inferred)
    return write(full), inferred


def _with_year(when: When, context: Context) -> tuple[When, tuple[str, ...]]:
    if when.is_whole:
        return when, ()
    if when.year_shift is not None:
        this = context.this_year
        return (replace(when, year=this + when.year_shift), ("year",)) if this is not None else (when, ())
    month = when.month or (when.months[0] if when.months else None)
    if month is None:
        return when, ()
    if when.months is not None and not when.way:
        year = context.near if context.near is not None else _year_of_span(context)
    else:
        year = year_for(month, when.day, context, when.way)
    return (replace(when, year=year), ("year",)) if year is not None else (when, ())


def _year_of_span(context: Context) -> int | None:
    """Quarters and "the first nine months" without a year: the year of the article, or the one it reports on."""
    return context.this_year if context.this_year is not None else (context.years.pair or context.years.main)


def _range(start: When, until: When, context: Context, inferred: tuple[str, ...]) -> Resolved:
    end, inferred_end = _with_year(until, context)
    if start.year is not None and end.year is not None and not until.is_whole:
        later = start.begins()[1] > end.begins()[1] > 0
        end = replace(end, year=start.year + later)
    parts = tuple(dict.fromkeys((*inferred, *inferred_end)))
    return write(replace(start, until=end)), parts


def _relative(when: When, context: Context) -> Resolved:
    shift = when.shift or 0
    if context.reference is not None:
        if when.count == 0:
            return stepped(context.reference, when.unit, shift), ("year", "month", "day")
        return shifted(context.reference, when.unit, shift, when.count), ("year", "month", "day")
    this = context.this_year
    if this is None or MONTHS.get(when.unit, 0) < MONTHS["year"]:
        return "", ()
    middle = date(this, 7, 1)
    text = stepped(middle, when.unit, shift) if when.count == 0 else shifted(middle, when.unit, shift, when.count)
    return text, ("year",)


def _weekday(when: When, context: Context) -> Resolved:
    if context.reference is None or when.weekday is None:
        return "", ()
    way = when.way or (SOON if context.is_ahead else 0)
    return near_weekday(context.reference, when.weekday, way).isoformat(), ("year", "month", "day")


def _day_only(when: When, context: Context) -> Resolved:
    """A weekday with the number of its day: the month nearest to the day of writing in which both agree."""
    if context.reference is None or when.day is None:
        return "", ()
    best = ""
    for step in (0, -1, 1):
        at = context.reference.year * 12 + context.reference.month - 1 + step
        text = f"{at // 12:04d}-{at % 12 + 1:02d}-{when.day:02d}"
        if edtf.is_valid(text) and when.weekday in (None, date.fromisoformat(text).weekday()):
            return text, ("year", "month")
        best = best or (text if edtf.is_valid(text) else "")
    return best, ("year", "month")


def _anaphor(when: When, context: Context) -> Resolved:
    if when.anaphor == "day":
        return context.last_day, ("year", "month", "day") if context.last_day else ()
    return (context.reference.isoformat(), ("year", "month", "day")) if context.reference else ("", ())
