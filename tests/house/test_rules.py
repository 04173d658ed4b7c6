"""The repository keeps the house rules, and each rule can be broken."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.house import rules

ROOT = Path(__file__).resolve().parents[2]
Rule = Callable[[str, str], Iterator[str]]
TEXT = {".py", ".toml", ".md", ".txt", ".in", ".json", ".yml", ".yaml", ".cfg", ".svg", ".po", ".sh", ".html", ".css", ".ts", ".spec", ".nsi", ""}
FOREIGN = ("seeds/", "resources/fonts/", "LICENSE")
"""Texts of others, kept as they are."""


@cache
def tracked() -> dict[str, str]:
    """Every text file that is, or would be, part of the repository: path → text."""
    listing = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=False)
    names = [name for name in listing.stdout.decode().split("\0") if name]
    if not names:
        pytest.skip("no repository here (an unpacked source archive): its rules are checked where it is made")
    files = {name: ROOT / name for name in names if Path(name).suffix in TEXT}
    return {name: path.read_text("utf-8") for name, path in files.items() if path.is_file()}


def python(*folders: str) -> dict[str, str]:
    """The Python files of some folders."""
    return {name: text for name, text in tracked().items() if name.endswith(".py") and name.startswith(folders)}


PACKAGE, CODE = ("desktop/postil/",), ("desktop/", "tests/", "packaging/")


@pytest.mark.parametrize(
    ("rule", "folders"),
    [
        (rules.colour_literals, PACKAGE),
        (rules.foreign_buttons, PACKAGE),
        (rules.prints, PACKAGE),
        (rules.length, CODE),
        (rules.docstring, CODE),
        (rules.bare_init, CODE),
    ],
)
def test_the_code_keeps_the_rule(rule: Rule, folders: tuple[str, ...]) -> None:
    files = python(*folders)
    assert files
    assert [offence for name, text in files.items() for offence in rule(name, text)] == []


@pytest.mark.parametrize("rule", [rules.unfinished, rules.machine])
def test_every_text_keeps_the_rule(rule: Rule) -> None:
    files = {name: text for name, text in tracked().items() if not name.startswith(FOREIGN)}
    assert files
    assert [offence for name, text in files.items() for offence in rule(name, text)] == []


def test_no_file_names_the_folder_it_was_written_in() -> None:
    everywhere = {"/", "/home", tempfile.gettempdir()}
    places = {f"{place}/" for place in (str(ROOT), str(ROOT.parent), str(Path.home())) if place not in everywhere}
    assert [name for name, text in tracked().items() if any(place in text for place in places)] == []


OFFENCES: list[tuple[Rule, str, str]] = [
    (rules.colour_literals, "desktop/postil/ui/window.py", 'edge = "#ff0000"\n'),
    (rules.colour_literals, "desktop/postil/ui/window.py", 'style = "color: rgb(1, 2, 3)"\n'),
    (rules.colour_literals, "desktop/postil/ui/window.py", 'edge = QColor("red")\n'),
    (rules.colour_literals, "desktop/postil/ui/window.py", "edge = QColor(1, 2, 3)\n"),
    (rules.colour_literals, "desktop/postil/ui/window.py", "edge = Qt.GlobalColor.red\n"),
    (rules.colour_literals, "desktop/postil/ui/window.py", 'edge = pg.mkPen("r")\n'),
    (rules.foreign_buttons, "desktop/postil/ui/window.py", "box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)\n"),
    (rules.foreign_buttons, "desktop/postil/ui/window.py", 'QMessageBox.warning(self, "x", "y")\n'),
    (rules.foreign_buttons, "desktop/postil/ui/window.py", 'text, given = QInputDialog.getText(self, "x", "y")\n'),
    (rules.prints, "desktop/postil/ui/window.py", 'print("here")\n'),
    (rules.length, "desktop/postil/ui/window.py", "\n" * 401),
    (rules.docstring, "desktop/postil/ui/window.py", "edge = 1\n"),
    (rules.docstring, "desktop/postil/ui/window.py", '"""Window"""\n'),
    (rules.bare_init, "desktop/postil/ui/__init__.py", '"""Widgets."""\nfrom postil.ui.window import Window\n'),
    (rules.bare_init, "desktop/postil/ui/__init__.py", '"""Widgets."""\n__version__ = "1"\n'),
    (rules.unfinished, "desktop/postil/ui/window.py", "# TO" + "DO: more\n"),
    (rules.unfinished, "README.md", "Charts: Coming " + "Soon\n"),
    (rules.unfinished, "desktop/postil/ui/window.py", "raise NotImplemented" + "Error\n"),
    (rules.machine, "README.md", "see /ho" + "me/ann/postil\n"),
    (rules.machine, "packaging/requirements/dev.txt", "--extra-index" + "-url file:///somewhere\n"),
    (rules.machine, "pyproject.toml", 'index = "http' + 's://example.org/simple"\n'),
]


@pytest.mark.parametrize(("rule", "path", "text"), OFFENCES)
def test_the_rule_can_be_broken(rule: Rule, path: str, text: str) -> None:
    assert list(rule(path, text))


INNOCENT: list[tuple[Rule, str, str]] = [
    (rules.colour_literals, "desktop/postil/ui/theme.py", 'edge = "#ff0000"\n'),
    (rules.colour_literals, "desktop/postil/ui/window.py", 'edge = QColor(theme.edge)\nlink = "#figures"\nclear = Qt.GlobalColor.transparent\n'),
    (rules.foreign_buttons, "desktop/postil/ui/window.py", 'box.addButton(_("Return"), QDialogButtonBox.ButtonRole.AcceptRole)\n'),
    (rules.prints, "desktop/postil/app/cli.py", 'print("here")\n'),
    (rules.length, "desktop/postil/ui/window.py", "\n" * 400),
    (rules.bare_init, "desktop/postil/__init__.py", '"""Postil."""\n__version__ = "1"\n'),
    (rules.unfinished, "desktop/postil/ui/window.py", "# done\n"),
    (rules.machine, "README.md", "put it in /usr/share, index it, and see the root of the tree\n"),
]


@pytest.mark.parametrize(("rule", "path", "text"), INNOCENT)
def test_the_rule_leaves_the_innocent_alone(rule: Rule, path: str, text: str) -> None:
    assert list(rule(path, text)) == []


def avoided_in(glossary: str) -> frozenset[str]:
    """The words in bold in the glossary's Avoid column: those that are never right."""
    rows = [line.split("|") for line in glossary.splitlines() if line.startswith("|") and line.count("|") == 4]
    return frozenset(word.lower() for row in rows[2:] for word in re.findall(r"\*\*(.+?)\*\*", row[3]))


