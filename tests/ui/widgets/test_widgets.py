"""The small widgets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from postil.ui.theme import current
from postil.ui.theme.tokens import TOKENS, Theme
from postil.ui.widgets.badge import Badge
from postil.ui.widgets.buttons import action_button, icon_button
from postil.ui.widgets.dialog import FormDialog, Question
from postil.ui.widgets.elided_label import ElidedLabel
from postil.ui.widgets.empty_state import EmptyState
from postil.ui.widgets.markdown_view import TAGS, MarkdownView, to_html
from postil.ui.widgets.search_field import SearchField
from postil.ui.widgets.side_panes import Side, SidePanes
from tests.ui.accessible import nameless


def test_an_empty_place_has_a_sentence_and_at_most_one_button(qtbot: QtBot) -> None:
    state = EmptyState()
    qtbot.addWidget(state)
    action, ran = QAction("Import files…", state), list[str]()
    action.triggered.connect(lambda: ran.append("run"))
    state.show_state("library", "No articles yet.", action)
    state.show()
    button = state.findChild(QPushButton)
    assert button is not None
    assert button.text() == "Import files…"
    button.click()
    assert ran == ["run"]
    other = QAction("Other", state)
    state.show_state("library", "Nothing.", other)
    button.click()
    assert ran == ["run"]
    assert button.text() == "Other"
    state.show_state("search", "No hits.")
    assert not button.isVisible()


def test_a_button_follows_its_action_and_dies_alone(qtbot: QtBot) -> None:
    action = QAction("Accept")
    button, bare = action_button(action, look="primary"), icon_button(action)
    qtbot.addWidget(button)
    qtbot.addWidget(bare)
    action.setText("Accept all…")
    action.setEnabled(False)
    assert (button.text(), button.isEnabled()) == ("Accept all…", False)
    assert bare.accessibleName() == "Accept all"
    button.deleteLater()
    QApplication.sendPostedEvents(None, 52)
    action.setText("Later")  # nobody is left to hear it, and nobody falls over


def test_escape_clears_a_search_first_and_leaves_it_second(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    field.setText("gạo")
    left: list[str] = []
    field.left.connect(lambda: left.append("left"))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), left) == ("", [])
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert left == ["left"]


def test_a_long_line_is_shortened_and_told_in_full(qtbot: QtBot) -> None:
    label = ElidedLabel("a very long title of an article " * 5)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.grab()
    assert label.toolTip() == label.text()
    label.setText("short")
    label.resize(200, 20)
    label.grab()
    assert label.toolTip() == ""


def test_a_badge_is_a_word_in_its_states_colour(qtbot: QtBot, qapp: QApplication) -> None:
    badge = Badge()
    qtbot.addWidget(badge)
    badge.show_badge("approved", "Approved", state="approved")
    word = badge.findChildren(QLabel)[1]
    assert word.text() == "Approved"
    assert word.palette().windowText().color().name() == TOKENS[Theme.LIGHT].states["approved"]
    current.apply(qapp, Theme.DARK)
    assert word.palette().windowText().color().name() == TOKENS[Theme.DARK].states["approved"]
    current.apply(qapp, Theme.LIGHT)


ATTACKS = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](https://example.org/a.png)",
    '<img src="file:///etc/passwd">',
    '<a href="file:///etc/passwd">x</a>',
    "<iframe src='https://example.org'></iframe>",
    "<style>p { background: url(https://example.org) }</style>",
    '<p style="background:url(https://example.org)" onclick="x()">x</p>',
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_markdown_by_others_cannot_reach_out(attack: str) -> None:
    html = to_html(attack).lower()
    for bad in ("<script", "javascript:", "<img", "file:", "<iframe", "<style", "style=", "onclick", "url("):
        assert bad not in html


def test_markdown_keeps_what_notes_need() -> None:
    html = to_html("# A\n\n**b** *c*\n\n- d\n\n> e\n\n`f`\n\n[g](https://example.org)\n\n| h | i |\n|---|---|\n| 1 | 2 |")
    for tag in ("<h1>", "<strong>", "<em>", "<li>", "<blockquote>", "<code>", '<a href="https://example.org">', "<table>", "<td>"):
        assert tag in html


@given(st.text(alphabet=st.sampled_from("<>/\"'= ab!()[]*`#|-\n:jhs"), max_size=80))
def test_no_markdown_brings_another_tag(text: str) -> None:
    import re

    assert {tag.lower() for tag in re.findall(r"</?([a-zA-Z][a-zA-Z0-9]*)", to_html(text))} <= TAGS


@pytest.mark.parametrize("is_wanted", [True, False])
def test_a_link_is_opened_only_when_somebody_says_so(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, is_wanted: bool) -> None:
    asked, opened = list[str](), list[str]()

    def ask(_title: str, address: str, *_rest: object) -> bool:
        asked.append(address)
        return is_wanted

    monkeypatch.setattr("postil.ui.widgets.markdown_view.ask", ask)
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: opened.append(url.toString()))
    view = MarkdownView()
    qtbot.addWidget(view)
    view.anchorClicked.emit(QUrl("https://example.org/báo"))
    view.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert asked == ["https://example.org/b%C3%A1o"]
    assert opened == (["https://example.org/báo"] if is_wanted else [])


def test_nothing_is_fetched(qtbot: QtBot) -> None:
    view = MarkdownView()
    qtbot.addWidget(view)
    view.show_markdown("[x](https://example.org)")
    got = view.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("https://example.org/a.png"))
    assert isinstance(got, QImage)
    assert (got.width(), got.height()) == (1, 1)
    assert view.toPlainText() == "x"
    view.show_markdown("")
    assert view.toPlainText() == ""


@pytest.fixture
def panes(qtbot: QtBot, qapp: QApplication) -> SidePanes:
    current.apply(qapp, Theme.LIGHT, 100)
    made = SidePanes(QPlainTextEdit(), QPlainTextEdit(), QPlainTextEdit())
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    return made


def test_side_panes_stand_beside_the_centre_when_there_is_room(panes: SidePanes) -> None:
    assert not panes.is_drawer(Side.LEFT)
    assert panes.is_open(Side.LEFT)
    panes.toggle(Side.LEFT)
    assert not panes.is_open(Side.LEFT)
    panes.toggle(Side.LEFT)
    assert panes.is_open(Side.LEFT)


def test_at_twice_the_text_size_side_panes_become_drawers_and_come_back(panes: SidePanes, qapp: QApplication) -> None:
    current.apply(qapp, Theme.LIGHT, 200)
    assert panes.is_drawer(Side.LEFT)
    assert panes.is_drawer(Side.RIGHT)
    assert not panes.is_open(Side.RIGHT)
    panes.toggle(Side.RIGHT)
    assert panes.is_open(Side.RIGHT)
    panes.toggle(Side.LEFT)
    assert panes.is_open(Side.LEFT)
    assert not panes.is_open(Side.RIGHT)
    drawer = panes._drawers[Side.LEFT]
    QTest.keyClick(drawer, Qt.Key.Key_Escape)
    assert not panes.is_open(Side.LEFT)
    current.apply(qapp, Theme.LIGHT, 100)
    assert not panes.is_drawer(Side.LEFT)
    assert panes.is_open(Side.LEFT)
    assert panes._splitter.indexOf(panes._panes[Side.LEFT]) == 0
    assert panes._splitter.indexOf(panes._panes[Side.RIGHT]) == 2


def test_dialogs_bring_their_own_words_and_enter_means_the_verb(qtbot: QtBot) -> None:
    question = Question("Withdraw the article?", "Its text goes for good.", "Withdraw")
    qtbot.addWidget(question)
    question.show()
    assert nameless(question) == []
    assert (question.cancel_button.text(), question.accept_button.text()) == ("Cancel", "Withdraw")
    with qtbot.waitSignal(question.accepted):
        QTest.keyClick(question, Qt.Key.Key_Return)
    told = FormDialog("Done", QLabel("x"), "")
    qtbot.addWidget(told)
    told.show()
    assert told.cancel_button.text() == "Close"
    assert not told.accept_button.isVisible()
