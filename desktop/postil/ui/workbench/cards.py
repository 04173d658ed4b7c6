"""The annotations of the article on the bench, and the way from one to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from postil.domain.annotation import Annotation, Kind, State
from postil.domain.review import Review
from postil.models.annotations import CardFilter, CardRow, card_row
from postil.operations import describe
from postil.operations.decisions import annotation_id
from postil.ui.widgets.article_text.marks import Mark, mark_of

OPEN = (State.SUGGESTED, State.RETURNED)
"""States that wait for the person."""


class Cards:
    """The rows of one article, in text order, and what is shown of them."""

    def __init__(self) -> None:
        self._rows: tuple[CardRow, ...] = ()
        self._by_key: dict[str, CardRow] = {}
        self._shown: tuple[CardRow, ...] = ()
        self._place: dict[str, int] = {}
        self._marks: dict[str, Mark] = {}
        self._open = 0
        self._at: dict[str, int] = {}
        self._counts: Counter[Kind] = Counter()
        self._filter = CardFilter()

    def show(self, annotations: Iterable[Annotation], returns: Iterable[Review], drafts: Iterable[str], notes: dict[str, int]) -> None:
        """Take what the queries gave, in text order."""
        returned = {review.annotation: review for review in returns}
        waiting = frozenset(drafts)
        if not (returned or waiting or notes):
            rows = [card_row(annotation) for annotation in annotations]
        else:
            rows = [card_row(a, returned.get(a.id), notes.get(a.id, 0), has_draft=a.suggestion in waiting or a.id in waiting) for a in annotations]
        self._set(rows)

    def put(self, annotation: Annotation, *, has_draft: bool) -> bool:
        """Replace one annotation that is there; False when it is not, or has moved."""
        old = self._by_key.get(annotation.suggestion or annotation.id)
        if old is None or old.start != annotation.start:
            return False
        returned = old.returned if annotation.state is State.RETURNED else None
        new = old._replace(annotation=annotation, has_draft=has_draft, returned=returned)
        at = self._at[old.key]
        self._rows = (*self._rows[:at], new, *self._rows[at + 1 :])
        self._by_key[old.key] = new
        self._count(old, -1)
        self._count(new, 1)
        mark = mark_of(annotation, old.key)
        if mark is not None:
            self._marks[old.key] = mark
        self._shown = self._rows if self.is_unfiltered else self._shown
        return True

    def _count(self, row: CardRow, by: int) -> None:
        self._open += by * (row.annotation.state in OPEN)
        self._counts[row.annotation.kind] += by * (row.annotation.state is not State.REJECTED)

    def _set(self, rows: Sequence[CardRow]) -> None:
        former, marks = self._by_key, self._marks
        self._rows, self._by_key, self._marks, self._open, self._counts = tuple(rows), {}, {}, 0, Counter()
        self._at = {row.key: n for n, row in enumerate(rows)}
        for row in rows:
            key, annotation = row.key, row.annotation
            self._by_key[key] = row
            self._count(row, 1)
            before = former.get(key)
            mark = marks.get(key) if before is not None and before.annotation is annotation else mark_of(annotation, key)
            if mark is not None:
                self._marks[key] = mark
        self.choose()

    def set_filter(self, wanted: CardFilter) -> None:
        """Show only what the filter takes."""
        self._filter = wanted
        self.choose()

    def choose(self) -> None:
        """Let the filter look at every row anew."""
        is_all = self.is_unfiltered
        self._shown = self._rows if is_all else tuple(row for row in self._rows if self._filter.takes(row.annotation))
        self._place = self._at if is_all else {row.key: n for n, row in enumerate(self._shown)}

    @property
    def is_unfiltered(self) -> bool:
        """Is every card shown?"""
        return self._filter == CardFilter()

    def counts(self) -> Counter[Kind]:
        """How many cards of each kind there are; rejected ones do not count."""
        return self._counts

    def mark(self, key: str) -> Mark | None:
        """The mark of a card."""
        return self._marks.get(key)

    def all(self) -> tuple[CardRow, ...]:
        """Every row."""
        return self._rows

    def shown(self) -> tuple[CardRow, ...]:
        """The rows that the filter takes."""
        return self._shown

    def marks(self) -> Iterable[Mark]:
        """The marks of the rows that are shown; the same objects as before where nothing changed."""
        return self._marks.values() if self._shown is self._rows else (self._marks[key] for key in self._place if key in self._marks)

    def get(self, key: str) -> CardRow | None:
        """A row by its key."""
        return self._by_key.get(key)

    def is_shown(self, key: str) -> bool:
        """Does the filter take this card?"""
        return key in self._place

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
        return self._open

    def step(self, key: str, by: int, *, from_offset: int = 0) -> str:
        """The key of the next shown card (`by` 1) or the one before (-1); without a present one, by where reading stands."""
        if not self._shown:
            return ""
        at = self._place.get(key, -1) + by
        if key not in self._place:
            after = next((n for n, row in enumerate(self._shown) if row.start >= from_offset), len(self._shown))
            at = after if by > 0 else after - 1
        return self._shown[max(0, min(len(self._shown) - 1, at))].key

    def next_open(self, key: str, by: int = 1, *, from_offset: int = 0) -> str:
        """The key of the next card that waits for the person, around the end; "" when none does."""
        rows = self._shown
        at = self._place.get(key, -1)
        if at < 0:
            at = next((n for n, row in enumerate(rows) if row.start >= from_offset), len(rows)) - (1 if by > 0 else 0)
        order = (rows[(at + by * step) % len(rows)] for step in range(1, len(rows) + 1))
        return next((row.key for row in order if row.is_open and row.key != key), "")

    def sisters(self, kind: Kind, apart_from: str) -> tuple[tuple[str, str], ...]:
        """Ids and headlines of the other annotations of a kind, to link to."""
        return tuple(
            (row.annotation.id, describe.headline(row.annotation)) for row in self._rows if row.annotation.kind is kind and row.key != apart_from
        )
