"""Bugs: a report without a word of an article, and one dialog at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from postil import __version__
from postil.ui.crash import CrashGuard, report_of
from postil.ui.crash_dialog import CrashDialog
from tests.ui.accessible import nameless

SECRET = "Phạm Minh Chính said that exports rose"


def caught(error: BaseException, cause: BaseException | None = None) -> str:
    """The report of an error raised here, while `text` holds words of an article."""
    text = SECRET
    try:
        assert text
        raise error from cause
    except BaseException as raised:  # noqa: BLE001 - any error can become a report
        return report_of(type(raised), raised, raised.__traceback__)


@pytest.mark.parametrize(
    "error", [ValueError(SECRET), KeyError(SECRET), UnicodeDecodeError("utf-8", SECRET.encode(), 0, 1, SECRET), OSError(2, "No such file", SECRET)]
)
def test_a_report_holds_no_words_of_an_article(error: Exception) -> None:
    report = caught(error, cause=ValueError(SECRET))
    assert "Chính" not in report
    assert "exports" not in report
    assert type(error).__name__ in report


def test_a_report_says_what_and_where() -> None:
    report = caught(AttributeError("'NoneType' object has no attribute 'x'"))
    assert "AttributeError: 'NoneType' object has no attribute 'x'" in report
    assert "test_crash.py:" in report
    assert f"Postil {__version__}" in report
    assert str(Path.home()) not in report


@pytest.fixture
def guard(monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashGuard]:
    hook = sys.excepthook
    made = CrashGuard()
    made.install()
    yield made
    sys.excepthook = hook
    qInstallMessageHandler(None)


def test_a_bug_is_logged_and_told_once_at_a_time(
    guard: CrashGuard, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, allow_log: Callable[[str], None]
) -> None:
    told: list[str] = []

    def tell(report: str) -> None:
        told.append(report)
        sys.excepthook(ValueError, ValueError(), None)  # a second bug while the dialog stands

    monkeypatch.setattr(guard, "tell", tell)
    allow_log("unhandled")
    sys.excepthook(TypeError, TypeError("bad"), None)
    assert len(told) == 1
    assert len(guard.reports) == 2
    sys.excepthook(TypeError, TypeError("bad"), None)
    assert len(told) == 2


def test_the_dialog_copies_and_saves_the_report(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = CrashDialog("the report")
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    dialog.copy()
    assert QApplication.clipboard().text() == "the report"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_args: (str(tmp_path / "r.txt"), ""))
    dialog.save()
    assert (tmp_path / "r.txt").read_text("utf-8") == "the report"
