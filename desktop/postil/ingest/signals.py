"""The lexicon of what pages print around articles: `resources/lexicon/<lang>/boilerplate.toml`, all languages at once.

A French page may say "No data" and a Vietnamese one "Read more", so a phrase counts whatever the article's language.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from postil.base import paths

LANGUAGES: Final = ("en", "fr", "vi")

_WORD: Final = re.compile(r"[^\W_]+(?:['.&/+-][^\W_]+)*")
_SAME_LENGTH: Final = dict(zip("\u2018\u2019\u02bc\u201c\u201d\u00a0\u202f\u2009\u2007\u2013\u2014\u2212\uff1a", "'''\"\"    ---:", strict=True))
_LOOK_ALIKE: Final = re.compile(f"[{''.join(_SAME_LENGTH)}]")


def fold(text: str) -> str:
    """`text` in lower case with straight quotes, plain spaces and hyphens; accents stay."""
    plain = text if text.isascii() else _LOOK_ALIKE.sub(_plain, text)
    return " ".join(plain.lower().split())


def _plain(found: re.Match[str]) -> str:
    return _SAME_LENGTH[found[0]]


def words_of(folded: str) -> list[str]:
    """The words of a folded text, without the signs around them."""
    return _WORD.findall(folded)


class Phrases:
    """A set of phrases, found word by word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.whole = frozenset(map(fold, phrases))
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._texts: dict[str, list[str]] = {}
        for phrase in sorted(self.whole, key=len, reverse=True):
            first, *rest = words_of(phrase) or [""]
            if first:
                self._by_first.setdefault(first, []).append((first, *rest))
                self._texts.setdefault(first, []).append(phrase)

    def length_at(self, words: Sequence[str], at: int) -> int:
        """How many words the longest phrase has that begins at `words[at]`; 0 for none."""
        for phrase in self._by_first.get(words[at], ()):
            if len(phrase) == 1 or tuple(words[at : at + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def covered(self, words: Sequence[str]) -> int:
        """How many of `words` belong to phrases, read from left to right, longest first."""
        return self.counted(words)[1]

    def counted(self, words: Sequence[str]) -> tuple[int, int]:
        """How many phrases stand in `words`, and how many words belong to them."""
        at = found = total = 0
        while at < len(words):
            length = self.length_at(words, at)
            found += length > 0
            total += length
            at += length or 1
        return found, total

    def is_in(self, words: Sequence[str]) -> bool:
        """Does any phrase stand among `words`?"""
        return any(word in self._by_first and self.length_at(words, at) for at, word in enumerate(words))

    def opening(self, folded: str) -> str:
        """The longest phrase that the folded text begins with, ending at a word's end; empty for none."""
        first = _WORD.search(folded)
        for phrase in self._texts.get(first[0], ()) if first and first.start() == 0 else ():
            if folded.startswith(phrase) and not folded[len(phrase) : len(phrase) + 1].isalnum():
                return phrase
        return ""


@dataclass(frozen=True)
class Signals:
    """Every table of the lexicon, merged over the languages; `function_words` per language.

    `ui_lines` are whole lines; `ui` and `furniture` (with section names) what lines are covered with.
    """

    ui_lines: frozenset[str]
    ui: Phrases
    counters: Phrases
    nav: Phrases
    furniture: Phrases
    strong: Phrases
    address: Phrases
    disclaimers: Phrases
    calls: Phrases
    media: Phrases
    buttons: Phrases
    appeals: Phrases
    selves: Phrases
    gifts: Phrases
    readers: Phrases
    shares: Phrases
    related: Phrases
    tail_heading: Phrases
    soft_heading: Phrases
    firm_heading: Phrases
    source: Phrases
    source_sentences: Phrases
    agency: Phrases
    common_agency: Phrases
    byline: Phrases
    byline_names: Phrases
    credit: Phrases
    caption_openers: Phrases
    caption_parts: frozenset[str]
    caption_scenes: frozenset[str]
    caption_labels: Phrases
    caption_persons: Phrases
    caption_acts: Phrases
    caption_blocked: Phrases
    residue: Phrases
    dateline: Phrases
    ago: Phrases
    cities: Phrases
    labels: Phrases
    published: Phrases
    updated: Phrases
    weekdays: Phrases
    months: dict[str, int]
    function_words: dict[str, frozenset[str]]


def tables(language: str) -> dict[str, Any]:
    """The raw tables of one language's file."""
    return tomllib.loads(paths.resources("lexicon", language, "boilerplate.toml").read_text("utf-8"))


@cache
def signals() -> Signals:
    """The lexicon, read once."""
    files = {language: tables(language) for language in LANGUAGES}

    def merged(table: str, key: str = "phrases") -> list[str]:
        return [phrase for file in files.values() for phrase in file.get(table, {}).get(key, ())]

    # A Vietnamese syllable ("in", "mở", "xem") is furniture as a whole line, never as a part of one.
    in_lines = [phrase for language, file in files.items() for phrase in file["ui"]["phrases"] if language != "vi" or " " in phrase]
    return Signals(
        ui_lines=frozenset(map(fold, merged("ui"))),
        ui=Phrases(in_lines),
        counters=Phrases(in_lines + merged("ui", "counted")),
        nav=Phrases(merged("nav")),
        furniture=Phrases(in_lines + merged("nav")),
        strong=Phrases(merged("strong")),
        address=Phrases(merged("strong", "address")),
        disclaimers=Phrases(merged("strong", "disclaimers")),
        calls=Phrases(merged("calls")),
        media=Phrases(merged("calls", "media")),
        buttons=Phrases(merged("calls", "buttons")),
        appeals=Phrases(merged("appeals")),
        selves=Phrases(merged("appeals", "selves")),
        gifts=Phrases(merged("appeals", "gifts")),
        readers=Phrases(merged("appeals", "readers")),
        shares=Phrases(merged("appeals", "shares")),
        related=Phrases(merged("related")),
        tail_heading=Phrases(merged("tail_heading")),
        soft_heading=Phrases(merged("tail_heading", "soft")),
        firm_heading=Phrases(merged("tail_heading", "firm")),
        source=Phrases(merged("source")),
        source_sentences=Phrases(merged("source", "sentences")),
        agency=Phrases(merged("agency")),
        common_agency=Phrases(merged("agency", "common")),
        byline=Phrases(merged("byline")),
        byline_names=Phrases(merged("byline", "names")),
        credit=Phrases(merged("credit")),
        caption_openers=Phrases(merged("caption", "openers")),
        caption_parts=frozenset(map(fold, merged("caption", "parts"))),
        caption_scenes=frozenset(map(fold, merged("caption", "scenes"))),
        caption_labels=Phrases(merged("caption", "labels")),
        caption_persons=Phrases(merged("caption", "persons")),
        caption_acts=Phrases(merged("caption", "acts")),
        caption_blocked=Phrases(merged("caption", "blocked")),
        residue=Phrases(merged("residue")),
        dateline=Phrases(merged("dateline")),
        cities=Phrases(merged("dateline", "places")),
        ago=Phrases(merged("dateline", "ago")),
        labels=Phrases(merged("dateline", "labels")),
        published=Phrases(merged("dateline", "published")),
        updated=Phrases(merged("dateline", "updated")),
        weekdays=Phrases(merged("calendar", "weekdays")),
        months=_months(files),
        function_words={language: frozenset(file["function_words"]["phrases"]) for language, file in files.items()},
    )


def _bare(name: str) -> str:
    """`name` folded, without accents ("fevrier", "decembre"): how old pages and addresses write it."""
    return "".join(sign for sign in unicodedata.normalize("NFD", fold(name)) if not unicodedata.combining(sign))


def _months(files: dict[str, dict[str, Any]]) -> dict[str, int]:
    months = {}
    for file in files.values():
        for number, name in enumerate(file["calendar"]["months"], 1):
            months[fold(name)] = months[_bare(name)] = number
        for name in file["calendar"]["short_months"]:
            short = fold(name)
            number = next((n for full, n in months.items() if full.startswith(short)), 0)
            if number:
                months[short] = months[_bare(short)] = number
    return months
