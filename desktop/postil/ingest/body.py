"""Where the article's own text begins and ends: the stretch of units with the largest sum of weights.

Prose adds its words, furniture takes away; a source line, a comment counter or a list heading takes away what a
second article would have to outweigh. Maximum subsequence segmentation (Pasternack & Roth 2009), with our weights.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from postil.domain.zone import ZoneKind
from postil.ingest.lines import Unit
from postil.ingest.signals import signals
from postil.ingest.verdicts import LONGEST, NEUTRAL, Verdict

_COST: Final = {
    ZoneKind.IMAGE: -1.0,
    ZoneKind.CAPTION: -1.0,
    ZoneKind.BYLINE: -4.0,
    ZoneKind.DATELINE: -4.0,
    ZoneKind.SOURCE_LINE: -8.0,
    ZoneKind.BOILERPLATE: -4.0,
    ZoneKind.FRONT_MATTER: -50.0,
}
_SHORT: Final = -6.0
_FOREIGN: Final = -8.0
_LARGEST_UNIT: Final = 150.0
_OPEN: Final = 0.6
"""A line that does not end like a sentence counts this share of its words."""
_MENU: Final = -12.0
_CROWD: Final = -10.0
"""A further line of furniture right after another one: share bars and menus inside a text are short."""
_SMALLEST_BARRIER: Final = 60.0
_LARGEST_BARRIER: Final = 250.0
_BARRIER_SHARE: Final = 0.3
"""What follows an end sign belongs to the article only when it outweighs this share of what stood before it."""

_IN_BETWEEN: Final = (ZoneKind.BOILERPLATE, ZoneKind.IMAGE, ZoneKind.CAPTION, ZoneKind.BODY)
_BOX: Final = 20.0
"""Words that a box of links inside the text costs, where text goes on after it."""
_LONGEST_BOX: Final = 8
_FEWEST_WORDS_SAID_AGAIN: Final = 4
_FEWEST_WORDS_OF_TEXT: Final = 12
_FEWEST_SHARED: Final = 2
"""Words that a first paragraph shares with the headline right above it."""
_SHARE_OF_LINES: Final = 0.15
_NEIGHBOURS: Final = 20
_SHARE_IN_WORDS: Final = 0.2
_SHARE_IN_SYLLABLES: Final = 0.5
_LONG: Final = 18
_INNER_STOP: Final = re.compile(r"[^\W_A-Z.][.!?…][\"”»)]{0,2}\s+(?=[^\W\da-z_]|[*\[(])")
"""A sentence that ends shortly before the line does: what follows was glued to it."""
_SIGNATURES: Final = ("./.", "/.", "###")


def is_prose(unit: Unit) -> bool:
    """A finished sentence, or a long line with as many function words as running text has."""
    count = len(unit.words)
    if count > LONGEST:
        return unit.function_share >= 0.1 or unit.end_sign == "."
    if unit.end_sign == ".":
        return count >= 4 and (count < 12 or unit.language == "vi" or unit.function_share >= 0.05)
    if count >= _LONG and _INNER_STOP.search(unit.text, max(0, len(unit.text) - 90)):
        return True
    return count >= 15 and unit.function_share >= 0.2


def is_signed(unit: Unit) -> bool:
    """Does the unit end like the last one of an agency's report ("… -VNA", "… ./.", "… (AFP)")?"""
    tail = unit.folded[-40:].rstrip()
    if tail.endswith(_SIGNATURES):
        return True
    mark = max(tail.rfind("-"), tail.rfind("("), tail.rfind("."))
    name = tail[mark + 1 :].strip(" )./-") if mark >= 0 else ""
    return bool(name) and len(unit.words) > 8 and name in signals().agency.whole


