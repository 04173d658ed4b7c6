"""`postil self-test`: what it checks, and that each check can fail."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from postil.app import self_test
from postil.app.self_test import Bench, CheckError, run_checks
from postil.base import i18n, paths
from postil.base.errors import StoreError
from tests import fakes
from tests.app.conftest import spawn
from tests.bad_input import surroundings


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A bench with a small project instead of the sample."""
    return Bench(tmp_path, tmp_path)


@pytest.mark.slow
def test_this_installation_is_sound() -> None:
    ran = spawn("self-test", "--json")
    assert (ran.code, ran.err) == (0, "")
    report = json.loads(ran.out)
    assert report["ok"]
    assert [check["name"] for check in report["checks"]] == list(self_test.CHECKS)
    assert all(check["ok"] and check["found"] for check in report["checks"])


@pytest.mark.slow
def test_a_broken_installation_is_told_in_words_and_by_the_exit_code(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom postil.base import paths\nfrom postil.app import cli\n"
        f"paths.seeds = lambda *parts: Path({str(tmp_path)!r}).joinpath(*parts)\n"
        "sys.exit(cli.main(['self-test']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120, env=surroundings())
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith("FAILED · Resources")
    assert lines[1].startswith("passed · Database")
    assert lines[-1].startswith("This installation is not sound.")
    assert str(tmp_path) not in done.stdout


def test_missing_resources_are_found(bench: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert self_test._resources(bench)
    monkeypatch.setattr(paths, "resources", tmp_path.joinpath)
    with pytest.raises(CheckError, match="0 fonts"):
        self_test._resources(bench)


def test_an_old_sqlite_is_found(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "SQLite" in self_test._database(bench)
    monkeypatch.setattr("postil.store.driver.OLDEST", (99, 0, 0))
    with pytest.raises(StoreError, match="too old"):
        self_test._database(bench)


@pytest.mark.parametrize("check", [self_test._search, self_test._exports, self_test._verify])
def test_without_a_project_nothing_can_be_tried(bench: Bench, check: Callable[[Bench], str]) -> None:
    with pytest.raises(CheckError, match="no sample project"):
        check(bench)


def test_a_search_that_finds_nothing_fails(bench: Bench, tmp_path: Path) -> None:
    with fakes.project(tmp_path / "p") as session:
        bench.session = session
        assert self_test._search(bench)
    with fakes.project(tmp_path / "q", articles=0) as session:
        bench.session = session
        with pytest.raises(CheckError, match="kinh te: 0"):
            self_test._search(bench)
        with pytest.raises(CheckError, match="CSV: 0"):
            self_test._exports(bench)


def test_a_project_that_does_not_hold_fails(bench: Bench, tmp_path: Path) -> None:
    with fakes.project(tmp_path / "p") as session:
        bench.session = session
        assert self_test._verify(bench)
        session.store.connection.execute("DELETE FROM article")
        with pytest.raises(CheckError):
            self_test._verify(bench)


def test_missing_catalogues_are_found(bench: Bench, monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    assert "Annuler" in self_test._catalogues(bench)
    assert i18n.language() == "en"
    monkeypatch.setattr(i18n, "use", lambda _language: None)
    with pytest.raises(CheckError, match="Library"):
        self_test._catalogues(bench)


def test_empty_pictures_are_found(bench: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "small.png").write_bytes(b"x" * 4999)
    monkeypatch.setattr(self_test, "draw_all", lambda *_rest: [tmp_path / "small.png"])
    with pytest.raises(CheckError, match="empty"):
        self_test._drawing(bench)


def test_one_failure_does_not_stop_the_others_and_names_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_bench: Bench) -> str:
        raise OSError(2, "No such file or directory", "/somebody/here")

    checks: dict[str, Any] = {"one": ("One", broken), "two": ("Two", lambda bench: bench.home.name[:6])}
    monkeypatch.setattr(self_test, "CHECKS", checks)
    first, second = run_checks()
    assert not first.is_ok
    assert first.found.startswith("FileNotFoundError (test_self_test.py:")
    assert "somebody" not in first.found
    assert (second.is_ok, second.found) == (True, "postil")
