"""The scenes that are pictured: each a name and what to do in the window to get there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from postil.app.sample import ANNOTATOR
from postil.base import paths
from postil.base.i18n import _
from postil.domain.annotation import Kind, Origin, State
from postil.domain.author import PersonRole
from postil.models.series import SeriesRow
from postil.operations.changes import Location
from postil.operations.rows import LibraryFilter
from postil.ui.conductor import Conductor, conductor_of
from postil.ui.project.new_dialog import NewProjectDialog
from postil.ui.widgets.search_field import SearchField
from postil.ui.window import MainWindow


@dataclass(frozen=True, slots=True)
class Scene:
    """`prepare` leads there. Where it opens a dialog, it comes back only when that is closed: `has_dialog`; `fill` then writes into it."""

    name: str
    prepare: Callable[[], object]
    has_dialog: bool = False
    fill: Callable[[QWidget], object] = lambda _dialog: None


def scenes(window: MainWindow, home: Path) -> Iterator[Scene]:
    """Every screen, in the order in which a newcomer meets them. Files that a scene needs are put into `home`."""
    conductor = conductor_of(window)
    run = conductor.shell.actions.trigger
    articles = {row.name[:3]: row.id for row in conductor.shell.dispatch.queries.library(LibraryFilter(order="title")).rows}
    yield Scene("library", lambda: run("go.library"))
    yield Scene("library-search", lambda: _search_library(window, "pham minh chinh"))
    yield Scene("import", lambda: conductor.imports.import_paths(_incoming(home)), has_dialog=True)
    yield from _workbench(conductor, articles)
    yield Scene("review", lambda: _review(conductor, articles["004"]))
    yield Scene("review-return", lambda: run("review.return"), has_dialog=True)
    yield Scene("indicators", lambda: _indicators(conductor))
    yield Scene("search", lambda: _type(conductor, "ind"))
    yield Scene("people", lambda: _people(conductor))
    yield Scene("preferences", lambda: _back(conductor, "settings.open"), has_dialog=True)
    yield Scene("project-new", lambda: run("project.new"), has_dialog=True, fill=_new_project)
    for action in ("project.export", "project.verify", "help.keys", "help.about"):
        yield Scene(action.replace(".", "-"), partial(run, action), has_dialog=True)
    yield Scene("start", lambda: run("project.close"))


def _workbench(conductor: Conductor, articles: dict[str, str]) -> Iterator[Scene]:
    dispatch, run = conductor.shell.dispatch, conductor.shell.actions.trigger
    yield Scene("workbench", lambda: _at_work(conductor, articles["000"]))
    yield Scene("workbench-form", lambda: dispatch.go(Location(articles["000"], _first(conductor, articles["000"], State.DRAFT), "indicator")))
    yield Scene("workbench-returned", lambda: dispatch.go(Location(articles["001"], _first(conductor, articles["001"], State.RETURNED))))
    yield Scene("workbench-tags", lambda: run("annotation.tag"), has_dialog=True)
    yield Scene("workbench-details", lambda: run("article.details"), has_dialog=True)


def _at_work(conductor: Conductor, article: str) -> None:
    """At the first open figure; coming back from the last one, so that there is text after it."""
    go = conductor.shell.dispatch.go
    last = [a for a in conductor.shell.dispatch.queries.annotations(article) if a.kind is Kind.FIGURE][-1]
    go(Location(article, last.id))
    QApplication.processEvents()
    go(Location(article, _first(conductor, article, State.SUGGESTED)))


def _first(conductor: Conductor, article: str, state: State) -> str:
    """The first annotation of an article that stands there; figures before the others."""
    found = [a for a in conductor.shell.dispatch.queries.annotations(article) if a.state is state]
    return min(found, key=lambda a: a.kind is not Kind.FIGURE).id


def _search_library(window: MainWindow, words: str) -> None:
    library = conductor_of(window).navigator.view("library")
    field = next(f for f in library.findChildren(SearchField))
    field.setText(words)
    field.returnPressed.emit()


def _incoming(home: Path) -> list[Path]:
    """A folder with one new article, one that is there already and one that is empty."""
    folder = home / "incoming"
    folder.mkdir(exist_ok=True)
    (folder / "empty.txt").touch()
    (folder / "trade.txt").write_text("Trade grew by 12.4 percent to nearly 60 billion USD in 2024.\n", "utf-8")
    known = next(iter(sorted(paths.seeds().glob("*.txt"))))
    (folder / known.name).write_bytes(known.read_bytes())
    return [folder]


def _review(conductor: Conductor, article: str) -> None:
    """As the supervisor, in the extraction that waits, at the first annotation that the annotator corrected."""
    dispatch = conductor.shell.dispatch
    dispatch.switch_person(next(p.id for p in dispatch.queries.people() if p.role is PersonRole.SUPERVISOR))
    conductor.shell.actions.trigger("go.review")
    extraction = next(row.extraction for row in dispatch.queries.queue() if row.article == article)
    items = [item for item in dispatch.queries.review_items(extraction) if item.can_decide]
    corrected = next((item for item in items if item.annotation.origin is Origin.EDITED), items[0])
    view = conductor.navigator.view("review")
    view.extraction_requested.emit(extraction)  # type: ignore[attr-defined]
    view.item_requested.emit(corrected.annotation.id)  # type: ignore[attr-defined]


def _indicators(conductor: Conductor) -> None:
    """The series with the most values: it has an actual one, a target, and one without a date."""
    conductor.shell.actions.trigger("go.indicators")
    rows = [SeriesRow(series) for series in conductor.shell.dispatch.queries.series()]
    richest = max(rows, key=lambda row: len(row.series.observations))
    conductor.navigator.view("indicators").series_requested.emit(richest.key)  # type: ignore[attr-defined]


def _type(conductor: Conductor, words: str) -> None:
    """Into the search field of the top bar, as fast as nobody types."""
    conductor.window.activateWindow()
    QApplication.processEvents()
    field = conductor.window.top_bar.search
    field.setFocus()
    field.setText(words)
    field.wanted.emit(words)


def _people(conductor: Conductor) -> None:
    """Away from the search, to the page that asks who works."""
    conductor.window.top_bar.search.clear()
    conductor.window.top_bar.search.clearFocus()
    conductor.shell.actions.trigger("person.switch")


def _back(conductor: Conductor, action: str) -> None:
    """From the page of people back to the work, and on."""
    conductor.people.page.back_requested.emit()
    conductor.shell.actions.trigger(action)


def _new_project(dialog: QWidget) -> None:
    """As somebody fills it in: a title, a folder that is the same on every machine, a name."""
    assert isinstance(dialog, NewProjectDialog)
    dialog.title_field.setText(_("Foreign trade"))
    dialog.person.name_field.setText(ANNOTATOR)
    dialog.folder_field.setText(str(Path("~", "Postil", dialog.title())))