def extent(units: Sequence[Unit], verdicts: Sequence[Verdict | None]) -> tuple[int, int]:
    """Indexes `[first, after)` of the units among which the body lies; (0, 0) when nothing reads like prose."""
    best, best_range = 0.0, (0, 0)
    total, first, spent = 0.0, 0, 0.0
    rest = _Rest(units, verdicts)
    repeated = Counter(unit.folded for unit in units if len(unit.words) >= _FEWEST_WORDS_SAID_AGAIN)
    for index, (unit, verdict) in enumerate(zip(units, verdicts, strict=True)):
        weight = _weight(units, index, verdict, verdicts[index - 1] if index else None)
        weight = min(weight, _SHORT) if not verdict and not unit.end_sign and repeated[unit.folded] > 1 else weight
        if total <= 0.0:
            total, first, spent = 0.0, index, 0.0
        total += weight
        spent += max(0.0, weight)
        if total > best:
            best, best_range = total, (first, index + 1)
        if (verdict and verdict.is_end) or (verdict is None and is_signed(unit)):
            barrier = min(_LARGEST_BARRIER, max(_SMALLEST_BARRIER, _BARRIER_SHARE * spent))
            barrier = min(barrier, _BOX) if _is_box(unit, verdict) and rest.is_text(index + 1) else barrier
            total -= barrier if total > 0 else 0.0
    first, after = _trimmed(units, verdicts, *best_range, is_clean=rest.is_clean(max(0, best_range[1] - 1)))
    return _led(units, verdicts, first, after), _extended(units, verdicts, first, after, rest)


class _Rest:
    """What follows a unit to the end of the page: words of finished sentences, and words of lines that are none."""

    def __init__(self, units: Sequence[Unit], verdicts: Sequence[Verdict | None]) -> None:
        self._lines = [verdict is None and not is_prose(unit) and not unit.end_sign for unit, verdict in zip(units, verdicts, strict=True)]
        prose = [len(unit.words) if verdict is None and is_prose(unit) else 0 for unit, verdict in zip(units, verdicts, strict=True)]
        lines = [len(unit.words) if is_line else 0 for unit, is_line in zip(units, self._lines, strict=True)]
        self._prose, self._others = _from_the_end(prose), _from_the_end(lines)
        self._known = [verdict is not None for verdict in verdicts]

    def is_clean(self, index: int) -> bool:
        """Are there no lines from `index` on but finished sentences and known furniture?"""
        return self._others[index] == 0

    def is_text(self, index: int) -> bool:
        """Does text follow at `index` once a box of headlines is over? A list of other articles goes on with headlines."""
        stop = index + _LONGEST_BOX
        while index < min(stop, len(self._known)) and (self._known[index] or self._lines[index]):
            index += 1
        prose = self._prose[index]
        return prose >= _FEWEST_WORDS_OF_TEXT and self._others[index] <= _SHARE_OF_LINES * prose


def _from_the_end(counts: Sequence[int]) -> list[int]:
    """Sums from each place to the end, and a last 0."""
    return list(accumulate(reversed(counts), initial=0))[::-1]


def _belongs(units: Sequence[Unit], index: int, first: int, after: int, *, is_clean: bool = False) -> bool:
    """Does a paragraph share its telling words with the rest of `[first, after)`? Fewer will do on a page `is_clean` of headlines."""
    common = signals().function_words.get(units[index].language, frozenset())
    own = {word for word in units[index].words if word not in common and word.isalpha()}
    others: set[str] = set()
    for at in range(max(first, index - _NEIGHBOURS), min(after, index + _NEIGHBOURS)):
        others.update(() if at == index else units[at].words)
    share = (_SHARE_IN_SYLLABLES if units[index].language == "vi" else _SHARE_IN_WORDS) * (0.5 if is_clean else 1.0)
    return units[index].end_sign == "." and len(own) >= 5 and len(own & others) >= share * len(own)


def _is_box(unit: Unit, verdict: Verdict | None) -> bool:
    """May the article go on after this sign of its end: a list of links, a counter of comments, not its author's portrait?"""
    if verdict is None or verdict.reason not in ("tail.heading", "ui.counter"):
        return False
    return verdict.reason == "ui.counter" or not signals().firm_heading.opening(unit.folded)


def _extended(units: Sequence[Unit], verdicts: Sequence[Verdict | None], first: int, after: int, rest: _Rest) -> int:
    """The end of the text with short last paragraphs that a few lines of furniture cut off from it."""
    if first == after or is_signed(units[after - 1]):
        return after
    index = after
    while index < min(after + _LONGEST_BOX, len(units)):
        verdict = verdicts[index]
        if verdict is None:
            is_own = _belongs(units, index, first, after, is_clean=rest.is_clean(index))
            if not is_prose(units[index]) or units[index].is_foreign or not is_own:
                break
            after = index + 1
        elif verdict.kind not in _IN_BETWEEN or (verdict.is_end and not (_is_box(units[index], verdict) and rest.is_text(index + 1))):
            break
        index += 1
    return after


