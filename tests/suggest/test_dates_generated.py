"""Dates made from the grammar of each language: every way to write a day, a range, a part of a year, with its value."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

import pytest

from postil.suggest.dates import find
from postil.suggest.dating.patterns import grammar
from postil.suggest.lexicon import Lexicon

MONTHS = {
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    "vi": [f"tháng {number}" for number in range(1, 13)],
}
FRAME = {"en": "In Hanoi, {} saw a rise.", "fr": "À Paris, {} a vu une hausse.", "vi": "Tại Huế, {} có mức tăng."}
YEAR = 2024
Case = tuple[str, str, str]


def days(language: str) -> Iterator[Case]:
    """One day of each month in every full form."""
    for number, name in enumerate(MONTHS[language], 1):
        day = number * 2 + 1
        edtf = f"{YEAR}-{number:02d}-{day:02d}"
        forms = {
            "en": [
                f"{day} {name} {YEAR}",
                f"{name} {day}, {YEAR}",
                f"the {day}th of {name} {YEAR}",
                f"{name} {day}th, {YEAR}",
                f"{day}/{number:02d}/{YEAR}",
            ],
            "fr": [f"{day} {name} {YEAR}", f"{day}/{number:02d}/{YEAR}", f"{day}.{number:02d}.{YEAR}", f"{day}-{number:02d}-{YEAR}"],
            "vi": [f"ngày {day} {name} năm {YEAR}", f"ngày {day}/{number}/{YEAR}", f"{day}/{number:02d}/{YEAR}", f"ngày {day}-{number}-{YEAR}"],
        }
        yield from ((language, form, edtf) for form in [*forms[language], edtf])


def months(language: str) -> Iterator[Case]:
    """Each month with its year."""
    for number, name in enumerate(MONTHS[language], 1):
        forms = {"en": [f"{name} {YEAR}"], "fr": [f"{name} {YEAR}"], "vi": [f"{name} năm {YEAR}", f"{name}/{YEAR}"]}
        yield from ((language, form, f"{YEAR}-{number:02d}") for form in forms[language])


def day_ranges(language: str) -> Iterator[Case]:
    """Two days that share a month, in each month."""
    for number, name in enumerate(MONTHS[language], 1):
        edtf = f"{YEAR}-{number:02d}-16/{YEAR}-{number:02d}-21"
        forms = {
            "en": [f"from 16 to 21 {name} {YEAR}", f"{name} 16-21, {YEAR}", f"16–21 {name} {YEAR}", f"between {name} 16 and 21, {YEAR}"],
            "fr": [f"du 16 au 21 {name} {YEAR}", f"16-21 {name} {YEAR}", f"entre le 16 et le 21 {name} {YEAR}"],
            "vi": [
                f"từ ngày 16 đến ngày 21/{number}/{YEAR}",
                f"từ 16 đến 21/{number}/{YEAR}",
                f"16-21/{number}/{YEAR}",
                f"từ ngày 16 đến 21 {name} năm {YEAR}",
            ],
        }
        yield from ((language, form, edtf) for form in forms[language])


def month_ranges(language: str) -> Iterator[Case]:
    """January up to each later month of one year."""
    for number, name in enumerate(MONTHS[language], 1):
        if number == 1:
            continue
        first = MONTHS[language][0]
        forms = {
            "en": [f"from {first} to {name} {YEAR}", f"{first}-{name} {YEAR}", f"between {first} and {name} {YEAR}"],
            "fr": [f"de {first} à {name} {YEAR}", f"{first}-{name} {YEAR}", f"entre {first} et {name} {YEAR}"],
            "vi": [f"từ {first} đến {name} năm {YEAR}", f"từ {first} đến {name}/{YEAR}"],
        }
        yield from ((language, form, f"{YEAR}-01/{YEAR}-{number:02d}") for form in forms[language])


def parts(language: str) -> Iterator[Case]:
    """Quarters, halves and first months."""
    ordinals = {"en": ["first", "second", "third", "fourth"], "fr": ["premier", "deuxième", "troisième", "quatrième"], "vi": ["I", "II", "III", "IV"]}
    for quarter in range(1, 5):
        edtf = f"{YEAR}-{quarter * 3 - 2:02d}/{YEAR}-{quarter * 3:02d}"
        word = ordinals[language][quarter - 1]
        forms = {
            "en": [f"the {word} quarter of {YEAR}", f"Q{quarter} {YEAR}", f"Q{quarter}/{YEAR}"],
            "fr": [f"{word} trimestre {YEAR}", f"{word} trimestre de {YEAR}", f"T{quarter} {YEAR}"],
            "vi": [f"quý {word}/{YEAR}", f"quý {quarter} năm {YEAR}", f"quý {word} năm {YEAR}", f"quý {quarter}/{YEAR}"],
        }
        yield from ((language, form, edtf) for form in forms[language])
    for count in range(2, 12):
        forms = {
            "en": [f"the first {count} months of {YEAR}"],
            "fr": [f"{count} premiers mois de {YEAR}"],
            "vi": [f"{count} tháng đầu năm {YEAR}", f"{count} tháng năm {YEAR}"],
        }
        yield from ((language, form, f"{YEAR}-01/{YEAR}-{count:02d}") for form in forms[language])


def years(language: str) -> Iterator[Case]:
    """Ranges of years with every dash, and decades."""
    for dash in ("-", "–", " - ", " – "):
        yield language, f"2016{dash}2020", "2016/2020"
    words = {
        "en": ("from 2016 to 2020", "between 2016 and 2020"),
        "fr": ("de 2016 à 2020", "entre 2016 et 2020"),
        "vi": ("từ năm 2016 đến năm 2020", "từ 2016 đến 2020"),
    }
    yield from ((language, form, "2016/2020") for form in words[language])
    decades = {"en": "the {}s", "fr": "années {}", "vi": "những năm {}"}
    yield from ((language, decades[language].format(year), f"{year // 10}X") for year in range(1950, 2030, 10))


CASES = [case for language in MONTHS for make in (days, months, day_ranges, month_ranges, parts, years) for case in make(language)]


@pytest.mark.parametrize(("language", "form", "edtf"), CASES)
def test_a_written_date(language: str, form: str, edtf: str) -> None:
    text = FRAME[language].format(form)
    found = [m for m in find(text, language, country="GB") if m.kind in ("date", "period")]
    assert [m.edtf for m in found] == [edtf]
    assert form in text[found[0].start : found[0].end] or text[found[0].start : found[0].end] in form
    assert text.index(form) + len(form) == found[0].end


def test_there_are_enough_of_them() -> None:
    assert len(CASES) > 500
    assert all(calendar.monthrange(YEAR, month)[1] >= month * 2 + 1 for month in range(1, 13))
    assert all(grammar(Lexicon.load(language)) for language in MONTHS)


@pytest.mark.parametrize("language", MONTHS)
def test_spaces_dashes_and_capitals_do_not_change_the_value(language: str) -> None:
    for _, form, edtf in (case for case in CASES if case[0] == language):
        for variant in (form.replace(" ", "\u00a0"), form.replace("-", "\u2011"), form.replace(" ", "\u202f"), f"({form})"):
            values = [m.edtf for m in find(FRAME[language].format(variant), language, country="GB") if m.kind in ("date", "period")]
            assert values == [edtf], variant
