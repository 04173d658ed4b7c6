"""Which place is on view: builds each when first opened, remembers the way back, follows locations."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from postil.operations.changes import Location
from postil.ui import navigation
from postil.ui.navigation import PlaceSpec
from postil.ui.view import Shell, View
from postil.ui.widgets.side_panes import Side, SidePanes

DEPTH = 50


@dataclass(frozen=True, slots=True)
class _Stop:
    place: str
    article: str


class Navigator(QObject):
    """Serves the `go.*` actions and the side panes."""

    place_changed = Signal(str)

    def __init__(self, shell: Shell, stack: QStackedWidget, places: tuple[PlaceSpec, ...]) -> None:
        super().__init__(stack)
        self._shell, self._stack = shell, stack
        self.places = {place.id: place for place in places}
        self._views: dict[str, View] = {}
        self._place = ""
        self._back: list[_Stop] = []
        self._forward: list[_Stop] = []
        shell.dispatch.location.connect(self.show_location)

    @property
    def place(self) -> str:
        """The id of the place on view; empty before the first."""
        return self._place

    def view(self, place: str) -> View:
        """The view of a place, built if need be. Raises KeyError for a place that is not shipped."""
        if place not in self._views:
            made = navigation.build(self.places[place], self._shell)
            self._views[place] = made
            self._stack.addWidget(made)
            self._keep_panes(place, made.panes())
        return self._views[place]

    def _keep_panes(self, place: str, panes: SidePanes | None) -> None:
        """Give the side panes the widths they had, and remember those they get."""
        if panes is not None:
            state, key = self._shell.state, f"panes.{place}"
            panes.restore(state.bytes_value(key))
            panes.moved.connect(lambda: state.set_bytes(key, panes.save()))

    def current(self) -> View | None:
        """The view that people look at."""
        return self._views.get(self._place)

    def built(self) -> tuple[str, ...]:
        """Places opened so far."""
        return tuple(self._views)

    def open(self, place: str, location: Location | None = None) -> None:
        """Go to a place, at a location if given; the way back is remembered."""
        self._remember()
        self._show(place, location)

    def show_location(self, location: Location) -> None:
        """Show a location where people are, if that place can, else on the workbench."""
        here = self.current()
        if here is not None and here.can_show(location):
            here.activate(location)
        elif "workbench" in self.places:
            self.open("workbench", location)

    def forget(self) -> None:
        """Forget the way back: another project is open."""
        self._back.clear()
        self._forward.clear()
        self._place = ""
        self._tell()

    def go_library(self) -> None:
        """Open the library."""
        self.open("library")

    def go_workbench(self) -> None:
        """Open the workbench where one stopped."""
        self.open("workbench")

    def go_review(self) -> None:
        """Open the review."""
        self.open("review")

    def go_indicators(self) -> None:
        """Open the indicators."""
        self.open("indicators")

    def go_commitments(self) -> None:
        """Open the commitments."""
        self.open("commitments")

    def go_back(self) -> None:
        """Return to where people were before."""
        self._step(self._back, self._forward)

    def go_forward(self) -> None:
        """Go again to where they came back from."""
        self._step(self._forward, self._back)

    def toggle_left(self) -> None:
        """Show or hide the left pane of the place."""
        self._toggle(Side.LEFT)

    def toggle_right(self) -> None:
        """Show or hide the right pane of the place."""
        self._toggle(Side.RIGHT)

    def _toggle(self, side: Side) -> None:
        here = self.current()
        panes = here.panes() if here is not None else None
        if panes is not None:
            panes.toggle(side)

    def _step(self, source: list[_Stop], target: list[_Stop]) -> None:
        if source:
            target.append(self._here())
            stop = source.pop()
            is_other = stop.place == "workbench" and stop.article not in ("", self._shell.dispatch.article)
            self._show(stop.place, Location(stop.article) if is_other else None)

    def _here(self) -> _Stop:
        return _Stop(self._place, self._shell.dispatch.article)

    def _remember(self) -> None:
        if self._place and (not self._back or self._back[-1] != self._here()):
            self._back = [*self._back, self._here()][-DEPTH:]
            self._forward.clear()

    def _show(self, place: str, location: Location | None) -> None:
        view = self.view(place)
        self._place = place
        self._stack.setCurrentWidget(view)
        self._shell.actions.set_active(view.contexts)
        view.activate(location)
        self._shell.state.set_value("place", place)
        self._tell()
        self.place_changed.emit(place)

    def _tell(self) -> None:
        at = {f"at_{place}": place == self._place for place in self.places}
        self._shell.actions.set_conditions(can_go_back=bool(self._back), can_go_forward=bool(self._forward), **at)
