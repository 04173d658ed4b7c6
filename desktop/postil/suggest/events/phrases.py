"""The phrase around an event noun: where it begins and ends, whether it is counted, wished or only an aim."""

from __future__ import annotations

from typing import Final

from postil.suggest.events.draft import Draft
from postil.suggest.events.scene import Scene

_ADJECTIVES: Final = 4
_STRENGTH: Final = 3
_SUFFIXES: Final = frozenset({"th", "st", "nd", "rd", "e", "er", "ème", "ère", "è"})


def phrase_start(scene: Scene, i: int) -> int:
    """The first token of the noun phrase around the noun at `i`: adjectives and ordinals before it."""
    first = i
    view = scene.view
    while first > view.first and i - first < _ADJECTIVES:
        norm = view.norm(first - 1)
        if (
            view.has(first - 1, "determiner")
            or view.has(first - 1, "phrase_stop")
            or not (norm[0].isalnum() or norm in '-«"')
            or view.match(first - 1, "light_verb")
            or view.match(first - 1, "passive_verb")
        ):
            break
        if view.match_before(first, "light_verb", 3) or scene.spot_at(first - 1) or any(d.first <= first - 1 < d.end for d in scene.dates):
            break
        if view.language != "en" and not (norm[0].isdigit() or norm in _SUFFIXES or view.match(first - 1, "date_ordinal") or norm.endswith("ième")):
            break
        first -= 1
    return first


def is_counted(scene: Scene, first: int, noun: int) -> bool:
    """Does a number count the noun: "60 visits", "18 lần Hội nghị"? An ordinal does not."""
    view = scene.view
    for k in range(max(view.first, first - 2), noun):
        norm = view.norm(k)
        is_strength = any(view.has(j, "strength_word") for j in range(max(view.first, k - _STRENGTH), k))
        if is_strength or any(d.first <= k < d.end for d in scene.dates):
            continue
        is_number = norm[0].isdigit() or (k < noun and view.match(k, "date_number") is not None and view.language != "vi")
        if is_number and view.norm(k + 1) not in _SUFFIXES and view.norm(k + 1) != "-" and not (view.language == "vi" and view.norm(k - 1) == "thứ"):
            return True
    return False


def is_few(scene: Scene, first: int, noun: int) -> bool:
    """Are there only two or three of them, each of which was held ("a présidé deux réunions")?"""
    return any(scene.view.has(k, "few") for k in range(max(scene.view.first, first - 2), noun))


def is_blocked(scene: Scene, i: int, noun: int = 0, *, is_listed: bool = False) -> bool:
    """Is the event wished, possible, denied or general: a word of `event_block` before token `i`, or between it and the noun?

    A list of named places lifts the block of a plural ("các chuyến thăm tới Lào, Campuchia").
    """
    view = scene.view
    at = i
    while at > view.first and view.has(at - 1, "determiner"):
        at -= 1
    for k in {at, i, *range(i, noun + 1)}:
        block = view.match_before(k, "event_block", 3)
        if block and not (is_listed and view.has(block.first, "plural_word")):
            return True
    return False


def is_aim(scene: Scene, head: int) -> bool:
    """Is the noun the object of an infinitive of purpose: "pour engager des négociations", "to strengthen talks"?"""
    view = scene.view
    k = head - 1
    while k > view.first and view.has(k, "determiner"):
        k -= 1
    norm = view.norm(k)
    if view.language == "fr":
        return norm.endswith(("er", "ir", "re")) and len(norm) > 3 and view.has(k - 1, "aim_word")
    return view.language == "en" and view.norm(k - 1) == "to" and view.is_word(k) and not view.is_capital(k)


def noun_span(draft: Draft, head: int, end: int) -> tuple[int, int]:
    """The noun phrase with what was found around it."""
    first_clause, end_clause = draft.span
    spots = [s for s, _ in draft.people] + [s for s, _ in draft.places]
    first = min([head, *(s.first for s in spots if first_clause <= s.first < head and head - s.end <= 4)])
    last = max([end, *(s.end for s in spots if s.first >= end), *([draft.date.end] if draft.date and draft.date.first >= end else [])])
    before = draft.scene.view.norm(first - 1)
    if before in ("the", "le", "la", "les", "l'", "các", "a", "an", "une", "un"):
        first -= 1
    return max(first, first_clause), min(last, end_clause)


def title_end(scene: Scene, start: int, end: int) -> int:
    """Where the name of the event ends: before a verb, a date, or after some twenty words."""
    k = start
    while k < min(end, start + 22):
        if scene.view.norm(k) in (",", ";", ":") or scene.view.match(k, "passive_verb") or any(d.first == k and d.is_day for d in scene.dates):
            break
        k += 1
    while k > start and scene.view.norm(k - 1) in (
        "on",
        "in",
        "at",
        "le",
        "vào",
        "ngày",
        "từ",
        "qui",
        "which",
        "that",
        "est",
        "a",
        "à",
        "was",
        "is",
        "will",
        "tại",
        "the",
    ):
        k -= 1
    return k
