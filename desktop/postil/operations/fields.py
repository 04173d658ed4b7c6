"""The fields of each kind of annotation in one table: forms, differences, validation and exports all read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final

from postil.base.i18n import N_
from postil.domain.annotation import Body, Kind
from postil.domain.codec import json_name
from postil.domain.commitment import COMMITMENT_KIND_LABELS, OUTCOME_LABELS, TESTABLE_LABELS
from postil.domain.event import ATTENDANCE_LABELS, EVENT_TYPE_LABELS
from postil.domain.figure import DIRECTION_LABELS, QUALIFIER_LABELS, STATUS_LABELS


class FieldType(StrEnum):
    """How a field is edited, shown and checked."""

    TEXT = "text"
    DECIMAL = "decimal"
    CHOICE = "choice"
    CODE = "code"
    EDTF = "edtf"
    PLACES = "places"
    PEOPLE = "people"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field. `name` is the attribute of the body's dataclass; `label` and `help` are message ids.

    `choices` are the members of a closed list with their labels, None standing for "not said". `code_list` names
    the list of `resources/codes/` that proposes codes, `open_code` whether others are welcome; `target` is the kind
    a link points to. A basic field is always on view, the others open on demand; `group` puts them under a heading.
    """

    name: str
    label: str
    type: FieldType
    help: str = ""
    group: str = ""
    is_basic: bool = False
    is_required: bool = False
    choices: tuple[tuple[StrEnum | None, str], ...] = ()
    code_list: str = ""
    open_code: bool = False
    target: Kind | None = None

    @property
    def json_name(self) -> str:
        """Its name in documents and in the journal."""
        return json_name(self.name)


def _choices(labels: Mapping[Any, str], *, optional: bool = False) -> tuple[tuple[StrEnum | None, str], ...]:
    members: tuple[tuple[StrEnum | None, str], ...] = tuple(labels.items())
    return ((None, N_("not said")), *members) if optional else members


_VALUE, _TIME, _PLACE, _MEANING, _WHO = N_("Value"), N_("Time"), N_("Place"), N_("Meaning"), N_("Who")

