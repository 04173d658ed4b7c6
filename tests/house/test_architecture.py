"""Every import contract of `pyproject.toml` holds on the package's skeleton, and each is seen to break.

The skeleton has every module of the package with nothing in it; one offending import is then laid in it.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.test_rules import python

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "desktop" / "postil"
CONTRACTS = {
    contract["id"]: contract for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
}
UNTYPED = ("pyqtgraph", "langdetect")

OFFENCES: list[tuple[str, str, dict[str, str]]] = [
    ("layers", "the ground floor looks up", {"base/offence.py": "import postil.domain"}),
    ("layers", "the store knows the use cases", {"store/offence.py": "import postil.operations"}),
    ("layers", "the core knows the screens", {"operations/offence.py": "import postil.ui"}),
    ("layers", "siblings see each other", {"suggest/offence.py": "import postil.ingest"}),
    ("layers", "a package without a place", {"drawer/__init__.py": ""}),
    ("no-toolkit", "a type is enough", {"domain/offence.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import PySide6.QtCore"}),
    ("no-toolkit", "charts in the arithmetic", {"indicators/offence.py": "def draw():\n    import pyqtgraph"}),
    ("sql-in-store", "SQL in a use case", {"operations/offence.py": "import sqlite3"}),
    ("sql-in-store", "SQL in a screen", {"ui/offence.py": "import sqlite_utils"}),
    ("sql-in-store", "the other SQLite", {"app/offence.py": "import pysqlite3"}),
    (
        "acyclic",
        "two files of a folder",
        {"domain/offence.py": "import postil.domain.other_offence", "domain/other_offence.py": "import postil.domain.offence"},
    ),
    (
        "acyclic",
        "a folder and its neighbour",
        {"suggest/text/offence.py": "import postil.suggest.offence", "suggest/offence.py": "import postil.suggest.text"},
    ),
    ("no-shortcuts", "a screen reads the store", {"ui/offence.py": "import postil.store"}),
    ("no-shortcuts", "a model suggests", {"models/offence.py": "import postil.suggest"}),
]


def view_folders() -> list[str]:
    """The folders of `ui` that are views: all but the shared widgets and the theme."""
    folders = {path.parent.name for path in (SOURCE / "ui").glob("*/*.py")}
    return sorted(folders - {"widgets", "theme"})


def skeleton(folder: Path, offence: dict[str, str]) -> Path:
    """The package as empty modules below `folder`, with the offending files laid over."""
    for path in SOURCE.rglob("*.py"):
        target = folder / "postil" / path.relative_to(SOURCE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("", "utf-8")
    for name, text in offence.items():
        target = folder / "postil" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text + "\n", "utf-8")
    return folder


def broken(folder: Path) -> set[str]:
    """The ids of the contracts that the package below `folder` breaks."""
    code = "import sys; from importlinter.cli import lint_imports_command; sys.argv[0] = 'lint-imports'; lint_imports_command()"
    command = [sys.executable, "-c", code, "--config", str(ROOT / "pyproject.toml"), "--no-cache", "--no-logo"]
    environment = {**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "200"}
    result = subprocess.run(command, check=False, capture_output=True, text=True, cwd=folder, env=environment)
    assert "Contracts: " in result.stdout, result.stdout + result.stderr
    found = {id_ for id_, contract in CONTRACTS.items() if f"{contract['name']} BROKEN" in result.stdout}
    assert bool(found) == (result.returncode != 0)
    return found


def test_the_empty_skeleton_keeps_every_contract(tmp_path: Path) -> None:
    assert broken(skeleton(tmp_path, {})) == set()


@pytest.mark.parametrize(("contract", "offence"), [(contract, files) for contract, _, files in OFFENCES], ids=[name for _, name, _ in OFFENCES])
def test_the_contract_breaks(contract: str, offence: dict[str, str], tmp_path: Path) -> None:
    assert contract in broken(skeleton(tmp_path, offence))


@pytest.mark.parametrize(("one", "other"), [("library", "review"), ("reader", "extraction"), ("review", "reader"), ("workbench", "library")])
def test_the_views_contract_breaks(one: str, other: str, tmp_path: Path) -> None:
    assert broken(skeleton(tmp_path, {f"ui/{one}/offence.py": f"import postil.ui.{other}.offence", f"ui/{other}/offence.py": ""})) == {"views"}


def test_the_workbench_is_made_of_two_views(tmp_path: Path) -> None:
    parts = "import postil.ui.extraction.offence, postil.ui.reader.offence"
    assert broken(skeleton(tmp_path, {"ui/workbench/offence.py": parts, "ui/extraction/offence.py": "", "ui/reader/offence.py": ""})) == set()


def test_every_contract_is_seen_to_break() -> None:
    assert set(CONTRACTS) == {contract for contract, _, _ in OFFENCES} | {"views"}


def test_every_view_folder_is_under_contract() -> None:
    assert sorted(CONTRACTS["views"]["modules"]) == [f"postil.ui.{name}" for name in view_folders()]


def importers(library: str, files: dict[str, str]) -> list[str]:
    """The files that import a library, by statement or by name."""
    found = []
    for name, text in files.items():
        nodes = list(ast.walk(ast.parse(text)))
        names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
        names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
        calls = [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module")]
        names += [str(argument.value) for node in calls for argument in node.args[:1] if isinstance(argument, ast.Constant)]
        if any(imported == library or imported.startswith(f"{library}.") for imported in names):
            found.append(name)
    return found


@pytest.mark.parametrize("library", UNTYPED)
def test_an_untyped_library_is_wrapped_in_one_file(library: str) -> None:
    assert len(importers(library, python("desktop/postil/"))) == 1


def test_a_second_importer_would_be_seen() -> None:
    files = {
        "a.py": "import pyqtgraph as pg",
        "b.py": "def f():\n    from pyqtgraph.exporters import X",
        "c.py": "import pyqtgraphs",
        "d.py": "import_module('pyqtgraph')",
    }
    assert importers("pyqtgraph", files) == ["a.py", "b.py", "d.py"]
