"""The review queue as it is read: submissions in force, with their counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from postil.domain.article import ArticleState
from postil.store.driver import Connection

_SELECT: Final = """SELECT e.uuid, a.uuid, a.title, a.language, e.author, e.submitted_ms, e.waiting, e.approved, e.returned, e.state,
    (SELECT count(*) FROM annotation AS n WHERE n.extraction = e.uuid AND n.deleted = 0 AND n.conflict = 1)
    FROM extraction AS e JOIN article AS a ON a.id = e.article WHERE e.submitted IS NOT NULL AND a.hidden = 0 AND e.author <> :person"""
_WAITS: Final = f"'{ArticleState.SUBMITTED}', '{ArticleState.UNDER_REVIEW}'"


@dataclass(frozen=True, slots=True)
class Submitted:
    """One submission in force."""

    extraction: str
    article: str
    title: str
    language: str
    author: str
    submitted_ms: int
    waiting: int
    approved: int
    returned: int
    state: ArticleState
    conflicts: int

    @property
    def is_decided(self) -> bool:
        """Does nothing of it wait for a supervisor?"""
        return not self.waiting and self.state not in (ArticleState.SUBMITTED, ArticleState.UNDER_REVIEW)


def waiting(connection: Connection, person: str) -> list[Submitted]:
    """Other people's submissions with something to decide, oldest first; also those in which nothing was found."""
    sql = f"{_SELECT} AND (e.waiting > 0 OR e.state IN ({_WAITS})) ORDER BY e.submitted_ms"
    return [_row(row) for row in connection.execute(sql, {"person": person})]


def decided(connection: Connection, person: str, limit: int) -> list[Submitted]:
    """Other people's submissions with everything decided, newest first."""
    sql = f"{_SELECT} AND e.waiting = 0 AND e.state NOT IN ({_WAITS}) ORDER BY e.submitted_ms DESC LIMIT :limit"
    return [_row(row) for row in connection.execute(sql, {"person": person, "limit": limit})]


def _row(row: tuple[str, str, str, str, str, int, int, int, int, str, int]) -> Submitted:
    return Submitted(*row[:9], ArticleState(row[9]), row[10])
