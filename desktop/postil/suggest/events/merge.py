"""Put the mentions of one event together: the same kind, no conflict of dates, places or people."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from postil.base import edtf
from postil.domain.event import EventType
from postil.suggest.events.cast import Cast
from postil.suggest.events.draft import Draft

_RECENT: Final = 24
"""So many events of one kind are looked back at."""
_SMALL: Final = 4
_CLOSE: Final = 2
"""Talks told with names and without are one when they stand so many sentences apart at most."""
_MENTIONS: Final = 64
"""So many mentions of one event are asked for its date."""
GATHERINGS: Final = frozenset({EventType.CONFERENCE, EventType.MEETING, EventType.CEREMONY, EventType.VISIT})


class Group:
    """The mentions of one event, in the order added; what rules ask of it again and again is kept, not worked out."""

    def __init__(self, first: Draft, cast: Cast) -> None:
        self.type: EventType = first.type
        self.drafts: list[Draft] = []
        self.codes: set[str] = set()
        self.people: set[str] = set()
        self.words: set[str] = set()
        self.nouns: set[str] = set()
        self.best = first
        self.when = ""
        self.add(first, cast)

    def add(self, draft: Draft, cast: Cast) -> None:
        """Take `draft` as a further mention."""
        self.drafts.append(draft)
        self.codes |= draft.codes()
        self.people |= people_of(draft, cast)
        self.words.add(draft.word)
        if not draft.is_short:
            self.nouns |= _trigger_words(draft)
        self.best = max(self.best, draft, key=_fullness)
        if draft.date:
            self.when = next((d.date.mention.edtf for d in self.dated() if d.date), "")

    def dated(self) -> list[Draft]:
        """Its mentions with a date: first those that say when it is held, then the best, then in the order of the text."""
        with_date = [d for d in self.drafts[:_MENTIONS] if d.date and d.date.mention.edtf]
        return sorted(with_date, key=lambda d: (not d.is_held, d is not self.best, d.scene.index))

    @property
    def is_topic(self) -> bool:
        """Is the article about it: is it told in one of the first two sentences?"""
        return any(0 <= d.scene.body_index <= 1 and d.stands for d in self.drafts)


def _fullness(draft: Draft) -> tuple[bool, bool, bool, int, int]:
    """What makes a mention the best one: it says when the event is held, or it is the fullest; of equals the first."""
    return draft.stands, not draft.is_short, draft.is_held and draft.date is not None, draft.score, -draft.scene.index


def people_of(draft: Draft, cast: Cast) -> set[str]:
    """The keys of the actors of a mention; titles that nobody in the article holds by name are left out."""
    actors = ((spot, cast.actor(spot.name)) for spot, _ in draft.people)
    return {actor.key for spot, actor in actors if spot.name.kind != "role" or actor.name != spot.name.text}


def _trigger_words(draft: Draft) -> set[str]:
    """The words of the noun that names the event."""
    view = draft.scene.view
    return {view.norm(k) for k in range(*draft.trigger)} if draft.rule.endswith("noun") else set()


def group(drafts: Sequence[Draft], cast: Cast) -> list[Group]:
    """Groups in the order of their first mention. Mentions too weak for an event of their own join one or are dropped.

    A mention is held against the last `_RECENT` events of its kind only, so that the work grows with the text.
    """
    known: dict[EventType, list[Group]] = {}
    for draft in sorted(drafts, key=lambda d: d.is_short):
        same = known.setdefault(draft.type, [])
        if draft.stands:
            fitting = _meant(known, draft) or next((g for g in same[-_RECENT:] if fits(g, draft, cast)), None)
            if fitting:
                fitting.add(draft, cast)
            else:
                same.append(Group(draft, cast))
    for draft in drafts:
        if not draft.stands:
            fitting = _meant(known, draft) or next((g for g in _candidates(known[draft.type], draft) if fits(g, draft, cast)), None)
            if fitting:
                fitting.add(draft, cast)
    return sorted((g for same in known.values() for g in same), key=lambda g: g.drafts[0].trigger)


def _meant(known: Mapping[EventType, Sequence[Group]], draft: Draft) -> Group | None:
    """The gathering of any kind that a short mention means by its noun: "phiên họp" after "phiên họp thường kỳ", told last before it."""
    words = _trigger_words(draft)
    if not draft.is_short or draft.type not in GATHERINGS or not words:
        return None
    told = (g for kind in GATHERINGS for g in known.get(kind, ())[-_RECENT:] if words <= g.nouns and not g.best.is_short)
    return max((g for g in told if g.drafts[0].scene.index <= draft.scene.index), key=lambda g: g.drafts[0].trigger, default=None)


def _candidates(same: Sequence[Group], draft: Draft) -> Iterable[Group]:
    """A short mention ("the conference") means the last such event told before it, else the first one."""
    at = bisect_right([g.drafts[0].scene.index for g in same], draft.scene.index) if len(same) <= _RECENT else len(same)
    before = same[max(0, at - _RECENT) : at]
    return before[::-1] or same[:_RECENT]


def fits(known: Group, draft: Draft, cast: Cast) -> bool:
    """Could `draft` be another mention of `known`?"""
    if known.type != draft.type:
        return False
    when = draft.date.mention.edtf if draft.date else ""
    if draft.type == EventType.STATEMENT:
        return (same_time(known.when, when) or overlaps(known.when, when)) and _same_speaker(known, draft, cast)
    if draft.is_short:
        return True
    if not same_time(known.when, when) and not (draft.type == EventType.CONFERENCE and overlaps(known.when, when) and draft.codes() & known.codes):
        return False
    return _FITS.get(draft.type, _same_word)(known, draft, cast)


def _same_speaker(known: Group, draft: Draft, cast: Cast) -> bool:
    if draft.rule.endswith("noun") and known.best.rule == draft.rule and draft.word in known.words:
        return True
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
    mine, theirs = draft.codes(), known.codes
    return not mine or not theirs or bool(mine & theirs) or bool(draft.date and known.when == draft.date.mention.edtf)


def _visit(known: Group, draft: Draft, cast: Cast) -> bool:
    mine, theirs = draft.codes(), known.codes
    if mine and theirs and not mine & theirs:
        return False
    people = people_of(draft, cast)
    return not people or not known.people or bool(people & known.people) or bool(mine & theirs)


def _meeting(known: Group, draft: Draft, cast: Cast) -> bool:
    """Those who meet are the same, or those of one mention are among those of the other."""
    people, others = people_of(draft, cast), known.people
    if bool(people) != bool(others) and draft.rule != known.best.rule and draft.stands and not draft.is_short:
        return draft.scene.index - known.drafts[-1].scene.index <= _CLOSE
    return people <= others or others <= people


def _people(known: Group, draft: Draft, cast: Cast) -> bool:
    people = people_of(draft, cast)
    return not people or not known.people or bool(people & known.people)


def _same_word(known: Group, draft: Draft, cast: Cast) -> bool:
    return draft.word in known.words and _people(known, draft, cast)


def _ceremony(known: Group, draft: Draft, cast: Cast) -> bool:
    """Two ceremonies of one day are told apart by their names; a mention too weak to stand joins any that fits."""
    is_named = draft.rule.endswith("noun") and known.best.rule.endswith("noun")
    if draft.stands and is_named and draft.word not in known.words and not _long(_trigger_words(draft)) & _long(known.nouns):
        return False
    return _conference(known, draft, cast)


def _long(words: set[str]) -> set[str]:
    """Words that name something, without small ones and "ceremony" itself."""
    return {word for word in words if len(word) > _SMALL and not word.startswith(("cérémonie", "ceremon"))}


def _disaster(known: Group, draft: Draft, cast: Cast) -> bool:
    """The same sort of disaster, the same day, or a mention without day and place of its own."""
    del cast
    when = draft.date.mention.edtf if draft.date else ""
    if when and known.when and draft.places and known.codes and not draft.codes() & known.codes:
        return False
    if draft.word in known.words or _sort(draft) & {sort for d in known.drafts[:_RECENT] for sort in _sort(d)}:
        return True
    return (bool(when) and when == known.when) or not (when or draft.places)


def _sort(draft: Draft) -> set[str]:
    """What sort of disaster its word tells: "quake", "water", "fire"."""
    found = draft.scene.view.match(draft.trigger[0], "disaster_sort")
    return {str(found.entry.value)} if found else set()


def _any(known: Group, draft: Draft, cast: Cast) -> bool:
    del known, draft, cast
    return True


_FITS: Final = {
    EventType.CONFERENCE: _conference,
    EventType.VISIT: _visit,
    EventType.MEETING: _meeting,
    EventType.SIGNING: _any,
    EventType.CEREMONY: _ceremony,
    EventType.DISASTER: _disaster,
    EventType.CONFLICT: _conference,
}
