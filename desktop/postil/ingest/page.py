"""The units of one article with what is known of all of them together: extent of the body, repetitions, vocabulary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from postil.ingest.lines import Unit
from postil.ingest.signals import fold
from postil.ingest.verdicts import Verdict

_OPENING_UNITS = 12
_OPENING_WORDS = 120


@dataclass(frozen=True, slots=True)
class Page:
    """`verdicts` are those of the units' own words; `[first, after)` is where the body lies.

    `known_title` is the folded title of the front matter, `repeated` counts wordings of four words and more,
    `vocabulary` holds the words of the body's first paragraphs but the very first, `is_spaced` says that blank
    lines keep paragraphs apart, `unknown[i]` counts the units before `i` that no rule knows.
    """

    units: Sequence[Unit]
    verdicts: Sequence[Verdict | None]
    first: int
    after: int
    known_title: str
    is_spaced: bool
    repeated: Counter[str]
    vocabulary: frozenset[str]
    unknown: Sequence[int]

    def own(self, index: int) -> Verdict | None:
        """The verdict of a unit's own words; None outside the article too."""
        return self.verdicts[index] if 0 <= index < len(self.verdicts) else None

    def is_glued_to_next(self, index: int) -> bool:
        """Does the next unit follow without a blank line?"""
        return index + 1 < len(self.units) and self.units[index + 1].is_glued


def page(units: Sequence[Unit], verdicts: Sequence[Verdict | None], extent: tuple[int, int], known_title: str) -> Page:
    """What is known of the units together. Without any prose, everything that is not furniture by itself is the text."""
    first, after = extent
    if first == after:
        rest = [index for index, own in enumerate(verdicts) if own is None]
        first, after = (rest[0], rest[-1] + 1) if rest else (0, 0)
    inner = units[first + 1 : after]
    glued = sum(unit.is_glued for unit in inner)
    words: set[str] = set()
    for unit in units[first + 1 : min(after, first + 1 + _OPENING_UNITS)]:
        words.update(unit.words[:_OPENING_WORDS])
    return Page(
        units=units,
        verdicts=verdicts,
        first=first,
        after=after,
        known_title=fold(known_title),
        is_spaced=len(inner) >= 4 and glued <= 0.4 * len(inner),
        repeated=Counter(unit.folded for unit in units if len(unit.words) >= 4),
        vocabulary=frozenset(words),
        unknown=list(accumulate((own is None for own in verdicts), initial=0)),
    )
