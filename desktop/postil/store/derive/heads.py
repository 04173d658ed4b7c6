"""The head of an article: what the suggester found, corrected by people, and the columns that lists show of it."""

from __future__ import annotations

import json
from typing import Any, Final

from postil.store import search
from postil.store.derive.context import Context

LEAD_CHARACTERS: Final = 96
_READ: Final = ("title", "body")
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


def tags_of(fields: dict[str, Any]) -> list[str]:
    """The tags among the fields of an article or an annotation, sorted."""
    return sorted(name.removeprefix("tag.") for name in fields if name.startswith("tag."))


def run_document(context: Context, number: int) -> dict[str, Any]:
    """What the built-in suggester's newest run said of an article; empty before the first."""
    row = context.connection.execute("SELECT r.blob FROM article AS a JOIN run AS r ON r.id = a.run WHERE a.id = ?", (number,)).fetchone()
    document: dict[str, Any] = json.loads(context.blobs.get(row[0])) if row else {}
    return document


def corrected(found: dict[str, Any], fields: dict[str, Any]) -> dict[str, str]:
    """Each known value of the head: a person's word first, the suggester's else."""
    values = {name: str(item.get("value", "")) for name, item in found.items()}
    values |= {name.removeprefix("meta."): str(item["value"]) for name, item in fields.items() if name.startswith("meta.")}
    return values


def refresh(context: Context, number: int, document: dict[str, Any] | None = None) -> None:
    """Bring an article's list columns and its title in the index up to date."""
    run = context.connection.execute
    found = run_document(context, number) if document is None else document
    row = run("SELECT fields FROM article_fields WHERE article = ?", (number,)).fetchone()
    values = corrected(found.get("meta", {}), json.loads(row[0]) if row else {})
    text_digest, indexed = run("SELECT text, indexed FROM article WHERE id = ?", (number,)).fetchone()
    text = context.blobs.text(text_digest)
    title = values.get("title", "")
    shown = title or _lead(text, found.get("zones", []))
    if shown != indexed:
        search.remove(context.connection, number, indexed, text)
        search.add(context.connection, [(number, shown, text)])
    run(
        "UPDATE article SET title = ?, title_is_lead = ?, indexed = ?, language = ?, published = ?, publisher = ? WHERE id = ?",
        (shown, int(not title), shown, values.get("language", ""), values.get("published", ""), values.get("publisher", ""), number),
    )


def _lead(text: str, zones: list[dict[str, Any]]) -> str:
    """The first words of the body: the first line of what no zone takes out of it."""
    at = 0
    for zone in sorted(zones, key=lambda z: z["start"]):
        if zone["kind"] in _READ:
            continue
        before = text[at : zone["start"]]
        if any(c.isalpha() for c in before):
            return first_line(before)
        at = max(at, zone["end"])
    rest = text[at:]
    return first_line(rest) if any(c.isalpha() for c in rest) else first_line(text)
