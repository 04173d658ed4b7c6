"""Where no window can be shown the command line says so instead of ending in Qt's abort; bugs and interrupts end it in order."""

from __future__ import annotations

import builtins
import socket
import sys
from typing import Any

import pytest

from postil.app import cli, display, headless
from postil.base.errors import StoreError
from tests.app.conftest import Run, spawn
from tests.bad_input import GOOD

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")


@LINUX
@pytest.mark.parametrize("words", [(), ("open",), ("sample",)], ids=["nothing", "open", "sample"])
@pytest.mark.parametrize("name", ["", ":98765"], ids=["no display", "a dead one"])
def test_without_a_display_the_way_out_is_named(words: tuple[str, ...], name: str) -> None:
    ran = spawn(*words, QT_QPA_PLATFORM="", DISPLAY=name)
    assert (ran.code, ran.out) == (1, "")
    assert "no display" in ran.err
    assert "postil demo" in ran.err
    assert len(ran.err.splitlines()) == 1


@LINUX
def test_a_display_counts_when_its_server_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":98766")
    with pytest.raises(StoreError):
        display.require_window()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind("\0/tmp/.X11-unix/X98766")
        server.listen()
        display.require_window()
    monkeypatch.setenv("DISPLAY", "elsewhere:10.0")
    display.require_window()


def test_drawing_nowhere_needs_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen:size=800x600")
    display.require_window()


def test_a_system_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_egl(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("PySide6"):
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without_egl)
    with pytest.raises(StoreError, match=r"libEGL\.so\.1"):
        display.require_window()


def test_a_bug_is_told_without_words_of_articles(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_options: object) -> int:
        raise ValueError(GOOD)

    monkeypatch.setitem(headless.COMMANDS, "verify", broken)
    ran = run("verify", "p")
    assert (ran.code, ran.out) == (cli.EXIT_BUG, "")
    assert "ValueError" in ran.err
    assert "Hanoi" not in ran.err
    assert "postil/app/cli.py" in ran.err


def test_a_bug_is_told_where_qt_cannot_be_loaded(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_options: object) -> int:
        raise KeyError("x")

    monkeypatch.setitem(headless.COMMANDS, "verify", broken)
    monkeypatch.setitem(sys.modules, "postil.ui.crash", None)
    ran = run("verify", "p")
    assert ran.code == cli.EXIT_BUG
    assert ran.err.splitlines()[-1] == "KeyError"


def test_an_interrupt_ends_it_without_a_trace(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(headless.COMMANDS, "verify", interrupted)
    ran = run("verify", "p")
    assert (ran.code, ran.out, ran.err) == (cli.EXIT_STOPPED, "", "")


def test_wrong_usage_has_its_own_code(run: Run) -> None:
    assert run("no-such-command").code == cli.EXIT_USAGE
    assert run("--version").code == cli.EXIT_OK
