"""The workflow by example: decide, submit, review, return, fix, undo; the rules and their words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from postil.base.errors import RuleError
from postil.base.ids import extraction_id
from postil.domain.annotation import Annotation, Kind, Origin, State
from postil.domain.article import ArticleState
from postil.domain.author import PersonRole
from postil.domain.figure import Figure
from postil.domain.review import Reason, Verdict
from postil.domain.selector import Role, quote
from postil.operations import verify
from postil.operations.annotations import AddAnnotation, DeleteAnnotations, EditAnnotation, ReopenSuggestions, TagAnnotations
from postil.operations.articles import CorrectMeta, ImportArticles, SetZone
from postil.operations.changes import Touched
from postil.operations.notes import DeleteNote, RewriteNote, WriteNote
from postil.operations.people import AddPerson, ChangePerson
from postil.operations.review import (
    ApproveAnnotations,
    ApproveExtraction,
    OpenReview,
    ReturnAnnotation,
    SubmitExtraction,
    TakeBack,
    WithdrawReview,
)
from postil.operations.rows import LibraryFilter
from postil.operations.session import Session
from postil.operations.suggestions import AcceptSuggestions, RejectSuggestions
from tests import fakes


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with fakes.project(tmp_path / "p", people=3, articles=2) as opened:
        yield opened


def own(session: Session, *states: State) -> list[Annotation]:
    """The annotations of the person at work in the first article, in these states."""
    return [a for a in session.queries.annotations(fakes.first_article(session)) if a.state in states]


def become(session: Session, name: str) -> None:
    session.switch_person(fakes.named(session, name).id)


def handed_in(session: Session, count: int = 2) -> tuple[str, list[Annotation]]:
    """Lan accepts the first suggestions and submits; Claire opens. The extraction and what waits."""
    article = fakes.first_article(session)
    become(session, "Lan")
    session.apply(AcceptSuggestions(tuple(a.id for a in own(session, State.SUGGESTED)[:count])))
    session.apply(SubmitExtraction(article, leave_open=True))
    waiting = own(session, State.SUBMITTED)
    become(session, "Claire")
    session.apply(OpenReview(waiting[0].extraction))
    return waiting[0].extraction, waiting


def state(session: Session) -> ArticleState:
    return session.queries.library(LibraryFilter(order="imported")).rows[0].state


# --------------------------------------------------------------------------------------------------------- deciding


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


# ------------------------------------------------------------------------------------------------------- submitting


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


# --------------------------------------------------------------------------------------------------------- reviewing


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


# ------------------------------------------------------------------------------------------------------------ undoing


def test_undo_stops_where_another_person_built_on_it(session: Session) -> None:
    _extraction, (first, _second) = handed_in(session)
    session.apply(ReturnAnnotation(first.id, Reason.OTHER))
    become(session, "Lan")
    session.apply(EditAnnotation(first.id, tags=("a",)))
    session.apply(SubmitExtraction(fakes.first_article(session), leave_open=True))
    become(session, "Claire")
    session.apply(OpenReview(first.extraction))
    with pytest.raises(RuleError, match="Lan"):
        session.undo()  # her return was answered
    session.apply(ApproveAnnotations((first.id,)))
    become(session, "Lan")
    with pytest.raises(RuleError, match="Claire"):
        session.undo()


def test_an_import_that_others_work_on_stays(session: Session) -> None:
    become(session, "Minh")
    session.apply(AcceptSuggestions((own(session, State.SUGGESTED)[0].id,)))
    become(session, "Lan")
    with pytest.raises(RuleError, match="Minh"):
        session.undo()


def test_undo_and_redo_of_an_import(session: Session) -> None:
    ids = [row.id for row in session.queries.library(LibraryFilter()).rows]
    session.undo()
    assert session.queries.library(LibraryFilter()).total == 0
    assert session.queries.unanalysed() == ()
    with pytest.raises(RuleError, match="undone"):
        session.apply(SetZone(ids[0], 0, 5))
    session.redo()
    assert {row.id for row in session.queries.library(LibraryFilter()).rows} == set(ids)
    session.undo()
    changes = session.apply(ImportArticles((fakes.draft(),)))
    assert changes.articles == {ids[0]} or changes.articles <= set(ids)
    assert session.queries.library(LibraryFilter()).total == 1
    with pytest.raises(RuleError, match="nothing to redo"):
        session.redo()


def test_batches_of_one_import_are_one_step(session: Session) -> None:
    step = ""
    for n in range(3):
        session.apply(ImportArticles((fakes.draft(f"batch {n}\n1\n", f"b{n}.txt"),)), within=step)
        step = session.last_step()
    assert session.queries.library(LibraryFilter()).total == 5
    session.undo()
    assert session.queries.library(LibraryFilter()).total == 2
    session.redo()
    assert session.queries.library(LibraryFilter()).total == 5


def test_what_is_there_already_is_passed_over_and_said(session: Session) -> None:
    changes = session.apply(ImportArticles((fakes.draft(), fakes.draft("new\n1\n"), fakes.draft("new\n1\n"))))
    assert len(changes.articles) == 1
    assert changes.notes == ("2 articles were there already and were passed over.",)


def test_undo_labels_belong_to_each_person(session: Session) -> None:
    session.apply(AcceptSuggestions((own(session, State.SUGGESTED)[0].id,)))
    assert session.undo_state().undo == "accept suggestion"
    become(session, "Minh")
    assert session.undo_state().undo == ""
    with pytest.raises(RuleError, match="nothing to undo"):
        session.undo()


def test_a_bulk_decision_is_one_step(session: Session) -> None:
    before = own(session, State.SUGGESTED)
    session.apply(AcceptSuggestions(tuple(a.id for a in before)))
    assert own(session, State.SUGGESTED) == []
    session.undo()
    assert own(session, State.SUGGESTED) == before


# ---------------------------------------------------------------------------------------------- articles, notes, people


def test_corrections_are_laid_over_what_was_found(session: Session) -> None:
    article = fakes.first_article(session)
    session.apply(CorrectMeta(article, "published", "2024-12"))
    found = session.queries.article(article).meta.published
    assert (found.value, found.by_person) == ("2024-12", True)
    assert session.queries.unanalysed() == (article,), "inferred years follow"
    session.apply(fakes.run(article, session.queries.article(article).text, version="0.3"))
    assert session.queries.article(article).meta.published.value == "2024-12"
    assert session.queries.unanalysed() == ()
    for field, value in (("published", "yesterday"), ("language", "de"), ("colour", "red")):
        with pytest.raises(RuleError):
            session.apply(CorrectMeta(article, field, value))


def test_a_zone_is_restored_by_drawing_body_over_it(session: Session) -> None:
    article = fakes.first_article(session)
    zone = session.queries.article(article).zones[0]
    session.apply(SetZone(article, zone.start, zone.end))
    assert all(z.by_person for z in session.queries.article(article).zones)
    session.undo()
    assert session.queries.article(article).zones == (zone,)
    with pytest.raises(RuleError):
        session.apply(SetZone(article, 5, 5))


def test_notes(session: Session) -> None:
    article = fakes.first_article(session)
    suggestion = own(session, State.SUGGESTED)[0]
    session.apply(WriteNote(article, "**one**"))
    session.apply(WriteNote(suggestion.id, "about a suggestion"))
    (note,) = session.queries.notes(article)
    assert session.queries.notes(suggestion.id)[0].markdown == "about a suggestion"
    session.apply(RewriteNote(note.id, "two"))
    become(session, "Minh")
    for command in (RewriteNote(note.id, "mine"), DeleteNote(note.id)):
        with pytest.raises(RuleError, match="another person"):
            session.apply(command)
    become(session, "Lan")
    session.apply(DeleteNote(note.id))
    assert session.queries.notes(article) == ()
    session.undo()
    assert session.queries.notes(article)[0].markdown == "two"


def test_people(session: Session) -> None:
    session.apply(AddPerson("  Anh   Ba ", PersonRole.ANNOTATOR))
    assert [p.name for p in session.queries.people()] == ["Lan", "Claire", "Minh", "Anh Ba"]
    for name in ("", "  ", "lan"):
        with pytest.raises(RuleError):
            session.apply(AddPerson(name))
    with pytest.raises(RuleError):
        session.switch_person("nobody")


def test_the_history_tells_who_did_what(session: Session) -> None:
    suggestion = next(a for a in own(session, State.SUGGESTED) if a.kind is Kind.FIGURE)
    session.apply(AcceptSuggestions((suggestion.id,)))
    mine = own(session, State.DRAFT)[0]
    assert isinstance(mine.body, Figure)
    session.apply(EditAnnotation(mine.id, body=dataclasses.replace(mine.body, value=Decimal(7))))
    session.undo()
    rows = session.queries.history(annotation=mine.id)
    assert [(r.label, r.by_name) for r in rows] == [("undo", "Lan"), ("edit annotation", "Lan"), ("accept suggestion", "Lan")]
    assert {c.field: c.after for c in rows[1].changes}["value"] == "7"
    whole = session.queries.history(article=mine.article)
    assert {r.label for r in whole} >= {"undo", "suggest", "import articles"}
    assert session.queries.history(limit=1)[0].n == whole[0].n


def test_the_library_filters_and_orders(session: Session) -> None:
    article = fakes.first_article(session)
    session.apply(AcceptSuggestions((own(session, State.SUGGESTED)[0].id,)))
    rows = session.queries.library(LibraryFilter()).rows
    assert rows[0].id == article, "what is begun comes before what is new"
    assert [r.id for r in session.queries.library(LibraryFilter(state="new")).rows] == [rows[1].id]
    assert session.queries.library(LibraryFilter(language="fr")).total == 0
    assert session.queries.library(LibraryFilter(language="vi", order="open", descending=True)).total == 2
    assert session.queries.library(LibraryFilter(), limit=1, offset=1).rows == (rows[1],)
    assert session.queries.counts_by_state() == {ArticleState.IN_PROGRESS: 1, ArticleState.NEW: 1}
    session.apply(TagAnnotations((own(session, State.DRAFT)[0].id,), add=("gdp",)))
    assert [r.id for r in session.queries.library(LibraryFilter(tag="gdp")).rows] == [article]
    assert session.queries.next_article() == article
    assert session.queries.next_article(after=article) == rows[1].id
    progress = session.queries.progress(article)
    assert progress.open == len(own(session, State.SUGGESTED))
    assert progress.total == len(session.queries.annotations(article))
    assert progress.articles_left == 2
