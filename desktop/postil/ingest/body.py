"""Where the article's own text begins and ends: the stretch of units with the largest sum of weights.

Prose adds its words, furniture takes away; a source line, a comment counter or a list heading takes away what a
second article would have to outweigh. Maximum subsequence segmentation (Pasternack & Roth 2009), with our weights.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    for index, (unit, verdict) in enumerate(zip(units, verdicts, strict=True)):
        weight = _weight(units, index, verdict, verdicts[index - 1] if index else None)
        if total <= 0.0:
            total, first, spent = 0.0, index, 0.0
        total += weight
        spent += max(0.0, weight)
        if total > best:
            best, best_range = total, (first, index + 1)
        if (verdict and verdict.is_end) or (verdict is None and is_signed(unit)):
            total -= min(_LARGEST_BARRIER, max(_SMALLEST_BARRIER, _BARRIER_SHARE * spent)) if total > 0 else 0.0
    return _trimmed(units, verdicts, *best_range)


def _trimmed(units: Sequence[Unit], verdicts: Sequence[Verdict | None], first: int, after: int) -> tuple[int, int]:
    """The range without one lone paragraph at an end that furniture cuts off from the rest ("Share the best of …")."""
    furniture = [verdict is not None and verdict.kind is ZoneKind.BOILERPLATE for verdict in verdicts]
    if after - first > 4 and all(furniture[first + 1 : first + 3]) and any(furniture[max(0, first - 1) : first]):
        first += next(step for step in range(1, after - first) if not furniture[first + step])
    if after - first > 4 and all(furniture[after - 3 : after - 1]):
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
