"""What a command has in hand while it is applied: who works, what is there, and the one way to write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from postil.base.clock import HybridTime
from postil.base.errors import RuleError
from postil.base.i18n import _
from postil.base.ids import extraction_id, new_id
from postil.domain.author import Person
from postil.domain.record import Draft, EntityType, Record, RecordKind
from postil.operations.changes import Changes, Location, Touched
from postil.store.database import Store
from postil.store.read import annotations as annotation_rows
from postil.store.read import articles as article_rows
from postil.store.read import reviews


@dataclass(slots=True)
class Work:
    """One command under way, inside its transaction."""

    person: Person
    store: Store
    writer: Callable[[Draft], Record]
    now_ms: int
    touched: set[Touched] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    annotations: set[str] = field(default_factory=set)
    look_at: Location | None = None
    notes: list[str] = field(default_factory=list)

    def write(self, kind: RecordKind, entity: str, changes: dict[str, Any], **rest: Any) -> Record:
        """Sign and append a record, and derive what follows from it. `rest` are other fields of a Draft."""
        return self.writer(Draft(kind, entity, changes, **rest))

    def touch(self, what: Touched, article: str = "", annotation: str = "") -> None:
        """Say for the screens what was changed."""
        self.touched.add(what)
        if article:
            self.articles.add(article)
        if annotation:
            self.annotations.add(annotation)
        if self.look_at is None and article:
            self.look_at = Location(article, annotation)

    def changes(self, label: str) -> Changes:
        """What the command did."""
        if not self.touched:
            return Changes(label="", notes=tuple(self.notes))
        return Changes(label, frozenset(self.touched), frozenset(self.articles), frozenset(self.annotations), self.look_at, tuple(self.notes))

    def new_id(self) -> str:
        """A fresh id, sorted by time."""
        return new_id(max(self.now_ms, self.store.journal.time.ms))

    @property
    def time(self) -> HybridTime:
        """The logical time of the last record."""
        return self.store.journal.time

    def article(self, uuid: str) -> article_rows.ArticleFacts:
        """Facts of an article on view. Raises RuleError."""
        found = article_rows.facts(self.store.connection, uuid)
        if found.hidden:
            raise RuleError(
                _("The import that brought this article was undone."), what=uuid, next_step=_("Redo the import, or import the file again.")
            )
        return found

    def own_extraction(self, article: str) -> str:
        """The id of this person's extraction of an article."""
        return extraction_id(article, self.person.id)

    def extraction(self, uuid: str) -> reviews.ExtractionFacts:
        """Facts of an extraction. Raises RuleError."""
        found = reviews.extraction(self.store.connection, uuid)
        if found is None:
            raise RuleError(_("Nobody has worked on this article yet."), what=uuid, next_step=_("Choose another one from the queue."))
        return found

    def annotation(self, uuid: str) -> annotation_rows.AnnotationFacts | None:
        """Facts of a person's annotation that is not deleted, or None."""
        found = annotation_rows.fact(self.store.connection, uuid)
        return None if found is None or found.deleted else found

    def tips(self, entity_type: EntityType, entity_id: str) -> tuple[str, ...]:
        """The last record about a thing, as parents of the next; looked up in the journal."""
        tip = self.store.journal.tip(entity_type.of(entity_id))
        return (tip,) if tip else ()


def require_supervisor(work: Work) -> None:
    """Raises RuleError unless the person at work is a supervisor."""
    if not work.person.can_review:
        raise RuleError(
            _("Only a supervisor approves or returns."),
            what=work.person.name,
            next_step=_("Switch to a person who is a supervisor, or change your role."),
        )
