"""The log set-up: one file, put aside when it is large, never in the way of a start."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from postil.app import log
from postil.base import paths


@pytest.fixture(autouse=True)
def root_as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("enable", "disable"):  # the test run has its own watch on faults
        monkeypatch.setattr(f"faulthandler.{name}", lambda *_file: None)
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    log.shut_down()
    for handler in list(root.handlers):
        if handler not in handlers:
            root.removeHandler(handler)
            handler.close()
    root.setLevel(level)


def test_records_go_into_the_file(own_home: Path) -> None:
    log.set_up()
    log.set_up()
    logging.getLogger("postil.test").info("opened")
    text = (paths.log_dir() / "postil.log").read_text("utf-8")
    assert text.count("opened") == 1
    assert "Postil" in text.splitlines()[0]


def test_a_folder_that_cannot_be_written_to_costs_the_log_only(own_home: Path) -> None:
    own_home.mkdir(parents=True, exist_ok=True)
    (own_home / "log").write_text("in the way", "utf-8")
    log.set_up()
    logging.getLogger("postil.test").info("nothing happens")


def test_a_large_log_is_put_aside_and_the_oldest_goes(tmp_path: Path) -> None:
    file = tmp_path / "postil.log"
    for generation in range(log.KEPT + 2):
        file.write_text(str(generation) * (log.SIZE + 1), "utf-8")
        log.rotate(file)
    assert not file.exists()
    kept = sorted(tmp_path.iterdir())
    assert [path.name for path in kept] == [f"postil.log.{number}" for number in range(1, log.KEPT + 1)]
    assert kept[0].read_text("utf-8")[0] == str(log.KEPT + 1)


def test_a_small_log_stays(tmp_path: Path) -> None:
    file = tmp_path / "postil.log"
    file.write_text("x", "utf-8")
    log.rotate(file)
    log.rotate(tmp_path / "none.log")
    assert file.read_text("utf-8") == "x"
