"""Events named by a noun: a conference that is chaired or held, a visit to a place, talks on a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from postil.domain.event import EventType, Part
from postil.suggest.events import slots
from postil.suggest.events.draft import Draft
from postil.suggest.events.phrases import is_aim, is_blocked, is_counted, is_few, noun_span, phrase_start, title_end
from postil.suggest.events.scene import ACTORS, PLACES, Scene, Spot
from postil.suggest.lexicon import Match

_REACH: Final = 14
"""So many tokens a verb may stand before its event noun."""
_CLOSE: Final = 5
_DONE: Final = frozenset({EventType.VISIT, EventType.STATEMENT, EventType.MEETING})
"""What one "makes", "pays" or "gives"."""
_STRUCK: Final = frozenset({EventType.DISASTER, EventType.CONFLICT})
"""What happens to people: its month alone makes it an event of its own."""
_STATEMENTS: Final = frozenset({EventType.STATEMENT})


def noun_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for each event noun of the sentence that could be a happening."""
    matches = scene.view.find("event_noun")
    for rank, match in enumerate(matches):
        spot = scene.spot_at(match.first)
        is_inside = spot is not None and not (spot.first == match.first and spot.name.kind == "body")
        is_prefix = scene.view.norm(match.end) == "-" and scene.view.gap(match.end) == 0
        if is_inside or is_prefix or _is_title_word(scene, match) or in_compound(scene, match):
            continue
        left = matches[rank - 1].end if rank else scene.view.first
        right = matches[rank + 1].first if rank + 1 < len(matches) else scene.view.last
        draft = _draft(scene, match, left, right)
        if draft:
            yield draft


def _is_title_word(scene: Scene, match: Match) -> bool:
    start = scene.view.tokens[match.first].start
    return any(a <= start < b for a, b in scene.roles())


def in_compound(scene: Scene, match: Match) -> bool:
    """Is the word only a part of another one: "salle de conférence", "conference room"?"""
    found = (scene.view.match(k, "event_compound") for k in range(max(scene.view.first, match.first - 4), match.first + 1))
    return any(compound and compound.first <= match.first and match.end <= compound.end for compound in found)


def _draft(scene: Scene, match: Match, left: int, right: int) -> Draft | None:
    kind = EventType(str(match.entry.value))
    head = phrase_start(scene, match.first)
    is_short = _is_short(scene, match)
    first, end = scene.clause(match.first)
    active = _verb_before(scene, head, max(first, left - 1), kind)
    if is_counted(scene, head, match.first) and not (active and kind not in _STRUCK and is_few(scene, head, match.first)):
        return None
    passive = _verb_after(scene, match.end, min(end, right))
    if is_blocked(scene, active.first if active else head, match.first, is_listed=_has_list(scene, match.end, end)):
        return None
    if not active and not passive and is_aim(scene, head):
        return None
    date = slots.pick_date(scene, (match.first, match.end), first, end)
    draft = Draft(kind, f"event.{kind.value}.noun", scene, (first, end), (match.first, match.end), 0, date=date, word=scene.view.norm(match.end - 1))
    _fill(draft, active, match, left, right)
    draft.is_short = is_short and not (kind == EventType.VISIT and draft.places)
    draft.is_held = passive is not None and not draft.is_short
    if kind in _STATEMENTS and draft.people:
        draft.speaker = draft.people[0][0]
    is_body = scene.view.match(match.first, "body_head") is not None and kind == EventType.MEETING
    if not active and (kind in _STATEMENTS or (is_body and not passive)):
        return None
    draft.title = (head - scene.view.has(head - 1, "article"), head)
    draft.score += _score(draft, active, passive)
    if not active and not passive:
        draft.span = noun_span(draft, head, match.end)
    draft.title = draft.span if kind == EventType.VISIT and not active and not passive else (match.first, title_end(scene, match.end, end))
    draft.mode = slots.mode(scene, match.first, min(end, match.end + 6))
    return draft


def _is_short(scene: Scene, match: Match) -> bool:
    """A plain mention of an event named before: "the conference", and nothing that names it behind."""
    view = scene.view
    for first in (match.first - 1, match.first):
        short = view.match(first, "event_short") if first >= view.first else None
        if short and short.end == match.end:
            return _closes(scene, match.end)
    return False


def _closes(scene: Scene, i: int) -> bool:
    """Does the noun phrase end before token `i`: at a sign, a verb, a date or a word of place?"""
    view = scene.view
    if not view.is_word(i) or any(d.first == i for d in scene.dates):
        return True
    if any(view.match(i, table) for table in ("passive_verb", "light_verb", "event_verb", "report_verb", "future_word")):
        return True
    link = view.match(i, "with_word")
    return (link is not None and link.entry.value == "place") or view.has(i, "after_short")


def _verb_before(scene: Scene, head: int, floor: int, kind: EventType) -> Match | None:
    """The verb whose object the noun is; nothing but the noun's own words between them."""
    view = scene.view
    for k in range(head - 1, max(floor, head - _REACH) - 1, -1):
        verb = view.match(k, "light_verb")
        if verb and verb.end <= head:
            if str(verb.entry.value) in ("visitor", "speaker") and (head - verb.end > 3 or kind not in _DONE):
                return None
            return verb if all(not view.match(j, "event_verb") for j in range(verb.end, head)) else None
        if (
            view.norm(k) in (";", ":")
            or view.match(k, "report_verb")
            or (view.norm(k) == "," and head - k > 1 and view.language == "en" and head - k > 6)
        ):
            return None
    return None


