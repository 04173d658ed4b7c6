"""Doubts about years: amounts, codes and names that look like one."""

from __future__ import annotations

from typing import Final

from postil.suggest.dating.items import Items
from postil.suggest.dating.patterns import Found
from postil.suggest.dating.place import EDGES, Place, is_digit
from postil.suggest.doc import Token

_OLD: Final = 1700
"""Before this year a number behind "between" is rather an amount."""
_EARLIEST, _LATEST = 1900, 2100
_LONGEST: Final = 150
"""Two years further apart are no span of time."""


def year(place: Place) -> bool:
    """A year of its own and of no name."""
    return is_free_year(place) and not _is_name_year(place)


def is_free_year(place: Place) -> bool:
    """Is the four-digit number no amount and no part of a code?"""
    first = place.found.first
    if _is_coded(place) or place.has_after(place.found.end, "year_not_after"):
        return False
    if place.is_alone:
        return True
    if not is_digit(place.items.tokens[place.capture("year").first]):
        return place.is_at_end and place.has_before(first, "year_before")
    if place.has_before(first, "year_before"):
        return place.value("year") >= _OLD or not place.has_before(first, "range_start")
    if place.has_before(first, "year_and") and not _is_year(place.token(first - 2)):
        return place.is_at_end or place.has_after(place.found.end, "function_word")
    return not place.has_before(first, "amount_before") and _is_likely(place)


def _is_coded(place: Place) -> bool:
    """Is it glued to what makes it a code: "VN2024", "1/2024", "2024m"?"""
    first, before, after = place.found.first, place.before, place.after
    if before and place.is_glued(first) and (before.norm in frozenset("/.,#:") or (before.norm[0].isalpha() and before.capital)):
        return True
    return bool(after and place.is_glued(place.found.end) and (after.norm in frozenset("/%") or after.norm[0].isalpha()))


def _is_likely(place: Place) -> bool:
    """A year of our time, and no round number that counts what follows."""
    year, before, after = place.value("year"), place.before, place.after
    if not _EARLIEST <= year < _LATEST:
        return False
    return not (after and before and year % 100 == 0 and after.norm[0].isalpha() and before.norm[0].isalpha())


def _is_year(token: Token | None) -> bool:
    return token is not None and len(token.norm) == 4 and token.norm.isdigit()


def is_name_year(found: Found, items: Items) -> bool:
    """Does the year belong to a name in front of it: "Meet Korea 2025", "G20-2024", "Expo 2025"?"""
    place = Place(found, items)
    return is_free_year(place) and _is_name_year(place)


def _is_name_year(place: Place) -> bool:
    first, before = place.found.first, place.before
    if before is None or place.has_before(first, "year_before"):
        return False
    if before.norm == "-" and place.is_glued(first) and place.is_glued(first - 1):
        return True
    earlier = place.token(first - 2)
    return before.capital and earlier is not None and earlier.norm not in EDGES and not place.is_glued(first)


def years(place: Place) -> bool:
    """Two years of one span."""
    before = place.before
    if before and place.is_glued(place.found.first) and before.norm in frozenset("/.,$€£-"):
        return False
    after, end = place.after, place.found.end
    if after and after.norm in frozenset("/-") and place.is_glued(end) and place.is_glued(end + 1):
        return False
    years = place.found.values("year")
    if len(years) == 2 and years[1] - years[0] > _LONGEST:
        return False
    return not place.has_after(place.found.end, "year_not_after")


def consecutive(place: Place) -> bool:
    """Two years that follow each other are one span; others are two times."""
    years = place.found.values("year")
    return len(years) == 2 and bool(years[1] - years[0] == 1)


def decade(place: Place) -> bool:
    """A decade: "2010s", "'90s", "the 90s"; "90s" alone may be seconds."""
    if not place.is_glued(place.found.end - 1):
        return False
    return bool(place.found.values("year")) or place.items.tokens[place.found.first].norm in ("the", "'")


def short_year(place: Place) -> bool:
    """Two digits behind day and month are a year when nothing follows that they could count."""
    return place.is_at_end and not (place.after is not None and is_digit(place.token(place.found.end + 1)) and place.is_glued(place.found.end + 1))
