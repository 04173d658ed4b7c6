"""Annotations and suggestions as they are read: domain objects, with links resolved for the person who looks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from postil.base.ids import extraction_id
from postil.domain import parts
from postil.domain.annotation import Annotation, Kind, State
from postil.domain.commitment import Commitment
from postil.domain.figure import Figure
from postil.store.blobs import Blobs
from postil.store.derive.context import uuid_bytes
from postil.store.driver import Connection, scalar
from postil.store.read.decoded import COLUMNS, Decoded, suggestions_of


@dataclass(frozen=True, slots=True)
class AnnotationFacts:
    """What a command needs to know of a person's annotation before it changes it."""

    uuid: str
    article: str
    number: int
    extraction: str
    author: str
    state: State
    fields: dict[str, Any]
    hands: dict[str, str]
    head: str
    tip: str
    deleted: bool

    @property
    def authors(self) -> tuple[str, ...]:
        """Everybody whose hand is in the current version."""
        return tuple(sorted(set(self.hands.values())))


@dataclass(frozen=True, slots=True)
class SuggestionItem:
    """A suggestion as its run wrote it."""

    uuid: str
    article: str
    number: int
    suggester: str
    item: dict[str, Any]
    is_current: bool


def fact(connection: Connection, uuid: str) -> AnnotationFacts | None:
    """One annotation of a person, deleted ones too."""
    row = connection.execute(
        """SELECT n.uuid, a.uuid, n.article, n.extraction, n.author, n.state, n.fields, n.evidence, n.body, n.hands, n.head, n.tip, n.deleted
        FROM annotation AS n JOIN article AS a ON a.id = n.article WHERE n.uuid = ?""",
        (uuid,),
    ).fetchone()
    if row is None:
        return None
    state = State(row[5]) if row[5] else State.DRAFT
    fields = parts.joined(*(json.loads(part) for part in row[6:9]))
    uuid, article, number, extraction, author = row[:5]
    return AnnotationFacts(uuid, article, number, extraction, author, state, fields, json.loads(row[9]), row[10].hex(), row[11].hex(), bool(row[12]))


def suggestion(connection: Connection, blobs: Blobs, uuid: str) -> SuggestionItem | None:
    """One suggestion, also one that is no longer on view but was decided."""
    row = connection.execute(
        """SELECT a.uuid, s.article, r.suggester, s.blob, s.place, r.blob = s.blob FROM suggestion AS s JOIN article AS a ON a.id = s.article
        JOIN run AS r ON r.id = s.run WHERE s.uuid = ?""",
        (uuid_bytes(uuid),),
    ).fetchone()
    if row is None:
        return None
    item = blobs.document(row[3])["annotations"][row[4]]
    return SuggestionItem(uuid, row[0], row[1], row[2], item, bool(row[5]))


def one(connection: Connection, blobs: Blobs, decoded: Decoded, uuid: str, person: str) -> Annotation | None:
    """An annotation or a suggestion by its id."""
    row = connection.execute(f"SELECT {COLUMNS} WHERE n.uuid = ? AND n.deleted = 0", (uuid,)).fetchone()
    if row is not None:
        found = decoded.row(row)
        return _resolved(found, _decided(connection, found.extraction))
    item = suggestion(connection, blobs, uuid)
    if item is None:
        return None
    return _resolved(suggestions_of(item.article, item.suggester, (item.item,))[0], _decided(connection, extraction_id(item.article, person)))


def of_extraction(connection: Connection, decoded: Decoded, extraction: str) -> tuple[Annotation, ...]:
    """All annotations of one author about one article, in text order."""
    links = _decided(connection, extraction)
    sql = f"SELECT {COLUMNS} WHERE n.extraction = ? AND n.deleted = 0"
    return tuple(sorted((_resolved(decoded.row(row), links) for row in connection.execute(sql, (extraction,))), key=text_order))


