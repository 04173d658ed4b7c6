"""Undo across people, and what is not reviewed: corrections, notes, people, the log, the library."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from postil.base.errors import RuleError
from postil.domain.annotation import Kind, State
from postil.domain.article import ArticleState
from postil.domain.author import PersonRole
from postil.domain.figure import Figure
from postil.domain.review import Reason
from postil.operations.annotations import EditAnnotation, TagAnnotations
from postil.operations.articles import CorrectMeta, ImportArticles, SetZone
from postil.operations.notes import DeleteNote, RewriteNote, WriteNote
from postil.operations.people import AddPerson
from postil.operations.review import (
    ApproveAnnotations,
    OpenReview,
    ReturnAnnotation,
    SubmitExtraction,
)
from postil.operations.rows import LibraryFilter
from postil.operations.session import Session
from postil.operations.suggestions import AcceptSuggestions
from tests import fakes
from tests.fakes import become, handed_in, own


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
