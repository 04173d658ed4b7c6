"""Doubts: where a rule's words fit but the place says that they mean something else. Named by `guard` in a date rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from postil.suggest.dating.items import Items
from postil.suggest.dating.patterns import Capture, Found
from postil.suggest.doc import Token

_SHORT_DAY: Final = 4
"""Names of weekdays up to this length ("Sun", "Wed.") are also other words."""
_EDGES: Final = frozenset(",;:.)!?(")


@dataclass(frozen=True, slots=True)
class Place:
    """A rule that matched, with what stands around it."""

    found: Found
    items: Items

    def token(self, i: int) -> Token | None:
        """Token `i`, or None outside the text."""
        return self.items.tokens[i] if 0 <= i < len(self.items.tokens) else None

    @property
    def before(self) -> Token | None:
        """The token before the match."""
        return self.token(self.found.first - 1)

    @property
    def after(self) -> Token | None:
        """The token after the match."""
        return self.token(self.found.end)

    def has_before(self, i: int, table: str) -> bool:
        """Does a form of `table` end directly before token `i`?"""
        return self.items.lexicon.match_before(self.items.tokens, i, table, 3) is not None

    def has_after(self, i: int, table: str) -> bool:
        """Does a form of `table` begin at token `i`?"""
        return self.items.lexicon.match(self.items.tokens, i, table) is not None

    def knows(self, table: str) -> bool:
        """Has the language such a table?"""
        return bool(self.items.lexicon.table(table))

    def is_glued(self, i: int) -> bool:
        """Does token `i` stand directly behind the one before it?"""
        tokens = self.items.tokens
        return 0 < i < len(tokens) and tokens[i - 1].end == tokens[i].start

    def capture(self, slot: str) -> Capture:
        """The first filled `slot`."""
        return next(c for c in self.found.captures if c.slot == slot)

    def value(self, slot: str) -> Any:
        """Its value."""
        return self.found.value(slot)


Guard = Callable[[Place], bool]


def passes(found: Found, items: Items) -> bool:
    """Does the rule that matched hold at its place?"""
    name = str(found.entry.get("guard", ""))
    return not name or GUARDS[name](Place(found, items))


def _fraction(place: Place) -> bool:
    """A day and month, when it cannot be a fraction, or a date word or a bracket stands by; "24/7" never is."""
    value = place.value("dm")
    if (value.day, value.month) == (24, 7):
        return False
    before, after = place.before, place.after
    if place.has_before(place.found.first, "day_marker") or (before and before.norm in "(["):
        return True
    return bool(value.day > value.month) or (before is None and (after is None or after.norm in _EDGES))


def _year(place: Place) -> bool:
    return is_free_year(place) and not _is_name_year(place)


def is_free_year(place: Place) -> bool:
    """Is the four-digit number no amount and no part of a code?"""
    first, before, after = place.found.first, place.before, place.after
    if before and place.is_glued(first) and (before.norm in frozenset("/.,#:") or (before.norm[0].isalpha() and before.capital)):
        return False
    if after and place.is_glued(place.found.end) and (after.norm in frozenset("/%") or after.norm[0].isalpha()):
        return False
    if place.has_after(place.found.end, "year_not_after"):
        return False
    if place.has_before(first, "year_before"):
        return True
    year = place.value("year")
    if place.has_before(first, "amount_before") or not 1900 <= year < 2100:
        return False
    return not (after and before and year % 100 == 0 and after.norm[0].isalpha() and before.norm[0].isalpha())


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
    return before.capital and earlier is not None and earlier.norm not in _EDGES and not place.is_glued(first)


def _years(place: Place) -> bool:
    before = place.before
    if before and place.is_glued(place.found.first) and before.norm in frozenset("/.,$€£-"):
        return False
    years = place.found.values("year")
    if len(years) == 2 and years[1] - years[0] > 150:
        return False
    return not place.has_after(place.found.end, "year_not_after")


def _month(place: Place) -> bool:
    """A bare month; in English with a capital, and "May" and "March" only behind a word that asks for a date."""
    capture = place.capture("month")
    if place.knows("month_doubtful") and not place.items.tokens[capture.first].capital:
        return False
    if place.has_after(capture.first, "month_doubtful") and not place.has_before(capture.first, "month_before"):
        return False
    after = place.after
    return not (after and after.norm[0].isdigit() and place.is_glued(place.found.end))


def _months(place: Place) -> bool:
    return all(1 <= number <= 12 for number in place.found.values("num"))


def _named_shift(place: Place) -> bool:
    return any(place.items.tokens[c.first].capital for c in place.found.captures if c.slot in ("month", "weekday"))


def _unit(place: Place) -> bool:
    """Calendar units only, and no vague plural ("the coming years")."""
    unit = place.capture("unit")
    if unit.value in ("hour", "minute", "second"):
        return False
    word = place.items.tokens[unit.end - 1].norm
    has_number = bool(place.found.values("num"))
    if not has_number and word.endswith("s") and word != "mois":
        return False
    return unit.value != "day" or has_number


def _day_only(place: Place) -> bool:
    after, end = place.after, place.found.end
    if after is None:
        return True
    if after.norm in frozenset(":%h") or place.has_after(end, "date_unit") or place.has_after(end, "year_not_after"):
        return False
    return not (place.is_glued(end) and after.norm[0].isalnum())


def _ahead(place: Place) -> bool:
    """Does the text speak of what is to come: "will … in two weeks"? Otherwise it is how long something took."""
    unit = place.capture("unit").value
    first = place.found.first
    return unit in ("day", "week", "month", "year") and any(place.has_after(i, "future_word") for i in range(max(0, first - 14), first))


def _statistic(place: Place) -> bool:
    end = place.found.end
    return any(place.has_after(i, "statistic") for i in range(end, min(end + 4, len(place.items.tokens))))


def _decade(place: Place) -> bool:
    """A decade: "2010s", "'90s", "the 90s"; "90s" alone may be seconds."""
    if not place.is_glued(place.found.end - 1):
        return False
    return bool(place.found.values("year")) or place.items.tokens[place.found.first].norm in ("the", "'")


def _weekday(place: Place) -> bool:
    """In English with a capital; Vietnamese "thứ ba" is "third" unless a time of day stands before it."""
    capture = place.capture("weekday")
    name = place.items.tokens[capture.first : capture.end]
    if place.knows("weekday_marker"):
        after = place.after
        is_named = name[0].norm == "chủ" or name[-1].capital
        return is_named or place.has_before(capture.first, "weekday_marker") or (after is not None and after.norm == "(")
    if place.knows("month_doubtful"):
        return name[0].capital and (len(name[0].norm) > _SHORT_DAY or name[-1].norm == ".")
    return True


def _often(place: Place) -> bool:
    """A rate: "a year" only behind a figure; "Daily" in a name is none."""
    tokens, at = place.items.tokens, place.found.first
    if tokens[at].norm in ("a", "an", "một", "l'"):
        return any(token.norm[0].isdigit() for token in tokens[max(0, at - 5) : at])
    return not (tokens[at].capital and at > 0 and tokens[at - 1].capital)


def _clock(place: Place) -> bool:
    """Hours and two-digit minutes; "3:1" is a score."""
    numbers = [c for c in place.found.captures if c.slot == "num"]
    tokens = place.items.tokens
    if tokens[numbers[0].end].norm == ":":
        return place.is_glued(numbers[0].end) and place.is_glued(numbers[0].end + 1) and len(tokens[numbers[1].first].norm) == 2
    return len(numbers) < 2 or len(tokens[numbers[1].first].norm) == 2 or tokens[numbers[0].end].norm != "h"


def _dash_day(place: Place) -> bool:
    """Day and month with a dash, "ngày 20-12"; a range when a month follows ("ngày 8-10/12", "ngày 20-22 tháng 1")."""
    number, after = place.capture("num"), place.after
    if not 1 <= number.value <= 12 or (after and after.norm in frozenset("/%")):
        return False
    return not place.has_after(place.found.end, "month") and place.is_glued(number.first)


def _relative_year(place: Place) -> bool:
    """No count of years stands before it: "5 năm qua", "10 năm trước"."""
    before = place.before
    return before is None or not (before.norm[0].isdigit() or place.has_before(place.found.first, "date_number"))


def _duration(place: Place) -> bool:
    """Not before a year: "hai năm 2023 và 2024" is no span of two years."""
    after = place.after
    return not (after and len(after.norm) == 4 and after.norm.isdigit())


GUARDS: Final[dict[str, Guard]] = {
    "fraction": _fraction,
    "year": _year,
    "years": _years,
    "month": _month,
    "months": _months,
    "shift": _named_shift,
    "unit": _unit,
    "day-only": _day_only,
    "ahead": _ahead,
    "statistic": _statistic,
    "decade": _decade,
    "weekday": _weekday,
    "often": _often,
    "clock": _clock,
    "dash-day": _dash_day,
    "relative-year": _relative_year,
    "duration": _duration,
}
"""Every `guard` that a date rule may name."""
