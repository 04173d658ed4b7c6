"""Articles: batches that bring them in, and what people correct about them."""

# ruff: noqa: S608 - statements are put together from our own words only; every value is bound

from __future__ import annotations

import json
from itertools import chain
from typing import Any, Final

from postil.domain import parts
from postil.domain.article import ArticleState
from postil.domain.record import Record
from postil.store import search
from postil.store.derive import heads
from postil.store.derive.context import Context, dumped
from postil.store.driver import scalar
from postil.store.versions import Version, folded

_NEW_RANK: Final = 4
STALE_FIELDS: Final = ("meta.language", "meta.published")
"""A correction of these, or of a zone, asks for a new run of the suggester."""


def import_batch(context: Context, record: Record, batch: str) -> None:
    """Rows for new articles, then their index in one go."""
    run = context.connection.execute
    run(
        "INSERT INTO batch(id, n, at_ms, deleted, tip) VALUES(?,?,?,0,?) ON CONFLICT DO NOTHING",
        (batch, record.n, record.hlc.ms, bytes.fromhex(record.hash)),
    )
    entries = record.set["articles"]
    known = _known(context, [entry["id"] for entry in entries])
    new = [entry for entry in entries if entry["id"] not in known]
    number = int(scalar(context.connection, "SELECT coalesce(max(id), 0) FROM article"))
    rows: list[tuple[Any, ...]] = []
    indexed: list[tuple[int, str, str]] = []
    for place, entry in enumerate(new, start=number + 1):
        digest = bytes.fromhex(entry["text"])
        text = context.blobs.text(digest)
        lead = heads.first_line(text)
        raw = digest if entry["raw"] == entry["text"] else bytes.fromhex(entry["raw"])
        rows.append((place, entry["id"], entry["name"], raw, digest, entry["encoding"], record.hlc.ms, lead, lead, str(ArticleState.NEW), _NEW_RANK))
        indexed.append((place, lead, text))
    context.connection.executemany(
        """INSERT INTO article(id, uuid, name, raw, text, encoding, imported_ms, hidden, title, title_is_lead, indexed, language, published,
        publisher, tags, state, rank, run, stale, figures, events, commitments) VALUES(?,?,?,?,?,?,?,0,?,1,?,'','','','[]',?,?,0,0,0,0,0)""",
        rows,
    )
    search.add(context.connection, indexed)
    again = [(context.article_number(uuid),) for uuid in known]
    context.connection.executemany(
        "INSERT INTO batch_article(article, batch) VALUES(?,?) ON CONFLICT DO NOTHING", [(n[0], batch) for n in chain(rows, again)]
    )
    context.connection.executemany("INSERT INTO touch(article, n) VALUES(?,?)", [(row[0], record.n) for row in rows])
    if again:
        _set_hidden(context, batch)


def hide_batch(context: Context, record: Record, batch: str) -> None:
    """Undo of an import, and its redo: an article is hidden while every batch that brought it is."""
    run = context.connection.execute
    deleted = int(bool(folded(r for r in context.journal.of_entity(record.entity) if r.n <= record.n).fields.get("deleted")))
    run("UPDATE batch SET deleted = ?, tip = ? WHERE id = ?", (deleted, bytes.fromhex(record.hash), batch))
    _set_hidden(context, batch)
    run("INSERT INTO touch(article, n) SELECT article, ? FROM batch_article WHERE batch = ?", (record.n, batch))


def edit(context: Context, record: Record, uuid: str) -> None:
    """Corrected details, zones and tags of one article."""
    number = context.article_number(uuid)
    if not number:
        return
    row = context.connection.execute("SELECT fields, tip FROM article_fields WHERE article = ?", (number,)).fetchone()
    current = Version(json.loads(row[0]), tip=row[1].hex()) if row else None
    version = context.next_version(current, record)
    context.connection.execute(
        """INSERT INTO article_fields(article, fields, tip) VALUES(?,?,?)
        ON CONFLICT(article) DO UPDATE SET fields = excluded.fields, tip = excluded.tip""",
        (number, dumped(version.fields), bytes.fromhex(version.tip)),
    )
    if any(name in STALE_FIELDS or name.startswith("zone.") for name in record.set):
        context.connection.execute("UPDATE article SET stale = 1 WHERE id = ? AND run > 0", (number,))
    tags = parts.tags_of(version.fields)
    context.connection.execute("UPDATE article SET tags = ? WHERE id = ?", (dumped(tags), number))
    context.connection.execute("DELETE FROM tag WHERE article = ? AND annotation = ''", (number,))
    context.connection.executemany("INSERT INTO tag(tag, article, annotation) VALUES(?,?,'')", [(tag, number) for tag in tags])
    heads.refresh(context, number)
    context.touched(number, record)


def _known(context: Context, uuids: list[str]) -> set[str]:
    found: set[str] = set()
    for at in range(0, len(uuids), 500):
        part = uuids[at : at + 500]
        marks = ",".join("?" * len(part))
        found.update(row[0] for row in context.connection.execute(f"SELECT uuid FROM article WHERE uuid IN ({marks})", part))
    return found


def _set_hidden(context: Context, batch: str) -> None:
    context.connection.execute(
        """UPDATE article SET hidden = NOT EXISTS(
            SELECT 1 FROM batch_article AS b JOIN batch ON batch.id = b.batch WHERE b.article = article.id AND batch.deleted = 0)
        WHERE id IN (SELECT article FROM batch_article WHERE batch = ?)""",
        (batch,),
    )
