"""Amounts in sentences of our own, read as an article is: value, unit, hedge and rate, and that other writings change none of them."""

from __future__ import annotations

import tomllib
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

from postil.suggest.numbers import Found, find

SENTENCES: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("number_sentences.toml").read_text("utf-8"))
CASES = [(language, text, expected) for language, rows in SENTENCES.items() for text, expected in rows.items()]
Reading = tuple[Decimal | None, Decimal | None, Decimal | None, str, str, str]


def wanted(expected: str) -> list[tuple[Decimal, Decimal, str, str, str]]:
    out = []
    for piece in expected.split("|"):
        words = piece.split()
        if words:
            low, _, high = words[0].partition("..")
            unit, qualifier, per = [*words[1:], *["count", "exact", ""][len(words) - 1 :]][:3]
            out.append((Decimal(low), Decimal(high or low), unit, qualifier, per))
    return out


def is_right(found: Found, row: tuple[Decimal, Decimal, str, str, str]) -> bool:
    low, high, unit, qualifier, per = row
    ends = (found.value, found.value) if found.value is not None else (found.minimum, found.maximum)
    near = all(end is not None and abs(end - aim) <= abs(aim) / 1_000_000 for end, aim in zip(ends, (low, high), strict=True))
    return near and (found.unit, found.qualifier, found.per) == (unit, qualifier, per)


def values(text: str, language: str) -> list[Reading]:
    return [(one.value, one.minimum, one.maximum, one.unit, one.qualifier, one.per) for one in find(text, language, strict=True)]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_sentences(language: str, text: str, expected: str) -> None:
    found, rows = find(text, language, strict=True), wanted(expected)
    assert len(found) == len(rows), found
    assert all(is_right(one, row) for one, row in zip(found, rows, strict=True)), found


@pytest.mark.parametrize("language", SENTENCES)
def test_there_are_enough_of_them(language: str) -> None:
    assert len(SENTENCES[language]) >= 60


@pytest.mark.parametrize("language", SENTENCES)
def test_another_writing_changes_no_value(language: str) -> None:
    for text in SENTENCES[language]:
        plain = values(text, language)
        assert values(text.replace(" ", "\u00a0"), language) == plain, text
        assert values(text.replace("'", "\u2019"), language) == plain, text
        assert values(f"{text}.", language) == plain, text
        assert values(f"({text})", language) == plain, text
        assert values(f"{text}\n\n{text}", language) == plain + plain, text


@pytest.mark.parametrize("language", SENTENCES)
def test_decomposed_letters_change_no_value(language: str) -> None:
    for text in SENTENCES[language]:
        assert values(unicodedata.normalize("NFD", text), language) == values(text, language), text
