"""Settings: the table, the file, the dialog made from it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox
from pytestqt.qtbot import QtBot

from postil.base import paths
from postil.domain.settings import Settings, from_dict, specs, to_dict, with_value
from postil.ui.preferences.dialog import PreferencesDialog
from postil.ui.settings import SettingsFile
from postil.ui.window import MainWindow
from tests.ui.accessible import nameless


def test_only_what_differs_from_the_defaults_is_written() -> None:
    assert to_dict(Settings()) == {"version": 1}
    assert to_dict(with_value(Settings(), "theme", "dark")) == {"version": 1, "theme": "dark"}


def test_a_file_comes_back_as_it_was() -> None:
    settings = with_value(with_value(Settings(), "language", "vi"), "text_scale", 150)
    assert from_dict(to_dict(settings)) == settings


def test_what_is_of_no_use_in_a_file_falls_back() -> None:
    data: dict[str, object] = {"version": 9, "language": "xx", "text_scale": 9000, "theme": 3, "suggest_on_import": 1, "from_the_future": True}
    assert from_dict(data) == Settings()


@pytest.mark.parametrize(("key", "value"), [("nothing", 1), ("theme", "pink"), ("text_scale", "100"), ("text_scale", True), ("text_scale", 10)])
def test_values_of_no_use_are_refused(key: str, value: object) -> None:
    with pytest.raises(ValueError, match=key):
        with_value(Settings(), key, value)


def test_every_setting_says_what_it_is() -> None:
    for key, spec in specs().items():
        assert spec.title, key
        assert spec.help.endswith("."), key


def test_every_setting_is_used() -> None:
    package = Path(__file__).parents[2] / "desktop" / "postil"
    code = "\n".join(path.read_text("utf-8") for path in package.rglob("*.py") if path.name != "settings.py" and "preferences" not in path.parts)
    for key in specs():
        assert re.search(rf"\.{key}\b", code), key


def test_a_change_is_on_the_disk_and_announced(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "config" / "settings.json"
    settings, heard = SettingsFile(file), list[str]()
    settings.changed.connect(heard.append)
    settings.set_value("theme", "dark")
    settings.set_value("theme", "dark")
    assert heard == ["theme"]
    assert json.loads(file.read_text("utf-8"))["theme"] == "dark"
    assert SettingsFile(file).values.theme == "dark"


def test_a_damaged_file_means_defaults(tmp_path: Path, allow_log: Callable[[str], None]) -> None:
    file = tmp_path / "settings.json"
    file.write_text("{", "utf-8")
    allow_log("settings not read")
    assert SettingsFile(file).values == Settings()


def test_a_folder_that_cannot_be_written_to_costs_only_the_memory(tmp_path: Path, allow_log: Callable[[str], None]) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    allow_log("settings not written")
    settings = SettingsFile(blocked / "settings.json")
    allow_log("settings not read")
    settings.set_value("theme", "dark")
    assert settings.values.theme == "dark"


def test_the_file_lies_in_the_configuration_folder() -> None:
    SettingsFile().set_value("theme", "dark")
    assert (paths.config_dir() / "settings.json").exists()


def test_the_dialog_has_a_field_a_setting_and_each_works_at_once(window: MainWindow, qtbot: QtBot) -> None:
    settings = window.shell.settings
    dialog = PreferencesDialog(settings, window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert set(dialog.editors) == set(specs())
    assert nameless(dialog) == []
    theme, scale, suggest = dialog.editors["theme"], dialog.editors["text_scale"], dialog.editors["suggest_on_import"]
    assert isinstance(theme, QComboBox)
    assert isinstance(scale, QSpinBox)
    assert isinstance(suggest, QCheckBox)
    theme.setCurrentIndex(theme.findData("dark"))
    theme.activated.emit(theme.currentIndex())
    scale.setValue(125)
    suggest.click()
    assert (settings.values.theme, settings.values.text_scale, settings.values.suggest_on_import) == ("dark", 125, True)
