"""Cut the readable zones into sentences, line first.

A line break ends a sentence, because headings, list items and captions have no full stop. Two exceptions: a line
that runs on in lower case (a drop cap, a wrapped line), and a block that was wrapped at a fixed width.
Which stops end nothing is data: tables `abbreviation` and `sentence_starter` of the lexicon.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from postil.domain.zone import READ_KINDS, Zone, ZoneKind
from postil.suggest.doc import Sentence, Token
from postil.suggest.lexicon import Lexicon

_STOPS: Final = frozenset(".!?…")
_CLOSERS: Final = frozenset("\"'»)]”’*_")
_OPENERS: Final = frozenset("\"'«([“‘*_")
_RUN_ON_LENGTH: Final = 40
_MAX_WIDTH: Final = 130
"""Longest line of a block that counts as wrapped by a program; longer lines are paragraphs."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    kind: ZoneKind
    language: str


def sentences(shadow: str, tokens: Sequence[Token], zones: Sequence[Zone], language: str, folder: Path | None = None) -> tuple[Sentence, ...]:
    """The sentences of title and body in reading order; `language` holds where a zone names none. Linear in the text.

    `folder` is a project's own lexicon.
    """
    starts = [token.start for token in tokens]
    out: list[Sentence] = []
    line, counted = 0, 0
    for stretch in _stretches(len(shadow), zones, language):
        lexicon = Lexicon.load(stretch.language, folder)
        for start, end in _blocks(shadow, stretch):
            line, counted = line + shadow.count("\n", counted, start), start
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            for one, other in _cuts(shadow, tokens, first, last, lexicon):
                if not any(token.norm[0].isalnum() for token in tokens[one:other]):
                    continue
                begin, finish = tokens[one].start, tokens[other - 1].end
                at = line + shadow.count("\n", start, begin)
                out.append(Sentence(begin, finish, at, stretch.kind, stretch.language, one, other))
    return tuple(out)


def _stretches(length: int, zones: Sequence[Zone], language: str) -> Iterator[_Stretch]:
    """The zones that are read, and the body between zones, in order."""
    at = 0
    for zone in sorted(zones, key=lambda z: (z.start, z.end)):
        if at < zone.start:
            yield _Stretch(at, min(zone.start, length), ZoneKind.BODY, language)
        if zone.kind in READ_KINDS and max(at, zone.start) < min(zone.end, length):
            yield _Stretch(max(at, zone.start), min(zone.end, length), zone.kind, zone.language or language)
        at = max(at, zone.end)
    if at < length:
        yield _Stretch(at, length, ZoneKind.BODY, language)


def _blocks(shadow: str, stretch: _Stretch) -> Iterator[tuple[int, int]]:
    """Lines, joined where one runs on into the next."""
    paragraph: list[tuple[int, int]] = []
    at = stretch.start
    while at < stretch.end:
        stop = shadow.find("\n", at, stretch.end)
        stop = stretch.end if stop < 0 else stop
        if shadow[at:stop].strip():
            paragraph.append((at, stop))
        elif paragraph:
            yield from _joined(shadow, paragraph)
            paragraph = []
        at = stop + 1
    if paragraph:
        yield from _joined(shadow, paragraph)


