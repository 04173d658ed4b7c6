"""Folding: what people type without accents finds what is written with them, at the place where it stands."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.base.fold import PAIRS, find_all, fold, fold_with_map

TEXTS = st.text(st.sampled_from("aAeEéếđĐœŒßłﬁ ’'\u0301\u0323xX🙂ѓ"), max_size=30)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Đồng Nai", "dong nai"),
        ("Phạm Minh Chính", "pham minh chinh"),
        ("kinh tế", "kinh te"),
        ("Œuvre", "oeuvre"),
        ("l’État", "l'etat"),
        ("Łódź", "lodz"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ﬁnance", "finance"),
    ],
)
def test_what_is_typed_finds_what_is_written(written: str, typed: str) -> None:
    assert fold(written) == typed
    assert find_all(f"à {written}.", typed) == [(2, 2 + len(written))]


def test_decomposed_letters_are_found_with_their_marks() -> None:
    text = unicodedata.normalize("NFD", "kinh tế ở")
    assert [text[start:end] for start, end in find_all(text, "te")] == [unicodedata.normalize("NFD", "tế")]


def test_nothing_is_found_by_nothing() -> None:
    assert find_all("kinh tế", "") == find_all("kinh tế", "\u0301") == find_all("", "a") == []


def test_hits_do_not_overlap() -> None:
    assert find_all("ấaâ á", "aa") == [(0, 2)]


def test_every_letter_of_the_table_is_one_that_nfd_leaves_alone() -> None:
    assert [letter for letter, _plain in PAIRS if unicodedata.normalize("NFD", letter) != letter] == []


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_the_map_leads_back(text: str) -> None:
    folded, offsets = fold_with_map(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    assert all(letter in fold(text[offset]) for letter, offset in zip(folded, offsets, strict=False))


@given(TEXTS, TEXTS, TEXTS)
def test_words_in_a_text_are_found_where_they_stand(before: str, needle: str, after: str) -> None:
    hits = find_all(before + needle + after, needle)
    assert bool(hits) == bool(fold(needle))
    for start, end in hits:
        assert fold(needle) in fold((before + needle + after)[start:end])
