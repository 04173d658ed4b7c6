"""The action table and the actions made from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from postil.base import paths
from postil.ui import keys
from postil.ui.action_spec import MENU_LABELS, ActionSpec, Context, Menu
from postil.ui.action_table import ACTIONS
from postil.ui.actions import Actions
from postil.ui.keys import TypingGuard


def test_every_action_has_text_help_icon_and_a_method() -> None:
    icons = {path.stem for path in paths.resources("icons").glob("*.svg")}
    for spec in ACTIONS:
        assert spec.text, spec.id
        assert spec.help.endswith((".", "…")), spec.id
        assert spec.icon in icons, spec.id
        assert spec.run.isidentifier(), spec.id
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)


def test_every_menu_and_key_is_well_formed() -> None:
    assert set(MENU_LABELS) == set(Menu)
    for spec in ACTIONS:
        for key in spec.keys:
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) == key, spec.id


def test_no_key_means_two_things_in_one_place() -> None:
    for context in Context:
        taken: dict[str, str] = {}
        for spec in ACTIONS:
            if spec.context in (context, Context.GLOBAL):
                for key in keys.with_azerty(spec.keys):
                    assert taken.setdefault(key, spec.id) == spec.id, key


def is_single(key: str) -> bool:
    """Is it a key pressed without Ctrl, Alt or Meta, other than a function key? Such keys must not fire while somebody types."""
    return not re.search(r"Ctrl\+|Alt\+|Meta\+|^(Shift\+)?F\d+$", key)


def test_nothing_that_works_everywhere_has_a_single_key() -> None:
    for spec in ACTIONS:
        if spec.context is Context.GLOBAL:
            assert not any(is_single(key) for key in spec.keys), spec.id


@pytest.mark.parametrize(
    ("key", "expected"),
    [("A", True), ("Shift+N", True), ("Return", True), ("Delete", True), ("Ctrl+A", False), ("F3", False), ("Shift+F3", False), ("Alt+Left", False)],
)
def test_single_keys_are_told_from_combined_ones(key: str, expected: bool) -> None:
    assert is_single(key) is expected


def test_digits_have_a_twin_on_the_french_number_row() -> None:
    assert keys.with_azerty(("Ctrl+1", "Ctrl+2", "3", "A")) == ("Ctrl+1", "Ctrl+2", "3", "A", "Ctrl+&", "Ctrl+É", '"')


class _Handler:
    def __init__(self) -> None:
        self.ran: list[str] = []

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda: self.ran.append(name)


TABLE = (
    ActionSpec("go.home", "Home", "library", "Go home.", "go_home", Menu.GO, keys=("Ctrl+1",)),
    ActionSpec("edit.undo", "Undo", "undo", "Undo it.", "undo", Menu.EDIT, keys=("Ctrl+Z",), enabled_when="can_undo"),
    ActionSpec("review.approve", "Approve", "approve", "Approve it.", "approve", Menu.REVIEW, Context.REVIEW, ("A",)),
    ActionSpec("review.open", "Open", "open", "Open it.", "open_it", Menu.REVIEW, Context.REVIEW, ("Return",)),
    ActionSpec("library.accept", "Take", "accept", "Take it.", "take", Menu.ARTICLE, Context.LIBRARY, ("A",)),
    ActionSpec("view.dark", "Dark", "theme_dark", "Dark.", "dark", Menu.VIEW, check="is_dark"),
)


class _Place:
    """A window with a review part that has every sort of field in it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window, self.handler = QWidget(), _Handler()
        self.review = QWidget()
        self.page = QTextBrowser()
        self.button = QPushButton("Close")
        self.fields = (QLineEdit(), QPlainTextEdit(), QSpinBox(), QComboBox())
        inner = QVBoxLayout(self.review)
        for widget in (self.page, self.button, *self.fields):
            inner.addWidget(widget)
        self.outside = QPushButton("Outside")
        outer = QVBoxLayout(self.window)
        outer.addWidget(self.review)
        outer.addWidget(self.outside)
        self.actions = Actions(self.window, TABLE)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.actions.attach_global(self.window, self.handler)
        self.actions.attach(Context.REVIEW, self.review, self.handler)
        self.actions.set_active(frozenset({Context.REVIEW}))


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[_Place]:
    from PySide6.QtWidgets import QApplication

    made = _Place(qtbot)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    guard = TypingGuard(app, made.window)
    yield made
    guard.deleteLater()


