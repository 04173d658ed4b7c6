"""Commands about annotations: add, edit, tag, delete, reopen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from postil.base.errors import RuleError
from postil.base.i18n import N_, _
from postil.domain import codec
from postil.domain.annotation import BODY_TYPES, MAIN_ROLE, Body, Kind, Origin, State
from postil.domain.figure import Figure
from postil.domain.parts import body_fields
from postil.domain.record import EntityType, RecordKind
from postil.domain.selector import Evidence, EvidenceState, state_of
from postil.operations import decisions
from postil.operations.articles import tag_changes
from postil.operations.changes import Touched
from postil.operations.command import Command
from postil.operations.work import Work
from postil.store.read.annotations import AnnotationFacts, SuggestionItem, one


@dataclass(frozen=True, slots=True)
class AddAnnotation(Command):
    """A new annotation typed by a person; `evidence[0]` has the kind's main role."""

    label: ClassVar[str] = N_("add annotation")
    article: str = ""
    kind: Kind = Kind.FIGURE
    body: Body = field(default_factory=Figure)
    evidence: tuple[Evidence, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditAnnotation(Command):
    """Change an annotation; None leaves a part as it is. On a suggestion: accept it, edited, in one step."""

    label: ClassVar[str] = N_("edit annotation")
    id: str = ""
    body: Body | None = None
    evidence: tuple[Evidence, ...] | None = None
    tags: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class TagAnnotations(Command):
    """Add and remove tags of annotations."""

    label: ClassVar[str] = N_("tag annotation")
    ids: tuple[str, ...] = ()
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeleteAnnotations(Command):
    """Delete one's own annotations; those accepted from a suggestion become open suggestions again."""

    label: ClassVar[str] = N_("delete annotation")
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReopenSuggestions(Command):
    """Take back a rejection: the suggestion is open again."""

    label: ClassVar[str] = N_("reopen suggestion")
    ids: tuple[str, ...] = ()


def add_annotation(work: Work, command: AddAnnotation) -> None:
    """A new draft of the person's own."""
    known = work.article(command.article)
    _check_evidence(work.store.blobs.text(known.text_sha256), command.kind, command.evidence)
    if not isinstance(command.body, BODY_TYPES[command.kind]):
        raise RuleError(_("The fields do not belong to this kind of annotation."), next_step=_("Choose the kind again."))
    fields: dict[str, Any] = {
        "article": known.id,
        "kind": str(command.kind),
        "state": str(State.DRAFT),
        "origin": str(Origin.TYPED),
        "evidence": codec.to_json(command.evidence),
        **body_fields(command.body),
        **tag_changes({}, command.tags, ()),
    }
    uuid = work.new_id()
    work.write(RecordKind.EDIT, EntityType.ANNOTATION.of(uuid), fields)
    decisions.touch(work, known.id, uuid)


def edit_annotation(work: Work, command: EditAnnotation) -> None:
    """Change one's own annotation, accept a suggestion in another form, or (a supervisor) fix what was handed in."""
    target = decisions.target(work, command.id)
    if isinstance(target, SuggestionItem):
        work.article(target.article)
        fields = decisions.accepted_fields(target, Origin.ACCEPTED)
    else:
        decisions.require_editable(work, target)
        fields = dict(target.fields)
    new = _with_changes(work, target, fields, command)
    if isinstance(target, AnnotationFacts) and new == target.fields:
        return
    if new.get("origin") == Origin.ACCEPTED and _says_else(fields, new):
        new["origin"] = str(Origin.EDITED)
    if target_is_own(work, target):
        new["state"] = str(State.DRAFT)
    decisions.write_fields(work, target, new)


def target_is_own(work: Work, target: SuggestionItem | AnnotationFacts) -> bool:
    """Does deciding about it make or change the person's own annotation?"""
    return isinstance(target, SuggestionItem) or target.author == work.person.id


def _with_changes(work: Work, target: SuggestionItem | AnnotationFacts, fields: dict[str, Any], command: EditAnnotation) -> dict[str, Any]:
    new = dict(fields)
    kind = Kind(str(fields["kind"]))
    if command.body is not None:
        if not isinstance(command.body, BODY_TYPES[kind]):
            raise RuleError(_("The fields do not belong to this kind of annotation."), next_step=_("Choose the kind again."))
        new = _with_body(work, target, new, command.body)
    if command.evidence is not None:
        _check_evidence(work.store.blobs.text(work.article(target.article).text_sha256), kind, command.evidence)
        new["evidence"] = codec.to_json(command.evidence)
    if command.tags is not None:
        new = {name: value for name, value in new.items() if not name.startswith("tag.")} | tag_changes({}, command.tags, ())
    return new


def _with_body(work: Work, target: SuggestionItem | AnnotationFacts, fields: dict[str, Any], body: Body) -> dict[str, Any]:
    """`fields` with the body's; a link that was only shown resolved stays as it was written."""
    shown = one(work.store.connection, work.store.blobs, work.store.decoded, target.uuid, work.person.id)
    before = body_fields(shown.body) if shown is not None else {}
    after = body_fields(body)
    kept = {name: value for name, value in fields.items() if not name.startswith("body.")}
    for name, value in after.items():
        kept[name] = fields[name] if name in fields and before.get(name) == value else value
    return kept


def _says_else(before: dict[str, Any], after: dict[str, Any]) -> bool:
    return any(before.get(name) != after.get(name) for name in before.keys() | after.keys() if name == "evidence" or name.startswith("body."))


def tag_annotations(work: Work, command: TagAnnotations) -> None:
    """Tag many in one step; a suggestion that is tagged is accepted by it."""
    for uuid in command.ids:
        target = decisions.target(work, uuid)
        if isinstance(target, SuggestionItem):
            fields = decisions.accepted_fields(target, Origin.ACCEPTED)
        else:
            decisions.require_editable(work, target)
            fields = target.fields
        changes = tag_changes(fields, command.add, command.remove)
        new = {name: value for name, value in {**fields, **changes}.items() if value is not None}
        if isinstance(target, SuggestionItem) or new != fields:
            decisions.write_fields(work, target, new)
            work.touch(Touched.TAGS, target.article, uuid)


def delete_annotations(work: Work, command: DeleteAnnotations) -> None:
    """Delete one's own; what was made from a suggestion is an open suggestion again."""
    for uuid in command.ids:
        target = decisions.target(work, uuid)
        if isinstance(target, SuggestionItem):
            raise RuleError(_("A suggestion is rejected, not deleted."), next_step=_("Reject it instead."))
        decisions.require_own(work, target)
        decisions.require_editable(work, target)
        decisions.delete(work, target)


def reopen_suggestions(work: Work, command: ReopenSuggestions) -> None:
    """Take rejections back."""
    for uuid in command.ids:
        target = decisions.target(work, uuid)
        if isinstance(target, SuggestionItem) or target.state is not State.REJECTED:
            continue
        decisions.require_own(work, target)
        decisions.delete(work, target)


def _check_evidence(text: str, kind: Kind, evidence: Sequence[Evidence]) -> None:
    if not evidence:
        raise RuleError(_("An annotation rests on words of the article."), next_step=_("Select the words it rests on."))
    if evidence[0].role is not MAIN_ROLE[kind]:
        raise RuleError(_("The first piece of evidence does not fit this kind."), next_step=_("Select the words that state it."))
    if any(state_of(text, piece) is not EvidenceState.OK for piece in evidence):
        raise RuleError(_("The quoted words do not stand there in the article."), next_step=_("Select the words again."))
