"""The form's longer parts: people and places, evidence and its edges, returns, and the fields behind the button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from postil.domain.annotation import Kind, State
from postil.domain.commitment import Commitment
from postil.domain.event import Event, Participant
from postil.domain.selector import Role
from postil.operations.suggestions import AcceptSuggestions
from tests.ui.workbench.conftest import Table, compose, focused, press, type_in
from tests.ui.workbench.forms import editor, figure, form_of, open_figure

LEFT = Qt.MouseButton.LeftButton


def test_participants_and_places_are_edited_as_lists(table: Table) -> None:
    event = next(a for a in table.annotations("001", Kind.EVENT) if isinstance(a.body, Event) and a.body.participants)
    table.open("001", event.id, "participants")
    add = focused()
    assert isinstance(add, QPushButton)
    QTest.mouseClick(add, LEFT)
    compose("Đặng Hoàng Giang")
    press("Ctrl+Return")
    body = table.card(event.id).body
    assert isinstance(body, Event)
    assert body.participants[-1] == Participant("Đặng Hoàng Giang")
    kept = body.participants[:-1]
    table.open("001", event.id, "participants")
    away = [b for b in editor(table, "participants").findChildren(QToolButton) if b.accessibleName() == "Remove"]
    QTest.mouseClick(away[-1], LEFT)
    press("Ctrl+Return")
    body = table.card(event.id).body
    assert isinstance(body, Event)
    assert body.participants == kept


def test_a_commitment_opens_in_its_action(table: Table) -> None:
    commitment = table.annotations("001", Kind.COMMITMENT)[0]
    table.open("001", commitment.id)
    table.text.setFocus()
    press("Return")
    press("Ctrl+A")
    type_in("do it")
    press("Ctrl+Return")
    body = table.card(commitment.id).body
    assert isinstance(body, Commitment)
    assert body.action == "do it"


def test_evidence_edges_move_by_key_and_the_text_shows_it(table: Table) -> None:
    card = open_figure(table, "31.4 billion")
    edges = [b for b in form_of(table).findChildren(QToolButton) if b.accessibleName() == "End of the evidence"]
    edges[0].setFocus()
    press("Right")
    mark = table.text.painter.marks.get(card)
    assert mark is not None
    assert table.source("001")[mark.start : mark.end] == "31.4 billion,"
    press("Left")
    press("Ctrl+Right")
    press("Left")
    press("Ctrl+Return")
    assert table.card(card).evidence[0].exact == "31.4 billion"


def test_evidence_edges_are_kept(table: Table) -> None:
    card = open_figure(table, "7")
    edges = [b for b in form_of(table).findChildren(QToolButton) if b.accessibleName() == "End of the evidence"]
    edges[0].setFocus()
    press("Ctrl+Right")
    press("Ctrl+Return")
    assert table.card(card).evidence[0].exact == "7%"
    assert table.card(card).evidence[0].role is Role.VALUE


def test_selected_words_become_evidence_of_the_open_card(table: Table) -> None:
    card = open_figure(table, "60")
    table.select("001", "foreign affairs activities")
    button = next(b for b in form_of(table).findChildren(QPushButton) if b.text() == "Use the selection as evidence")
    QTest.mouseClick(button, LEFT)
    form_of(table).save()
    added = table.card(card).evidence[-1]
    assert added.exact == "foreign affairs activities"
    assert added.role is not Role.VALUE


def test_without_a_selection_the_button_says_what_is_missing(table: Table) -> None:
    open_figure(table, "60")
    table.text.put_caret(0)
    button = next(b for b in form_of(table).findChildren(QPushButton) if b.text() == "Use the selection as evidence")
    QTest.mouseClick(button, LEFT)
    assert table.said()[-1] == "No words are selected."


def test_a_return_lands_in_its_field_with_its_reason(table: Table) -> None:
    table.apply(AcceptSuggestions(tuple(a.id for a in table.annotations("001"))))
    table.shell.actions.trigger("article.submit")
    assert table.states("001") == {State.SUBMITTED}
    mine = figure(table, "31.4 billion")
    table.return_one("001", mine.id, "period", "Which months?")
    table.open("001", mine.id)
    texts = [label.text() for label in table.view.extraction.card.findChildren(QLabel) if label.isVisible()]
    assert any("Wrong period or basis" in text and "Which months?" in text for text in texts)
    table.text.setFocus()
    press("Return")
    assert focused() in editor(table, "period").inputs()
    assert "Which months?" in editor(table, "period").findChildren(QLabel)[1].text()
    press("Ctrl+A")
    type_in("2024-10")
    press("Ctrl+Return")
    assert table.card(mine.suggestion).state is State.DRAFT


def test_more_fields_shows_all_and_fewer_hides_them(table: Table) -> None:
    open_figure(table, "60")
    more = next(b for b in form_of(table).findChildren(QToolButton) if b.text() == "More fields")
    shown = [name for name, field in form_of(table).grid.editors() if field.isVisible()]
    QTest.mouseClick(more, LEFT)
    every = [name for name, field in form_of(table).grid.editors() if field.isVisible()]
    assert set(every) > set(shown)
    assert more.text() == "Fewer fields"
    QTest.mouseClick(more, LEFT)
    assert [name for name, field in form_of(table).grid.editors() if field.isVisible()] == shown
