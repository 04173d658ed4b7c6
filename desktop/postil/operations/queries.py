"""The read side: frozen rows and pages for the screens, always from the store, never all articles at once.

What only one screen asks for is imported when it asks: the first list of a start does not wait for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from postil.base.errors import RuleError
from postil.base.i18n import _
from postil.base.ids import extraction_id
from postil.domain.annotation import Annotation, Kind, State
from postil.domain.article import Article, ArticleState
from postil.domain.author import Person
from postil.domain.note import Note
from postil.domain.review import Review
from postil.operations.rows import ArticleRow, HistoryRow, LibraryFilter, Page, Progress, QueueRow, ReviewItem
from postil.store.database import Store
from postil.store.matching import pattern
from postil.store.read import annotations as annotation_rows
from postil.store.read import articles, library, notes, reviews
from postil.store.read.library import LibraryRow, Wanted

if TYPE_CHECKING:
    from postil.indicators.series import Series

SNIPPET_BEFORE: Final = 40
SNIPPET_AFTER: Final = 100


class Queries:
    """What there is to see, for one person; `person` follows the session's."""

    def __init__(self, store: Store, person: str) -> None:
        self._store = store
        self.person = person

    def library(self, wanted: LibraryFilter, limit: int = 200, offset: int = 0) -> Page:
        """A page of the articles that fit. With a text, `order` "next" means best match first while the hits are few."""
        asked = Wanted(wanted.text, str(wanted.state), wanted.language, wanted.tag, wanted.order, wanted.descending)
        rows, total = library.page(self._store.connection, self.person, asked, limit, offset)
        return Page(tuple(self._row(row, wanted.text) for row in rows), total, offset)

    def counts_by_state(self) -> dict[ArticleState, int]:
        """How many articles stand in each state that occurs."""
        return library.counts_by_state(self._store.connection)

    def languages(self) -> tuple[str, ...]:
        """The languages that occur."""
        return articles.languages(self._store.connection)

    def article(self, uuid: str) -> Article:
        """One article with text, head and zones. Raises RuleError when there is none."""
        return articles.article(self._store.connection, self._store.blobs, uuid)

    def annotations(self, article: str, person: str | None = None) -> tuple[Annotation, ...]:
        """A person's own annotations (in any state) and the suggestions they have not decided, in text order."""
        number = articles.facts(self._store.connection, article).number
        return annotation_rows.of_article(self._store.connection, self._store.decoded, article, number, self.person if person is None else person)

    def annotation(self, uuid: str) -> Annotation:
        """One annotation or suggestion. Raises RuleError when there is none."""
        found = annotation_rows.one(self._store.connection, self._store.blobs, self._store.decoded, uuid, self.person)
        if found is None:
            raise RuleError(_("There is no such annotation."), what=uuid, next_step=_("Look at the article again; it may have been undone."))
        return found

    def extraction_annotations(self, extraction: str) -> tuple[Annotation, ...]:
        """All annotations of one author about one article, in text order."""
        return annotation_rows.of_extraction(self._store.connection, self._store.decoded, extraction)

    def next_article(self, after: str = "") -> str | None:
        """The article to work on next: returns first, then what is begun, then what is new."""
        return library.next_article(self._store.connection, self.person, after)

    def progress(self, article: str) -> Progress:
        """How far this article and the project are."""
        number = articles.facts(self._store.connection, article).number
        left, total = annotation_rows.counts_on_view(self._store.connection, number, extraction_id(article, self.person))
        return Progress(left, total, library.left(self._store.connection))

    def queue(self) -> tuple[QueueRow, ...]:
        """Other people's submissions: what waits, riskiest first with the reasons, then what was decided lately."""
        from postil.operations import reviewing

        return reviewing.queue(self._store, self.person)

    def review_items(self, extraction: str) -> tuple[ReviewItem, ...]:
        """What was handed in, each with what differs from its suggestion or from the version judged last."""
        from postil.operations import reviewing

        person = next((p for p in self.people() if p.id == self.person), None)
        return reviewing.items(self._store, extraction, person) if person is not None else ()

    def history(self, annotation: str = "", article: str = "", limit: int = 200) -> tuple[HistoryRow, ...]:
        """The newest records about an annotation, an article or the whole project, newest first."""
        from postil.operations import log

        return log.rows(self._store, annotation, article, limit)

    def series(self) -> tuple[Series, ...]:
        """Indicators over the approved figures."""
        from postil.indicators.series import build

        return build(self.approved_figures())

    def reviews(self, annotation: str) -> tuple[Review, ...]:
        """All decisions about one annotation, oldest first."""
        return reviews.of_annotation(self._store.connection, annotation)

    def returns(self, article: str) -> tuple[Review, ...]:
        """What came back to this person in an article, in text order."""
        return reviews.returned_to(self._store.connection, extraction_id(article, self.person))

    def notes(self, target: str) -> tuple[Note, ...]:
        """The notes under an article or an annotation, oldest first."""
        return notes.of_target(self._store.connection, target)

    def note_counts(self, article: str) -> dict[str, int]:
        """How many notes stand under an article and under each of its annotations."""
        return notes.counts(self._store.connection, article)

    def people(self) -> tuple[Person, ...]:
        """Everybody of the project."""
        return reviews.people(self._store.connection)

    def approved_figures(self) -> tuple[Annotation, ...]:
        """Figures whose present version is approved and whose evidence stands."""
        return tuple(annotation_rows.in_state(self._store.connection, self._store.decoded, State.APPROVED, Kind.FIGURE))

    def article_titles(self, ids: Iterable[str]) -> dict[str, str]:
        """The shown title of each article."""
        return articles.titles(self._store.connection, list(ids))

    def tag_counts(self) -> dict[str, int]:
        """How often each tag is used, most used first."""
        return articles.tag_counts(self._store.connection)

    def article_digests(self) -> tuple[frozenset[str], frozenset[str]]:
        """The ids of all articles on view and the SHA-256 of their texts, in hexadecimal: what an import compares with."""
        return articles.digests(self._store.connection)

    def is_under_review(self, extraction: str) -> bool:
        """Has a supervisor opened the submission in force?"""
        found = reviews.extraction(self._store.connection, extraction)
        return found is not None and bool(found.opened_by)

    def unanalysed(self, limit: int = 500) -> tuple[str, ...]:
        """Articles that wait for the built-in suggester: never seen, or corrected since."""
        return articles.unanalysed(self._store.connection, limit)

    def count_unanalysed(self) -> int:
        """How many articles wait for the built-in suggester."""
        return articles.count_unanalysed(self._store.connection)

    def outdated(self, version: str, limit: int = 500) -> tuple[str, ...]:
        """Articles still at work whose suggestions another version of the suggester made."""
        return articles.outdated(self._store.connection, version, limit)

    def unseen_by(self, suggester: str, version: str, limit: int = 500) -> tuple[str, ...]:
        """Articles still at work that this version of a plug-in has not seen as they are now."""
        return articles.unseen_by(self._store.connection, suggester, version, limit)

    def corrections(self, article: str) -> tuple[str, dict[str, Any], str]:
        """The text of an article, its corrected fields, and the last correction's hash: what a suggester works from."""
        known = articles.facts(self._store.connection, article)
        return self._store.blobs.text(known.text_sha256), known.fields, known.tip

    def _row(self, row: LibraryRow, text: str) -> ArticleRow:
        snippet, hit = self._snippet(row, text) if text.strip() else ("", (0, 0))
        return ArticleRow(
            id=row.uuid,
            name=row.name,
            title=row.title,
            title_is_lead=row.title_is_lead,
            language=row.language,
            published=row.published,
            publisher=row.publisher,
            state=row.state,
            figures=row.figures,
            events=row.events,
            commitments=row.commitments,
            open=row.open,
            total=row.figures + row.events + row.commitments,
            analysed=row.analysed,
            imported_ms=row.imported_ms,
            tags=row.tags,
            snippet=snippet,
            hit=hit,
        )

    def _snippet(self, row: LibraryRow, query: str) -> tuple[str, tuple[int, int]]:
        """The line around the first hit in the text, and where the hit stands in it."""
        wanted = pattern(query)
        if wanted is None:
            return "", (0, 0)
        text = self._store.blobs.text(row.text_sha256)
        found = wanted.search(text)
        if found is None:
            return "", (0, 0)
        start = max(0, found.start() - SNIPPET_BEFORE)
        start = start if start == 0 else text.find(" ", start, found.start()) + 1 or found.start()
        before, hit, after = text[start : found.start()], found.group(), text[found.end() : found.end() + SNIPPET_AFTER]
        cut = after.rsplit(" ", 1)[0] if len(after) == SNIPPET_AFTER else after
        lead = "…" if start else ""
        line = f"{lead}{before}{hit}{cut}".replace("\n", " ")
        at = len(lead) + len(before)
        return line, (at, at + len(hit))
