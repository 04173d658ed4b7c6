"""Scored candidate pairs: a figure with one candidate for one of its fields, and the named features that judge it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from postil.suggest.figures.weights import Weights

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Pair(Generic[C]):
    """`candidate` is what the figure may be attached to; `features` hold how much of each there is."""

    candidate: C
    features: Mapping[str, int]

    def score(self, weights: Weights) -> int:
        """The weighted sum of the features. Raises KeyError for a feature that has no weight."""
        return sum(weights[name] * amount for name, amount in self.features.items() if amount)


def best(pairs: Iterable[Pair[C]], weights: Weights, enough: int) -> tuple[Pair[C], int] | None:
    """The pair with the highest score of at least `enough`, the earlier of equals, with that score."""
    top: tuple[Pair[C], int] | None = None
    for pair in pairs:
        score = pair.score(weights)
        if score >= enough and (top is None or score > top[1]):
            top = pair, score
    return top


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a sentence that name what is measured: tokens `first` to `last`, with the head inside.

    `slug` is an id of the code list, or one made of the English names of its parts; `units` are the kinds of unit
    that fit (money, percent, count, any unit or kind of unit); `topics` counts the products, sectors and markets named; `bare` is the id
    without the topic of its subject, for a phrase that names none itself.
    """

    slug: str
    first: int
    last: int
    units: frozenset[str]
    topics: int = 0
    is_known: bool = True
    is_generic: bool = False
    is_verb: bool = False
    is_name: bool = False
    bare: str = ""