FIELDS: Final[dict[Kind, tuple[FieldSpec, ...]]] = {
    Kind.FIGURE: (
        FieldSpec("indicator", N_("Indicator"), FieldType.CODE, N_("What is measured; choose one, or name a new one."), _MEANING,
                  is_basic=True, code_list="indicators", open_code=True),
        FieldSpec("value", N_("Value"), FieldType.DECIMAL, N_("The number fully written out: 31.4 billion is 31400000000."), _VALUE, is_basic=True),
        FieldSpec("minimum", N_("Lowest"), FieldType.DECIMAL, N_("The lower end, when the article gives a range."), _VALUE),
        FieldSpec("maximum", N_("Highest"), FieldType.DECIMAL, N_("The upper end, when the article gives a range."), _VALUE),
        FieldSpec("unit", N_("Unit"), FieldType.CODE, N_("Percent, a currency, a unit of measure, or a plain count."), _VALUE,
                  is_basic=True, is_required=True, code_list="units"),
        FieldSpec("counted", N_("What is counted"), FieldType.CODE, N_("The things a count counts."), _VALUE,
                  is_basic=True, code_list="counted", open_code=True),
        FieldSpec("qualifier", N_("Precision"), FieldType.CHOICE, N_("The hedge in the words: about, nearly, over, at least …"), _VALUE,
                  is_basic=True, choices=_choices(QUALIFIER_LABELS)),
        FieldSpec("status", N_("Status"), FieldType.CHOICE, N_("Does the article report it, aim at it, expect it, or give a change?"), _MEANING,
                  is_basic=True, choices=_choices(STATUS_LABELS)),
        FieldSpec("period", N_("Period"), FieldType.EDTF, N_("2024 · 2024-11 · 2024-01/2024-11 · 2021/2025-05"), _TIME, is_basic=True),
        FieldSpec("per", N_("Per"), FieldType.CODE, N_("For rates: per year, per month …"), _TIME, code_list="units"),
        FieldSpec("direction", N_("Direction"), FieldType.CHOICE, N_("For a change; the value itself stays positive."), _MEANING,
                  choices=_choices(DIRECTION_LABELS, optional=True)),
        FieldSpec("baseline", N_("Baseline"), FieldType.EDTF, N_("For a change: the period it is compared with."), _TIME),
        FieldSpec("relates_to", N_("Change of"), FieldType.LINK, N_("The figure whose change this is."), _MEANING, target=Kind.FIGURE),
        FieldSpec("area", N_("Area"), FieldType.CODE, N_("The country or place that the figure is about."), _PLACE,
                  code_list="countries", open_code=True),
        FieldSpec("counterpart_area", N_("Counterpart"), FieldType.CODE, N_("The other side, as in trade with it."), _PLACE,
                  code_list="countries", open_code=True),
        FieldSpec("attributed_to", N_("Stated by"), FieldType.TEXT, N_("Who states it, as the article has it."), _WHO),
        FieldSpec("number_as_written", N_("As written"), FieldType.TEXT, N_("The number in the article's own characters."), _VALUE),
        FieldSpec("indicator_label", N_("Name of the new indicator"), FieldType.TEXT, N_("Only for an indicator that is not in the list."), _MEANING),
    ),
    Kind.EVENT: (
        FieldSpec("type", N_("Type"), FieldType.CHOICE, N_("What kind of happening it is."), _MEANING,
                  is_basic=True, choices=_choices(EVENT_TYPE_LABELS)),
        FieldSpec("title", N_("Title"), FieldType.TEXT, N_("A few words, in the article's language."), _MEANING, is_basic=True),
        FieldSpec("start", N_("Start"), FieldType.EDTF, N_("2024-12-20 · 2024-12 · 2024"), _TIME, is_basic=True),
        FieldSpec("end", N_("End"), FieldType.EDTF, N_("Only when it lasts longer than its start says."), _TIME),
        FieldSpec("places", N_("Places"), FieldType.PLACES, N_("As written; a relay venue is marked as remote."), _PLACE, is_basic=True),
        FieldSpec("participants", N_("Participants"), FieldType.PEOPLE, N_("Names, what they are, and the part they play."), _WHO, is_basic=True),
        FieldSpec("attendance_mode", N_("Held"), FieldType.CHOICE, N_("In person, online, or both."), _PLACE,
                  choices=_choices(ATTENDANCE_LABELS, optional=True)),
        FieldSpec("canonical", N_("Same event elsewhere"), FieldType.LINK, N_("The event that other articles describe too."), _MEANING,
                  target=Kind.EVENT),
    ),
    Kind.COMMITMENT: (
        FieldSpec("kind", N_("Kind"), FieldType.CHOICE, N_("Who is bound, and how."), _MEANING,
                  is_basic=True, choices=_choices(COMMITMENT_KIND_LABELS)),
        FieldSpec("action", N_("Action"), FieldType.TEXT, N_("What is to be done, in the article's words."), _MEANING,
                  is_basic=True, is_required=True),
        FieldSpec("issuer", N_("Who says it"), FieldType.TEXT, N_("As written; may stand in an introducing clause."), _WHO, is_basic=True),
        FieldSpec("addressee", N_("Who must act"), FieldType.TEXT, N_("As written."), _WHO, is_basic=True),
        FieldSpec("due", N_("Due"), FieldType.EDTF, N_("2025 · 2025-06 · ../2030"), _TIME, is_basic=True),
        FieldSpec("testable", N_("Testable"), FieldType.CHOICE, N_("Can somebody later say whether it was kept?"), _MEANING,
                  choices=_choices(TESTABLE_LABELS)),
        FieldSpec("test", N_("Test"), FieldType.TEXT, N_("The sentence that will say so."), _MEANING),
        FieldSpec("indicator", N_("Indicator"), FieldType.CODE, N_("What it will be measured by."), _MEANING, code_list="indicators", open_code=True),
        FieldSpec("target_figure", N_("Target figure"), FieldType.LINK, N_("The figure that states the target."), _MEANING, target=Kind.FIGURE),
        FieldSpec("outcome", N_("Outcome"), FieldType.CHOICE, N_("What became of it."), _MEANING, choices=_choices(OUTCOME_LABELS)),
        FieldSpec("restates", N_("Restates"), FieldType.LINK, N_("The same commitment in another article."), _MEANING, target=Kind.COMMITMENT),
    ),
}  # fmt: skip

OTHER_LABELS: Final = {
    "evidence": N_("Evidence"),
    "tags": N_("Tags"),
    "state": N_("State"),
    "origin": N_("Origin"),
    "inferred": N_("Inferred"),
    "deleted": N_("Deleted"),
}
"""Parts of an annotation that are no fields of its body, by the names that differences use."""


@cache
def by_name(kind: Kind) -> dict[str, FieldSpec]:
    """The fields of a kind by name."""
    return {spec.name: spec for spec in FIELDS[kind]}


def is_empty(value: object) -> bool:
    """Does a field with this value say nothing?"""
    return value is None or value in ("", ())


def said(kind: Kind, body: Body) -> dict[str, Any]:
    """The fields that say something, in the table's order."""
    return {spec.name: getattr(body, spec.name) for spec in FIELDS[kind] if not is_empty(getattr(body, spec.name))}
