"""Notes as they are read."""

from __future__ import annotations

from typing import Final

from postil.domain.note import Note
from postil.store.driver import Connection

_SELECT: Final = "SELECT n.uuid, n.target, n.by, n.at_ms, n.markdown FROM note AS n"


def one(connection: Connection, uuid: str) -> tuple[Note, str] | None:
    """A note that is not deleted, and the article it belongs to."""
    row = connection.execute(
        """SELECT n.uuid, n.target, n.by, n.at_ms, n.markdown, a.uuid FROM note AS n LEFT JOIN article AS a ON a.id = n.article
        WHERE n.uuid = ? AND n.deleted = 0""",
        (uuid,),
    ).fetchone()
    return None if row is None else (Note(*row[:5]), str(row[5] or ""))


def of_target(connection: Connection, target: str) -> tuple[Note, ...]:
    """The notes under an article or an annotation, oldest first."""
    return tuple(Note(*row) for row in connection.execute(f"{_SELECT} WHERE n.target = ? AND n.deleted = 0 ORDER BY n.at_ms, n.uuid", (target,)))


def counts(connection: Connection, article: str) -> dict[str, int]:
    """How many notes stand under an article and under each of its annotations, by the id of what they stand under."""
    rows = connection.execute(
        """SELECT n.target, count(*) FROM note AS n JOIN article AS a ON a.id = n.article
        WHERE a.uuid = ? AND n.deleted = 0 GROUP BY n.target""",
        (article,),
    )
    return {str(target): int(count) for target, count in rows}
