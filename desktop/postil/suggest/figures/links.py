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
_SIGNS: Final = frozenset({"(", ";", ",", "/", "[", "or", "ou", "hoặc", "hay", "=", "~", "≈"})


def is_conversion(sight: Sight, one: Quantity, two: Quantity) -> bool:
    """Is `two` the same amount as `one` in another currency, inside the bracket that follows it?"""
    if one.kind in ("", "percent", "time") or one.kind != two.kind or one.unit == two.unit:
        return False
    between = [sight.norm(i) for i in range(one.last + 1, two.first)]
    if any(sight.match(i, "conversion_word", two.first) for i in range(one.last + 1, two.first)):
        return len(between) <= 4
    return 1 <= len(between) <= 3 and set(between) <= _SIGNS and ("(" in between or "[" in between or _is_in_bracket(sight, one))


def coordinated(sight: Sight, one: Chosen, two: Chosen) -> Chosen:
    """ "up 20.8% and 18.6%": the second percent of a pair is a change of the same kind."""
    between = [sight.norm(i) for i in range(one.quantity.last + 1, two.quantity.first)]
    if one.status is not Status.CHANGE or two.quantity.kind != "percent" or one.quantity.kind != "percent":
        return two
    if len(between) != 1 or between[0] not in ("and", "et", "và", ",", "&"):
        return two
    return replace(two, status=Status.CHANGE, direction=one.direction)


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
        "same_indicator": int(bool(change.measure and level.measure and change.measure.code == level.measure.code)),
    }
