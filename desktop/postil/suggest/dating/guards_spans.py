"""Doubts about spans of time and how often: durations, rates, parts of a year."""

from __future__ import annotations

from postil.suggest.dating.place import Place
from postil.suggest.dating.when import DAYS, MONTHS


def unit(place: Place) -> bool:
    """Calendar units only, and no vague plural ("the coming years")."""
    unit = place.capture("unit")
    if unit.value in ("hour", "minute", "second"):
        return False
    word = place.items.tokens[unit.end - 1].norm
    has_number = bool(place.found.values("num"))
    if not has_number and word.endswith("s") and word != "mois":
        return False
    return unit.value != "day" or has_number


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
    first = place.found.first
    if not set(place.found.values("unit")) <= {*DAYS, *MONTHS}:
        return False
    return place.is_alone or any(place.has_after(i, "future_word") for i in range(max(0, first - 14), first))


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
    """No count of years stands before it: "5 năm qua", "10 năm trước"."""
    before = place.before
    return before is None or not (before.norm[0].isdigit() or place.has_before(place.found.first, "date_number"))


def duration(place: Place) -> bool:
    """Not before a year: "hai năm 2023 và 2024" is no span of two years."""
    after = place.after
    return not (after and len(after.norm) == 4 and after.norm.isdigit())


def no_complement(place: Place) -> bool:
    """ "la veille", not "la veille de la réunion"."""
    return place.after is None or place.after.norm not in ("de", "du", "d'", "des")
