"""Which indicator a figure measures: scored pairs of figure and term, with a label in the article's words where no term fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from postil.base.fold import fold
from postil.suggest.doc import Quantity, Sentence
from postil.suggest.figures.codes import terms
from postil.suggest.figures.nouns import Noun
from postil.suggest.figures.sight import Sight
from postil.suggest.lexicon import Match

_PER_TOKEN: Final = 3
_OTHER_BETWEEN: Final = 18
_WRONG_KIND: Final = 45
_OTHER_CLAUSE: Final = 40
_ENOUGH: Final = 40
_SURE: Final = 90
_GENERIC: Final = 20
_GENERIC_CODES: Final = frozenset(
    {"price", "project_cost", "investment", "exports", "imports", "companies", "countries", "projects", "tax_rate", "length", "area_size", "wage"}
)
_LABEL_WORDS: Final = 5
_PLURALS: Final = {"person": "people", "child": "children", "man": "men", "woman": "women", "aircraft": "aircraft", "criterion": "criteria"}


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator: its id, the article's words, where they stand, and how well they fit."""

    code: str
    label: str
    span: tuple[int, int] | None
    score: int


def measure_of(
    sight: Sight, quantity: Quantity, sentence: Sentence, noun: Noun | None, others: Sequence[Quantity], is_change: bool
) -> Measure | None:
    """The best indicator of the sentence; for a count without a term, its noun; else a label from the left; may be None."""
    pairs = [_pair(sight, quantity, sentence, match, noun, others, is_change) for match in _matches(sight, quantity, sentence, is_change)]
    best = max((pair for pair in pairs if pair.score >= _ENOUGH), key=lambda pair: pair.score, default=None)
    if best and (noun is None or best.score >= _SURE):
        return best
    return _of_noun(sight, noun) if noun is not None else best


def _matches(sight: Sight, quantity: Quantity, sentence: Sentence, is_change: bool) -> list[Match]:
    """The terms of the code list in the sentence; a term inside a longer one counts only when the longer one does not fit."""
    language = sight.language if sight.language in ("en", "fr", "vi") else "en"
    found = sight.terms(sight.rank(sentence.first), terms("indicators", language), "indicators", quantity.first)
    fitting = [(match.first, match.last) for match in found if _fits(quantity, str(match.entry.get("unit")), is_change)]
    return [m for m in found if not any(a <= m.first <= b and (a < m.first or m.last < b) for a, b in fitting)]


def _pair(
    sight: Sight, quantity: Quantity, sentence: Sentence, match: Match, noun: Noun | None, others: Sequence[Quantity], is_change: bool
) -> Measure:
    entry = match.entry
    score = 100 + 3 * (match.last - match.first) - (_GENERIC if str(entry.value) in _GENERIC_CODES else 0)
    if noun and noun.first <= match.first and match.last <= noun.last + 2:
        score += 20
    elif match.last < quantity.first:
        score -= _left(sight, quantity, sentence, match)
    elif match.first > quantity.last:
        score -= _right(sight, quantity, sentence, match)
    score -= _OTHER_BETWEEN * sum(1 for other in others if _is_between(other, quantity, match))
    score -= 0 if _fits(quantity, str(entry.get("unit")), is_change) else _WRONG_KIND
    if noun and quantity.kind == "" and str(entry.get("unit")) != "count":
        score -= 40
    return Measure(str(entry.value), sight.text(match.first, match.last), sight.span(match.first, match.last), score)


def _left(sight: Sight, quantity: Quantity, sentence: Sentence, match: Match) -> int:
    start, _ = sight.clause(quantity, sentence)
    gap = quantity.first - match.last - 1
    return min(_PER_TOKEN * gap, 45) + (0 if match.first >= start else 12)


def _right(sight: Sight, quantity: Quantity, sentence: Sentence, match: Match) -> int:
    gap = match.first - quantity.last - 1
    _, stop = sight.clause(quantity, sentence)
    if match.first >= stop:
        return _OTHER_CLAUSE + min(_PER_TOKEN * gap, 45)
    if gap <= 1 or (gap <= 3 and all(sight.is_word(i) for i in range(quantity.last + 1, match.first))):
        return 0
    return 20 + min((_PER_TOKEN + 1) * gap, 60)


def _is_between(other: Quantity, quantity: Quantity, match: Match) -> bool:
    return (match.last < other.first and other.last < quantity.first) or (quantity.last < other.first and other.last < match.first)


def _fits(quantity: Quantity, unit: str, is_change: bool) -> bool:
    if quantity.kind == "percent":
        return unit == "percent" or is_change
    if quantity.kind == "":
        return unit == "count"
    return unit in (quantity.kind, quantity.unit)


def _of_noun(sight: Sight, noun: Noun) -> Measure | None:
    code = noun.code
    if not code:
        return None
    return Measure(_plural(code) if noun.is_known else code, sight.text(noun.first, noun.last), sight.span(noun.first, noun.last), 60)


def _plural(code: str) -> str:
    """The English plural of a code of the list of counted nouns."""
    if code in _PLURALS:
        return _PLURALS[code]
    if code.endswith("y") and code[-2:-1] not in "aeiou":
        return code[:-1] + "ies"
    return code if code.endswith("s") else code + ("es" if code.endswith(("ch", "sh", "x")) else "s")


def label_of(sight: Sight, quantity: Quantity, sentence: Sentence) -> Measure | None:
    """The last words of the clause's left side that are no small words nor verbs: a proposal for a new indicator."""
    start, _ = sight.clause(quantity, sentence)
    last = quantity.first - 1
    while last >= start and (not sight.is_word(last) or _is_verb(sight, last)):
        last -= 1
    first = last
    while first > start and last - first + 1 < _LABEL_WORDS and sight.is_word(first - 1) and not _is_verb(sight, first - 1):
        first -= 1
    if last < start:
        return None
    words = [fold(sight.norm(i)) for i in range(first, last + 1)]
    return Measure("_".join(word for word in words if word.isidentifier()), sight.text(first, last), sight.span(first, last), 30)


def _is_verb(sight: Sight, i: int) -> bool:
    """A small word or a known verb, which no label begins or ends with."""
    tables = ("change_verb", "vi_verb", "target_word", "need_word", "modal_word", "label_verb")
    return sight.is_function(i) or any(sight.match(i, table, i + 1) for table in tables)
