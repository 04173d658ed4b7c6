"""Undo and redo from the journal: a new record that restores what stood before one's own step, or an explanation.

Undo is per person and works across restarts. It never takes anything back silently that another person has built
on: what they reviewed, edited or opened stays, and the message names them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from postil.base.errors import RuleError
from postil.base.i18n import _
from postil.domain.annotation import State
from postil.domain.record import EntityType, Record, RecordKind, split_entity
from postil.domain.review import Verdict
from postil.operations import review
from postil.operations.changes import Touched
from postil.operations.work import Work, require_supervisor
from postil.store.read import annotations as annotation_rows
from postil.store.read import history, reviews
from postil.store.versions import Version, changed_fields
from postil.store.versions import history as versions_of

_TOUCHED: Final = {
    EntityType.ARTICLE: (Touched.ARTICLES, Touched.META, Touched.ZONES, Touched.TAGS),
    EntityType.ANNOTATION: (Touched.ANNOTATIONS, Touched.ARTICLES, Touched.TAGS),
    EntityType.NOTE: (Touched.NOTES,),
    EntityType.BATCH: (Touched.ARTICLES,),
}

_MADE: Final = (EntityType.ANNOTATION, EntityType.NOTE, EntityType.BATCH)
"""Things that a record can make; an article is there whatever is corrected about it."""


def undo(work: Work, step: str) -> None:
    """Take back the records of a step, the last first. Raises RuleError when another person has built on them."""
    _take(work, step, forwards=False)
    _require_change(work)


def redo(work: Work, step: str) -> None:
    """Do the records of an undone step again, the first first. Raises RuleError when things have changed since."""
    _take(work, step, forwards=True)
    _require_change(work)


def _require_change(work: Work) -> None:
    """Others may have brought about the very same; then there is nothing to sign, and the step stays where it is."""
    if not work.touched:
        raise _stopped(work, "")


def _take(work: Work, step: str, *, forwards: bool) -> None:
    """Take back every record of a step, or do each again; each thing once, however many records are about it."""
    records = work.store.journal.of_step(step)
    review_again, submit_again = (_redo_review, _redo_submit) if forwards else (_undo_review, _undo_submit)
    seen: set[str] = set()
    for record in records if forwards else reversed(records):
        if record.kind == RecordKind.REVIEW:
            review_again(work, record)
        elif record.kind == RecordKind.SUBMIT:
            submit_again(work, record)
        elif record.entity not in seen:
            seen.add(record.entity)
            _restore(work, [r for r in records if r.entity == record.entity], forwards=forwards)


def _restore(work: Work, ours: Sequence[Record], *, forwards: bool) -> None:
    """Give the fields that a step changed their values from before (or, forwards, after) it."""
    entity = ours[0].entity
    kind, entity_id = split_entity(entity)
    everything = work.store.journal.of_entity(entity)
    versions = versions_of(everything)
    place = {record.n: index for index, record in enumerate(everything)}
    before, after = versions[place[ours[0].n]], versions[place[ours[-1].n] + 1]
    wanted, expected = (after, before) if forwards else (before, after)
    _refuse_built_on(work, kind, entity_id, ours[0].n, forwards=forwards)
    names = {name for record in ours for name in record.set}
    if kind in _MADE and wanted.is_deleted and not wanted.fields:
        new = {**versions[-1].fields, "deleted": True}  # what the step made goes as a whole
    else:
        new = _target_fields(work, versions[-1], wanted, expected, names | {"deleted"})
    changes = changed_fields(versions[-1].fields, new)
    if changes:
        record_kind = _record_kind(kind, deleting="deleted" in changes and changes["deleted"] is True)
        work.write(record_kind, entity, changes, parents=(everything[-1].hash,))
        _touch(work, kind, entity_id)


def _target_fields(work: Work, now: Version, wanted: Version, expected: Version, names: set[str]) -> dict[str, Any]:
    new = dict(now.fields)
    for name in names:
        value, present = wanted.fields.get(name), now.fields.get(name)
        if value == present:
            continue
        if name != "deleted" and present != expected.fields.get(name):
            raise _stopped(work, now.hands.get(name, ""))
        if value is None:
            new.pop(name, None)
        else:
            new[name] = value
    return new


def _record_kind(kind: str, *, deleting: bool) -> RecordKind:
    if deleting:
        return RecordKind.DELETE
    return RecordKind.COMMENT if kind == EntityType.NOTE else RecordKind.EDIT


def _refuse_built_on(work: Work, kind: str, entity_id: str, since: int, *, forwards: bool) -> None:
    if forwards:
        return
    other = ""
    if kind == EntityType.ANNOTATION:
        connection, person = work.store.connection, work.person.id
        other = history.reviewer_since(connection, entity_id, since, person) or history.submitter_since(connection, entity_id, since, person)
    elif kind == EntityType.BATCH:
        other = history.worker_on_batch(work.store.connection, entity_id, work.person.id)
    if other:
        raise _stopped(work, other)


def _stopped(work: Work, other: str) -> RuleError:
    name = next((p.name for p in reviews.people(work.store.connection) if p.id == other), _("Somebody"))
    return RuleError(
        _("{name} has worked on this since, so it cannot be undone or redone.").format(name=name), next_step=_("Change it by hand, or talk to them.")
    )


def _touch(work: Work, kind: str, entity_id: str) -> None:
    find: dict[str, Callable[[], Sequence[str]]] = {
        EntityType.ARTICLE: lambda: (entity_id,),
        EntityType.ANNOTATION: lambda: (annotation_rows.article_of(work.store.connection, entity_id),),
        EntityType.NOTE: lambda: (history.article_of_note(work.store.connection, entity_id),),
        EntityType.BATCH: lambda: history.articles_of_batch(work.store.connection, entity_id),
    }
    for article in find[kind]():
        for what in _TOUCHED[EntityType(kind)]:
            work.touch(what, article, entity_id if kind == EntityType.ANNOTATION else "")


def _undo_submit(work: Work, record: Record) -> None:
    """The submission that was in force before the record is in force again, unless a supervisor has opened what came after."""
    review.require_not_opened(work, work.extraction(split_entity(record.entity)[1]))
    earlier = [r for r in _submits(work, record.entity) if r.n < record.n]
    _restore_submission(work, record.entity, record, earlier[-1] if earlier else None)


def _redo_submit(work: Work, record: Record) -> None:
    earlier = [r for r in _submits(work, record.entity) if r.n < record.n]
    _restore_submission(work, record.entity, earlier[-1] if earlier else None, record)


def _submits(work: Work, entity: str) -> list[Record]:
    return [r for r in work.store.journal.of_entity(entity) if r.kind == RecordKind.SUBMIT]


def _in_force(record: Record | None) -> str:
    """The submission that is in force after a record; empty when there is none."""
    if record is None or record.set.get("state") != State.SUBMITTED:
        return ""
    return str(record.set.get("restores", record.hash))


def _restore_submission(work: Work, entity: str, present: Record | None, wanted: Record | None) -> None:
    facts = work.extraction(split_entity(entity)[1])
    if facts.submitted != _in_force(present):
        raise _stopped(work, "")
    if not _in_force(wanted):
        review.write_submission(work, facts.uuid, {"article": facts.article, "state": str(State.DRAFT)})
        return
    assert wanted is not None
    there = dict(annotation_rows.versions_to_submit(work.store.connection, facts.uuid))
    if any(there.get(annotation) != head for annotation, head in wanted.set["annotations"]):
        raise _stopped(work, "")
    review.write_submission(work, facts.uuid, {**wanted.set, "restores": _in_force(wanted)})


def _undo_review(work: Work, record: Record) -> None:
    """A verdict gets a signed withdrawal and stays in the history; a withdrawal is followed by the verdict given anew."""
    if record.verdict == Verdict.WITHDRAW:
        _give_again(work, work.store.journal.of_hash(str(record.set["review"])))
    else:
        _withdraw(work, record)


def _redo_review(work: Work, record: Record) -> None:
    if record.verdict == Verdict.WITHDRAW:
        _withdraw(work, work.store.journal.of_hash(str(record.set["review"])))
    else:
        _give_again(work, record)


def _withdraw(work: Work, verdict: Record) -> None:
    kind, entity_id = split_entity(verdict.entity)
    standing = history.standing_verdict(work.store.connection, entity_id, work.person.id, verdict.heads[0], verdict.verdict)
    if standing is None:
        raise _stopped(work, "")
    if kind == EntityType.ANNOTATION:
        aim = work.annotation(entity_id)
        if aim is None or aim.head != verdict.heads[0] or standing in reviews.answers(work.store.connection, aim.extraction):
            raise _stopped(work, aim.author if aim is not None else "")
    review.write_withdrawal(work, verdict.entity, str(verdict.set["article"]), standing, verdict.heads[0])


def _give_again(work: Work, verdict: Record) -> None:
    kind, entity_id = split_entity(verdict.entity)
    if kind == EntityType.EXTRACTION:
        review.approve_extraction(work, review.ApproveExtraction(entity_id))
        return
    require_supervisor(work)
    aim = review.judged(work, entity_id)
    if aim.head != verdict.heads[0]:
        raise _stopped(work, aim.author)
    said = {name: value for name, value in verdict.set.items() if name not in ("content", "article")}
    review.write_verdict(work, aim, Verdict(verdict.verdict), said)
