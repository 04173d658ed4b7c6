"""The command line speaks the language of the interface: which that is, and that nothing of argparse's English is left."""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

import pytest

from postil.app import cli, language
from postil.base import i18n, paths
from postil.ui.settings import SettingsFile
from tests.app.conftest import Run, spawn

COMMANDS = ("open", "sample", "extract", "import", "export", "verify", "rebuild", "self-test", "screenshots", "demo")
VARIABLES = ("POSTIL_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
ENGLISH = re.compile(r"\b(?:the|and|of|for|from|usage|show|exit|arguments?|required|choose|file|folder|project|write|error)\b", re.IGNORECASE)


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A system that says nothing of languages."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    return monkeypatch


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "vi_VN"}, "vi"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "fr_FR", "LC_MESSAGES": "vi_VN"}, "vi"),
        ({"LANG": "fr_FR", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR", "LANGUAGE": "de:vi:fr"}, "vi"),
        ({"LANG": "C", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "fr_FR", "POSTIL_LANGUAGE": "vi"}, "vi"),
        ({"LANG": "fr_FR", "POSTIL_LANGUAGE": "xx"}, "en"),
    ],
)
def test_the_systems_language_is_spoken(silent: pytest.MonkeyPatch, values: dict[str, str], wanted: str) -> None:
    for name, value in values.items():
        silent.setenv(name, value)
    assert language.interface_language() == wanted


def test_windows_names_languages_in_words(silent: pytest.MonkeyPatch) -> None:
    silent.setattr("locale.getlocale", lambda: ("Vietnamese_Vietnam", "1258"))
    assert language.interface_language() == "vi"


def test_the_language_chosen_in_the_window_comes_first(silent: pytest.MonkeyPatch) -> None:
    silent.setenv("LANG", "fr_FR.UTF-8")
    SettingsFile().set_value("language", "vi")
    assert language.interface_language() == "vi"
    SettingsFile().set_value("language", "system")
    assert language.interface_language() == "fr"


@pytest.mark.parametrize("content", ["", "[]", '{"language": 3}', '{"language": "xx"}'])
def test_damaged_settings_do_no_harm(silent: pytest.MonkeyPatch, content: str) -> None:
    file = paths.config_dir() / "settings.json"
    file.parent.mkdir(parents=True)
    file.write_text(content, "utf-8")
    assert language.interface_language() == "en"


@pytest.mark.parametrize("code", ["fr", "vi"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_no_english_left(run: Run, monkeypatch: pytest.MonkeyPatch, code: str, command: str) -> None:
    monkeypatch.setenv("POSTIL_LANGUAGE", code)
    ran = run(*([command] if command else []), "--help")
    assert (ran.code, ran.err) == (0, "")
    said = re.sub(r"postil [\w-]+|--[\w-]+|\b(?:open|sample|extract|import|export|project\.postil)\b", "", ran.out)
    assert ENGLISH.findall(said) == []


@pytest.mark.parametrize("code", ["fr", "vi"])
@pytest.mark.parametrize(
    "words",
    [
        ["extract"],
        ["no-such-command"],
        ["verify", "p", "--xml"],
        ["export", "p", "--out"],
        ["export", "p", "--out", "o", "--format", "xls"],
        ["screenshots", "d", "--text-scale", "large"],
        ["verify", "p", "--json=3"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_said_without_english(run: Run, monkeypatch: pytest.MonkeyPatch, code: str, words: list[str]) -> None:
    monkeypatch.setenv("POSTIL_LANGUAGE", code)
    ran = run(*words)
    assert (ran.code, ran.out) == (cli.EXIT_USAGE, "")
    wrong = ran.err.splitlines()[-1].split(": ", 1)[1]
    assert len(wrong) > 8
    names = r"--[\w-]+|no-such-command|\b(?:open|sample|extract|import|export|verify|rebuild|self-test|screenshots|demo)\b"
    assert ENGLISH.findall(re.sub(names, "", wrong)) == []
    monkeypatch.setenv("POSTIL_LANGUAGE", "en")
    assert run(*words).err.splitlines()[-1].split(": ", 1)[1] != wrong


def test_every_word_of_argparse_that_can_be_heard_is_ours() -> None:
    source = Path(argparse.__file__).read_text("utf-8")
    written = {eval(found) for found in re.findall(r"\b_\(('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\)", source)}
    stale = {word for word in language._ARGPARSE if word not in written}
    if sys.version_info < (3, 14):
        stale -= {word for word in stale if "maybe" in word}
    assert stale == set(), "argparse says these differently now"


@pytest.mark.parametrize("code", i18n.LANGUAGES)
def test_messages_of_bad_files_are_in_that_language(code: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ran = spawn("extract", "empty.txt", cwd=tmp_path, POSTIL_LANGUAGE=code)
    former = i18n.language()
    i18n.use(code)
    cause = i18n._("It is empty.")
    i18n.use(former)
    assert ran.code == 1
    assert ran.err.startswith(f"empty.txt: {cause} ")
    assert (cause == "It is empty.") == (code == "en")


@pytest.mark.parametrize("code", ["fr", "vi"])
def test_a_report_for_programs_is_the_same_in_every_language(run: Run, monkeypatch: pytest.MonkeyPatch, project: Path, code: str) -> None:
    english = json.loads(run("verify", project, "--json").out)
    monkeypatch.setenv("POSTIL_LANGUAGE", code)
    assert json.loads(run("verify", project, "--json").out) == english
    assert "sound" not in run("verify", project).out


def test_what_nobody_knows_is_told_in_argparses_own_words() -> None:
    language.speak("fr")
    assert language._argparse_word("%r is not callable") == "%r is not callable"
