"""Put the mentions of one event together: the same kind, no conflict of dates, places or people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from postil.base import edtf
from postil.domain.event import EventType
from postil.suggest.events.cast import Cast
from postil.suggest.events.draft import Draft

GATHERINGS: Final = frozenset({EventType.CONFERENCE, EventType.MEETING, EventType.CEREMONY, EventType.VISIT})


@dataclass(slots=True)
class Group:
    """The mentions of one event."""

    type: EventType
    drafts: list[Draft] = field(default_factory=list)

    @property
    def best(self) -> Draft:
        """The mention that says when it is held, else the fullest; of equals the first."""
        return max(self.drafts, key=lambda d: (d.stands, not d.is_short, d.is_held and d.date is not None, d.score, -d.scene.index))

    @property
    def when(self) -> str:
        """The EDTF of its date, that of the best mention first; empty when no mention has one."""
        return next((d.date.mention.edtf for d in self.dated() if d.date), "")

    def dated(self) -> list[Draft]:
        """Its mentions with a date: first those that say when it is held, then the best, then in the order of the text."""
        with_date = [d for d in self.drafts if d.date and d.date.mention.edtf]
        return sorted(with_date, key=lambda d: (not d.is_held, d is not self.best, d.scene.index))

    @property
    def is_lead(self) -> bool:
        """Is it told at the head of the article?"""
        return any(d.scene.is_lead and d.stands for d in self.drafts)

    def codes(self) -> set[str]:
        """The countries of its places."""
        return {code for draft in self.drafts for code in draft.codes()}

    def people(self, cast: Cast) -> set[str]:
        """The keys of its actors."""
        return {key for draft in self.drafts for key in people_of(draft, cast)}


def people_of(draft: Draft, cast: Cast) -> set[str]:
    """The keys of the actors of a mention; titles that nobody in the article holds by name are left out."""
    actors = ((spot, cast.actor(spot.name)) for spot, _ in draft.people)
    return {actor.key for spot, actor in actors if spot.name.kind != "role" or actor.name != spot.name.text}


def group(drafts: Sequence[Draft], cast: Cast) -> list[Group]:
    """Groups in the order of their first mention. Mentions too weak for an event of their own join one or are dropped."""
    groups: list[Group] = []
    for draft in sorted(drafts, key=lambda d: d.is_short):
        if draft.stands:
            known = next((g for g in groups if fits(g, draft, cast)), None)
            if known:
                known.drafts.append(draft)
            else:
                groups.append(Group(draft.type, [draft]))
    for draft in drafts:
        if not draft.stands:
            known = next((g for g in _candidates(groups, draft) if fits(g, draft, cast)), None)
            if known:
                known.drafts.append(draft)
    return groups


def _candidates(groups: Sequence[Group], draft: Draft) -> Iterable[Group]:
    """A short mention ("the conference") means the last such event told before it, else the first one."""
    same = [g for g in groups if g.type == draft.type]
    before = [g for g in same if g.best.scene.index <= draft.scene.index]
    return before[::-1] or same


def fits(known: Group, draft: Draft, cast: Cast) -> bool:
    """Could `draft` be another mention of `known`?"""
    if known.type != draft.type:
        return False
    if draft.type == EventType.STATEMENT:
        return _same_speaker(known, draft, cast)
    if draft.is_short:
        return True
    when = draft.date.mention.edtf if draft.date else ""
    if not same_time(known.when, when) and not (draft.type == EventType.CONFERENCE and overlaps(known.when, when) and draft.codes() & known.codes()):
        return False
    return _FITS.get(draft.type, _same_word)(known, draft, cast)


def _same_speaker(known: Group, draft: Draft, cast: Cast) -> bool:
    speaker = known.best.speaker
    if speaker is None or draft.speaker is None:
        return False
    return cast.actor(speaker.name).key == cast.actor(draft.speaker.name).key


def same_time(one: str, other: str) -> bool:
    """Equal, one unknown, or one a day inside the month or year of the other."""
    if not one or not other or one == other:
        return True
    try:
        first, second = edtf.parse(one), edtf.parse(other)
    except ValueError:
        return False
    if first.start is None or second.start is None or first.start.precision == second.start.precision:
        return False
    a, b = first.bounds(), second.bounds()
    return (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])


def overlaps(one: str, other: str) -> bool:
    """Do two spans of days share a day?"""
    try:
        first, second = edtf.parse(one).bounds(), edtf.parse(other).bounds()
    except ValueError:
        return False
    return first[0] <= second[1] and second[0] <= first[1]


def _conference(known: Group, draft: Draft, cast: Cast) -> bool:
    """One conference, unless places differ or another name stands in capitals."""
    del cast
    mine, theirs = draft.codes(), known.codes()
    return not mine or not theirs or bool(mine & theirs) or bool(draft.date and known.when == draft.date.mention.edtf)


def _visit(known: Group, draft: Draft, cast: Cast) -> bool:
    mine, theirs = draft.codes(), known.codes()
    if mine and theirs and not mine & theirs:
        return False
    people = people_of(draft, cast)
    return not people or not known.people(cast) or bool(people & known.people(cast)) or bool(mine & theirs)


def _meeting(known: Group, draft: Draft, cast: Cast) -> bool:
    """Those who meet are the same, or those of one mention are among those of the other."""
    people, others = people_of(draft, cast), known.people(cast)
    return people <= others or others <= people


def _people(known: Group, draft: Draft, cast: Cast) -> bool:
    people = people_of(draft, cast)
    return not people or not known.people(cast) or bool(people & known.people(cast))


def _same_word(known: Group, draft: Draft, cast: Cast) -> bool:
    return any(d.word == draft.word for d in known.drafts) and _people(known, draft, cast)


def _any(known: Group, draft: Draft, cast: Cast) -> bool:
    del known, draft, cast
    return True


_FITS: Final = {
    EventType.CONFERENCE: _conference,
    EventType.VISIT: _visit,
    EventType.MEETING: _meeting,
    EventType.SIGNING: _any,
    EventType.CEREMONY: _conference,
    EventType.DISASTER: _any,
    EventType.CONFLICT: _conference,
}
