"""The search index: folded title and text of every article, contentless, so that no text is kept twice."""

from __future__ import annotations

from collections.abc import Iterable

from postil.store.driver import Connection
from postil.store.matching import loose

TITLE_WEIGHT = 8.0
_DELETE = "INSERT INTO article_search(article_search, rowid, title, body) VALUES('delete', ?, ?, ?)"


def add(connection: Connection, articles: Iterable[tuple[int, str, str]]) -> None:
    """Index articles given as (number, title, text)."""
    connection.executemany(
        "INSERT INTO article_search(rowid, title, body) VALUES(?, ?, ?)", ((number, loose(title), loose(text)) for number, title, text in articles)
    )


def remove(connection: Connection, number: int, title: str, text: str) -> None:
    """Take an article out; title and text must be what was indexed."""
    connection.execute(_DELETE, (number, loose(title), loose(text)))
