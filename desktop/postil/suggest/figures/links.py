"""Figures of one sentence that belong together: a change and its level, an amount and its conversion in brackets.

"an increase of 12.4% to US$31.4 billion" · "164 milliards, soit une hausse de 96 %" · "65bn rupees ($181m; £144m)".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from postil.domain.figure import Status
from postil.suggest.doc import Quantity
from postil.suggest.figures.chosen import Chosen
from postil.suggest.figures.pairs import Pair, best
from postil.suggest.figures.sight import Sight
from postil.suggest.figures.weights import ENOUGH, LEVEL

_TO_REACH: Final = 4
_BEHIND: Final = 8
_NEIGHBOURS: Final = 12
"""Between a change and the same change as a percent."""
_AGAIN: Final = 4
_DATED: Final = 8
_PLAN: Final = 14
_INFINITIVE: Final = 3
_ENDS: Final = frozenset(";:.()")
_OF: Final = frozenset({"of", "de", "des", "du", "của", "số"})
_PLANNED: Final = (Status.TARGET, Status.FORECAST)
_SIGNS: Final = frozenset({"(", ";", ",", "/", "[", "or", "ou", "hoặc", "hay", "=", "~", "≈"})


def is_conversion(sight: Sight, one: Quantity, two: Quantity) -> bool:
    """Is `two` the same amount as `one` in another currency, inside the bracket that follows it?"""
    if one.kind in ("", "percent", "time") or one.kind != two.kind or one.unit == two.unit:
        return False
    between = [sight.norm(i) for i in range(one.last + 1, two.first)]
    if any(sight.match(i, "conversion_word", two.first) for i in range(one.last + 1, two.first)):
        return len(between) <= 4
    if len(between) == 1 and sight.match(one.last + 1, "again_word", two.first) and one.kind == "money":
        return True
    return 1 <= len(between) <= 3 and set(between) <= _SIGNS and ("(" in between or "[" in between or _is_in_bracket(sight, one))


def coordinated(sight: Sight, one: Chosen, two: Chosen) -> Chosen:
    """What a figure takes over from the one before it: "up 20.8% and 18.6%", "120 points, or 1.4%", "200 homes and 3 schools"."""
    between = range(one.quantity.last + 1, two.quantity.first)
    if one.rank != two.rank or two.is_compared:
        return two
    if one.status is Status.CHANGE and two.status is not Status.CHANGE:
        tests = (_is_pair, _says_again, _is_dated_pair, _is_compared_pair)
        same = any(test(sight, one, two, between) for test in tests)
        return replace(two, status=Status.CHANGE, direction=one.direction) if same else two
    if one.status in _PLANNED and two.status is Status.ACTUAL and _goes_with(sight, one, two, between):
        is_told = two.period is not None and two.period.span is not None
        return replace(two, status=one.status, period=two.period if is_told else None)
    return two


def _is_pair(sight: Sight, one: Chosen, two: Chosen, between: range) -> bool:
    """ "up 20.8% and 18.6%"."""
    if one.quantity.kind != "percent" or two.quantity.kind != "percent" or sight.norm(two.quantity.last + 1) in _OF:
        return False
    return len(between) == 1 and sight.norm(between[0]) in ("and", "et", "và", ",", "&")


def _says_again(sight: Sight, one: Chosen, two: Chosen, between: range) -> bool:
    """ "rose by 120 points, or 1.4%", "tăng 12 điểm (1,4%)": the same change as a share."""
    if two.quantity.kind != "percent" or one.quantity.kind == "percent" or not between or len(between) > _AGAIN:
        return False
    words = [sight.norm(i) for i in between]
    is_bracket = words[-1] == "(" and sight.norm(two.quantity.last + 1) == ")"
    is_again = sight.match(two.quantity.first - 1, "again_word", two.quantity.first) is not None
    return is_bracket or is_again


def _is_dated_pair(sight: Sight, one: Chosen, two: Chosen, between: range) -> bool:
    """ "grew by 6.1 percent in the first quarter, 8.2 percent in the second": each with its date, and nothing else between."""
    if one.quantity.kind != "percent" or two.quantity.kind != "percent" or not between or len(between) > _DATED:
        return False
    if not (one.period and one.period.span and two.period and two.period.span) or one.period.span == two.period.span:
        return False
    inside = sight.doc.tokens[between[0]].start <= one.period.span[0] and one.period.span[1] <= sight.doc.tokens[between[-1]].end
    return inside and two.period.span[0] > two.quantity.start and sight.norm(between[-1]) in ("and", "et", "và", ",")


def _is_compared_pair(sight: Sight, one: Chosen, two: Chosen, between: range) -> bool:
    """ "rose 0.4% from July and 3.2% from a year earlier": each with what it is compared with."""
    if one.quantity.kind != "percent" or two.quantity.kind != "percent" or not between or len(between) > _PLAN:
        return False
    behind = range(two.quantity.last + 1, min(two.sentence.last, two.quantity.last + 1 + _AGAIN))
    compared = any(sight.match(i, table) for i in behind for table in ("compare_word", "last_year_word", "on_year_word"))
    joins = any(sight.match(i, "joining_word", i + 1) for i in (between[-1], between[-1] - 1) if i >= between[0])
    return compared and joins and not any(sight.norm(i) in _ENDS for i in between)


def _goes_with(sight: Sight, one: Chosen, two: Chosen, between: range) -> bool:
    """Is the second object of one plan, or a second infinitive of it ("to irrigate 3,000 hectares and create 450 jobs")?"""
    if not between or len(between) > _PLAN or any(sight.norm(i) in _ENDS for i in between):
        return False
    joins = [i for i in between if sight.match(i, "joining_word", i + 1)]
    if joins and sight.match(joins[-1] + 1, "outlook_verb", two.quantity.first):
        return True
    behind = range(joins[-1] + 1, two.quantity.first) if joins else range(0)
    if joins and 0 < len(behind) <= _INFINITIVE and sight.norm(behind[0]) in ("to", "de", "d'", "à"):
        return True
    alike = one.quantity.kind == two.quantity.kind and one.quantity.unit == two.quantity.unit and two.quantity.kind != "percent"
    is_next = bool(joins) and two.quantity.first - joins[-1] <= 1
    return alike and is_next and not _is_subject(sight, two)


def _is_subject(sight: Sight, figure: Chosen) -> bool:
    """Does a verb follow what is counted ("and 300 people died")?"""
    at = (figure.noun.last if figure.noun else figure.quantity.last) + 1
    return any(sight.match(at, table) for table in ("bare_after", "perfect_word", "future_mark", "done_word", "vi_verb", "change_verb"))


def link_changes(chosen: Sequence[Chosen]) -> dict[int, int]:
    """For each change the place of its level, within the sentence; levels named for comparison come last."""
    out: dict[int, int] = {}
    for place, change in enumerate(chosen):
        if change.status is not Status.CHANGE:
            continue
        found = best(level_pairs(chosen, place), LEVEL, ENOUGH["level"])
        if found:
            out[place] = found[0].candidate
    return out


def level_pairs(chosen: Sequence[Chosen], place: int) -> Iterator[Pair[int]]:
    """The change at `place` with each level of its sentence that it may be a change of, the nearest first."""
    near = range(max(0, place - _NEIGHBOURS), min(len(chosen), place + _NEIGHBOURS + 1))
    for other in sorted(near, key=lambda other: (abs(other - place), -other)):
        if chosen[other].rank == chosen[place].rank:
            features = _features(chosen[place], chosen[other])
            if features:
                yield Pair(other, features)


def share(sight: Sight, chosen: Sequence[Chosen], links: Mapping[int, int]) -> list[Chosen]:
    """What linked figures tell each other: the indicator and the period that only one of them has."""
    out = list(chosen)
    for place, other in links.items():
        change, level = out[place], out[other]
        if _is_reached(sight, change.quantity, level.quantity):
            measure = change.measure if change.measure and change.measure.score >= ENOUGH["term_of_change"] else level.measure
            out[other] = level = replace(level, measure=measure, period=change.period or level.period)
        own = change.measure is not None and change.measure.score >= ENOUGH["term_of_change"] and not _follows(change, level)
        measure = change.measure if own else level.measure or change.measure
        inherits = change.period is None or change.period.span is None
        out[place] = replace(change, measure=measure, period=level.period if inherits and level.period else change.period)
    return out


def _is_in_bracket(sight: Sight, quantity: Quantity) -> bool:
    return any(sight.norm(i) in ("(", "[") for i in range(quantity.first - 1, max(quantity.first - 8, -1), -1))


def _follows(change: Chosen, level: Chosen) -> bool:
    """ "exports reached $5bn, up 3%": right behind the level and without a term between them the change is the level's."""
    one, two = level.quantity, change.quantity
    if not one.last < two.first <= one.last + _BEHIND:
        return False
    span = change.measure.span if change.measure else None
    return span is None or not (one.end <= span[0] and span[1] <= two.start)


def _is_reached(sight: Sight, change: Quantity, level: Quantity) -> bool:
    """ "12.4% to US$31.4 billion", "20%, đạt 1 tỷ": the level right behind the change is what it led to."""
    return change.last < level.first <= change.last + _TO_REACH and sight.before(level.first, "change_to") is not None


def _features(change: Chosen, level: Chosen) -> dict[str, int]:
    """What speaks for and against; nothing where the two cannot belong together."""
    one, two = change.quantity, level.quantity
    if level is change or level.status is Status.CHANGE or two.kind in ("percent", "time"):
        return {}
    if one.kind != "percent" and one.unit != two.unit:
        return {}
    return {
        "base": 1,
        "gap": two.first - one.last if two.first > one.last else one.first - two.last,
        "compared": int(level.is_compared),
        "just_before": int(0 < one.first - two.last <= _BEHIND),
        "same_indicator": int(bool(change.measure and level.measure and change.measure.code == level.measure.code)),
    }
