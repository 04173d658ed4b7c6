"""The places of the window: their names, icons, keys and where they are built; each is imported when first opened."""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from postil.base.i18n import N_

if TYPE_CHECKING:
    from postil.ui.view import Shell, View


@dataclass(frozen=True, slots=True)
class PlaceSpec:
    """One place. `module` has `build(shell) -> View`; `action` is the id of the action that opens it."""

    id: str
    title: str
    icon: str
    module: str
    action: str


PLACES: tuple[PlaceSpec, ...] = (
    PlaceSpec("library", N_("Library"), "library", "postil.ui.library.place", "go.library"),
    PlaceSpec("workbench", N_("Workbench"), "workbench", "postil.ui.workbench.place", "go.workbench"),
    PlaceSpec("review", N_("Review"), "review", "postil.ui.review.place", "go.review"),
    PlaceSpec("indicators", N_("Indicators"), "indicators", "postil.ui.indicators.place", "go.indicators"),
    PlaceSpec("commitments", N_("Commitments"), "commitments", "postil.ui.commitments.place", "go.commitments"),
)


def is_shipped(place: PlaceSpec) -> bool:
    """Does this version hold the place? Looks for the module without importing it."""
    package = place.module.rpartition(".")[0]
    return importlib.util.find_spec(package) is not None and importlib.util.find_spec(place.module) is not None


def build(place: PlaceSpec, shell: Shell) -> View:
    """Import the place's module and build its view."""
    return cast("View", importlib.import_module(place.module).build(shell))
