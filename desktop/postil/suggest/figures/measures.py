"""Which indicator a figure measures: scored pairs of figure and phrase, with a label in the article's words where none fits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from postil.base.fold import fold
from postil.domain.codebook import shipped
from postil.suggest.doc import Quantity, Sentence
from postil.suggest.figures.asked import Asked, Measure
from postil.suggest.figures.counted import act_before, befallen, slug_of_count
from postil.suggest.figures.naming import of_gdp, told
from postil.suggest.figures.nouns import Noun
from postil.suggest.figures.pairs import Pair, Phrase, best
from postil.suggest.figures.phrases import phrases, purpose_of, share_phrase, slug_of, stuff_of
from postil.suggest.figures.plurals import plural
from postil.suggest.figures.rates import each_of
from postil.suggest.figures.sight import Sight
from postil.suggest.figures.subjects import topic_left, worth_of
from postil.suggest.figures.weights import ENOUGH, INDICATOR

_CAP: Final = 15
"""Tokens beyond which distance says no more."""
_LABEL_WORDS: Final = 5
_OTHERS: Final = 12
_LONGEST: Final = 120
"""A clause is read no further back than so many tokens; real ones are shorter."""
_BESIDE: Final = 12
_CAUSE: Final = 4
"""Characters between "each gift" and the amount."""
_SAID: Final = frozenset({"death", "injury", "missing_person"})
"""Nouns that say all there is to say."""
_BY_UNIT: Final = {"magnitude": "earthquake_magnitude", "degree_celsius": "temperature", "kilometre_per_hour": "speed"}
"""What is measured in units that measure one thing only."""
_SURE: Final = frozenset({"magnitude"})
_STUFF: Final = {"length": "length", "area": "area", "power": "capacity", "energy": "energy"}
"""What a thing is measured in by kind of unit; weights and volumes are of the thing itself."""


def measure_of(asked: Asked) -> Measure | None:
    """The best phrase of the sentence; for a count what is counted, unless a phrase says it better; may be None."""
    found = best(indicator_pairs(asked), INDICATOR, ENOUGH["indicator"])
    phrase = of_gdp(asked, found[0].candidate, found[1]) or told(asked, found[0].candidate, found[1]) if found else None
    if asked.quantity.kind:
        return (
            _of_each(asked)
            or (None if asked.quantity.unit in _SURE else phrase)
            or _distance(asked)
            or _of_stuff(asked)
            or _for_purpose(asked)
            or _of_worth(asked)
        )
    if asked.noun is None:
        befell = befallen(asked.sight, asked.quantity, asked.sentence)
        return Measure(befell, "", None, ENOUGH["indicator_of_noun"], True) if befell else phrase
    counted = _of_noun(asked, asked.noun)
    if found and phrase and (counted is None or _says_more(asked, asked.noun, counted, found)):
        return phrase
    return counted


def _says_more(asked: Asked, noun: Noun, counted: Measure, found: tuple[Pair[Phrase], int]) -> bool:
    """Is the phrase better than the noun: for mere persons any, else a sure one, unless the noun tells more words of the same thing?"""
    phrase, score = found[0].candidate, found[1]
    if noun.code in _SAID:
        return False
    if noun.code in ("person", "other") and counted.code == plural(noun.code):
        return True
    is_done = phrase.is_verb or (asked.sight.language != "vi" and asked.sight.match(phrase.first, "measure_act") is not None)
    if is_done and noun.is_known:
        return False
    inside = noun.first <= phrase.first <= noun.last
    if inside and len(counted.code.split("_")) > 1 and len(counted.code.split("_")) >= len(phrase.slug.split("_")):
        return False
    return score >= ENOUGH["indicator_of_count"]


def indicator_pairs(asked: Asked) -> Iterator[Pair[Phrase]]:
    """The figure with each phrase of its sentence; a phrase inside a longer one counts only when the longer one does not fit."""
    found = phrases(asked.sight, asked.sight.rank(asked.sentence.first), asked.quantity.first)
    fitting = [(phrase.first, phrase.last) for phrase in found if _fits(asked, phrase)]
    share = share_phrase(asked.sight, asked.quantity, asked.sentence)
    if share and not asked.is_change:
        yield Pair(share, _features(asked, share))
    for phrase in found:
        if not any(a <= phrase.first and phrase.last <= b and (a < phrase.first or phrase.last < b) for a, b in fitting):
            yield Pair(phrase, _features(asked, phrase))


def _features(asked: Asked, phrase: Phrase) -> dict[str, int]:
    noun, quantity = asked.noun, asked.quantity
    out = {
        "base": 1,
        "words": phrase.last - phrase.first if phrase.is_known else 0,
        "topics": phrase.topics,
        "generic": int(phrase.is_generic),
        "verb": int(phrase.is_verb),
        "in_name": int(phrase.is_name),
        "share_left": int(phrase.slug.startswith("share_of") and phrase.last < quantity.first),
        "others_between": _others_between(asked.sight, quantity, phrase) if asked.others else 0,
        "wrong_unit": int(not _fits(asked, phrase)),
        "counted_by_other": int(_is_counted_by_other(asked, phrase)),
        "cause": int(_is_cause(asked, phrase)),
        "count_without_count": int(noun is not None and quantity.kind == "" and "count" not in phrase.units),
    }
    if noun and noun.first <= phrase.first and phrase.last <= noun.last + 2:
        out["in_noun"] = 1
    elif phrase.last < quantity.first:
        out |= _left(asked, phrase)
    elif phrase.first > quantity.last:
        out |= _right(asked, phrase)
    return out


def _is_counted_by_other(asked: Asked, phrase: Phrase) -> bool:
    """ "320 beds and 1,200 patients": do the words of the phrase belong to the count of another number?"""
    noun = asked.noun
    if noun is None or not noun.is_known or asked.is_change or (noun.first <= phrase.last and phrase.first <= noun.last):
        return False
    return any(i in asked.sight.counted for i in range(phrase.first, phrase.last + 1))


def _is_cause(asked: Asked, phrase: Phrase) -> bool:
    """ "sẽ đạt 5 tỷ USD do giá giảm": does the phrase tell, behind the figure, what it came of?"""
    first = asked.quantity.last + 1
    return any(asked.sight.before(i, "cause_word") for i in range(max(first + 1, phrase.first - _CAUSE), phrase.first + 1))


def _left(asked: Asked, phrase: Phrase) -> dict[str, int]:
    start, _ = asked.sight.clause(asked.quantity, asked.sentence)
    return {"left_gap": min(asked.quantity.first - phrase.last - 1, _CAP), "left_clause": int(phrase.first < start)}


def _right(asked: Asked, phrase: Phrase) -> dict[str, int]:
    gap = phrase.first - asked.quantity.last - 1
    _, stop = asked.sight.clause(asked.quantity, asked.sentence)
    if phrase.first >= stop:
        return {"right_clause": 1, "right_clause_gap": min(gap, _CAP)}
    between = range(asked.quantity.last + 1, phrase.first)
    joined = any(asked.sight.match(i, "and_word", i + 1) for i in between)
    if gap <= 1 or (gap <= 3 and not joined and all(asked.sight.is_word(i) for i in between)):
        return {}
    return {"right_far": 1, "right_gap": min(gap, _CAP)}


def _others_between(sight: Sight, quantity: Quantity, phrase: Phrase) -> int:
    """How many other quantities stand between the figure and the phrase, at most as many as are looked at."""
    if phrase.last < quantity.first:
        return min(sight.place(quantity.first) - sight.place(phrase.last + 1), _OTHERS)
    return max(0, min(sight.place(phrase.first) - sight.place(quantity.last + 1), _OTHERS))


def _fits(asked: Asked, phrase: Phrase) -> bool:
    kind = asked.quantity.kind
    if kind == "factor":
        return True
    if kind == "percent":
        return "percent" in phrase.units or asked.is_change
    if kind == "":
        return "count" in phrase.units
    return kind in phrase.units or asked.quantity.unit in phrase.units or (kind not in ("money", "time") and "measure" in phrase.units)


def _of_each(asked: Asked) -> Measure | None:
    """ "mỗi suất 200.000 đồng": the value of one of them."""
    each = each_of(asked.sight, asked.quantity, asked.sentence) if asked.quantity.kind == "money" else None
    if each and asked.sight.doc.tokens[asked.quantity.first].start - each[1][1] > _BESIDE:
        return None
    return Measure(f"{each[0]}_value", "", each[1], ENOUGH["indicator_of_noun"]) if each else None


def _of_stuff(asked: Asked) -> Measure | None:
    """ "25 tonnes de matériel", "a 38-kilometre line": what is weighed or measured, when nothing else names it."""
    kind, unit = asked.quantity.kind, asked.quantity.unit
    if unit in _BY_UNIT:
        return Measure(_BY_UNIT[unit], "", None, ENOUGH["indicator_of_noun"], _BY_UNIT[unit] in shipped("indicators").by_id)
    if kind in ("money", "percent", "time", "factor"):
        return None
    names, last = stuff_of(asked.sight, asked.quantity, asked.sentence)
    if not names and kind in _STUFF:
        names = topic_left(asked.sight, asked.quantity.first, asked.sentence)
    slug = slug_of([*names, _STUFF.get(kind, ""), act_before(asked.sight, asked.quantity.first, asked.sentence) if names else ""])
    if not slug or (not names and kind != "length"):
        return None
    first = asked.quantity.last + 1
    span = asked.sight.span(first, last) if last >= first else None
    return Measure(slug, asked.sight.text(first, last) if span else "", span, ENOUGH["label"] + 1, slug in shipped("indicators").by_id)


def _distance(asked: Asked) -> Measure | None:
    """ "20 km from the capital", "cách Hà Nội 30 km": a length that says where a place lies."""
    sight, first = asked.sight, asked.quantity.first
    is_led = any(sight.before(i, "distance_before") for i in range(max(first - 4, 0), first + 1))
    if asked.quantity.kind != "length" or not (is_led or sight.match(asked.quantity.last + 1, "distance_after")):
        return None
    return Measure("distance", "", None, ENOUGH["indicator_of_noun"], "distance" in shipped("indicators").by_id)


def _for_purpose(asked: Asked) -> Measure | None:
    """ "$5bn for fertilizer": money named by nothing but what it is for is funding."""
    if asked.quantity.kind != "money":
        return None
    first = asked.quantity.last + 1
    if asked.sight.match(first, "purpose_word") is None:
        return None
    names, last = purpose_of(asked.sight, asked.quantity, asked.sentence)
    if not names:
        return None
    return Measure(slug_of([*names, "funding"]), asked.sight.text(first, last), asked.sight.span(first, last), ENOUGH["label"] + 1)


def _of_worth(asked: Asked) -> Measure | None:
    """ "Le chantier, estimé à 37 milliards de dirhams": what a thing is worth."""
    slug = worth_of(asked.sight, asked.quantity, asked.sentence) if asked.quantity.kind == "money" else ""
    return Measure(slug, "", None, ENOUGH["label"] + 1, slug in shipped("indicators").by_id) if slug else None


def _of_noun(asked: Asked, noun: Noun) -> Measure | None:
    sight = asked.sight
    slug = slug_of_count(sight, asked.quantity, noun, asked.sentence)
    if not slug:
        return None
    known = slug in shipped("indicators").by_id or (noun.is_known and slug == plural(noun.code))
    return Measure(slug, sight.text(noun.first, noun.last), sight.span(noun.first, noun.last), ENOUGH["indicator_of_noun"], known)


def label_of(sight: Sight, quantity: Quantity, sentence: Sentence) -> Measure | None:
    """The last words of the clause's left side that are no small words nor verbs: a proposal for a new indicator."""
    start = max(sight.clause(quantity, sentence)[0], quantity.first - _LONGEST)
    last = quantity.first - 1
    while last >= start and (not sight.is_word(last) or _is_verb(sight, last)):
        last -= 1
    first = last
    while first > start and last - first + 1 < _LABEL_WORDS and sight.is_word(first - 1) and not _is_verb(sight, first - 1):
        first -= 1
    if last < start or _is_name(sight, first, last, sentence):
        return None
    topics = [str(match.entry.value) for match in sight.find("measure_topic", first, last + 1) if match.entry.value != "-"]
    words = topics[::-1] if topics and sight.language != "en" else [fold(sight.norm(i)) for i in range(first, last + 1)]
    return Measure(
        slug_of([word for word in words if word.replace(" ", "").isidentifier()]), sight.text(first, last), sight.span(first, last), ENOUGH["label"]
    )


def _is_name(sight: Sight, first: int, last: int, sentence: Sentence) -> bool:
    """Is every word of a label a name, inside the sentence? Who does something is not what is measured."""
    tokens = sight.doc.tokens
    return first > sentence.first and all(tokens[i].capital for i in range(first, last + 1))


def _is_verb(sight: Sight, i: int) -> bool:
    """A small word or a known verb, which no label begins or ends with."""
    tables = ("change_verb", "vi_verb", "target_word", "need_word", "modal_word", "label_verb", "auxiliary", "figure_stop")
    return sight.is_function(i) or any(sight.match(i, table, i + 1) for table in tables)
