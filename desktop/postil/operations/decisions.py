"""What a person decides about a suggestion or an annotation: finding the target, the guards, and the record.

A decision on a suggestion makes the person's own annotation, whose id follows from the two, so that the same
decision on two laptops is one annotation. The suggestion itself never changes.
"""

from __future__ import annotations

from typing import Any

from postil.base.errors import RuleError
from postil.base.i18n import _
from postil.base.ids import derived_id
from postil.domain.annotation import Origin, State
from postil.domain.record import EntityType, RecordKind
from postil.operations.changes import Touched
from postil.operations.work import Work
from postil.store.read import annotations as annotation_rows
from postil.store.read.annotations import AnnotationFacts, SuggestionItem
from postil.store.versions import changed_fields

Target = SuggestionItem | AnnotationFacts


def target(work: Work, uuid: str) -> Target:
    """What an id names for this person: their annotation made of a suggestion, an annotation, or an open suggestion.

    Raises RuleError when it names nothing.
    """
    own = work.annotation(annotation_id(uuid, work.person.id))
    if own is not None:
        return own
    found = work.annotation(uuid)
    if found is not None:
        return found
    suggestion = annotation_rows.suggestion(work.store.connection, work.store.blobs, uuid)
    if suggestion is None:
        raise RuleError(_("There is no such annotation."), what=uuid, next_step=_("Look at the article again; it may have been undone."))
    return suggestion


def annotation_id(suggestion: str, person: str) -> str:
    """The id of what a person makes of a suggestion."""
    return derived_id("annotation", suggestion, person)


def accepted_fields(suggestion: SuggestionItem, origin: Origin, state: State = State.DRAFT) -> dict[str, Any]:
    """A person's annotation that says what the suggestion says; complete, so that it stands without the run."""
    item = suggestion.item
    return {
        "article": suggestion.article,
        "kind": item["kind"],
        "suggestion": suggestion.uuid,
        "origin": str(origin),
        "rule": item.get("rule", ""),
        "confidence": item.get("confidence", 500),
        "state": str(state),
        "evidence": item["evidence"],
        **{f"body.{name}": value for name, value in item["body"].items()},
    }


def write_fields(work: Work, aim: Target, new: dict[str, Any]) -> None:
    """Record what makes the aim's annotation look like `new`."""
    uuid = annotation_id(aim.uuid, work.person.id) if isinstance(aim, SuggestionItem) else aim.uuid
    old, parents = _present(work, aim, uuid)
    work.write(RecordKind.EDIT, EntityType.ANNOTATION.of(uuid), changed_fields(old, new), parents=parents)
    touch(work, aim.article, uuid)


def delete(work: Work, aim: AnnotationFacts) -> None:
    """Record that it is gone."""
    work.write(RecordKind.DELETE, EntityType.ANNOTATION.of(aim.uuid), {"deleted": True}, parents=(aim.tip,))
    touch(work, aim.article, aim.uuid)


def touch(work: Work, article: str, uuid: str) -> None:
    """An annotation changed, and with it the article's state."""
    work.touch(Touched.ANNOTATIONS, article, uuid)
    work.touch(Touched.ARTICLES, article)


def require_own(work: Work, aim: AnnotationFacts) -> None:
    """Raises RuleError when it is another person's."""
    if aim.author != work.person.id:
        raise RuleError(_("This is another person's annotation."), next_step=_("Ask its author to change it."))


def require_editable(work: Work, aim: AnnotationFacts) -> None:
    """Raises RuleError when the person may not change it now: handed in, or another's and not theirs to fix."""
    work.article(aim.article)
    if aim.author == work.person.id:
        if aim.state is State.SUBMITTED:
            raise RuleError(_("It is submitted and waits for the supervisor."), next_step=_("Take the submission back first."))
        return
    if not work.person.can_review:
        require_own(work, aim)
    if aim.state not in (State.SUBMITTED, State.RETURNED, State.APPROVED):
        raise RuleError(_("Its author is still at work on it."), next_step=_("Wait until it is submitted."))


def _present(work: Work, aim: Target, uuid: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The fields that its history adds up to now (also after a deletion), and its last record."""
    if isinstance(aim, AnnotationFacts):
        return aim.fields, (aim.tip,)
    earlier = annotation_rows.fact(work.store.connection, uuid)
    return (earlier.fields, (earlier.tip,)) if earlier is not None else ({}, ())
