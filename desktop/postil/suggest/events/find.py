"""The stage that suggests events: read every sentence, put mentions together, decide, and write suggestions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from postil.domain.annotation import Suggestion
from postil.domain.event import EventType
from postil.suggest.doc import Doc
from postil.suggest.events.cast import Cast, plain
from postil.suggest.events.draft import Draft
from postil.suggest.events.interview import interview
from postil.suggest.events.merge import GATHERINGS, Group, group
from postil.suggest.events.nouns import noun_drafts
from postil.suggest.events.scene import DateSpot, Scene, Spot, scenes
from postil.suggest.events.statements import statement_drafts
from postil.suggest.events.verbs import verb_drafts
from postil.suggest.events.write import attendance, write

_BACK: Final = 8
"""A visit borrows its year from at most so many sentences before it."""
_OPENING: Final = 10
"""A phrase of time at the head of a sentence has so many words."""
_PLAIN: Final = 2
"""So many speakers whose words are only reported make an event each in an article that tells no other."""
_TITLE: Final = 3
_SMALL: Final = 3
_SHARE: Final = 0.6
"""A title of at least `_TITLE` words with more letters than `_SMALL` is repeated by a sentence that has this share of them."""
_OWN: Final = 3
"""The score from which a statement is an event beside a main gathering."""


def find_events(doc: Doc) -> list[Suggestion]:
    """Suggestions of kind event for `doc`, which has sentences, dates and names; in the order of the text.

    `evidence[0]` is the trigger: the clause of the fullest mention without its full stop; further mentions have role
    `whole`, then come date, places and actors. An interview is one event; nothing is forced on an article without any.
    """
    told = scenes(doc)
    cast = Cast(told)
    drafts = [draft for scene in told for draft in _of_scene(scene)]
    _lend_years(told, drafts)
    spoken = interview(doc, told)
    if spoken:
        return write(doc, [Group(spoken, cast)], cast)
    spoken_of = [d for d in drafts if d.type == EventType.STATEMENT]
    groups = [g for g in group([d for d in drafts if d.type != EventType.STATEMENT], cast) if not _is_old_treaty(g, doc)]
    main = next((g for g in groups if g.type in GATHERINGS and g.is_topic), None)
    if main:
        attendance(told, main, cast)
    known: dict[int, list[Draft]] = {}
    for told_draft in (d for g in groups for d in g.drafts if d.stands):
        known.setdefault(told_draft.scene.index, []).append(told_draft)
    said = [d for d in statement_drafts(told, cast) if d.score > 0 and not _is_told(d, known.get(d.scene.index, []))]
    published = {key for g in groups if g.type == EventType.PUBLICATION for key in g.people}
    news = echoes(told)
    said = [d for d in said if not any(d.scene is s.scene and d.trigger[0] < s.trigger[1] and s.trigger[0] < d.trigger[1] for s in spoken_of)]
    said = [d for d in said if not (d.is_plain and not d.date and d.speaker and _speaks_for(d.speaker, published, cast))]
    spoken_of = [d for d in spoken_of if d.people or d.date is None or all(d.scene is not s.scene for s in said)]
    statements = sorted([*spoken_of, *said], key=lambda d: d.trigger)
    for draft in statements:
        draft.floor = _OWN if main else 1
    firm = _concrete(group(statements, cast), news, bool(groups))
    for known_group in firm:
        if known_group.best.speaker and cast.is_statistical(known_group.best.speaker.name):
            known_group.type = EventType.PUBLICATION
        elif known_group.best.speaker and known_group.best.date and cast.is_court(known_group.best.speaker.name):
            known_group.type = EventType.OTHER
    groups += firm
    host = main or next((g for g in groups if g.type == EventType.SIGNING and g.is_topic), None)
    return write(doc, groups, cast, host)


def _speaks_for(speaker: Spot, bodies: Collection[str], cast: Cast) -> bool:
    """Is it one of `bodies`, or somebody whose title names one of them ("the OECD's chief economist")?"""
    actor = cast.actor(speaker.name)
    role = f" {plain(actor.role)} "
    return actor.key in bodies or any(f" {body} " in role or f" {body}'" in role for body in bodies)


def echoes(told: Sequence[Scene]) -> frozenset[int]:
    """The sentences that tell the news itself: the first one of the body, and those that repeat most words of the title."""
    title = {norm for scene in told if scene.is_title for norm in _content(scene)}
    out = {scene.index for scene in told if scene.body_index == 0}
    if len(title) >= _TITLE:
        out |= {s.index for s in told if s.body_index >= 0 and len(title & _content(s)) >= _SHARE * len(title)}
    return frozenset(out)


def _content(scene: Scene) -> set[str]:
    small = 1 if scene.view.language == "vi" else _SMALL
    return {norm for k in range(scene.view.first, scene.view.last) if len(norm := scene.view.norm(k)) > small or norm[0].isdigit()}


def _concrete(said: Sequence[Group], news: frozenset[int], has_others: bool) -> list[Group]:
    """Statements that are events: announced, asked, dated, made on an occasion, or the news itself.

    Words that are only reported are an event when the article opens with them, or tells no other event.
    """
    firm = [g for g in said if not _is_plain(g, news)]
    if has_others or firm:
        return firm
    return list(said[:_PLAIN])


def _is_plain(known: Group, news: frozenset[int]) -> bool:
    """Is it only reported what somebody said, in no mention that tells the news itself, on a day or on an occasion?"""
    return all(d.is_plain and not d.date and not d.is_asked and d.scene.index not in news for d in known.drafts)


def _is_told(draft: Draft, same: Sequence[Draft]) -> bool:
    """Is the saying only the source of an event of the same sentence (", police said"), or that event itself ("công bố")?"""
    if any(d.trigger[0] < draft.trigger[1] and draft.trigger[0] < d.trigger[1] for d in same):
        return True
    if draft.is_plain and not draft.date and any(d.type not in GATHERINGS for d in same):
        return True
    if draft.is_plain and not draft.date and any(d.type in GATHERINGS and d.date and d.trigger[0] < draft.trigger[0] for d in same):
        return True
    if draft.is_plain and draft.date and any(d.date is draft.date and d.trigger[0] < draft.trigger[0] for d in same):
        return True
    view = draft.scene.view
    told = [k for k in range(draft.trigger[1], view.last) if view.is_word(k) and not any(d.first - 1 <= k < d.end for d in draft.scene.dates)]
    closes = not told or (draft.speaker is not None and draft.speaker.first >= draft.trigger[1] and not draft.date)
    return closes and any(d.trigger[0] < draft.trigger[0] for d in same)


def _of_scene(scene: Scene) -> list[Draft]:
    if scene.is_habit and not any(d.is_day for d in scene.dates):
        return []
    nouns = list(noun_drafts(scene))
    inside = {k for draft in nouns for k in range(*draft.trigger)}
    drafts = sorted([*nouns, *(d for d in verb_drafts(scene) if d.trigger[0] not in inside)], key=lambda d: d.trigger)
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((d for d in kept if d.type == draft.type and draft.trigger[0] - d.trigger[1] < 4), None)
        if twin is None:
            kept.append(draft)
        elif draft.score > twin.score:
            kept[kept.index(twin)] = draft
    _share_dates(scene, kept)
    return kept


def _share_dates(scene: Scene, drafts: Sequence[Draft]) -> None:
    """A date inside a sentence belongs to the nearest event of it; one that opens the sentence to all."""
    for date in {d.date.first: d.date for d in drafts if d.date}.values():
        users = [d for d in drafts if d.date is date and not d.is_short]
        if len(users) < 2 or date.first - scene.view.first <= 4 or _closes_opening(scene, date) or date.is_year:
            continue
        visits = [d for d in users if d.type == EventType.VISIT and d.trigger[0] < date.first and not d.is_short]
        held = [d for d in users if d.is_held and d.trigger[0] < date.first]
        owners = [min(group, key=lambda d: _distance(d, date)) for group in (visits, held) if group] or [min(users, key=lambda d: _distance(d, date))]
        for draft in users:
            if all(draft is not owner for owner in owners):
                draft.date = None
                draft.score -= 2


def _closes_opening(scene: Scene, date: DateSpot) -> bool:
    """Does it close a phrase of time at the head of the sentence: "Trong phiên làm việc chiều 17/1, …"?"""
    view = scene.view
    if view.norm(date.end) != "," or date.end - view.first > _OPENING or view.match(view.first, "at_word") is None:
        return False
    return all(view.norm(k) != "," for k in range(view.first, date.first))


def _lend_years(told: Sequence[Scene], drafts: Sequence[Draft]) -> None:
    """Visits named without a date have the year that the paragraph opened with, when it names only one.

    Somebody who only is on a visit while something else happens ("en visite privée au Gabon") borrows none.
    """
    for draft in drafts:
        is_told = not any(draft.scene.view.has(k, "errand_word") for k in (draft.trigger[0] - 1, draft.trigger[0]))
        if draft.type != EventType.VISIT or draft.date or draft.is_short or not is_told:
            continue
        at = draft.scene.index
        before = [d for s in told[max(0, at - _BACK) : at] if s.sentence.line == draft.scene.sentence.line for d in s.dates]
        years = {d.mention.edtf for d in before if d.is_year and d.mention.edtf}
        if before and len(years) == 1:
            draft.date = next(d for d in before if d.mention.edtf in years)


def _distance(draft: Draft, date: DateSpot) -> int:
    return date.first - draft.trigger[1] if date.first >= draft.trigger[1] else 100 + draft.trigger[0] - date.end


def _is_old_treaty(known: Group, doc: Doc) -> bool:
    """Background: what was signed in a year well before the one the article speaks from."""
    this = (doc.notes.get("day", "") or doc.reported_year)[:4]
    year = known.when[:4]
    return known.type == EventType.SIGNING and this.isdigit() and year.isdigit() and int(year) < int(this) - 1
