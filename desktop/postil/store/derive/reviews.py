"""Reviews: which ones count. Four eyes hold here too: a verdict on one's own version is kept, shown and ignored."""

from __future__ import annotations

from postil.base.i18n import N_
from postil.domain.record import EntityType, Record, split_entity
from postil.domain.review import Verdict
from postil.store.derive.annotations import version_of
from postil.store.derive.context import Context
from postil.store.driver import scalar
from postil.store.versions import Version, content_digest, history

OWN_WORK = N_("it is their own work")
NO_SUPERVISOR = N_("they were no supervisor")
UNKNOWN_VERSION = N_("no such version was ever there")
OTHER_CONTENT = N_("it names another content than the version has")


def review(context: Context, record: Record, entity_id: str) -> None:
    """Take in an approval, a return or a withdrawal."""
    if record.verdict == Verdict.WITHDRAW:
        _withdraw(context, record)
        return
    kind, _id = split_entity(record.entity)
    extraction = (
        entity_id
        if kind == EntityType.EXTRACTION
        else str(scalar(context.connection, "SELECT extraction FROM annotation WHERE uuid = ?", (entity_id,)) or "")
    )
    _insert(context, record, entity_id, extraction, _refusal(context, record, kind, entity_id))
    _mark(context, record, kind, entity_id, extraction)


def _insert(context: Context, record: Record, entity_id: str, extraction: str, refused: str) -> None:
    said = record.set
    context.connection.execute(
        """INSERT INTO review(n, hash, entity, extraction, by, verdict, reason, field, comment, head, at_ms, withdrawn, refused)
        VALUES(?,?,?,?,?,?,?,?,?,?,?,0,?)""",
        (
            record.n, bytes.fromhex(record.hash), entity_id, extraction, record.by, record.verdict, str(said.get("reason") or ""),
            str(said.get("field") or ""), str(said.get("comment") or ""), bytes.fromhex(record.heads[0]) if record.heads else b"",
            record.hlc.ms, refused,
        ),
    )  # fmt: skip


def _withdraw(context: Context, record: Record) -> None:
    row = context.connection.execute(
        "SELECT n, entity, extraction FROM review WHERE hash = ? AND by = ? AND verdict <> ?",
        (bytes.fromhex(record.set.get("review", "")), record.by, str(Verdict.WITHDRAW)),
    ).fetchone()
    if row is None:
        return  # nobody withdraws another's verdict
    context.connection.execute("UPDATE review SET withdrawn = 1 WHERE n = ?", (row[0],))
    _insert(context, record, row[1], row[2], "")
    kind, _id = split_entity(record.entity)
    _mark(context, record, kind, row[1], row[2])


def _mark(context: Context, record: Record, kind: str, entity_id: str, extraction: str) -> None:
    if kind == EntityType.ANNOTATION:
        context.annotations.add(entity_id)
    context.extractions.add(extraction)
    number = scalar(context.connection, "SELECT article FROM extraction WHERE uuid = ?", (extraction,))
    if number:
        context.touched(number, record)


def _refusal(context: Context, record: Record, kind: str, entity_id: str) -> str:
    if not context.is_supervisor(record.by):
        return NO_SUPERVISOR
    if kind == EntityType.EXTRACTION:
        author = scalar(context.connection, "SELECT author FROM extraction WHERE uuid = ?", (entity_id,))
        return OWN_WORK if author == record.by else ""
    return _version_refusal(context, record, entity_id)


def _version_refusal(context: Context, record: Record, uuid: str) -> str:
    version = judged(context, record, uuid)
    if version is None:
        return UNKNOWN_VERSION
    if record.by in version.authors:
        return OWN_WORK
    digest = scalar(context.connection, "SELECT a.text FROM annotation AS n JOIN article AS a ON a.id = n.article WHERE n.uuid = ?", (uuid,))
    return "" if content_digest(digest.hex(), version.fields).hex() == record.set.get("content") else OTHER_CONTENT


def judged(context: Context, record: Record, uuid: str) -> Version | None:
    """The version that a review names, or None when there is none of that head."""
    head = record.heads[0] if record.heads else ""
    row = context.connection.execute("SELECT fields, evidence, body, hands, head, tip FROM annotation WHERE uuid = ?", (uuid,)).fetchone()
    if row is None:
        return None
    if row[4].hex() == head:
        return version_of(row)
    earlier = history(r for r in context.journal.of_entity(EntityType.ANNOTATION.of(uuid)) if r.n <= record.n)
    return next((version for version in earlier if version.head == head and head), None)
