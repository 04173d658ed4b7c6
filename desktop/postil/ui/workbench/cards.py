"""The annotations of the article on the bench, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from postil.domain.annotation import Annotation, Kind, State
from postil.domain.review import Review
from postil.models.annotations import CardFilter, CardRow, in_text_order
from postil.operations import describe
from postil.operations.decisions import annotation_id


class Cards:
    """The rows of one article, in text order, and what is shown of them."""

    def __init__(self) -> None:
        self._rows: tuple[CardRow, ...] = ()
        self._by_key: dict[str, CardRow] = {}
        self.filter = CardFilter()

    def show(self, annotations: Iterable[Annotation], returns: Iterable[Review], drafts: Iterable[str], notes: dict[str, int]) -> None:
        """Take what the queries gave."""
        returned = {review.annotation: review for review in returns}
        waiting = frozenset(drafts)
        rows = []
        for annotation in sorted(annotations, key=in_text_order):
            row = CardRow(annotation, returned.get(annotation.id), notes.get(annotation.id, 0))
            rows.append(replace(row, has_draft=True) if row.key in waiting else row)
        self._set(rows)

    def put(self, annotation: Annotation, *, has_draft: bool) -> bool:
        """Replace one annotation that is there; False when it is not, or has moved."""
        old = self._by_key.get(annotation.suggestion or annotation.id)
        if old is None or in_text_order(old.annotation)[:2] != in_text_order(annotation)[:2]:
            return False
        new = replace(old, annotation=annotation, has_draft=has_draft, returned=old.returned if annotation.state is State.RETURNED else None)
        self._set([new if row is old else row for row in self._rows])
        return True

    def _set(self, rows: Sequence[CardRow]) -> None:
        self._rows = tuple(rows)
        self._by_key = {row.key: row for row in rows}

    def all(self) -> tuple[CardRow, ...]:
        """Every row."""
        return self._rows

    def shown(self) -> tuple[CardRow, ...]:
        """The rows that the filter takes."""
        if self.filter == CardFilter():
            return self._rows
        return tuple(row for row in self._rows if self.filter.takes(row.annotation))

    def get(self, key: str) -> CardRow | None:
        """A row by its key."""
        return self._by_key.get(key)

    def key_for(self, annotation: str, person: str) -> str:
        """The key of the card that shows an annotation or a suggestion; "" when none does.

        An annotation that is gone because the decision was undone is shown by the suggestion it was made of.
        """
        if annotation in self._by_key:
            return annotation
        mine = (key for key, row in self._by_key.items() if annotation in (row.annotation.id, annotation_id(key, person)))
        return next(mine, "")

    def open_count(self) -> int:
        """How many wait for the person."""
        return sum(row.is_open for row in self._rows)

    def step(self, key: str, by: int, *, from_offset: int = 0) -> str:
        """The key of the next shown card (`by` 1) or the one before (-1); without a present one, by where reading stands."""
        keys = [row.key for row in self.shown()]
        if not keys:
            return ""
        if key in keys:
            return keys[max(0, min(len(keys) - 1, keys.index(key) + by))]
        after = next((n for n, row in enumerate(self.shown()) if row.annotation.start >= from_offset), len(keys))
        return keys[max(0, min(len(keys) - 1, after if by > 0 else after - 1))]

    def next_open(self, key: str, by: int = 1, *, from_offset: int = 0) -> str:
        """The key of the next card that waits for the person, around the end; "" when none does."""
        rows = self.shown()
        keys = [row.key for row in rows]
        if key in keys:
            at = keys.index(key)
        else:
            at = next((n for n, row in enumerate(rows) if row.annotation.start >= from_offset), len(rows)) - (1 if by > 0 else 0)
        order = [rows[(at + by * step) % len(rows)] for step in range(1, len(rows) + 1)] if rows else []
        return next((row.key for row in order if row.is_open and row.key != key), "")

    def sisters(self, kind: Kind, apart_from: str) -> tuple[tuple[str, str], ...]:
        """Ids and headlines of the other annotations of a kind, to link to."""
        return tuple(
            (row.annotation.id, describe.headline(row.annotation)) for row in self._rows if row.annotation.kind is kind and row.key != apart_from
        )
