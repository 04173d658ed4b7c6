"""Reviewing: four eyes, returns that come back, verdicts that replace and contradict each other."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from postil.base.errors import RuleError
from postil.domain.annotation import Kind, State
from postil.domain.article import ArticleState
from postil.domain.author import PersonRole
from postil.domain.figure import Figure
from postil.domain.review import Reason, Verdict
from postil.domain.selector import Role, quote
from postil.operations import verify
from postil.operations.annotations import AddAnnotation, EditAnnotation, TagAnnotations
from postil.operations.people import ChangePerson
from postil.operations.review import (
    ApproveAnnotations,
    OpenReview,
    ReturnAnnotation,
    SubmitExtraction,
    WithdrawReview,
)
from postil.operations.session import Session
from tests import fakes
from tests.fakes import become, handed_in, own, state


def test_a_queue_says_why(session: Session) -> None:
    article = fakes.first_article(session)
    text = session.queries.article(article).text
    session.apply(AddAnnotation(article, Kind.FIGURE, Figure(value=Decimal(1)), (quote(text, 0, 5, Role.VALUE),)))
    handed_in(session)
    row = session.queries.queue()[0]
    assert row.author_name == "Lan"
    assert row.waiting == 3
    assert row.risk > 0
    assert "1 typed without a suggestion" in row.reasons
    become(session, "Lan")
    assert session.queries.queue() == ()


def test_a_supervisor_sees_what_differs(session: Session) -> None:
    suggestion = next(a for a in own(session, State.SUGGESTED) if a.kind is Kind.FIGURE)
    assert isinstance(suggestion.body, Figure)
    session.apply(EditAnnotation(suggestion.id, body=dataclasses.replace(suggestion.body, value=Decimal("61.5")), tags=("gdp",)))
    extraction, _waiting = handed_in(session)
    item = next(i for i in session.queries.review_items(extraction) if i.annotation.suggestion == suggestion.id)
    changes = {c.field: (c.before, c.after) for c in item.changes}
    assert changes["value"] == (str(suggestion.body.value), "61.5")
    assert changes["tags"] == (None, ["gdp"])
    assert item.can_decide
    others = [i for i in session.queries.review_items(extraction) if i.annotation.suggestion != suggestion.id]
    assert all(i.changes == () for i in others)


def test_approve_and_return(session: Session) -> None:
    extraction, (first, second) = handed_in(session)
    session.apply(ApproveAnnotations((first.id,)))
    session.apply(ReturnAnnotation(second.id, Reason.WRONG_PERIOD, "period", "see line 2"))
    states = {a.id: a.state for a in session.queries.extraction_annotations(extraction)}
    assert states == {first.id: State.APPROVED, second.id: State.RETURNED}
    assert state(session) is ArticleState.RETURNED
    become(session, "Lan")
    (back,) = session.queries.returns(fakes.first_article(session))
    assert (back.annotation, back.reason, back.field, back.comment) == (second.id, Reason.WRONG_PERIOD, "period", "see line 2")
    assert session.queries.next_article() == fakes.first_article(session)


def test_a_return_still_says_what_was_wrong_while_it_is_mended(session: Session) -> None:
    _extraction, (_first, second) = handed_in(session)
    session.apply(ReturnAnnotation(second.id, Reason.WRONG_VALUE, "value", "it says 61"))
    become(session, "Lan")
    article = fakes.first_article(session)
    assert [r.current for r in session.queries.returns(article)] == [True]
    session.apply(EditAnnotation(second.id, tags=("mended",)))
    assert [(r.comment, r.current) for r in session.queries.returns(article)] == [("it says 61", False)]
    session.apply(SubmitExtraction(article, leave_open=True))
    assert session.queries.returns(article) == ()


def test_an_answered_return_is_submitted_again_even_unchanged(session: Session) -> None:
    extraction, (first, second) = handed_in(session)
    session.apply(ReturnAnnotation(second.id))
    become(session, "Lan")
    session.apply(SubmitExtraction(fakes.first_article(session), leave_open=True))
    assert {a.state for a in session.queries.extraction_annotations(extraction)} == {State.SUBMITTED}
    session.undo()
    assert session.queries.annotation(second.id).state is State.RETURNED
    session.redo()
    become(session, "Claire")
    session.apply(ApproveAnnotations((first.id, second.id)))
    assert state(session) is ArticleState.APPROVED


def test_an_edit_after_approval_shows_and_its_undo_restores_the_approval(session: Session) -> None:
    _extraction, (first, second) = handed_in(session)
    session.apply(ApproveAnnotations((first.id, second.id)))
    become(session, "Lan")
    approved = session.queries.annotation(first.id)
    session.apply(EditAnnotation(first.id, tags=("late",)))
    changed = session.queries.annotation(first.id)
    assert changed.state is State.DRAFT
    assert changed.changed_since_approval
    assert state(session) is ArticleState.CHANGED_SINCE_APPROVAL
    assert [r.verdict for r in session.queries.reviews(first.id)] == [Verdict.APPROVE]
    session.undo()
    assert session.queries.annotation(first.id) == approved
    session.redo()
    assert session.queries.annotation(first.id) == changed
    session.apply(SubmitExtraction(fakes.first_article(session), leave_open=True))
    become(session, "Claire")
    item = next(i for i in session.queries.review_items(first.extraction) if i.annotation.id == first.id)
    assert [(c.field, c.after) for c in item.changes] == [("tags", ["late"])]
    assert item.annotation.changed_since_approval


def test_a_supervisors_fix_goes_back_to_the_author_and_needs_another_supervisor(session: Session) -> None:
    _extraction, (first, _second) = handed_in(session)
    session.apply(TagAnnotations((first.id,), add=("fixed",)))
    fixed = session.queries.annotation(first.id)
    assert fixed.state is State.DRAFT
    assert set(fixed.authors) == {fakes.named(session, "Lan").id, fakes.named(session, "Claire").id}
    become(session, "Lan")
    session.apply(SubmitExtraction(fakes.first_article(session), leave_open=True))
    become(session, "Claire")
    with pytest.raises(RuleError, match="wrote part"):
        session.apply(ApproveAnnotations((first.id,)))
    become(session, "Minh")
    session.apply(ApproveAnnotations((first.id,)))
    assert session.queries.annotation(first.id).state is State.APPROVED


def test_a_fix_that_was_handed_in_is_not_undone(session: Session) -> None:
    _extraction, (first, _second) = handed_in(session)
    session.apply(TagAnnotations((first.id,), add=("fixed",)))
    become(session, "Lan")
    session.apply(SubmitExtraction(fakes.first_article(session), leave_open=True))
    become(session, "Claire")
    with pytest.raises(RuleError, match="Lan"):
        session.undo()


def test_undoing_a_fix_takes_the_hand_out_again(session: Session) -> None:
    _extraction, (first, _second) = handed_in(session)
    session.apply(TagAnnotations((first.id,), add=("fixed",)))
    session.undo()
    assert session.queries.annotation(first.id) == first
    session.apply(ApproveAnnotations((first.id,)))
    assert session.queries.annotation(first.id).state is State.APPROVED
    assert verify.verify(session).is_sound


def test_two_supervisors_who_disagree_decide_nothing(session: Session) -> None:
    extraction, (first, _second) = handed_in(session)
    session.apply(ApproveAnnotations((first.id,)))
    become(session, "Minh")
    session.apply(ReturnAnnotation(first.id, Reason.OTHER, comment="no"))
    assert session.queries.annotation(first.id).state is State.SUBMITTED
    row = next(r for r in session.queries.queue() if r.extraction == extraction)
    assert any("disagree" in reason for reason in row.reasons)
    session.undo()
    assert session.queries.annotation(first.id).state is State.APPROVED


def test_ones_newer_verdict_replaces_the_older(session: Session) -> None:
    _extraction, (first, _second) = handed_in(session)
    session.apply(ApproveAnnotations((first.id,)))
    session.apply(ReturnAnnotation(first.id))
    assert session.queries.annotation(first.id).state is State.RETURNED
    session.undo()
    assert session.queries.annotation(first.id).state is State.APPROVED
    session.apply(WithdrawReview(first.id))
    assert session.queries.annotation(first.id).state is State.SUBMITTED
    session.undo()
    assert session.queries.annotation(first.id).state is State.APPROVED
    assert [r.verdict for r in session.queries.reviews(first.id)].count(Verdict.WITHDRAW) == 2


def test_undo_of_an_approval_is_a_signed_withdrawal(session: Session) -> None:
    _extraction, (first, _second) = handed_in(session)
    session.apply(ApproveAnnotations((first.id,)))
    session.undo()
    record = session.store.journal.newest(1)[0]
    assert (record.kind, record.verdict, record.by) == ("review", "withdraw", session.person.id)
    assert record.step is not None
    assert record.step.undo
    assert [(r.verdict, r.current) for r in session.queries.reviews(first.id)] == [(Verdict.APPROVE, False), (Verdict.WITHDRAW, False)]


def test_only_a_supervisor_reviews_and_nobody_their_own(session: Session) -> None:
    extraction, (first, _second) = handed_in(session)
    become(session, "Lan")
    for command in (OpenReview(extraction), ApproveAnnotations((first.id,)), ReturnAnnotation(first.id)):
        with pytest.raises(RuleError):
            session.apply(command)
    session.apply(ChangePerson("Lan", PersonRole.SUPERVISOR))
    assert session.person.can_review
    with pytest.raises(RuleError, match="wrote"):
        session.apply(ApproveAnnotations((first.id,)))
    with pytest.raises(RuleError, match="own"):
        session.apply(OpenReview(extraction))


def test_a_verdict_forged_past_the_check_does_not_count(session: Session) -> None:
    """The data layer holds four eyes by itself: a record that slips by is kept, shown by verify, and ignored."""
    from postil.operations import review

    _extraction, (first, _second) = handed_in(session)
    become(session, "Lan")
    session.apply(ChangePerson("Lan", PersonRole.SUPERVISOR))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(review, "refusal", lambda _person, _aim: "")
        session.apply(ApproveAnnotations((first.id,)))
    assert session.queries.annotation(first.id).state is State.SUBMITTED
    assert not any(r.current for r in session.queries.reviews(first.id))
    report = verify.verify(session)
    assert any("own work" in problem for problem in report.problems)
