"""What a measure is of when its own phrase does not say: the topic of its subject.

"La centrale aura une capacité de 450 MW" is of a power plant, "les décaissements, dont le taux" of disbursement,
"Le chantier, estimé à 37 milliards" of a project.
"""

from __future__ import annotations

from typing import Final

from postil.suggest.doc import Quantity, Sentence
from postil.suggest.figures.sight import Sight

_REACH: Final = 7
_WORTH: Final = 3
_STOPS: Final = frozenset({";", ":", "(", ")", ".", "!", "?", "«", "»", '"'})
_BARE: Final = frozenset({"cost", "capacity", "length", "area", "height", "width", "depth", "value", "weight", "rate", "price"})
"""Measures that are always of something."""
_NOTHING: Final = "-"
_AGENTS: Final = frozenset({"government", "corporate", "company", "bank", "banking", "ministry", "state", "central bank"})
"""Who does something, which is not what is measured."""


def subject_topic(sight: Sight, at: int, sentence: Sentence, value: str, is_verb: bool) -> list[str]:
    """The topic of the subject of a bare head that begins at token `at`, at most one; none for heads that stand alone."""
    if sight.before(at, "whose_word"):
        opener = sight.before(at, "whose_word")
        return topic_left(sight, opener.first if opener else at, sentence)
    return topic_left(sight, at, sentence) if is_verb or value in _BARE else []


def topic_left(sight: Sight, at: int, sentence: Sentence) -> list[str]:
    """The nearest topic before token `at`, in its clause or right before the comma that opens it."""
    floor = max(sentence.first, at - _REACH)
    while at > floor:
        word = sight.norm(at - 1)
        if at - 1 in sight.amounts or word in _STOPS:
            return []
        topic = sight.before(at, "measure_topic")
        if topic and topic.entry.value in _AGENTS:
            return []
        if topic and topic.first >= sentence.first and topic.entry.value != _NOTHING:
            more = sight.before(topic.first, "measure_topic") if sight.language == "en" else None
            is_two = more and more.first >= sentence.first and more.entry.value != _NOTHING
            return [str(more.entry.value), str(topic.entry.value)] if more and is_two else [str(topic.entry.value)]
        if topic and topic.first < at - 1:
            at = topic.first
            continue
        if sight.before(at, "measure_head") or sight.before(at, "change_verb"):
            return []
        at -= 1
        if word == ",":
            floor = max(floor, at - _WORTH)
    return []


def worth_of(sight: Sight, quantity: Quantity, sentence: Sentence) -> str:
    """ "Le chantier, estimé à 37 milliards", "the bridge, valued at $3m": the id of what money buys; empty when nothing says so."""
    for i in range(quantity.number.first, max(sentence.first, quantity.first - _WORTH), -1):
        opener = sight.before(i, "worth_word")
        if opener:
            topics = topic_left(sight, opener.first, sentence)
            return "_".join([*topics, "cost"]).replace(" ", "_") if topics else ""
    return ""
