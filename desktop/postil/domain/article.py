"""Articles: one imported document, its immutable text, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from postil.base.i18n import N_
from postil.domain.zone import Zone


class ArticleState(StrEnum):
    """Derived from the article's extractions; see `model.md`."""

    NEW = "new"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"
    UNDER_REVIEW = "under_review"
    RETURNED = "returned"
    APPROVED = "approved"
    CHANGED_SINCE_APPROVAL = "changed_since_approval"


ARTICLE_STATE_LABELS: dict[ArticleState, str] = {
    ArticleState.NEW: N_("New"),
    ArticleState.ASSIGNED: N_("Assigned"),
    ArticleState.IN_PROGRESS: N_("In progress"),
    ArticleState.SUBMITTED: N_("Submitted"),
    ArticleState.UNDER_REVIEW: N_("Under review"),
    ArticleState.RETURNED: N_("Returned"),
    ArticleState.APPROVED: N_("Approved"),
    ArticleState.CHANGED_SINCE_APPROVAL: N_("Changed since approval"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A value of the article's head, with the span it was found at; typed by a person when `by_person`.

    `start == end == 0` means: no span (typed, or taken from outside the text).
    """

    value: str
    start: int = 0
    end: int = 0
    by_person: bool = False


META_FIELDS = ("title", "published", "byline", "photo_credit", "publisher", "url", "language", "translated_from", "translation_of", "origin")
"""Correctable by hand. `published` is EDTF, `language` and `translated_from` are BCP 47."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known about an article, field by field; empty `Found` values mean unknown."""

    title: Found = Found("")
    published: Found = Found("")
    byline: Found = Found("")
    photo_credit: Found = Found("")
    publisher: Found = Found("")
    url: Found = Found("")
    language: Found = Found("")
    translated_from: Found = Found("")
    translation_of: Found = Found("")
    origin: Found = Found("")


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """A file as read, before it is stored: `text` is decoded, LF, NFC, and never changes afterwards."""

    name: str
    raw: bytes
    text: str
    encoding: str
    reader: str = "text"


@dataclass(frozen=True, slots=True)
class Article:
    """One stored article with everything a screen or a suggester needs to know."""

    id: str
    name: str
    raw_sha256: str
    text_sha256: str
    text: str
    meta: Meta
    zones: tuple[Zone, ...]
    tags: tuple[str, ...] = ()
    analysed: bool = False

    @property
    def language(self) -> str:
        """The article's main language, `en`, `fr`, `vi` or empty."""
        return self.meta.language.value


@dataclass(frozen=True, slots=True)
class Analysis:
    """What ingest and a suggester found in one text: the content of a suggester's run."""

    meta: Meta
    zones: tuple[Zone, ...]
    suggestions: tuple[object, ...] = field(default=())
