"""New annotations from selected words, in one key each, filled in by the grammar."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from postil.domain.annotation import MAIN_ROLE, Annotation, Kind, Origin, State
from postil.domain.article import Found, Meta
from postil.domain.commitment import Commitment
from postil.domain.figure import Figure, Qualifier
from postil.operations import importing
from postil.operations.articles import ImportArticles
from postil.operations.rows import LibraryFilter
from postil.operations.suggestions import RecordRun
from tests.ui.workbench.conftest import Table, focused, press, type_in

LEFT = Qt.MouseButton.LeftButton


def typed(table: Table, number: str = "001") -> list[Annotation]:
    return [a for a in table.annotations(number) if a.origin is Origin.TYPED]


def test_f_makes_a_figure_with_value_hedge_and_unit_and_opens_it(table: Table) -> None:
    table.select("001", "around US$800 billion")
    press("F")
    made = typed(table)
    assert len(made) == 1
    body = made[0].body
    assert isinstance(body, Figure)
    assert (body.value, body.unit, body.qualifier) == (Decimal(800_000_000_000), "USD", Qualifier.ABOUT)
    assert made[0].evidence[0].role is MAIN_ROLE[Kind.FIGURE]
    assert made[0].evidence[0].exact in "around US$800 billion"
    assert table.focus == made[0].id
    assert table.view.extraction.card.is_open
    press("Ctrl+Return")
    assert not table.view.extraction.card.is_open


@pytest.mark.parametrize(("key", "kind"), [("E", Kind.EVENT), ("C", Kind.COMMITMENT)])
def test_e_and_c_make_events_and_commitments(table: Table, key: str, kind: Kind) -> None:
    words = "working visits to China and Russia"
    table.select("001", words)
    press(key)
    made = typed(table)
    assert [a.kind for a in made] == [kind]
    assert made[0].evidence[0].exact == words
    assert made[0].state is State.DRAFT
    if isinstance(made[0].body, Commitment):
        assert made[0].body.action


def test_offsets_hold_behind_letters_of_two_units(table: Table) -> None:
    text = "Báo cáo 😀👩‍🚀\n\nXuất khẩu đạt gần 60\u00a0tỷ USD năm 2024, tăng 12,5%.\n"
    table.apply(ImportArticles((importing.pasted(text, "emoji.txt"),)))
    row = next(r for r in table.queries.library(LibraryFilter()).rows if r.name.startswith("emoji"))
    table.apply(RecordRun(article=row.id, meta=Meta(language=Found("vi")), version="checked"))
    table.open("emoji")
    stored = table.queries.article(row.id).text
    words = stored[stored.index("gần 60") : stored.index(" năm")]
    table.select("emoji", words)
    press("F")
    made = next(a for a in table.queries.annotations(row.id) if a.origin is Origin.TYPED)
    for piece in made.evidence:
        assert stored[piece.start : piece.end] == piece.exact
    assert isinstance(made.body, Figure)
    assert made.body.value == Decimal(60_000_000_000)


def test_without_selected_words_nothing_is_made(table: Table) -> None:
    table.text.put_caret(10)
    for key in ("F", "E", "C"):
        press(key)
    assert typed(table) == []
    assert not table.shell.actions.action("annotation.add_figure").isEnabled()


def test_the_button_below_the_page_does_what_the_key_does(table: Table) -> None:
    table.select("001", "around US$800 billion")
    button = next(b for b in table.view.reader.bar.findChildren(QToolButton) if b.accessibleName() == "New figure")
    assert button.isEnabled()
    QTest.mouseClick(button, LEFT)
    QApplication.processEvents()
    assert len(typed(table)) == 1


def test_undo_takes_the_new_one_away_and_redo_brings_it_back(table: Table) -> None:
    table.select("001", "around US$800 billion")
    press("F")
    press("Escape")
    press("Ctrl+Z")
    assert typed(table) == []
    press("Ctrl+Shift+Z")
    assert len(typed(table)) == 1


def test_v_puts_the_selected_words_in_the_place_of_the_evidence(table: Table) -> None:
    figure = next(a for a in table.annotations("001", Kind.FIGURE) if isinstance(a.body, Figure) and a.body.number_as_written == "800 billion")
    table.open("001", figure.id)
    table.select("001", "US$800 billion")
    press("V")
    changed = table.card(figure.id)
    assert changed.state is State.DRAFT
    assert changed.evidence[0].start <= figure.evidence[0].start
    assert isinstance(changed.body, Figure)
    assert changed.body.value == Decimal(800_000_000_000)
    stored = table.source("001")
    assert all(stored[p.start : p.end] == p.exact for p in changed.evidence)


def test_v_adds_to_the_evidence_while_the_form_is_open(table: Table) -> None:
    press("N")
    press("Return")
    table.select("001", "record-high FDI")
    press("V")
    table.view.extraction.card.form.save()
    assert "record-high FDI" in [p.exact for p in next(a for a in table.annotations("001") if a.state is State.DRAFT).evidence]


def test_keys_of_the_bench_rest_while_a_field_is_typed_into(table: Table) -> None:
    table.select("001", "around US$800 billion")
    press("F")
    go_on = focused()
    type_in("fecv")
    assert focused() is go_on
    assert len(typed(table)) == 1
