"""What the tests of traps share: rows crossed with languages, traps that still catch us, suggestions for a text and for a page."""

from __future__ import annotations

from typing import Any, Final, cast

import pytest

from postil.domain.annotation import Suggestion
from postil.operations.analysis import analyse
from postil.suggest.doc import Source
from postil.suggest.engine import suggest

LANGUAGES: Final = ("en", "fr", "vi")
PUBLISHED: Final = "2024-12-21"
KNOWN: Final = {
    "lúc 8 giờ 30": "the library reads the clock as a duration, the suggester does not",
}


def known(why: str) -> pytest.MarkDecorator:
    """A trap that still catches us; the test tells when it does no more."""
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=why)


def crossed(rows: dict[str, list[Any]]) -> list[Any]:
    """Each row with its language first, named by its text."""
    pairs = [(language, row if isinstance(row, tuple) else (row,)) for language in LANGUAGES for row in rows[language]]
    return [
        pytest.param(language, *row, id=f"{language}-{row[0]}", marks=[known(KNOWN[row[0]])] if row[0] in KNOWN else []) for language, row in pairs
    ]


def read(text: str, language: str, body: type, published: str = PUBLISHED, country: str = "") -> list[Any]:
    """The bodies of one kind that the whole suggester gives for a text, taken as the body of an article."""
    return [item.body for item in suggested(text, language, published, country) if isinstance(item.body, body)]


def page(text: str) -> tuple[Suggestion, ...]:
    """The suggestions for a page with all that stands around its article."""
    return cast(tuple[Suggestion, ...], analyse(text).suggestions)


def suggested(text: str, language: str, published: str = PUBLISHED, country: str = "") -> tuple[Suggestion, ...]:
    return suggest(Source(text, language, published=published, country=country))
