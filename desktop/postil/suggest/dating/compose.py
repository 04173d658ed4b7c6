"""From single dates to what they build together: ranges, parts of a period, open periods. One sentence at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from postil.suggest.dating.guards import passes
from postil.suggest.dating.guards_years import is_name_year
from postil.suggest.dating.items import Items
from postil.suggest.dating.makers import make
from postil.suggest.dating.patterns import Found, Grammar
from postil.suggest.dating.when import DAYS, MONTHS, When

_NUMBERS: Final = frozenset({"num", "day", "two", "ord", "rank"})
_DASHES: Final = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Piece:
    """A time at tokens `first` to `end` (excluded)."""

    first: int
    end: int
    when: When
    rule: str


def pieces(grammar: Grammar, items: Items, first: int, last: int, blocked: frozenset[int] = frozenset(), *, is_bounded: bool = False) -> list[Piece]:
    """All times between tokens `first` and `last`, from left to right; tokens of `blocked` are jumped over.

    With `is_bounded` "until 2030" and "after 2030" are open intervals, else the year alone.
    """
    out: list[Piece] = []
    i = first
    while i < last:
        piece = _piece(grammar, items, i, last) if grammar.can_begin(items, i) and i not in blocked else None
        if piece:
            out.append(piece)
        i = piece.end if piece else i + 1
    joined = _join(out, items, first)
    framed: list[Piece] = []
    for piece in joined:
        floor = framed[-1].end if framed else first
        if floor <= piece.first:
            whole = _framed(piece, items, floor, last)
            framed.append(_bounded(whole, items, floor) if is_bounded else whole)
    return framed


def _piece(grammar: Grammar, items: Items, i: int, last: int) -> Piece | None:
    for found in grammar.at(items, i):
        if found.end > last or _is_code(found, items):
            continue
        name = str(found.entry.get("id", found.entry.get("make")))
        if passes(found, items):
            when = make(found)
            if when:
                return Piece(found.first, found.end, when, f"date.{name}")
        elif name == "year" and is_name_year(found, items):
            return Piece(found.first, found.end, When("name", found.value("year")), "date.name-year")
    return None


def _is_code(found: Found, items: Items) -> bool:
    """Does it begin with a number that is part of a code ("G20 cuối tuần trước")? Dates in digits may be glued to a word."""
    first = found.captures[0] if found.captures else None
    if first is None or first.first != found.first or first.slot not in _NUMBERS or found.first == 0:
        return False
    before, token = items.tokens[found.first - 1], items.tokens[found.first]
    return token.norm[0].isdigit() and before.end == token.start and before.norm[0].isalpha()


def _join(found: list[Piece], items: Items, first: int) -> list[Piece]:
    out: list[Piece] = []
    for piece in found:
        merged = (_range(out[-1], piece, items, first) or _distance(out[-1], piece, items)) if out else None
        if merged:
            out[-1] = merged
        else:
            out.append(piece)
    return out


def _distance(left: Piece, right: Piece, items: Items) -> Piece | None:
    """ "three days after 12 January": a duration, a word that links it, and a day."""
    unit, when = left.when.unit, right.when
    if left.when.kind != "duration" or unit not in {*DAYS, *MONTHS} or when.until is not None or when.is_open:
        return None
    is_day = when.day is not None or when.weekday is not None or when.holiday or (when.unit == "day" and when.count <= 1)
    link = items.lexicon.match(items.tokens, left.end, "date_distance", right.first) if when.is_time and is_day else None
    if link is None or link.end != right.first:
        return None
    steps = ((unit, int(str(link.entry.value)) * left.when.count),)
    return Piece(left.first, right.end, When(steps=steps, base=when), "date.distance")


def _range(left: Piece, right: Piece, items: Items, first: int) -> Piece | None:
    if not (left.when.is_time and right.when.is_time) or left.when.until or right.when.until or left.when.is_open:
        return None
    part = items.lexicon.match_before(items.tokens, left.first, "date_part", 4)
    begin = part.first if part and part.first >= first else left.first
    opener = items.lexicon.match_before(items.tokens, begin, "range_start", 3)
    if opener and opener.first < first:
        opener = None
    if not _is_joined(left.end, right.first, items, str(opener.entry.value) if opener else ""):
        return None
    when = combine(left.when, right.when)
    if when is None or (left.when.weekday is not None and left.when.month is None and opener is None):
        return None
    return Piece(opener.first if opener else begin, right.end, when, "date.range")


def _is_joined(end: int, begin: int, items: Items, opener: str) -> bool:
    if begin == end + 1 and items.tokens[end].norm in _DASHES:
        return True
    part = items.lexicon.match_before(items.tokens, begin, "date_part", 4)
    link = items.lexicon.match(items.tokens, end, "date_join", part.first if part and part.first > end else begin)
    if link is None or link.end not in (begin, part.first if part else begin):
        return False
    return link.entry.value == "to" or opener == "between"


def combine(left: When, right: When) -> When | None:
    """The range from `left` to `right`, what one leaves out taken from the other; None when they do not fit together."""
    if _is_near_day(left) and _is_near_day(right):
        return replace(left, kind="period", until=right)
    if left.pattern and right.pattern:
        return replace(left, kind="period", until=right) if left.pattern < right.pattern else None
    if not _can_join(left, right):
        return None
    start, end = _filled(left, right)
    if start.is_whole and end.is_whole and start.begins() > end.begins():
        return None
    if start.begins()[1] and not end.begins()[1] and start.year == end.year:
        return None
    return replace(start, kind="period", until=end)


def _can_join(left: When, right: When) -> bool:
    """Have both a place in the calendar, and a day only where the other one, or a year, allows it?"""
    if _is_special(left) or _is_special(right):
        return False
    if (left.day is None) != (right.day is None) and left.year is None:
        return False
    return all(when.month is not None or when.months is not None or when.year is not None for when in (left, right))


def _is_special(when: When) -> bool:
    named = (when.unit, when.anaphor, when.pattern, when.nth, when.span, when.rest, when.steps, when.holiday)
    return any(map(bool, named)) or when.season is not None


def _is_near_day(when: When) -> bool:
    """A day told from now or from its week: "today", "Monday", "Friday the 11th"."""
    if when.month is not None or when.nth or when.span or when.anaphor or when.count > 1:
        return False
    return when.unit == "day" or when.weekday is not None


def _filled(left: When, right: When) -> tuple[When, When]:
    is_later = bool(left.begins()[1]) and bool(right.begins()[1]) and left.begins()[1] > right.begins()[1]
    if left.year is None and left.year_shift is None and right.year is not None:
        left = replace(left, year=right.year - is_later)
    elif right.year is None and left.year is not None:
        right = replace(right, year=left.year + is_later)
    elif left.year_shift is None and right.year_shift is not None and left.year is None:
        left = replace(left, year_shift=right.year_shift - is_later)
    elif right.year_shift is None and left.year_shift is not None and right.year is None:
        right = replace(right, year_shift=left.year_shift + is_later)
    return left, right


def _framed(piece: Piece, items: Items, first: int, last: int) -> Piece:
    """With the words before and after it that say which part is meant, or that it has no end."""
    when = piece.when
    if not when.is_time or when.anaphor:
        return piece
    if when.day is None and when.until is None and when.unit != "day" and not (when.nth or when.holiday or when.rest or when.steps):
        part = items.lexicon.match_before(items.tokens, piece.first, "date_part", 5)
        if part and part.first >= first:
            piece = replace(piece, first=part.first, when=replace(when, part=str(part.entry.value)))
    if piece.when.until is None and not piece.when.unit:
        piece = _opened(piece, items, first, last)
    return piece


def _opened(piece: Piece, items: Items, first: int, last: int) -> Piece:
    onward = items.lexicon.match(items.tokens, piece.end, "date_onward", last)
    opener = items.lexicon.match_before(items.tokens, piece.first, "date_open", 5)
    if onward:
        start = opener or items.lexicon.match_before(items.tokens, piece.first, "range_start", 3)
        begin = start.first if start and start.first >= first else piece.first
        return replace(piece, first=begin, end=onward.end, when=replace(piece.when, kind="period", is_open=True))
    if opener and opener.first >= first:
        return replace(piece, first=opener.first, when=replace(piece.when, kind="period", is_open=True))
    return piece


def _bounded(piece: Piece, items: Items, first: int) -> Piece:
    """With the word before it that makes it the end, or the beginning, of an open period."""
    when = piece.when
    if not when.is_time or when.until is not None or when.is_open or when.anaphor:
        return piece
    for table, is_until in (("date_until", True), ("date_after", False)):
        opener = items.lexicon.match_before(items.tokens, piece.first, table, 4)
        if opener and opener.first >= first:
            return replace(piece, first=opener.first, when=replace(when, kind="period", is_until=is_until, is_open=not is_until))
    return piece
