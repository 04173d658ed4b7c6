"""Which part of the derivation a record goes to, and who may say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from postil.domain.record import EntityType, Record, RecordKind, split_entity
from postil.store.blobs import Blobs
from postil.store.derive import annotations as annotation_part
from postil.store.derive import articles, notes, people, reviews, runs, states, steps, submissions
from postil.store.derive.context import Context
from postil.store.driver import Connection, scalar
from postil.store.journal import Journal

Part = Callable[[Context, Record, str], None]

_PARTS: Final[dict[tuple[str, str], Part]] = {
    (RecordKind.IMPORT, EntityType.BATCH): articles.import_batch,
    (RecordKind.DELETE, EntityType.BATCH): articles.hide_batch,
    (RecordKind.EDIT, EntityType.BATCH): articles.hide_batch,
    (RecordKind.EDIT, EntityType.ARTICLE): articles.edit,
    (RecordKind.SUGGEST, EntityType.EXTRACTION): runs.record,
    (RecordKind.EDIT, EntityType.ANNOTATION): annotation_part.edit,
    (RecordKind.DELETE, EntityType.ANNOTATION): annotation_part.edit,
    (RecordKind.SUBMIT, EntityType.EXTRACTION): submissions.submit,
    (RecordKind.ASSIGN, EntityType.EXTRACTION): submissions.open_review,
    (RecordKind.REVIEW, EntityType.ANNOTATION): reviews.review,
    (RecordKind.REVIEW, EntityType.EXTRACTION): reviews.review,
    (RecordKind.COMMENT, EntityType.NOTE): notes.write,
    (RecordKind.DELETE, EntityType.NOTE): notes.write,
    (RecordKind.TRUST, EntityType.PERSON): people.trust,
}
_SETTLE_EVERY: Final = 2000


class Deriver:
    """Applies records to the derived tables of one connection."""

    def __init__(self, connection: Connection, blobs: Blobs, journal: Journal) -> None:
        self._context = Context(connection, blobs, journal)

    def apply(self, record: Record) -> None:
        """Take one record in. A kind of a newer Postil, or one that its key may not say, changes nothing."""
        kind, entity_id = split_entity(record.entity)
        part = _PARTS.get((record.kind, kind))
        if part is None or not self._is_admitted(record):
            return
        part(self._context, record, entity_id)
        steps.follow(self._context, record)

    def settle(self) -> None:
        """Count again what the records since the last time have touched; before every COMMIT."""
        states.settle(self._context)

    def apply_all(self, records: Iterable[Record]) -> int:
        """Take many in, in order; how many."""
        count = 0
        for count, record in enumerate(records, start=1):
            self.apply(record)
            if count % _SETTLE_EVERY == 0:
                self.settle()
        self.settle()
        return count

    def _is_admitted(self, record: Record) -> bool:
        if record.kind == RecordKind.TRUST:
            return True
        person = scalar(self._context.connection, "SELECT person FROM device WHERE key = ?", (bytes.fromhex(record.key),))
        return person is not None and (record.by_suggester if record.kind == RecordKind.SUGGEST else person == record.by)
