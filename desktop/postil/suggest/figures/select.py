"""Is a quantity a figure? The annotation guideline as small rules, their words in the lexicon (`figures.toml`).

Counts need something counted; pairs already named, rankings, windows of time and one out of many are no figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from postil.suggest.doc import Quantity, Sentence
from postil.suggest.figures.nouns import Noun
from postil.suggest.figures.sight import Sight
from postil.suggest.figures.status import is_compared

_SET_REACH: Final = 4
_SMALL: Final = 100
_LEFT_REACH: Final = 8
_OR: Final = frozenset({"or", "ou", "hay", "hoặc", "(", ",", ";", "/", "-", "soit", "tức"})
_COUNT_REACH: Final = 30
_ENDS: Final = frozenset({")", ",", ";", "."})
_BILLION: Final = 1_000_000_000


def is_figure(sight: Sight, quantity: Quantity, noun: Noun | None, sentence: Sentence, counted: Sequence[Quantity] = ()) -> bool:
    """Is this quantity a quantitative statement, as the guideline asks? `counted` are the numbers of the sentence that count something."""
    if quantity.kind in ("money", "percent"):
        return True
    if quantity.number.rule == "number.fraction" and quantity.number.in_words and quantity.kind == "":
        return False
    if quantity.kind == "time":
        return _is_stated_duration(sight, quantity, sentence)
    if quantity.kind:
        return not (quantity.unit == "degree" and sight.language == "en") and (
            quantity.kind == "factor" or sight.before(quantity.first, "per_word") is None
        )
    others = [other for other in counted if other is not quantity]
    if noun is None and others and (is_compared(sight, quantity) or _goes_on(sight, quantity, others)):
        return True
    return _is_count(sight, quantity, noun, sentence)


def _goes_on(sight: Sight, quantity: Quantity, counted: Sequence[Quantity]) -> bool:
    """Does a number without a noun count what the one before it does: "288 in all", "and 40 in Rukum", "(sur 288)", "26,000 more than"?"""
    before = next((other for other in reversed(counted) if other.last < quantity.first), None)
    if before is None or (quantity.number.value or 0) < 2 or quantity.first - before.last > _COUNT_REACH:
        return False
    after = quantity.last + 1
    change = sight.match(after, "change_after")
    if change and change.last > change.first:
        return True
    if sight.before(quantity.first, "out_of_word") and sight.norm(after) in _ENDS:
        return True
    if not sight.before(quantity.first, "and_word"):
        return False
    return sight.match(after, "place_link") is not None or _is_acronym(sight, after)


def _is_acronym(sight: Sight, i: int) -> bool:
    """ "35 UMP": the members of a body, counted in a list."""
    if not sight.is_word(i):
        return False
    start, end = sight.span(i, i)
    word = sight.doc.shadow[start:end]
    return len(word) > 1 and word.isupper()


def _is_count(sight: Sight, quantity: Quantity, noun: Noun | None, sentence: Sentence) -> bool:
    if _is_one(quantity) or _is_named_pair(sight, quantity) or _is_one_of(sight, quantity) or _is_in_set(sight, quantity, noun):
        return False
    if noun is not None:
        return True
    return _is_counted_elsewhere(sight, quantity, sentence)


def _is_one(quantity: Quantity) -> bool:
    return quantity.number.value == 1 and quantity.number.in_words and quantity.qualifier != "at_least" and quantity.number.scale == 1


def _is_named_pair(sight: Sight, quantity: Quantity) -> bool:
    """ "the two sides", "les deux pays", "hai bên": two that the article has named already."""
    if quantity.number.value != 2 or quantity.hedge is not None:
        return False
    if quantity.number.in_words and sight.before(quantity.first, "definite"):
        return True
    if quantity.number.in_words and any(sight.match(i, "demonstrative") for i in range(quantity.last + 2, quantity.last + 5)):
        return True
    return (quantity.number.in_words or sight.language == "vi") and sight.match(quantity.last + 1, "pair_noun") is not None


def _is_one_of(sight: Sight, quantity: Quantity) -> bool:
    """ "one of the five", "l'un des dix", "một trong 5"."""
    return quantity.hedge is None and sight.before(quantity.first, "part_of") is not None


def _is_in_set(sight: Sight, quantity: Quantity, noun: Noun | None) -> bool:
    """ "the first ten", "les dix premiers produits", "10 nước lớn nhất", "five-star"."""
    number = quantity.number
    if number.value is None or number.value > _SMALL or quantity.hedge is not None:
        return False
    if sight.match(quantity.last + 1, "set_after") or sight.match(quantity.last + 1, "set_direct"):
        return True
    if sight.language != "vi" and sight.before(quantity.first, "set_before"):
        return True
    if noun is None or sight.language == "en":
        return False
    last = noun.last
    return any(sight.match(i, "set_after") for i in range(last, min(last + _SET_REACH, len(sight.doc.tokens))) if sight.is_word(i))


def _is_counted_elsewhere(sight: Sight, quantity: Quantity, sentence: Sentence) -> bool:
    """Without a noun behind it a number counts what stands to its left ("population of 22 million") or who is hurt."""
    if quantity.per or quantity.number.scale > _SMALL:
        return True
    at = quantity.last + 1
    if (quantity.number.value or Decimal(0)) >= 2 and sight.match(at, "bare_after"):
        return True
    return counts_left(sight, quantity, sentence) or _has_percent(sight, quantity)


def _has_percent(sight: Sight, quantity: Quantity) -> bool:
    """ "construction (8 000 or 1.5%)": the same told as a percent, in one bracket."""
    place = sight.place(quantity.last + 1)
    following = sight.doc.quantities[place] if place < len(sight.doc.quantities) else None
    if following is None or following.kind != "percent" or (quantity.number.value or 0) < _SMALL:
        return False
    between = {sight.norm(i) for i in range(quantity.last + 1, following.number.first)}
    return bool(between) and between <= _OR


def counts_left(sight: Sight, quantity: Quantity, sentence: Sentence) -> bool:
    """Does the number count something that stands to its left ("population of", "toll … to")?"""
    reached = sight.before(quantity.first, "level_word") or sight.before(quantity.first, "change_to") or sight.before(quantity.first, "change_by")
    first = sentence.first if reached else max(sentence.first, quantity.first - _LEFT_REACH)
    if any(True for _ in sight.find("count_head", first, quantity.first)):
        return True
    heads = sight.find("measure_head", first, quantity.first) if reached else iter(())
    return any("count" in head.entry.get("units", ()) and "money" not in head.entry.get("units", ()) for head in heads)


def is_vietnamese_money(sight: Sight, quantity: Quantity, sentence: Sentence) -> bool:
    """ "doanh thu đạt 1.496 tỷ": thousands of millions that count nothing are dong, where money is spoken of."""
    if quantity.number.scale < _BILLION:
        return False
    start, _ = sight.clause(quantity, sentence)
    return any(True for _ in sight.find("money_head", start, quantity.first))


def _is_stated_duration(sight: Sight, quantity: Quantity, sentence: Sentence) -> bool:
    """A duration is a figure as a sentence or a lifetime; otherwise it is a window of time."""
    if quantity.is_modifier:
        return False
    first, stop = sight.clause(quantity, sentence)
    if quantity.unit in ("hour", "minute") and (quantity.per or any(True for _ in sight.find("frequency", first, stop))):
        return True
    return any(True for _ in sight.find("duration_figure", first, stop))
