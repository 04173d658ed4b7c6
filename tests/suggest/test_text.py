"""The shadow keeps every offset; tokens never cross a letter-digit border."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import normal, norms, tokenize


@given(st.text().filter(lambda text: "<" not in text))
def test_shadow_keeps_the_length_and_is_idempotent(text: str) -> None:
    plain = shadow(text)
    assert len(plain) == len(text)
    assert shadow(plain) == plain


@given(st.text())
def test_tokens_are_ordered_inside_and_leave_only_white_space(text: str) -> None:
    tokens = tokenize(text)
    at = 0
    for token in tokens:
        assert at <= token.start < token.end <= len(text)
        assert text[at : token.start].strip() == ""
        at = token.end
    assert text[at:].strip() == ""


def test_shadow_maps_families() -> None:
    assert shadow("12\u00a0225\u202f%\u2009\u2212\u20113 l\u2019\u201cun\u201d «deux» – —") == '12 225 % --3 l\'"un" «deux» – —'


def test_borders() -> None:
    assert norms("période 2021-mai US$31.4 A80 24/08/2025Báo") == (
        *("période", "2021", "-", "mai", "us", "$", "31", ".", "4", "a", "80", "24", "/", "08", "/", "2025", "báo"),
    )


def test_elisions_and_english_endings() -> None:
    assert norms("l'an d'un qu'ils jusqu'à aujourd'hui l'« armée »") == (
        "l'",
        "an",
        "d'",
        "un",
        "qu'",
        "ils",
        "jusqu'",
        "à",
        "aujourd'hui",
        "l'",
        "«",
        "armée",
        "»",
    )
    assert norms("Vietnam's goal isn't 10's") == ("vietnam", "'s", "goal", "isn", "'t", "10", "'s")


def test_one_normal_form_for_two_spellings() -> None:
    assert normal("hoà") == normal("hòa") == "hòa"
    assert normal("thuý") == normal("thúy") == "thúy"
    assert normal("quý") == "quý"
    assert normal("E\u0301TAT") == "état"
