"""Versions: what the records of one thing add up to, field by field, with whose hand is in each field.

An undo that restores exactly what stood before its step *is* the earlier version again: same head, same hands.
So an approval that was given to it counts again, and nobody becomes an author by undoing what they did.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from postil.base import canonical
from postil.domain.record import Record, RecordKind

WORKFLOW_FIELDS = frozenset({"state", "deleted"})
"""Fields that say where an annotation stands; an approval is not about them."""

CONTENT = frozenset({RecordKind.IMPORT, RecordKind.EDIT, RecordKind.DELETE, RecordKind.COMMENT})
"""Records that say what a thing is; the others say what somebody thinks of it."""


@dataclass(frozen=True, slots=True)
class Version:
    """Fields as they stand, who wrote each, the record that made this version, and the last record of all."""

    fields: dict[str, Any] = field(default_factory=dict)
    hands: dict[str, str] = field(default_factory=dict)
    head: str = ""
    tip: str = ""

    @property
    def is_deleted(self) -> bool:
        """Was it deleted, or never there?"""
        return not self.fields or bool(self.fields.get("deleted"))

    @property
    def authors(self) -> tuple[str, ...]:
        """Everybody whose hand is in it."""
        return tuple(sorted(set(self.hands.values())))


NO_VERSION = Version()


def merged(version: Version, record: Record) -> Version:
    """The version after one more record."""
    fields = {name: value for name, value in {**version.fields, **record.set}.items() if value is not None}
    return Version(fields, {**version.hands, **dict.fromkeys(record.set, record.by)}, record.hash, record.hash)


def history(records: Iterable[Record]) -> list[Version]:
    """The versions after each record of one thing, oldest first, beginning with nothing; a verdict makes no version."""
    versions = [NO_VERSION]
    first: dict[tuple[str, str], int] = {}
    last: dict[tuple[str, str], int] = {}
    for place, record in enumerate(records):
        if record.kind not in CONTENT:
            versions.append(versions[-1])
            continue
        version = merged(versions[-1], record)
        if record.step is not None:
            step = record.step
            first.setdefault((record.by, step.id), place)
            last[record.by, step.id] = place + 1
            version = _same(version, versions, first.get((record.by, step.undo)), last.get((record.by, step.redo)))
        versions.append(version)
    return versions


def folded(records: Iterable[Record]) -> Version:
    """The version that all records of one thing add up to."""
    return history(records)[-1]


def _same(version: Version, versions: list[Version], before: int | None, after: int | None) -> Version:
    for place in (before, after):
        if place is not None and versions[place].fields == version.fields:
            earlier = versions[place]
            return Version(earlier.fields, earlier.hands, earlier.head, version.tip)
    return version


def changed_fields(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """What a record must set to turn `old` into `new`; None where a field goes."""
    gone = {name: None for name in old if name not in new}
    return gone | {name: value for name, value in new.items() if name not in old or old[name] != value}


def content_digest(text_sha256: str, fields: dict[str, Any]) -> bytes:
    """What an approval is signed over: everything that an annotation says, and the text it says it about."""
    content = {name: value for name, value in fields.items() if name not in WORKFLOW_FIELDS}
    return canonical.sha256(canonical.encode({"text": text_sha256, "annotation": content}))
