"""Submissions: which versions of which annotations an author has handed in, and whether a supervisor has opened them."""

from __future__ import annotations

from postil.base.ids import extraction_id
from postil.domain.record import Record
from postil.store.derive.context import Context


def submit(context: Context, record: Record, extraction: str) -> None:
    """Hand in, take back, or hand in again; the record always says the whole state of the submission.

    `set` holds `article`, `state` (`submitted` or `draft`), `annotations` ([id, head] pairs), `answers` (hashes of the
    returns that it answers) and, when it restores an earlier submission, that one's hash as `restores`.
    """
    article = str(record.set["article"])
    number = context.article_number(article)
    if not number or extraction != extraction_id(article, record.by):
        return  # only one's own work is handed in
    ensure(context, extraction, number, record.by)
    run = context.connection.execute
    submitted = bytes.fromhex(record.set.get("restores") or record.hash) if record.set.get("state") == "submitted" else None
    run(
        "UPDATE extraction SET tip = ?, submitted = ?, submitted_ms = ? WHERE uuid = ?",
        (bytes.fromhex(record.hash), submitted, record.hlc.ms, extraction),
    )
    run("DELETE FROM submission WHERE extraction = ?", (extraction,))
    run("DELETE FROM answer WHERE extraction = ?", (extraction,))
    context.connection.executemany(
        "INSERT INTO submission(annotation, extraction, head) VALUES(?,?,?) ON CONFLICT DO NOTHING",
        [(uuid, extraction, bytes.fromhex(head)) for uuid, head in record.set.get("annotations", [])],
    )
    context.connection.executemany(
        "INSERT INTO answer(extraction, review) VALUES(?,?) ON CONFLICT DO NOTHING",
        [(extraction, bytes.fromhex(review)) for review in record.set.get("answers", [])],
    )
    context.annotations.update(row[0] for row in run("SELECT uuid FROM annotation WHERE extraction = ? AND deleted = 0", (extraction,)))
    context.extractions.add(extraction)
    context.touched(number, record)


def open_review(context: Context, record: Record, extraction: str) -> None:
    """A supervisor opens the submission named in `set.opened`."""
    row = context.connection.execute("SELECT article, author FROM extraction WHERE uuid = ?", (extraction,)).fetchone()
    if row is None or row[1] == record.by:
        return
    context.connection.execute(
        "INSERT INTO opening(submission, by, at_ms) VALUES(?,?,?) ON CONFLICT DO NOTHING",
        (bytes.fromhex(record.set["opened"]), record.by, record.hlc.ms),
    )
    context.extractions.add(extraction)
    context.touched(row[0], record)


def ensure(context: Context, extraction: str, number: int, author: str) -> None:
    """Make the extraction's row unless it is there."""
    context.connection.execute(
        "INSERT INTO extraction(uuid, article, author) VALUES(?,?,?) ON CONFLICT DO NOTHING",
        (extraction, number, author),
    )
