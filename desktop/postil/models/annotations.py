"""The annotations of one article as rows of cards: in text order, with what a card says about each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt

from postil.base.i18n import N_, _
from postil.domain.annotation import KIND_LABELS, STATE_LABELS, Annotation, Kind, State
from postil.domain.review import Review
from postil.models.rows import Column, Index, RowsModel
from postil.operations import describe

UNSURE_BELOW = 500
"""Confidence, in permille, below which a card says "unsure"."""


class CardRow(NamedTuple):
    """One annotation with what stands beside it: the return that concerns it, how many notes, whether changes wait.

    `key` is what the card is known by: a suggestion and what a person makes of it are one card, under the suggestion's
    id. `start` is where its evidence begins. Make rows with `card_row`.
    """

    annotation: Annotation
    key: str
    start: int
    returned: Review | None = None
    notes: int = 0
    has_draft: bool = False

    @property
    def is_open(self) -> bool:
        """Does it wait for the person: an undecided suggestion, or a return?"""
        return self.annotation.state in (State.SUGGESTED, State.RETURNED)

    @property
    def is_unsure(self) -> bool:
        """Is it a suggestion of low confidence?"""
        return self.annotation.state is State.SUGGESTED and self.annotation.confidence < UNSURE_BELOW


@dataclass(frozen=True, slots=True)
class CardFilter:
    """Which cards are shown; empty sets show all."""

    kinds: frozenset[Kind] = frozenset()
    states: frozenset[State] = frozenset()

    def takes(self, annotation: Annotation) -> bool:
        """Is this annotation shown?"""
        return (not self.kinds or annotation.kind in self.kinds) and (not self.states or annotation.state in self.states)


def card_row(annotation: Annotation, returned: Review | None = None, notes: int = 0, *, has_draft: bool = False) -> CardRow:
    """The row of an annotation."""
    return CardRow(annotation, annotation.suggestion or annotation.id, annotation.start, returned, notes, has_draft)


def said(row: CardRow) -> str:
    """The whole card as one sentence, for a screen reader."""
    annotation = row.annotation
    parts = [_(KIND_LABELS[annotation.kind]), _(STATE_LABELS[annotation.state]), describe.headline(annotation)]
    if row.is_unsure:
        parts.append(_("unsure"))
    if annotation.evidence_broken:
        parts.append(_("evidence broken"))
    if annotation.changed_since_approval:
        parts.append(_("changed since approval"))
    return ", ".join(parts)


class CardsModel(RowsModel[CardRow]):
    """Cards in text order. Words are made when first asked for and kept until the annotation changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((Column("card", N_("Annotation"), self._headline),), lambda row: row.key, parent)
        self._headlines: dict[str, tuple[Annotation, str]] = {}
        self._starts: list[int] = []

    def _headline(self, row: CardRow) -> str:
        known = self._headlines.get(row.key)
        if known is None or known[0] is not row.annotation:
            known = self._headlines[row.key] = (row.annotation, describe.headline(row.annotation))
        return known[1]

    def _set(self, rows: tuple[CardRow, ...]) -> None:
        super()._set(rows)
        self._starts = [row.start for row in rows]

    def put(self, row: CardRow) -> None:
        """Replace one row that is there, under the same key."""
        at = self._where[row.key]
        self._rows = (*self._rows[:at], row, *self._rows[at + 1 :])
        self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def retranslate(self) -> None:
        """The language changed: say every card anew."""
        self._headlines.clear()
        super().retranslate()

    def between(self, start: int, end: int) -> range:
        """The numbers of the rows whose evidence begins in `[start, end)`."""
        return range(bisect_left(self._starts, start), bisect_right(self._starts, max(start, end - 1)))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.row(index)
            return said(row) if row else None
        return super().data(index, role)
