"""Words that say whether a number was reached, is aimed at or is looked for: verbs of the future, of the past, estimates.

"will build 200 km" aims at them, "will reach 5%" looks for them, "has paid $5m" is past. The verb behind the mark of
the future decides; French says the future in the verb's own ending.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from postil.domain.figure import Status
from postil.suggest.doc import Quantity, Sentence
from postil.suggest.figures.sight import Sight

Cue = tuple[int, int, Status]
"""The last token of a cue, how many tokens it has, and what it says."""
_REACH: Final = 12
_RIGHT_REACH: Final = 4
_STOPS: Final = frozenset(",;:.()")
_FRENCH_FUTURE: Final = ("era", "eront", "ira", "iront", "dra", "dront", "rra", "rront", "ura", "uront")
_SHORTEST: Final = 5
_ADVERBS: Final = 2
_PARTICIPLES: Final = {
    "en": ("ed", "en", "id", "nt", "lt", "de", "ld", "wn", "ut"),
    "fr": ("é", "és", "ée", "ées", "i", "is", "it", "u", "us", "ert"),
}
_MEASURES: Final = frozenset({"", "percent", "money", "time"})
"""Kinds of quantity of which "will be" tells an outlook; a length or a capacity is planned."""


def future_cues(sight: Sight, quantity: Quantity, sentence: Sentence, others: Sequence[Quantity]) -> Iterator[Cue]:
    """What a verb of the future left of the number in its clause says, or one right behind it of which it is the subject."""
    number = quantity.number.first
    start = max(sight.clause(quantity, sentence)[0], number - _REACH, *(other.last + 1 for other in others if other.last < number))
    for last, verb in _marks(sight, start, number):
        yield min(_verb_of(sight, verb, number), number - 1), last - start + 1, _said(sight, quantity, sentence, verb, number)
    for place in range(quantity.last + 1, min(sentence.last, quantity.last + 1 + _RIGHT_REACH)):
        if sight.norm(place) in _STOPS or sight.match(place, "joining_word", place + 1):
            return
        for _, verb in _marks(sight, place, place + 1):
            yield number, 1, _said(sight, quantity, sentence, verb, sentence.last)
            return


def past_cues(sight: Sight, start: int, stop: int) -> Iterator[Cue]:
    """Verbs that tell what is done: "has paid", "a versé", "đã giải ngân"."""
    for match in sight.find("done_word", start, stop):
        yield match.last, match.last - match.first + 1, Status.ACTUAL
    endings = _PARTICIPLES.get(sight.language, ())
    for match in sight.find("perfect_word", start, stop):
        for place in range(match.end, min(stop, match.end + _ADVERBS + 1)):
            if sight.norm(place).endswith(endings) and not sight.match(place, "being_word", place + 1):
                if not sight.match(place, "setting_word", place + 1):
                    yield place, 0, Status.ACTUAL
                break


def is_cost_estimate(sight: Sight, quantity: Quantity, sentence: Sentence) -> bool:
    """What a project is to cost by an estimate; what a disaster has cost is told."""
    if quantity.kind != "money" or any(True for _ in sight.find("loss_word", sentence.first, sentence.last)):
        return False
    said = sight.before(quantity.number.first, "estimate_word") or any(
        True for _ in sight.find("estimate_word", max(sentence.first, quantity.number.first - _REACH), quantity.number.first)
    )
    return bool(said) and any(True for _ in sight.find("project_word", sentence.first, sentence.last))


def _marks(sight: Sight, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The last token of each mark of the future that begins between two tokens, and where its verb is."""
    for place in range(start, stop):
        match = sight.match(place, "future_mark")
        if match:
            yield match.last, match.end
        elif sight.language == "fr" and _is_french_future(sight, place):
            yield place, place


def _is_french_future(sight: Sight, place: int) -> bool:
    norm = sight.norm(place)
    return len(norm) >= _SHORTEST and norm.endswith(_FRENCH_FUTURE) and sight.match(place, "no_future", place + 1) is None


def _verb_of(sight: Sight, place: int, stop: int) -> int:
    """The verb at or behind `place`, small words such as "also", "be", "continue to" left out."""
    while place < stop and (skipped := sight.match(place, "future_filler")):
        place = skipped.end
    return place


def _said(sight: Sight, quantity: Quantity, sentence: Sentence, verb: int, stop: int) -> Status:
    place = _verb_of(sight, verb, stop)
    if any(True for _ in sight.find("decreed_word", sentence.first, sentence.last)):
        return Status.TARGET
    if place >= min(stop, quantity.first):
        return Status.FORECAST if quantity.kind in _MEASURES else Status.TARGET
    return Status.FORECAST if sight.match(place, "outlook_verb") else Status.TARGET
