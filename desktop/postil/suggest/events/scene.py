"""One sentence with the names and dates in it: what every event rule looks at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from postil.domain.zone import ZoneKind
from postil.suggest.doc import DateMention, Doc, Name, Sentence
from postil.suggest.names.find import views
from postil.suggest.names.words import View

ACTORS: Final = frozenset({"person", "role", "body"})
PLACES: Final = frozenset({"country", "place"})
_SIGNS: Final = frozenset(";:")
_BRACKET: Final = 6
_OPENING: Final = 2
"""A title without a name is whom the next sentence speaks of when it opens the sentence."""
_LEAD: Final = 3
"""The first sentences of the body are its lead."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A name at tokens `first` to `end` (excluded)."""

    first: int
    end: int
    name: Name


@dataclass(frozen=True, slots=True)
class DateSpot:
    """A date at tokens `first` to `end` (excluded)."""

    first: int
    end: int
    mention: DateMention

    @property
    def is_day(self) -> bool:
        """Does it name a day or a few days (or weeks), and no month or year?"""
        first, slash, last = self.mention.edtf.partition("/")
        is_long = bool(slash) and first[:4] != last[:4] and first[5:7] + last[5:7] != "1201"
        return not is_long and (self.mention.kind == "date" or first.count("-") == 2 or "weekday" in self.mention.rule)

    @property
    def is_span(self) -> bool:
        """Is it a reporting period ("the first nine months", a quarter) rather than a time at which things happen?"""
        return "/" in self.mention.edtf and not self.is_day

    @property
    def is_year(self) -> bool:
        """Is it a whole year or more? One that the article does not resolve ("on Tuesday", "last year") is told by its rule."""
        return "-" not in self.mention.edtf if self.mention.edtf else self.mention.rule == "date.relative-year"


@dataclass(frozen=True, slots=True)
class Scene:
    """Sentence number `index` of the document; `body_index` counts sentences of the body (-1 in the title).

    `is_habit` tells that it speaks of what happens each year or month; `topic` is the first person of the sentence
    before it (or of the last that has one): whom "he" means.
    """

    view: View
    sentence: Sentence
    index: int
    body_index: int
    names: tuple[Spot, ...] = ()
    dates: tuple[DateSpot, ...] = ()
    topic: Spot | None = None
    is_habit: bool = False

    @property
    def is_lead(self) -> bool:
        """Does it stand at the head of the body?"""
        return 0 <= self.body_index < _LEAD

    @property
    def is_title(self) -> bool:
        """Does it stand in the title?"""
        return self.sentence.zone == ZoneKind.TITLE

    def clause(self, i: int) -> tuple[int, int]:
        """The tokens around token `i` up to `;` or `:` on both sides."""
        first, end = self.view.first, self.view.last
        for k in range(i - 1, self.view.first - 1, -1):
            if self.view.norm(k) in _SIGNS and not self._is_inside(k):
                first = k + 1
                break
        for k in range(i + 1, self.view.last):
            if self.view.norm(k) in _SIGNS and not self._is_inside(k):
                end = k
                break
        while end > first + 1 and self.view.norm(end - 1) in frozenset(".!?…"):
            end -= 1
        return first, end

    def _is_inside(self, k: int) -> bool:
        """Is the sign part of a clock time ("18:30"), or inside brackets ("(NYSE: BKS)")?"""
        view = self.view
        if view.norm(k) == ":" and view.norm(k - 1).isdigit() and view.norm(k + 1).isdigit():
            return True
        near = [view.norm(j) for j in range(max(view.first, k - _BRACKET), k)]
        return "(" in near and ")" not in near[near.index("(") :] and any(view.norm(j) == ")" for j in range(k + 1, min(view.last, k + _BRACKET)))

    def spots(self, first: int, end: int, kinds: frozenset[str]) -> list[Spot]:
        """Names of `kinds` inside tokens `first` to `end`."""
        return [s for s in self.names if first <= s.first and s.end <= end and s.name.kind in kinds]

    def spot_at(self, i: int) -> Spot | None:
        """The name that covers token `i`, with its title."""
        return next((s for s in self.names if s.first <= i < s.end), None)

    def roles(self) -> Iterator[tuple[int, int]]:
        """Character ranges of titles that belong to persons."""
        return (s.name.role_span for s in self.names if s.name.role_span)

    def is_named(self, i: int) -> bool:
        """Does token `i` belong to a name or a title?"""
        start = self.view.tokens[i].start
        return self.spot_at(i) is not None or any(a <= start < b for a, b in self.roles())

    def in_role(self, spot: Spot) -> bool:
        """Is the name a part of somebody's title?"""
        start = spot.name.start
        return any(a <= start < b for a, b in self.roles())

    def dates_in(self, first: int, end: int) -> list[DateSpot]:
        """Dates inside tokens `first` to `end`."""
        return [d for d in self.dates if first <= d.first and d.end <= end]


def scenes(doc: Doc) -> tuple[Scene, ...]:
    """Every sentence of `doc` with its names and dates (dates and periods only)."""
    starts = [token.start for token in doc.tokens]
    times = [d for d in doc.dates if d.kind in ("date", "period")]
    often = [d.start for d in doc.dates if d.kind == "frequency"]
    out: list[Scene] = []
    body = -1
    n = d = 0
    topic: Spot | None = None
    for index, (sentence, view) in enumerate(views(doc)):
        start, end = doc.tokens[view.first].start, doc.tokens[view.last - 1].end
        body += sentence.zone == ZoneKind.BODY and start == sentence.start
        spots: list[Spot] = []
        while n < len(doc.names) and doc.names[n].start < end:
            if doc.names[n].start >= start:
                spots.append(Spot(bisect_left(starts, doc.names[n].start), bisect_left(starts, doc.names[n].end), doc.names[n]))
            n += 1
        dated: list[DateSpot] = []
        while d < len(times) and times[d].start < end:
            if times[d].start >= start:
                dated.append(DateSpot(bisect_left(starts, times[d].start), bisect_left(starts, times[d].end), times[d]))
            d += 1
        rank = body if sentence.zone == ZoneKind.BODY else -1
        told = often[bisect_left(often, start) : bisect_left(often, end)]
        is_habit = any(view.has(bisect_left(starts, at), "each_word") for at in told)
        out.append(Scene(view, sentence, index, rank, tuple(spots), tuple(dated), topic, is_habit))
        opening = (spot for spot in spots[:1] if spot.name.kind == "role" and spot.first - view.first <= _OPENING)
        topic = next((spot for spot in spots if spot.name.kind == "person"), next(opening, topic))
    return tuple(out)
