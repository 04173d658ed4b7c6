"""Commands of the workflow: submit, take back, open for review, approve, return, withdraw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from postil.base.errors import RuleError
from postil.base.i18n import N_, _, ngettext
from postil.domain.annotation import State
from postil.domain.record import EntityType, Record, RecordKind, split_entity
from postil.domain.review import Reason, Verdict
from postil.operations.changes import Touched
from postil.operations.command import Command
from postil.operations.validation import problems
from postil.operations.work import Work, require_supervisor
from postil.store.read import annotations as annotation_rows
from postil.store.read import articles as article_rows
from postil.store.read import reviews
from postil.store.read.annotations import AnnotationFacts
from postil.store.read.reviews import ExtractionFacts
from postil.store.versions import content_digest


@dataclass(frozen=True, slots=True)
class SubmitExtraction(Command):
    """Submit one's extraction of an article.

    Refused while suggestions are undecided, unless `leave_open`: then they count as not taken up.
    "Checked, nothing found" is a submission without annotations.
    """

    label: ClassVar[str] = N_("submit")
    article: str = ""
    leave_open: bool = False


@dataclass(frozen=True, slots=True)
class TakeBack(Command):
    """Take one's submission back, until a supervisor has opened it."""

    label: ClassVar[str] = N_("take back")
    article: str = ""


@dataclass(frozen=True, slots=True)
class OpenReview(Command):
    """A supervisor has opened this extraction; it can no longer be taken back."""

    label: ClassVar[str] = N_("open for review")
    is_undoable: ClassVar[bool] = False
    extraction: str = ""


@dataclass(frozen=True, slots=True)
class ApproveAnnotations(Command):
    """Approve the current version of annotations; signed over their exact content."""

    label: ClassVar[str] = N_("approve")
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnAnnotation(Command):
    """Return one annotation with a reason, the field it is about and a comment."""

    label: ClassVar[str] = N_("return")
    id: str = ""
    reason: Reason = Reason.OTHER
    field: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ApproveExtraction(Command):
    """Approve a submission in which nothing was found: "checked, nothing found" is confirmed and signed."""

    label: ClassVar[str] = N_("approve")
    extraction: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawReview(Command):
    """Take one's own verdict on an annotation back; it stays in the history, with a signed withdrawal."""

    label: ClassVar[str] = N_("withdraw decision")
    id: str = ""


def submit_extraction(work: Work, command: SubmitExtraction) -> None:
    """Hand in the current version of everything the person has not rejected, with the returns it answers."""
    known = work.article(command.article)
    left = annotation_rows.open_suggestions(work.store.connection, known.number, work.own_extraction(known.id))
    if left and not command.leave_open:
        message = ngettext("{n} suggestion is still open.", "{n} suggestions are still open.", left).format(n=left)
        raise RuleError(message, next_step=_("Accept or reject each, or submit and leave them open."))
    uuid = work.own_extraction(known.id)
    _require_possible(work, known.id, uuid)
    items = annotation_rows.versions_to_submit(work.store.connection, uuid)
    returns = reviews.open_returns(work.store.connection, uuid)
    before = reviews.extraction(work.store.connection, uuid)
    if before is not None and before.submitted and reviews.handed_in(work.store.connection, uuid) == items and not before.returned:
        raise RuleError(_("Everything is submitted already."), next_step=_("Go on to the next article."))
    write_submission(work, uuid, {"article": known.id, "state": str(State.SUBMITTED), "annotations": items, "answers": returns})


def _require_possible(work: Work, article: str, extraction: str) -> None:
    """Raises RuleError naming the first annotation with something that cannot be right."""
    store = work.store
    whole = article_rows.article(store.connection, store.blobs, article)
    for annotation in annotation_rows.of_extraction(store.connection, store.decoded, extraction):
        if annotation.state is State.REJECTED:
            continue
        for problem in problems(whole, annotation.kind, annotation.body, annotation.evidence):
            if problem.is_blocking:
                quoted = annotation.evidence[0].exact if annotation.evidence else ""
                raise RuleError(problem.message, what=f"“{quoted[:60]}”", next_step=_("Correct it, then submit."))


def write_submission(work: Work, uuid: str, state: dict[str, Any]) -> Record:
    """Record the state of one's submission."""
    record = work.write(RecordKind.SUBMIT, EntityType.EXTRACTION.of(uuid), state, parents=work.tips(EntityType.EXTRACTION, uuid))
    for what in (Touched.SUBMISSIONS, Touched.ANNOTATIONS, Touched.ARTICLES):
        work.touch(what, str(state["article"]))
    return record


def take_back(work: Work, command: TakeBack) -> None:
    """Return to the submission before this one, or to none."""
    known = work.article(command.article)
    uuid = work.own_extraction(known.id)
    facts = reviews.extraction(work.store.connection, uuid)
    if facts is None or not facts.submitted:
        raise RuleError(_("Nothing of this article is submitted."), next_step=_("Submit it when it is ready."))
    require_not_opened(work, facts)
    withdraw_submission(work, facts)


def require_not_opened(work: Work, facts: ExtractionFacts) -> None:
    """Raises RuleError when a supervisor has the submission open."""
    if facts.opened_by:
        name = next((p.name for p in reviews.people(work.store.connection) if p.id == facts.opened_by), facts.opened_by)
        raise RuleError(
            _("{name} has opened it for review.").format(name=name),
            next_step=_("Wait for the decision, or ask {name} to return it.").format(name=name),
        )


