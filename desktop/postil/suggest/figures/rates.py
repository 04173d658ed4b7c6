"""What a figure is counted per when the words are not beside the number, and who states it."""

from __future__ import annotations

from typing import Final

from postil.suggest.doc import Quantity, Sentence
from postil.suggest.figures.codes import terms
from postil.suggest.figures.sight import Sight
from postil.suggest.numeric.units import unit_at

_NAME_WORDS: Final = 14
_FREQUENCY_REACH: Final = 24
_EACH_REACH: Final = 8


def rate_of(sight: Sight, quantity: Quantity, sentence: Sentence, rank: int) -> tuple[str, tuple[int, int] | None]:
    """`per` and its position: beside the number, a frequency of the clause, or "the price of a tonne"."""
    if quantity.per:
        return quantity.per, quantity.per_span
    each = each_of(sight, quantity, sentence)
    if each:
        return each
    frequency = _frequency(sight, quantity, sentence) if quantity.kind != "percent" else None
    if frequency:
        return frequency
    return _price_unit(sight, quantity, sentence) if quantity.kind == "money" else ("", None)


def attribution(sight: Sight, sentence: Sentence) -> tuple[str, tuple[int, int] | None]:
    """Who states the figures of a sentence ("According to the ministry's report"), in the article's words."""
    for match in sight.find("according_to", sentence.first, sentence.last):
        first = match.end
        last = first
        while (
            last < min(sentence.last, first + _NAME_WORDS)
            and sight.context.is_near(last)
            and sight.norm(last) not in (",", ":", ";", "(", ".", '"', "–")
        ):
            last += 1
        if last > first and last < sentence.last + 1:
            return sight.text(first, last - 1), sight.span(first, last - 1)
    return "", None


def _frequency(sight: Sight, quantity: Quantity, sentence: Sentence) -> tuple[str, tuple[int, int] | None] | None:
    """ "chaque année", "annually" elsewhere in the clause, or right before it."""
    first, stop = sight.clause(quantity, sentence)
    before = first - 1
    first = sight.clause_around(before - 1, before - 1, sentence)[0] if before > sentence.first else first
    first, stop = max(first, quantity.first - _FREQUENCY_REACH), min(stop, quantity.last + _FREQUENCY_REACH)
    for match in sight.find("frequency", first, stop):
        return str(match.entry.value), sight.span(match.first, match.last)
    return None


def each_of(sight: Sight, quantity: Quantity, sentence: Sentence) -> tuple[str, tuple[int, int]] | None:
    """ "each county will be allocated Sh250 million", "mỗi suất 200.000 đồng": an amount for each of what is counted."""
    if quantity.kind in ("", "percent", "time", "factor"):
        return None
    first = max(sight.clause(quantity, sentence)[0], quantity.first - _EACH_REACH)
    index = terms("counted", sight.language if sight.language in ("en", "fr", "vi") else "en")
    for i in range(quantity.first - 2, first - 1, -1):
        if i in sight.amounts:
            return None
        noun = index.match(sight.doc.tokens, i + 1, "counted", quantity.first) if sight.match(i, "each_word", i + 1) else None
        if noun:
            return str(noun.entry.value), sight.span(i, noun.last)
    return None


def _price_unit(sight: Sight, quantity: Quantity, sentence: Sentence) -> tuple[str, tuple[int, int] | None]:
    for match in sight.find("price_of", sentence.first, quantity.first):
        unit = unit_at(sight.context, match.end)
        if unit and unit[1] in ("mass", "volume", "energy", "area"):
            return unit[0], sight.span(unit[2].first, unit[2].last)
    return "", None
