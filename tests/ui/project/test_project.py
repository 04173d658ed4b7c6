"""Projects: new, open, sample, export, check."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from postil.base import paths
from postil.domain.author import PersonRole
from postil.operations.session import Session
from postil.ui.conductor import Conductor, conductor_of
from postil.ui.project.export_dialog import ExportDialog
from postil.ui.project.new_dialog import NewProjectDialog, folder_name
from postil.ui.window import MainWindow
from tests.ui.accessible import nameless


@pytest.mark.parametrize(
    ("title", "name"),
    [("Kinh tế 2024", "Kinh tế 2024"), ("a/b: c?", "a b c"), ("..", ""), ("  x.  ", "x"), ("con\x00trol", "con trol"), ("é" * 100, "é" * 80)],
)
def test_a_folder_is_named_after_the_title(title: str, name: str) -> None:
    assert folder_name(title) == name


def test_a_new_project_is_made_and_opened(bare: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(dialog: NewProjectDialog) -> int:
        assert not dialog.accept_button.isEnabled()
        dialog.title_field.setText("Trade: 2024")
        assert dialog.folder() == paths.documents_dir() / "Trade 2024"
        dialog.person.name_field.setText("Lan")
        assert dialog.accept_button.isEnabled()
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(NewProjectDialog, "exec", run)
    bare.shell.actions.trigger("project.new")
    session = bare.shell.dispatch.session
    assert (session.project_title, session.person.name, session.person.role) == ("Trade: 2024", "Lan", PersonRole.ANNOTATOR)
    assert conductor_of(bare).navigator.place == "library"


def test_a_folder_chosen_by_hand_stays(bare: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewProjectDialog(bare)
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    dialog.folder_field.setText(str(tmp_path / "here"))
    dialog.folder_field.textEdited.emit("")
    dialog.title_field.setText("Other")
    assert dialog.folder() == tmp_path / "here"


def test_a_folder_that_is_taken_is_refused_with_a_next_step(bare: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "file").write_text("x", "utf-8")

    def run(dialog: NewProjectDialog) -> int:
        dialog.title_field.setText("T")
        dialog.person.name_field.setText("Lan")
        dialog.folder_field.setText(str(tmp_path / "taken"))
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(NewProjectDialog, "exec", run)
    bare.shell.actions.trigger("project.new")
    notice = conductor_of(bare).notices.current_notice()
    assert notice is not None
    assert "taken" in notice.what
    assert notice.next_step
    assert not bare.shell.dispatch.has_session


def test_the_person_who_worked_last_works_again(conductor: Conductor, session: Session, bare: MainWindow) -> None:
    claire = next(p for p in conductor.shell.dispatch.queries.people() if p.name == "Claire")
    conductor.shell.dispatch.switch_person(claire.id)
    folder = session.folder
    conductor.window.close()
    bare.state.set_value(f"person:{folder.resolve()}", claire.id)
    conductor_of(bare).projects.open_path(str(folder))
    assert bare.shell.dispatch.person.name == "Claire"


def test_opening_what_is_open_changes_nothing(conductor: Conductor, session: Session) -> None:
    conductor.projects.open_path(str(session.folder))
    assert conductor.shell.dispatch.session is session
    assert "notices" not in conductor.__dict__


def test_a_recent_project_is_opened_from_the_start_page(conductor: Conductor, session: Session) -> None:
    folder = session.folder
    conductor.shell.actions.trigger("project.close")
    conductor.start_page.focus_target().click()  # type: ignore[attr-defined]  # the first recent project's button
    assert conductor.shell.dispatch.session.folder == folder


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_annotations_are_exported(conductor: Conductor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    def run(dialog: ExportDialog) -> int:
        for button in dialog._forms.buttons():
            button.setChecked(button.objectName() == form)
        assert dialog.form() == form
        return QDialog.DialogCode.Accepted.value

    out = tmp_path / f"out.{form}"
    monkeypatch.setattr(ExportDialog, "exec", run)
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_args: (str(out), ""))
    conductor.shell.actions.trigger("project.export")
    assert out.exists()
    assert "out." in conductor.window.status_bar.passing_text()


def test_the_project_is_checked_and_the_report_shown(conductor: Conductor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from postil.ui.project.verify_dialog import VerifyDialog

    shown: list[str] = []

    def run(dialog: VerifyDialog) -> int:
        dialog.show()
        assert nameless(dialog) == []
        shown.append(dialog.text())
        dialog.close()
        return 0

    monkeypatch.setattr(VerifyDialog, "exec", run)
    conductor.shell.actions.trigger("project.verify")
    assert shown