def _led(units: Sequence[Unit], verdicts: Sequence[Verdict | None], first: int, after: int) -> int:
    """The start of the text with a first paragraph that a list of other articles ("See also") cuts off from it."""
    index, has_heading = first - 1, False
    while index > max(0, first - _LONGEST_BOX):
        verdict = verdicts[index]
        if verdict is None and is_prose(units[index]):
            is_own = has_heading and not units[index].is_foreign
            return index if is_own and (_belongs(units, index, first, after) or _is_under_title(units, verdicts, index)) else first
        if verdict is not None and verdict is not NEUTRAL and verdict.kind is not ZoneKind.BOILERPLATE:
            return first
        has_heading = verdict is not None and verdict.reason == "tail.heading"
        index -= 1
    return first


def _is_under_title(units: Sequence[Unit], verdicts: Sequence[Verdict | None], index: int) -> bool:
    """Does a headline in words of the paragraph stand right above it?"""
    if index == 0 or verdicts[index - 1] is not None or is_prose(units[index - 1]):
        return False
    common = signals().function_words.get(units[index].language, frozenset())
    shared = (set(units[index].words) & set(units[index - 1].words)) - common
    return len(shared) >= _FEWEST_SHARED and 2 * len(shared) >= len(set(units[index - 1].words) - common) - 1


def _trimmed(units: Sequence[Unit], verdicts: Sequence[Verdict | None], first: int, after: int, *, is_clean: bool) -> tuple[int, int]:
    """The range without one lone paragraph at an end that furniture cuts off from the rest ("Share the best of …")."""
    furniture = [verdict is not None and verdict.kind is ZoneKind.BOILERPLATE for verdict in verdicts]
    is_cut = after - first > 4 and all(furniture[first + 1 : first + 3]) and any(furniture[max(0, first - 1) : first])
    if is_cut and not _belongs(units, first, first, after):
        first += next(step for step in range(1, after - first) if not furniture[first + step])
    if after - first > 4 and all(furniture[after - 3 : after - 1]) and not _belongs(units, after - 1, first, after, is_clean=is_clean):
        after -= next(step for step in range(1, after - first) if not furniture[after - 1 - step])
    is_initial = first > 0 and verdicts[first - 1] is None and len(units[first - 1].text) == 1 and units[first - 1].text.isalpha()
    if is_initial and units[first].text[:1].islower():  # a dropped capital on a line of its own
        first -= 1
    return first, after


def _furniture_weight(verdict: Verdict, before: Verdict | None) -> float:
    if verdict is NEUTRAL:
        return 0.0
    is_crowd = verdict.kind is ZoneKind.BOILERPLATE and before is not None and before.kind is ZoneKind.BOILERPLATE
    return _CROWD if is_crowd else _COST[verdict.kind]


def _is_announced(units: Sequence[Unit], index: int) -> bool:
    """Does the list that the unit belongs to follow a sentence ending in a colon?"""
    for unit in reversed(units[max(0, index - 30) : index]):
        if not unit.has_bullet:
            return unit.end_sign == ":" and len(unit.words) >= 8
    return False


def _weight(units: Sequence[Unit], index: int, verdict: Verdict | None, before: Verdict | None) -> float:
    unit = units[index]
    if verdict:
        return _furniture_weight(verdict, before)
    if unit.is_foreign:
        return _FOREIGN
    is_sentence = unit.end_sign == "." and not unit.text.endswith("?")
    if before and before.reason == "tail.heading" and len(unit.words) < 15 and not is_sentence:
        return _SHORT
    return _sentence_weight(unit) or _line_weight(units, index)


def _sentence_weight(unit: Unit) -> float | None:
    """Words of running text; what opens a list counts less. None (or nothing) for what is no sentence."""
    count = len(unit.words)
    if is_prose(unit):
        return min(_LARGEST_UNIT, float(count)) * (1.0 if unit.end_sign else _OPEN)
    return _OPEN * count if unit.end_sign == ":" and count >= 4 else None


def _line_weight(units: Sequence[Unit], index: int) -> float:
    """What is no sentence: answers and lists are of the text, menus are not."""
    unit = units[index]
    if unit.end_sign == "." and 0 < len(unit.words) < 4:  # "No." in an interview
        return 0.0
    if unit.text.startswith("#"):  # a Markdown heading belongs to a text
        return -1.0
    if unit.has_bullet and _is_announced(units, index):
        return 0.5
    return _MENU if len(unit.words) >= 15 else _SHORT
