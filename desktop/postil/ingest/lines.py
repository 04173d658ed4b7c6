"""A text as units: lines, or paragraphs where lines were wrapped by hand, with what classifying them needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from postil.ingest.languages import Languages
from postil.ingest.markup import plain, without_tags
from postil.ingest.signals import fold, signals, words_of
from postil.ingest.stamps import stamps

_INVISIBLE: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_BLANK: Final = re.compile(rf"[\s{_INVISIBLE}]*")
_SPACER: Final = re.compile(r"(?:\s|&nbsp;|&\#160;|<br ?/?>|<p>|</p>)+", re.IGNORECASE)
_LEAD: Final = re.compile(rf"(?:[\s{_INVISIBLE}]|&nbsp;)*", re.IGNORECASE)
_TRAIL: Final = re.compile(rf"(?:[\s{_INVISIBLE}]|&nbsp;)*\Z", re.IGNORECASE)
_BULLET: Final = re.compile(r"(?:[*+•▪◦●■◆►▶‣·–—-]|\d{1,2}[.)]|[a-zđ][.)])\s+\S")
_CRAWLED: Final = re.compile(r"(?P<stamp>date:? (?:19|20)\d\d-\d\d(?:-\d\d)?)\s+(?=\S)")
"""The day that crawlers put before the first words of a page, on the same line."""
_STAMPED: Final = re.compile(
    r"\s+(?P<stamp>(?:publié(?:e)? le|mis à jour le|published(?: on)?:?|posted on:?|updated(?: on)?:?|last updated:?"
    r"|đăng ngày|đăng lúc|cập nhật(?: lúc)?:?)"
    r"\s[^.!?;\n]{4,90})$",
    re.IGNORECASE,
)
_LONGEST_HEAD: Final = 320
_SHORTEST_TITLE: Final = 20
"""Characters of a line that holds a title and its day."""
_CLOSERS: Final = "\"'”’»)]}*_ \t\u00a0\u202f\u200b"
_SIGNED: Final = re.compile(r"\s*[-–—]{1,2}\s*\(?[A-ZĐ][A-ZĐ/+.]{1,12}\)?\s*$")
_FULL: Final = 0.6
"""Share of the lines followed by another one that are full, where a text was wrapped by hand."""
_LONGEST_FEATURE: Final = 4_000
"""Characters of a unit that are folded and split into words; longer ones are prose by length alone."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One line or wrapped paragraph: `text[start:end]` without the white space around it.

    `folded` is its plain wording (mark-up and link targets gone, lower case), `words` its words. `end_sign` is "."
    for a finished sentence, ":" for an open one, else empty. `is_glued` means no blank line stands before it.
    `language` is foreign to the article when `is_foreign`.
    """

    start: int
    end: int
    text: str
    folded: str
    words: tuple[str, ...]
    end_sign: str
    is_glued: bool
    language: str
    is_foreign: bool
    function_share: float

    @property
    def is_spacer(self) -> bool:
        """Is it nothing but a written-out space or a line break tag?"""
        return _SPACER.fullmatch(self.text) is not None

    @property
    def has_bullet(self) -> bool:
        """Does it begin like an item of a list?"""
        return _BULLET.match(self.text) is not None


def units(text: str, languages: Languages) -> tuple[Unit, ...]:
    """The units of `text`, in order; blank lines belong to none."""
    lines = _lines(text)
    width = _wrap_width(lines, text)
    groups = _wrapped(lines, text, width) if width else [[line] for line in lines]
    return tuple(_unit(text, group, languages) for group in groups)


@dataclass(frozen=True, slots=True)
class _Line:
    index: int
    start: int
    end: int
    is_glued: bool


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    offset = 0
    glued = False
    for index, content in enumerate(text.split("\n")):
        if _BLANK.fullmatch(content):
            glued = False
        elif _SPACER.fullmatch(content):
            bare = content.strip()
            start = offset + content.find(bare)
            found.append(_Line(index, start, start + len(bare), False))
            glued = False
        else:
            lead, trail = _LEAD.match(content), _TRAIL.search(content[-200:])
            start = lead.end() if lead else 0
            end = max(len(content) - (len(trail[0]) if trail else 0), start + 1)
            stamp = None if found else _CRAWLED.match(content, start, end)
            if stamp:
                found.append(_Line(index, offset + start, offset + stamp.end("stamp"), glued))
                start = stamp.end()
            stop = _head_end(content, start, end)
            if stop < end:
                found.append(_Line(index, offset + start, offset + stop, glued))
                start = stop + len(content[stop:end]) - len(content[stop:end].lstrip())
                glued = True
            found.append(_Line(index, offset + start, offset + end, glued))
            glued = True
        offset += len(content) + 1
    return found


def _head_end(content: str, start: int, end: int) -> int:
    """Where "Published on 3 May 2021" begins that a page set right behind its title; `end` for nowhere."""
    if end - start > _LONGEST_HEAD:
        return end
    match = _STAMPED.search(content, start + _SHORTEST_TITLE, end)
    return match.start() if match and stamps(match["stamp"]) else end


def _wrap_width(lines: Sequence[_Line], text: str) -> int:
    """The width at which paragraphs were broken by hand; 0 when they were not.

    Where they were, most lines that another one follows could not have taken its first word; the others are menus and front matter.
    """
    followed = [(line.end - line.start, _first_word(text, after)) for line, after in pairwise(lines) if after.is_glued]
    width = max((length for length, _ in followed), default=0)
    if len(followed) < 6 or not 45 <= width <= 130:
        return 0
    full = sum(length + 1 + len(word) > width for length, word in followed)
    return width if full >= _FULL * len(followed) else 0


def _first_word(text: str, line: _Line) -> str:
    return text[line.start : min(line.end, line.start + 132)].split(None, 1)[0]


def _wrapped(lines: Sequence[_Line], text: str, width: int) -> list[list[_Line]]:
    """Lines joined where the first word of the next one would not have fitted any more."""
    groups: list[list[_Line]] = []
    for line in lines:
        before = groups[-1][-1] if groups else None
        word = _first_word(text, line)
        is_full = before is not None and before.end - before.start + 1 + len(word) > width
        if is_full and line.is_glued and not _BULLET.match(text[line.start : line.start + 8]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _unit(text: str, group: Sequence[_Line], languages: Languages) -> Unit:
    start, end = group[0].start, group[-1].end
    own = text[start:end]
    folded = fold(plain(own[:_LONGEST_FEATURE]))
    words = tuple(words_of(folded))
    language, is_own = _language(group, languages)
    return Unit(
        start=start,
        end=end,
        text=own,
        folded=folded,
        words=words,
        end_sign=_end_sign(own),
        is_glued=group[0].is_glued,
        language=language,
        is_foreign=is_own and bool(languages.article) and language != languages.article,
        function_share=_function_share(words, (language, languages.article)),
    )


def _language(group: Sequence[_Line], languages: Languages) -> tuple[str, bool]:
    """The language of most of the group's lines, and whether the lines themselves decided it."""
    if len(group) == 1:
        line = languages.lines[group[0].index]
        return line.language, line.is_own
    votes: Counter[tuple[str, bool]] = Counter()
    for piece in group:
        line = languages.lines[piece.index]
        votes[line.language, line.is_own] += piece.end - piece.start
    return votes.most_common(1)[0][0]


def _end_sign(text: str) -> str:
    tail = _SIGNED.sub("", without_tags(text[-160:])[-80:]).rstrip(_CLOSERS)
    if tail.endswith((".", "!", "?", "…", "。")):
        return "."
    return ":" if tail.endswith((":", ";", ",", "：")) else ""


def _function_share(words: Sequence[str], among: tuple[str, ...]) -> float:
    """Share of articles, prepositions, pronouns and auxiliaries: high in prose, low in menus and lists of names."""
    if not words:
        return 0.0
    tables = signals().function_words
    return max(
        sum(1 for word in words if word in tables[language] or ("'" in word and word.split("'")[0] in tables[language]))
        for language in {*among, "en"} & {*tables}
    ) / len(words)
