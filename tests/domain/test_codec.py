"""Bodies to JSON values and back: exact decimals, nothing empty written, nothing wrong let in."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.base import canonical
from postil.domain.annotation import BODY_TYPES, Kind
from postil.domain.article import Found, Meta
from postil.domain.codec import decimal_text, from_json, to_json
from postil.domain.commitment import Commitment
from postil.domain.event import Event, Part, Participant, Place
from postil.domain.figure import Figure, Qualifier, Status
from postil.domain.selector import Evidence, Role

decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15)
figures = st.builds(Figure, value=st.none() | decimals, minimum=st.none() | decimals, maximum=st.none() | decimals)
events = st.builds(
    Event, places=st.lists(st.builds(Place), max_size=3).map(tuple), participants=st.lists(st.builds(Participant), max_size=3).map(tuple)
)


@given(figures | events | st.builds(Commitment))
def test_a_body_survives_and_has_one_canonical_form(body: Any) -> None:
    data = to_json(body)
    back = from_json(type(body), data)
    assert back == body
    assert canonical.encode(to_json(back)) == canonical.encode(data)


@given(decimals)
def test_a_decimal_is_written_plainly_and_exactly(value: Decimal) -> None:
    text = decimal_text(value)
    assert Decimal(text) == value
    assert "E" not in text
    assert text != "-0"
    assert "." not in text or not text.endswith(("0", "."))


def test_what_is_at_its_default_is_left_out() -> None:
    assert to_json(Figure(value=Decimal("164.150"), minimum=Decimal(1), qualifier=Qualifier.NEARLY)) == {
        "value": "164.15",
        "min": "1",
        "qualifier": "nearly",
    }
    assert to_json(Event(participants=(Participant("A", Part.CHAIR),))) == {"participants": [{"name": "A", "part": "chair"}]}


def test_numbers_are_read_as_numbers_or_as_text() -> None:
    assert from_json(Figure, {"value": 31400000000}) == from_json(Figure, {"value": "31400000000"})


def test_unknown_keys_are_left_alone() -> None:
    assert from_json(Figure, {"unit": "percent", "colour": "red"}) == Figure(unit="percent")


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Figure, {"unit": 5}),
        (Figure, {"status": "guess"}),
        (Figure, {"inferred": [1]}),
        (Evidence, {"start": True, "end": 2, "exact": "x", "role": "value"}),
    ],
)
def test_what_does_not_fit_is_refused(kind: type[Any], data: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError)):
        from_json(kind, data)


def test_nested_values_come_back_as_they_were() -> None:
    meta = Meta(title=Found("Postil", 0, 6), published=Found("2024-12-20", by_person=True))
    assert from_json(Meta, to_json(meta)) == meta
    evidence = Evidence(3, 9, "words", Role.HEDGE, "before", "after")
    assert from_json(Evidence, to_json(evidence)) == evidence
    assert from_json(Figure, to_json(Figure(status=Status.CHANGE))).status is Status.CHANGE


def test_every_kind_has_a_frozen_body() -> None:
    for kind in Kind:
        body = BODY_TYPES[kind]()
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(body, "inferred", ("x",))  # noqa: B010 - mypy refuses the plain form, and rightly
