"""A project with articles and two people, and windows on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from postil.app.bootstrap import build_window
from postil.base.clock import FixedClock
from postil.domain.author import PersonRole
from postil.operations import importing, projects
from postil.operations.articles import ImportArticles
from postil.operations.people import AddPerson
from postil.operations.session import Session
from postil.ui.conductor import Conductor, conductor_of
from postil.ui.settings import SettingsFile
from postil.ui.window import MainWindow

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform complains about every window that has a least size; that is its fault, not the window's."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


ARTICLES = {
    "one.txt": "Exports rise\n\nHanoi, 20 December 2024 - Exports reached nearly 60 billion USD in 2024, the ministry said.\n",
    "two.txt": "Un nouvel accord\n\nParis, le 3 mai 2024 - La France et le Vietnam ont signé plus de 170 accords de coopération.\n",
}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A project with two articles, an annotator at work and a supervisor."""
    made = projects.create_project(tmp_path / "project", "Trade", person=("Lan", PersonRole.ANNOTATOR), clock=FixedClock(1_700_000_000_000))
    made.apply(AddPerson(name="Claire", role=PersonRole.SUPERVISOR))
    made.apply(ImportArticles(drafts=tuple(importing.pasted(text, name) for name, text in ARTICLES.items())))
    yield made
    made.close()


@pytest.fixture
def quiet() -> None:
    """Suggestions are not made by themselves: these tests are about the window."""
    SettingsFile().set_value("suggest_on_import", value=False)


@pytest.fixture
def window(session: Session, quiet: None, qtbot: QtBot) -> MainWindow:
    """A window on that project, shown, with work done at once."""
    made = build_window(session, inline_jobs=True)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def conductor(window: MainWindow) -> Conductor:
    """Who fills that window."""
    return conductor_of(window)


@pytest.fixture
def bare(quiet: None, qtbot: QtBot) -> MainWindow:
    """A window without a project."""
    made = build_window(None, inline_jobs=True)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made
