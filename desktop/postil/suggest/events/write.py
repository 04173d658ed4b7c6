"""From groups of mentions to suggestions: title, dates, places, participants, evidence, confidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from postil.domain.annotation import Kind, Suggestion
from postil.domain.event import Attendance, Event, EventType, Part, Participant, Place
from postil.domain.selector import Evidence, Role, quote
from postil.suggest.doc import Doc
from postil.suggest.events import slots
from postil.suggest.events.cast import Cast
from postil.suggest.events.draft import Draft
from postil.suggest.events.merge import Group
from postil.suggest.events.nouns import own_part
from postil.suggest.events.scene import Scene
from postil.suggest.names.words import View
from postil.suggest.text.markup import wording

_TITLE: Final = 110
_MENTIONS: Final = 8
_ORDER: Final = {part: rank for rank, part in enumerate((Part.CHAIR, Part.HOST, Part.SPEAKER, Part.SIGNATORY, Part.VISITOR, Part.ATTENDEE))}


def attendance(told: Sequence[Scene], main: Group, cast: Cast) -> None:
    """Add to the main gathering who is listed as present, and the relay venues named with them."""
    best = main.best
    _roles_at(told, main, cast)
    for scene in told:
        if scene.is_title or scene is best.scene or abs(scene.index - best.scene.index) > _MENTIONS:
            continue
        match = next(iter(scene.view.find("attend_list")), None)
        if match is None:
            continue
        end = scene.view.last
        first, _ = scene.clause(match.first)
        before = slots.actors_before(scene, match.first, first) if match.first - scene.view.first > 3 else []
        people = before or [s for s in slots.actors_after(scene, match.end, end, reach=14) if s.name.kind == "person"]
        where = slots.places(scene, match.first, end)
        if people or where:
            draft = Draft(main.type, best.rule, scene, scene.clause(match.first), (match.first, match.end), 1)
            draft.people = slots.parts(people, Part.ATTENDEE)
            draft.places = where
            main.add(draft, cast)


def _roles_at(told: Sequence[Scene], main: Group, cast: Cast) -> None:
    """Who plays a part in it under another word: "Deputy Minister Nam chaired the event"."""
    for scene in told:
        for match in scene.view.find("light_verb"):
            short = scene.view.match(match.end, "event_short")
            if short is None or scene.view.match(short.last, "event_noun"):
                continue
            span = scene.clause(match.first)
            people = slots.actors_before(scene, match.first, span[0])
            if people:
                draft = Draft(main.type, main.best.rule, scene, span, (match.first, short.end), 1)
                draft.people = slots.parts(people, own_part(main.type, Part(str(match.entry.value))))
                main.add(draft, cast)


def write(doc: Doc, groups: Sequence[Group], cast: Cast, main: Group | None = None) -> list[Suggestion]:
    """One suggestion for each group, in the order of their first evidence."""
    made = [_suggestion(doc, known, cast, main) for known in groups]
    made.sort(key=lambda s: (s.evidence[0].start, s.evidence[0].end))
    return [_keyed(suggestion, rank) for rank, suggestion in enumerate(made)]


def _keyed(suggestion: Suggestion, rank: int) -> Suggestion:
    return Suggestion(suggestion.kind, suggestion.body, suggestion.evidence, suggestion.rule, suggestion.confidence, f"event{rank}")


def _suggestion(doc: Doc, known: Group, cast: Cast, main: Group | None) -> Suggestion:
    best = known.best
    when, dated, inferred = _time(known, main)
    start, end = _ends(when)
    flags = tuple(name for name, value in (("start", start), ("end", end)) if value and inferred)
    event = Event(
        type=known.type,
        title=_title(doc, best),
        start=start,
        end=end,
        places=_places(known),
        participants=_participants(known, cast),
        attendance_mode=_mode(known),
        inferred=flags,
    )
    evidence = tuple(_evidence(doc, known, best, dated))
    confidence = min(950, 350 + 75 * best.score + 25 * (len(known.drafts) > 1))
    return Suggestion(Kind.EVENT, event, evidence, best.rule, confidence)


def _time(known: Group, main: Group | None) -> tuple[str, Draft | None, bool]:
    """EDTF, the mention it comes from, and whether parts of it are inferred; a speech has the day of its gathering."""
    ordered = known.dated()
    if ordered and ordered[0].date:
        mention = ordered[0].date.mention
        return ("" if "X" in mention.edtf else mention.edtf), ordered[0], bool(mention.inferred)
    is_there = (
        known.type == EventType.STATEMENT and main is not None and (any(d.is_occasion for d in known.drafts) or bool(known.people & main.people))
    )
    if main and main is not known and is_there:
        return _time(main, None)[0], None, True
    if main and main is not known and _is_at(known.best):
        return _time(main, None)[0], None, True
    return "", None, False


def _is_they(view: View, k: int) -> bool:
    found = view.match(k, "pronoun")
    return found is not None and found.entry.value == "they"


def _is_at(best: Draft) -> bool:
    """Does its sentence point to the main event: "At the event, …", "Tại buổi lễ, …", "They also signed …"?"""
    view = best.scene.view
    if best.type == EventType.SIGNING and any(_is_they(view, k) for k in range(max(view.first, best.trigger[0] - 4), best.trigger[0])):
        return True
    if slots.is_at_event(best.scene, best.trigger[0]):
        return True
    near = range(max(view.first, best.trigger[0] - 8), min(view.last, best.trigger[1] + 6))
    return view.match(view.first, "occasion_word") is not None or any(view.match(k, "occasion_word") for k in near)


def _ends(when: str) -> tuple[str, str]:
    left, slash, right = when.partition("/")
    if not slash:
        return when, when
    return ("" if left == ".." else left), ("" if right == ".." else right)


def _title(doc: Doc, best: Draft) -> str:
    """The article's words: the noun phrase or clause, cut at a word."""
    first, end = best.title if best.title[1] > best.title[0] else best.span
    text = " ".join(wording(doc.source.text[doc.tokens[first].start : doc.tokens[end - 1].end]).split())
    if len(text) <= _TITLE:
        return text
    return text[:_TITLE].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def _places(known: Group) -> tuple[Place, ...]:
    out: dict[str, Place] = {}
    for draft in sorted(known.drafts, key=lambda d: (d is not known.best, d.scene.index)):
        for spot, remote in draft.places:
            key = spot.name.code if spot.name.kind == "country" else spot.name.text
            if key not in out:
                out[key] = Place(spot.name.text, spot.name.code, remote)
    return tuple(out.values())


