"""A quantity that is a figure, with everything attached to it so far: what the last steps hand to each other."""

from __future__ import annotations

from dataclasses import dataclass

from postil.domain.figure import Direction, Status
from postil.suggest.doc import Quantity, Sentence
from postil.suggest.figures.asked import Measure
from postil.suggest.figures.nouns import Noun
from postil.suggest.figures.periods import Period


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is known of one figure so far.

    `rank` is the index of the sentence; `is_compared` a level named for comparison; `is_conversion` an amount in
    brackets; `opens_pair` the first level of "from … to …"; `may_inherit`: its sentence says nothing of its period.
    """

    quantity: Quantity
    sentence: Sentence
    rank: int
    noun: Noun | None
    status: Status = Status.ACTUAL
    direction: Direction | None = None
    measure: Measure | None = None
    period: Period | None = None
    is_compared: bool = False
    is_conversion: bool = False
    opens_pair: bool = False
    may_inherit: bool = False
