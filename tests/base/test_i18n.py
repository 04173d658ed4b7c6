"""Switching languages: words, plurals, and English where there is nothing."""

from __future__ import annotations

import pytest

from postil.base import i18n
from postil.base.i18n import N_, _, ngettext, pgettext


@pytest.mark.parametrize(("language", "word"), [("en", "Library"), ("fr", "Bibliothèque"), ("vi", "Thư viện")])
def test_the_catalogue_switches(language: str, word: str) -> None:
    i18n.use(language)
    assert i18n.language() == language
    assert _("Library") == word


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["{n} articles", "{n} article", "{n} articles"]),
        ("fr", ["{n} article", "{n} article", "{n} articles"]),
        ("vi", ["{n} bài", "{n} bài", "{n} bài"]),
    ],
)
def test_plurals_follow_the_language(language: str, forms: list[str]) -> None:
    i18n.use(language)
    assert [ngettext("{n} article", "{n} articles", n) for n in (0, 1, 2)] == forms


def test_an_unknown_language_means_english() -> None:
    i18n.use("fr")
    i18n.use("xx")
    assert i18n.language() == "en"
    assert _("Library") == "Library"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_an_unknown_message_stays_as_it_is(language: str) -> None:
    i18n.use(language)
    unknown = "no such message in any catalogue"
    assert _(unknown) == unknown == pgettext("nowhere", unknown)


def test_words_in_tables_are_only_marked() -> None:
    i18n.use("fr")
    assert N_("Library") == "Library"
