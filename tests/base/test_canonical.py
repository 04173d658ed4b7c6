"""Canonical JSON: one byte form per value, floats refused, and the hash over it."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.base import canonical

values = st.recursive(
    st.none() | st.booleans() | st.integers(-canonical.LARGEST, canonical.LARGEST) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_a_value_survives_the_way_there_and_back(value: object) -> None:
    data = canonical.encode(value)
    assert canonical.decode(data) == value
    assert canonical.encode(canonical.decode(data)) == data
    assert json.loads(data) == value


@given(st.dictionaries(st.text(), st.integers(0, 9), min_size=2))
def test_the_order_of_insertion_does_not_matter(value: dict[str, int]) -> None:
    backwards = dict(reversed(value.items()))
    assert canonical.encode(value) == canonical.encode(backwards)


def test_the_form_is_the_one_written_down() -> None:
    assert canonical.encode({"b": [1, True, None], "a": 'é"\n', "": {}}) == '{"":{},"a":"é\\"\\n","b":[1,true,null]}'.encode()


def test_keys_are_sorted_by_utf16() -> None:
    assert canonical.encode({"\ufb33": 1, "😀": 2}).decode() == '{"😀":2,"\ufb33":1}'


@pytest.mark.parametrize("value", [1.0, float("nan"), Decimal(1), 2**53, -(2**53), {1: 2}, b"x", {"a": [0.5]}])
def test_what_has_no_exact_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical.encode(value)


@pytest.mark.parametrize("data", [b'{"a": 1}', b'{"b":1,"a":2}', b"1.0", b"1e2", b'"\\u0041"', b"[1,]", b"9007199254740992", b'{"a":1,"a":1}'])
def test_another_form_of_the_same_value_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own error is one, too
        canonical.decode(data)


def test_the_hash_is_sha256() -> None:
    assert canonical.sha256(b"abc").hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
