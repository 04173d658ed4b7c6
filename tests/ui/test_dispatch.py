"""Applying, undoing, refusing, going: what the screens hear."""

from __future__ import annotations

import pytest

from postil.base.errors import RuleError
from postil.domain.author import PersonRole
from postil.operations.articles import CorrectMeta
from postil.operations.changes import Changes, Location, Touched
from postil.operations.people import AddPerson, ChangePerson
from postil.operations.session import Session
from postil.ui.dispatch import Dispatch
from postil.ui.notices import Level, Notice


class Heard:
    """Everything a dispatch says."""

    def __init__(self, dispatch: Dispatch) -> None:
        self.changes: list[Changes] = []
        self.notices: list[Notice] = []
        self.locations: list[Location] = []
        self.others: list[str] = []
        dispatch.changed.connect(self.changes.append)
        dispatch.notice.connect(self.notices.append)
        dispatch.location.connect(self.locations.append)
        dispatch.person_changed.connect(lambda: self.others.append("person"))
        dispatch.session_changed.connect(lambda: self.others.append("session"))
        dispatch.article_changed.connect(lambda article: self.others.append(f"article {article}"))


@pytest.fixture
def dispatch(session: Session) -> Dispatch:
    return Dispatch(session)


@pytest.fixture
def heard(dispatch: Dispatch) -> Heard:
    return Heard(dispatch)


def first_article(dispatch: Dispatch) -> str:
    from postil.operations.rows import LibraryFilter

    return dispatch.queries.library(LibraryFilter()).rows[0].id


def test_a_command_is_applied_and_announced(dispatch: Dispatch, heard: Heard) -> None:
    article = first_article(dispatch)
    changes = dispatch.apply(CorrectMeta(article=article, field="title", value="Exports"))
    assert changes is not None
    assert heard.changes == [changes]
    assert changes.concerns(article)
    assert dispatch.queries.article(article).meta.title.value == "Exports"


def test_what_cannot_be_done_becomes_a_notice(dispatch: Dispatch, heard: Heard) -> None:
    assert dispatch.apply(ChangePerson(name="  ")) is None
    assert heard.changes == []
    assert heard.notices[0].level is Level.ERROR
    assert heard.notices[0].next_step


def test_undo_and_redo_are_announced(dispatch: Dispatch, heard: Heard) -> None:
    article = first_article(dispatch)
    before = dispatch.queries.article(article).meta.title.value
    dispatch.apply(CorrectMeta(article=article, field="title", value="Exports"))
    assert dispatch.undo() is not None
    assert dispatch.queries.article(article).meta.title.value == before
    assert dispatch.redo() is not None
    assert dispatch.queries.article(article).meta.title.value == "Exports"
    assert len(heard.changes) == 3


def test_an_empty_history_says_so_and_no_more(dispatch: Dispatch, heard: Heard) -> None:
    while dispatch.session.undo_state().undo:
        dispatch.undo()
    heard.notices.clear()
    assert dispatch.undo() is None
    assert [notice.level for notice in heard.notices] == [Level.INFO]


def test_sentences_that_come_with_changes_are_said(dispatch: Dispatch, heard: Heard) -> None:
    dispatch.announce(Changes("import articles", frozenset({Touched.ARTICLES}), notes=("Two were there already.",)))
    assert heard.notices == [Notice(Level.INFO, "Two were there already.")]
    dispatch.announce(Changes())
    assert len(heard.changes) == 1


def test_another_person_takes_over(dispatch: Dispatch, heard: Heard) -> None:
    dispatch.apply(AddPerson(name="Minh", role=PersonRole.ANNOTATOR))
    minh = next(person for person in dispatch.queries.people() if person.name == "Minh")
    assert dispatch.switch_person(minh.id)
    assert dispatch.person == minh
    assert not dispatch.switch_person("nobody")
    assert dispatch.person == minh
    assert heard.others == ["person"]
    assert heard.notices[-1].level is Level.ERROR


def test_the_article_people_read_is_known_once(dispatch: Dispatch, heard: Heard) -> None:
    dispatch.set_article("x")
    dispatch.set_article("x")
    assert dispatch.article == "x"
    assert heard.others == ["article x"]


def test_without_a_project_there_is_no_session(dispatch: Dispatch, heard: Heard) -> None:
    dispatch.set_article("x")
    dispatch.set_session(None)
    assert not dispatch.has_session
    assert heard.others == ["article x", "article ", "session"]
    with pytest.raises(RuntimeError):
        _ = dispatch.session


def test_an_error_keeps_its_three_parts() -> None:
    notice = Notice.of(RuleError("You wrote it.", what="figure", next_step="Ask somebody else."))
    assert (notice.cause, notice.what, notice.next_step) == ("You wrote it.", "figure", "Ask somebody else.")
    assert notice.stays
    assert not Notice(Level.SUCCESS, "Done.").stays
