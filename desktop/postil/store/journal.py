"""The journal: appending signed records, and reading them back; nothing here changes or removes one."""

# ruff: noqa: S608 - statements are put together from our own words only; every value is bound

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from postil.base import canonical
from postil.base.clock import HybridTime
from postil.base.errors import StoreError
from postil.base.i18n import _
from postil.base.ids import new_id
from postil.domain.record import DOMAIN_TAG, Draft, Record, Step, parse
from postil.store.driver import Connection, scalar
from postil.store.keys import DeviceKey
from postil.store.receipt import NOTHING, Mark

_COLUMNS: Final = "n, hash, body"
_HERE: Final = ""
"""`arrived_by` of records made in this store."""


@dataclass(slots=True)
class Author:
    """Who writes: a person, their key, and the chain so far (advanced record by record within a transaction)."""

    person: str
    key: DeviceKey
    seq: int
    prev: bytes


class Journal:
    """The journal of one connection."""

    def __init__(self, connection: Connection, project: str) -> None:
        self._connection = connection
        self._project = project
        self.time = HybridTime(0, 0)

    def tail(self) -> Mark:
        """How far it goes: the number and the hash of the last record."""
        row = self._connection.execute("SELECT n, hash FROM journal ORDER BY n DESC LIMIT 1").fetchone()
        return Mark(*row) if row else NOTHING

    def catch_up(self) -> None:
        """Take the logical time from the last record, after opening."""
        for record in self.records("ORDER BY n DESC LIMIT 1"):
            self.time = record.hlc

    def author(self, person: str, key: DeviceKey) -> Author:
        """The author's chain as the journal has it now."""
        row = self._connection.execute("SELECT seq, hash FROM journal WHERE author = ? ORDER BY seq DESC, n DESC LIMIT 1", (key.public,)).fetchone()
        return Author(person, key, row[0] if row else 0, row[1] if row else b"")

    def append(self, author: Author, draft: Draft, step: Step | None, now_ms: int) -> Record:
        """Sign `draft` as the author's next record and write it; the caller holds the transaction."""
        self.time = self.time.tick(now_ms)
        record = Record(
            n=0,
            hash="",
            project=self._project,
            id=new_id(self.time.ms),
            kind=draft.kind,
            key=author.key.public.hex(),
            seq=author.seq + 1,
            prev=author.prev.hex(),
            by=draft.by or author.person,
            hlc=self.time,
            entity=draft.entity,
            parents=draft.parents,
            set=draft.set,
            verdict=draft.verdict,
            heads=draft.heads,
            step=step,
        )
        body = canonical.encode(record.body())
        digest = canonical.sha256(body)
        cursor = self._connection.execute(
            "INSERT INTO journal(hash, body, sig, kind, author, seq, entity, step, arrived_by) VALUES(?,?,?,?,?,?,?,?,?)",
            (
                digest,
                body,
                author.key.sign(DOMAIN_TAG + body),
                str(draft.kind),
                author.key.public,
                record.seq,
                draft.entity,
                step.id if step else "",
                _HERE,
            ),
        )
        author.seq, author.prev = record.seq, digest
        return _numbered(record, int(cursor.lastrowid or 0), digest.hex())

    def records(self, rest: str = "ORDER BY n", parameters: Sequence[Any] = ()) -> Iterator[Record]:
        """Records in order; `rest` is what follows FROM journal in the query."""
        for n, digest, body in self._connection.execute(f"SELECT {_COLUMNS} FROM journal {rest}", tuple(parameters)):
            try:
                yield parse(n, digest, body)
            except ValueError as error:
                raise StoreError(
                    _("Record {n} of the journal is damaged: {reason}.").format(n=n, reason=error),
                    next_step=_("Run “postil verify” on the project, and restore a backup."),
                ) from error

    def tip(self, entity: str) -> str:
        """The hash of the last record about one thing; empty when there is none."""
        digest = scalar(self._connection, "SELECT hash FROM journal WHERE entity = ? ORDER BY n DESC LIMIT 1", (entity,))
        return "" if digest is None else str(digest.hex())

    def of_entity(self, entity: str) -> list[Record]:
        """All that was ever said about one thing, in order."""
        return list(self.records("WHERE entity = ? ORDER BY n", (entity,)))

    def newest_of_entity(self, entity: str, limit: int) -> list[Record]:
        """The last records about one thing, newest first."""
        return list(self.records("WHERE entity = ? ORDER BY n DESC LIMIT ?", (entity, limit)))

    def newest(self, limit: int) -> list[Record]:
        """The last records of all, newest first."""
        return list(self.records("ORDER BY n DESC LIMIT ?", (limit,)))

    def of_step(self, step: str) -> list[Record]:
        """The records of one step, in order."""
        return list(self.records("WHERE step = ? ORDER BY n", (step,)))

    def of_hash(self, digest: str) -> Record:
        """The record with this hash. Raises KeyError when it is not here."""
        for record in self.records("WHERE hash = ?", (bytes.fromhex(digest),)):
            return record
        raise KeyError(digest)

    def of_numbers(self, numbers: Iterable[int]) -> list[Record]:
        """The records with these numbers, in order."""
        wanted = sorted(numbers)
        out: list[Record] = []
        for at in range(0, len(wanted), 500):
            part = wanted[at : at + 500]
            out += self.records(f"WHERE n IN ({','.join('?' * len(part))}) ORDER BY n", part)
        return out

    def has(self, public: bytes, mark: Mark) -> bool:
        """Does the journal hold the record that a key's receipt names?"""
        sql = "SELECT 1 FROM journal WHERE author = ? AND seq = ? AND hash = ?"
        return bool(scalar(self._connection, sql, (public, mark.count, mark.hash)))

    def count(self) -> int:
        """How many records there are."""
        return int(scalar(self._connection, "SELECT count(*) FROM journal"))


def _numbered(record: Record, n: int, digest: str) -> Record:
    return Record(
        n, digest, record.project, record.id, record.kind, record.key, record.seq, record.prev, record.by, record.hlc,
        record.entity, record.parents, record.set, record.verdict, record.heads, record.step,
    )  # fmt: skip
