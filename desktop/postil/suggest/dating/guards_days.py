"""Doubts about days in digits: fractions, scores, floors, numbers of laws."""

from __future__ import annotations

from typing import Final

from postil.suggest.dating.items import Numeric
from postil.suggest.dating.place import EDGES, Place, is_digit

_RANKS: Final = frozenset({"e", "è", "ème", "eme", "ième", "nde", "re", "ère"})
"""French endings of numbers that are no days: "le 2e" of a row."""


def fraction(place: Place) -> bool:
    """A day and month, when it cannot be a fraction, or a date word or a bracket stands by; "24/7" never is."""
    value = place.value("dm")
    if (value.day, value.month) == (24, 7):
        return False
    before, after = place.before, place.after
    if place.has_before(place.found.first, "number_before") or (value.day < value.month and place.has_after(place.found.end, "fraction_after")):
        return False
    if place.has_before(place.found.first, "day_marker") or (before and before.norm in "(["):
        return True
    return bool(value.day > value.month) or (before is None and (after is None or after.norm in EDGES))


def two_days(place: Place) -> bool:
    """Two ends of a range of which one at least can be no fraction."""
    values = [value for value in place.found.values("dm") if isinstance(value, Numeric)]
    return any(value.day is not None and value.day > value.month for value in values)


def day_only(place: Place) -> bool:
    """A weekday with a number of its day that counts nothing."""
    after, end = place.after, place.found.end
    weekday = next((c for c in place.found.captures if c.slot == "weekday"), None)
    if weekday and place.is_short(weekday, "weekday") and not place.items.tokens[weekday.first].capital:
        return False
    if after is None:
        return True
    if after.norm in frozenset(":%h") or place.has_after(end, "date_unit") or place.has_after(end, "year_not_after"):
        return False
    return not (place.is_glued(end) and after.norm[0].isalnum())


def day_alone(place: Place) -> bool:
    """A number of a day with nothing behind it that it could count: "on the 27th.", not "on the 27th floor"."""
    day = next((c for c in place.found.captures if c.slot in ("rank", "day")), None)
    after = place.after
    if day is None or not 1 <= int(day.value) <= 31:
        return False
    suffix = place.token(day.first + 1)
    if suffix is not None and suffix.norm in _RANKS and place.is_glued(day.first + 1):
        return False
    if place.is_at_end:
        return not (after is not None and after.norm in ".," and place.is_glued(place.found.end) and is_digit(place.token(place.found.end + 1)))
    is_figure = place.items.tokens[day.first].norm[0].isdigit()
    return is_figure and place.has_after(place.found.end, "day_after")


def day_named(place: Place) -> bool:
    """A day named as such ("ngày 15"): no number of days, no number of a law, no code."""
    after, end = place.after, place.found.end
    if after is None:
        return True
    if after.norm in frozenset("/%:-–") or place.has_after(end, "date_unit") or place.has_after(end, "year_not_after"):
        return False
    if place.has_after(end, "day_not_after"):
        return False
    return not (place.is_glued(end) and (after.norm[0].isalnum() or (after.norm in ".," and is_digit(place.token(end + 1)))))


def dash_day(place: Place) -> bool:
    """Day and month with a dash, "ngày 20-12"; a range when a month follows ("ngày 8-10/12", "ngày 20-22 tháng 1")."""
    number, after, end = place.capture("num"), place.after, place.found.end
    if not 1 <= number.value <= 12 or (after and after.norm in frozenset("/%")):
        return False
    if after and after.norm == "-" and place.is_glued(end) and is_digit(place.token(end + 1)):
        return False
    return not place.has_after(end, "month") and place.is_glued(number.first)


def dash_days(place: Place) -> bool:
    """The same for two of them."""
    numbers = [c for c in place.found.captures if c.slot == "num"]
    return all(1 <= c.value <= 12 and place.is_glued(c.first) for c in numbers)


def glued(place: Place) -> bool:
    """No space inside: "28-Nov", "Oct/2"."""
    return all(place.is_glued(i) for i in range(place.found.first + 1, place.found.end))


def months(place: Place) -> bool:
    """Numbers of months."""
    return all(1 <= number <= 12 for number in place.found.values("num"))


def clock(place: Place) -> bool:
    """Hours and two-digit minutes; "3:1" is a score."""
    numbers = [c for c in place.found.captures if c.slot == "num"]
    tokens = place.items.tokens
    if tokens[numbers[0].end].norm == ":":
        return place.is_glued(numbers[0].end) and place.is_glued(numbers[0].end + 1) and len(tokens[numbers[1].first].norm) == 2
    return len(numbers) < 2 or len(tokens[numbers[1].first].norm) == 2 or tokens[numbers[0].end].norm != "h"
