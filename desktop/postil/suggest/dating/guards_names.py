"""Doubts about names: months, weekdays and feasts that are also other words."""

from __future__ import annotations

from typing import Final

from postil.suggest.dating.guards_spans import looks_ahead
from postil.suggest.dating.place import Place

_SHORT_DAY: Final = 4
"""Names of weekdays up to this length ("Sun", "Wed.") are also other words."""


def month(place: Place) -> bool:
    """A bare month; abbreviations and names that are other words too ("May", "Mars") only behind a word that asks for one."""
    capture = place.capture("month")
    tokens, first = place.items.tokens, capture.first
    after = place.after
    if (after and after.norm[0].isdigit() and place.is_glued(place.found.end)) or place.has_before(first, "month_not_before"):
        return False
    is_short = place.is_short(capture, "month")
    if is_short and place.is_acronym(capture):
        return False
    asked = place.has_before(first, "month_asked")
    if is_short and tokens[capture.end - 1].norm != "." and place.knows("month_asked") and not (asked or place.is_alone):
        return False
    if not tokens[first].capital and place.has_after(first, "month_capital") and not asked:
        return False
    is_doubtful = place.has_after(first, "month_doubtful") or (tokens[first].capital and place.has_after(first, "month_doubtful_capital"))
    return not is_doubtful or asked or place.has_before(first, "month_before") or place.is_alone


def named_shift(place: Place) -> bool:
    """ "last April", "next june"; not "this may be"."""
    capture = place.capture("month")
    return place.items.tokens[capture.first].capital or place.value("shift") != 0 or not place.has_after(capture.first, "month_capital")


def weekday(place: Place) -> bool:
    """Abbreviations only with what asks for them; Vietnamese "thứ ba" is "third" unless a time of day stands before it."""
    capture = place.capture("weekday")
    name = place.items.tokens[capture.first : capture.end]
    if place.is_alone:
        return True
    if place.has_after(place.found.end, "weekday_not_after"):
        return False
    if place.knows("weekday_marker"):
        after = place.after
        is_named = name[0].norm == "chủ" or name[-1].capital
        return is_named or place.has_before(capture.first, "weekday_marker") or (after is not None and after.norm == "(")
    if not place.is_short(capture, "weekday"):
        return True
    if place.is_acronym(capture) or not name[0].capital:
        return False
    return len(name[0].norm) > _SHORT_DAY or name[-1].norm == "." or (place.has_before(capture.first, "weekday_asked") and place.is_at_end)


def holiday(place: Place) -> bool:
    """A feast as a time and no part of a name: with a year, or behind a word that asks for a time, or alone."""
    if any(c.slot in ("year", "yearshift", "shift", "dm", "dmy", "zodiac") for c in place.found.captures) or place.is_alone:
        return True
    if place.after is not None and place.after.capital and place.after.norm[0].isalpha():
        return False
    return place.has_before(place.found.first, "holiday_before")


def ahead_or_alone(place: Place) -> bool:
    """For "ce lundi": the next one when the text looks ahead or says nothing else."""
    return (place.is_at_end and place.token(place.found.first - 2) is None) or looks_ahead(place)
