"""Annotations and suggestions as they are read: domain objects, with links resolved for the person who looks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from postil.base.ids import extraction_id
from postil.domain import codec, parts
from postil.domain.annotation import BODY_TYPES, Annotation, Kind, Origin, State
from postil.domain.commitment import Commitment
from postil.domain.figure import Figure
from postil.domain.selector import Evidence, Role
from postil.store.blobs import Blobs
from postil.store.derive.context import uuid_bytes
from postil.store.driver import Connection, scalar

_COLUMNS: Final = """n.uuid, a.uuid, n.extraction, n.author, n.kind, n.state, n.fields, n.evidence, n.body, n.hands, n.head, n.changed, n.broken
    FROM annotation AS n JOIN article AS a ON a.id = n.article"""


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
    item = json.loads(blobs.get(row[3]))["annotations"][row[4]]
    return SuggestionItem(uuid, row[0], row[1], row[2], item, bool(row[5]))


def one(connection: Connection, blobs: Blobs, uuid: str, person: str) -> Annotation | None:
    """An annotation or a suggestion by its id."""
    row = connection.execute(f"SELECT {_COLUMNS} WHERE n.uuid = ? AND n.deleted = 0", (uuid,)).fetchone()
    if row is not None:
        return _resolved(_annotation(row), _decided(connection, row[2]))
    found = suggestion(connection, blobs, uuid)
    if found is None:
        return None
    return _resolved(_suggested(found.article, found.suggester, found.item), _decided(connection, extraction_id(found.article, person)))


def of_extraction(connection: Connection, extraction: str) -> tuple[Annotation, ...]:
    """All annotations of one author about one article, in text order."""
    links = _decided(connection, extraction)
    sql = f"SELECT {_COLUMNS} WHERE n.extraction = ? AND n.deleted = 0 ORDER BY n.start, n.id"
    return tuple(_resolved(_annotation(row), links) for row in connection.execute(sql, (extraction,)))


def of_article(connection: Connection, blobs: Blobs, article: str, number: int, person: str) -> tuple[Annotation, ...]:
    """A person's own annotations of an article, and the suggestions they have not decided, in text order."""
    extraction = extraction_id(article, person)
    own = of_extraction(connection, extraction)
    covered = {row[0] for row in connection.execute("SELECT covers FROM annotation WHERE extraction = ? AND covers IS NOT NULL", (extraction,))}
    links = _decided(connection, extraction)
    rest = [_resolved(found, links) for found in _on_view(connection, blobs, article, number) if uuid_bytes(found.id) not in covered]
    return tuple(sorted((*own, *rest), key=lambda annotation: annotation.start)) if rest else own


def in_state(connection: Connection, state: State, kind: Kind) -> Iterator[Annotation]:
    """All annotations of one kind in one state, with sound evidence, of articles on view."""
    sql = f"SELECT {_COLUMNS} WHERE n.state = ? AND n.kind = ? AND n.deleted = 0 AND n.broken = 0 AND a.hidden = 0 ORDER BY n.id"
    for row in connection.execute(sql, (str(state), str(kind))):
        yield _annotation(row)


def _on_view(connection: Connection, blobs: Blobs, article: str, number: int) -> Iterable[Annotation]:
    for suggester, digest in connection.execute("SELECT suggester, blob FROM run WHERE article = ? ORDER BY id", (number,)).fetchall():
        for item in json.loads(blobs.get(digest))["annotations"]:
            yield _suggested(article, suggester, item)


def evidence_of(items: Iterable[dict[str, Any]]) -> tuple[Evidence, ...]:
    """Evidence from its JSON."""
    return tuple(
        Evidence(item["start"], item["end"], item["exact"], Role(item["role"]), item.get("prefix", ""), item.get("suffix", "")) for item in items
    )


def _annotation(row: tuple[Any, ...]) -> Annotation:
    uuid, article, extraction, author, kind_name, state, fields_text, evidence, body, hands, head, changed, broken = row
    fields = json.loads(fields_text)
    kind = Kind(kind_name)
    return Annotation(
        id=uuid,
        article=article,
        extraction=extraction,
        author=author,
        kind=kind,
        body=codec.from_json(BODY_TYPES[kind], json.loads(body)),
        evidence=evidence_of(json.loads(evidence)),
        state=State(state),
        tags=tuple(parts.tags_of(fields)),
        origin=Origin(fields.get("origin", Origin.TYPED)),
        rule=str(fields.get("rule", "")),
        confidence=int(fields.get("confidence", 1000)),
        suggestion=str(fields.get("suggestion", "")),
        head=head.hex(),
        authors=tuple(sorted(set(json.loads(hands).values()))),
        changed_since_approval=bool(changed),
        evidence_broken=bool(broken),
    )


def _suggested(article: str, suggester: str, item: dict[str, Any]) -> Annotation:
    kind = Kind(item["kind"])
    return Annotation(
        id=item["id"],
        article=article,
        extraction=extraction_id(article, suggester),
        author=suggester,
        kind=kind,
        body=codec.from_json(BODY_TYPES[kind], item["body"]),
        evidence=evidence_of(item["evidence"]),
        state=State.SUGGESTED,
        origin=Origin.SUGGESTER,
        rule=str(item.get("rule", "")),
        confidence=int(item.get("confidence", 500)),
        suggestion=item["id"],
    )


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
