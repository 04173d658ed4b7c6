"""Deciding by keys and by pointer: one key a decision, and on to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from postil.domain.annotation import Kind, Origin, State
from postil.domain.selector import Span
from postil.operations.changes import Location
from postil.operations.suggestions import AcceptSuggestions, RejectSuggestions
from postil.ui.extraction.key_button import KeyButton
from tests.ui.workbench.conftest import Table, press

LEFT = Qt.MouseButton.LeftButton


def test_j_and_k_walk_in_text_order_and_text_and_card_agree(table: Table) -> None:
    order = [a.id for a in sorted(table.annotations("001"), key=lambda a: (a.start, -a.evidence[0].end))]
    for _step in range(len(order)):
        press("K")
    assert table.focus == order[0]
    walked = [table.focus]
    for _step in range(5):
        press("J")
        walked.append(table.focus)
    assert [table.card(i).start for i in walked] == sorted(table.card(i).start for i in walked)
    assert len(set(walked)) == 6
    press("K")
    assert table.focus == walked[-2]


def test_the_focused_words_are_on_the_page(table: Table) -> None:
    for _step in range(len(table.annotations("001"))):
        top = table.text.line_tops([table.annotation.start])[0]
        assert 0 <= top < table.text.viewport().height()
        assert table.view.extraction.card.isVisible()
        press("J")


def test_a_place_without_an_annotation_is_selected(table: Table) -> None:
    start = table.source("004").index("170")
    table.shell.dispatch.go(Location(table.article("004"), start=start, end=start + 3))
    assert table.text.selection() == Span(start, start + 3)
    assert 0 <= table.text.line_tops([start])[0] < table.text.viewport().height() - 20


@pytest.mark.parametrize("which", [3, 8, 13])
def test_an_annotation_of_another_article_is_on_the_page_at_once(table: Table, which: int) -> None:
    wanted = table.annotations("003")[which]
    table.open("003", wanted.id)
    top = table.text.line_tops([wanted.start])[0]
    assert 0 <= top < table.text.viewport().height() - 20
    assert (table.focus, table.text.caret()) == (wanted.id, wanted.start)


def test_a_accepts_and_goes_on(table: Table) -> None:
    press("N")
    first, offered = table.focus, table.annotation
    press("A")
    accepted = table.card(first)
    assert (accepted.state, accepted.origin, accepted.body) == (State.DRAFT, Origin.ACCEPTED, offered.body)
    assert table.focus != first
    assert table.annotation.state is State.SUGGESTED


def test_x_rejects_and_u_takes_it_back(table: Table) -> None:
    press("N")
    first = table.focus
    press("X")
    assert table.card(first).state is State.REJECTED
    assert table.focus != first
    while table.focus != first:
        press("K")
    press("U")
    assert table.card(first).state is State.SUGGESTED


def test_a_rejected_one_can_be_accepted_after_all_by_editing(table: Table) -> None:
    press("N")
    first = table.focus
    press("X")
    while table.focus != first:
        press("K")
    press("A")
    assert table.card(first).state is State.REJECTED, "A is for open suggestions; the card offers to take the rejection back"


def test_without_the_habit_a_decision_stays_where_it_is(table: Table) -> None:
    table.shell.settings.set_value("advance", value=False)
    press("N")
    first = table.focus
    press("A")
    assert table.focus == first
    assert table.annotation.state is State.DRAFT


def test_undo_brings_the_suggestion_and_the_focus_back(table: Table) -> None:
    press("N")
    first = table.focus
    press("A")
    press("Ctrl+Z")
    assert table.card(first).state is State.SUGGESTED
    assert table.focus == first


def test_n_skips_what_is_decided_and_comes_round(table: Table) -> None:
    order = sorted(table.annotations("001"), key=lambda a: (a.start, -a.evidence[0].end))
    press("N")
    for _step in range(len(order) - 2):
        press("A")
    left = [a.id for a in table.annotations("001") if a.state is State.SUGGESTED]
    assert len(left) == 2
    seen = set()
    for key in ("N", "N", "Shift+N", "Shift+N"):
        press(key)
        seen.add(table.focus)
    assert seen == set(left)


def test_when_all_is_decided_it_is_said(table: Table) -> None:
    press("N")
    for _step in table.annotations("001"):
        press("A")
    assert State.SUGGESTED not in table.states("001")
    assert "Everything here is decided." in table.said()


def test_delete_makes_an_accepted_one_a_suggestion_again(table: Table) -> None:
    press("N")
    first = table.focus
    press("A")
    while table.focus != first:
        press("K")
    press("Delete")
    assert table.card(first).state is State.SUGGESTED


def test_delete_leaves_an_open_suggestion_alone(table: Table) -> None:
    press("N")
    before = table.annotations("001")
    press("Delete")
    assert table.annotations("001") == before


@pytest.mark.parametrize(("words", "state"), [("Accept", State.DRAFT), ("Reject", State.REJECTED)])
def test_the_buttons_of_the_card_do_what_the_keys_do(table: Table, words: str, state: State) -> None:
    press("N")
    first = table.focus
    button = next(b for b in table.view.extraction.card.findChildren(KeyButton) if b.accessibleName() == words)
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    assert table.card(first).state is state


def test_a_click_on_words_focuses_their_card_and_a_click_on_a_card_the_words(table: Table) -> None:
    figure = table.annotations("001", Kind.FIGURE)[3]
    table.text.put_caret(figure.start)
    table.text.reveal(figure.evidence[0].span)
    where = table.text.cursorRect().center() + QPoint(4, 0)
    QTest.mouseClick(table.text.viewport(), LEFT, pos=where)
    QApplication.processEvents()
    assert table.focus == figure.id
    cards = table.view.extraction.list
    row, box = next((r, b) for r, b in cards._placed.items() if cards.model().index(r, 0) != cards.currentIndex() and b.top() >= 0)
    other = table.view.extraction.model.rows()[row].key
    QTest.mouseClick(cards.viewport(), LEFT, pos=box.center())
    QApplication.processEvents()
    assert table.focus == other


def test_a_double_click_opens_and_decides_nothing(table: Table) -> None:
    press("N")
    press("J")
    cards = table.view.extraction.list
    row, box = next((r, b) for r, b in cards._placed.items() if r != cards.currentIndex().row() and b.top() >= 0)
    card = table.view.extraction.model.rows()[row].key
    QTest.mouseClick(cards.viewport(), LEFT, pos=box.center())
    QTest.mouseDClick(cards.viewport(), LEFT, pos=box.center())
    QApplication.processEvents()
    assert table.card(card).state is State.SUGGESTED


def test_single_keys_do_nothing_while_a_field_is_typed_into(table: Table) -> None:
    press("N")
    press("Return")
    before = table.annotations("001")
    QTest.keyClicks(table.window.focusWidget(), "axunjk")
    assert table.annotations("001") == before


def test_the_counts_filter_cards_and_marks(qtbot: QtBot, table: Table) -> None:
    counts = table.view.extraction.counts
    figures = next(b for b in counts.findChildren(QToolButton) if b.text().startswith("Figures"))
    assert figures.text() == f"Figures {len(table.annotations('001', Kind.FIGURE))}"
    QTest.mouseClick(figures, LEFT)
    shown = table.view.extraction.model.rows()
    assert {row.annotation.kind for row in shown} == {Kind.FIGURE}
    event = table.annotations("001", Kind.EVENT)[0]
    assert table.text.painter.marks.get(event.id) is None
    QTest.mouseClick(figures, LEFT)
    assert len(table.view.extraction.model.rows()) == len(table.annotations("001"))


def test_going_to_an_annotation_that_the_filter_hides_shows_it(table: Table) -> None:
    figures = next(b for b in table.view.extraction.counts.findChildren(QToolButton) if b.text().startswith("Figures"))
    QTest.mouseClick(figures, LEFT)
    event = table.annotations("001", Kind.EVENT)[0]
    table.open("001", event.id)
    assert table.focus == event.id
    assert table.text.caret() == event.start


def test_submit_is_refused_while_suggestions_are_open_and_offers_to_leave_them(table: Table) -> None:
    press("N")
    press("A")
    press("Ctrl+Return")
    left = sum(a.state is State.SUGGESTED for a in table.annotations("001"))
    notice = table.notices[-1]
    assert notice.cause == f"{left} suggestions are not decided yet."
    assert notice.action_text == f"Submit, leaving {left} undecided"
    assert table.annotation.state is State.SUGGESTED
    assert State.SUBMITTED not in table.states("001")
    assert notice.action is not None
    notice.action()
    assert State.SUBMITTED in table.states("001")


def accept_all(table: Table) -> None:
    press("N")
    table.apply(AcceptSuggestions(tuple(a.id for a in table.annotations("001"))))


def test_submit_hands_in_and_take_back_opens_again(qtbot: QtBot, table: Table) -> None:
    accept_all(table)
    press("Ctrl+Return")
    assert table.states("001") == {State.SUBMITTED}
    qtbot.waitUntil(lambda: table.shell.actions.action("article.take_back").isEnabled())
    assert not table.shell.actions.action("article.submit").isEnabled()
    back = next(b for b in table.view.reader.bar.findChildren(QPushButton) if b.text() == "Take back")
    assert back.isVisible()
    QTest.mouseClick(back, LEFT)
    assert table.states("001") == {State.DRAFT}


def test_an_article_without_annotations_can_be_handed_in(table: Table) -> None:
    table.apply(RejectSuggestions(tuple(a.id for a in table.annotations("001"))))
    press("Ctrl+Return")
    assert "The article is handed in." in table.said()


def test_a_submitted_annotation_says_why_it_cannot_be_edited(table: Table) -> None:
    accept_all(table)
    press("Ctrl+Return")
    press("Return")
    assert not table.view.extraction.card.is_open
    assert table.said()[-1] == "It is submitted and waits for the supervisor."
