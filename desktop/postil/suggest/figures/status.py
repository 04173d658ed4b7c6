"""What a number claims to be: a level reached, a target, a forecast, or a change (and which way).

A change needs its word beside the number ("rose by 12 %", "a 12 % rise", "baisse de 50"); behind "to", "đạt", "lên" the
number is the level that was reached. Targets and forecasts are set by words to the left, nearest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from postil.domain.figure import Direction, Status
from postil.suggest.doc import Quantity, Sentence
from postil.suggest.figures.clock import is_ahead, is_unfinished
from postil.suggest.figures.cues import Cue, deadline_cues, future_cues, is_cost_estimate, is_limit, past_cues, purpose_cues
from postil.suggest.figures.sight import Sight
from postil.suggest.lexicon import Match

_REACH: Final = 8
_MODAL_REACH: Final = 4
_FILLERS: Final = 3
_FROM_REACH: Final = 20
_OUTLOOKS: Final = frozenset({"", "percent", "money", "time", "mass", "volume", "energy"})
"""Kinds of quantity that are expected; a length or a capacity is planned."""
_RIGHT_REACH: Final = 4
_MULTIPLE: Final = "factor"
"""The unit of "doubled", "gấp đôi", "multipliés par trois": always a change."""
_PURPOSE_REACH: Final = 6
_DIRECTIONS: Final = {"up": Direction.UP, "down": Direction.DOWN}


def change_of(sight: Sight, quantity: Quantity, sentence: Sentence, others: Sequence[Quantity], noun_end: int = -1) -> tuple[bool, Direction | None]:
    """Is the quantity a change, and which way? `others` are the quantities near it, `noun_end` the last token of what it counts."""
    behind = (quantity.last + 1, noun_end + 1) if noun_end >= 0 else (quantity.last + 1,)
    if quantity.rule == "quantity.verbal":
        return False, None
    plain = _plain_change(sight, quantity)
    if plain is not None:
        return True, plain
    after = next(
        (match for place in behind if (match := sight.match(place, "change_after", sentence.last)) and _may_tell(sight, quantity, match)), None
    )
    if after and not _is_level(sight, quantity):
        return True, _DIRECTIONS.get(str(after.entry.value))
    before = _change_word(sight, quantity, sentence, others, noun_end)
    if before:
        return True, _DIRECTIONS.get(str(before.entry.value))
    return False, None


def _plain_change(sight: Sight, quantity: Quantity) -> Direction | None:
    """The way of what is a change by itself: a multiple, a signed percent, "vượt 8% dự toán"; None for all else."""
    value = quantity.number.value
    if quantity.unit == _MULTIPLE:
        return Direction.DOWN if value is not None and value < 1 else Direction.UP
    if quantity.kind != "percent":
        return None
    first = quantity.number.first
    sign = sight.norm(first - 1) if sight.context.is_glued(first) else ""
    if (value is not None and value < 0) or (sign == "-" and not sight.context.is_glued(first - 1)):
        return Direction.DOWN
    is_beyond = bool(quantity.hedge) and sight.match(quantity.last + 1, "exceeded_word") is not None and _is_exceeding(sight, quantity)
    return Direction.UP if sign == "+" or is_beyond else None


def _is_exceeding(sight: Sight, quantity: Quantity) -> bool:
    """ "vượt 8% dự toán": by how much a plan was exceeded, where "vượt" was read as a hedge."""
    return any(sight.match(i, "change_verb", quantity.number.first) for i in range(quantity.first, quantity.number.first))


def status_of(sight: Sight, quantity: Quantity, sentence: Sentence, nouns: Sequence[tuple[int, int]], others: Sequence[Quantity] = ()) -> Status:
    """Actual, target or forecast, for a quantity that is no change; `nouns` are the counted phrases of the sentence."""
    if is_compared(sight, quantity) or is_start_of_pair(sight, quantity, others):
        is_revised = _nearest(sight, "forecast_noun", sentence.first, quantity.first, nouns) >= 0 or _right(sight, quantity, sentence) >= 0
        return Status.FORECAST if is_revised else Status.ACTUAL
    if any(sight.before(i, "forecast_noun") for i in (quantity.first, quantity.first - 1)):
        return Status.FORECAST
    if quantity.kind == "" and sight.before(quantity.first, "known_set") and not quantity.hedge:
        return Status.ACTUAL
    if quantity.kind == "" and sight.match(quantity.last + 1, "plan_item", sentence.last):
        return Status.ACTUAL
    if is_cost_estimate(sight, quantity, sentence):
        return Status.FORECAST
    if is_limit(sight, quantity, sentence):
        return Status.TARGET
    last, _, status = max(_cues(sight, quantity, sentence, nouns, others), key=_place_of, default=(-1, 0, Status.ACTUAL))
    return status if last >= 0 else Status.ACTUAL


def status_with_period(sight: Sight, quantity: Quantity, sentence: Sentence, edtf: str, *, is_own: bool) -> Status:
    """Of what no word tells otherwise: a level of a time to come is no fact yet, nor is an estimate of a year that is not over.

    `is_own` where the sentence itself names the period.
    """
    is_estimated = any(True for _ in sight.find("estimate_of_period", sentence.first, quantity.number.first))
    if is_own and quantity.kind and is_ahead(sight, edtf):
        return Status.FORECAST if quantity.kind == "percent" or is_estimated else Status.TARGET
    return Status.FORECAST if is_estimated and is_unfinished(sight, edtf) and len(edtf) == len("2024") else Status.ACTUAL


def _cues(sight: Sight, quantity: Quantity, sentence: Sentence, nouns: Sequence[tuple[int, int]], others: Sequence[Quantity]) -> Iterator[Cue]:
    """Everything of the sentence that says what the number claims to be; the one nearest to it, of equals the longest, decides."""
    first, number = sentence.first, quantity.number.first
    shares = [(other.last + 1, other.last + 2) for other in others if other.kind == "percent"]
    if quantity.kind == "percent":
        shares += [(match.end, match.end) for match in sight.find("compare_word", first, number)]
    yield from _words(sight, "target_word", Status.TARGET, (first, number), [*nouns, *shares])
    yield from _words(sight, "need_word", Status.FORECAST, (first, number), nouns)
    floor = max((other.last + 1 for other in others if other.last < number and not is_start_of_pair(sight, other, (quantity,))), default=0)
    start = max(sight.clause(quantity, sentence)[0], number - _PURPOSE_REACH, floor)
    yield from purpose_cues(sight, quantity, sentence, start)
    yield from future_cues(sight, quantity, sentence, floor)
    yield from past_cues(sight, first, number)
    yield from deadline_cues(sight, quantity, sentence, sight.rank(number))
    yield _modal(sight, quantity, sentence), 1, Status.FORECAST
    yield _right(sight, quantity, sentence), 1, Status.FORECAST if quantity.kind in _OUTLOOKS else Status.TARGET
    if quantity.kind != "percent" and sight.before(quantity.first, "planning_verb"):
        yield number, 2, Status.TARGET


def _words(sight: Sight, table: str, status: Status, span: tuple[int, int], nouns: Sequence[tuple[int, int]]) -> Iterator[Cue]:
    """The words of a table between two tokens, outside counted phrases."""
    for match in sight.find(table, *span):
        if not any(start <= match.first <= end for start, end in nouns):
            is_looked_for = status is Status.TARGET and sight.before(match.first, "need_word") is not None
            yield match.last, match.last - match.first + 1, Status.FORECAST if is_looked_for else status


def _place_of(cue: Cue) -> tuple[int, int]:
    return cue[0], cue[1]


def is_compared(sight: Sight, quantity: Quantity) -> bool:
    """Does the number stand behind "from", "contre", "so với": what something is compared with?"""
    place = quantity.first
    for _ in range(_FILLERS):
        word = sight.before(place, "compare_word")
        if word:
            return sight.match(word.first, "from_word", word.end) is None or _is_moving(sight, word.first)
        filler = sight.before(place, "level_filler")
        if filler is None:
            return False
        place = filler.first
    return False


def _is_moving(sight: Sight, at: int) -> bool:
    """Does a level change before the word at token `at` ("rose to 5 from 4"), so that "from" compares ("benefit from $5m" does not)?"""
    rank = sight.rank(at)
    first = max(sight.doc.sentences[rank].first, at - _FROM_REACH) if rank >= 0 else at
    return any(True for table in ("change_verb", "pair_verb", "forecast_noun", "change_noun") for _ in sight.find(table, first, at))


def _may_tell(sight: Sight, quantity: Quantity, match: Match) -> bool:
    """ "15 more people" are no change; "15 people more than last year", "12% higher" and "10,000 jobs increase" are."""
    return quantity.kind != "" or match.last > match.first or sight.match(match.first, "change_noun", match.end) is not None


def _is_level(sight: Sight, quantity: Quantity) -> bool:
    """Is the number a level that was reached? The "from" of a range ("tăng từ 4-17%") opens the range, it is no level."""
    link = sight.before(_opening(sight, quantity), "change_to")
    return link is not None


def _opening(sight: Sight, quantity: Quantity) -> int:
    """The first token of the quantity, with the word that opens a range."""
    opener = sight.before(quantity.first, "range_opener") if quantity.rule == "quantity.range" else None
    return opener.first if opener else quantity.first


def _change_word(sight: Sight, quantity: Quantity, sentence: Sentence, others: Sequence[Quantity], noun_end: int) -> Match | None:
    """The word of change to the left that governs the number."""
    if _is_level(sight, quantity) or is_start_of_pair(sight, quantity, others):
        return None
    stop = _opening(sight, quantity)
    first = max(sentence.first, stop - _REACH, *(other.last + 1 for other in others if other.last < quantity.first), 0)
    found = [word for word in sight.find("change_verb", first, stop) if quantity.kind == "percent" or not word.entry.get("percent_only")]
    if not found or (sight.language != "vi" and any(True for _ in sight.find("than_word", found[-1].end, stop))):
        return None
    word = found[-1]
    if noun_end >= 0 and word.end == stop and not sight.match(noun_end, "unit_noun") and _takes_object(sight, word):
        return None
    if quantity.kind == "money" and word.end == stop and sight.match(word.first, "raising_verb"):
        return None
    return word if _is_bridged(sight, word.end, stop) else None


def _takes_object(sight: Sight, word: Match) -> bool:
    """ "cut 900 jobs": what a verb does to persons and things is counted, no change of a level."""
    return sight.language != "vi" or sight.match(word.first, "acting_verb", word.end) is not None


def _is_bridged(sight: Sight, at: int, stop: int) -> bool:
    """Does nothing stand between word and number, or a link ("by", "of", "de") right before the number?"""
    if at >= stop:
        return True
    if any(sight.norm(i) in ";:.!?" for i in range(at, stop)):
        return False
    link = sight.before(stop, "change_by")
    if link and (sight.language != "vi" or sight.match(link.first, "added_word", stop)):
        return not any(True for _ in sight.find("target_word", at, stop))
    while at < stop:
        step = sight.match(at, "change_by", stop)
        if not step and not sight.norm(at)[:1].isdigit() and sight.norm(at) not in ("năm", "tháng", "quý"):
            return False
        at = step.end if step else at + 1
    return True


def is_start_of_pair(sight: Sight, quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """ "de 24 % à 30 %", "from 24% to 30%": the first of two levels."""
    for other in others:
        if quantity.last < other.first <= quantity.last + 3 and other.unit == quantity.unit:
            word = sight.match(quantity.last + 1, "range_word", other.first)
            return word is not None and word.entry.value == "to"
    return False


def _nearest(sight: Sight, table: str, first: int, stop: int, nouns: Sequence[tuple[int, int]]) -> int:
    """The last token before `stop` where a word of `table` ends, outside counted phrases; -1 when there is none."""
    places = [match.last for match in sight.find(table, first, stop) if not any(start <= match.first <= end for start, end in nouns)]
    return places[-1] if places else -1


def _modal(sight: Sight, quantity: Quantity, sentence: Sentence) -> int:
    """The last "will", "devrait", "sẽ" near the number, or right before a verb of change of its clause; -1 when there is none."""
    number = quantity.number.first
    start, _ = sight.clause(quantity, sentence)
    places = [
        match.last
        for match in sight.find("modal_word", sentence.first, number)
        if not sight.doc.tokens[match.first].capital or match.first == sentence.first
        if number - match.last <= _MODAL_REACH or (match.first >= start and any(sight.match(i, "change_verb") for i in (match.end, match.end + 1)))
    ]
    return places[-1] if places else -1


def _right(sight: Sight, quantity: Quantity, sentence: Sentence) -> int:
    """ "$5bn needed", "5% is expected": a word of need right behind the number counts as if it stood before it."""
    stop = min(sentence.last, quantity.last + 1 + _RIGHT_REACH)
    for i in range(quantity.last + 1, stop):
        if sight.norm(i) in ",;:.()":
            return -1
        if sight.match(i, "need_after", stop):
            return -1 if any(sight.before(k, "than_word") for k in range(quantity.last + 1, i + 1)) else quantity.number.first
    return -1
