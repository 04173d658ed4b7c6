"""Complete what a date leaves out from what the article tells, and say which parts were not in the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from postil.base import edtf
from postil.suggest.dating.calendars import around, moved, rest_of, within
from postil.suggest.dating.context import Context, year_for
from postil.suggest.dating.holidays import fixed, holiday
from postil.suggest.dating.when import DAYS, MONTHS, SOON, When, near_weekday, opened, shifted, stepped, write

Resolved = tuple[str, tuple[str, ...]]
"""EDTF (empty when nothing can be said) and the names of the inferred parts."""
_NOTHING: Final[Resolved] = ("", ())
_FRIDAY: Final = 4
_CYCLE: Final = 60
_CYCLE_START: Final = 4
"""A year of our era with which the cycle began."""
_ALL: Final = ("year", "month", "day")


def resolve(when: When, context: Context) -> Resolved:
    """The EDTF of `when` as far as the article allows; a year that stays unknown is `XXXX`."""
    if not when.is_time:
        return _NOTHING
    try:
        text, inferred = _resolve(when, context)
        return (opened(text, when), inferred) if when.until is None else (text, inferred)
    except (ValueError, OverflowError):
        return _NOTHING


def _resolve(when: When, context: Context) -> Resolved:
    if when.until is not None:
        return _range(when, when.until, context)
    for asks, answer in _KINDS:
        if asks(when):
            return answer(when, context)
    full, inferred = _with_year(when, context)
    return write(replace(full, is_open=False, is_until=False)), inferred


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
        year = year_for(month, when.day, context, when.way, when.weekday)
    return (replace(when, year=year), ("year",)) if year is not None else (when, ())


def _year_of_span(context: Context) -> int | None:
    """Quarters and "the first nine months" without a year: the year of the article, or the one it reports on."""
    return context.this_year if context.this_year is not None else context.years.told


def _range(when: When, until: When, context: Context) -> Resolved:
    start = replace(when, until=None)
    if start.unit or until.unit or (start.weekday is not None and start.month is None):
        return _relative_range(start, until, context)
    start, inferred = _with_year(start, context)
    end, inferred_end = _with_year(until, context)
    if start.year is not None and end.year is not None and not until.is_whole:
        later = start.begins()[1] > end.begins()[1] > 0
        end = replace(end, year=start.year + later)
    parts = tuple(dict.fromkeys((*inferred, *inferred_end)))
    return write(replace(start, until=end)), parts


def _relative_range(start: When, until: When, context: Context) -> Resolved:
    """ "from Monday to Friday", "hier et aujourd'hui": each side by itself; a weekday at the end follows the start."""
    left, inferred = resolve(start, context)
    right, inferred_end = resolve(until, context)
    if not left or not right:
        return _NOTHING
    first, last = edtf.parse(left).bounds()[0], edtf.parse(right).bounds()[1]
    if until.weekday is not None and until.day is None and not until.unit:
        last = near_weekday(first, until.weekday, SOON)
    if last <= first:
        return _NOTHING
    return f"{first.isoformat()}/{last.isoformat()}", tuple(dict.fromkeys((*inferred, *inferred_end)))


def _relative(when: When, context: Context) -> Resolved:
    shift = when.shift or 0
    if context.reference is not None:
        if when.part_of == "near":
            shift = 0 if context.is_ahead or context.reference.weekday() > _FRIDAY else -1
        if when.count == 0:
            return stepped(context.reference, when.unit, shift, to_the_day=context.style.is_exact), _ALL
        return shifted(context.reference, when.unit, shift, when.count), _ALL
    this = context.this_year
    if this is None or MONTHS.get(when.unit, 0) < MONTHS["year"]:
        return _NOTHING
    middle = date(this, 7, 1)
    text = stepped(middle, when.unit, shift) if when.count == 0 else shifted(middle, when.unit, shift, when.count)
    return text, ("year",)


def _inside(when: When, context: Context) -> Resolved:
    """A day of a month or week that lies so many units from now: "the 20th of next month", "Friday next week"."""
    if context.reference is None:
        return _NOTHING
    if when.weekday is not None and when.day is None:
        monday = context.reference - timedelta(days=context.reference.weekday())
        return (monday + timedelta(days=7 * (when.shift or 0) + when.weekday)).isoformat(), _ALL
    at = moved(context.reference.replace(day=1), when.shift or 0)
    return edtf.day(at.year, at.month, when.day or 1), _ALL


def _counted(when: When, context: Context) -> Resolved:
    """The second Tuesday of March, the last week of 2015, the first weekend of next month."""
    if when.unit:
        frame, inferred = _relative(replace(when, count=1), context)
    else:
        full, inferred = _with_year(replace(when, day=None), context)
        frame = edtf.month(full.year, full.month) if full.month is not None and full.year is not None else str(full.year or "")
    return (within(frame, when.nth, when.part_of, when.weekday), inferred) if frame else _NOTHING


def _spanned(when: When, context: Context) -> Resolved:
    """The week or month around a day."""
    text, inferred = _resolve(replace(when, span=""), context)
    day = edtf.parse(text).start if text else None
    return (around(day.first, when.span), inferred) if day is not None and day.year is not None else _NOTHING


def _rest(when: When, context: Context) -> Resolved:
    if when.rest == "to date":
        return _to_date(when, context)
    return (rest_of(context.reference, when.rest), _ALL) if context.reference else _NOTHING


def _to_date(when: When, context: Context) -> Resolved:
    """From the first month of a year to the month of writing."""
    this = context.this_year
    year = when.year if when.year is not None else None if this is None else this + (when.year_shift or 0)
    if year is None:
        return _NOTHING
    if context.reference is None:
        return edtf.interval(edtf.month(year, 1), ""), ("year",)
    return edtf.interval(edtf.month(year, 1), edtf.month(context.reference.year, context.reference.month)), ("year", "month")


def _several(when: When, context: Context) -> Resolved:
    """Several units at once: as precise as the smallest of them, or a day."""
    months, days = sum(MONTHS.get(unit, 0) * count for unit, count in when.steps), sum(DAYS.get(unit, 0) * count for unit, count in when.steps)
    if when.base is not None:
        return _from_base(when.base, months, days, context)
    if context.reference is None:
        return _NOTHING
    day = moved(context.reference, months, days)
    is_day = context.style.is_exact or any(unit in DAYS for unit, _ in when.steps)
    if when.part_of == "within":
        is_coarse = not is_day and months >= MONTHS["year"]
        start, end = (str(context.reference.year), str(day.year)) if is_coarse else (context.reference.isoformat(), day.isoformat())
        return edtf.interval(start, end), _ALL
    return day.isoformat() if is_day else edtf.month(day.year, day.month), _ALL


def _from_base(base: When, months: int, days: int, context: Context) -> Resolved:
    """So far from a day that is told: "three days after 12 January"."""
    text, inferred = resolve(base, context)
    start = edtf.parse(text).start if text else None
    if start is None or start.year is None:
        return _NOTHING
    return moved(start.first, months, days).isoformat(), inferred


def _feast(when: When, context: Context) -> Resolved:
    year = when.year if when.year is not None else _year_of_feast(when, context)
    if year is not None:
        return holiday(when.holiday, year).isoformat(), () if when.year is not None else ("year",)
    known = fixed(when.holiday)
    return (edtf.day(None, *known), ()) if known else _NOTHING


def _year_of_feast(when: When, context: Context) -> int | None:
    this = context.this_year
    if when.year_shift is not None:
        return this + when.year_shift if this is not None else None
    reference = context.reference
    if when.cycle is not None:
        return _in_cycle(when.cycle, this)
    way = when.way or context.is_alone
    if way and reference is not None:
        days = [(holiday(when.holiday, year), year) for year in range(reference.year - 1, reference.year + 2)]
        sides = [year for day, year in days if (day > reference if way > 0 else day < reference)]
        return (sides[0] if way > 0 else sides[-1]) if sides else None
    near = context.near or this or context.years.told
    if near is None:
        return None
    day = holiday(when.holiday, near)
    return year_for(day.month, day.day, context)


def _in_cycle(cycle: int, this: int | None) -> int | None:
    """The year nearest to this one with that place in the lunar cycle of sixty."""
    if this is None:
        return None
    return min(
        (year for year in range(this - 30, this + 31) if (year - _CYCLE_START) % _CYCLE == cycle), key=lambda year: abs(year - this), default=None
    )


def _season(when: When, context: Context) -> Resolved:
    """The season that lasts or comes next ("this summer"), the last one that is over, the next one to begin."""
    reference = context.reference
    if reference is None:
        return _NOTHING
    first = when.month or (when.months[0] if when.months else 1)
    starts = [date(reference.year + step, first, 1) for step in (-2, -1, 0, 1)]
    spans = [(start, moved(start, 3) - timedelta(days=1)) for start in starts]
    if when.season == -1:
        start, end = max(span for span in spans if span[1] < reference)
    elif when.season == 1:
        start, end = min(span for span in spans if span[0] > reference)
    else:
        this = [span for span in spans if span[0].year == reference.year]
        start, end = next((span for span in spans if span[0] <= reference <= span[1]), this[0])
    return edtf.interval(edtf.month(start.year, start.month), edtf.month(end.year, end.month)), ("year",)


def _weekday(when: When, context: Context) -> Resolved:
    if context.reference is None or when.weekday is None:
        return _NOTHING
    way = when.way or (SOON if context.is_ahead else 1 if context.is_alone else 0)
    day = near_weekday(context.reference, when.weekday, way) + timedelta(days=7 * (when.shift or 0))
    return day.isoformat(), _ALL


def _day_only(when: When, context: Context) -> Resolved:
    """A number of a day, mostly with its weekday: in the nearest month in which both agree, ahead when the text looks ahead."""
    reference = context.reference
    if reference is None or when.day is None:
        return _NOTHING
    days = [d for step in (0, -1, 1, 2) if (d := _in_month(reference, step, when.day)) is not None]
    agreed = [d for d in days if when.weekday in (None, d.weekday())] or days
    if context.is_ahead:
        agreed = [d for d in agreed if d >= reference] or agreed
    best = min(agreed, key=lambda d: abs(d - reference), default=None)
    return (best.isoformat(), ("year", "month")) if best else _NOTHING


def _in_month(reference: date, step: int, day: int) -> date | None:
    at = moved(reference.replace(day=1), step)
    text = f"{at.year:04d}-{at.month:02d}-{day:02d}"
    return date.fromisoformat(text) if edtf.is_valid(text) else None


def _anaphor(when: When, context: Context) -> Resolved:
    if when.anaphor != "day":
        return (context.reference.isoformat(), _ALL) if context.reference else _NOTHING
    text = context.last_day
    if not text and when.shift and context.style.is_exact and context.reference:
        text = context.reference.isoformat()
    if not text:
        return _NOTHING
    return (date.fromisoformat(text) + timedelta(days=when.shift or 0)).isoformat(), _ALL


_KINDS: Final[tuple[tuple[Callable[[When], object], Callable[[When, Context], Resolved]], ...]] = (
    (lambda when: when.span, _spanned),
    (lambda when: when.anaphor, _anaphor),
    (lambda when: when.rest, _rest),
    (lambda when: when.steps, _several),
    (lambda when: when.holiday, _feast),
    (lambda when: when.season is not None, _season),
    (lambda when: when.nth, _counted),
    (lambda when: when.unit and (when.day is not None or when.weekday is not None), _inside),
    (lambda when: when.unit, _relative),
    (lambda when: when.weekday is not None and when.month is None and when.day is None, _weekday),
    (lambda when: when.day is not None and when.month is None, _day_only),
)
"""Which kind of time is asked for, in this order, and what answers it; anything else is a date that lacks its year at most."""
