"""The library: pages, counts and search over all articles, without ever loading them all."""

# ruff: noqa: S608 - statements are put together from our own words only; every value is bound

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from postil.domain.article import ArticleState
from postil.store.driver import Connection, scalar
from postil.store.matching import match_expression, phrase_expression
from postil.store.search import TITLE_WEIGHT

RANKED_UP_TO: Final = 1000
"""So many hits are put in order of relevance; more stay in the order of the work, which needs no look at each."""
_ORDERS: Final = {
    "next": "a.rank {d}, a.id {d}",
    "title": "a.title COLLATE NOCASE {d}, a.id {d}",
    "published": "a.published {d}, a.id {d}",
    "imported": "a.id {d}",
    "state": "a.rank {d}, a.id {d}",
    "language": "a.language {d}, a.id {d}",
    "open": "open {d}, a.id {d}",
}
_COLUMNS: Final = """a.id, a.uuid, a.name, a.title, a.title_is_lead, a.language, a.published, a.publisher, a.state, a.run, a.imported_ms, a.tags,
    a.text,
    a.figures - coalesce(e.covers_figures, 0) + coalesce(e.figures, 0),
    a.events - coalesce(e.covers_events, 0) + coalesce(e.events, 0),
    a.commitments - coalesce(e.covers_commitments, 0) + coalesce(e.commitments, 0),
    a.figures + a.events + a.commitments - coalesce(e.covers_figures + e.covers_events + e.covers_commitments, 0) + coalesce(e.returned, 0) AS open
    FROM article AS a LEFT JOIN extraction AS e ON e.article = a.id AND e.author = :person"""


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One article of a page as the store knows it."""

    number: int
    uuid: str
    name: str
    title: str
    title_is_lead: bool
    language: str
    published: str
    publisher: str
    state: ArticleState
    analysed: bool
    imported_ms: int
    tags: tuple[str, ...]
    text_sha256: bytes
    figures: int
    events: int
    commitments: int
    open: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a page shows; empty strings mean all."""

    text: str = ""
    state: str = ""
    language: str = ""
    tag: str = ""
    order: str = "next"
    descending: bool = False


def page(connection: Connection, person: str, wanted: Wanted, limit: int, offset: int) -> tuple[list[LibraryRow], int]:
    """A stretch of the articles that fit, and how many fit."""
    expression = match_expression(wanted.text)
    if wanted.text.strip() and not expression:
        return [], 0
    where, values = _where(wanted, expression)
    total = _total(connection, wanted, where, values)
    values |= {"person": person, "limit": limit, "offset": offset}
    if expression and wanted.order in ("next", "relevance") and total <= RANKED_UP_TO:
        sql = _ranked(where)
        phrase = phrase_expression(wanted.text)
        values["ranked"] = f"({phrase}) OR ({expression})" if phrase else expression
    else:
        order = _ORDERS.get(wanted.order, _ORDERS["next"]).format(d="DESC" if wanted.descending else "ASC")
        sql = f"SELECT {_COLUMNS} WHERE {where} ORDER BY {order} LIMIT :limit OFFSET :offset"
    return [_row(row) for row in connection.execute(sql, values)], total


def _total(connection: Connection, wanted: Wanted, where: str, values: dict[str, Any]) -> int:
    """How many fit; where nothing but the words decides, the index alone knows."""
    only_words = "match" in values and not (wanted.state or wanted.language or wanted.tag)
    if only_words and scalar(connection, "SELECT 1 FROM article WHERE hidden = 1 LIMIT 1") is None:
        return int(_scalar(connection, "SELECT count(*) FROM article_search WHERE article_search MATCH :match", values))
    return int(_scalar(connection, f"SELECT count(*) FROM article AS a WHERE {where}", values))


def _ranked(where: str) -> str:
    return f"""WITH hit(id, score) AS MATERIALIZED (
        SELECT rowid, bm25(article_search, {TITLE_WEIGHT}, 1.0) FROM article_search WHERE article_search MATCH :ranked)
        SELECT {_COLUMNS} JOIN hit ON hit.id = a.id WHERE {where} ORDER BY hit.score, a.id LIMIT :limit OFFSET :offset"""


def _where(wanted: Wanted, expression: str) -> tuple[str, dict[str, Any]]:
    parts, values = ["a.hidden = 0"], {}
    if expression:
        parts.append("a.id IN (SELECT rowid FROM article_search WHERE article_search MATCH :match)")
        values["match"] = expression
    if wanted.state:
        parts.append("a.state = :state")
        values["state"] = str(wanted.state)
    if wanted.language:
        parts.append("a.language = :language")
        values["language"] = wanted.language
    if wanted.tag:
        parts.append("a.id IN (SELECT article FROM tag WHERE tag = :tag)")
        values["tag"] = wanted.tag
    return " AND ".join(parts), values


def _row(row: tuple[Any, ...]) -> LibraryRow:
    number, uuid, name, title, lead, language, published, publisher, state, run, imported, tags, text, figures, events, commitments, left = row
    return LibraryRow(
        number, uuid, name, title, bool(lead), language, published, publisher, ArticleState(state), bool(run), imported,
        tuple(json.loads(tags)) if tags != "[]" else (), text, figures, events, commitments, left,
    )  # fmt: skip


def _scalar(connection: Connection, sql: str, values: dict[str, Any]) -> Any:
    """The first column of the first row of a query with named values."""
    return connection.execute(sql, values).fetchone()[0]


def counts_by_state(connection: Connection) -> dict[ArticleState, int]:
    """How many articles on view stand in each state that occurs."""
    rows = connection.execute("SELECT state, count(*) FROM article WHERE hidden = 0 GROUP BY state")
    return {ArticleState(state): count for state, count in rows}


def left(connection: Connection) -> int:
    """How many articles on view are neither handed in nor approved."""
    done = (str(ArticleState.SUBMITTED), str(ArticleState.UNDER_REVIEW), str(ArticleState.APPROVED))
    return int(scalar(connection, "SELECT count(*) FROM article WHERE hidden = 0 AND state NOT IN (?, ?, ?)", done))


def next_article(connection: Connection, person: str, after: str) -> str | None:
    """The article to work on next: what came back to this person, what they have begun, then what is new.

    `after` is the one just left: of each group the one behind it comes first, then the group from its beginning.
    """
    start = int(scalar(connection, "SELECT id FROM article WHERE uuid = ?", (after,)) or 0)
    groups = (
        """SELECT a.id, a.uuid FROM extraction AS e JOIN article AS a ON a.id = e.article
        WHERE e.author = :person AND e.state = 'returned' AND a.hidden = 0""",
        """SELECT a.id, a.uuid FROM extraction AS e JOIN article AS a ON a.id = e.article
        WHERE e.author = :person AND e.state IN ('in_progress', 'changed_since_approval') AND a.hidden = 0""",
        "SELECT id, uuid FROM article AS a WHERE hidden = 0 AND rank = 4",
    )
    for group in groups:
        for condition in ("a.id > :start", "a.id < :start"):
            row = connection.execute(f"{group} AND {condition} ORDER BY a.id LIMIT 1", {"person": person, "start": start}).fetchone()
            if row is not None:
                return str(row[1])
    return None