def of_article(connection: Connection, decoded: Decoded, article: str, number: int, person: str) -> tuple[Annotation, ...]:
    """A person's own annotations of an article, and the suggestions they have not decided, in text order."""
    extraction = extraction_id(article, person)
    own = of_extraction(connection, decoded, extraction)
    rows = connection.execute("SELECT covers FROM annotation WHERE extraction = ? AND covers IS NOT NULL", (extraction,))
    covered = {str(UUID(bytes=row[0])) for row in rows}
    links = _decided(connection, extraction) if covered else {}
    runs = connection.execute("SELECT suggester, blob FROM run WHERE article = ? ORDER BY id", (number,)).fetchall()
    rest = [found for suggester, digest in runs for found in decoded.run(article, suggester, digest) if found.id not in covered]
    return tuple(sorted([*own, *(_resolved(found, links) for found in rest)], key=text_order)) if rest else own


def in_state(connection: Connection, decoded: Decoded, state: State, kind: Kind) -> Iterator[Annotation]:
    """All annotations of one kind in one state, with sound evidence, of articles on view."""
    sql = f"SELECT {COLUMNS} WHERE n.state = ? AND n.kind = ? AND n.deleted = 0 AND n.broken = 0 AND a.hidden = 0 ORDER BY n.id"
    for row in connection.execute(sql, (str(state), str(kind))):
        yield decoded.row(row)


def text_order(annotation: Annotation) -> tuple[int, int, str]:
    """Sorts annotations as one reads them: what lies around comes before what lies inside."""
    first = annotation.evidence[0] if annotation.evidence else None
    return (first.start, -first.end, annotation.id) if first else (0, 0, annotation.id)


def counts_on_view(connection: Connection, number: int, extraction: str) -> tuple[int, int]:
    """What this extraction's author has still to decide in an article, and how many annotations there are in all."""
    left = open_suggestions(connection, number, extraction)
    sql = "SELECT count(*), count(CASE WHEN state = ? THEN 1 END) FROM annotation WHERE extraction = ? AND deleted = 0"
    own, returned = connection.execute(sql, (str(State.RETURNED), extraction)).fetchone()
    return left + returned, left + own


def _decided(connection: Connection, extraction: str) -> dict[str, str]:
    """Suggestion → the person's annotation made from it, for links that were written before it was accepted."""
    sql = "SELECT suggestion, uuid FROM annotation WHERE extraction = ? AND suggestion IS NOT NULL AND deleted = 0 AND state <> ?"
    return {str(UUID(bytes=row[0])): row[1] for row in connection.execute(sql, (extraction, str(State.REJECTED)))}


def _resolved(annotation: Annotation, links: dict[str, str]) -> Annotation:
    body = annotation.body
    if isinstance(body, Figure) and body.relates_to in links:
        return replace(annotation, body=replace(body, relates_to=links[body.relates_to]))
    if isinstance(body, Commitment) and body.target_figure in links:
        return replace(annotation, body=replace(body, target_figure=links[body.target_figure]))
    return annotation


def article_of(connection: Connection, uuid: str) -> str:
    """The article an annotation or a suggestion is about; empty when neither is known."""
    sql = "SELECT a.uuid FROM annotation AS n JOIN article AS a ON a.id = n.article WHERE n.uuid = ?"
    found = scalar(connection, sql, (uuid,))
    if found is None:
        found = scalar(connection, "SELECT a.uuid FROM suggestion AS s JOIN article AS a ON a.id = s.article WHERE s.uuid = ?", (uuid_bytes(uuid),))
    return str(found or "")


def open_suggestions(connection: Connection, number: int, extraction: str) -> int:
    """How many suggestions on view of an article this extraction's author has not decided."""
    on_view = int(scalar(connection, "SELECT figures + events + commitments FROM article WHERE id = ?", (number,)) or 0)
    covered = scalar(connection, "SELECT covers_figures + covers_events + covers_commitments FROM extraction WHERE uuid = ?", (extraction,))
    return on_view - int(covered or 0)


def versions_to_submit(connection: Connection, extraction: str) -> list[tuple[str, str]]:
    """Everything of an extraction that is neither rejected nor deleted, with its version."""
    sql = "SELECT uuid, head FROM annotation WHERE extraction = ? AND deleted = 0 AND state <> ? ORDER BY uuid"
    return [(uuid, head.hex()) for uuid, head in connection.execute(sql, (extraction, str(State.REJECTED)))]
