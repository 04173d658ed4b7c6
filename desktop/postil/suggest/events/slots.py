"""Fill the slots around a trigger: who before and after it, where, when, and in which form it was held."""

from __future__ import annotations

from typing import Final

from postil.domain.event import Attendance, Part
from postil.suggest.events.scene import ACTORS, PLACES, DateSpot, Scene, Spot

_DASHES: Final = frozenset("-–—")
_NEAR: Final = 12
_HEAD: Final = 8
_OPENING: Final = 4
_TO_DATE: Final = 2
_MODES: Final = {"online": Attendance.ONLINE, "mixed": Attendance.MIXED}


def actors_before(scene: Scene, i: int, floor: int) -> list[Spot]:
    """The subject in front of token `i`: the actors of the clause since the last verb of another action."""
    start = floor
    for k in range(i - 1, floor - 1, -1):
        if scene.view.match(k, "report_verb") or (scene.view.match(k, "passive_verb") and scene.view.norm(k) not in ("do", "saw")):
            start = k + 1
            break
    out = [s for s in scene.spots(start, i, ACTORS) if not scene.in_role(s) and not _is_object(scene, s) and not _is_aside(scene, s)]
    out = [s for s in out if not _is_genitive(scene, s)] or out
    if not out and scene.topic and any(_is_he(scene, k) for k in range(max(start, i - 4), i)):
        return [scene.topic]
    return out


def _is_he(scene: Scene, k: int) -> bool:
    found = scene.view.match(k, "pronoun")
    return found is not None and found.entry.value == "he"


def _is_object(scene: Scene, spot: Spot) -> bool:
    """Does a word like "with", "for" or "selon" make the name no subject?"""
    first = _phrase_first(scene, spot)
    before = scene.view.match_before(first, "with_word", 3)
    return before is not None and before.entry.value in ("with", "by", "place") and scene.view.norm(before.first) != "cùng"


def _is_aside(scene: Scene, spot: Spot) -> bool:
    """Does the name stand alone in brackets: the short form of the name before it, or a news agency?"""
    return scene.view.norm(spot.first - 1) == "(" and scene.view.norm(spot.end) == ")"


def _is_genitive(scene: Scene, spot: Spot) -> bool:
    """Is it only a part of another name: "the report of the Ministry", "chuyến thăm của Thủ tướng"?"""
    return scene.view.has(_phrase_first(scene, spot) - 1, "of_word")


def _phrase_first(scene: Scene, spot: Spot) -> int:
    """The first token of a name with its title and article."""
    first = spot.first
    span = spot.name.role_span
    if span and span[0] < spot.name.start:
        while first > scene.view.first and scene.view.tokens[first - 1].start >= span[0]:
            first -= 1
    while scene.view.match_before(first, "honorific", 3):
        found = scene.view.match_before(first, "honorific", 3)
        first = found.first if found else first
    return first - scene.view.has(first - 1, "article")


def actors_after(scene: Scene, i: int, end: int, *, reach: int = _NEAR) -> list[Spot]:
    """Actors after token `i`, with those joined to the first by commas and "and"."""
    out: list[Spot] = []
    at = i
    for spot in scene.spots(i, end, ACTORS):
        if scene.in_role(spot) or _is_aside(scene, spot):
            continue
        if _phrase_first(scene, spot) - at > (reach if not out else 6) or (out and not _is_list(scene, at, spot)):
            break
        out.append(spot)
        at = spot.end
    return out


def _is_list(scene: Scene, at: int, spot: Spot) -> bool:
    first = _phrase_first(scene, spot)
    between = range(at, first)
    return all(scene.view.has(k, "joiner") or any(s.first <= k < s.end for s in scene.names) for k in between) or _in_titles(scene, at, first)


def _in_titles(scene: Scene, at: int, first: int) -> bool:
    """Only the title of the name before stands between the two."""
    spans = list(scene.roles())
    tokens = scene.view.tokens
    return all(scene.view.has(k, "joiner") or any(a <= tokens[k].start < b for a, b in spans) for k in range(at, first))


def with_actors(scene: Scene, i: int, end: int, value: str) -> list[Spot]:
    """Actors behind the first "with" ("by", "between") after token `i`."""
    k = i - 1
    while (k := k + 1) < end:
        link = scene.view.match(k, "with_word")
        if link is None:
            continue
        k = link.last
        if link.entry.value == value:
            found = actors_after(scene, link.end, end, reach=6)
            if found:
                return found
    return []


def owner_after(scene: Scene, i: int, end: int) -> list[Spot]:
    """Whose event it is: "une réunion du Conseil …", "the visit of President …"; the name stands right behind "of"."""
    if not scene.view.has(i, "of_word"):
        return []
    return [s for s in actors_after(scene, i + 1, end, reach=8)[:1] if _phrase_first(scene, s) - i <= 3]


def places(scene: Scene, first: int, end: int) -> list[tuple[Spot, bool]]:
    """Places inside the tokens behind a word of place, with the rest of their list; True marks a relay venue."""
    out: list[tuple[Spot, bool]] = []
    for spot in scene.spots(first, end, PLACES):
        if scene.in_role(spot):
            continue
        remote = _is_remote(scene, spot)
        if remote or _is_led(scene, spot.first) or (out and _is_list(scene, out[-1][0].end, spot)):
            out.append((spot, remote))
    return out


