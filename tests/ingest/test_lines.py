"""Furniture and running text line by line: each gets its zone wherever an article carries it, and the article stays whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.domain.zone import READ_KINDS, ZoneKind, kind_at
from postil.ingest.analyse import analyse
from tests.ingest.pages import LETTERS
from tests.ingest.test_lexicon import ARTICLES

FOLDER = Path(__file__).parent / "lines"
LANGUAGES = ("en", "fr", "vi")


def rows(language: str) -> list[tuple[str, str, str]]:
    """Letter, place and line of every row of a language."""
    found = []
    for row in (FOLDER / f"{language}.txt").read_text("utf-8").split("\n"):
        head, mark, line = row.partition("| ")
        if mark and not row.startswith("#"):
            letter, at = head.split()
            found.append((letter, at, line))
    return found


def page(language: str, line: str, at: str, between: str) -> str:
    """An article of `language` with `line` in its place."""
    title, *body = ARTICLES[language]
    places = {"head": [line, title, *body], "lead": [title, line, *body], "tail": [title, *body, line], "middle": [title, body[0], line, *body[1:]]}
    return between.join(places[at])


CASES = [
    pytest.param(language, *row, between, id=f"{language}/{row[0]}/{row[2][:40]}/{len(between)}")
    for language in LANGUAGES
    for row in rows(language)
    for between in ("\n", "\n\n")
]


@pytest.mark.parametrize(("language", "letter", "at", "line", "between"), CASES)
def test_a_line_gets_its_zone(language: str, letter: str, at: str, line: str, between: str) -> None:
    text = page(language, line, at, between)
    _, zones = analyse(text)
    bare = line.strip().removeprefix("&nbsp;").strip()
    start = text.index(bare)
    kinds = {kind_at(zones, offset) for offset in range(start, start + len(bare))}
    if letter == "K":
        assert kinds.isdisjoint(READ_KINDS)
    else:
        assert kinds == {LETTERS[letter]}
    for paragraph in ARTICLES[language][1:]:
        assert kind_at(zones, text.index(paragraph)) is ZoneKind.BODY


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_lines_enough(language: str) -> None:
    letters = [letter for letter, _, _ in rows(language)]
    assert len(letters) - letters.count("B") >= 60
    assert letters.count("B") >= 35
