"""Marks as values: what is marked where, sorted into paragraphs, and the lane each mark's line runs in."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from postil.domain.annotation import Annotation, Kind, State
from postil.domain.selector import Role, Span
from postil.ui.widgets.article_text.text_map import TextMap

LANES = 3
"""Lines under one another before marks share the last one."""
CROWD = 80
"""So many marks in one paragraph are laid out the simple way."""


class Mark(NamedTuple):
    """The main evidence of one annotation, in code points; `label` is the sentence a person would say."""

    id: str
    start: int
    end: int
    kind: Kind
    state: State
    is_broken: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Part:
    """Another piece of evidence of the focused annotation, with its role."""

    start: int
    end: int
    role: Role


def mark_of(annotation: Annotation, name: str = "") -> Mark | None:
    """The mark of an annotation, under its id or another name; None when it has no evidence."""
    if not annotation.evidence:
        return None
    first = annotation.evidence[0]
    return Mark(name or annotation.id, first.start, first.end, annotation.kind, annotation.state, annotation.evidence_broken)


def parts_of(annotation: Annotation) -> tuple[Part, ...]:
    """All evidence after the first."""
    return tuple(Part(e.start, e.end, e.role) for e in annotation.evidence[1:])


class MarksByParagraph:
    """Marks of one text by paragraph number, each list in text order; broken ones are cut to the text."""

    def __init__(self, text_map: TextMap, marks: Iterable[Mark] = ()) -> None:
        self._map = text_map
        self._by_id: dict[str, Mark] = {}
        self._in: dict[int, list[Mark]] = {}
        self.show(marks)

    def show(self, marks: Iterable[Mark]) -> set[int]:
        """Replace all marks; the numbers of the paragraphs that look different now."""
        length = len(self._map.text)
        new = {mark.id: mark for mark in marks if mark.start < length}
        old, self._by_id = self._by_id, new
        if not old:
            self._in = self._sorted(new.values())
            return set(self._in)
        gone = [mark for name, mark in old.items() if name not in new]
        changed = [mark for name, mark in new.items() if old.get(name) is not mark and old.get(name) != mark]
        before = [old[mark.id] for mark in changed if mark.id in old]
        touched = {number for mark in (*gone, *changed, *before) for number in self._numbers(mark)}
        if touched:
            self._in = self._sorted(new.values())
        return touched

    def put(self, mark: Mark) -> set[int]:
        """Replace one mark that stands at the same place; the numbers of its paragraphs."""
        old = self._by_id.get(mark.id)
        if old is None or (old.start, old.end) != (mark.start, mark.end):
            return self.show([*(each for each in self._by_id.values() if each.id != mark.id), mark])
        if old == mark:
            return set()
        self._by_id[mark.id] = mark
        numbers = set(self._numbers(mark))
        for number in numbers:
            self._in[number] = [mark if each.id == mark.id else each for each in self._in[number]]
        return numbers

    def _sorted(self, marks: Iterable[Mark]) -> dict[int, list[Mark]]:
        found: dict[int, list[Mark]] = defaultdict(list)
        number, last = -1, -1
        for mark in sorted(marks, key=attrgetter("start")):
            if mark.start > last:
                number = self._map.paragraph_number(mark.start)
                last = self._map.paragraph(number).end
            found[number].append(mark)
            if mark.end - 1 > last:
                for further in range(number + 1, self._map.paragraph_number(mark.end - 1) + 1):
                    found[further].append(mark)
        return dict(found)

    def _numbers(self, mark: Mark) -> range:
        return range(self._map.paragraph_number(mark.start), self._map.paragraph_number(max(mark.start, mark.end - 1)) + 1)

    def get(self, mark_id: str) -> Mark | None:
        """One mark by the id of its annotation."""
        return self._by_id.get(mark_id)

    def in_paragraph(self, number: int) -> Sequence[Mark]:
        """The marks that touch paragraph `number`."""
        return self._in.get(number, ())

    def at(self, offset: int) -> list[Mark]:
        """The marks over `offset`, shortest first."""
        here = self.in_paragraph(self._map.paragraph_number(offset))
        return sorted((m for m in here if m.start <= offset < m.end), key=lambda m: m.end - m.start)


def lanes(marks: Sequence[Mark]) -> dict[str, int]:
    """The lane of each mark: 0 runs next to the words; what lies around another mark runs below it.

    Where very many crowd, they only keep out of each other's way.
    """
    if len(marks) > CROWD:
        return _first_free(marks)
    rows: list[list[tuple[int, int]]] = [[] for _lane in range(LANES)]
    placed: dict[str, int] = {}
    for mark in sorted(marks, key=lambda m: (m.end - m.start, m.start)):
        lane = next((n for n, row in enumerate(rows) if _is_free(row, mark)), LANES - 1)
        row = rows[lane]
        row.insert(bisect_left(row, (mark.start, mark.end)), (mark.start, mark.end))
        placed[mark.id] = lane
    return placed


def _first_free(marks: Sequence[Mark]) -> dict[str, int]:
    ends, placed = [0] * LANES, {}
    for mark in marks:
        lane = next((n for n, end in enumerate(ends) if end <= mark.start), LANES - 1)
        ends[lane] = max(ends[lane], mark.end)
        placed[mark.id] = lane
    return placed


def _is_free(row: list[tuple[int, int]], mark: Mark) -> bool:
    at = bisect_left(row, (mark.start, mark.end))
    before_ends = at == 0 or row[at - 1][1] <= mark.start
    after_starts = at == len(row) or row[at][0] >= mark.end
    return before_ends and after_starts
