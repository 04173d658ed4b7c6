"""Annotations in the words a person would use: one sentence for a card, one line for a field, one text for a value."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from postil.base import edtf
from postil.base.i18n import _, language
from postil.domain import codebook
from postil.domain.annotation import ORIGIN_LABELS, STATE_LABELS, Annotation, Kind, Origin, State
from postil.domain.commitment import COMMITMENT_KIND_LABELS, Commitment
from postil.domain.event import EVENT_TYPE_LABELS, PART_LABELS, Event, Part
from postil.domain.figure import QUALIFIER_LABELS, QUALIFIER_SIGNS, STATUS_LABELS, Direction, Figure, Qualifier
from postil.indicators.series import Observation
from postil.operations import counting, numbers
from postil.operations.fields import OTHER_LABELS, FieldSpec, FieldType, by_name, said
from postil.suggest.text.markup import wording

SEPARATOR: Final = " · "
_LONG: Final = 120
_SENTENCE_END: Final = re.compile(r"[.!?…]['\"»”)]*\s+|\n")
_AROUND: Final = 400
"""Characters either side in which a sentence is looked for."""


def headline(annotation: Annotation) -> str:
    """One sentence: "≈ 60 foreign affairs activities · nearly · 2024 · actual". Its first part is what stands large."""
    body = annotation.body
    if isinstance(body, Figure):
        parts = _figure(body)
    elif isinstance(body, Event):
        parts = _event(body)
    else:
        parts = _commitment(body)
    words = SEPARATOR.join(part for part in parts if part)
    return words or (_shortened(annotation.evidence[0].exact) if annotation.evidence else _("empty"))


def value_text(figure: Figure, in_language: str = "") -> str:
    """The value with its sign and unit: "≈ 60", "> 31.4 billion USD", "5–7 %". Empty when there is none."""
    number = _number(figure, in_language)
    if not number:
        return ""
    sign = QUALIFIER_SIGNS[figure.qualifier]
    arrow = {Direction.UP: "↑ ", Direction.DOWN: "↓ ", None: ""}[figure.direction]
    return f"{arrow}{sign}{' ' if sign else ''}{_with_unit(number, figure.unit, figure.value, in_language)}"


def _number(figure: Figure, in_language: str) -> str:
    if figure.value is not None:
        return numbers.spoken(figure.value, in_language)
    if figure.minimum is not None and figure.maximum is not None:
        return f"{numbers.spoken(figure.minimum, in_language)}–{numbers.spoken(figure.maximum, in_language)}"
    return ""


def _with_unit(number: str, unit: str, value: Decimal | None, in_language: str) -> str:
    if unit == "percent":
        return numbers.percent(number, in_language)
    if unit in ("", "count"):
        return number
    return f"{number} {unit if _is_currency(unit) else counting.label('units', unit, value, in_language)}"


def _is_currency(code: str) -> bool:
    return len(code) == 3 and code.isupper()


def code_label(code_list: str, code: str, in_language: str = "") -> str:
    """The label of a code; a currency and what is in no list read as they are, without underscores."""
    if code_list == "units" and _is_currency(code):
        return code
    return codebook.shipped(code_list).label(code, in_language or language())


def _figure(figure: Figure) -> Iterable[str]:
    indicator = code_label("indicators", figure.indicator) if figure.indicator in codebook.shipped("indicators").by_id else ""
    indicator = indicator or figure.indicator_label or (figure.indicator.replace("_", " "))
    counted = counting.label("counted", figure.counted, figure.value) if figure.counted else ""
    value = value_text(figure) or figure.number_as_written
    yield f"{value} {counted or (indicator if figure.unit == 'count' else '')}".strip()
    yield indicator if figure.unit != "count" else ""
    yield "" if figure.qualifier is Qualifier.EXACT else _(QUALIFIER_LABELS[figure.qualifier])
    yield edtf_text(figure.period)
    yield _("per {unit}").format(unit=code_label("units", figure.per)) if figure.per else ""
    yield _(STATUS_LABELS[figure.status])
    yield code_label("countries", figure.area) if figure.area else ""


def _event(event: Event) -> Iterable[str]:
    yield _shortened(event.title) or _(EVENT_TYPE_LABELS[event.type])
    yield _(EVENT_TYPE_LABELS[event.type]) if event.title else ""
    yield edtf_text(f"{event.start}/{event.end}" if event.start and event.end and event.end != event.start else event.start)
    yield ", ".join(place.name for place in event.places if not place.remote)


def _commitment(commitment: Commitment) -> Iterable[str]:
    yield _shortened(commitment.action)
    yield _(COMMITMENT_KIND_LABELS[commitment.kind])
    yield " → ".join(_shortened(name, 40) for name in (commitment.issuer, commitment.addressee) if name)
    yield _("due {date}").format(date=edtf_text(commitment.due)) if commitment.due else ""


def edtf_text(text: str) -> str:
    """A date or period for people; what is no EDTF stays as it was typed."""
    return edtf.for_people(text, language()) if text and edtf.is_valid(text) else text


def field_label(kind: Kind, name: str) -> str:
    """The translated name of a field, or of another part of an annotation."""
    spec = by_name(kind).get(name)
    return _(spec.label) if spec else _(OTHER_LABELS[name]) if name in OTHER_LABELS else name.replace("_", " ")


def field_text(kind: Kind, name: str, value: Any) -> str:
    """A field's value (of a body, or as a JSON value of a difference) for people; empty for nothing."""
    if value is None or value in ("", (), []):
        return ""
    spec = by_name(kind).get(name)
    if spec is None:
        return _other_text(name, value)
    to_text = _TEXTS.get(spec.type)
    return to_text(spec, value) if to_text is not None else str(value)


