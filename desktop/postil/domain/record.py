"""Journal records: the signed unit of change, its canonical body, and what is wrong with a body that is refused.

A body is canonical JSON with these fields (see the decision records for the two that the design page lacks):

    v, project, id          format, project id, UUIDv7 (for people and for sorting; identity is the SHA-256 of the body)
    kind                    one of RecordKind
    key, seq, prev          public key of this person on this device, its counter from 1, hash of its previous record
    by                      person id, or "suggester/version", on whose behalf the key signs
    hlc                     [milliseconds, counter], for display order only
    entity, parents         "type:id" of what it changes; hashes of the heads that the author saw
    set                     only the changed fields; null means: no longer there
    verdict, heads          reviews only: the verdict and the exact versions judged
    step                    what undo sees as one: {id, label} and, when it undoes or redoes another, that one's id
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from postil.base import canonical
from postil.base.clock import HybridTime

VERSION: Final = 1
DOMAIN_TAG: Final = b"postil-record-1\n"
"""Signed before the body, so that a signature means nothing for another type of object."""
LARGEST_BODY: Final = 64 * 1024 * 1024


class RecordKind(StrEnum):
    """What a record says."""

    IMPORT = "import"
    SUGGEST = "suggest"
    EDIT = "edit"
    DELETE = "delete"
    COMMENT = "comment"
    RESOLVE = "resolve"
    ASSIGN = "assign"
    SUBMIT = "submit"
    REVIEW = "review"
    CODEBOOK = "codebook"
    TRUST = "trust"
    HEADS = "heads"


class EntityType(StrEnum):
    """The types of thing that a record can change; the first half of `entity`."""

    BATCH = "batch"
    ARTICLE = "article"
    ANNOTATION = "annotation"
    EXTRACTION = "extraction"
    NOTE = "note"
    PERSON = "person"

    def of(self, entity_id: str) -> str:
        """The entity name of one thing of this type."""
        return f"{self}:{entity_id}"


def split_entity(entity: str) -> tuple[str, str]:
    """Type and id of an entity name."""
    kind, _, entity_id = entity.partition(":")
    return kind, entity_id


@dataclass(frozen=True, slots=True)
class Step:
    """What a person's undo takes as one: shared by all records of one command."""

    id: str
    label: str
    undo: str = ""
    redo: str = ""

    def to_json(self) -> dict[str, str]:
        """As it stands in a body."""
        out = {"id": self.id, "label": self.label}
        if self.undo:
            out["undo"] = self.undo
        if self.redo:
            out["redo"] = self.redo
        return out


@dataclass(frozen=True, slots=True)
class Draft:
    """A record before it has an author key, a number and a signature. `by` empty means the person at work."""

    kind: RecordKind
    entity: str
    set: dict[str, Any] = field(default_factory=dict)
    parents: tuple[str, ...] = ()
    by: str = ""
    verdict: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A record of the journal. `n` is its place in this store's journal, hashes are lower-case hex."""

    n: int
    hash: str
    project: str
    id: str
    kind: str
    key: str
    seq: int
    prev: str
    by: str
    hlc: HybridTime
    entity: str
    parents: tuple[str, ...]
    set: dict[str, Any]
    verdict: str = ""
    heads: tuple[str, ...] = ()
    step: Step | None = None

    @property
    def by_suggester(self) -> bool:
        """Does it speak for a program rather than for a person?"""
        return "/" in self.by

    def body(self) -> dict[str, Any]:
        """The body as JSON values; `canonical.encode` of it is what was signed."""
        out: dict[str, Any] = {
            "v": VERSION,
            "project": self.project,
            "id": self.id,
            "kind": str(self.kind),
            "key": self.key,
            "seq": self.seq,
            "prev": self.prev,
            "by": self.by,
            "hlc": [self.hlc.ms, self.hlc.counter],
            "entity": self.entity,
            "parents": list(self.parents),
            "set": self.set,
        }
        if self.verdict:
            out["verdict"] = self.verdict
            out["heads"] = list(self.heads)
        if self.step is not None:
            out["step"] = self.step.to_json()
        return out


def parse(n: int, digest: bytes, body: bytes, *, strict: bool = False) -> Record:
    """The record of a body. `strict` also refuses a body that is not byte for byte canonical.

    Raises ValueError naming the field that is wrong.
    """
    if len(body) > LARGEST_BODY:
        raise ValueError("body: too large")
    data = canonical.decode(body) if strict else json.loads(body)
    if not isinstance(data, dict) or data.get("v") != VERSION:
        raise ValueError("v: made by another version of Postil")
    hlc = _typed(data, "hlc", list)
    if len(hlc) != 2 or not all(type(part) is int and part >= 0 for part in hlc):
        raise ValueError("hlc: not two whole numbers")
    return Record(
        n=n,
        hash=digest.hex(),
        project=_typed(data, "project", str),
        id=_typed(data, "id", str),
        kind=_typed(data, "kind", str),
        key=_hex(data, "key"),
        seq=_positive(data, "seq"),
        prev=_typed(data, "prev", str),
        by=_typed(data, "by", str),
        hlc=HybridTime(hlc[0], hlc[1]),
        entity=_typed(data, "entity", str),
        parents=_strings(data, "parents"),
        set=_typed(data, "set", dict),
        verdict=_typed(data, "verdict", str) if "verdict" in data else "",
        heads=_strings(data, "heads") if "heads" in data else (),
        step=_step(_typed(data, "step", dict)) if "step" in data else None,
    )


def _typed(data: dict[str, Any], name: str, kind: type) -> Any:
    value = data.get(name)
    if type(value) is not kind:
        raise ValueError(f"{name}: no {kind.__name__}")
    return value


def _positive(data: dict[str, Any], name: str) -> int:
    value: int = _typed(data, name, int)
    if value < 1:
        raise ValueError(f"{name}: below 1")
    return value


def _hex(data: dict[str, Any], name: str) -> str:
    value: str = _typed(data, name, str)
    if len(value) != 64 or value.strip("0123456789abcdef"):
        raise ValueError(f"{name}: not 32 bytes in hexadecimal")
    return value


def _strings(data: dict[str, Any], name: str) -> tuple[str, ...]:
    value: list[Any] = _typed(data, name, list)
    if not all(type(item) is str for item in value):
        raise ValueError(f"{name}: not all strings")
    return tuple(value)


def _step(data: dict[str, Any]) -> Step:
    undo = _typed(data, "undo", str) if "undo" in data else ""
    redo = _typed(data, "redo", str) if "redo" in data else ""
    return Step(_typed(data, "id", str), _typed(data, "label", str), undo, redo)
