"""Deciding about suggestions, and submitting: what a decision makes, what holds a submission back."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from postil.base.errors import RuleError
from postil.base.ids import extraction_id
from postil.domain.annotation import Kind, Origin, State
from postil.domain.article import ArticleState
from postil.domain.figure import Figure
from postil.domain.selector import Role, quote
from postil.operations import verify
from postil.operations.annotations import AddAnnotation, DeleteAnnotations, EditAnnotation, ReopenSuggestions, TagAnnotations
from postil.operations.changes import Touched
from postil.operations.review import (
    ApproveExtraction,
    SubmitExtraction,
    TakeBack,
)
from postil.operations.rows import LibraryFilter
from postil.operations.session import Session
from postil.operations.suggestions import AcceptSuggestions, RejectSuggestions
from tests import fakes
from tests.fakes import become, handed_in, own, state


def test_a_decision_makes_ones_own_annotation_and_leaves_the_suggestion(session: Session) -> None:
    suggestion = own(session, State.SUGGESTED)[0]
    changes = session.apply(AcceptSuggestions((suggestion.id,)))
    mine = own(session, State.DRAFT)[0]
    assert (mine.suggestion, mine.body, mine.evidence) == (suggestion.id, suggestion.body, suggestion.evidence)
    assert (mine.origin, mine.author, mine.rule) == (Origin.ACCEPTED, session.person.id, suggestion.rule)
    assert changes.label == "accept suggestion"
    assert changes.annotations == {mine.id}
    assert Touched.ANNOTATIONS in changes.touched
    become(session, "Minh")
    assert suggestion in session.queries.annotations(suggestion.article)


def test_editing_a_suggestion_accepts_it_edited(session: Session) -> None:
    suggestion = next(a for a in own(session, State.SUGGESTED) if a.kind is Kind.FIGURE)
    assert isinstance(suggestion.body, Figure)
    session.apply(EditAnnotation(suggestion.id, body=dataclasses.replace(suggestion.body, value=Decimal(61))))
    mine = own(session, State.DRAFT)[0]
    assert (mine.origin, mine.suggestion) == (Origin.EDITED, suggestion.id)
    assert isinstance(mine.body, Figure)
    assert mine.body.value == 61


def test_tags_alone_do_not_make_it_edited(session: Session) -> None:
    suggestion = own(session, State.SUGGESTED)[0]
    session.apply(TagAnnotations((suggestion.id,), add=("trade",)))
    mine = own(session, State.DRAFT)[0]
    assert (mine.origin, mine.tags) == (Origin.ACCEPTED, ("trade",))
    session.apply(EditAnnotation(mine.id, tags=("b", "a")))
    assert session.queries.annotation(mine.id).tags == ("a", "b")
    assert session.queries.tag_counts() == {"a": 1, "b": 1}


def test_rejected_stays_visible_and_can_be_taken_back_or_taken_up(session: Session) -> None:
    first, second = own(session, State.SUGGESTED)[:2]
    session.apply(RejectSuggestions((first.id, second.id)))
    rejected = own(session, State.REJECTED)
    assert [a.suggestion for a in rejected] == [first.id, second.id]
    session.apply(ReopenSuggestions((rejected[0].id,)))
    session.apply(AcceptSuggestions((rejected[1].id,)))
    assert first.id in {a.id for a in own(session, State.SUGGESTED)}
    assert [a.suggestion for a in own(session, State.DRAFT)] == [second.id]


def test_deleting_what_was_accepted_opens_the_suggestion_again_as_it_was(session: Session) -> None:
    suggestion = own(session, State.SUGGESTED)[0]
    session.apply(TagAnnotations((suggestion.id,), add=("x",)))
    session.apply(DeleteAnnotations((own(session, State.DRAFT)[0].id,)))
    assert suggestion in own(session, State.SUGGESTED)
    session.apply(AcceptSuggestions((suggestion.id,)))
    assert own(session, State.DRAFT)[0].tags == ()


def test_links_between_suggestions_lead_to_the_persons_own(session: Session) -> None:
    change = next(a for a in own(session, State.SUGGESTED) if isinstance(a.body, Figure) and a.body.relates_to)
    assert isinstance(change.body, Figure)
    target = change.body.relates_to
    session.apply(AcceptSuggestions((change.id, target)))
    mine = {a.suggestion: a for a in own(session, State.DRAFT)}
    body = mine[change.id].body
    assert isinstance(body, Figure)
    assert body.relates_to == mine[target].id
    session.apply(EditAnnotation(mine[change.id].id, body=dataclasses.replace(body, period="2023")))
    stored = session.store.journal.newest(1)[0].set
    assert "body.relates_to" not in stored, "a link that was only shown resolved is not written anew"
    assert mine[target].id not in {a.id for a in own(session, State.REJECTED)}


def test_evidence_must_stand_in_the_article(session: Session) -> None:
    article = fakes.first_article(session)
    text = session.queries.article(article).text
    good = quote(text, 0, 5, Role.VALUE)
    for bad in (
        (),
        (dataclasses.replace(good, start=1, end=6),),
        (dataclasses.replace(good, role=Role.PLACE),),
        (dataclasses.replace(good, end=99_999),),
    ):
        with pytest.raises(RuleError):
            session.apply(AddAnnotation(article, Kind.FIGURE, Figure(value=Decimal(1)), bad))
    session.apply(AddAnnotation(article, Kind.FIGURE, Figure(value=Decimal(1)), (good,)))
    assert own(session, State.DRAFT)[0].origin is Origin.TYPED


def test_a_new_run_never_asks_again_for_what_was_decided(session: Session) -> None:
    article = fakes.first_article(session)
    before = own(session, State.SUGGESTED)
    session.apply(AcceptSuggestions((before[1].id,)))
    session.apply(RejectSuggestions((before[2].id,)))
    mine = own(session, State.DRAFT, State.REJECTED)
    session.apply(fakes.run(article, session.queries.article(article).text, version="0.2"))
    assert own(session, State.DRAFT, State.REJECTED) == mine
    places = {(a.kind, a.start) for a in own(session, State.SUGGESTED)}
    assert places == {(a.kind, a.start) for a in before} - {(a.kind, a.start) for a in mine}
    assert not {a.id for a in before} & {a.id for a in own(session, State.SUGGESTED)}, "the older run's suggestions are gone"
    session.apply(DeleteAnnotations((mine[0].id,)))
    assert (mine[0].kind, mine[0].start) in {(a.kind, a.start) for a in own(session, State.SUGGESTED)}


def test_another_suggester_adds_its_own_voice(session: Session) -> None:
    article = fakes.first_article(session)
    text = session.queries.article(article).text
    before = own(session, State.SUGGESTED)
    session.apply(dataclasses.replace(fakes.run(article, text), suggester="other.tool", version="9"))
    both = own(session, State.SUGGESTED)
    assert len(both) == 2 * len(before)
    assert {a.author for a in both} == {"postil.rules", "other.tool"}
    row = session.queries.library(LibraryFilter(order="imported")).rows[0]
    assert row.open == len(both)


def test_open_suggestions_hold_a_submission_back(session: Session) -> None:
    article = fakes.first_article(session)
    with pytest.raises(RuleError, match="still open"):
        session.apply(SubmitExtraction(article))
    session.apply(SubmitExtraction(article, leave_open=True))
    assert state(session) is ArticleState.SUBMITTED
    with pytest.raises(RuleError, match="already"):
        session.apply(SubmitExtraction(article, leave_open=True))


def test_what_cannot_be_right_is_not_submitted(session: Session) -> None:
    article = fakes.first_article(session)
    suggestion = next(a for a in own(session, State.SUGGESTED) if a.kind is Kind.FIGURE)
    assert isinstance(suggestion.body, Figure)
    session.apply(EditAnnotation(suggestion.id, body=dataclasses.replace(suggestion.body, period="last year")))
    with pytest.raises(RuleError) as caught:
        session.apply(SubmitExtraction(article, leave_open=True))
    assert "last year" in caught.value.cause
    session.apply(EditAnnotation(suggestion.id, body=dataclasses.replace(suggestion.body, period="2024")))
    session.apply(SubmitExtraction(article, leave_open=True))


def test_submitted_work_is_locked_until_it_is_taken_back(session: Session) -> None:
    article = fakes.first_article(session)
    session.apply(AcceptSuggestions((own(session, State.SUGGESTED)[0].id,)))
    mine = own(session, State.DRAFT)[0]
    session.apply(SubmitExtraction(article, leave_open=True))
    for command in (EditAnnotation(mine.id, tags=("x",)), DeleteAnnotations((mine.id,)), RejectSuggestions((mine.id,))):
        with pytest.raises(RuleError, match="submitted"):
            session.apply(command)
    session.apply(TakeBack(article))
    assert own(session, State.DRAFT) == [mine]
    session.apply(EditAnnotation(mine.id, tags=("x",)))


def test_an_opened_submission_cannot_be_taken_back_or_undone(session: Session) -> None:
    extraction, _waiting = handed_in(session)
    assert session.queries.is_under_review(extraction)
    assert state(session) is ArticleState.UNDER_REVIEW
    become(session, "Lan")
    with pytest.raises(RuleError, match="Claire"):
        session.apply(TakeBack(fakes.first_article(session)))
    with pytest.raises(RuleError, match="Claire"):
        session.undo()


def test_nothing_found_is_a_submission_that_is_approved_as_a_whole(session: Session) -> None:
    article = fakes.first_article(session)
    session.apply(RejectSuggestions(tuple(a.id for a in own(session, State.SUGGESTED))))
    session.apply(SubmitExtraction(article))
    extraction = extraction_id(article, session.person.id)
    become(session, "Claire")
    row = session.queries.queue()[0]
    assert (row.extraction, row.waiting, row.reasons) == (extraction, 0, ("checked, nothing found",))
    session.apply(ApproveExtraction(extraction))
    assert state(session) is ArticleState.APPROVED
    session.undo()
    assert state(session) is ArticleState.SUBMITTED
    session.redo()
    assert state(session) is ArticleState.APPROVED
    assert verify.verify(session).is_sound
