"""Commands about articles: import, correct what is known of them, change zones, tag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from postil.base.i18n import N_
from postil.domain.article import ArticleDraft
from postil.domain.zone import ZoneKind
from postil.operations.command import Command


@dataclass(frozen=True, slots=True)
class ImportArticles(Command):
    """Take in drafts as read by `operations.importing`; those already there are skipped and said so."""

    label: ClassVar[str] = N_("import articles")
    drafts: tuple[ArticleDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectMeta(Command):
    """Set one field of META_FIELDS by hand; `start`/`end` when it was taken from the text."""

    label: ClassVar[str] = N_("correct article details")
    article: str = ""
    field: str = ""
    value: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class SetZone(Command):
    """Make `[start, end)` of an article a zone of `kind`; `BODY` restores text to the body."""

    label: ClassVar[str] = N_("change zone")
    article: str = ""
    start: int = 0
    end: int = 0
    kind: ZoneKind = ZoneKind.BODY
    language: str = ""


@dataclass(frozen=True, slots=True)
class TagArticle(Command):
    """Add and remove tags of an article."""

    label: ClassVar[str] = N_("tag article")
    article: str = ""
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
