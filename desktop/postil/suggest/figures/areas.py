"""Where a figure is about: scored pairs of figure and country or place of its sentence, else the country of the article.

A country that something goes to or comes from ("exports to Japan", "sang thị trường EU") is the counterpart, not the area.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from postil.suggest.doc import Name, Quantity, Sentence
from postil.suggest.figures.pairs import Pair, best
from postil.suggest.figures.sight import Sight, tokens_of
from postil.suggest.figures.weights import AREA, ENOUGH

_CAP: Final = 20
_NAMES: Final = 12
"""Names on each side of a figure that are looked at."""
_SHARED: Final = frozenset({"USD", "EUR", "GBP", "JPY", "CNY", "CHF"})
"""Currencies that articles of other countries count in."""
_KINDS: Final = frozenset({"country", "place"})


@dataclass(frozen=True, slots=True)
class Areas:
    """ISO codes, empty where nothing tells; `is_inferred` when the area is that of the article as a whole."""

    area: str
    counterpart: str
    is_inferred: bool


def areas_of(sight: Sight, quantity: Quantity, sentence: Sentence) -> Areas:
    """The area of a figure and what it goes to or comes from."""
    pairs = list(area_pairs(sight, quantity, sentence))
    own = best((pair for pair in pairs if not pair.features["counterpart"]), AREA, ENOUGH["area"])
    other = best((pair for pair in pairs if pair.features["counterpart"]), AREA, ENOUGH["counterpart"])
    counterpart = other[0].candidate.code if other else ""
    if own is None:
        area = sight.country or _country_of_money(sight)
        return Areas(area, counterpart if counterpart != area else "", bool(area))
    return Areas(own[0].candidate.code, counterpart if counterpart != own[0].candidate.code else "", False)


def _country_of_money(sight: Sight) -> str:
    """The country whose currency the article counts in, where it names none: the first letters of its code (ISO 4217)."""
    if "money" not in sight.latest:
        units = Counter(quantity.unit for quantity in sight.doc.quantities if quantity.kind == "money" and "unit" not in quantity.inferred)
        own = [unit for unit, _ in units.most_common() if unit[0] != "X" and unit not in _SHARED]
        sight.latest["money"] = own[0][:2] if own else ""
    return sight.latest["money"]


def area_pairs(sight: Sight, quantity: Quantity, sentence: Sentence) -> Iterator[Pair[Name]]:
    """The figure with each country and known place of its sentence."""
    names = sight.doc.names
    low, high = bisect_left(names, sentence.start, key=_start_of), bisect_left(names, sentence.end, key=_start_of)
    at = bisect_left(names, quantity.start, key=_start_of)
    start, stop = sight.clause(quantity, sentence)
    for name in names[max(low, at - _NAMES) : min(high, at + _NAMES)]:
        if name.kind not in _KINDS or not name.code:
            continue
        first, end = tokens_of(sight, (name.start, name.end), sentence)
        before = end <= quantity.first
        between = range(end, quantity.first) if before else range(quantity.last + 1, first)
        features = {
            "base": 1,
            "gap": min(len(between), _CAP),
            "other_clause": int(not start <= first < stop),
            "others_between": int(any(i in sight.amounts for i in between)),
            "behind": int(not before),
            "opens": int(first - sentence.first <= 2),
            "counterpart": int(any(sight.before(i, "counterpart_word") for i in (first, first - 1))),
        }
        yield Pair(name, features)


def _start_of(name: Name) -> int:
    return name.start
