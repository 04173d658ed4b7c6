"""A figure that looks for its indicator, and the indicator it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from postil.suggest.doc import Quantity, Sentence
from postil.suggest.figures.nouns import Noun
from postil.suggest.figures.sight import Sight


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator: its id, the article's words, where they stand, and how well they fit.

    `is_known` tells an id of the code list, which needs no label; `units` are the kinds of unit that fit it.
    """

    code: str
    label: str
    span: tuple[int, int] | None
    score: int
    is_known: bool = False
    units: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure that looks for its indicator, with what is known of it."""

    sight: Sight
    quantity: Quantity
    sentence: Sentence
    noun: Noun | None
    others: Sequence[Quantity]
    is_change: bool
