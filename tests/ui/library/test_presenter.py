"""The library follows what changes: the first change at once, those right behind it together."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from postil.operations import importing
from postil.operations.articles import ImportArticles
from postil.operations.queries import Queries
from postil.operations.rows import LibraryFilter, Page
from postil.ui.conductor import conductor_of
from postil.ui.library.presenter import PAUSE_MS
from postil.ui.library.view import LibraryView
from postil.ui.window import MainWindow

TEXT = "A small article about exports, number {n}: they grew by {n} percent in 2024.\n"


def test_many_changes_are_shown_in_a_few_goes_and_none_is_missed(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    conductor = conductor_of(window)
    conductor.navigator.go_library()
    view = window.findChild(LibraryView)
    assert view is not None
    asked: list[int] = []
    own = Queries.library

    def library(queries: Queries, wanted: LibraryFilter, limit: int = 200, offset: int = 0) -> Page:
        page = own(queries, wanted, limit, offset)
        asked.append(page.total)
        return page

    monkeypatch.setattr(Queries, "library", library)
    before = len(view._model.rows())
    for number in range(12):
        draft = importing.pasted(TEXT.format(n=number), f"{number}.txt")
        conductor.shell.dispatch.apply(ImportArticles(drafts=(draft,)))
    assert asked[0] == before + 1  # the first is shown at once
    assert len(asked) < 12
    qtbot.waitUntil(lambda: len(view._model.rows()) == before + 12)
    settled = len(asked)
    QTest.qWait(2 * PAUSE_MS)
    assert len(asked) == settled  # and then nothing is asked again
