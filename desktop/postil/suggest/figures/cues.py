"""Words that say whether a number was reached, is aimed at or is looked for: verbs of the future, of the past, estimates.

"will build 200 km" aims at them, "will reach 5%" looks for them, "has paid $5m" is past. The verb behind the mark of
the future decides; French says the future in the verb's own ending.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from postil.domain.figure import Status
from postil.suggest.doc import Quantity, Sentence
from postil.suggest.figures.clock import is_ahead
from postil.suggest.figures.sight import Sight, tokens_of

Cue = tuple[int, int, Status]
"""The last token of a cue, how many tokens it has, and what it says."""
_REACH: Final = 12
_RIGHT_REACH: Final = 4
_STOPS: Final = frozenset(",;:.()")
_FRENCH_FUTURE: Final = ("era", "eront", "ira", "iront", "dra", "dront", "rra", "rront", "tra", "tront", "vra", "vront")
_SHORTEST: Final = 4
_ADVERBS: Final = 2
_LONE: Final = 5
"""Tokens of a clause that is a date and no more."""
_LONGEST: Final = 120
"""A clause is read no further back than so many tokens; real ones are shorter."""
_PARTICIPLES: Final = {
    "en": ("ed", "en", "id", "nt", "lt", "de", "ld", "wn", "ut"),
    "fr": ("é", "és", "ée", "ées", "i", "is", "it", "u", "us", "ert"),
}
_MEASURES: Final = frozenset({"", "percent", "money", "time"})
"""Kinds of quantity of which "will be" tells an outlook; a length or a capacity is planned."""


def future_cues(sight: Sight, quantity: Quantity, sentence: Sentence, floor: int) -> Iterator[Cue]:
    """What a verb of the future left of the number says, from token `floor` on, or one right behind it of which it is the subject."""
    number = quantity.number.first
    start = max(_clause_start(sight, quantity, sentence), number - _REACH, floor)
    for mark, verb in _marks(sight, start, number):
        place = _verb_of(sight, verb, number)
        if not sight.match(place, "idle_verb"):
            aimed = sight.before(mark, "target_word") is not None
            yield min(place, number - 1), 1, Status.TARGET if aimed else _said(sight, quantity, start, place)
    is_subject = sight.before(quantity.first, "worth_word") is None
    for place in range(quantity.last + 1, min(sentence.last, quantity.last + 1 + _RIGHT_REACH) if is_subject else 0):
        if sight.norm(place) in _STOPS or sight.match(place, "joining_word", place + 1):
            return
        if sight.match(place, "modal_word"):
            is_level = any(sight.match(k, table) for k in range(place + 1, place + _RIGHT_REACH) for table in ("change_verb", "pair_verb"))
            yield (-1 if is_level else number), 1, Status.FORECAST
            return
        for _, verb in _marks(sight, place, place + 1):
            if quantity.kind and sight.match(_verb_of(sight, verb, sentence.last), "change_verb"):
                return
            yield number, 1, _said(sight, quantity, start, _verb_of(sight, verb, sentence.last))
            return


def _clause_start(sight: Sight, quantity: Quantity, sentence: Sentence) -> int:
    """Where the clause begins, with the one before it where it only goes on ("…, with the capacity to carry")."""
    start, _ = sight.clause(quantity, sentence)
    if start - 1 > sentence.first and sight.match(start, "adjunct_word"):
        return sight.clause_around(start - 2, start - 2, sentence)[0]
    return start


def is_limit(sight: Sight, quantity: Quantity, sentence: Sentence) -> bool:
    """ "those who earn less than $50,000 qualify": a limit set by a rule."""
    is_bound = quantity.qualifier in ("under", "at_most", "at_least", "over")
    return is_bound and any(True for _ in sight.find("eligibility_word", sentence.first, sentence.last))


def purpose_cues(sight: Sight, quantity: Quantity, sentence: Sentence, start: int) -> Iterator[Cue]:
    """What an infinitive left of the number is for ("to build", "pour construire"); what is only asked for is looked for."""
    number = quantity.number.first
    places = [match.last for match in sight.find("purpose_act", start, number)]
    infinitives = [match.end for match in sight.find("purpose_word", start, number) if _is_infinitive(sight, match.end)]
    places += [place for place in infinitives if place < number and not sight.match(place, "outlook_verb")]
    span = max(start - _REACH, sentence.first), max(places, default=0)
    asked = max((match.last for table in ("asking_word", "need_word") for match in sight.find(table, *span)), default=-1)
    aimed = max((match.last for match in sight.find("target_word", *span)), default=-1)
    for place in places:
        yield place, 1, Status.FORECAST if asked > aimed else Status.TARGET


def _is_infinitive(sight: Sight, place: int) -> bool:
    norm = sight.norm(place)
    return len(norm) >= _SHORTEST and norm.endswith(("er", "ir", "re")) and not sight.is_function(place)


def deadline_cues(sight: Sight, quantity: Quantity, sentence: Sentence, rank: int) -> Iterator[Cue]:
    """ "by 2030": weaker than any verb, for a year that the article does not know to be over."""
    own = sight.clause(quantity, sentence)
    if sight.before(quantity.first, "worth_word"):
        return
    for date in sight.dates(rank, quantity.start):
        first, _ = tokens_of(sight, (date.start, date.end), sentence)
        start, stop = sight.clause_around(first, first, sentence)
        is_lone = stop - start <= _LONE and (first <= sentence.first + _LONE or quantity.last < first <= quantity.last + _REACH)
        if ((start, stop) == own or is_lone) and sight.before(first, "deadline_word") and is_ahead(sight, date.edtf, unknown=True):
            yield sentence.first, 0, Status.TARGET


def past_cues(sight: Sight, start: int, stop: int) -> Iterator[Cue]:
    """Verbs that tell what is done: "has paid", "a versé", "đã giải ngân"."""
    for match in sight.find("done_word", start, stop):
        yield match.last, match.last - match.first + 1, Status.ACTUAL
    if sight.language == "fr":
        yield from ((place, 0, Status.ACTUAL) for place in range(max(start, stop - _LONGEST), stop) if _is_imperfect(sight, place))
    endings = _PARTICIPLES.get(sight.language, ())
    for match in sight.find("perfect_word", start, stop):
        for place in range(match.end, min(stop, match.end + _ADVERBS + 1)):
            if sight.norm(place).endswith(endings) and not sight.match(place, "being_word", place + 1):
                if not sight.match(place, "setting_word", place + 1):
                    yield place, 0, Status.ACTUAL
                break


def _is_imperfect(sight: Sight, place: int) -> bool:
    norm = sight.norm(place)
    is_one = len(norm) > _SHORTEST and norm.endswith(("ait", "aient")) and not norm.endswith(("rait", "raient"))
    return is_one and not sight.match(place, "no_imperfect")


def is_cost_estimate(sight: Sight, quantity: Quantity, sentence: Sentence) -> bool:
    """What a project is to cost, or costs by an estimate; what a disaster has cost is told."""
    if quantity.kind != "money" or any(True for _ in sight.find("loss_word", sentence.first, sentence.last)):
        return False
    said = sight.before(quantity.number.first, "estimate_word") or any(
        True for _ in sight.find("estimate_word", max(sentence.first, quantity.number.first - _REACH), quantity.number.first)
    )
    if any(True for _ in sight.find("project_cost_word", max(sentence.first, quantity.first - _REACH), quantity.first)):
        return not any(True for _ in past_cues(sight, sentence.first, quantity.first))
    return bool(said) and any(True for _ in sight.find("project_word", sentence.first, sentence.last))


def _marks(sight: Sight, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The first token of each mark of the future that begins between two tokens, and where its verb is."""
    for place in range(start, stop):
        match = sight.match(place, "future_mark")
        if match:
            yield match.first, match.end
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


def _said(sight: Sight, quantity: Quantity, start: int, verb: int) -> Status:
    """What the verb at token `verb` says; where the number itself stands there, "be" was all."""
    number = quantity.number.first
    if start < number and any(True for _ in sight.find("decreed_word", start, number)):
        return Status.TARGET
    if quantity.first <= verb <= quantity.last:
        return Status.FORECAST if quantity.kind in _MEASURES else Status.TARGET
    return Status.FORECAST if sight.match(verb, "outlook_verb") else Status.TARGET
