"""Import: files, folders and pasted text, with a preview, problems named and the rest taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QTableWidget
from pytestqt.qtbot import QtBot

from postil.operations.changes import Location
from postil.operations.rows import LibraryFilter
from postil.ui.conductor import Conductor
from postil.ui.importing import presenter
from postil.ui.importing.paste_dialog import PasteDialog
from postil.ui.importing.preview import ImportPreview, PreviewRow
from tests.ui.accessible import nameless

Seen = list[list[tuple[str, str]]]


@pytest.fixture
def previews(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """What previews showed, row by row; each is accepted when it can be."""
    seen: Seen = []

    def run(dialog: ImportPreview) -> int:
        table = dialog.findChild(QTableWidget)
        assert table is not None
        rows = [[table.item(row, column) for column in (0, 1)] for row in range(table.rowCount())]
        seen.append([(name.text(), what.text()) for name, what in rows if name is not None and what is not None])
        return (QDialog.DialogCode.Accepted if dialog.accept_button.isEnabled() else QDialog.DialogCode.Rejected).value

    monkeypatch.setattr(ImportPreview, "exec", run)
    return seen


def count(conductor: Conductor) -> int:
    return conductor.shell.dispatch.queries.library(LibraryFilter()).total


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def test_a_folder_is_shown_first_and_taken_in(conductor: Conductor, previews: Seen, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", three="Ba\n\nMột bài báo mới.", four="Four\n\nA new article.")
    conductor.imports.import_paths([folder])
    assert previews == [[("four.txt", "will be imported"), ("three.txt", "will be imported")]]
    assert count(conductor) == 4
    assert conductor.window.status_bar.passing_text() == "2 articles imported."


def test_a_bad_file_is_named_and_the_rest_comes_in(conductor: Conductor, previews: Seen, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", good="Good\n\nAn article.", empty="")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    conductor.imports.import_paths([folder])
    shown = dict(previews[0])
    assert previews[0][-1] == ("good.txt", "will be imported")  # problems stand first
    assert len(shown["empty.txt"]) > 20
    assert len(shown["binary.txt"]) > 20
    assert count(conductor) == 3


def test_what_is_there_already_stays_out(conductor: Conductor, previews: Seen, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", again="Again\n\nAn article.")
    conductor.imports.import_paths([folder])
    conductor.imports.import_paths([folder])
    assert previews[1] == [("again.txt", "is in the project already")]
    assert count(conductor) == 3


def test_an_empty_folder_says_so(conductor: Conductor, previews: Seen, tmp_path: Path) -> None:
    conductor.imports.import_paths([write(tmp_path / "empty")])
    assert previews == []
    notice = conductor.notices.current_notice()
    assert notice is not None
    assert notice.next_step


def test_batches_of_one_import_are_one_step_to_undo(conductor: Conductor, previews: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presenter, "BATCH", 2)
    folder = write(tmp_path / "in", **{f"a{n}": f"Title {n}\n\nText {n}." for n in range(5)})
    said: list[tuple[str, int, int]] = []
    conductor.imports.progressed.connect(lambda *told: said.append(told))
    conductor.imports.import_paths([folder])
    assert count(conductor) == 7
    assert [(done, total) for words, done, total in said if total] == [(0, 5), (2, 5), (4, 5)]
    assert said[-1] == ("", 0, 0)
    conductor.shell.dispatch.undo()
    assert count(conductor) == 2


def test_declining_changes_nothing(conductor: Conductor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImportPreview, "exec", lambda _dialog: QDialog.DialogCode.Rejected.value)
    conductor.imports.import_paths([write(tmp_path / "in", new="New\n\nAn article.")])
    assert count(conductor) == 2


@pytest.mark.parametrize("language", ["en", "fr", "vi"])
def test_the_preview_names_what_it_holds(conductor: Conductor, qtbot: QtBot, language: str) -> None:
    conductor.shell.settings.set_value("language", language)
    rows = (PreviewRow("a.txt", "in/a.txt", "accept", "comes in", True), PreviewRow("b.txt", "in/b.txt", "error", "is empty", False))
    dialog = ImportPreview(rows, conductor.window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    assert dialog.accept_button.isEnabled()


def test_a_pasted_text_becomes_an_article_and_is_opened(conductor: Conductor, monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[Location] = []
    conductor.shell.dispatch.location.disconnect(conductor.navigator.show_location)
    conductor.shell.dispatch.location.connect(gone.append)

    def run(dialog: PasteDialog) -> int:
        assert not dialog.accept_button.isEnabled()
        dialog.text_field.setPlainText("Giá gạo tăng\n\nHà Nội, ngày 3/5/2024 – Giá gạo tăng 5 %.")
        assert dialog.name() == "Giá gạo tăng"
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(PasteDialog, "exec", run)
    QApplication.clipboard().setText("one line")
    conductor.shell.actions.trigger("import.paste")
    assert count(conductor) == 3
    assert conductor.shell.dispatch.queries.article(gone[0].article).text.startswith("Giá gạo tăng\n")


def test_a_name_typed_by_hand_stays(qtbot: QtBot, conductor: Conductor) -> None:
    dialog = PasteDialog(conductor.window, "First\nSecond")
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    assert dialog.name() == "First"
    dialog.name_field.setText("Mine")
    dialog.name_field.textEdited.emit("Mine")
    dialog.text_field.setPlainText("Other")
    assert dialog.name() == "Mine"


def test_what_is_no_text_is_refused_with_a_next_step(conductor: Conductor) -> None:
    conductor.imports.import_text(" \n ", "x")
    assert count(conductor) == 2
    notice = conductor.notices.current_notice()
    assert notice is not None
    assert notice.next_step


def test_files_are_asked_for(conductor: Conductor, previews: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path / "in", one="One\n\nText.") / "one.txt"
    answers: dict[str, Callable[..., object]] = {
        "getOpenFileNames": lambda *_args: ([str(file)], ""),
        "getExistingDirectory": lambda *_args: str(file.parent),
    }
    for name, answer in answers.items():
        monkeypatch.setattr(f"PySide6.QtWidgets.QFileDialog.{name}", answer)
    conductor.shell.actions.trigger("import.files")
    assert count(conductor) == 3
    conductor.shell.actions.trigger("import.folder")
    assert previews[1] == [("one.txt", "is in the project already")]
