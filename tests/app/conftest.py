"""The command line, run in this process or as a program of its own, and folders of articles good and bad."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # has no types
import pytest

from postil.app import cli
from postil.base import paths
from postil.operations import extraction_document
from tests import fakes
from tests.bad_input import GOOD, surroundings


@dataclass(frozen=True)
class Ran:
    """What a command did: its exit code and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process."""

    def run(*words: str | Path) -> Ran:
        capsys.readouterr()
        try:
            code = cli.main([str(word) for word in words])
        except SystemExit as end:  # argparse says it this way
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run


def program(*words: str | Path) -> list[str]:
    """The command as a program of its own, with this interpreter."""
    return [sys.executable, "-m", "postil", *map(str, words)]


def spawn(*words: str | Path, cwd: Path | None = None, **values: str) -> Ran:
    """Run the program to its end."""
    done = subprocess.run(program(*words), capture_output=True, check=False, timeout=120, cwd=cwd, env=surroundings(**values))
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A closed project with an article, its suggestions, and one of them accepted."""
    return fakes.closed_project(tmp_path / "project")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two good articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(GOOD, "utf-8")
    (folder / "two.txt").write_text("Un nouvel accord\n\nParis, le 3 mai 2024 - La France a signé plus de 170 accords.\n", "utf-8")
    return folder


def seeds() -> list[Path]:
    """The five sample articles."""
    return sorted(paths.seeds().glob("*.txt"))


def assert_document(document: Any) -> None:
    """An extraction document as its schema wants it."""
    jsonschema.Draft202012Validator(extraction_document.schema()).validate(document)


def assert_tells(line: str, *names: str) -> None:
    """One line of an error: it names the file, then the cause, then the next step."""
    file, _colon, said = line.partition(": ")
    assert all(name in file for name in names), line
    assert len([sentence for sentence in said.replace("…", "").split(". ") if sentence.strip()]) >= 2, line
