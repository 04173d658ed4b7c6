"""Real things made small: texts, suggestions and projects for tests; nothing here pretends to be another part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from postil.base.clock import FixedClock
from postil.domain.annotation import Annotation, Kind, State, Suggestion
from postil.domain.article import ArticleDraft, ArticleState, Found, Meta
from postil.domain.author import Person, PersonRole
from postil.domain.commitment import Commitment, CommitmentKind
from postil.domain.event import Event, EventType
from postil.domain.figure import Figure, Status
from postil.domain.selector import Role, quote
from postil.domain.zone import Zone, ZoneKind
from postil.operations.articles import ImportArticles
from postil.operations.people import AddPerson
from postil.operations.projects import create_project
from postil.operations.review import OpenReview, SubmitExtraction
from postil.operations.rows import LibraryFilter
from postil.operations.session import Session
from postil.operations.suggestions import AcceptSuggestions, RecordRun

START_MS = 1_760_000_000_000
TEXT = (
    "Ngoại giao kinh tế tạo đà\n"
    "Hà Nội, 20/12/2024. Thủ tướng Phạm Minh Chính nói gần 60 hoạt động đã diễn ra, hơn 170 thỏa thuận được ký tại Đồng Nai.\n"
    "Près de 31,4 milliards de dollars ont été investis ; l'œuvre continue. Trade grew by 12.4% to 800 billion.\n"
    "Le ministère doit présenter 70 rapports avant 2025.\n"
    "Comment (0)\n"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def draft(text: str = TEXT, name: str = "article.txt") -> ArticleDraft:
    """An article draft as `ingest` would make it."""
    return ArticleDraft(name, text.encode(), text, "utf-8")


def suggestions(text: str) -> tuple[Suggestion, ...]:
    """A figure for each number, the second a change of the first; an event for the first line, a commitment for the last full one."""
    figures = [
        Suggestion(
            Kind.FIGURE,
            Figure(
                number_as_written=found.group(),
                value=Decimal(found.group().replace(",", ".")),
                counted="activity",
                status=Status.CHANGE if place == 1 else Status.ACTUAL,
                relates_to="figure-0" if place == 1 else "",
            ),
            (quote(text, found.start(), found.end(), Role.VALUE),),
            "figure.number",
            confidence=900 - 100 * (place % 6),
            key=f"figure-{place}",
        )
        for place, found in enumerate(_NUMBER.finditer(text))
    ]
    first, last = text.find("\n"), max(text.rfind("\n", 0, max(0, len(text) - 14)) + 1, 0)
    others = []
    if first > 0:
        others.append(
            Suggestion(
                Kind.EVENT, Event(EventType.CONFERENCE, text[:first], "2024-12-20"), (quote(text, 0, first, Role.TRIGGER),), "event.first", 700
            )
        )
    if last < len(text.rstrip()):
        end = len(text.rstrip())
        body = Commitment(CommitmentKind.DIRECTIVE, "ministry", "people", text[last:end], target_figure="figure-0" if figures else "")
        others.append(Suggestion(Kind.COMMITMENT, body, (quote(text, last, end, Role.WHOLE),), "commitment.last", 600))
    return (*figures, *others)


def run(article: str, text: str = TEXT, version: str = "0.1") -> RecordRun:
    """What a suggester would have found in a text."""
    meta = Meta(title=Found(text.split("\n", 1)[0], 0, max(1, text.find("\n"))), language=Found("vi"), published=Found("2024-12-20"))
    start = text.find("Comment (0)")
    zones = (Zone(ZoneKind.BOILERPLATE, start, start + 11),) if start >= 0 else ()
    return RecordRun(article, meta, zones, suggestions(text), version=version)


@contextmanager
def project(folder: Path, *, people: int = 2, articles: int = 1, analysed: bool = True) -> Iterator[Session]:
    """An open project with an annotator at work, a supervisor, and articles with suggestions."""
    session = make_project(folder, people=people, articles=articles, analysed=analysed)
    try:
        yield session
    finally:
        session.close()


def make_project(folder: Path, *, people: int = 2, articles: int = 1, analysed: bool = True) -> Session:
    """The same, closed by the caller."""
    session = create_project(folder, "Test", person=("Lan", PersonRole.ANNOTATOR), clock=FixedClock(START_MS))
    if people > 1:
        session.apply(AddPerson("Claire", PersonRole.SUPERVISOR))
    if people > 2:
        session.apply(AddPerson("Minh", PersonRole.SUPERVISOR))
    if articles:
        session.apply(ImportArticles(tuple(draft(TEXT if n == 0 else f"{TEXT}{n} thêm.\n", f"article-{n}.txt") for n in range(articles))))
    if analysed:
        for row in session.queries.library(LibraryFilter(order="imported")).rows:
            session.apply(run(row.id, session.queries.article(row.id).text))
    return session


def closed_project(folder: Path) -> Path:
    """The folder of a closed project with an article, its suggestions, and one of them accepted."""
    session = make_project(folder)
    session.apply(AcceptSuggestions((session.queries.annotations(first_article(session))[0].id,)))
    session.close()
    return folder


def first_article(session: Session) -> str:
    """The id of the article that came in first."""
    return session.queries.library(LibraryFilter(order="imported"), limit=1).rows[0].id


def named(session: Session, name: str) -> Person:
    """A person by name."""
    return next(person for person in session.queries.people() if person.name == name)


def own(session: Session, *states: State) -> list[Annotation]:
    """The annotations of the person at work in the first article, in these states."""
    return [a for a in session.queries.annotations(first_article(session)) if a.state in states]


def become(session: Session, name: str) -> None:
    """Somebody else works now."""
    session.switch_person(named(session, name).id)


def handed_in(session: Session, count: int = 2) -> tuple[str, list[Annotation]]:
    """Lan accepts the first suggestions and submits; Claire opens. The extraction and what waits."""
    article = first_article(session)
    become(session, "Lan")
    session.apply(AcceptSuggestions(tuple(a.id for a in own(session, State.SUGGESTED)[:count])))
    session.apply(SubmitExtraction(article, leave_open=True))
    waiting = own(session, State.SUBMITTED)
    become(session, "Claire")
    session.apply(OpenReview(waiting[0].extraction))
    return waiting[0].extraction, waiting


def state(session: Session) -> ArticleState:
    """Where the first article stands."""
    return session.queries.library(LibraryFilter(order="imported")).rows[0].state
