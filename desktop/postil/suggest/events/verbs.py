"""Events named by a verb: visited, met, signed, inaugurated, published, struck, resigned."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from postil.domain.event import EventType, Part
from postil.suggest.events import slots
from postil.suggest.events.draft import Draft
from postil.suggest.events.phrases import is_blocked, is_counted
from postil.suggest.events.scene import PLACES, Scene, Spot
from postil.suggest.lexicon import Match

_OBJECT: Final = 12
"""An object is looked for in so many tokens behind the verb."""
_OPENER: Final = 5
_DEADLY: Final = frozenset({EventType.DISASTER.value, EventType.CONFLICT.value})
_CAPITAL: Final = 3
"""A capital that stands for its state opens the clause, so many tokens before the verb."""
_SUBJECT: Final = 12
"""A report or a delegation as the subject stands in so many tokens before the verb."""
_ARRIVAL: Final = 2
_GROUP: Final = 4
"""People without names as the subject stand in so many tokens before the verb."""
_PLACED: Final = frozenset({EventType.VISIT, EventType.MEETING, EventType.SIGNING, EventType.CEREMONY})
"""Kinds whose place may stand at the end of a long clause."""
_PEOPLE: Final = frozenset({"person", "role"})


def verb_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for each event verb of the sentence whose needs are met."""
    for match in scene.view.find("event_verb"):
        if scene.is_named(match.first) or is_blocked(scene, match.first) or _is_infinitive(scene, match) or _is_circumstance(scene, match):
            continue
        draft = _draft(scene, match)
        if draft:
            yield draft


def _countries(scene: Scene, match: Match, first: int) -> list[Spot]:
    """Countries as the subject: they open the clause, or follow a date or a comma, right before the verb."""
    kinds = frozenset({"country", "place"}) if match.first - first <= _CAPITAL else frozenset({"country"})
    found = [s for s in scene.spots(first, match.first, kinds) if not scene.in_role(s)]
    if not found or match.first - found[-1].end > 1:
        return []
    opening = found[0].first
    is_free = opening == first or scene.view.norm(opening - 1) in (",", "as") or scene.view.has(opening - 1, "article")
    return found if is_free and all(b.first - a.end <= 3 for a, b in pairwise(found)) else []


def _is_infinitive(scene: Scene, match: Match) -> bool:
    """English "to sign" names no event by itself; "is set to unveil", "is to visit" do."""
    view = scene.view
    if view.language != "en" or view.norm(match.first - 1) != "to" or view.norm(match.first) == "to":
        return False
    return view.match_before(match.first, "future_word", 3) is None


def _is_circumstance(scene: Scene, match: Match) -> bool:
    """Does the verb only say when something else happened ("a year after he was elected"), or whom another event cost the life?"""
    if str(match.entry.value) != EventType.OTHER.value:
        return False
    view = scene.view
    if view.match(match.first, "casualty_verb") and any(str(noun.entry.value) in _DEADLY for noun in view.find("event_noun")):
        return True
    about = any(view.has(k, "relative_word") for k in range(max(view.first, match.first - 2), match.first))
    opened = about or any(view.match(k, "circumstance_word") for k in range(max(view.first, match.first - _OPENER), match.first))
    stop = next((k for k in range(match.end, view.last) if view.norm(k) == ","), view.last)
    return opened and not any(0 <= d.first - match.end <= _OPENER and d.first < stop for d in scene.dates)


def _draft(scene: Scene, match: Match) -> Draft | None:
    entry = match.entry
    kind = EventType(str(entry.value))
    first, end = scene.clause(match.first)
    subject = slots.actors_before(scene, match.first, first) or _countries(scene, match, first)
    if kind == EventType.VISIT and scene.view.norm(match.first) == "en":
        subject = subject[-1:]
    draft = Draft(kind, f"event.{kind.value}.verb", scene, (first, end), (match.first, match.end), 0, word=scene.view.norm(match.first))
    draft.date = slots.pick_date(scene, draft.trigger, first, end)
    if not NEEDS[str(entry.get("needs", "actor"))](draft, match, subject):
        return None
    part = Part(str(entry.get("part", Part.ATTENDEE.value)))
    if scene.view.match(match.first, "host_verb"):
        part, draft.people = Part.HOST, [(spot, Part.VISITOR) for spot, _ in draft.people]
    if scene.view.match(match.first, "arrival") and not subject and not _is_they(scene, match.first) and not _is_delegation(scene, match.first):
        draft.type = EventType.OTHER
    draft.people = slots.parts(subject, part) + [p for p in draft.people if p[0] not in subject]
    far = end if kind in _PLACED else min(end, match.end + _OBJECT)
    draft.places = draft.places or slots.places(scene, match.end, far)
    if not draft.places and draft.date:
        draft.places = slots.places(scene, first, match.first)
    draft.score += 2 + _score(draft) + (kind == EventType.OTHER and slots.is_at_event(scene, match.first))
    draft.floor = 4 if draft.type == EventType.OTHER else 3
    begin = subject[0].first if subject and subject[0].first >= first else match.first
    draft.title = (begin, min(end, match.end + 16))
    draft.mode = slots.mode(scene, match.first, min(end, match.end + _OBJECT))
    draft.speaker = subject[0] if subject and draft.type == EventType.STATEMENT else None
    return draft


