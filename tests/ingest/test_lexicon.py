"""The tests beside the entries of the boilerplate lexicon: each line gets its zone where it is said to stand."""

from __future__ import annotations

import re

import pytest

from postil.domain.zone import ZoneKind, kind_at
from postil.ingest.analyse import analyse
from postil.ingest.signals import LANGUAGES, fold, signals, tables, words_of

ARTICLES = {
    "en": (
        "Towns along the river prepare for the flood",
        "Towns along the river have begun to prepare for the highest water in a decade.",
        "The river authority expects the peak on Friday and has asked 4,000 people to leave their homes.",
        "Volunteers are filling sandbags in three schools that closed on Monday, the mayor said.",
    ),
    "fr": (
        "Les villes du fleuve se préparent à la crue",
        "Les villes du fleuve se préparent à la plus haute crue depuis dix ans.",
        "L'agence du fleuve attend le pic vendredi et a demandé à 4 000 habitants de partir.",
        "Des volontaires remplissent des sacs de sable dans trois écoles fermées lundi, selon le maire.",
    ),
    "vi": (
        "Các thị trấn ven sông chuẩn bị đón lũ",
        "Các thị trấn ven sông đang chuẩn bị cho đợt lũ cao nhất trong mười năm qua.",
        "Ban quản lý sông dự báo đỉnh lũ vào thứ sáu và đã yêu cầu 4.000 người dân sơ tán.",
        "Tình nguyện viên đang đóng bao cát tại ba trường học, theo lời chủ tịch thị trấn.",
    ),
}
CASES = [
    pytest.param(language, table, test, id=f"{language}/{table}/{test['line'][:30]}")
    for language in LANGUAGES
    for table, content in tables(language).items()
    for test in content.get("tests", ())
]


def page(language: str, line: str, at: str) -> str:
    """A page of `language` with `line` in its place."""
    title, *body = ARTICLES[language]
    places = {"head": [line, title, *body], "lead": [title, line, *body], "tail": [title, *body, line], "middle": [title, body[0], line, *body[1:]]}
    return "\n\n".join(places[at])


@pytest.mark.parametrize(("language", "table", "test"), CASES)
def test_beside_the_entry(language: str, table: str, test: dict[str, str]) -> None:
    line = test["line"].strip()
    text = page(language, test["line"], test.get("at", "middle"))
    _, zones = analyse(text)
    start = text.index(line)
    assert {kind_at(zones, offset) for offset in range(start, start + len(line))} == {ZoneKind(test["kind"])}
    rest = ARTICLES[language][1:]
    assert {kind_at(zones, text.index(paragraph)) for paragraph in rest} == {ZoneKind.BODY}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_tests_beside_it(language: str) -> None:
    without = {table for table, content in tables(language).items() if not content.get("tests")}
    assert without == {"calendar", "function_words"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_written_as_it_is_compared(language: str) -> None:
    for table, content in tables(language).items():
        for key, phrases in content.items():
            if key == "tests":
                continue
            assert len(phrases) == len(set(phrases)), f"{table}.{key} names a phrase twice"
            assert [phrase for phrase in phrases if fold(phrase) != phrase.strip()] == [], f"{table}.{key}"


def test_a_phrase_is_found_at_word_ends_only() -> None:
    strong = signals().strong
    assert strong.is_in(words_of("please click here to read"))
    assert not strong.is_in(words_of("the clicks here today"))
    assert signals().byline.opening("bylaws were changed") == ""
    assert signals().byline.opening("by jane okafor") == "by"


def test_months_are_known_by_every_name() -> None:
    months = signals().months
    assert {months[name] for name in ("august", "août", "aug")} == {8}
    assert months["sept"] == 9
    assert set(months.values()) >= set(range(1, 13))
    assert not any(re.search(r"\d", name) and months[name] == 0 for name in months)
