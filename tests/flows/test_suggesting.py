"""Suggestions made again from the window: after a change of the project's own lexicon, and beside a plug-in that goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.domain.author import BUILT_IN_SUGGESTER
from postil.operations.analysis import LEXICON
from postil.suggest.version import VERSION, version
from tests.flows.conftest import Desk, press, type_in
from tests.operations.example_plug_ins import install

PATIENCE_MS = 60_000


def suggest_again(desk: Desk) -> None:
    """By the palette, as a linguist would after saving a file; until nothing is at work."""
    press("Ctrl+Shift+P")
    type_in("Suggest again")
    press("Return")
    analysis = desk.conductor.analysis
    desk.qtbot.waitUntil(lambda: analysis._suggesting is not None and not analysis._suggesting.is_busy, timeout=PATIENCE_MS)


def runs(desk: Desk) -> dict[str, set[str]]:
    """The suggesters whose runs are on view, with their versions."""
    found: dict[str, set[str]] = {}
    for suggester, run in desk.session.store.connection.execute("SELECT suggester, version FROM run"):
        found.setdefault(suggester, set()).add(run)
    return found


def entries(desk: Desk, number: str) -> list[str]:
    return [entry for annotation in desk.session.queries.annotations(desk.article(number)) for entry in annotation.entries]


def write(desk: Desk, text: str) -> Path:
    folder = desk.folder / LEXICON / "en"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "own.toml").write_text(text, "utf-8")
    return folder.parent


def test_a_fault_in_the_lexicon_is_told_and_once_put_right_it_serves(desk: Desk) -> None:
    write(desk, '[[qualifer]]\nforms = ["nigh on"]\nvalue = "nearly"\n')
    suggest_again(desk)
    notice = desk.conductor.notices.current_notice()
    assert notice is not None
    assert notice.what.endswith("own.toml:1")
    assert "qualifier" in notice.next_step, "the right name is offered"
    assert runs(desk) == {BUILT_IN_SUGGESTER: {VERSION}}, "the shipped lexicon served alone"
    assert not [entry for entry in entries(desk, "001") if "own.toml" in entry]

    folder = write(desk, '[[qualifier]]\nforms = ["nearly"]\nvalue = "about"\ntests = [{text = "nearly 60", expect = "nearly"}]\n')
    suggest_again(desk)
    assert runs(desk) == {BUILT_IN_SUGGESTER: {version(folder)}}
    assert "en/own.toml:1 nearly" in entries(desk, "001")


def test_what_is_up_to_date_is_left_alone(desk: Desk) -> None:
    suggest_again(desk)
    count = desk.session.store.journal.count()
    suggest_again(desk)
    assert desk.session.store.journal.count() == count


def test_a_plug_in_that_goes_wrong_is_told_in_the_window(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path / "site", "Raises", "Documents", monkeypatch=monkeypatch)
    suggest_again(desk)
    desk.qtbot.waitUntil(lambda: desk.conductor.notices.current_notice() is not None, timeout=PATIENCE_MS)
    notice = desk.conductor.notices.current_notice()
    assert notice is not None
    assert "example.raises" in notice.cause
    assert "ZeroDivisionError" in notice.cause
    assert set(runs(desk)) == {BUILT_IN_SUGGESTER, "example.documents"}