def field_lines(annotation: Annotation) -> tuple[tuple[str, str], ...]:
    """Label and text of every field that says something."""
    kind = annotation.kind
    return tuple((field_label(kind, name), field_text(kind, name, value)) for name, value in said(kind, annotation.body).items())


def _decimal(_spec: FieldSpec, value: Any) -> str:
    try:
        return numbers.full(Decimal(str(value)))
    except InvalidOperation:
        return str(value)


def _choice(spec: FieldSpec, value: Any) -> str:
    return next((_(label) for member, label in spec.choices if member is not None and str(member) == str(value)), str(value))


def _code(spec: FieldSpec, value: Any) -> str:
    return code_label(spec.code_list, str(value))


def _date(_spec: FieldSpec, value: Any) -> str:
    return edtf_text(str(value))


def _places(_spec: FieldSpec, value: Any) -> str:
    return "; ".join(_joined(_part(p, "name"), _part(p, "code"), _("remote") if _part(p, "remote") else "") for p in value)


def _people(_spec: FieldSpec, value: Any) -> str:
    return "; ".join(_joined(_part(p, "name"), _part(p, "role"), _part_label(_part(p, "part"))) for p in value)


_TEXTS: Final[dict[FieldType, Callable[[FieldSpec, Any], str]]] = {
    FieldType.DECIMAL: _decimal,
    FieldType.CHOICE: _choice,
    FieldType.CODE: _code,
    FieldType.EDTF: _date,
    FieldType.PLACES: _places,
    FieldType.PEOPLE: _people,
}


def _joined(name: str, *rest: str) -> str:
    more = ", ".join(str(part) for part in rest if part)
    return f"{name} ({more})" if more else str(name)


def _part(item: Any, name: str) -> Any:
    return item.get(name, "") if isinstance(item, dict) else getattr(item, name)


def _part_label(part: str) -> str:
    return _(PART_LABELS[Part(part)]) if part else _(PART_LABELS[Part.ATTENDEE])


def _other_text(name: str, value: Any) -> str:
    if name == "state":
        return _(STATE_LABELS[State(value)])
    if name == "origin":
        return _(ORIGIN_LABELS[Origin(value)])
    if name == "evidence":
        return " … ".join(f"“{_shortened(_part(piece, 'exact'))}”" for piece in value)
    if name == "deleted":
        return _("yes")
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def observation_text(observation: Observation, unit: str = "") -> str:
    """The value of a point as it was stated, with its hedge or its range, and the unit of its series when that is given."""
    interval = observation.interval
    if observation.is_range and interval.low is not None and interval.high is not None:
        return _with_unit(f"{numbers.spoken(interval.low)}–{numbers.spoken(interval.high)}", unit, None, "")
    return f"{QUALIFIER_SIGNS[observation.qualifier]} {_with_unit(numbers.spoken(observation.value), unit, observation.value, '')}".strip()


def axis_number(value: float) -> str:
    """A number at the ruler of a chart."""
    return numbers.axis(value)


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence of an article that holds `[start, end)`, on one line; a very long one is cut at words, and shows it."""
    first = max((m.end() for m in _SENTENCE_END.finditer(text, max(0, start - _AROUND), start)), default=max(0, start - _AROUND))
    found = _SENTENCE_END.search(text, end, min(len(text), end + _AROUND))
    last = found.end() if found else min(len(text), end + _AROUND)
    words = text[first:last].split()
    if first > 0 and not text[first - 1].isspace() and not text[first].isspace():
        words = ["…", *words[1:]]
    if last < len(text) and not text[last - 1].isspace() and not text[last].isspace():
        words = [*words[:-1], "…"]
    return wording(" ".join(words))


def time_text(at_ms: int) -> str:
    """A time for people in their zone: the hour today, the date as well on other days."""
    then, now = time.localtime(at_ms / 1000), time.localtime()
    clock = time.strftime("%H:%M", then)
    if then[:3] == now[:3]:
        return clock
    return f"{edtf.for_people(time.strftime('%Y-%m-%d', then), language())}, {clock}"


def _shortened(text: str, most: int = _LONG) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + "…"
