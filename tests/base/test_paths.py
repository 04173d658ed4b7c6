"""Where things lie: in a checkout, in an installed package, in a frozen build, and at home."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from postil.base import paths


@pytest.fixture(autouse=True)
def found_anew() -> Iterator[None]:
    paths._root.cache_clear()
    yield
    paths._root.cache_clear()


def test_a_checkout_has_its_data_beside_the_source() -> None:
    assert paths.resources("fonts", "OFL.txt").is_file()
    assert len(list(paths.seeds().glob("*.txt"))) == 5


def test_an_installed_package_has_its_data_inside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "lib" / "python" / "postil")
    assert paths.resources("fonts") == tmp_path / "lib" / "python" / "postil" / "resources" / "fonts"


def test_a_frozen_build_has_its_data_in_the_bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.seeds("NOTICE.md") == tmp_path / "postil" / "seeds" / "NOTICE.md"


def test_one_variable_moves_everything_that_is_ones_own(own_home: Path) -> None:
    folders = {paths.config_dir(), paths.data_dir(), paths.documents_dir(), paths.log_dir()}
    assert len(folders) == 4
    assert {folder.parent for folder in folders} == {own_home}


def test_without_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("POSTIL_HOME")
    assert all("ostil" in str(folder) for folder in (paths.config_dir(), paths.data_dir(), paths.documents_dir(), paths.log_dir()))
