"""Annotations: people's own, field by field; a suggestion is never changed, only decided."""

from __future__ import annotations

import json
from typing import Any

from postil.base.ids import extraction_id
from postil.domain import parts
from postil.domain.record import Record
from postil.store.derive import runs
from postil.store.derive.context import Context, dumped, uuid_bytes
from postil.store.driver import scalar
from postil.store.versions import Version


def edit(context: Context, record: Record, uuid: str) -> None:
    """Add, accept, reject, change, tag, delete or bring back one annotation."""
    row = context.connection.execute("SELECT id, fields, evidence, body, hands, head, tip, author FROM annotation WHERE uuid = ?", (uuid,)).fetchone()
    current = version_of(row[1:7]) if row else None
    if row and row[7] != record.by and not context.is_supervisor(record.by):
        return  # nobody but a supervisor fixes another's work
    version = context.next_version(current, record)
    number = context.article_number(str(version.fields.get("article", "")))
    if not number:
        return  # its article is not here
    if row is None:
        _insert(context, uuid, number, record.by, version)
    else:
        _update(context, row[0], number, version)
    _retag(context, number, uuid, version)
    context.touched(number, record)
    context.annotations.add(uuid)


def _insert(context: Context, uuid: str, number: int, author: str, version: Version) -> None:
    fields = version.fields
    extraction = extraction_id(str(fields["article"]), author)
    suggestion = uuid_bytes(str(fields["suggestion"])) if fields.get("suggestion") else None
    context.connection.execute(
        """INSERT INTO annotation(uuid, article, extraction, author, kind, state, start, suggestion, covers, fields, evidence,
        body, hands, head, tip, changed, broken, conflict, deleted) VALUES(?,?,?,?,?,'',?,?,?,?,?,?,?,?,?,0,?,0,?)""",
        (
            uuid, number, extraction, author, str(fields["kind"]), _start(fields), suggestion, _on_view(context, suggestion), *_parts(fields),
            dumped(version.hands), bytes.fromhex(version.head), bytes.fromhex(version.tip), int(is_broken(context, number, fields)),
            int(version.is_deleted),
        ),
    )  # fmt: skip


def _update(context: Context, row_id: int, number: int, version: Version) -> None:
    fields = version.fields
    was_deleted, old_evidence, broken = context.connection.execute(
        "SELECT deleted, evidence, broken FROM annotation WHERE id = ?", (row_id,)
    ).fetchone()
    rest, evidence, body = _parts(fields)
    if evidence != old_evidence:
        broken = int(is_broken(context, number, fields))
    head, tip = bytes.fromhex(version.head), bytes.fromhex(version.tip)
    context.connection.execute(
        """UPDATE annotation SET kind = ?, start = ?, fields = ?, evidence = ?, body = ?, hands = ?, head = ?, tip = ?, broken = ?, deleted = ?
        WHERE id = ?""",
        (str(fields["kind"]), _start(fields), rest, evidence, body, dumped(version.hands), head, tip, broken, int(version.is_deleted), row_id),
    )
    if version.is_deleted:
        context.connection.execute("UPDATE annotation SET covers = NULL WHERE id = ?", (row_id,))
    elif was_deleted:
        runs.cover_again(context, number)


def _retag(context: Context, number: int, uuid: str, version: Version) -> None:
    context.connection.execute("DELETE FROM tag WHERE annotation = ?", (uuid,))
    if not version.is_deleted:
        tags = parts.tags_of(version.fields)
        context.connection.executemany("INSERT INTO tag(tag, article, annotation) VALUES(?,?,?)", [(tag, number, uuid) for tag in tags])


def _on_view(context: Context, suggestion: bytes | None) -> bytes | None:
    if suggestion is None:
        return None
    sql = "SELECT 1 FROM suggestion AS s JOIN run AS r ON r.id = s.run AND r.blob = s.blob WHERE s.uuid = ?"
    return suggestion if scalar(context.connection, sql, (suggestion,)) else None


def version_of(row: tuple[str, str, str, str, bytes, bytes]) -> Version:
    """The version that a row holds: its fields in three parts, the hands, the head, the last record."""
    fields = parts.joined(*(json.loads(part) for part in row[:3]))
    return Version(fields, json.loads(row[3]), row[4].hex(), row[5].hex())


def _parts(fields: dict[str, Any]) -> tuple[str, str, str]:
    return dumped(parts.rest_of(fields)), dumped(fields.get("evidence") or []), dumped(parts.body_of(fields))


def _start(fields: dict[str, Any]) -> int:
    evidence = fields.get("evidence") or []
    return int(evidence[0]["start"]) if evidence else 0


def is_broken(context: Context, number: int, fields: dict[str, Any]) -> bool:
    """Does any quote of an annotation no longer stand where it says?"""
    text = context.text(number)
    return any(text[piece["start"] : piece["end"]] != piece["exact"] for piece in fields.get("evidence") or [])
