"""The form in place: fields, what is typed into them, what is wrong with it, and that nothing typed is lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from postil.domain.annotation import Kind, Origin, State
from postil.domain.figure import Qualifier
from postil.operations import projects
from tests.ui.workbench.conftest import Table, compose, focused, open_table, press, type_in
from tests.ui.workbench.forms import body_of, editor, figure, go_to_field, open_figure

LEFT = Qt.MouseButton.LeftButton


def test_enter_opens_the_card_with_the_cursor_in_the_value(table: Table) -> None:
    open_figure(table, "31.4 billion")
    assert focused() in editor(table, "value").inputs()
    assert "31.4 billion" in editor(table, "value").findChildren(QLabel)[1].text(), "as written stands beside as understood"


def test_a_corrected_value_is_kept_by_ctrl_enter_and_accepts_the_suggestion(table: Table) -> None:
    card = open_figure(table, "31.4 billion")
    press("Ctrl+A")
    type_in("31.5 billion")
    press("Ctrl+Return")
    assert table.card(card).state is State.DRAFT
    assert table.card(card).origin is Origin.EDITED
    assert body_of(table, card).value == Decimal(31_500_000_000)
    assert not table.view.extraction.card.is_open


def test_vietnamese_words_are_understood_and_shown_as_a_number(table: Table) -> None:
    card = open_figure(table, "31.4 billion")
    press("Ctrl+A")
    compose("31,5 tỷ")
    assert "31,500,000,000" in editor(table, "value").findChildren(QLabel)[1].text()
    press("Ctrl+Return")
    assert body_of(table, card).value == Decimal(31_500_000_000)


def test_a_unit_typed_along_fills_the_unit(table: Table) -> None:
    card = open_figure(table, "7")
    press("Ctrl+A")
    type_in("US$5bn")
    press("Ctrl+Return")
    assert (body_of(table, card).value, body_of(table, card).unit) == (Decimal(5_000_000_000), "USD")


def test_enter_moves_on_and_at_the_end_to_the_button(table: Table) -> None:
    open_figure(table, "31.4 billion")
    seen = []
    for _step in range(20):
        widget = focused()
        if isinstance(widget, QPushButton):
            break
        seen.append(widget.accessibleName())
        press("Return")
    assert seen[:4] == ["Value", "Unit", "Precision", "Status"]
    assert isinstance(focused(), QPushButton)
    assert len(seen) == len(set(seen))


def test_a_date_is_typed_as_people_write_it(table: Table) -> None:
    card = open_figure(table, "31.4 billion")
    go_to_field(table, "period")
    press("Ctrl+A")
    compose("tháng 3/2024")
    assert "2024-03" in editor(table, "period").findChildren(QLabel)[1].text()
    assert "March 2024" in editor(table, "period").findChildren(QLabel)[1].text()
    press("Ctrl+Return")
    assert body_of(table, card).period == "2024-03"


@pytest.mark.parametrize(("field", "words"), [("value", "lots"), ("period", "soon"), ("unit", "")])
def test_what_is_not_understood_is_said_at_the_field_and_not_kept(qtbot: QtBot, table: Table, field: str, words: str) -> None:
    card = open_figure(table, "31.4 billion")
    before = table.card(card)
    go_to_field(table, field)
    press("Ctrl+A")
    type_in(words) if words else press("Delete")
    qtbot.waitUntil(lambda: bool(editor(table, field).problem()))
    press("Ctrl+Return")
    assert table.view.extraction.card.is_open
    assert focused() in editor(table, field).inputs()
    assert table.card(card) == before


def test_a_code_is_found_in_any_language_without_accents(table: Table) -> None:
    card = open_figure(table, "60")
    go_to_field(table, "area")
    press("Ctrl+A")
    type_in("phap")
    line = focused()
    completer = line.property("completer") or editor(table, "area").inputs()[0].completer()  # type: ignore[attr-defined]
    popup = completer.popup()
    assert popup.isVisible()
    offered = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert "France" in offered
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    press("Ctrl+Return")
    assert body_of(table, card).area == "FR"


def test_a_new_indicator_gets_an_id_and_keeps_its_words(table: Table) -> None:
    card = open_figure(table, "60")
    go_to_field(table, "indicator")
    press("Ctrl+A")
    compose("Hội chợ thương mại")
    press("Ctrl+Return")
    assert (body_of(table, card).indicator, body_of(table, card).indicator_label) == ("hoi_cho_thuong_mai", "Hội chợ thương mại")


def test_an_inferred_field_that_is_typed_is_no_longer_inferred(table: Table) -> None:
    found = next(a for a in table.annotations("001", Kind.FIGURE) if "area" in a.body.inferred)
    table.open("001", found.id, "area")
    press("Ctrl+A")
    type_in("France")
    press("Ctrl+Return")
    assert "area" not in table.card(found.id).body.inferred
    assert body_of(table, found.id).area == "FR"


def test_a_choice_is_made_by_keys(table: Table) -> None:
    card = open_figure(table, "31.4 billion")
    go_to_field(table, "qualifier")
    press("Down")
    press("Ctrl+Return")
    assert body_of(table, card).qualifier is Qualifier.ABOUT


def test_fields_for_a_change_come_when_the_status_says_so(table: Table) -> None:
    open_figure(table, "31.4 billion")
    assert not editor(table, "direction").isVisible()
    go_to_field(table, "status")
    press("End")
    assert editor(table, "direction").isVisible()
    assert editor(table, "relates_to").isVisible()


def test_a_sister_figure_is_linked_by_choosing_it(table: Table) -> None:
    percent, value = figure(table, "12.4"), figure(table, "21.7 billion")
    table.open("001", percent.id, "relates_to")
    combo = focused()
    names = [combo.itemText(n) for n in range(combo.count())]  # type: ignore[attr-defined]
    wanted = next(n for n, name in enumerate(names) if "21.7" in name)
    combo.setCurrentIndex(wanted)  # type: ignore[attr-defined]
    press("Ctrl+Return")
    linked = body_of(table, percent.id).relates_to
    assert table.card(linked).id in (value.id, table.card(value.id).id)


def test_escape_steps_back_and_what_was_typed_is_still_there(table: Table) -> None:
    card = open_figure(table, "31.4 billion")
    press("Ctrl+A")
    type_in("99")
    press("Escape")
    assert not table.view.extraction.card.is_open
    assert table.focus == card
    assert table.card(card).state is State.SUGGESTED
    press("J")
    press("K")
    press("Return")
    assert focused().property("text") == "99"
    press("Ctrl+Return")
    assert body_of(table, card).value == Decimal(99)


def test_what_was_typed_survives_the_window(qtbot: QtBot, table: Table) -> None:
    card = open_figure(table, "31.4 billion")
    press("Ctrl+A")
    type_in("99")
    press("Escape")
    table.window.close()
    again = open_table(projects.open_project(table.session.folder), qtbot)
    again.open("001", card)
    assert any("Changes not saved yet" in label.text() for label in again.view.extraction.card.findChildren(QLabel) if label.isVisible())
    again.text.setFocus()
    press("Return")
    assert focused().property("text") == "99"


def test_closing_the_window_keeps_an_open_form(qtbot: QtBot, table: Table) -> None:
    card = open_figure(table, "31.4 billion")
    press("Ctrl+A")
    type_in("99")
    table.window.close()
    again = open_table(projects.open_project(table.session.folder), qtbot)
    again.open("001", card, "value")
    assert focused().property("text") == "99"


def test_what_one_person_typed_is_not_shown_to_the_next(table: Table) -> None:
    card = open_figure(table, "31.4 billion")
    press("Ctrl+A")
    type_in("99")
    me = table.session.person.id
    other = next(p.id for p in table.queries.people() if p.id != me)
    table.shell.dispatch.switch_person(other)
    table.open("001", card)
    assert not table.view.extraction.card.is_open
    table.open("001", card, "value")
    assert focused().property("text") == "31400000000"
    press("Escape")
    table.shell.dispatch.switch_person(me)
    table.open("001", card, "value")
    assert focused().property("text") == "99"


def test_a_draft_can_be_discarded(table: Table) -> None:
    open_figure(table, "31.4 billion")
    press("Ctrl+A")
    type_in("99")
    press("Escape")
    drop = next(b for b in table.view.extraction.card.findChildren(QPushButton) if b.text() == "Discard")
    assert drop.isVisible()
    QTest.mouseClick(drop, LEFT)
    assert not drop.isVisible()
    table.text.setFocus()
    press("Return")
    assert focused().property("text") == "31400000000"


def test_nothing_is_handed_in_while_a_draft_waits(table: Table) -> None:
    card = open_figure(table, "31.4 billion")
    press("Ctrl+A")
    type_in("99")
    press("Escape")
    press("J")
    table.shell.actions.trigger("article.submit")
    assert table.focus == card
    assert table.said()[-1] == "This card has changes that are not saved."


def test_going_to_another_card_saves_what_was_typed(table: Table) -> None:
    card = open_figure(table, "31.4 billion")
    press("Ctrl+A")
    type_in("99")
    cards = table.view.extraction.list
    other = next(row.key for row in table.view.extraction.model.rows() if row.key != card)
    cards.chosen.emit(other)
    assert table.focus == other
    assert body_of(table, card).value == Decimal(99)


def test_closing_without_a_change_changes_nothing(table: Table) -> None:
    before = table.annotations("001")
    open_figure(table, "31.4 billion")
    press("Escape")
    assert table.annotations("001") == before
    assert table.focus
