"""Reviews, submissions and the people in them, as they are read."""

from __future__ import annotations

# ruff: noqa: S608 - statements are put together from our own words only; every value is bound
from dataclasses import dataclass
from typing import Final

from postil.domain.article import ArticleState
from postil.domain.author import Person, PersonRole
from postil.domain.review import Reason, Review, Verdict
from postil.store.driver import Connection

_COLUMNS: Final = """r.entity, r.verdict, r.by, r.at_ms, r.head, r.reason, r.field, r.comment, r.hash,
    r.withdrawn = 0 AND r.refused = '' AND r.verdict <> 'withdraw' AND r.head = n.head AND NOT EXISTS(
        SELECT 1 FROM review AS later WHERE later.entity = r.entity AND later.by = r.by AND later.head = r.head AND later.n > r.n
        AND later.withdrawn = 0 AND later.refused = '' AND later.verdict <> 'withdraw')
    FROM review AS r LEFT JOIN annotation AS n ON n.uuid = r.entity"""


@dataclass(frozen=True, slots=True)
class ExtractionFacts:
    """One author's work on one article: what was handed in, who opened it, how it stands."""

    uuid: str
    article: str
    number: int
    author: str
    tip: str
    submitted: str
    submitted_ms: int
    opened_by: str
    state: ArticleState | None
    drafts: int
    waiting: int
    approved: int
    returned: int

    @property
    def is_empty(self) -> bool:
        """Was nothing found (or everything rejected)?"""
        return not (self.drafts or self.waiting or self.approved or self.returned)


def extraction(connection: Connection, uuid: str) -> ExtractionFacts | None:
    """One extraction, or None when its author has done nothing yet."""
    row = connection.execute(
        """SELECT e.uuid, a.uuid, e.article, e.author, e.tip, e.submitted, e.submitted_ms, e.opened, e.state,
        e.drafts, e.waiting, e.approved, e.returned FROM extraction AS e JOIN article AS a ON a.id = e.article WHERE e.uuid = ?""",
        (uuid,),
    ).fetchone()
    if row is None:
        return None
    tip, submitted = (value.hex() if value else "" for value in row[4:6])
    uuid, article, number, author = row[:4]
    state = ArticleState(row[8]) if row[8] else None
    return ExtractionFacts(uuid, article, number, author, tip, submitted, row[6], row[7], state, *row[9:])


def handed_in(connection: Connection, uuid: str) -> list[tuple[str, str]]:
    """The annotations and versions of the submission in force."""
    rows = connection.execute("SELECT annotation, head FROM submission WHERE extraction = ? ORDER BY annotation", (uuid,))
    return [(annotation, head.hex()) for annotation, head in rows]


def answers(connection: Connection, uuid: str) -> list[str]:
    """The returns that the submission in force answers."""
    return [row[0].hex() for row in connection.execute("SELECT review FROM answer WHERE extraction = ? ORDER BY review", (uuid,))]


def open_returns(connection: Connection, extraction_uuid: str) -> list[str]:
    """Every return about an extraction that was not withdrawn: what a new submission answers."""
    sql = "SELECT hash FROM review WHERE extraction = ? AND verdict = ? AND withdrawn = 0 AND refused = '' ORDER BY hash"
    return [row[0].hex() for row in connection.execute(sql, (extraction_uuid, str(Verdict.RETURN)))]


def of_annotation(connection: Connection, uuid: str) -> tuple[Review, ...]:
    """All decisions about one annotation, oldest first; withdrawn ones and withdrawals too."""
    return tuple(_review(row) for row in connection.execute(f"SELECT {_COLUMNS} WHERE r.entity = ? ORDER BY r.n", (uuid,)))


def returned_to(connection: Connection, extraction_uuid: str) -> tuple[Review, ...]:
    """The returns about one extraction that its author has not answered by a submission, in text order.

    One whose annotation was edited meanwhile is no longer `current`, but still says what was wrong.
    """
    sql = f"""SELECT {_COLUMNS} WHERE n.extraction = :extraction AND n.deleted = 0 AND n.state IN ('returned', 'draft') AND r.verdict = 'return'
        AND r.withdrawn = 0 AND r.refused = '' AND r.hash NOT IN (SELECT review FROM answer WHERE extraction = :extraction)
        AND NOT EXISTS(SELECT 1 FROM review AS later WHERE later.entity = r.entity AND later.by = r.by AND later.n > r.n
            AND later.withdrawn = 0 AND later.refused = '' AND later.verdict <> 'withdraw') ORDER BY n.start, r.n"""
    return tuple(_review(row) for row in connection.execute(sql, {"extraction": extraction_uuid}))


def _review(row: tuple[object, ...]) -> Review:
    entity, verdict, by, at_ms, head, reason, field, comment, digest, current = row
    assert isinstance(head, bytes)
    assert isinstance(digest, bytes)
    assert isinstance(at_ms, int)
    return Review(
        annotation=str(entity),
        verdict=Verdict(str(verdict)),
        by=str(by),
        at_ms=at_ms,
        head=head.hex(),
        reason=Reason(str(reason)) if reason else None,
        field=str(field),
        comment=str(comment),
        record=digest.hex(),
        current=bool(current),
    )


def people(connection: Connection) -> tuple[Person, ...]:
    """Everybody of the project, in the order they joined."""
    return tuple(Person(uuid, name, PersonRole(role)) for uuid, name, role in connection.execute("SELECT id, name, role FROM person ORDER BY n"))
