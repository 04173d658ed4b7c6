"""The indicator of a count: what is counted, what it is for, and what was done to it ("170 agreements … were signed")."""

from __future__ import annotations

from typing import Final

from postil.suggest.doc import Quantity, Sentence
from postil.suggest.figures.codes import terms
from postil.suggest.figures.nouns import Noun
from postil.suggest.figures.phrases import slug_of, topics_behind
from postil.suggest.figures.plurals import plural
from postil.suggest.figures.sight import Sight
from postil.suggest.figures.subjects import topic_left

_BEHIND: Final = 5
"""Tokens behind a noun in which its verb may begin."""
_BEFORE: Final = 4
_CLAUSE: Final = 24
_LIST: Final = 60
_NAMED: Final = 20
_AND: Final = frozenset({",", "and", "et", "và", ";"})
_BEFELL: Final = frozenset({"death", "injury", "missing_person", "victim"})
"""Nouns that say themselves what befell."""
_EMPTY: Final = frozenset({"implemented", "detected", "operating", "living", "working"})
"""What is done to anything that is counted."""
_STEM: Final = 4
_PERSONS: Final = frozenset({"person", "civilian", "victim", "resident", "passenger", "child", "man", "woman", "other"})
_TRAVELLERS: Final = frozenset({"passenger", "tourist"})
_TRAVELLED: Final = frozenset({"visited", "carried", "received", "handled", "served"})
"""What says no more of travellers than that they came."""
_KINDS: Final = frozenset({"resident", "passenger", "child"})
"""Persons whose kind is worth telling."""
_BEFALLEN: Final = {"killed": "deaths", "injured": "injured", "missing": "missing_persons", "infected": "infections"} | {
    act: f"people_{act}" for act in ("displaced", "evacuated", "affected", "rescued", "arrested", "vaccinated", "hospitalised")
}
"""What persons are counted as when this befell them."""


def slug_of_count(sight: Sight, quantity: Quantity, noun: Noun, sentence: Sentence) -> str:
    """`cooperation_agreements_signed`, `jobs_created`, `deaths`; empty for a noun without a name."""
    if not noun.code:
        return ""
    act = _act(sight, quantity, noun.last + 1, sentence)
    if noun.code in _PERSONS:
        befell = _BEFALLEN.get(act or _act_of_clause(sight, noun.last + 1, sentence), "")
        if befell.startswith("people_") and noun.code in _KINDS:
            return befell.replace("people", plural(noun.code), 1)
        if befell:
            return befell
    if noun.code in _TRAVELLERS and act in _TRAVELLED:
        names = noun.topics or topic_left(sight, quantity.first, sentence) if noun.code == "passenger" else ()
        return slug_of([*names, "passengers"]) if noun.code == "passenger" else "tourist_arrivals"
    if act[:_STEM] == noun.code[:_STEM] or noun.code in _BEFELL or act in _EMPTY:
        act = ""
    is_open = sight.language != "en" or (sight.norm(noun.last + 1) == "of" and sight.match(noun.last + 2, "measure_topic", sentence.last))
    behind, _ = topics_behind(sight, noun.last + 1, sentence.last, "count_link") if is_open else ([], 0)
    names = [*(behind[:2] if sight.language == "en" else reversed(behind[:2])), *noun.topics]
    if not names and noun.is_known:
        names = _named_before(sight, quantity, noun, sentence)
    return slug_of([*names, _head_of(noun, bool(names)), act])


def _head_of(noun: Noun, is_named: bool) -> str:
    """What is counted, in the plural: the article's own word when it is English, but one word for persons and the dead."""
    if noun.code == "person":
        return "persons" if is_named else "people"
    known = plural(noun.code)
    is_own = noun.words and noun.code not in _BEFELL and noun.words.isidentifier() and noun.words.rstrip("s") != known
    return noun.words if is_own else known


def _named_before(sight: Sight, quantity: Quantity, noun: Noun, sentence: Sentence) -> list[str]:
    """ "tổng số hộ cận nghèo … là 9.026 hộ": what the same noun is called before, since the last amount."""
    index = terms("counted", sight.language if sight.language in ("en", "fr", "vi") else "en")
    for i in range(quantity.first - 1, max(sentence.first, quantity.first - _NAMED) - 1, -1):
        if i in sight.amounts:
            return []
        known = index.match(sight.doc.tokens, i, "counted", quantity.first)
        if known and known.entry.value == noun.code:
            names, _ = topics_behind(sight, known.end, quantity.first, "count_link")
            return names[::-1] if sight.language != "en" else []
    return []


def befallen(sight: Sight, quantity: Quantity, sentence: Sentence) -> str:
    """What befell persons that have no noun: "41,000 others were injured", "three were hurt"."""
    return _BEFALLEN.get(_act(sight, quantity, quantity.last + 1, sentence), "")


def _act(sight: Sight, quantity: Quantity, at: int, sentence: Sentence) -> str:
    """The English participle of the verb that goes with a count: behind its noun, over auxiliaries, else before the number."""
    stop = min(sentence.last, at + _BEHIND)
    is_joined = False
    while at < stop:
        act = sight.match(at, "measure_act", sentence.last)
        if act:
            own = act_before(sight, quantity.first, sentence) if is_joined else ""
            is_next = is_joined and any(i in sight.amounts for i in range(act.end, min(act.end + _BEFORE, sentence.last)))
            return own if own or is_next else str(act.entry.value)
        is_joined = is_joined or sight.norm(at) in _AND
        aux = sight.match(at, "auxiliary", stop)
        if aux is None:
            break
        at = aux.end
    return act_before(sight, quantity.first, sentence)


def act_before(sight: Sight, at: int, sentence: Sentence) -> str:
    """The verb to the left, over small words and over other counts of its list ("destroying 500 homes and 8 schools")."""
    floor = max(sentence.first, at - _LIST)
    steps = 0
    while at > floor and steps < _BEFORE:
        act = sight.before(at, "measure_act")
        if act:
            return "" if _is_of_count(sight, act.first, act.last) else str(act.entry.value)
        if at - 1 in sight.amounts or at - 1 in sight.counted or sight.norm(at - 1) in _AND:
            at -= 1
            continue
        if not sight.before(at, "before_count"):
            return ""
        at -= 1
        steps += 1
    return ""


def _is_of_count(sight: Sight, first: int, last: int) -> bool:
    """ "14 người bị thương, 5.000 ha lúa", "17 morts et 2 300 sinistrés": does the act go with the count to its left?"""
    return last in sight.counted or (sight.language != "en" and first - 1 in sight.counted)


def _act_of_clause(sight: Sight, at: int, sentence: Sentence) -> str:
    """ "473 people in Burundi, Kenya and Tanzania have lost their lives": the next act before another amount."""
    for i in range(at, min(sentence.last, at + _CLAUSE)):
        if i in sight.amounts:
            return ""
        act = sight.match(i, "measure_act", sentence.last)
        if act and (sight.language == "vi" or sight.before(i, "auxiliary")):
            return str(act.entry.value)
    return ""
