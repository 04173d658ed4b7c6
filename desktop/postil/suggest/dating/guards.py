"""Doubts: where a rule's words fit but the place says that they mean something else. Named by `guard` in a date rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from postil.suggest.dating import guards_days, guards_names, guards_spans, guards_years
from postil.suggest.dating.items import Items
from postil.suggest.dating.patterns import Found
from postil.suggest.dating.place import Place

Guard = Callable[[Place], bool]


def passes(found: Found, items: Items) -> bool:
    """Does the rule that matched hold at its place?"""
    name = str(found.entry.get("guard", ""))
    return not name or GUARDS[name](Place(found, items))


GUARDS: Final[dict[str, Guard]] = {
    "fraction": guards_days.fraction,
    "year": guards_years.year,
    "years": guards_years.years,
    "month": guards_names.month,
    "months": guards_days.months,
    "consecutive": guards_years.consecutive,
    "shift": guards_names.named_shift,
    "unit": guards_spans.unit,
    "day-only": guards_days.day_only,
    "two-days": guards_days.two_days,
    "ahead": guards_spans.ahead,
    "at-end": lambda place: place.is_at_end,
    "ahead-or-alone": guards_names.ahead_or_alone,
    "calendar-unit": guards_spans.calendar_unit,
    "no-complement": guards_spans.no_complement,
    "no-hyphen": guards_spans.no_hyphen,
    "day-alone": guards_days.day_alone,
    "day-named": guards_days.day_named,
    "short-year": guards_years.short_year,
    "glued": guards_days.glued,
    "holiday": guards_names.holiday,
    "period-part": guards_spans.period_part,
    "statistic": guards_spans.statistic,
    "decade": guards_years.decade,
    "weekday": guards_names.weekday,
    "often": guards_spans.often,
    "clock": guards_days.clock,
    "dash-day": guards_days.dash_day,
    "dash-days": guards_days.dash_days,
    "relative-year": guards_spans.relative_year,
    "duration": guards_spans.duration,
}
"""Every `guard` that a date rule may name."""
