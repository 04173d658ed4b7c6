"""What every part of the derivation works with: the connection, the blobs, and what must be counted again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from postil.domain.author import PersonRole
from postil.domain.record import Record
from postil.store.blobs import Blobs
from postil.store.driver import Connection, scalar
from postil.store.journal import Journal
from postil.store.versions import Version, folded, merged


@dataclass(slots=True)
class Context:
    """One derivation. `annotations`, `extractions` and `articles` hold what `states.settle` counts again."""

    connection: Connection
    blobs: Blobs
    journal: Journal
    annotations: set[str] = field(default_factory=set)
    extractions: set[str] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=dict)

    def article_number(self, uuid: str) -> int:
        """The small number of an article; 0 when it is not here (yet)."""
        number = self._numbers.get(uuid)
        if number is None:
            number = int(scalar(self.connection, "SELECT id FROM article WHERE uuid = ?", (uuid,)) or 0)
            if number:
                if len(self._numbers) > 10_000:
                    self._numbers.clear()
                self._numbers[uuid] = number
        return number

    def is_supervisor(self, person: str) -> bool:
        """Is this person a supervisor, as far as the records go?"""
        return bool(scalar(self.connection, "SELECT role FROM person WHERE id = ?", (person,)) == PersonRole.SUPERVISOR)

    def text(self, article: int) -> str:
        """The text of an article by its number."""
        return self.blobs.text(scalar(self.connection, "SELECT text FROM article WHERE id = ?", (article,)))

    def next_version(self, current: Version | None, record: Record) -> Version:
        """The version after `record`; undo and redo look at the whole history, because they may restore an earlier one."""
        if current is None or (record.step is not None and (record.step.undo or record.step.redo)):
            return folded(r for r in self.journal.of_entity(record.entity) if r.n <= record.n)
        return merged(current, record)

    def touched(self, article: int, record: Record) -> None:
        """Remember for the article's history that the record was about it."""
        self.connection.execute("INSERT INTO touch(article, n) VALUES(?, ?) ON CONFLICT DO NOTHING", (article, record.n))


def dumped(value: Any) -> str:
    """JSON text of a derived column."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def uuid_bytes(uuid: str) -> bytes:
    """The 16 bytes of a UUID's text; empty when it is none."""
    try:
        return bytes.fromhex(uuid.replace("-", ""))
    except ValueError:
        return b""
