"""Every test written beside a lexicon entry holds, and every file loads."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from postil.base import paths
from postil.suggest.lexicon import LANGUAGES, Entry, Lexicon, lexicon_files, read_entries
from postil.suggest.lexicon_check import failed

FILES = [path for folder in sorted(paths.resources("lexicon").iterdir()) for path in lexicon_files(folder)]
CASES = [
    pytest.param(path, entry, test, id=f"{path.parent.name}/{entry.source}/{rank}")
    for path in FILES
    for entry in read_entries(path)
    for rank, test in enumerate(entry.tests)
]


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_every_file_loads(path: Path) -> None:
    assert read_entries(path), f"{path.name} holds no entry"


@pytest.mark.parametrize(("path", "entry", "test"), CASES)
def test_beside_the_entry(path: Path, entry: Entry, test: Mapping[str, Any]) -> None:
    languages = LANGUAGES if path.parent.name == "common" else (path.parent.name,)
    for language in languages:
        assert failed(entry, test, Lexicon.load(language)) == ""
