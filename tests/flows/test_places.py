"""Library, review and indicators on the sample project, by keys: what they show, ask for and say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QHeaderView, QLabel, QLineEdit

from postil.base import i18n
from postil.domain.annotation import State
from postil.domain.article import ArticleState
from postil.domain.review import Verdict
from postil.models.rows import RowsModel
from postil.operations.review import ApproveAnnotations, OpenReview, SubmitExtraction
from postil.operations.rows import LibraryFilter
from postil.operations.suggestions import AcceptSuggestions, RejectSuggestions
from postil.ui.indicators.view import IndicatorsView
from postil.ui.library.view import ArticleTable, LibraryView
from postil.ui.review.view import ReviewView
from tests.flows.conftest import Desk, focused, press, type_in
from tests.ui.accessible import nameless


def _library(desk: Desk) -> LibraryView:
    press("Ctrl+1")
    view = desk.conductor.navigator.view("library")
    assert isinstance(view, LibraryView)
    return view


def _titles(view: LibraryView) -> list[str]:
    table = view.findChild(ArticleTable)
    assert table is not None
    model = table.model()
    assert isinstance(model, RowsModel)
    return [str(model.index(i, 0).data()) for i in range(model.rowCount())]


@pytest.mark.parametrize(("words", "count"), [("pham minh chinh", 4), ("dong nai", 0), ("kinh te", 2), ("NGOAI GIAO", 4), ("xyzzy", 0)])
def test_search_finds_folded_words(desk: Desk, words: str, count: int) -> None:
    view = _library(desk)
    press("Ctrl+F")
    type_in(words)
    desk.qtbot.waitUntil(lambda: len(_titles(view)) == count)


def test_a_search_that_finds_nothing_says_what_to_do(desk: Desk) -> None:
    view = _library(desk)
    press("Ctrl+F")
    type_in("xyzzy")
    desk.qtbot.waitUntil(lambda: not _titles(view))
    assert any("fewer words" in label.text() for label in view.findChildren(QLabel) if label.isVisible())
    press("Escape")
    desk.qtbot.waitUntil(lambda: len(_titles(view)) == 5)


def test_language_and_state_filter_the_list(desk: Desk) -> None:
    view = _library(desk)
    language = next(c for c in view.findChildren(QComboBox) if c.accessibleName() == "Language")
    language.setCurrentIndex(language.findData("fr"))
    assert len(_titles(view)) == 3
    state = next(c for c in view.findChildren(QComboBox) if c.accessibleName() == "State")
    assert [state.itemData(i) for i in range(state.count())] == ["", ArticleState.NEW.value]


def test_a_heading_sorts_and_sorts_back(desk: Desk) -> None:
    view = _library(desk)
    table = view.findChild(ArticleTable)
    assert table is not None
    header = table.horizontalHeader()
    for _click in range(2):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=_middle(header))
        QApplication.processEvents()
        titles = _titles(view)
        assert titles == sorted(titles, key=str.casefold, reverse=header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder)


def _middle(header: QHeaderView) -> QPoint:
    return QPoint(header.sectionViewportPosition(0) + 40, header.height() // 2)


def test_leaving_and_coming_back_keeps_the_row(desk: Desk) -> None:
    view = _library(desk)
    press("Down")
    press("Down")
    chosen = view.current_row()
    assert chosen is not None
    press("Return")
    assert desk.conductor.navigator.place == "workbench"
    press("Ctrl+1")
    again = view.current_row()
    assert again is not None
    assert again.id == chosen.id


def _submit(desk: Desk, number: str) -> str:
    article = desk.article(number)
    session = desk.session
    session.apply(AcceptSuggestions(ids=tuple(a.id for a in session.queries.annotations(article))))
    session.apply(SubmitExtraction(article=article))
    return article


def test_an_annotator_may_look_at_the_queue_and_not_decide(desk: Desk) -> None:
    _submit(desk, "001")
    press("Ctrl+3")
    view = desk.conductor.navigator.view("review")
    assert isinstance(view, ReviewView)
    actions = desk.conductor.shell.actions
    assert not actions.action("review.approve").isEnabled()
    assert not actions.action("review.return").isEnabled()


def test_nobody_decides_on_their_own_work(desk: Desk) -> None:
    article = _submit(desk, "001")
    desk.session.switch_person(desk.person("Claire"))
    press("Ctrl+3")
    press("A")
    approved = [a for a in desk.session.queries.annotations(article, desk.person("Mai")) if a.state is State.APPROVED]
    assert len(approved) == 1


def test_a_decision_can_be_withdrawn_and_stays_in_the_history(desk: Desk) -> None:
    article = _submit(desk, "001")
    desk.conductor.shell.dispatch.switch_person(desk.person("Claire"))
    press("Ctrl+3")
    press("A")
    press("K")
    press("W")
    annotations = desk.session.queries.annotations(article, desk.person("Mai"))
    assert all(a.state is not State.APPROVED for a in annotations)
    verdicts = [r.verdict for a in annotations for r in desk.session.queries.reviews(a.id)]
    assert verdicts == [Verdict.APPROVE, Verdict.WITHDRAW]


def test_a_submission_without_annotations_can_be_approved(desk: Desk) -> None:
    article, session = desk.article("003"), desk.session
    session.apply(RejectSuggestions(ids=tuple(a.id for a in session.queries.annotations(article))))
    session.apply(SubmitExtraction(article=article))
    desk.conductor.shell.dispatch.switch_person(desk.person("Claire"))
    press("Ctrl+3")
    assert desk.conductor.shell.actions.action("review.approve").isEnabled()
    press("A")
    row = next(r for r in session.queries.library(LibraryFilter()).rows if r.id == article)
    assert row.state is ArticleState.APPROVED
    assert not desk.conductor.shell.actions.action("review.approve").isEnabled()
    press("Ctrl+Z")
    row = next(r for r in session.queries.library(LibraryFilter()).rows if r.id == article)
    assert row.state is not ArticleState.APPROVED


def test_an_empty_queue_teaches(desk: Desk) -> None:
    press("Ctrl+3")
    view = desk.conductor.navigator.view("review")
    assert any("Nothing waits for review" in label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_undated_values_are_listed_and_open_their_sentence(desk: Desk) -> None:
    _submit(desk, "002")
    desk.session.switch_person(desk.person("Claire"))
    row = desk.session.queries.queue()[0]
    desk.session.apply(OpenReview(extraction=row.extraction))
    ids = tuple(i.annotation.id for i in desk.session.queries.review_items(row.extraction) if i.can_decide)
    desk.session.apply(ApproveAnnotations(ids=ids))
    press("Ctrl+4")
    view = desk.conductor.navigator.view("indicators")
    assert isinstance(view, IndicatorsView)
    undated = next(s for s in desk.session.queries.series() if s.undated and not s.dated)
    rows = view._series_model.rows()
    view.series_requested.emit(next(r.key for r in rows if r.series == undated))
    assert view._undated.isVisible()
    assert view._undated.count() == len(undated.undated)
    assert view.plot.count() == 0
    view.open_mention()
    assert desk.conductor.navigator.place == "workbench"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_place_names_its_widgets_in_every_language(desk: Desk, language: str) -> None:
    _submit(desk, "001")
    desk.conductor.shell.settings.set_value("language", language)
    for keys in ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"):
        press(keys)
        assert nameless(desk.window) == [], keys


def test_a_field_takes_letters_that_are_keys_elsewhere(desk: Desk) -> None:
    _library(desk)
    press("Ctrl+F")
    type_in("atx")
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "atx"