def _score(draft: Draft) -> int:
    score = bool(draft.people) + draft.scene.is_lead
    if draft.date:
        score += 1 if draft.date.is_year else 2
    if draft.type == EventType.VISIT:
        score += min(len(draft.places), 2)
    elif draft.places:
        score += 1
    return score + (draft.scene.view.match(draft.scene.view.first, "news_marker") is not None)


def _needs_place(draft: Draft, match: Match, subject: list[Spot]) -> bool:
    """A named place behind the verb, or for a visitor with a name one that was named before ("the area")."""
    scene, end = draft.scene, draft.span[1]
    draft.places = slots.listed_places(scene, match.end, min(end, match.end + 40)) or slots.places(scene, match.end, min(end, match.end + _OBJECT))
    if draft.type != EventType.VISIT:
        draft.places = draft.places or slots.places(scene, *draft.span)
        return bool(draft.places) or bool(scene.spots(*draft.span, PLACES))
    near = range(match.end, min(end, match.end + 4))
    generic = any(scene.view.match(k, "generic_place") or scene.view.match(k, "group_noun") for k in near)
    bodies = [s for s in slots.actors_after(scene, match.end, end, reach=4) if s.name.kind == "body"]
    is_visitor = any(s.name.kind in _PEOPLE for s in subject) or _is_delegation(scene, match.first)
    return bool(draft.places) or (bool(generic or bodies) and is_visitor)


def _needs_two(draft: Draft, match: Match, subject: list[Spot]) -> bool:
    """Somebody who meets and somebody who is met; or a body that meets on a day at a place."""
    scene, end = draft.scene, draft.span[1]
    met = [s for s in slots.actors_after(scene, match.end, end, reach=14) if s.name.kind in _PEOPLE or s.name.kind == "body"]
    met = met or slots.with_actors(scene, match.end, end, "with")
    met = met or [spot for spot, _ in slots.listed_places(scene, match.end, min(end, match.end + 4))][:1]
    if scene.view.match(match.first, "guest_verb"):
        is_host = bool(subject) and subject[0].name.kind in _PEOPLE
        met = [s for s in met if s.name.kind in _PEOPLE or (is_host and (s.name.kind != "body" or scene.view.match(s.first, "delegation")))]
    draft.people = slots.parts(met, Part.ATTENDEE)
    if not met and any(scene.view.match(k, "group_noun") for k in range(match.end, min(end, match.end + 4))):
        return any(s.name.kind in _PEOPLE for s in subject)
    if met and subject:
        return any(s.name.kind in _PEOPLE for s in [*met, *subject])
    if not met and not subject and _is_they(scene, match.first, 2):
        return draft.date is not None or bool(scene.spots(*draft.span, PLACES))
    if sum(s.name.kind in _PEOPLE for s in subject) > 1 and draft.date is not None and draft.date.is_day:
        return True
    return bool(subject and subject[0].name.kind == "body" and draft.date and draft.date.is_day and slots.places(scene, match.end, end))


def _needs_agreement(draft: Draft, match: Match, subject: list[Spot]) -> bool:
    """Something to sign, not a count of it, and somebody or some day."""
    scene = draft.scene
    first, end = draft.span
    for k in [*range(match.end, min(end, match.end + _OBJECT)), *range(match.first - 1, max(first, match.first - _OBJECT) - 1, -1)]:
        found = scene.view.match(k, "agreement")
        if not found:
            continue
        is_named = (len(subject) > 1 or any(s.name.kind in (*_PEOPLE, "body") for s in subject)) and k > match.first
        if not is_named and is_counted(scene, max(first if k < match.first else match.end, k - 3), k):
            return False
        is_by = scene.view.match(match.last, "with_word") is not None
        partners = slots.actors_after(scene, match.end, end, reach=6) if is_by else slots.with_actors(scene, match.end, end, "with")
        draft.people = slots.parts(partners, Part.SIGNATORY)
        return bool(subject or partners or (draft.date and not draft.date.is_year) or scene.is_lead)
    return False


def _needs_day(draft: Draft, match: Match, subject: list[Spot]) -> bool:
    """A day or month behind it: when a law came into force, a bridge was opened."""
    del match, subject
    return draft.date is not None and not draft.date.is_year


def _needs_document(draft: Draft, match: Match, subject: list[Spot]) -> bool:
    """Something to publish close behind the verb (or before a passive one), and who does it."""
    scene = draft.scene
    near = range(match.end, min(draft.span[1], match.end + 6))
    before = range(max(draft.span[0], match.first - 4), match.first)
    if any(scene.view.match(k, "proclamation") for k in (*near, *before)):
        draft.type = EventType.STATEMENT
    if any(scene.view.match(k, "document") for k in near):
        return bool(subject)
    if match.last > match.first and _needs_measure(draft, match, subject):
        draft.type = EventType.STATEMENT
        return True
    is_finite = scene.is_lead and (match.last > match.first or draft.type == EventType.STATEMENT)
    return any(scene.view.match(k, "document") for k in before) and (draft.date is not None or is_finite)


