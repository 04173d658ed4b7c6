"""Who works: switching, the lock, adding and changing people."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from postil.domain.author import PersonRole
from postil.ui.conductor import Conductor
from postil.ui.people.form import PersonDialog
from tests.ui.accessible import nameless

Fill = Callable[[PersonDialog], None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> list[Fill]:
    """What a person does in the next dialogs; accepting them."""
    todo: list[Fill] = []

    def run(dialog: PersonDialog) -> int:
        todo.pop(0)(dialog)
        return QDialog.DialogCode.Accepted.value if dialog.accept_button.isEnabled() else QDialog.DialogCode.Rejected.value

    monkeypatch.setattr(PersonDialog, "exec", run)
    return todo


def names(conductor: Conductor) -> dict[str, PersonRole]:
    return {person.name: person.role for person in conductor.shell.dispatch.queries.people()}


def test_another_person_takes_over_by_a_button(conductor: Conductor) -> None:
    conductor.shell.actions.trigger("person.switch")
    page = conductor.people.page
    assert page.isVisible()
    assert nameless(conductor.window) == []
    buttons = {button.text(): button for button in page.buttons()}
    assert set(buttons) == {"Lan – Annotator (working now)", "Claire – Supervisor"}
    buttons["Claire – Supervisor"].click()
    assert conductor.shell.dispatch.person.name == "Claire"
    assert conductor.window.status_bar._person.text() == "Claire · Supervisor"
    assert conductor.navigator.view("library").isVisible()


def test_the_page_says_that_roles_are_self_declared(conductor: Conductor) -> None:
    conductor.shell.actions.trigger("person.switch")
    said = conductor.people.page._said.text()
    assert "self-declared" in said
    assert "nobody can approve what they themselves wrote" in said


def test_escape_leaves_things_as_they_are(conductor: Conductor) -> None:
    conductor.shell.actions.trigger("person.switch")
    QTest.keyClick(conductor.people.page, Qt.Key.Key_Escape)
    assert not conductor.people.page.isVisible()
    assert conductor.shell.dispatch.person.name == "Lan"


def test_a_locked_window_shows_nothing_and_lets_nothing_run(conductor: Conductor) -> None:
    actions, window = conductor.shell.actions, conductor.window
    actions.trigger("person.lock")
    page = conductor.people.page
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.isVisible()
    assert not window.top_bar.isVisible()
    assert not window.status_bar.isVisible()
    assert not conductor.navigator.view("library").isVisible()
    for action_id in ("go.review", "edit.undo", "project.open", "search.run", "import.files"):
        assert not actions.action(action_id).isEnabled(), action_id
    page.buttons()[0].click()
    assert not page.isVisible()
    assert window.top_bar.isVisible()
    assert actions.action("go.review").isEnabled()


def test_a_person_is_added_with_name_and_role(conductor: Conductor, answer: list[Fill]) -> None:
    def fill(dialog: PersonDialog) -> None:
        assert not dialog.accept_button.isEnabled()
        dialog.fields.name_field.setText("  Nguyễn Minh ")
        dialog.fields._roles.button(1).click()

    answer.append(fill)
    conductor.shell.actions.trigger("person.add")
    assert names(conductor)["Nguyễn Minh"] is PersonRole.SUPERVISOR
    assert conductor.shell.dispatch.person.name == "Lan"


def test_one_changes_ones_own_name_and_role(conductor: Conductor, answer: list[Fill]) -> None:
    def fill(dialog: PersonDialog) -> None:
        assert (dialog.fields.name(), dialog.fields.role()) == ("Lan", PersonRole.ANNOTATOR)
        dialog.fields.name_field.setText("Lan Anh")
        dialog.fields._roles.button(1).click()

    answer.append(fill)
    conductor.shell.actions.trigger("person.change")
    assert names(conductor) == {"Lan Anh": PersonRole.SUPERVISOR, "Claire": PersonRole.SUPERVISOR}
    assert conductor.window.status_bar._person.text() == "Lan Anh · Supervisor"


def test_nothing_is_added_without_a_name(conductor: Conductor, answer: list[Fill]) -> None:
    answer.append(lambda dialog: dialog.fields.name_field.setText("   "))
    conductor.shell.actions.trigger("person.add")
    assert set(names(conductor)) == {"Lan", "Claire"}


@pytest.mark.parametrize("language", ["en", "fr", "vi"])
def test_the_dialog_names_its_fields_in_every_language(conductor: Conductor, qtbot: QtBot, language: str) -> None:
    conductor.shell.settings.set_value("language", language)
    dialog = PersonDialog("x", "y", conductor.window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
