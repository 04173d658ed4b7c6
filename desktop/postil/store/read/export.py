"""Rows for exports: streamed article by article, the JSON of bodies and evidence handed on as it is stored."""

from __future__ import annotations

# ruff: noqa: S608 - statements are put together from our own words only; every value is bound
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from postil.domain.annotation import State
from postil.store.driver import Connection

_WORK: Final = "n.deleted = 0 AND n.state <> 'rejected'"
_APPROVED: Final = f"n.deleted = 0 AND n.state = '{State.APPROVED}' AND n.broken = 0"


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """One article; `meta` and `zones` are JSON texts, empty before the first analysis."""

    number: int
    uuid: str
    name: str
    raw: bytes
    text: bytes
    title: str
    language: str
    published: str
    meta: str
    zones: str
    fields: str


@dataclass(frozen=True, slots=True)
class ExportedAnnotation:
    """One annotation; `fields`, `evidence` and `body` are JSON texts."""

    number: int
    uuid: str
    article: int
    author: str
    kind: str
    state: str
    fields: str
    evidence: str
    body: str
    head: bytes
    changed: bool
    broken: bool


def articles(connection: Connection, *, approved_only: bool) -> Iterator[ExportedArticle]:
    """The articles that an export holds, in the order they came in: all on view, or those with something approved."""
    condition = f"EXISTS(SELECT 1 FROM annotation AS n WHERE n.article = a.id AND {_APPROVED})" if approved_only else "1"
    sql = f"""SELECT a.id, a.uuid, a.name, a.raw, a.text, CASE a.title_is_lead WHEN 1 THEN '' ELSE a.title END, a.language, a.published,
        coalesce(h.meta, ''), coalesce(h.zones, ''), coalesce(f.fields, '')
        FROM article AS a LEFT JOIN article_head AS h ON h.article = a.id LEFT JOIN article_fields AS f ON f.article = a.id
        WHERE a.hidden = 0 AND {condition} ORDER BY a.id"""
    for row in connection.execute(sql):
        yield ExportedArticle(*row)


def annotation_rows(connection: Connection, *, approved_only: bool) -> Iterator[ExportedAnnotation]:
    """People's annotations of articles on view, rejected ones left out, article by article and in text order."""
    sql = f"""SELECT n.id, n.uuid, n.article, n.author, n.kind, n.state, n.fields, n.evidence, n.body, n.head, n.changed, n.broken
        FROM annotation AS n JOIN article AS a ON a.id = n.article
        WHERE a.hidden = 0 AND {_APPROVED if approved_only else _WORK} ORDER BY n.article, n.start, n.id"""
    for row in connection.execute(sql):
        number, uuid, article, author, kind, state, fields, evidence, body, head, changed, broken = row
        yield ExportedAnnotation(number, uuid, article, author, kind, state, fields, evidence, body, head, bool(changed), bool(broken))


def own_of_suggestions(connection: Connection) -> dict[tuple[str, str], str]:
    """(author, suggestion) → the author's annotation made from it, for links that were written before it was accepted."""
    sql = "SELECT author, suggestion, uuid FROM annotation WHERE suggestion IS NOT NULL AND deleted = 0 AND state <> 'rejected'"
    return {(author, str(UUID(bytes=suggestion))): uuid for author, suggestion, uuid in connection.execute(sql)}


def approvers(connection: Connection) -> dict[str, tuple[str, int]]:
    """For each annotation that is approved now: who approved it last, and when."""
    sql = """SELECT r.entity, r.by, r.at_ms FROM review AS r JOIN annotation AS n ON n.uuid = r.entity AND n.head = r.head
        WHERE n.state = 'approved' AND r.verdict = 'approve' AND r.withdrawn = 0 AND r.refused = '' ORDER BY r.n"""
    return {entity: (by, at_ms) for entity, by, at_ms in connection.execute(sql)}
