"""What is asked of the index for words as somebody types them, and where in a text a hit stands.

The index folds in two steps: `loose` replaces the letters that SQLite's tokenizer leaves alone (it removes marks,
not strokes or ligatures), then `unicode61 remove_diacritics 2` does the rest; `base.fold` is both steps in Python.
`pattern` finds in the original text what the index found, so that a hit can be shown where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache
from typing import Final

from postil.base.fold import PAIRS, fold

_LETTERS: Final = tuple((letter, plain) for letter, plain in PAIRS if letter.isalpha())
"""Signs between words need no replacing: the index cuts there whatever they are."""
_MARKS: Final = "[\u0300-\u036f]*"
_TOKEN: Final = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_ITEM: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')
SHORTEST_PREFIX: Final = 3
"""A last word of several is taken as the beginning of a word from this length on; alone, always."""


def loose(text: str) -> str:
    """`text` with stroked letters and ligatures replaced: what is given to the index."""
    if text.isascii():
        return text
    for letter, plain in _LETTERS:
        if letter in text:
            text = text.replace(letter, plain)
    return text


def words(text: str) -> list[str]:
    """The words of `text` as they are given to the index, cut where the index cuts them."""
    return _TOKEN.findall(loose(unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=64)
def match_expression(query: str) -> str:
    """What FTS5 is asked for a typed query: every word quoted, "…" a phrase; empty when there is no word in it.

    The last word may be the beginning of one. Where it is short and follows others, that is asked only right behind
    them: "kinh t" finds "kinh tế" and not every article with a "kinh" and any word in t.
    """
    parts: list[str] = []
    short = False
    items = _ITEM.findall(query)
    for position, (phrase, plain) in enumerate(items):
        tokens = words(phrase or plain)
        if not tokens:
            continue
        part = f'"{" ".join(tokens)}"'
        last = position == len(items) - 1 and not query[-1:].isspace() and not phrase
        if last and (len(items) == 1 or len(tokens[-1]) >= SHORTEST_PREFIX):
            part += "*"
        short = last and len(items) > 1 and len(tokens[-1]) < SHORTEST_PREFIX
        parts.append(part)
    every = " AND ".join(parts)
    return f"({every}) OR ({phrase_expression(query)})" if short and phrase_expression(query) else every


@lru_cache(maxsize=64)
def phrase_expression(query: str) -> str:
    """The typed words as one phrase, for ranking; empty for a single word."""
    tokens = words(query)
    return f'"{" ".join(tokens)}"*' if len(tokens) > 1 else ""


@lru_cache(maxsize=64)
def pattern(query: str) -> re.Pattern[str] | None:
    """A pattern that finds in an original text where `query` stands: as a phrase first, else its longest word."""
    tokens = [fold(word) for word in words(query)]
    if not tokens:
        return None
    phrase = r"[\W_]+".join(_word_pattern(token) for token in tokens)
    options = [phrase] if len(tokens) == 1 else [phrase, *(_word_pattern(t) + r"(?![^\W_])" for t in sorted(tokens, key=len, reverse=True)[:1])]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(options)})")


def _word_pattern(token: str) -> str:
    variants, pairs = _variants()
    out: list[str] = []
    at = 0
    while at < len(token):
        pair = next((p for p in (token[at : at + 3], token[at : at + 2]) if p in pairs), "")
        if pair:
            plain = "".join(_letter(c, variants) for c in pair)
            out.append(f"(?:{plain}|{_one_of(pairs[pair])})")
            at += len(pair)
        else:
            out.append(_letter(token[at], variants))
            at += 1
    return "".join(out)


def _letter(letter: str, variants: dict[str, set[str]]) -> str:
    return _one_of(variants.get(letter, set()) | {letter, letter.upper() if len(letter.upper()) == 1 else letter}) + _MARKS


def _one_of(letters: set[str]) -> str:
    return "[" + "".join(re.escape(c) for c in sorted(letters)) + "]"


@cache
def _variants() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Every Latin letter by what it folds to: one letter, or a pair for ligatures."""
    single: dict[str, set[str]] = defaultdict(set)
    pairs: dict[str, set[str]] = defaultdict(set)
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00), *range(0xFB00, 0xFB07)):
        letter = chr(code)
        if not letter.isalpha():
            continue
        folded = fold(letter)
        if len(folded) == 1:
            single[folded].add(letter)
        elif folded:
            pairs[folded].add(letter)
    return dict(single), dict(pairs)
