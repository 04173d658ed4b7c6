"""Projects for benchmarks: articles that hold as many suggestions as wanted, and annotations made of them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import corpus

if TYPE_CHECKING:
    from postil.domain.annotation import Suggestion

APART = 24
"""Suggestions begin at least so many characters apart."""


def spans(text: str, count: int) -> list[tuple[int, int]]:
    """`count` spans of a word or two, spread evenly over a text that is long enough. Raises ValueError when it is not."""
    step = len(text) // count
    if step < APART:
        raise ValueError(f"{count} spans have no room in {len(text)} characters")
    found = []
    for number in range(count):
        start = number * step
        while not text[start].isalnum():
            start += 1
        found.append((start, min(len(text), start + 10)))
    return found


def article_with_spans(project: str, seed: int, size: int, count: int) -> str:
    """The id of an article of about `size` characters with `count` open suggestions, added to a project, which is made if need be.

    For `measure.call`.
    """
    from postil.operations import importing, projects
    from postil.operations.articles import ImportArticles
    from postil.operations.suggestions import RecordRun

    folder = Path(project)
    session = projects.open_project(folder) if folder.exists() else projects.create_project(folder, "Bench")
    try:
        text = f"Article {seed}\n" + corpus.long_article(size)
        changes = session.apply(ImportArticles(drafts=(importing.pasted(text, f"{seed}.txt"),)))
        (article,) = changes.articles
        stored = session.queries.article(article).text
        session.apply(RecordRun(article=article, suggestions=suggestions(stored, count), version="bench"))
    finally:
        session.close()
    return article


def suggestions(text: str, count: int) -> tuple[Suggestion, ...]:
    """`count` suggested figures with two pieces of evidence each."""
    from postil.domain.annotation import Kind, Suggestion
    from postil.domain.figure import Figure, Qualifier
    from postil.domain.selector import Role, quote

    made = []
    for number, (start, end) in enumerate(spans(text, count)):
        body = Figure(
            number_as_written=text[start:end],
            value=Decimal(number + 1),
            unit="USD",
            qualifier=Qualifier.ABOUT,
            indicator="exports",
            period="2024",
            area="VN",
        )
        evidence = (quote(text, start, end, Role.VALUE), quote(text, end, min(len(text), end + 8), Role.UNIT))
        made.append(Suggestion(Kind.FIGURE, body, evidence, "bench", 700, str(number)))
    return tuple(made)


def annotated_project(project: str, articles: int, each: int) -> int:
    """A new project in which `each` suggestions of each of `articles` articles are accepted; how many annotations. For `measure.call`."""
    from postil.operations import importing, projects
    from postil.operations.articles import ImportArticles
    from postil.operations.suggestions import AcceptSuggestions, RecordRun

    session = projects.create_project(Path(project), "Bench")
    try:
        drafts = tuple(importing.pasted(text, name) for name, text in _long_enough(articles, each))
        count = 0
        for article in sorted(session.apply(ImportArticles(drafts=drafts)).articles):
            text = session.queries.article(article).text
            session.apply(RecordRun(article=article, suggestions=suggestions(text, each), version="bench"))
            open_ones = tuple(a.id for a in session.queries.annotations(article))
            session.apply(AcceptSuggestions(ids=open_ones))
            count += len(open_ones)
    finally:
        session.close()
    return count


def _long_enough(count: int, spans_each: int) -> list[tuple[str, str]]:
    """`count` articles that have room for the spans."""
    found: list[tuple[str, str]] = []
    number = 0
    while len(found) < count:
        text = corpus.article(number)
        if len(text) >= spans_each * APART * 1.2:
            found.append((f"{number:06}.txt", text))
        number += 1
    return found