def _needs_actor(draft: Draft, match: Match, subject: list[Spot]) -> bool:
    """A named actor, or a country, in front of the verb; for a passive verb a day is enough."""
    view = draft.scene.view
    if subject or draft.date is None or draft.date.is_year:
        return bool(subject)
    if draft.type == EventType.CEREMONY:
        return True
    if not draft.date.is_day:
        return False
    if any(view.has(k, "passive_head") for k in range(match.first, match.end)):
        return True
    group = any(view.match(k, "group_noun") for k in range(max(view.first, match.first - _GROUP), match.first))
    return group or _is_they(draft.scene, match.first, 2)


def _is_delegation(scene: Scene, verb: int) -> bool:
    """Is it a delegation or a team that arrives?"""
    return any(scene.view.match(k, "delegation") for k in range(max(scene.view.first, verb - _SUBJECT), verb))


def _is_they(scene: Scene, verb: int, words: int = 1) -> bool:
    """Does a pronoun or a pair ("the two leaders") of at least so many words stand before the verb as its subject?"""
    pairs = (scene.view.match(k, "pronoun") for k in range(max(scene.view.first, verb - _OPENER), verb))
    return any(pair is not None and pair.end - pair.first >= words and (words == 1 or pair.entry.value == "they") for pair in pairs)


def _needs_report(draft: Draft, match: Match, subject: list[Spot]) -> bool:
    """A report as the subject, at the head of the article or dated: "the study found", "le rapport dresse"."""
    del subject
    scene = draft.scene
    if not (scene.is_lead or (draft.date is not None and draft.date.is_day)):
        return False
    return any(scene.view.match(k, "document") for k in range(max(draft.span[0], match.first - _SUBJECT), match.first))


def _needs_programme(draft: Draft, match: Match, subject: list[Spot]) -> bool:
    """Something that can be launched, close behind the verb, or before it with a date ("a campaign will be launched on …")."""
    if any(draft.scene.view.match(k, "programme") for k in range(match.end, min(draft.span[1], match.end + 6))):
        return bool(subject) or (draft.date is not None and draft.date.is_day)
    before = range(max(draft.span[0], match.first - 8), match.first)
    return draft.date is not None and any(draft.scene.view.match(k, "programme") for k in before)


def _needs_results(draft: Draft, match: Match, subject: list[Spot]) -> bool:
    """Results of a business close behind the verb ("reported a profit of …"), and who reports them."""
    near = range(match.end, min(draft.span[1], match.end + 6))
    return bool(subject) and any(draft.scene.view.match(k, "business_result") for k in near)


def _needs_measure(draft: Draft, match: Match, subject: list[Spot]) -> bool:
    """What an authority decides upon close behind the verb ("raised its key rate"), and the authority."""
    near = range(match.end, min(draft.span[1], match.end + 6))
    is_news = draft.scene.is_lead or (draft.date is not None and not draft.date.is_year)
    return bool(subject) and is_news and any(draft.scene.view.match(k, "policy_measure") for k in near)


def _needs_arrival(draft: Draft, match: Match, subject: list[Spot]) -> bool:
    """Somebody right before the verb and a place right behind it: "Thủ tướng … đến Vientiane chiều 8/10"."""
    scene, end = draft.scene, draft.span[1]
    draft.places = slots.listed_places(scene, match.end, min(end, match.end + _ARRIVAL))
    is_near = bool(subject) and subject[-1].name.kind in _PEOPLE and match.first - subject[-1].end <= _ARRIVAL
    is_named = bool(draft.places) and draft.places[0][0].first - match.end <= 1
    return is_near and (is_named or scene.view.match(match.end, "generic_place") is not None)


def _needs_session(draft: Draft, match: Match, subject: list[Spot]) -> bool:
    """A day, or somebody who sits: "Làm việc về … ngày 13/12, Bí thư …"."""
    del match
    return bool(subject) or (draft.date is not None and draft.date.is_day)


def _needs_date(draft: Draft, match: Match, subject: list[Spot]) -> bool:
    """A day: what was announced without one is told elsewhere."""
    del match, subject
    return draft.date is not None and draft.date.is_day


NEEDS: Final = {
    "place": _needs_place,
    "two": _needs_two,
    "agreement": _needs_agreement,
    "document": _needs_document,
    "actor": _needs_actor,
    "programme": _needs_programme,
    "dated": _needs_date,
    "measure": _needs_measure,
    "report": _needs_report,
    "happens": _needs_day,
    "results": _needs_results,
    "session": _needs_session,
    "arrival": _needs_arrival,
}
"""What must stand by an event verb, by the word of `needs` in its entry."""
