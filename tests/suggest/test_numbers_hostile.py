"""Hostile text: `find` never raises, never leaves the text, and its work grows with the length of the text, not with its square."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.suggest.numbers import find

PIECES = [
    "1",
    "9 ",
    "12 345 ",
    "1,",
    "1.",
    "1/",
    "1-",
    "-",
    "- ",
    "a1",
    "1a",
    "$",
    "$5 ",
    "5$",
    "% ",
    "5% ",
    "1e",
    "1^",
    "(1) ",
    "5\n",
    "5 to ",
    "5 or ",
    "from 5% to ",
    "one hundred and ",
    "thousand ",
    "two thousand, ",
    "half a ",
    "point five ",
    "over ",
    "two and ",
    "a third and ",
    "five and a ",
    "times as ",
    "three times ",
    "minus ",
    "20 dollars 5 cents ",
    "quatre-vingt-",
    "mille ",
    "cent et ",
    "un sur ",
    "et demi ",
    "la moitié ",
    "de 5 % à ",
    "một trăm ",
    "mươi ",
    "1 tỷ ",
    "một phần ",
    "khoảng gần hơn ",
    "gấp ",
    "rưỡi ",
    "5 triệu đồng/",
    "½",
    "é",
    "\u0301",
    "\u00a0",
    "'",
]
LENGTH = 600


def calls(text: str, language: str) -> int:
    """How many functions are called to read `text`, built-in ones included."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        find(text, language)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("language", ["en", "fr", "vi"])
def test_the_work_is_linear(language: str) -> None:
    for piece in PIECES:
        short, long = piece * (LENGTH // len(piece)), piece * (2 * LENGTH // len(piece))
        find(short, language)
        assert calls(long, language) < 2.6 * calls(short, language) + 2000, piece


@pytest.mark.parametrize(("piece", "language"), [("7", "en"), ("a", "fr"), ("một trăm triệu" + " " * 300, "vi"), ("-1.5" + "x" * 300, "en")])
def test_a_megabyte_is_read(piece: str, language: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert all(0 <= found.start < found.end <= len(text) for found in find(text, language))


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["en", "fr", "vi"]), st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_mixture_is_read(pieces: list[str], language: str, strict: bool) -> None:
    text = "".join(pieces)
    at = 0
    for found in find(text, language, strict=strict):
        assert at <= found.start <= found.number_start < found.number_end <= found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert (found.value is None) == (found.minimum is not None) == (found.maximum is not None)
        at = found.number_end