def _participants(known: Group, cast: Cast) -> tuple[Participant, ...]:
    """Each actor once, with the weightiest part it plays in any mention."""
    parts: dict[str, Part] = {}
    shown: dict[str, Participant] = {}
    for draft in known.drafts:
        for spot, part in draft.people:
            actor = cast.actor(spot.name)
            if part != Part.SPEAKER and spot.name.kind == "role" and actor.name == spot.name.text:
                continue
            if actor.key in parts and _ORDER[parts[actor.key]] <= _ORDER[part]:
                continue
            parts[actor.key] = part
            shown[actor.key] = Participant(actor.name, part, actor.role, actor.country)
    return tuple(shown.values())


def _mode(known: Group) -> Attendance | None:
    modes = [d.mode for d in known.drafts if d.mode]
    return Attendance.MIXED if Attendance.MIXED in modes else (modes[0] if modes else None)


def _evidence(doc: Doc, known: Group, best: Draft, dated: Draft | None) -> Iterator[Evidence]:
    """The trigger, further mentions, the date, places and actors; every span once."""
    seen: set[tuple[int, int, Role]] = set()
    for start, end, role in _spans(doc, known, best, dated):
        if (start, end, role) not in seen and start < end:
            seen.add((start, end, role))
            yield quote(doc.source.text, start, end, role)


def _spans(doc: Doc, known: Group, best: Draft, dated: Draft | None) -> Iterator[tuple[int, int, Role]]:
    yield (*_chars(doc, best.span), Role.TRIGGER)
    others = [d for d in sorted(known.drafts, key=lambda d: d.scene.index) if d is not best]
    for draft in others[:_MENTIONS]:
        if _chars(doc, draft.span) != _chars(doc, best.span):
            yield (*_chars(doc, draft.span), Role.WHOLE)
    if dated and dated.date:
        yield dated.date.mention.start, dated.date.mention.end, Role.PERIOD
    for draft in (best, *others[:_MENTIONS]):
        for spot, _remote in draft.places:
            yield spot.name.start, spot.name.end, Role.PLACE
        for actor, _part in draft.people:
            yield actor.name.start, actor.name.end, Role.ACTOR


def _chars(doc: Doc, span: tuple[int, int]) -> tuple[int, int]:
    return doc.tokens[span[0]].start, doc.tokens[max(span[0], span[1] - 1)].end
