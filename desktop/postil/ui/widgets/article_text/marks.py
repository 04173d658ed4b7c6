"""Marks as values: what is marked where, sorted into paragraphs, and the lane each mark's line runs in."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from postil.domain.annotation import Annotation, Kind, State
from postil.domain.selector import Role, Span
from postil.ui.widgets.article_text.text_map import TextMap

LANES = 3
"""Lines under one another before marks share the last one."""


@dataclass(frozen=True, slots=True)
class Mark:
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


def mark_of(annotation: Annotation) -> Mark | None:
    """The mark of an annotation; None when it has no evidence."""
    if not annotation.evidence:
        return None
    first = annotation.evidence[0]
    return Mark(annotation.id, first.start, first.end, annotation.kind, annotation.state, annotation.evidence_broken)


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
        new = {m.id: m for m in marks if m.start < len(self._map.text)}
        touched = [m for i, m in new.items() if self._by_id.get(i) != m]
        touched += [m for i, m in self._by_id.items() if new.get(i) != m]
        if not touched:
            return set()
        self._by_id = new
        by_number: dict[int, list[Mark]] = defaultdict(list)
        for mark in sorted(new.values(), key=lambda m: (m.start, -m.end)):
            for number in self._numbers(mark):
                by_number[number].append(mark)
        self._in = dict(by_number)
        return {number for mark in touched for number in self._numbers(mark)}

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
    """The lane of each mark: 0 runs next to the words; what lies around another mark runs below it."""
    rows: list[list[tuple[int, int]]] = [[] for _lane in range(LANES)]
    placed: dict[str, int] = {}
    for mark in sorted(marks, key=lambda m: (m.end - m.start, m.start)):
        lane = next((n for n, row in enumerate(rows) if _is_free(row, mark)), LANES - 1)
        row = rows[lane]
        row.insert(bisect_left(row, (mark.start, mark.end)), (mark.start, mark.end))
        placed[mark.id] = lane
    return placed


def _is_free(row: list[tuple[int, int]], mark: Mark) -> bool:
    at = bisect_left(row, (mark.start, mark.end))
    before_ends = at == 0 or row[at - 1][1] <= mark.start
    after_starts = at == len(row) or row[at][0] >= mark.end
    return before_ends and after_starts