def _is_led(scene: Scene, i: int) -> bool:
    """Does a word of place stand before token `i`, an article or "the town of" between them left out?"""
    view = scene.view
    head = view.match_before(i, "place_head", 4)
    at = head.first if head else i
    starts = (at, at - 1) if view.has(at - 1, "article") or view.has(at - 1, "place_article") else (at,)
    return any((link := view.match_before(k, "with_word", 3)) is not None and link.entry.value == "place" for k in starts)


def _is_remote(scene: Scene, spot: Spot) -> bool:
    view = scene.view
    return view.match(spot.end, "remote_after") is not None or view.match_before(spot.first, "remote_before", 4) is not None


def listed_places(scene: Scene, i: int, end: int) -> list[tuple[Spot, bool]]:
    """The list of places that begins right behind token `i` ("visited China, Laos and Cambodia")."""
    out: list[tuple[Spot, bool]] = []
    at = i
    for spot in scene.spots(i, end, PLACES):
        if spot.first - at > 4 or not _is_list(scene, at, spot):
            break
        out.append((spot, False))
        at = spot.end
    return out


def pick_date(scene: Scene, trigger: tuple[int, int], first: int, end: int) -> DateSpot | None:
    """The date of a trigger: one that opens the clause, else the nearest; days before months, years only when they are near.

    A year in a phrase of purpose ("to review 2024", "tasks for 2025") is no date of the event.
    """
    found = [
        d
        for d in scene.dates_in(first, end)
        if d.mention.rule != "date.now"
        and not d.is_span
        and not _is_dateline(scene, d)
        and not _is_limit(scene, d)
        and not _is_of_saying(scene, d, trigger)
    ]
    opening = next((d for d in found if d.first - first <= _OPENING and d.end <= trigger[0] and not d.is_year), None)
    if opening:
        return opening
    days = [d for d in found if d.is_day] or [d for d in found if not d.is_year]
    if days:
        return min(days, key=lambda d: _distance(d, trigger))
    years = [d for d in found if d.end <= trigger[0] or (d.first - trigger[1] <= _NEAR and scene.view.has(d.first - 1, "in_word"))]
    return years[-1] if years else None


def _is_of_saying(scene: Scene, date: DateSpot, trigger: tuple[int, int]) -> bool:
    """Does it say when something was said: "…, the ministry said on Friday", "Bộ Y tế ngày 23/10 thông báo …"?

    A date before a verb of saying is that of the verb, not of what is told behind it.
    """
    view = scene.view
    if any(view.match(k, "report_verb") for k in range(date.end, trigger[0])) or (
        date.first > trigger[1] and view.has(date.first - 1, "issued_word")
    ):
        return True
    before = (view.match_before(k, "report_verb", 4) for k in (date.first, date.first - 1))
    if any(verb is not None and (verb.end <= trigger[0] or verb.first > trigger[1]) for verb in before):
        return True
    if not trigger[0] <= date.end < trigger[1] and view.match(date.end, "report_verb"):
        return any(0 <= date.first - s.end <= _TO_DATE for s in scene.names if s.name.kind in ACTORS)
    return False


def _is_limit(scene: Scene, date: DateSpot) -> bool:
    """Does it say until when something was counted: "đến sáng 16/9", "jusqu'au 3 mai"?"""
    view = scene.view
    at = date.first
    while view.match(at - 1, "day_marker") and not view.has(at - 1, "until_word"):
        at -= 1
    return view.has(at - 1, "until_word")


def _is_dateline(scene: Scene, date: DateSpot) -> bool:
    """A date at the head behind a place, "LAGOS, March 2 - Gunmen …", "Nairobi, May 23 Heavy rains …": when it was written."""
    view = scene.view
    if date.end - view.first > _HEAD or view.norm(date.first - 1) not in (",", "("):
        return False
    return view.norm(date.end) in _DASHES or (view.norm(date.end) not in (",", ")") and view.is_capital(view.first) and view.is_capital(date.end))


def _distance(date: DateSpot, trigger: tuple[int, int]) -> int:
    return date.first - trigger[1] if date.first >= trigger[1] else trigger[0] - date.end


def is_at_event(scene: Scene, trigger: int) -> bool:
    """Does the sentence open with a plain mention of an event told before: "At the meeting, …", "Tại kỳ họp, …"?"""
    view = scene.view
    return any(view.match(k, "event_short") for k in range(view.first, min(view.first + _OPENING, trigger)))


def mode(scene: Scene, first: int, end: int) -> Attendance | None:
    """How it was held, when words between the tokens say so."""
    found = None
    for k in range(first, end):
        match = scene.view.match(k, "online_word")
        if match:
            value = _MODES[str(match.entry.value)]
            found = value if found is None or value == Attendance.MIXED else found
    return found


def parts(spots: list[Spot], part: Part) -> list[tuple[Spot, Part]]:
    """The same part for all."""
    return [(spot, part) for spot in spots]
