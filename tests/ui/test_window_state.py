"""What the window remembers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from postil.ui.window_state import RECENT, WindowState


def test_values_and_bytes_come_back(tmp_path: Path) -> None:
    state = WindowState(tmp_path / "window.json")
    state.set_value("place", "review")
    state.set_bytes("geometry", QByteArray(b"\x00\xff"))
    state.write()
    again = WindowState(tmp_path / "window.json")
    assert again.value("place") == "review"
    assert again.bytes_value("geometry").data() == b"\x00\xff"


def test_it_is_written_by_itself(tmp_path: Path, qtbot: QtBot) -> None:
    state = WindowState(tmp_path / "window.json")
    state.set_value("place", "review")
    qtbot.waitUntil((tmp_path / "window.json").exists)


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    for content in ("[1]", "{", '{"geometry": 5, "recent": "x"}'):
        (tmp_path / "window.json").write_text(content, "utf-8")
        state = WindowState(tmp_path / "window.json")
        assert state.bytes_value("geometry").isEmpty()
        assert state.recent_projects() == ()


def test_recent_projects_are_newest_first_and_still_there(tmp_path: Path) -> None:
    state = WindowState(tmp_path / "window.json")
    folders = [tmp_path / f"p{n}" for n in range(RECENT + 2)]
    for folder in folders:
        folder.mkdir()
        state.remember_project(folder)
    state.remember_project(folders[5])
    recent = state.recent_projects()
    assert recent[0] == str(folders[5])
    assert len(recent) == RECENT
    folders[5].rmdir()
    assert str(folders[5]) not in state.recent_projects()


def test_a_folder_that_cannot_be_written_to_costs_only_the_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    state = WindowState(tmp_path / "file" / "window.json")
    state.set_value("place", "review")
    state.write()
    assert state.value("place") == "review"