def withdraw_submission(work: Work, facts: ExtractionFacts) -> None:
    """Record the submission that was in force before the present one."""
    submits = [r for r in work.store.journal.of_entity(EntityType.EXTRACTION.of(facts.uuid)) if r.kind == RecordKind.SUBMIT]
    present = next(r for r in submits if r.hash == facts.submitted)
    earlier = [r for r in submits if r.n < present.n]
    state: dict[str, Any] = {"article": facts.article, "state": str(State.DRAFT)}
    if earlier and earlier[-1].set.get("state") == State.SUBMITTED:
        state = {**earlier[-1].set, "restores": earlier[-1].set.get("restores", earlier[-1].hash)}
    write_submission(work, facts.uuid, state)


def open_review(work: Work, command: OpenReview) -> None:
    """From now on the author cannot take the submission back."""
    require_supervisor(work)
    facts = work.extraction(command.extraction)
    if facts.author == work.person.id:
        raise RuleError(_("Nobody reviews their own work."), next_step=_("Leave it to another supervisor."))
    if not facts.submitted:
        raise RuleError(_("It is not submitted any more."), next_step=_("Choose another one from the queue."))
    if facts.opened_by:
        return
    entity = EntityType.EXTRACTION.of(facts.uuid)
    work.write(RecordKind.ASSIGN, entity, {"opened": facts.submitted, "article": facts.article}, parents=work.tips(EntityType.EXTRACTION, facts.uuid))
    work.touch(Touched.SUBMISSIONS, facts.article)
    work.touch(Touched.ARTICLES, facts.article)


def approve_annotations(work: Work, command: ApproveAnnotations) -> None:
    """Sign the exact content of each."""
    require_supervisor(work)
    for uuid in command.ids:
        aim = judged(work, uuid)
        write_verdict(work, aim, Verdict.APPROVE, {})


def return_annotation(work: Work, command: ReturnAnnotation) -> None:
    """Give it back to its author with a reason, the field it is about and a comment."""
    require_supervisor(work)
    aim = judged(work, command.id)
    write_verdict(work, aim, Verdict.RETURN, {"reason": str(command.reason), "field": command.field, "comment": command.comment.strip()})


def approve_extraction(work: Work, command: ApproveExtraction) -> None:
    """Confirm that nothing was there to find."""
    require_supervisor(work)
    facts = work.extraction(command.extraction)
    if facts.author == work.person.id:
        raise RuleError(_("Nobody approves their own work."), next_step=_("Leave it to another supervisor."))
    if not facts.submitted or not facts.is_empty:
        raise RuleError(_("There are annotations to decide on one by one."), next_step=_("Approve or return each of them."))
    entity = EntityType.EXTRACTION.of(facts.uuid)
    work.write(
        RecordKind.REVIEW, entity, {"article": facts.article}, verdict=str(Verdict.APPROVE), heads=(facts.submitted,), parents=(facts.submitted,)
    )
    work.touch(Touched.REVIEWS, facts.article)
    work.touch(Touched.ARTICLES, facts.article)


def withdraw_review(work: Work, command: WithdrawReview) -> None:
    """Withdraw the person's newest standing verdict on the present version."""
    aim = work.annotation(command.id)
    own = [r for r in reviews.of_annotation(work.store.connection, command.id) if r.by == work.person.id and r.current]
    if aim is None or not own:
        raise RuleError(_("You have no decision on this version."), next_step=_("Approve or return it."))
    write_withdrawal(work, EntityType.ANNOTATION.of(aim.uuid), aim.article, own[-1].record, own[-1].head)


def write_withdrawal(work: Work, entity: str, article: str, review: str, head: str) -> Record:
    """Record that the person's verdict `review` on version `head` no longer stands."""
    changes = {"review": review, "article": article}
    record = work.write(RecordKind.REVIEW, entity, changes, verdict=str(Verdict.WITHDRAW), heads=(head,), parents=(review,))
    kind, entity_id = split_entity(entity)
    touch_review(work, article, entity_id if kind == EntityType.ANNOTATION else "")
    return record


def judged(work: Work, uuid: str) -> AnnotationFacts:
    """The annotation to judge. Raises RuleError when it is not there to be judged, or not by this person."""
    aim = work.annotation(uuid)
    if aim is None:
        raise RuleError(_("There is no such annotation."), what=uuid, next_step=_("Look at the queue again; it may have been deleted."))
    work.article(aim.article)
    why_not = refusal(work.person.id, aim)
    if why_not:
        raise RuleError(why_not, next_step=_("Leave it to another supervisor."))
    if aim.state not in (State.SUBMITTED, State.RETURNED, State.APPROVED):
        raise RuleError(_("It is not submitted."), next_step=_("Wait until its author submits it."))
    return aim


def refusal(person: str, aim: AnnotationFacts) -> str:
    """Why this person may not judge it (translated), or nothing: four eyes hold for everybody."""
    return _("You wrote part of this version, and nobody approves what they wrote.") if person in aim.authors or person == aim.author else ""


def write_verdict(work: Work, aim: AnnotationFacts, verdict: Verdict, said: dict[str, Any]) -> Record:
    """Record a verdict on the present version; an approval names the digest of all it is about."""
    text = article_rows.facts(work.store.connection, aim.article).text_sha256.hex()
    content = {**said, "article": aim.article, "content": content_digest(text, aim.fields).hex()}
    entity = EntityType.ANNOTATION.of(aim.uuid)
    record = work.write(RecordKind.REVIEW, entity, content, verdict=str(verdict), heads=(aim.head,), parents=(aim.tip,))
    touch_review(work, aim.article, aim.uuid)
    return record


def touch_review(work: Work, article: str, uuid: str) -> None:
    """A verdict changes the annotation's state and the article's."""
    work.touch(Touched.REVIEWS, article, uuid)
    work.touch(Touched.ANNOTATIONS, article, uuid)
    work.touch(Touched.ARTICLES, article)
