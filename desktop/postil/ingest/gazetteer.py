"""Names that lines are made of: cities and provinces for datelines, Vietnamese family names for bylines."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from typing import Any

from postil.base import paths
from postil.ingest.signals import LANGUAGES, fold, signals


@cache
def places() -> frozenset[str]:
    """Cities, provinces and regions much named in the news, folded, in every language of the lexicon."""
    known = {fold(form) for entry in _table("places.toml")["place"] for form in entry["forms"]}
    return frozenset(known | signals().cities.whole)


@cache
def lands() -> frozenset[str]:
    """Places and countries, folded, with and without their accents, in every language of the lexicon."""
    named = {fold(form) for language in LANGUAGES for entry in _territories(language) for form in (*entry["forms"], *entry.get("alias", ()))}
    return frozenset(without_accents(name) for name in named | places())


def without_accents(folded: str) -> str:
    """ "côte d'ivoire" as "cote d'ivoire"."""
    return "".join(sign for sign in unicodedata.normalize("NFD", folded) if not unicodedata.combining(sign)).replace("đ", "d")


@cache
def surnames() -> frozenset[str]:
    """Vietnamese family names, folded, with and without accents."""
    return frozenset(fold(name) for name in _table("surnames.toml")["surname"]["vi"])


def is_vietnamese_name(text: str) -> bool:
    """Is `text` two to five capitalised syllables that begin or end with a family name ("Nguyễn Thị Hà", "Thanh Nguyễn")?"""
    words = text.split()
    if not 2 <= len(words) <= 5:
        return False
    return not surnames().isdisjoint((fold(words[0]), fold(words[-1]))) and all(word[0].isupper() and word.strip(".").isalpha() for word in words)


def _territories(language: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(paths.resources("lexicon", language, "territories.toml").read_text("utf-8"))["territory"]
    return found


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(paths.resources("lexicon", "common", name).read_text("utf-8"))
