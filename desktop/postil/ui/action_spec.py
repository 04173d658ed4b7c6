"""What a row of the action table is: its fields, the contexts actions live in, the menus they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from postil.base.i18n import N_


class Context(StrEnum):
    """Where an action lives: everywhere, or in a place. Keys count only there."""

    GLOBAL = "global"
    LIBRARY = "library"
    WORKBENCH = "workbench"
    REVIEW = "review"
    INDICATORS = "indicators"


CONTEXT_LABELS: dict[Context, str] = {
    Context.GLOBAL: N_("Everywhere"),
    Context.LIBRARY: N_("Library"),
    Context.WORKBENCH: N_("Workbench"),
    Context.REVIEW: N_("Review"),
    Context.INDICATORS: N_("Indicators"),
}


class Menu(StrEnum):
    """Menus behind ☰, in order."""

    PROJECT = "project"
    EDIT = "edit"
    ARTICLE = "article"
    ANNOTATION = "annotation"
    REVIEW = "review"
    CHART = "chart"
    GO = "go"
    VIEW = "view"
    PERSON = "person"
    HELP = "help"


MENU_LABELS: dict[Menu, str] = {
    Menu.PROJECT: N_("Project"),
    Menu.EDIT: N_("Edit"),
    Menu.ARTICLE: N_("Article"),
    Menu.ANNOTATION: N_("Annotation"),
    Menu.REVIEW: N_("Review"),
    Menu.CHART: N_("Chart"),
    Menu.GO: N_("Go"),
    Menu.VIEW: N_("View"),
    Menu.PERSON: N_("Person"),
    Menu.HELP: N_("Help"),
}


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One row. `run` is the handler's method; `enabled_when` names a condition set by `Actions.set_conditions`.

    `keys` are in Qt's portable form; a single letter fires only in its context and never while typing. `starts_group`
    draws a line above it in its menu. `check` names the condition that ticks the action, if it can be ticked.
    """

    id: str
    text: str
    icon: str
    help: str
    run: str
    menu: Menu
    context: Context = Context.GLOBAL
    keys: tuple[str, ...] = ()
    enabled_when: str = ""
    starts_group: bool = False
    check: str = ""
