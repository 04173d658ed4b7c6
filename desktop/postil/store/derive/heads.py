"""The head of an article: what the suggester found, corrected by people, and the columns that lists show of it."""

from __future__ import annotations

import json
from typing import Any, Final

from postil.domain import codec
from postil.domain.article import Meta
from postil.domain.corrections import corrected_meta, corrected_zones
from postil.domain.zone import READ_KINDS, Zone
from postil.store import search
from postil.store.derive.context import Context, dumped

LEAD_CHARACTERS: Final = 96
_SKIPPED: Final = 200


def first_line(text: str) -> str:
    """The first line with words in it, cut at a word."""
    for line in text[:4000].split("\n", _SKIPPED):
        words = line.strip()
        if any(c.isalpha() for c in words):
            return _cut(words)
    return _cut(text[:4000].strip())


def _cut(words: str) -> str:
    if len(words) <= LEAD_CHARACTERS:
        return words
    return words[:LEAD_CHARACTERS].rsplit(" ", 1)[0] + "…"


def run_document(context: Context, number: int) -> dict[str, Any]:
    """What the built-in suggester's newest run said of an article; empty before the first."""
    row = context.connection.execute("SELECT r.blob FROM article AS a JOIN run AS r ON r.id = a.run WHERE a.id = ?", (number,)).fetchone()
    document: dict[str, Any] = context.blobs.document(row[0]) if row else {}
    return document


def refresh(context: Context, number: int, document: dict[str, Any] | None = None) -> None:
    """Bring an article's head, its list columns and its title in the index up to date."""
    run = context.connection.execute
    found = run_document(context, number) if document is None else document
    row = run("SELECT fields FROM article_fields WHERE article = ?", (number,)).fetchone()
    fields = json.loads(row[0]) if row else {}
    meta = corrected_meta(codec.from_json(Meta, found.get("meta", {})), fields)
    zones = corrected_zones(tuple(codec.from_json(Zone, item) for item in found.get("zones", [])), fields)
    run(
        """INSERT INTO article_head(article, meta, zones) VALUES(?,?,?)
        ON CONFLICT(article) DO UPDATE SET meta = excluded.meta, zones = excluded.zones""",
        (number, dumped(codec.to_json(meta)), dumped(codec.to_json(zones))),
    )
    text_digest, indexed = run("SELECT text, indexed FROM article WHERE id = ?", (number,)).fetchone()
    text = context.blobs.text(text_digest)
    title = meta.title.value
    shown = title or _lead(text, zones)
    if shown != indexed:
        search.remove(context.connection, number, indexed, text)
        search.add(context.connection, [(number, shown, text)])
    run(
        "UPDATE article SET title = ?, title_is_lead = ?, indexed = ?, language = ?, published = ?, publisher = ? WHERE id = ?",
        (shown, int(not title), shown, meta.language.value, meta.published.value, meta.publisher.value, number),
    )


def _lead(text: str, zones: tuple[Zone, ...]) -> str:
    """The first words of the body: the first line of what no zone takes out of it."""
    at = 0
    for zone in sorted(zones, key=lambda z: z.start):
        if zone.kind in READ_KINDS:
            continue
        before = text[at : zone.start]
        if any(c.isalpha() for c in before):
            return first_line(before)
        at = max(at, zone.end)
    rest = text[at:]
    return first_line(rest) if any(c.isalpha() for c in rest) else first_line(text)
