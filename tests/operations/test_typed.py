"""What people type into a form is read as they meant it, whatever the article's language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from postil.operations import typed


@pytest.mark.parametrize("language", ["", "en", "fr", "vi"])
@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("31,4 tỷ", "31400000000", "count"),
        ("US$31.4bn", "31400000000", "USD"),
        ("31.4 bn", "31400000000", "count"),
        ("1,5 million de tonnes", "1500000", "tonne"),
        ("12,5 %", "12.5", "percent"),
        ("près de 170", "170", "count"),
        ("1 234 567", "1234567", "count"),
    ],
)
def test_an_amount_is_read_in_the_language_that_covers_it(text: str, value: str, unit: str, language: str) -> None:
    assert typed.number(text, language) == typed.TypedNumber(Decimal(value), unit)


@pytest.mark.parametrize("text", ["", "tỷ", "from 5 to 7", "3 or 4 things and 5 more"])
def test_what_is_no_single_amount_is_not_guessed(text: str) -> None:
    assert typed.number(text, "en") is None


@pytest.mark.parametrize("language", ["en", "fr", "vi"])
@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024-12", "2024-12"),
        ("tháng 12/2024", "2024-12"),
        ("20/12/2024", "2024-12-20"),
        ("décembre 2024", "2024-12"),
        ("11 tháng năm 2024", "2024-01/2024-11"),
        ("les neuf premiers mois de 2024", "2024-01/2024-09"),
        ("first nine months of 2024", "2024-01/2024-09"),
        ("quý I/2024", "2024-01/2024-03"),
        ("2021-2025", "2021/2025"),
        ("ngày 20 tháng 12", "2024-12-20"),
    ],
)
def test_a_period_is_read_in_the_language_that_covers_it(text: str, period: str, language: str) -> None:
    assert typed.date(text, language, "2024-12-25") == period


@pytest.mark.parametrize("text", ["", "soon", "two of 3"])
def test_what_is_no_date_is_empty(text: str) -> None:
    assert typed.date(text, "en") == ""


def test_a_word_that_means_two_things_follows_the_articles_language() -> None:
    values = [typed.number("31.4 billion", language) for language in ("en", "fr")]
    assert [found.value for found in values if found] == [Decimal(31_400_000_000), Decimal(31_400_000_000_000)]