def test_a_single_key_works_in_its_context(place: _Place, qtbot: QtBot) -> None:
    place.page.setFocus()
    QTest.keyClick(place.page, Qt.Key.Key_A)
    assert place.handler.ran == ["approve"]


def test_a_single_key_is_nothing_outside_its_context(place: _Place, qtbot: QtBot) -> None:
    place.outside.setFocus()
    QTest.keyClick(place.outside, Qt.Key.Key_A)
    assert place.handler.ran == []


@pytest.mark.parametrize("number", range(4))
def test_a_single_key_never_fires_while_typing(place: _Place, qtbot: QtBot, number: int) -> None:
    field = place.fields[number]
    field.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_Return):
        QTest.keyClick(field, key)
    assert place.handler.ran == []
    QTest.keyClick(field, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert place.handler.ran == ["go_home"]


def test_what_is_typed_arrives(place: _Place, qtbot: QtBot) -> None:
    line = place.fields[0]
    assert isinstance(line, QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "a1A")
    assert line.text() == "a1A"


def test_enter_on_a_button_presses_the_button(place: _Place, qtbot: QtBot) -> None:
    pressed: list[str] = []
    place.button.clicked.connect(lambda: pressed.append("yes"))
    place.button.setAutoDefault(True)
    place.button.setFocus()
    QTest.keyClick(place.button, Qt.Key.Key_Space)
    QTest.keyClick(place.button, Qt.Key.Key_Return)
    assert place.handler.ran == []
    QTest.keyClick(place.button, Qt.Key.Key_A)
    assert place.handler.ran == ["approve"]
    assert pressed == ["yes", "yes"]


def test_actions_are_grey_outside_their_context_and_condition(place: _Place) -> None:
    actions = place.actions
    assert actions.action("review.approve").isEnabled()
    assert not actions.action("library.accept").isEnabled()
    assert not actions.action("edit.undo").isEnabled()
    actions.set_conditions(can_undo=True)
    assert actions.action("edit.undo").isEnabled()
    actions.set_active(frozenset({Context.LIBRARY}))
    assert not actions.action("review.approve").isEnabled()


def test_a_locked_window_lets_nothing_run(place: _Place) -> None:
    place.actions.suspend(is_suspended=True)
    place.actions.trigger("go.home")
    assert place.handler.ran == []
    place.actions.suspend(is_suspended=False)
    place.actions.trigger("go.home")
    assert place.handler.ran == ["go_home"]


def test_a_tick_shows_what_holds_not_what_was_clicked(place: _Place) -> None:
    action = place.actions.action("view.dark")
    action.trigger()
    assert not action.isChecked()
    place.actions.set_conditions(is_dark=True)
    assert action.isChecked()


def test_an_action_that_nobody_serves_is_refused(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(LookupError, match=r"go\.home"):
        Actions(window, TABLE).attach_global(window, object())


def test_menus_hold_what_is_served(place: _Place) -> None:
    menus = {menu.objectName(): [a.objectName() for a in menu.actions()] for menu in place.actions.menus(place.window)}
    assert menus == {"menu.edit": ["edit.undo"], "menu.review": ["review.approve", "review.open"], "menu.go": ["go.home"], "menu.view": ["view.dark"]}


def test_the_palette_lists_what_can_run_first(place: _Place) -> None:
    entries = place.actions.palette_entries()
    assert [entry.id for entry in entries] == ["go.home", "review.approve", "review.open", "view.dark", "edit.undo"]


def test_a_face_for_now_gives_way_to_the_tables(place: _Place) -> None:
    place.actions.set_text("edit.undo", "Undo: accept figure")
    assert place.actions.action("edit.undo").text() == "Undo: accept figure"
    place.actions.set_text("edit.undo", "")
    assert place.actions.action("edit.undo").text() == "Undo"
