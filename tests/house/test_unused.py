"""Nothing is kept that nobody uses: names of the package, icons, lexicon tables, code lists, settings."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping

from postil.domain import codebook
from postil.domain.settings import specs
from tests.house.test_rules import ROOT, python

RESOURCES = ROOT / "resources"
FOR_TESTS = {
    "checked_suggestions": "flows work on what a perfect suggester would find",
    "read_suggestion": "plug-ins call it: it belongs to the protocol",
    "shut_down": "a test reads the log's file, which must be closed first",
}
"""What only tests call, and why it is in the package all the same."""


def package() -> dict[str, str]:
    """The files of the package."""
    return python("desktop/postil/")


def constants(files: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The strings that stand in code as they are, and the beginnings of those that are put together."""
    whole: set[str] = set()
    begun: set[str] = set()
    for text in files:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
    return frozenset(whole), frozenset(begun)


def unnamed(names: Iterable[str], whole: frozenset[str], begun: frozenset[str]) -> list[str]:
    """Those of `names` that no code names: neither as a whole, nor as a beginning that it knows and a rest that it names."""
    prefixes = {prefix for prefix in begun | {word for word in whole if word.endswith("_")} if prefix.endswith("_")}
    return [name for name in sorted(names) if name not in whole and not any(name.startswith(p) and name[len(p) :] in whole for p in prefixes)]


# ------------------------------------------------------------------------------------------------------------- resources


def test_every_icon_is_worn() -> None:
    icons = {path.stem for path in (RESOURCES / "icons").glob("*.svg")}
    assert len(icons) > 50
    assert unnamed(icons, *constants(package().values())) == []


def test_every_table_of_the_lexicon_is_read() -> None:
    files = list((RESOURCES / "lexicon").rglob("*.toml"))
    tables = {table for path in files for table in tomllib.loads(path.read_text("utf-8"))}
    assert len(tables) > 100
    assert unnamed(tables, *constants(package().values())) == []


def test_every_code_list_is_known_and_read() -> None:
    assert {path.stem for path in (RESOURCES / "codes").glob("*.toml")} == set(codebook.LISTS)
    named = {word for text in package().values() for word in re.findall(r"(?:shipped\(|code_list=|terms\()\"(\w+)\"", text)}
    assert set(codebook.LISTS) - named == set()
    for name in codebook.LISTS:
        assert codebook.shipped(name).entries


def test_a_name_that_nobody_says_would_be_seen() -> None:
    whole, begun = constants(['icon("open")\nlexicon.table(f"commitment_{kind}")\nKINDS = ("verb", "zone_")\nx = "body"\n'])
    assert unnamed({"open", "shut", "commitment_verb", "commitment_noun", "zone_body", "zone_title"}, whole, begun) == [
        "commitment_noun",
        "shut",
        "zone_title",
    ]


# -------------------------------------------------------------------------------------------------------------- settings


def unread(keys: Iterable[str], files: Mapping[str, str]) -> list[str]:
    """The settings that nobody reads: as an attribute of the values in use."""
    read = {
        node.attr
        for name, text in files.items()
        if name != "desktop/postil/domain/settings.py"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and re.search(r"\bvalues$", ast.unparse(node.value))
    }
    return [key for key in keys if key not in read]


def test_every_setting_is_used() -> None:
    assert specs()
    assert unread(specs(), package()) == []


def test_an_idle_setting_would_be_seen() -> None:
    files = {"a.py": "if shell.settings.values.advance:\n    go()\n", "b.py": "theme = other.theme\n"}
    assert unread(["advance", "theme"], files) == ["theme"]


# ----------------------------------------------------------------------------------------------------------------- names


def own_names(text: str) -> list[str]:
    """What a module defines at its top: classes, functions that nothing decorates, constants."""
    found: list[str] = []
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef) or (isinstance(node, ast.FunctionDef) and not node.decorator_list):
            found.append(node.name)
        elif isinstance(node, ast.Assign):
            found += [target.id for target in node.targets if isinstance(target, ast.Name)]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.append(node.target.id)
    return [name for name in found if not name.startswith("__")]


def said_names(text: str) -> Counter[str]:
    """How often a module says each name: as a variable that is read, an attribute, an import, or a word in a string."""
    said: Counter[str] = Counter()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            said[node.id] += 1
        elif isinstance(node, ast.Attribute):
            said[node.attr] += 1
        elif isinstance(node, ast.ImportFrom):
            said.update(alias.name for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"\w+", node.value):
            said[node.value] += 1
    return said


def orphans(files: Mapping[str, str], others: Mapping[str, str]) -> list[str]:
    """The names of `files` that neither they nor `others` say, each with its file."""
    said: Counter[str] = Counter()
    for text in (*files.values(), *others.values()):
        said.update(said_names(text))
    return [f"{file}: {name}" for file, text in files.items() for name in own_names(text) if not said[name]]


def test_every_name_of_the_package_is_used_by_it() -> None:
    found = orphans(package(), python("packaging/"))
    assert [line for line in found if line.rpartition(" ")[2] not in FOR_TESTS] == []
    assert sorted(line.rpartition(" ")[2] for line in found) == sorted(FOR_TESTS), "an exception that is none any more"


def test_an_orphan_would_be_seen() -> None:
    files = {
        "a.py": "LIMIT = 3\nUSED = 4\ndef f():\n    return USED\nclass Kept: ...\n@made\ndef decorated(): ...\n",
        "b.py": "from a import f\nx: int = f()\ny = x\nprint(y, 'Kept')\n",
    }
    assert orphans(files, {}) == ["a.py: LIMIT"]
    assert orphans({"a.py": files["a.py"]}, {"b.py": "import a\nprint(a.LIMIT)\n"}) == ["a.py: f", "a.py: Kept"]
