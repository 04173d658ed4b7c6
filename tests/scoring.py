"""Measure extraction documents against checked ones: the figure that says how good the built-in suggestions are.

A figure is *found* when its first evidence overlaps the expected number, *right* when value (or bounds, within 0.1 %)
and unit agree too; an event is found by overlap of one mention (intersection over union from 0.25, or one inside the
other with 20 characters), right when its type agrees; a commitment is found by overlap of its clause (from 0.5, or one
inside the other with 40 % of it), right when its kind agrees. Noise counts characters outside title and body.

    python -m tests.scoring        the seeds, by kind
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from postil.base import paths
from postil.domain.annotation import BODY_TYPES, Kind
from postil.domain.codec import from_json
from postil.domain.commitment import Commitment
from postil.domain.event import Event
from postil.domain.figure import Figure

Document = Mapping[str, Any]
Span = tuple[int, int]

NOISE = "noise"
_NEAR = Decimal("0.001")
_READ = frozenset({"title", "body"})
_MENTIONS = frozenset({"trigger", "whole"})


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one kind: `right` of those `found`, among `predicted`, out of `expected`."""

    right: int = 0
    found: int = 0
    predicted: int = 0
    expected: int = 0

    def __add__(self, other: Score) -> Score:
        """Counts of two articles together."""
        return Score(self.right + other.right, self.found + other.found, self.predicted + other.predicted, self.expected + other.expected)

    @property
    def precision(self) -> float:
        """Share of what was predicted that is right; 1 when nothing was."""
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of what was expected that is right; 1 when nothing was."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, as 2 TP / (predicted + expected)."""
        both = self.predicted + self.expected
        return 2 * self.right / both if both else 1.0


def seeds() -> Iterator[tuple[Path, Document]]:
    """The sample articles and their checked extraction documents."""
    for path in sorted(paths.seeds().glob("*.json")):
        yield path.with_suffix(".txt"), json.loads(path.read_text("utf-8"))


def extract_seeds() -> dict[str, Score]:
    """The built-in suggestions on the seeds, as the command line makes them, by kind."""
    from postil.operations.extraction_document import extract_file

    return total(score(expected, extract_file(path)) for path, expected in seeds())


def total(scores: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """The counts of several articles, added up by kind."""
    out: dict[str, Score] = {}
    for row in scores:
        for kind, one in row.items():
            out[kind] = out.get(kind, Score()) + one
    return out


def score(expected: Document, predicted: Document) -> dict[str, Score]:
    """The counts of one article by kind, `noise` among them (in characters)."""
    out = {str(kind): _score_kind(kind, _items(expected, kind), _items(predicted, kind)) for kind in Kind}
    return out | {NOISE: _score_noise(expected, predicted)}


def _items(document: Document, kind: Kind) -> list[Mapping[str, Any]]:
    return [item for item in document["annotations"] if item["kind"] == kind and item["evidence"]]


def _score_kind(kind: Kind, expected: list[Mapping[str, Any]], predicted: list[Mapping[str, Any]]) -> Score:
    """Greedy one-to-one matching: right pairs first, then by overlap."""
    pairs = []
    for i, item in enumerate(expected):
        for k, other in enumerate(predicted):
            overlap = _overlap(kind, item, other)
            if overlap > 0:
                pairs.append((_is_right(kind, item, other), overlap, i, k))
    right = found = 0
    used_left: set[int] = set()
    used_right: set[int] = set()
    for is_right, _, i, k in sorted(pairs, reverse=True):
        if i not in used_left and k not in used_right:
            used_left.add(i)
            used_right.add(k)
            found += 1
            right += is_right
    return Score(right, found, len(predicted), len(expected))


def _overlap(kind: Kind, expected: Mapping[str, Any], predicted: Mapping[str, Any]) -> float:
    first = expected["evidence"][0]
    span = (first["start"], first["end"])
    return max((_meets(kind, span, other) for other in _spans(kind, predicted)), default=0.0)


def _spans(kind: Kind, item: Mapping[str, Any]) -> list[Span]:
    """What an annotation stands on: its first evidence, and for an event every mention."""
    return [
        (part["start"], part["end"])
        for rank, part in enumerate(item["evidence"])
        if rank == 0 or (kind is Kind.EVENT and part.get("role") in _MENTIONS)
    ]


def _meets(kind: Kind, expected: Span, predicted: Span) -> float:
    """How well two spans agree, from 0 (not at all, or too little for the kind) to 1."""
    common = min(expected[1], predicted[1]) - max(expected[0], predicted[0])
    if common <= 0:
        return 0.0
    lengths = sorted((expected[1] - expected[0], predicted[1] - predicted[0]))
    share = common / (sum(lengths) - common)
    is_inside = common == lengths[0]
    if kind is Kind.FIGURE:
        return common / (expected[1] - expected[0])
    if kind is Kind.EVENT:
        return share if share >= 0.25 or (is_inside and lengths[0] >= 20) else 0.0
    return share if share >= 0.5 or (is_inside and lengths[0] >= 0.4 * lengths[1]) else 0.0


def _is_right(kind: Kind, expected: Mapping[str, Any], predicted: Mapping[str, Any]) -> bool:
    one, other = (from_json(BODY_TYPES[kind], dict(item["body"])) for item in (expected, predicted))
    if isinstance(one, Figure) and isinstance(other, Figure):
        numbers = ((one.value, other.value), (one.minimum, other.minimum), (one.maximum, other.maximum))
        return one.unit == other.unit and all(_is_near(left, right) for left, right in numbers)
    if isinstance(one, Event) and isinstance(other, Event):
        return one.type is other.type
    return isinstance(one, Commitment) and isinstance(other, Commitment) and one.kind is other.kind


def _is_near(expected: Decimal | None, predicted: Decimal | None) -> bool:
    if expected is None or predicted is None:
        return expected is None
    return abs(expected - predicted) <= _NEAR * max(abs(expected), abs(predicted))


def _score_noise(expected: Document, predicted: Document) -> Score:
    left, right = (_outside(document) for document in (expected, predicted))
    common = len(left & right)
    return Score(common, common, len(right), len(left))


def _outside(document: Document) -> set[int]:
    """Positions of all characters that are neither title nor body."""
    return {at for zone in document["zones"] if zone["kind"] not in _READ for at in range(zone["start"], zone["end"])}


def main() -> None:
    """Print a table of the seeds."""
    for kind, one in extract_seeds().items():
        print(f"{kind:12} P {one.precision:.3f}  R {one.recall:.3f}  F1 {one.f1:.3f}  ({one.right} of {one.expected}, {one.predicted} predicted)")


if __name__ == "__main__":
    main()
