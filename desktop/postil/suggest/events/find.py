"""The stage that suggests events: read every sentence, put mentions together, decide, and write suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from postil.domain.annotation import Suggestion
from postil.domain.event import EventType
from postil.domain.zone import ZoneKind
from postil.suggest.doc import Doc
from postil.suggest.events.cast import Cast
from postil.suggest.events.draft import Draft
from postil.suggest.events.interview import interview
from postil.suggest.events.merge import GATHERINGS, Group, group
from postil.suggest.events.nouns import noun_drafts
from postil.suggest.events.scene import DateSpot, Scene, scenes
from postil.suggest.events.statements import statement_drafts
from postil.suggest.events.verbs import verb_drafts
from postil.suggest.events.write import attendance, write

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
    spoken = interview(doc, told)
    if spoken:
        return write(doc, [Group(EventType.INTERVIEW, [spoken])], cast)
    groups = [g for g in group(drafts, cast) if not _is_past(g, doc)]
    main = next((g for g in groups if g.type in GATHERINGS and g.is_lead), None)
    if main:
        attendance(told, main)
    statements = [d for d in statement_drafts(told, cast) if d.score > 0]
    for draft in statements:
        draft.floor = _OWN if main else 1
    groups += [g for g in group(statements, cast) if not _is_past(g, doc)]
    return write(doc, groups, cast, main)


def _of_scene(scene: Scene) -> list[Draft]:
    drafts = sorted([*noun_drafts(scene), *verb_drafts(scene)], key=lambda d: d.trigger)
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
        users = [d for d in drafts if d.date is date]
        if len(users) < 2 or date.first - scene.view.first <= 4 or date.is_year:
            continue
        owner = min(users, key=lambda d: _distance(d, date))
        for draft in users:
            if draft is not owner:
                draft.date = None
                draft.score -= 2


def _distance(draft: Draft, date: DateSpot) -> int:
    return date.first - draft.trigger[1] if date.first >= draft.trigger[1] else 100 + draft.trigger[0] - date.end


def _is_past(known: Group, doc: Doc) -> bool:
    """Background: an event of a year well before the one the article speaks from."""
    this = (doc.notes.get("day", "") or doc.reported_year)[:4]
    year = known.when[:4]
    return this.isdigit() and year.isdigit() and int(year) < int(this) - 1


def has_body(doc: Doc) -> bool:
    """Is there any sentence of the body?"""
    return any(s.zone == ZoneKind.BODY for s in doc.sentences)
