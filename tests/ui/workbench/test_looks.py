"""How the workbench stands on the screen: cards beside lines, names for screen readers, every language, theme and size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QToolTip

from postil.domain.annotation import Kind, State
from postil.domain.article import Found, Meta
from postil.operations import importing
from postil.operations.articles import ImportArticles
from postil.operations.suggestions import RecordRun, RejectSuggestions
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


def test_an_empty_pane_says_why(table: Table) -> None:
    def words() -> str:
        return " ".join(label.text() for label in table.view.extraction.findChildren(QLabel) if label.isVisible())

    counts = table.view.extraction.counts
    for kind in (Kind.FIGURE, Kind.EVENT, Kind.COMMITMENT):
        table.apply(RejectSuggestions(tuple(a.id for a in table.annotations("001", kind))))
    draft = next(action for state, action in counts._states.items() if state is State.DRAFT)
    draft.trigger()
    assert "No annotation of this article matches the filter above." in words()
    counts.clear()
    assert "matches the filter" not in words()
    table.apply(ImportArticles((importing.pasted("Nothing to see here.\n", "bare.txt"),)))
    table.open("bare")
    assert "being read" in words()
    table.apply(RecordRun(article=table.article("bare"), meta=Meta(language=Found("en")), version="checked"))
    assert "Nothing found here yet." in words()


def test_what_a_mark_says_under_the_pointer_is_never_markup(table: Table) -> None:
    table.text.tip_of = lambda _mark: "<img src='file:///x'> & co"
    figure = table.annotations("001", Kind.FIGURE)[0]
    table.text.reveal(figure.evidence[0].span)
    table.text.put_caret(figure.start)
    where = table.text.cursorRect().center() + QPoint(3, 0)
    QApplication.sendEvent(table.text.viewport(), QHelpEvent(QEvent.Type.ToolTip, where, table.text.viewport().mapToGlobal(where)))
    assert QToolTip.text() == "<p>&lt;img src=&#x27;file:///x&#x27;&gt; &amp; co</p>"
    QToolTip.hideText()
