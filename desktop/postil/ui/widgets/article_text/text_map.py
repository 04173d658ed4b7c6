"""An article's text as Qt can hold it, and every look-up between code points and the positions of a document.

The document holds a twin of the text with the same UTF-16 length: characters that Qt would swallow or give a meaning
of its own are replaced one for one. What a person copies or marks is always cut from the original.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import pairwise
from typing import Final

from postil.base.offsets import Utf16Map
from postil.domain.selector import Span

_ODD: Final = re.compile("[\r\x00\u2028\u2029\ufdd0\ufdd1\ufffc]")
_TWINS: Final = {"\r": "\n", "\u2029": "\n", "\u2028": " "}
_LETTERS: Final = r"[\w\u0300-\u036f]"
_WORD: Final = re.compile(rf"[$€£¥₫]?\d+(?:[.,\u00a0\u202f]\d+)*[%‰]?{_LETTERS}*|{_LETTERS}+(?:[-‐‑]{_LETTERS}+)*|\S")
_STOP: Final = re.compile(r"[.!?…]+(?:\s?»)?[\"'’”)\]]*\s+(?=[\"'‘“«(\[]*\s?[^\Wa-zà-öø-ÿ_])")
_SHORT: Final = re.compile(r"(?:mm?|mmes?|mlle|dr|mrs?|ms|st|no|nr|art|prof|ts|ths|pgs|gs|tp|tx|jr|sr|vs|etc|cf)|[a-zđ]", re.IGNORECASE)
_BEFORE_STOP: Final = re.compile(r"(\w+)\.$")


class TextMap:
    """One text: conversion of offsets, and the word, sentence or paragraph around an offset (all in code points)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.twin = _ODD.sub(lambda found: _TWINS.get(found[0], "\ufffd"), text)
        self._utf16 = Utf16Map(text)
        self._paragraphs = [0, *(found.end() for found in re.finditer("\n", self.twin))]

    def position(self, offset: int) -> int:
        """The document position of a code point."""
        return self._utf16.to_utf16(max(0, min(offset, len(self.text))))

    def offset(self, position: int) -> int:
        """The code point at a document position."""
        return self._utf16.to_code_point(position)

    @property
    def count(self) -> int:
        """How many paragraphs there are."""
        return len(self._paragraphs)

    def paragraph_number(self, offset: int) -> int:
        """Which paragraph (block of the document) holds `offset`."""
        return bisect_right(self._paragraphs, offset) - 1

    def paragraph(self, number: int) -> Span:
        """The span of paragraph `number`, without its line break."""
        start = self._paragraphs[number]
        end = self._paragraphs[number + 1] - 1 if number + 1 < len(self._paragraphs) else len(self.text)
        return Span(start, end)

    def is_blank(self, number: int) -> bool:
        """Has paragraph `number` no words?"""
        span = self.paragraph(number)
        return span.start == span.end or self.text[span.start : span.end].isspace()

    def blank_after_blank(self) -> list[int]:
        """The paragraphs without words that follow another one without words."""
        ends = [*self._paragraphs[1:], len(self.text) + 1]
        blank = [n for n, (a, b) in enumerate(zip(self._paragraphs, ends, strict=True)) if b - a == 1 or self.text[a : min(b, a + 1)].isspace()]
        blank = [n for n in blank if self.is_blank(n)]
        return [n for before, n in pairwise(blank) if n == before + 1]

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph that holds `offset`."""
        return self.paragraph(self.paragraph_number(offset))

    def word_at(self, offset: int) -> Span:
        """The word, number with its signs, or single mark at `offset`; empty on a space."""
        around = self.paragraph_at(offset)
        start = max(around.start, offset - 80)
        while start > around.start and self.text[start - 1] not in " \t":
            start -= 1
        for found in _WORD.finditer(self.text, start, around.end):
            if found.end() > offset:
                return Span(found.start(), found.end()) if found.start() <= offset else Span(offset, offset)
        return Span(offset, offset)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds `offset`, without the spaces around it."""
        around = self.paragraph_at(offset)
        start, end = around.start, around.end
        for found in _STOP.finditer(self.text, around.start, around.end):
            if self._is_abbreviation(found.start() + 1):
                continue
            if found.end() <= offset:
                start = found.end()
            else:
                end = found.end()
                break
        return self.trimmed(start, end)

    def _is_abbreviation(self, end: int) -> bool:
        before = _BEFORE_STOP.search(self.text, max(0, end - 12), end)
        return before is not None and _SHORT.fullmatch(before[1]) is not None

    def trimmed(self, start: int, end: int) -> Span:
        """`[start, end)` without white space at either end."""
        piece = self.text[start:end]
        left = len(piece) - len(piece.lstrip())
        kept = piece.strip()
        return Span(start + left, start + left + len(kept))

    def snapped(self, start: int, end: int) -> Span:
        """`[start, end)` widened to whole words; a span that only touches a word's edge does not take it in."""
        if start == end:
            return Span(start, end)
        first, last = self.word_at(start), self.word_at(end - 1)
        return self.trimmed(min(start, first.start), max(end, last.end))

    def step(self, offset: int, by: int, *, is_word: bool) -> int:
        """The next edge after `offset` (`by` 1) or before it (-1): of a word, or of a character as people see it."""
        if not is_word:
            at = offset + by
            while 0 < at < len(self.text) and unicodedata.combining(self.text[at]):
                at += by
            return max(0, min(len(self.text), at))
        if by > 0:
            found = _WORD.search(self.text, offset)
            return found.end() if found else len(self.text)
        starts = [found.start() for found in _WORD.finditer(self.text, max(0, offset - 80), offset)]
        return starts[-1] if starts else max(0, offset - 1)
