"""Doubts about spans of time and how often: durations, rates, parts of a year."""

from __future__ import annotations

from typing import Final

from postil.suggest.dating.place import Place
from postil.suggest.dating.when import DAYS, MONTHS

_REACH: Final = 14
"""A word of the future holds for spans so many tokens away."""
_ENDS: Final = frozenset(".;?!")


def unit(place: Place) -> bool:
    """Calendar units only, and no vague plural ("the coming years")."""
    unit = place.capture("unit")
    if unit.value in ("hour", "minute", "second"):
        return False
    if _is_vague(place):
        return False
    word = place.items.tokens[unit.end - 1].norm
    has_number = bool(place.found.values("num"))
    if not has_number and word.endswith("s") and word != "mois":
        return False
    return unit.value != "day" or has_number


def _is_vague(place: Place) -> bool:
    """ "những tháng tới", "năm sau đó": no certain one, or told from another time."""
    if place.has_before(place.found.first, "vague_before"):
        return True
    shift = place.value("shift") if place.value("shift") is not None else place.value("yearshift")
    return shift == 1 and place.has_after(place.found.end, "shift_not_after")


def calendar_unit(place: Place) -> bool:
    """No hours, minutes or seconds."""
    return place.capture("unit").value not in ("hour", "minute", "second")


def period_part(place: Place) -> bool:
    """ "cuối năm", "the end of the year": not before a year or a word that makes it another thing."""
    after = place.after
    end = place.found.end
    return after is None or not (after.norm[0].isdigit() or place.has_after(end, "part_not_after") or place.has_after(end, "date_shift"))


def ahead(place: Place) -> bool:
    """Does the text speak of what is to come: "will … in two weeks"? Otherwise it is how long something took."""
    if not set(place.found.values("unit")) <= {*DAYS, *MONTHS}:
        return False
    return place.is_alone or looks_ahead(place)


def looks_ahead(place: Place) -> bool:
    """Stands a word of the future near the match, in its part of the text?"""
    before = range(place.found.first - 1, max(0, place.found.first - _REACH) - 1, -1)
    behind = range(place.found.end, min(place.found.end + _REACH, len(place.items.tokens)))
    return any(_is_future(place, side) for side in (before, behind))


def _is_future(place: Place, side: range) -> bool:
    for i in side:
        if place.items.tokens[i].norm in _ENDS:
            return False
        if place.items.is_future(i):
            return True
    return False


def no_hyphen(place: Place) -> bool:
    """ "the first quarter", not "the first quarter-final"."""
    end = place.found.end
    return not (place.after is not None and place.after.norm == "-" and place.is_glued(end) and place.is_glued(end + 1))


def statistic(place: Place) -> bool:
    """A noun that is measured stands behind the span."""
    end = place.found.end
    return any(place.has_after(i, "statistic") for i in range(end, min(end + 4, len(place.items.tokens))))


def often(place: Place) -> bool:
    """A rate: "a year" only behind a figure; "Daily" in a name is none."""
    tokens, at = place.items.tokens, place.found.first
    if tokens[at].norm in ("a", "an", "một", "l'"):
        return any(token.norm[0].isdigit() for token in tokens[max(0, at - 5) : at])
    return not (tokens[at].capital and at > 0 and tokens[at - 1].capital)


def relative_year(place: Place) -> bool:
    """No count of years stands before it: "5 năm qua", "10 năm trước"; and it is not vague."""
    before = place.before
    if before is not None and (before.norm[0].isdigit() or place.has_before(place.found.first, "date_number")):
        return False
    return not _is_vague(place)


def duration(place: Place) -> bool:
    """Not before a year: "hai năm 2023 và 2024" is no span of two years."""
    after = place.after
    return not (after and len(after.norm) == 4 and after.norm.isdigit())


def no_complement(place: Place) -> bool:
    """ "la veille", not "la veille de la réunion"."""
    return place.after is None or place.after.norm not in ("de", "du", "d'", "des")
