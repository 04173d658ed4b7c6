"""What a supervisor sees: the queue, riskiest first, and in an extraction only what differs."""

from __future__ import annotations

from typing import Final

from postil.base.i18n import _
from postil.domain.annotation import Annotation, State
from postil.domain.author import Person
from postil.domain.review import Review
from postil.operations import risk
from postil.operations.differences import content, differences
from postil.operations.review import refusal
from postil.operations.rows import FieldChange, QueueRow, ReviewItem
from postil.store.database import Store
from postil.store.read import annotations as annotation_rows
from postil.store.read import queue as queue_rows
from postil.store.read import reviews
from postil.store.versions import history as versions_of

DECIDED_SHOWN: Final = 20
"""So many extractions that are decided already stay at the end of the queue, the newest first."""


def queue(store: Store, person: str) -> tuple[QueueRow, ...]:
    """Extractions that others submitted: what waits first, riskiest first and then oldest; then what was decided lately."""
    names = {p.id: p.name for p in reviews.people(store.connection)}
    waiting = [_queue_row(store, row, names) for row in queue_rows.waiting(store.connection, person)]
    decided = [_queue_row(store, row, names) for row in queue_rows.decided(store.connection, person, DECIDED_SHOWN)]
    return (*sorted(waiting, key=lambda row: (-row.risk, row.submitted_ms)), *decided)


def _queue_row(store: Store, row: queue_rows.Submitted, names: dict[str, str]) -> QueueRow:
    found = risk.Risk(0, ())
    if row.waiting:
        found = risk.of_extraction(annotation_rows.of_extraction(store.connection, store.decoded, row.extraction), row.conflicts)
    elif not row.is_decided:
        found = risk.Risk(0, (_("checked, nothing found"),))
    return QueueRow(
        extraction=row.extraction,
        article=row.article,
        title=row.title,
        language=row.language,
        author=row.author,
        author_name=names.get(row.author, row.author),
        submitted_ms=row.submitted_ms,
        waiting=row.waiting,
        approved=row.approved,
        returned=row.returned,
        risk=found.points,
        reasons=found.reasons,
        is_decided=row.is_decided,
    )


def items(store: Store, extraction: str, person: Person) -> tuple[ReviewItem, ...]:
    """The annotations of an extraction that were handed in or judged, in text order."""
    found = annotation_rows.of_extraction(store.connection, store.decoded, extraction)
    return tuple(_item(store, a, person) for a in found if a.state in (State.SUBMITTED, State.APPROVED, State.RETURNED))


def _item(store: Store, annotation: Annotation, person: Person) -> ReviewItem:
    decided = reviews.of_annotation(store.connection, annotation.id)
    why_not = _why_not(store, annotation, person)
    return ReviewItem(annotation, _changes(store, annotation, decided), decided, not why_not and annotation.state is State.SUBMITTED, why_not)


def _why_not(store: Store, annotation: Annotation, person: Person) -> str:
    if not person.can_review:
        return _("Only a supervisor approves or returns.")
    fact = annotation_rows.fact(store.connection, annotation.id)
    return refusal(person.id, fact) if fact is not None else ""


def _changes(store: Store, annotation: Annotation, decided: tuple[Review, ...]) -> tuple[FieldChange, ...]:
    """Against the version that was judged last, else against the suggestion it was made from; nothing when it was typed."""
    fact = annotation_rows.fact(store.connection, annotation.id)
    if fact is None:
        return ()
    judged = next((r.head for r in reversed(decided) if r.head != annotation.head), "")
    if judged:
        records = store.journal.of_entity(f"annotation:{annotation.id}")
        earlier = next((v.fields for v in versions_of(records) if v.head == judged), None)
        if earlier is not None:
            return differences(content(earlier), content(fact.fields))
    if annotation.suggestion:
        suggested = annotation_rows.suggestion(store.connection, store.blobs, annotation.suggestion)
        if suggested is not None:
            before = {f"body.{name}": value for name, value in suggested.item["body"].items()} | {"evidence": suggested.item["evidence"]}
            return differences(before, content(fact.fields))
    return ()