def _verb_after(scene: Scene, start: int, end: int) -> Match | None:
    """ "was held", "aura lieu", "diễn ra" behind the noun, before another event noun."""
    for k in range(start, end):
        verb = scene.view.match(k, "passive_verb")
        if verb and verb.end <= end:
            return verb
    return None


def _has_list(scene: Scene, start: int, end: int) -> bool:
    return len(slots.places(scene, start, min(end, start + 24))) >= 1


def _fill(draft: Draft, active: Match | None, match: Match, left: int, right: int) -> None:
    scene = draft.scene
    first, end = draft.span
    floor = max(first, left) if active is None or active.first >= left else first
    subject = slots.actors_before(scene, active.first if active else match.first, floor if active and active.first >= left else first)
    by = slots.with_actors(scene, match.end, min(end, right, match.end + _REACH), "by")
    if active:
        part = Part(str(active.entry.value))
        part = own_part(draft.type, part)
        draft.people += slots.parts(subject, part)
        draft.score += 2
    elif draft.type == EventType.VISIT and _is_errand(scene, match.first):
        draft.people += slots.parts(subject, Part.VISITOR)
        draft.places = slots.places(scene, first, match.first)
        draft.score += bool(draft.people and draft.places)
    elif draft.type in (EventType.VISIT, EventType.MEETING, EventType.SIGNING):
        owner = _owner(scene, match.first, first)
        draft.people += slots.parts(
            owner or (subject if draft.type == EventType.MEETING else []), Part.VISITOR if draft.type == EventType.VISIT else Part.ATTENDEE
        )
    draft.people += slots.parts([s for s in by if s not in [p for p, _ in draft.people]], _BY.get(draft.type, Part.HOST))
    of = slots.owner_after(scene, match.end, min(end, right))
    draft.people += slots.parts([s for s in of if s not in [p for p, _ in draft.people]], _BY.get(draft.type, Part.HOST))
    with_whom = [s for value in ("with", "between") for s in slots.with_actors(scene, match.end, min(end, right), value)]
    draft.people += slots.parts([s for s in with_whom if s not in [p for p, _ in draft.people]], Part.ATTENDEE)
    draft.places = slots.places(scene, match.end, min(end, right)) or draft.places
    if draft.type == EventType.VISIT:
        draft.places = draft.places or slots.listed_places(scene, match.end, min(end, right))
    if not draft.places and draft.type in (EventType.DISASTER, EventType.CONFLICT):
        draft.places = [(spot, False) for spot in scene.spots(match.end, end, PLACES) if not scene.in_role(spot)]
    if not draft.places and draft.date and draft.date.first < match.first:
        draft.places = slots.places(scene, first, match.first)


def _is_errand(scene: Scene, noun: int) -> bool:
    """Is the visit what somebody is at a place for: "is in Uganda for a two-day visit", "arrived in Paris on an official visit"?"""
    view = scene.view
    head = phrase_start(scene, noun)
    return any(view.has(k, "errand_word") for k in range(max(view.first, head - 2), head))


def own_part(kind: EventType, part: Part) -> Part:
    """The part of the subject in an event of this kind: who "has" or "makes" a visit is its visitor, a speech its speaker."""
    if kind == EventType.STATEMENT:
        return Part.SPEAKER
    if kind == EventType.VISIT:
        return part if part == Part.HOST else Part.VISITOR
    return Part.ATTENDEE if part in (Part.VISITOR, Part.SPEAKER) else part


_BY: Final = {EventType.VISIT: Part.VISITOR, EventType.SIGNING: Part.ATTENDEE}
"""The part of whom "by" names; else the host."""


def _owner(scene: Scene, noun: int, first: int) -> list[Spot]:
    """The possessor of an event: "the PM's visits", "French PM Edouard Philippe's visit"."""
    for spot in reversed(scene.spots(first, noun, ACTORS)):
        if scene.view.norm(spot.end) == "'s" and noun - spot.end <= 4:
            return [spot]
    return []


def _score(draft: Draft, active: Match | None, passive: Match | None) -> int:
    scene = draft.scene
    score = 2 if passive else 0
    score += draft.type == EventType.SIGNING and active is not None
    score += draft.date is not None and not draft.date.is_year and scene.view.match_before(draft.title[0], "at_word", 4) is not None
    score += draft.type == EventType.OTHER
    score += draft.type in _STRUCK and draft.date is not None and not draft.date.is_year and 0 <= draft.date.first - draft.trigger[1] <= _CLOSE
    score += draft.type == EventType.CONFERENCE and scene.view.is_capital(draft.trigger[0] - 1)
    if draft.date:
        score += 1 if draft.date.is_year else 2
    score += bool(draft.people) or (draft.type == EventType.MEETING and active is not None and _is_pair(scene, active.first))
    score += min(len(draft.places), 2) if draft.type == EventType.VISIT else bool(draft.places)
    score += scene.is_lead and bool(active or passive or draft.people)
    return score


def _is_pair(scene: Scene, verb: int) -> bool:
    """Are those who meet named as a pair before the verb: "the two presidents held talks"?"""
    found = (scene.view.match(k, "pronoun") for k in range(max(scene.view.first, verb - _REACH), verb))
    return any(pair is not None and pair.entry.value == "they" and pair.end - pair.first > 1 for pair in found)
