"""How the workbench stands on the screen: cards beside lines, names for screen readers, every language, theme and size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton

from postil.domain.annotation import Kind
from postil.ui.theme.tokens import Theme
from postil.ui.widgets.side_panes import Side
from tests.ui.accessible import nameless
from tests.ui.workbench.conftest import Table, press


def test_cards_stand_beside_their_lines(table: Table) -> None:
    press("N")
    for _step in range(12):
        press("J")
        cards = table.view.extraction.list
        box = cards.visualRect(cards.currentIndex())
        line = table.text.viewport().mapToGlobal(QPoint(0, round(table.text.line_tops([table.annotation.start])[0]))).y()
        top = cards.viewport().mapToGlobal(box.topLeft()).y()
        room = cards.viewport().mapToGlobal(cards.viewport().rect().bottomLeft()).y() - box.height()
        assert top == pytest.approx(max(min(line, room), cards.viewport().mapToGlobal(QPoint(0, 0)).y()), abs=2)


def test_the_wheel_leafs_through_crowded_cards_and_the_page_brings_them_back(table: Table) -> None:
    press("N")
    cards = table.view.extraction.list
    before = dict(cards._placed)
    point = QPointF(20, 20)
    for _turn in range(90):
        turn = QWheelEvent(
            point, cards.viewport().mapToGlobal(point), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(cards.viewport(), turn)
    assert max(cards._placed) == len(table.view.extraction.model.rows()) - 1
    assert cards._placed[max(cards._placed)].bottom() <= cards.viewport().height()
    table.text.moved.emit()
    assert cards._placed == before


def test_pointing_links_words_and_card(table: Table) -> None:
    press("N")
    figure = table.annotations("001", Kind.FIGURE)[0]
    table.text.mark_hovered.emit(figure.id)
    assert table.view.extraction.list.delegate.hovered == figure.id
    table.view.extraction.hovered.emit(figure.id)
    assert table.text.painter.lit.hover == figure.id


@pytest.mark.parametrize("language", ["en", "fr", "vi"])
def test_everything_that_keys_reach_has_a_name(table: Table, language: str) -> None:
    table.shell.settings.set_value("language", language)
    QApplication.processEvents()
    for number, kind in (("001", Kind.FIGURE), ("001", Kind.EVENT), ("001", Kind.COMMITMENT)):
        table.open(number, table.annotations(number, kind)[0].id)
        assert nameless(table.view) == []
        table.text.setFocus()
        press("Return")
        assert table.view.extraction.card.is_open
        assert nameless(table.view) == []
        press("Escape")


@pytest.mark.parametrize(("language", "theme"), list(zip(["en", "fr", "vi"], [theme.value for theme in Theme], strict=True)))
def test_nothing_is_wider_than_its_pane(table: Table, language: str, theme: str) -> None:
    table.shell.settings.set_value("theme", theme)
    table.shell.settings.set_value("language", language)
    QApplication.processEvents()
    assert table.view.width() <= 1280
    for kind in Kind:
        table.open("001", table.annotations("001", kind)[0].id)
        table.text.setFocus()
        press("Return")
        card = table.view.extraction.card
        assert card._inner.width() <= card.width()
        assert card._inner.minimumSizeHint().width() <= card._scroll.viewport().width()
        press("Escape")


def test_at_twice_the_text_size_the_panes_are_drawers_and_editing_opens_one(table: Table) -> None:
    table.shell.settings.set_value("text_scale", 200)
    QApplication.processEvents()
    panes = table.view.panes()
    assert panes.is_drawer(Side.RIGHT)
    table.text.setFocus()
    press("N")
    press("Return")
    assert panes.is_open(Side.RIGHT)
    assert table.view.extraction.card.is_open
    press("Escape")
    assert not table.view.extraction.card.is_open


def test_cards_are_read_out(table: Table) -> None:
    press("N")
    cards = table.view.extraction.list
    face = QAccessible.queryAccessibleInterface(cards)
    assert face.text(QAccessible.Text.Name) == "Annotations of the article"
    assert face.childCount() == len(table.view.extraction.model.rows())
    words = [face.child(n).text(QAccessible.Text.Name) for n in range(face.childCount())]
    at = cards.currentIndex().row()
    assert words[at].startswith(("Figure, Suggested, ", "Event, Suggested, ", "Commitment, Suggested, "))
    assert face.child(at).rect().isValid()


def test_a_change_of_language_is_said_everywhere(table: Table) -> None:
    table.shell.settings.set_value("language", "fr")
    QApplication.processEvents()
    press("N")
    words = " ".join(b.text() for b in table.view.extraction.counts.findChildren(QToolButton))
    assert "Chiffres" in words
    assert table.text.accessibleName() != "Text of the article"
