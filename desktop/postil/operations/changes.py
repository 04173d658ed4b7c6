"""What a command changed: enough for every screen to ask "does this concern me?" and to know where to look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Touched(StrEnum):
    """Kinds of thing a command can touch."""

    ARTICLES = "articles"
    META = "meta"
    ZONES = "zones"
    ANNOTATIONS = "annotations"
    REVIEWS = "reviews"
    SUBMISSIONS = "submissions"
    NOTES = "notes"
    TAGS = "tags"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the project to look at; empty ids mean nothing in particular.

    `start`/`end` are code points to show when there is no annotation (a search hit); `field` names a field
    of the annotation's form.
    """

    article: str
    annotation: str = ""
    field: str = ""
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Changes:
    """What one applied command did. `label` is an untranslated message id such as "accept figure"."""

    label: str = ""
    touched: frozenset[Touched] = frozenset()
    articles: frozenset[str] = frozenset()
    annotations: frozenset[str] = frozenset()
    look_at: Location | None = None
    notes: tuple[str, ...] = ()
    """Sentences, already translated, that the person should read (skipped files, clashes)."""

    def concerns(self, article: str) -> bool:
        """Was anything of this article touched?"""
        return article in self.articles

    @property
    def is_empty(self) -> bool:
        """Did nothing change?"""
        return not self.touched
