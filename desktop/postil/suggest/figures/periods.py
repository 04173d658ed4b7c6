"""Which period a figure is about: scored pairs of figure and date of its sentence.

What an amount is compared with ("so với năm 2022") is the baseline of a change, and the period of the level behind
"from". A figure without a date of its own inherits one (`inherit`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from postil.domain.figure import Status
from postil.suggest.doc import DateMention, Quantity, Sentence
from postil.suggest.figures.clock import day_of, is_ahead, is_to_come
from postil.suggest.figures.pairs import Pair, best
from postil.suggest.figures.sight import Sight, tokens_of
from postil.suggest.figures.status import is_compared
from postil.suggest.figures.weights import ENOUGH, PERIOD

_KINDS: Final = frozenset({"date", "period"})
_COMPARE_REACH: Final = 8
_MODIFIER_REACH: Final = 6
_TAKEN_REACH: Final = 6
_SAID_REACH: Final = 4
_YEAR: Final = 4
_MONTH: Final = 7
_DAY: Final = 10
_NOW: Final = {"day": _DAY, "month": _MONTH, "year": _YEAR}
_EDGES: Final = {"start": "-01", "end": "-12"}
"""The month of the beginning and the end of a year, for what is so at a point of time."""
_CAP: Final = 22
"""Tokens beyond which distance says no more."""


@dataclass(frozen=True, slots=True)
class Period:
    """An EDTF period with the position it was read at (None: the article as a whole) and how far it was carried."""

    edtf: str
    span: tuple[int, int] | None
    score: int
    is_inferred: bool = False


def period_of(sight: Sight, quantity: Quantity, sentence: Sentence, rank: int, others: Sequence[Quantity], status: Status) -> Period | None:
    """The best period of the sentence, else what now means; None where the sentence has none.

    A mention that could not be resolved ("this year" in an article of no known year) gives a period without EDTF.
    """
    top = best(period_pairs(sight, quantity, sentence, rank, others, status), PERIOD, ENOUGH["period"])
    found = None
    if top:
        date = top[0].candidate
        is_reached = status in (Status.ACTUAL, Status.CHANGE)
        edtf = _closed(sight, _cumulated(sight, sentence, date) if is_reached else date.edtf, rank) if is_usable(date) else ""
        is_of_day = len(edtf) == _DAY and not any(True for _ in sight.find("toll_word", sentence.first, sentence.last))
        edtf = edtf[:_MONTH] if top[0].features["said"] and is_of_day else edtf
        found = Period(edtf, span_of(date), top[1], bool(date.inferred))
    found_since = _since_edge(sight, quantity, sentence, rank, found) if status is Status.CHANGE else None
    if found_since:
        return found_since
    found_now = _as_of_now(sight, quantity, sentence)
    return found_now if found_now and (found is None or found.score < ENOUGH["period_now"]) else found


def _since_edge(sight: Sight, quantity: Quantity, sentence: Sentence, rank: int, found: Period | None) -> Period | None:
    """ "962 fewer than at the start of the year": a change against the edge of a year is that of the year it opens."""
    for date in sight.dates(rank, quantity.start):
        first, _ = tokens_of(sight, (date.start, date.end), sentence)
        if date.part in _EDGES and 0 < first - quantity.last <= _COMPARE_REACH and is_baseline(sight, date, sentence):
            year = date.edtf if len(date.edtf) == _YEAR else found.edtf[:_YEAR] if found and not date.edtf else ""
            return Period(_opened(year, date.part), span_of(date), ENOUGH["period_now"], True) if year else None
    return None


def _opened(year: str, part: str) -> str:
    """The year that the start of `year`, or its end, opens."""
    return f"{int(year) + (part == 'end'):04d}"


def period_pairs(
    sight: Sight, quantity: Quantity, sentence: Sentence, rank: int, others: Sequence[Quantity], status: Status
) -> Iterator[Pair[DateMention]]:
    """The figure with each date of its sentence that may be its period: no baseline, no word for now."""
    compared = is_compared(sight, quantity)
    for date in sight.dates(rank, quantity.start):
        if date.kind not in _KINDS or _is_now(sight, date, sentence) or _is_term(sight, date, sentence):
            continue
        baseline = is_baseline(sight, date, sentence)
        if _is_of_other(sight, quantity, sentence, date, others) or _is_of_start(sight, quantity, sentence, date, status):
            continue
        own = (compared and quantity.end <= date.start) or _is_in_bracket_of(sight, quantity, date)
        features = _features(sight, quantity, sentence, date, others) if own or not baseline else {}
        if features:
            more = {
                "of_compared": int(compared and baseline),
                "bracket": int(_is_in_bracket_of(sight, quantity, date)),
                "past_of_plan": int(status in (Status.TARGET, Status.FORECAST) and _is_past_day(sight, date)),
                "ahead_of_fact": int(status in (Status.ACTUAL, Status.CHANGE) and is_to_come(sight, date.edtf) and not baseline),
            }
            yield Pair(date, features | more)


def _is_of_start(sight: Sight, quantity: Quantity, sentence: Sentence, date: DateMention, status: Status) -> bool:
    """A date that the quantity cannot have: of building what it costs; of what a level came "from", when it stands before that."""
    first, _ = tokens_of(sight, (date.start, date.end), sentence)
    if quantity.kind == "money" and any(sight.before(i, "built_word") for i in (first, first - 1)):
        return True
    is_origin = status is not Status.FORECAST and sight.before(quantity.first, "from_word") is not None and is_compared(sight, quantity)
    return is_origin and date.end <= quantity.start


def _is_past_day(sight: Sight, date: DateMention) -> bool:
    """A day, or a few days, up to that of the article: when something was promised, not what it is for."""
    day, end = day_of(sight), date.edtf.rpartition("/")[2]
    return len(end) == _DAY == len(day) and end <= day


def _is_of_other(sight: Sight, quantity: Quantity, sentence: Sentence, date: DateMention, others: Sequence[Quantity]) -> bool:
    """ "61%, down from 68% in the 2019 election": the year of the level that another one is compared with."""
    first, _ = tokens_of(sight, (date.start, date.end), sentence)
    left = [other for other in others if other.last < first]
    if not left or left[-1].last < quantity.first or quantity.last > left[-1].last or not is_compared(sight, left[-1]):
        return False
    return first - left[-1].last <= _TAKEN_REACH and sight.clause_around(first, first, sentence) == sight.clause(left[-1], sentence)


def baseline_of(sight: Sight, quantity: Quantity, sentence: Sentence, rank: int) -> DateMention | None:
    """The date a change is measured against: the first one behind the number that a word of comparison opens."""
    for date in sight.dates(rank, quantity.start):
        if is_usable(date) and date.start >= quantity.end and is_baseline(sight, date, sentence):
            return date
    return None


def _is_now(sight: Sight, date: DateMention, sentence: Sentence) -> bool:
    """Is the mention a word for now? Those have a rule of their own."""
    first, _ = tokens_of(sight, (date.start, date.end), sentence)
    return sight.match(first, "now_word") is not None


def _is_term(sight: Sight, date: DateMention, sentence: Sentence) -> bool:
    """ "nhiệm kỳ 2021-2026": the term of an office names a body, not the time of a figure."""
    first, _ = tokens_of(sight, (date.start, date.end), sentence)
    return any(sight.before(i, "term_of_office") for i in (first, first - 1))


def is_of_saying(sight: Sight, first: int, stop: int) -> bool:
    """ "said on Wednesday that", "ngày 23/10 thông báo": when something was said, which is not when it was so."""
    tables = ("report_verb", "saying_word")
    near = range(max(first - 1, 0), first + 1)
    is_led = any(sight.before(i, table) for i in near for table in tables) and not any(sight.before(i, "deciding") for i in near)
    if is_led or any(sight.match(stop, table) for table in tables):
        return True
    is_quoted = sight.match(stop, "that_word") is not None
    return is_quoted and any(sight.match(i, "report_verb") for i in range(max(first - _SAID_REACH, 0), first))


def _says_between(sight: Sight, stop: int, quantity: Quantity) -> bool:
    """ "Sáng 14/10, lãnh đạo tỉnh cho biết …": a verb of saying stands between the day and the figure."""
    return any(True for _ in sight.find("report_verb", stop, quantity.first))


def is_usable(date: DateMention) -> bool:
    """Is it a date or period that was resolved?"""
    return date.kind in _KINDS and bool(date.edtf) and "X" not in date.edtf


def opens(sight: Sight, date: DateMention, sentence: Sentence) -> bool:
    """Does the date stand at the head of its sentence, as a frame for what follows?"""
    first, _ = tokens_of(sight, (date.start, date.end), sentence)
    return first - sentence.first <= 2


def _is_in_bracket_of(sight: Sight, quantity: Quantity, date: DateMention) -> bool:
    """ "2016-2020 (6.5%)": the figure stands in the bracket of its date."""
    at = quantity.first - 1
    return sight.norm(at) == "(" and sight.doc.tokens[at - 1].end == date.end


def span_of(date: DateMention) -> tuple[int, int]:
    """Its position."""
    return date.start, date.end


def _features(sight: Sight, quantity: Quantity, sentence: Sentence, date: DateMention, others: Sequence[Quantity]) -> dict[str, int]:
    """What speaks for and against the date; nothing when it belongs to another noun ("11-month")."""
    first, stop = tokens_of(sight, (date.start, date.end), sentence)
    before = stop <= quantity.first
    gap = quantity.first - stop if before else first - quantity.last - 1
    between = [o for o in others if (stop <= o.first and o.last < quantity.first) or (quantity.last < o.first and o.last < first)]
    start, end = sight.clause(quantity, sentence)
    inside = start <= first < end
    if _is_modifier(sight, date) and (not before or gap > _MODIFIER_REACH or between):
        return {}
    taken = int(_is_taken(sight, first, sentence, others))
    return {
        "base": 1,
        "gap": min(gap, _CAP),
        "other_clause": int(not inside),
        "taken": taken if inside else 0,
        "taken_outside": 0 if inside else taken,
        "beside": int(not before and gap <= 2 and not any(sight.norm(i) in ";:–—" for i in range(quantity.last + 1, first))),
        "others_left": len(between) if before else 0,
        "others_right": 0 if before else len(between),
        "opens": int(opens(sight, date, sentence)),
        "day_of_percent": int(date.kind == "date" and quantity.kind == "percent"),
        "right_clause": int(not before and not inside),
        "said": int(is_of_saying(sight, first, stop)),
        "said_between": int(before and date.kind == "date" and _says_between(sight, stop, quantity)),
    }


def _closed(sight: Sight, edtf: str, rank: int) -> str:
    """ "since 2008" ends with the month of the article, "since 16 October" with its day; "from 2026 on" is told by its beginning."""
    if not edtf.endswith("/.."):
        return edtf
    day = _told_on(sight, edtf, rank) or day_of(sight)
    if is_ahead(sight, edtf):
        return edtf[:-3]
    size = _DAY if len(edtf) == _DAY + len("/..") else _MONTH
    return f"{edtf[:-2]}{day[:size]}" if len(day) >= _MONTH else edtf


def _told_on(sight: Sight, edtf: str, rank: int) -> str:
    """The day of saying in a sentence, which closes what goes on up to then."""
    sentence = sight.doc.sentences[rank]
    for date in sight.dates(rank):
        if date.kind == "date" and is_usable(date) and edtf[:_DAY] < date.edtf:
            first, stop = tokens_of(sight, (date.start, date.end), sentence)
            if is_of_saying(sight, first, stop):
                return date.edtf
    return ""


def _cumulated(sight: Sight, sentence: Sentence, date: DateMention) -> str:
    """ "tính đến hết tháng 11/2020": what was reached since the year began; "cuối năm 2024" is its last month."""
    if len(date.edtf) == _YEAR and date.part in _EDGES:
        return date.edtf + _EDGES[date.part]
    first, stop = tokens_of(sight, (date.start, date.end), sentence)
    said = sight.before(first, "until_end") or sight.match(first, "until_end", stop)
    is_month = len(date.edtf) == len("2024-11") and "/" not in date.edtf
    return f"{date.edtf[:4]}-01/{date.edtf}" if said and is_month and not date.edtf.endswith("-01") else date.edtf


def _is_modifier(sight: Sight, date: DateMention) -> bool:
    """ "11-month" says the period of the noun behind it only."""
    return "-month" in sight.doc.shadow[date.start : date.end + 1] or "-year" in sight.doc.shadow[date.start : date.end + 1]


def _is_taken(sight: Sight, first: int, sentence: Sentence, others: Sequence[Quantity]) -> bool:
    """Does the date stand right behind another quantity, in its clause ("8% growth in 2025, and …"), not joined to it by "and"?"""
    start, _ = sight.clause_around(first, first, sentence)
    near = [o for o in others if start <= o.first and o.last < first <= o.last + _TAKEN_REACH and (o.kind or not o.number.in_words)]
    return any(not any(sight.match(i, "joining_word", first) for i in range(other.last + 1, first)) for other in near)


def is_baseline(sight: Sight, date: DateMention, sentence: Sentence) -> bool:
    """Is the date what something is compared with? Asked many times, found out once."""
    known = sight.baselines.get(date.start)
    if known is None:
        known = sight.baselines[date.start] = _stands_for_comparison(sight, date, sentence)
    return known


def _stands_for_comparison(sight: Sight, date: DateMention, sentence: Sentence) -> bool:
    first, _ = tokens_of(sight, (date.start, date.end), sentence)
    start, _ = sight.clause_around(first, first, sentence)
    if date.kind == "date" and sight.norm(first - 1) == "on":
        return False
    if any(match.entry.value == "strong" for match in sight.find("compare_word", max(start, first - _COMPARE_REACH), first)):
        return True
    place = first
    for _ in range(4):
        if sight.before(place, "compare_word"):
            return True
        place -= 1
        if place <= sentence.first or not (sight.is_function(place) or sight.match(place, "compare_filler")):
            return sight.before(place, "compare_word") is not None if place > sentence.first else False
    return False


def _as_of_now(sight: Sight, quantity: Quantity, sentence: Sentence) -> Period | None:
    """ "to date", "actuellement": the day or the month of the article, at the head of the sentence or beside the figure."""
    day = sight.doc.source.published
    if not day or "X" in day:
        return None
    start, stop = sight.clause(quantity, sentence)
    opening = next((other.first for other in sight.doc.quantities[sight.place(sentence.first) :]), quantity.first)
    for match in sight.find("now_word", sentence.first, sentence.last):
        beside = start <= match.first < stop or quantity.last < match.first <= quantity.last + 2 or match.first < min(opening, quantity.first)
        if beside or match.first - sentence.first <= 1:
            return Period(day[: _NOW[str(match.entry.value)]], sight.span(match.first, match.last), ENOUGH["period_now"], True)
    return None
