"""Figures: quantitative statements about the world, as typed objects."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from postil.base.i18n import N_


class Qualifier(StrEnum):
    """The hedge on a number; it becomes an interval when values are compared, not here."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"


class Status(StrEnum):
    """What the number claims to be."""

    ACTUAL = "actual"
    TARGET = "target"
    FORECAST = "forecast"
    CHANGE = "change"


class Direction(StrEnum):
    """Which way a change goes; the value itself stays positive."""

    UP = "up"
    DOWN = "down"


QUALIFIER_LABELS: dict[Qualifier, str] = {
    Qualifier.EXACT: N_("exactly"),
    Qualifier.ABOUT: N_("about"),
    Qualifier.NEARLY: N_("nearly"),
    Qualifier.OVER: N_("over"),
    Qualifier.AT_LEAST: N_("at least"),
    Qualifier.UNDER: N_("under"),
    Qualifier.AT_MOST: N_("at most"),
}
QUALIFIER_SIGNS: dict[Qualifier, str] = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "≈",
    Qualifier.NEARLY: "≲",
    Qualifier.OVER: ">",
    Qualifier.AT_LEAST: "≥",
    Qualifier.UNDER: "<",
    Qualifier.AT_MOST: "≤",
}
STATUS_LABELS: dict[Status, str] = {
    Status.ACTUAL: N_("actual"),
    Status.TARGET: N_("target"),
    Status.FORECAST: N_("forecast"),
    Status.CHANGE: N_("change"),
}
DIRECTION_LABELS: dict[Direction, str] = {Direction.UP: N_("up"), Direction.DOWN: N_("down")}


@dataclass(frozen=True, slots=True)
class Figure:
    """One mention of a figure. Either `value`, or `minimum` and `maximum`, in the unit, fully scaled.

    `unit` is `percent`, `percentage_point`, an ISO 4217 code, an English singular unit or `count` (then
    `counted` names what is counted). `period` and `baseline` are EDTF. `relates_to` is the id of the figure
    whose change this is. Empty strings and None mean: not said.
    """

    number_as_written: str = ""
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str = "count"
    counted: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    indicator: str = ""
    indicator_label: str = ""
    period: str = ""
    per: str = ""
    area: str = ""
    counterpart_area: str = ""
    status: Status = Status.ACTUAL
    direction: Direction | None = None
    relates_to: str = ""
    baseline: str = ""
    attributed_to: str = ""
    inferred: tuple[str, ...] = ()
