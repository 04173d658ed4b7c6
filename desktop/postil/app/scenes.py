"""The scenes that are pictured: each a name and what to do in the window to get there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from postil.domain.annotation import Kind, State
from postil.domain.author import PersonRole
from postil.operations.changes import Location
from postil.operations.rows import LibraryFilter
from postil.ui.conductor import conductor_of
from postil.ui.window import MainWindow

Scene = tuple[str, Callable[[], object]]


def scenes(window: MainWindow) -> Iterator[Scene]:
    """Every screen, in the order in which a newcomer meets them."""
    dispatch = conductor_of(window).shell.dispatch
    by_name = {row.name[:3]: row.id for row in dispatch.queries.library(LibraryFilter(order="title")).rows}
    run = conductor_of(window).shell.actions.trigger
    yield "library", lambda: run("go.library")
    yield "workbench", lambda: dispatch.go(Location(by_name["004"]))
    yield "workbench-form", lambda: _open_form(window, by_name["004"])
    yield "workbench-returned", lambda: dispatch.go(Location(by_name["001"], _returned(window, by_name["001"])))
    yield "review", lambda: _as(window, PersonRole.SUPERVISOR, "go.review")
    yield "indicators", lambda: run("go.indicators")


def _open_form(window: MainWindow, article: str) -> None:
    """The first open figure of an article, its card opened into the form."""
    annotations = conductor_of(window).shell.dispatch.queries.annotations(article)
    figure = next(a for a in annotations if a.kind is Kind.FIGURE)
    conductor_of(window).shell.dispatch.go(Location(article, figure.id, "indicator"))


def _returned(window: MainWindow, article: str) -> str:
    annotations = conductor_of(window).shell.dispatch.queries.annotations(article)
    return next((a.id for a in annotations if a.state is State.RETURNED), "")


def _as(window: MainWindow, role: PersonRole, action: str) -> None:
    people = conductor_of(window).shell.dispatch.queries.people()
    conductor_of(window).shell.dispatch.switch_person(next(p.id for p in people if p.role is role))
    conductor_of(window).shell.actions.trigger(action)