def test_the_code_speaks_the_glossary() -> None:
    avoided = avoided_in((ROOT / "GLOSSARY.md").read_text("utf-8"))
    assert len(avoided) >= 8
    assert [offence for name, text in python(*PACKAGE).items() for offence in rules.avoided_words(name, text, avoided)] == []


@pytest.mark.parametrize(
    "text",
    [
        "class PredictionRow: ...\n",
        "def add_prediction(): ...\n",
        "predictions = 1\n",
        'label = _("All predictions")\n',
        "def f(old_prediction): ...\n",
    ],
)
def test_an_avoided_word_is_found(text: str) -> None:
    assert list(rules.avoided_words("x.py", text, frozenset({"prediction"})))
    assert list(rules.avoided_words("x.py", text, frozenset({"curator"}))) == []


def test_the_avoid_column_is_read() -> None:
    assert avoided_in("| Term | Meaning | Avoid |\n|---|---|---|\n| tag | a label | keyword, **hash mark** |\n") == {"hash mark"}


def make_commands(text: str) -> list[str]:
    """The make commands that a text tells people to type."""
    return sorted(set(re.findall(r"\bmake [a-z][a-z-]*(?=[`\s.,;:)]|$)", re.sub(r"\bmake (?:it|them|sure|a|an|the)\b", "", text))))


def test_the_readme_has_two_commands() -> None:
    assert make_commands((ROOT / "README.md").read_text("utf-8")) == ["make run", "make test"]


def test_a_third_command_would_be_seen() -> None:
    assert make_commands("`make run`, then make sure, then\n    make install\n") == ["make install", "make run"]
