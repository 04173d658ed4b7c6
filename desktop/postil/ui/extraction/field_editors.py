"""Which editor a field of the table gets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from postil.base.i18n import _
from postil.domain import codebook
from postil.domain.annotation import Kind
from postil.operations.fields import FieldSpec, FieldType
from postil.ui.extraction.editors.base import FieldEditor
from postil.ui.extraction.editors.choice import ChoiceEditor
from postil.ui.extraction.editors.code import CodeEditor
from postil.ui.extraction.editors.date import DateEditor, ReadDate
from postil.ui.extraction.editors.link import LinkEditor
from postil.ui.extraction.editors.number import NumberEditor, ReadNumber
from postil.ui.extraction.editors.rows import PeopleEditor, PlacesEditor
from postil.ui.extraction.editors.text import LineEditor, LongEditor

LONG = frozenset({"action", "title", "test"})
"""Text fields that hold a clause rather than a name."""
NAMED_BY_WORDS = frozenset({"countries"})
"""Lists where what is not in them is kept as written, not turned into an id."""
PAIRS = (
    ("value", "unit"),
    ("minimum", "maximum"),
    ("qualifier", "status"),
    ("start", "end"),
    ("direction", "baseline"),
    ("area", "counterpart_area"),
)
"""Short fields that share a line."""
NOT_OFFERED = frozenset({"canonical", "restates", "indicator_label"})
"""Shown when they say something, but not offered: links to other articles, and the name that a new indicator gets by itself."""
FIRST: dict[Kind, str] = {Kind.FIGURE: "value", Kind.EVENT: "title", Kind.COMMITMENT: "action"}
"""The field that is corrected most often, where the cursor begins."""
BESIDE = frozenset({"number_as_written"})
"""Said beside another field; on view only among all fields."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How what is typed is understood, and which sisters of a kind there are to link to (id, headline)."""

    number: ReadNumber
    date: ReadDate
    sisters: Callable[[Kind], tuple[tuple[str, str], ...]]


def editor_for(spec: FieldSpec, reading: Reading) -> FieldEditor:
    """A fresh editor for a field."""
    label, tip = _(spec.label), _(spec.help) if spec.help else ""
    if spec.type is FieldType.DECIMAL:
        return NumberEditor(spec.name, label, reading.number, tip)
    if spec.type is FieldType.EDTF:
        return DateEditor(spec.name, label, reading.date, tip)
    if spec.type is FieldType.CHOICE:
        return ChoiceEditor(spec.name, label, [(value, _(text)) for value, text in spec.choices], tip)
    if spec.type is FieldType.CODE:
        is_named = spec.code_list in NAMED_BY_WORDS
        codes = codebook.shipped(spec.code_list)
        return CodeEditor(spec.name, label, codes, tip, allow_new=spec.open_code and not is_named, allow_text=is_named or spec.name == "unit")
    if spec.type is FieldType.LINK:
        return LinkEditor(spec.name, label, reading.sisters(spec.target) if spec.target else (), tip)
    return _worded(spec, label, tip)


def _worded(spec: FieldSpec, label: str, tip: str) -> FieldEditor:
    if spec.type is FieldType.PEOPLE:
        return PeopleEditor(spec.name, label, tip)
    if spec.type is FieldType.PLACES:
        return PlacesEditor(spec.name, label, tip)
    return LongEditor(spec.name, label, tip) if spec.name in LONG else LineEditor(spec.name, label, tip)
