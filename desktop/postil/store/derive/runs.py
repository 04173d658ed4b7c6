"""Suggesters' runs: the newest run's suggestions are on view; what people decided about older ones stays theirs."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from postil.domain.author import BUILT_IN_SUGGESTER
from postil.domain.record import Record
from postil.store.derive import heads
from postil.store.derive.context import Context, uuid_bytes
from postil.store.driver import scalar


def record(context: Context, entry: Record, _extraction: str) -> None:
    """Take in one run: its blob holds head, zones and suggestions of the article."""
    run = context.connection.execute
    number = context.article_number(str(entry.set["article"]))
    if not number:
        return
    suggester, _slash, version = entry.by.partition("/")
    digest = bytes.fromhex(entry.set["run"])
    document: dict[str, Any] = context.blobs.document(digest)
    run(
        """INSERT INTO run(article, suggester, version, blob, n) VALUES(?,?,?,?,?)
        ON CONFLICT(article, suggester) DO UPDATE SET version = excluded.version, blob = excluded.blob, n = excluded.n""",
        (number, suggester, version, digest, entry.n),
    )
    run_id = int(scalar(context.connection, "SELECT id FROM run WHERE article = ? AND suggester = ?", (number, suggester)))
    run(
        """DELETE FROM suggestion WHERE run = ? AND article = ? AND uuid NOT IN
        (SELECT suggestion FROM annotation WHERE article = ? AND suggestion IS NOT NULL)""",
        (run_id, number, number),
    )
    context.connection.executemany(
        """INSERT INTO suggestion(uuid, article, run, place, kind, blob) VALUES(?,?,?,?,?,?)
        ON CONFLICT(uuid) DO UPDATE SET run = excluded.run, place = excluded.place, blob = excluded.blob""",
        [(uuid_bytes(item["id"]), number, run_id, place, item["kind"], digest) for place, item in enumerate(document["annotations"])],
    )
    if suggester == BUILT_IN_SUGGESTER:
        run("UPDATE article SET run = ?, stale = 0 WHERE id = ?", (run_id, number))
        heads.refresh(context, number, document)
    _count(context, number)
    cover_again(context, number)
    context.touched(number, entry)
    context.articles.add(number)


def _count(context: Context, number: int) -> None:
    counts = dict(
        context.connection.execute(
            "SELECT s.kind, count(*) FROM suggestion AS s JOIN run AS r ON r.id = s.run AND r.blob = s.blob WHERE s.article = ? GROUP BY s.kind",
            (number,),
        ).fetchall()
    )
    context.connection.execute(
        "UPDATE article SET figures = ?, events = ?, commitments = ? WHERE id = ?",
        (counts.get("figure", 0), counts.get("event", 0), counts.get("commitment", 0), number),
    )


Place = tuple[str, int, int]


def item_of(context: Context, suggestion: bytes) -> dict[str, Any] | None:
    """A suggestion as its run wrote it, also one of an older run."""
    row = context.connection.execute("SELECT blob, place FROM suggestion WHERE uuid = ?", (suggestion,)).fetchone()
    if row is None:
        return None
    item: dict[str, Any] = context.blobs.document(row[0])["annotations"][row[1]]
    return item


def cover_again(context: Context, number: int) -> None:
    """Say for every decided annotation which suggestion on view it decides.

    That is its own suggestion while that one is on view. After a new version of the suggester it is the one of the same
    kind and place, so that nobody is asked again; one annotation decides one suggestion.
    """
    rows = context.connection.execute(
        "SELECT id, extraction, suggestion, covers FROM annotation WHERE article = ? AND deleted = 0 AND suggestion IS NOT NULL ORDER BY id",
        (number,),
    ).fetchall()
    if not rows:
        return
    on_view = _on_view(context, number)
    sisters: dict[Place, list[bytes]] = defaultdict(list)
    for uuid, place in on_view.items():
        sisters[place].append(uuid)
    taken = {(extraction, suggestion) for _id, extraction, suggestion, _covers in rows}
    for row_id, extraction, suggestion, before in rows:
        covers = suggestion if suggestion in on_view else _sister(context, extraction, suggestion, sisters, taken)
        if covers != before:
            context.connection.execute("UPDATE annotation SET covers = ? WHERE id = ?", (covers, row_id))
        context.extractions.add(extraction)


def _on_view(context: Context, number: int) -> dict[bytes, Place]:
    out: dict[bytes, Place] = {}
    for (digest,) in context.connection.execute("SELECT blob FROM run WHERE article = ? ORDER BY id", (number,)).fetchall():
        for item in context.blobs.document(digest)["annotations"]:
            out[uuid_bytes(item["id"])] = _place(item)
    return out


def _place(item: dict[str, Any]) -> Place:
    first = item["evidence"][0]
    return item["kind"], first["start"], first["end"]


def _sister(context: Context, extraction: str, suggestion: bytes, sisters: dict[Place, list[bytes]], taken: set[tuple[str, bytes]]) -> bytes | None:
    item = item_of(context, suggestion)
    for uuid in sisters.get(_place(item), []) if item is not None else []:
        if (extraction, uuid) not in taken:
            taken.add((extraction, uuid))
            return uuid
    return None