def _joined(shadow: str, paragraph: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    is_wrapped = _is_wrapped(shadow, paragraph)
    start, end = paragraph[0]
    for next_start, next_end in paragraph[1:]:
        runs_on = _runs_on(shadow[start:end].rstrip(), shadow[next_start:next_end].lstrip())
        if not is_wrapped and not runs_on:
            yield start, end
            start = next_start
        end = next_end
    yield start, end


def _is_wrapped(shadow: str, paragraph: list[tuple[int, int]]) -> bool:
    """Was this block filled to a width? Then no line could have taken the first word of the next one."""
    lengths = [len(shadow[a:b].rstrip()) for a, b in paragraph]
    width = max(lengths)
    if len(paragraph) < 3 or not _RUN_ON_LENGTH <= width <= _MAX_WIDTH:
        return False
    words = (shadow[a:b].split(maxsplit=1)[0] for a, b in paragraph[1:])
    return all(length + 1 + len(word) > width for length, word in zip(lengths, words, strict=False))


def _runs_on(line: str, following: str) -> bool:
    """Does the line go on in the next one: no sign at its end, lower case after it?"""
    if not line or not following or not following[0].islower():
        return False
    if len(line) == 1:
        return line.isupper()
    tail = line[line.rfind("\n") + 1 :]
    return len(tail) >= _RUN_ON_LENGTH and (tail[-1].isalnum() or tail[-1] in ",-")


def _cuts(shadow: str, tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Token ranges of the sentences between tokens `first` and `last`."""
    start, i = first, first
    while i < last:
        if tokens[i].norm not in _STOPS:
            i += 1
            continue
        run = i
        while run + 1 < last and tokens[run + 1].norm in _STOPS and tokens[run + 1].start == tokens[run].end:
            run += 1
        after = _after_closers(shadow, tokens, run, last)
        if after >= last or _ends(tokens, start, i, after, lexicon):
            yield start, after
            start = after
        i = max(after, run + 1)
    if start < last:
        yield start, last


def _after_closers(shadow: str, tokens: Sequence[Token], run: int, last: int) -> int:
    """The token after the closing quotes and brackets that belong to the stop; "»" may stand off by a space."""
    i = run + 1
    while i < last:
        token = tokens[i]
        is_near = token.start == tokens[i - 1].end
        is_last_quote = token.norm == '"' and (i + 1 == last or shadow[token.end].isspace())
        if token.norm == "»" or (is_near and token.norm in _CLOSERS and (token.norm != '"' or is_last_quote)):
            i += 1
        else:
            break
    return i


def _ends(tokens: Sequence[Token], start: int, i: int, after: int, lexicon: Lexicon) -> bool:
    """Does the stop at token `i` end the sentence that began at `start`, when `after` comes next?"""
    following = tokens[after]
    if following.start == tokens[after - 1].end:
        return _is_glued_end(tokens, i, after)
    head = _first_word(tokens, after)
    if head.norm[0].isalpha() and not head.capital:
        return False
    if tokens[i].norm != "." or tokens[i + 1].norm in _STOPS:
        return True
    if i - start == 1 and tokens[start].norm.isdigit():
        return False
    kind = _abbreviation(tokens, start, i, lexicon)
    if kind == "starter":
        return lexicon.match(tokens, after, "sentence_starter") is not None
    if kind == "may" and (lexicon.match(tokens, after, "weekday") or lexicon.match(tokens, after, "month")):
        return False
    return kind != "inside"


def _abbreviation(tokens: Sequence[Token], start: int, i: int, lexicon: Lexicon) -> str:
    """What the word before the stop at `i` says: `inside`, `may`, `starter` or nothing."""
    if i <= start or tokens[i - 1].end != tokens[i].start:
        return ""
    word = tokens[i - 1]
    match = lexicon.match_before(tokens, i + 1, "abbreviation")
    if match:
        return str(match.entry.value)
    if word.capital and len(word.norm) == 1:
        is_name = i - 2 < start or tokens[i - 2].capital or not tokens[i - 2].norm[0].isalpha()
        return "inside" if is_name else "starter"
    return ""


def _is_glued_end(tokens: Sequence[Token], i: int, after: int) -> bool:
    """A lost space: "encore.Le commerce", but not "vnexpress.net", "Q.1" or "node.js"."""
    before, following = tokens[i - 1], tokens[after]
    if i == 0 or tokens[i].norm == "…" or not following.capital or before.capital:
        return False
    long_enough = len(before.norm) > 1 and (before.norm[0].isalpha() or before.norm in _CLOSERS)
    is_word = len(following.norm) > 1 or following.end < tokens[min(after + 1, len(tokens) - 1)].start
    return (long_enough or before.norm in _CLOSERS or before.norm.isdigit()) and is_word


def _first_word(tokens: Sequence[Token], i: int) -> Token:
    """The first token at or after `i` that is not an opening quote, bracket or dash."""
    for k in range(i, min(i + 3, len(tokens))):
        if tokens[k].norm not in _OPENERS and tokens[k].norm not in "-–—":
            return tokens[k]
    return tokens[i]
