"""Articles as they are read: whole ones for the workbench, small facts for checks."""

# ruff: noqa: S608 - statements are put together from our own words only; every value is bound

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from postil.base.errors import RuleError
from postil.base.i18n import _
from postil.domain import codec, parts
from postil.domain.article import Article, Meta
from postil.domain.zone import Zone
from postil.store.blobs import Blobs
from postil.store.driver import Connection, scalar


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What a check needs to know of an article: its small number, the hash of its text, its last correction."""

    number: int
    id: str
    text_sha256: bytes
    hidden: bool
    tip: str
    fields: dict[str, Any]


def facts(connection: Connection, uuid: str) -> ArticleFacts:
    """Raises RuleError when there is no such article."""
    row = connection.execute(
        "SELECT a.id, a.text, a.hidden, f.tip, f.fields FROM article AS a LEFT JOIN article_fields AS f ON f.article = a.id WHERE a.uuid = ?", (uuid,)
    ).fetchone()
    if row is None:
        raise RuleError(_("There is no such article."), what=uuid, next_step=_("Go back to the library."))
    return ArticleFacts(row[0], uuid, row[1], bool(row[2]), row[3].hex() if row[3] else "", json.loads(row[4]) if row[4] else {})


def article(connection: Connection, blobs: Blobs, uuid: str) -> Article:
    """The whole article, with people's corrections laid over what was found. Raises RuleError."""
    known = facts(connection, uuid)
    name, raw, run, meta, zones = connection.execute(
        "SELECT a.name, a.raw, a.run, h.meta, h.zones FROM article AS a LEFT JOIN article_head AS h ON h.article = a.id WHERE a.id = ?",
        (known.number,),
    ).fetchone()
    return Article(
        id=uuid,
        name=name,
        raw_sha256=raw.hex(),
        text_sha256=known.text_sha256.hex(),
        text=blobs.text(known.text_sha256),
        meta=codec.from_json(Meta, json.loads(meta)) if meta else Meta(),
        zones=tuple(codec.from_json(Zone, item) for item in json.loads(zones)) if zones else (),
        tags=tuple(parts.tags_of(known.fields)),
        analysed=bool(run),
    )


def known_digests(connection: Connection, uuids: list[str]) -> dict[str, bool]:
    """Which of these articles are here already, and whether each is hidden by an undone import."""
    found: dict[str, bool] = {}
    for at in range(0, len(uuids), 500):
        part = uuids[at : at + 500]
        sql = f"SELECT uuid, hidden FROM article WHERE uuid IN ({','.join('?' * len(part))})"
        found.update((uuid, bool(hidden)) for uuid, hidden in connection.execute(sql, part))
    return found


def digests(connection: Connection) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of all articles on view, and the SHA-256 of their texts in hexadecimal."""
    rows = connection.execute("SELECT uuid, text FROM article WHERE hidden = 0").fetchall()
    return frozenset(uuid for uuid, _text in rows), frozenset(text.hex() for _uuid, text in rows)


def unanalysed(connection: Connection, limit: int) -> tuple[str, ...]:
    """Articles without a run of the built-in suggester, or corrected since, oldest first."""
    sql = "SELECT uuid FROM article WHERE hidden = 0 AND (run = 0 OR stale = 1) ORDER BY id LIMIT ?"
    return tuple(row[0] for row in connection.execute(sql, (limit,)))


def count_unanalysed(connection: Connection) -> int:
    """How many articles wait for the built-in suggester."""
    return int(scalar(connection, "SELECT count(*) FROM article WHERE hidden = 0 AND (run = 0 OR stale = 1)"))


def outdated(connection: Connection, version: str, limit: int) -> tuple[str, ...]:
    """Articles that nobody has handed in yet and whose run was made by another version of the suggester."""
    sql = """SELECT a.uuid FROM article AS a JOIN run AS r ON r.id = a.run
        WHERE a.hidden = 0 AND a.stale = 0 AND a.state IN ('new', 'in_progress') AND r.version <> ? ORDER BY a.id LIMIT ?"""
    return tuple(row[0] for row in connection.execute(sql, (version, limit)))


def unseen_by(connection: Connection, suggester: str, version: str, limit: int) -> tuple[str, ...]:
    """Articles that nobody has handed in yet and that this version of a suggester has not seen since the built-in one did."""
    sql = """SELECT a.uuid FROM article AS a JOIN run AS b ON b.id = a.run LEFT JOIN run AS p ON p.article = a.id AND p.suggester = ?
        WHERE a.hidden = 0 AND a.stale = 0 AND a.state IN ('new', 'in_progress') AND (p.id IS NULL OR p.version <> ? OR p.n < b.n)
        ORDER BY a.id LIMIT ?"""
    return tuple(row[0] for row in connection.execute(sql, (suggester, version, limit)))


def titles(connection: Connection, uuids: list[str]) -> dict[str, str]:
    """The shown title of each."""
    out: dict[str, str] = {}
    for at in range(0, len(uuids), 500):
        part = uuids[at : at + 500]
        out.update(connection.execute(f"SELECT uuid, title FROM article WHERE uuid IN ({','.join('?' * len(part))})", part).fetchall())
    return out


def languages(connection: Connection) -> tuple[str, ...]:
    """The languages of the articles on view."""
    return tuple(row[0] for row in connection.execute("SELECT DISTINCT language FROM article WHERE hidden = 0 AND language <> '' ORDER BY language"))


def tag_counts(connection: Connection) -> dict[str, int]:
    """How often each tag is used, most used first."""
    sql = "SELECT tag, count(*) AS uses FROM tag JOIN article ON article.id = tag.article WHERE hidden = 0 GROUP BY tag ORDER BY uses DESC, tag"
    return dict(connection.execute(sql).fetchall())
