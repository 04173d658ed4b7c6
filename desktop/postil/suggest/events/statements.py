"""Statements: what an authority announces, asks or says, when it is an event of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from postil.domain.event import EventType, Part
from postil.suggest.events import slots
from postil.suggest.events.cast import Cast
from postil.suggest.events.draft import Draft
from postil.suggest.events.phrases import is_blocked
from postil.suggest.events.scene import ACTORS, Scene, Spot
from postil.suggest.lexicon import Match

_STRENGTH: Final = {"announce": 1, "call": 1, "say": 0}
_AFTER: Final = 10
_NEAR_DATE: Final = 5
_TOLD: Final = 4
_PLURAL: Final = 6
_CLAUSE: Final = 2
_HEAD: Final = 4
_NO_SETTING: Final = frozenset({"visit", "statement", "disaster", "conflict", "other", "publication", "interview"})
"""Kinds of events at which nobody speaks."""


def statement_drafts(scenes: Sequence[Scene], cast: Cast) -> Iterator[Draft]:
    """One draft for each reporting verb with an authority as its subject; pronouns are led back to the last speaker."""
    last: Spot | None = None
    for scene in scenes:
        if scene.is_title:
            continue
        occasion = _occasion(scene)
        earlier: list[Spot] = []
        for match in _outer(scene, [verb for verb in scene.view.find("report_verb") if not _is_noun(scene, verb)]):
            joined = bool(earlier) and scene.view.has(match.first - 1, "and_word")
            speakers = [] if scene.is_named(match.first) else earlier if joined else _speakers(scene, match, last)
            is_asked = _is_interview(scene, match)
            if (
                not speakers
                or _is_relative(scene, speakers[0], match)
                or not (is_asked or _has_a_say(scene, match, speakers[0], cast, occasion))
                or _is_crowd(scene, speakers[0])
            ):
                continue
            yield _draft(scene, match, speakers, occasion)
            last, occasion, earlier = speakers[0], None, speakers
        yield from _attributed(scene, cast)


def _attributed(scene: Scene, cast: Cast) -> Iterator[Draft]:
    """What is told "according to" an authority, when the day on which it said so stands by it."""
    view = scene.view
    for k in range(view.first, view.last):
        match = view.match(k, "attribution")
        speakers = slots.actors_after(scene, match.end, min(view.last, match.end + _AFTER), reach=_NEAR_DATE) if match else []
        if match is None or not speakers or not cast.has_role(speakers[0].name):
            continue
        end = speakers[-1].end
        day = next((d for d in scene.dates if d.is_day and 0 <= d.first - end <= 1), None)
        if day:
            span = scene.clause(k)
            draft = Draft(
                EventType.STATEMENT, "event.statement.report", scene, span, (match.first, match.end), 3, word="according", speaker=speakers[0]
            )
            draft.date, draft.is_plain, draft.people, draft.title = day, True, slots.parts(speakers, Part.SPEAKER), span
            yield draft


def _outer(scene: Scene, matches: list[Match]) -> list[Match]:
    """Only the last verb, when it closes the sentence as its attribution ("…, Mr Nam added."): the others are quoted."""
    if len(matches) < 2:
        return matches
    last = matches[-1]
    view = scene.view
    rest = [k for k in range(last.end, view.last) if view.is_word(k)]
    if not rest and any(view.norm(k) in (",", '"', "»") for k in range(max(view.first, last.first - 6), last.first)):
        return [last]
    return matches


def _occasion(scene: Scene) -> Match | None:
    """Words that open a speech, in the first part of the sentence or as its verb ("told parliament")."""
    view = scene.view
    found = view.find("speech_occasion")
    spoken = next((match for match in found if match.first - view.first <= _HEAD or match.end - match.first > 1), None)
    if spoken:
        return spoken
    named = next((noun for noun in view.find("event_noun") if _is_setting(scene, noun)), None)
    if named:
        return named
    opening = (short for k in range(view.first, view.first + _HEAD) if (short := _at_event(scene, k)) is not None)
    passing = (s for k in range(view.first, view.last) if (s := view.match(k, "event_short")) and view.norm(s.end) == "," and _is_during(scene, k))
    return next(opening, None) or next(passing, None) or _at_close(scene)


def _is_during(scene: Scene, k: int) -> bool:
    return scene.view.match_before(k, "during_word", 5) is not None and scene.view.norm(k) != scene.view.norm(scene.view.first)


def _is_setting(scene: Scene, noun: Match) -> bool:
    """Is the event noun where something is said: "…, during the loan signing ceremony, said", "at the flag-off event …, said"?"""
    view = scene.view
    if str(noun.entry.value) in _NO_SETTING:
        return False
    first = noun.first
    while first > view.first and noun.first - first < _HEAD and view.is_word(first - 1) and not view.match_before(first, "during_word", 5):
        first -= 1
    if not view.match_before(first, "during_word", 5):
        return False
    verb = next((m for m in view.find("report_verb") if m.first >= noun.end), None)
    return verb is not None and (view.norm(first - 2) == "," or first - view.first <= _HEAD or view.norm(verb.first - 1) == ",")


def _at_close(scene: Scene) -> Match | None:
    """ "…, the ambassador said during the ceremony.": a plain mention of an event closes the sentence."""
    view = scene.view
    stop = view.last - (view.last > view.first and not view.is_word(view.last - 1))
    short = view.match_before(stop, "event_short", 3)
    return short if short and view.match_before(short.first, "during_word", 2) else None


def _at_event(scene: Scene, k: int) -> Match | None:
    """ "Tại cuộc họp, …", "Lors de la réunion, …": a plain mention of an event at the head of the sentence, behind a word of place or time."""
    view = scene.view
    short = view.match(k, "event_short")
    if short is None or view.norm(short.end) != ",":
        return None
    return short if view.match_before(k, "at_word", 4) or view.match(view.first, "at_word") or short.first == view.first else None


def _speakers(scene: Scene, match: Match, last: Spot | None) -> list[Spot]:
    """The subject before the verb, or behind it where the verb follows what was said ("…", a déclaré X)."""
    view = scene.view
    first, end = scene.clause(match.first)
    behind = _inverted(scene, match, end)
    if behind:
        return behind
    pronoun = next((m for k in range(max(first, match.first - 4), match.first) if (m := view.match(k, "pronoun")) is not None), None)
    if pronoun and not scene.spots(pronoun.end, match.first, ACTORS):
        is_one = pronoun.entry.value == "he" and not view.is_capital(pronoun.end)
        return [spot] if is_one and (spot := last or scene.topic) else []
    subject = slots.actors_before(scene, match.first, first) or _country(scene, match, first)
    return [spot for spot in subject if not _is_cut_off(scene, spot, match.first)]


def _has_a_say(scene: Scene, match: Match, speaker: Spot, cast: Cast, occasion: Match | None) -> bool:
    """Does an authority speak, or does somebody with a full name announce something, or speak on an occasion?"""
    if cast.has_role(speaker.name):
        return True
    actor = cast.actor(speaker.name)
    is_told = occasion is not None or str(match.entry.value) == "announce"
    is_full = " " in actor.name or (occasion is not None and speaker.first > 0 and _is_addressed(scene, speaker))
    return is_told and speaker.name.kind == "person" and is_full and not actor.role


def _is_addressed(scene: Scene, speaker: Spot) -> bool:
    """Is the name told with a form of address ("Mme Kessler")?"""
    return speaker in scene.names and scene.view.match_before(speaker.first, "honorific", 3) is not None


def _is_noun(scene: Scene, match: Match) -> bool:
    """Is the Vietnamese word a noun: with a capital inside the sentence ("Quyết định số 218"), or in a clause of circumstance?"""
    view = scene.view
    if view.language != "vi":
        return False
    is_name = view.is_capital(match.first) and match.first > view.first and view.is_word(match.first - 1)
    return is_name or any(view.match(k, "circumstance_word") for k in range(max(view.first, match.first - _PLURAL), match.first))


def _is_crowd(scene: Scene, spot: Spot) -> bool:
    """Is it a plural of nobody in particular: "các Đại sứ", "lãnh đạo các Sở …"?"""
    before = range(spot.first - (1 if spot.name.kind == "role" else _PLURAL), spot.first)
    return spot.name.kind in ("role", "body") and spot in scene.names and any(scene.view.has(k, "plural_word") for k in before)


def _is_relative(scene: Scene, spot: Spot, match: Match) -> bool:
    """Does the verb only stand in a clause about the speaker ("The governor, who also congratulated …, called for")?"""
    return any(scene.view.has(k, "relative_word") for k in range(max(spot.end, match.first - _CLAUSE), match.first))


def _country(scene: Scene, match: Match, first: int) -> list[Spot]:
    """A country that announces or asks: its name stands directly before the verb."""
    if str(match.entry.value) == "say":
        return []
    kinds = frozenset({"country", "place"}) if match.first - first <= _CLAUSE else frozenset({"country"})
    return [s for s in scene.spots(first, match.first, kinds) if _is_beside(scene, s, match.first) and not scene.in_role(s)]


def _is_beside(scene: Scene, spot: Spot, verb: int) -> bool:
    """Does the name stand right before the verb, or only a date between them ("Trung Quốc hôm 3/4 tuyên bố")?"""
    return verb - spot.end <= 1 or any(0 <= d.first - spot.end <= 1 and 0 <= verb - d.end <= 1 for d in scene.dates)


def _inverted(scene: Scene, match: Match, end: int) -> list[Spot]:
    """The speakers behind the verb: after a quotation mark, or in French after a comma."""
    view = scene.view
    if view.language == "vi" or view.norm(match.first - 1) not in (",", '"', "»"):
        return []
    named = str(match.entry.value) == "call" and any(s.end == match.first - 1 and s.name.kind == "person" for s in scene.names)
    if named or (view.has(match.end, "that_word") and view.norm(match.end) != ","):
        return []
    behind = slots.actors_after(scene, match.end, end, reach=_AFTER)
    if behind and any(view.match(k, "document") or view.match(k, "proclamation") for k in range(match.end, behind[0].first)):
        return []
    if not behind or (view.language == "en" and (behind[0].name.kind == "body" or view.norm(match.first) in ("told", "tells"))):
        return []
    return behind


def _is_cut_off(scene: Scene, spot: Spot, verb: int) -> bool:
    """Does another finite verb stand between the name and the reporting verb, outside an apposition ("X, qui a voté contre, a annoncé")?"""
    view = scene.view
    if view.norm(spot.end) == "," and view.norm(verb - 1) == ",":
        return False
    acts = (found for k in range(spot.end, verb) for table in ("event_verb", "passive_verb") if (found := view.match(k, table)))
    return any(found.end <= verb for found in acts) or any(view.has(k, "purpose_word") for k in range(spot.end, verb))


def _draft(scene: Scene, match: Match, speakers: list[Spot], occasion: Match | None) -> Draft:
    view, speaker = scene.view, speakers[0]
    span = _span(scene, match)
    draft = Draft(EventType.STATEMENT, "event.statement.report", scene, span, (match.first, match.end), 1, word=view.norm(match.first))
    draft.speaker = speaker
    draft.is_occasion = occasion is not None
    draft.is_asked = str(match.entry.value) == "call" and scene.is_lead and speaker in scene.names and view.language != "en"
    draft.is_plain = occasion is None and (str(match.entry.value) != "announce" or _is_agent(scene, speaker))
    if _is_interview(scene, match):
        draft.type, draft.is_occasion, draft.is_plain = EventType.INTERVIEW, True, False
    draft.people = slots.parts(speakers, Part.SPEAKER)
    draft.score += _STRENGTH[str(match.entry.value)] + 2 * draft.is_occasion + scene.is_lead
    told = [d for d in scene.dates_in(*span) if not d.is_year and not d.is_span and d.mention.rule != "date.now"]
    is_act = str(match.entry.value) == "announce"
    told = [d for d in told if d.is_day or is_act or d.mention.rule == "date.relative" or abs(d.first - match.end) <= _NEAR_DATE]
    days = [d for d in told if _is_near(scene, d.first, d.end, match) or (occasion and d.end <= match.first)]
    if days:
        draft.date = min(days, key=lambda d: abs(d.first - match.first))
        draft.score += 2
    if is_blocked(scene, match.first):
        draft.score = 0
    draft.title = (speaker.first if speaker.first < match.first and speaker in scene.names else match.first, min(span[1], match.end + 14))
    draft.places = slots.places(scene, match.end, min(span[1], match.end + _AFTER)) if draft.date else []
    return draft


def _is_agent(scene: Scene, speaker: Spot) -> bool:
    """Is the speaker only who did it, in a Vietnamese passive: "đã được Chính phủ chấp thuận"?"""
    return scene.view.language == "vi" and scene.view.has(speaker.first - 1, "passive_head")


def _is_interview(scene: Scene, match: Match) -> bool:
    """Is somebody told it who interviews: "told the Telegraph", "a déclaré à RFI"?"""
    view = scene.view
    is_telling = view.has(match.last, "telling_word") or view.has(match.end, "telling_word")
    return is_telling and any(view.match(k, "media_outlet") and view.is_capital(k) for k in range(match.end, min(match.end + _TOLD, view.last)))


def _is_near(scene: Scene, first: int, end: int, match: Match) -> bool:
    """Does the date say when it was said: it opens the sentence, or stands right by the verb, before what was said?"""
    if first - scene.view.first <= 4 or 0 <= match.first - end <= 3 or match.first <= first < match.end:
        return True
    is_close = 0 <= first - match.end <= _NEAR_DATE
    closes = str(match.entry.value) == "announce" and first > match.end and end >= scene.clause(match.first)[1]
    return (is_close or closes) and all(not scene.view.has(k, "that_word") for k in range(match.end, first))


def _span(scene: Scene, match: Match) -> tuple[int, int]:
    """The sentence; up to its first colon or semicolon only when the verb stands behind that."""
    view = scene.view
    first, end = scene.clause(match.first)
    stop = view.last
    while stop > view.first + 1 and view.norm(stop - 1) in frozenset(".!?…"):
        stop -= 1
    semicolon = next((k for k in range(end, stop) if view.norm(k) == ";"), stop)
    return first, max(end, semicolon)
