"""Notes: what people wrote about an article or an annotation; only the writer changes one."""

from __future__ import annotations

from postil.domain.record import Record
from postil.store.derive.context import Context, uuid_bytes
from postil.store.driver import scalar
from postil.store.versions import folded


def write(context: Context, record: Record, note: str) -> None:
    """Write, rewrite, delete or bring back a note."""
    run = context.connection.execute
    writer = scalar(context.connection, "SELECT by FROM note WHERE uuid = ?", (note,))
    if writer is not None and writer != record.by:
        return
    version = folded(r for r in context.journal.of_entity(record.entity) if r.n <= record.n and r.by == record.by)
    target = str(version.fields.get("target", ""))
    article = context.article_number(target) or int(
        scalar(context.connection, "SELECT article FROM annotation WHERE uuid = ?", (target,))
        or scalar(context.connection, "SELECT article FROM suggestion WHERE uuid = ?", (uuid_bytes(target),))
        or 0
    )
    run(
        """INSERT INTO note(uuid, target, article, by, at_ms, markdown, tip, deleted) VALUES(?,?,?,?,?,?,?,?)
        ON CONFLICT(uuid) DO UPDATE SET markdown = excluded.markdown, tip = excluded.tip, deleted = excluded.deleted""",
        (
            note,
            target,
            article,
            record.by,
            record.hlc.ms,
            str(version.fields.get("markdown", "")),
            bytes.fromhex(record.hash),
            int(version.is_deleted),
        ),
    )
    if article:
        context.touched(article, record)
