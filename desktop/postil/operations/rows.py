"""Frozen rows of the read side: what lists and screens show, already joined and counted."""

from __future__ import annotations

from dataclasses import dataclass

from postil.domain.annotation import Annotation
from postil.domain.article import ArticleState
from postil.domain.review import Review


@dataclass(frozen=True, slots=True)
class LibraryFilter:
    """What the library shows. `text` searches title and text, folded; `state`, `language`, `tag` empty: all.

    `order` is one of `next` (returns first, then open work), `title`, `published`, `imported`, `state`, `language`, `open`.
    """

    text: str = ""
    state: str = ""
    language: str = ""
    tag: str = ""
    order: str = "next"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article in a list, as the person of the session sees it.

    `title` is the found title or, with `title_is_lead`, the first words of its lead. `open` counts the
    suggestions this person has not decided, plus what was returned to them. `total` is all annotations on view.
    `snippet` is the text around a search hit, `hit` its code-point span within the snippet.
    """

    id: str
    name: str
    title: str
    title_is_lead: bool
    language: str
    published: str
    publisher: str
    state: ArticleState
    figures: int
    events: int
    commitments: int
    open: int
    total: int
    analysed: bool
    imported_ms: int
    tags: tuple[str, ...] = ()
    snippet: str = ""
    hit: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a longer list: `rows` from `offset`, of `total`."""

    rows: tuple[ArticleRow, ...]
    total: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as JSON values of the codec (None: absent)."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One extraction that waits for a decision. `risk` is 0–100, `reasons` say why, translated."""

    extraction: str
    article: str
    title: str
    language: str
    author: str
    author_name: str
    submitted_ms: int
    waiting: int
    approved: int
    returned: int
    risk: int
    reasons: tuple[str, ...] = ()
    is_decided: bool = False


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One annotation under review with what differs from its suggestion or from the version last judged."""

    annotation: Annotation
    changes: tuple[FieldChange, ...]
    reviews: tuple[Review, ...]
    can_decide: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One step of the journal: who did what, when. `label` is an untranslated message id."""

    n: int
    at_ms: int
    by: str
    by_name: str
    label: str
    article: str
    annotation: str = ""
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class UndoState:
    """What undo and redo would do now, as untranslated labels; empty when there is nothing."""

    undo: str = ""
    redo: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts for the status bar: decided of all in the article, and articles left in the project."""

    open: int
    total: int
    articles_left: int
