"""The history as it is read: steps to undo, who built on what, and the log of an article or an annotation."""

from __future__ import annotations

from dataclasses import dataclass

from postil.domain.review import Verdict
from postil.store.derive.steps import DONE, UNDONE
from postil.store.driver import Connection, scalar


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of a person's history: its id and its untranslated label."""

    id: str
    label: str


def next_undo(connection: Connection, person: str) -> StepRow | None:
    """The person's last step that stands."""
    row = connection.execute("SELECT id, label FROM step WHERE person = ? AND state = ? ORDER BY first DESC LIMIT 1", (person, DONE)).fetchone()
    return StepRow(*row) if row else None


def next_redo(connection: Connection, person: str) -> StepRow | None:
    """The first of the steps that the person has undone and not replaced by another."""
    row = connection.execute("SELECT id, label FROM step WHERE person = ? AND state = ? ORDER BY first LIMIT 1", (person, UNDONE)).fetchone()
    return StepRow(*row) if row else None


def reviewer_since(connection: Connection, annotation: str, since: int, person: str) -> str:
    """Another person whose verdict on an annotation, given after record `since`, stands; or nothing."""
    sql = "SELECT by FROM review WHERE entity = ? AND n > ? AND by <> ? AND withdrawn = 0 AND refused = '' AND verdict <> ? LIMIT 1"
    return str(scalar(connection, sql, (annotation, since, person, str(Verdict.WITHDRAW))) or "")


def submitter_since(connection: Connection, annotation: str, since: int, person: str) -> str:
    """Another person who has handed an annotation in, as it is now, after record `since`; or nothing."""
    sql = """SELECT e.author FROM submission AS s JOIN annotation AS n ON n.uuid = s.annotation AND n.head = s.head
        JOIN extraction AS e ON e.uuid = s.extraction JOIN journal AS j ON j.hash = e.tip
        WHERE s.annotation = ? AND e.author <> ? AND j.n > ?"""
    return str(scalar(connection, sql, (annotation, person, since)) or "")


def worker_on_batch(connection: Connection, batch: str, person: str) -> str:
    """Another person who has annotated an article of a batch; or nothing."""
    sql = """SELECT n.author FROM annotation AS n JOIN batch_article AS b ON b.article = n.article
        WHERE b.batch = ? AND n.author <> ? AND n.deleted = 0 LIMIT 1"""
    return str(scalar(connection, sql, (batch, person)) or "")


def articles_of_batch(connection: Connection, batch: str) -> list[str]:
    """The articles that a batch brought."""
    sql = "SELECT a.uuid FROM batch_article AS b JOIN article AS a ON a.id = b.article WHERE b.batch = ? ORDER BY a.id"
    return [row[0] for row in connection.execute(sql, (batch,))]


def article_of_note(connection: Connection, note: str) -> str:
    """The article a note belongs to, also of a deleted one."""
    return str(scalar(connection, "SELECT a.uuid FROM note AS n JOIN article AS a ON a.id = n.article WHERE n.uuid = ?", (note,)) or "")


def standing_verdict(connection: Connection, entity: str, person: str, head: str, verdict: str) -> str | None:
    """The hash of the person's newest verdict of this kind on this version that is not withdrawn."""
    sql = "SELECT hash FROM review WHERE entity = ? AND by = ? AND head = ? AND verdict = ? AND withdrawn = 0 ORDER BY n DESC LIMIT 1"
    digest = scalar(connection, sql, (entity, person, bytes.fromhex(head), verdict))
    return None if digest is None else str(digest.hex())


def numbers_of_article(connection: Connection, article: str, limit: int) -> list[int]:
    """The numbers of the last records about an article or anything in it, newest first."""
    sql = "SELECT t.n FROM touch AS t JOIN article AS a ON a.id = t.article WHERE a.uuid = ? ORDER BY t.n DESC LIMIT ?"
    return [row[0] for row in connection.execute(sql, (article, limit))]
