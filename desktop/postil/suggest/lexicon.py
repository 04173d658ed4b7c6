"""Words as data: the lexicon of a language, and the longest entry at a token. How its files look is told in `suggest/entries.py`."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from postil.base import paths
from postil.base.fold import fold
from postil.suggest.doc import Token
from postil.suggest.entries import MARKERS, Entry, LexiconError, Sides, Words, lexicon_files, places_of, read_entries, words_of
from postil.suggest.text.shadow import shadow

__all__ = ["COMMON", "LANGUAGES", "Entry", "Lexicon", "LexiconError", "Match", "Sides", "fingerprint", "lexicon_files", "own_files", "read_entries"]

LANGUAGES: Final = ("en", "fr", "vi")
COMMON: Final = "common"
_END: Final = ""
_NOTHING: Final[dict[str, Any]] = {}
_Stamp = tuple[tuple[str, int], ...]
_stamps: dict[Path, _Stamp] = {}
"""What projects' own lexicons looked like when an article was begun; see `Lexicon.renew`."""


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` to `last` (inclusive) are a form of `entry`."""

    entry: Entry
    first: int
    last: int

    @property
    def end(self) -> int:
        """Index of the token after the match."""
        return self.last + 1


class Lexicon:
    """All tables of one language, each a token trie. Build it with `Lexicon.load`, which remembers.

    `openings` holds the first words of each table: a test before a look-up, for those who ask at every token.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._tables: dict[str, list[Entry]] = {}
        self._forward: dict[str, dict[str, Any]] = {}
        self._backward: dict[str, dict[str, Any]] = {}
        self.openings: Mapping[str, Collection[str]] = self._forward
        for entry in entries:
            self._tables.setdefault(entry.table, []).append(entry)
            forward, backward = self._forward.setdefault(entry.table, {}), self._backward.setdefault(entry.table, {})
            for form in _variants(entry):
                _add(forward, form, entry)
                _add(backward, form[::-1], entry)

    @staticmethod
    def load(language: str, extra: Path | None = None) -> Lexicon:
        """The lexicon of `en`, `fr` or `vi` (anything else: English), with a project's own folder on top.

        `extra` holds files for every language, and folders `common`, `en`, `fr`, `vi` as the shipped lexicon does.
        Raises LexiconError. The result is shared by the whole process and read again when `extra` changes.
        """
        stamp = () if extra is None else _stamps.get(extra) or _stamp(extra)
        return _load(language if language in LANGUAGES else "en", extra, stamp)

    @staticmethod
    def renew(extra: Path) -> None:
        """Look once whether a project's own folder has changed; until the next call it is taken to stay as it is."""
        _stamps[extra] = _stamp(extra)

    def table(self, name: str) -> tuple[Entry, ...]:
        """The entries of a table, in the order read; empty when there is none."""
        return tuple(self._tables.get(name, ()))

    def match(self, tokens: Sequence[Token], i: int, table: str, stop: int | None = None) -> Match | None:
        """The longest form of `table` that starts at token `i` and ends before token `stop`, its conditions met."""
        node = self._forward.get(table, _NOTHING).get(tokens[i].norm) if i < len(tokens) else None
        if node is None:
            return None
        end = len(tokens) if stop is None or stop > len(tokens) else stop
        if i >= end:
            return None
        best: Match | None = None
        last = i
        while node is not None:
            if _END in node:
                best = _first_allowed(node[_END], tokens, i, last) or best
            last += 1
            if last >= end:
                break
            node = node.get(tokens[last].norm)
        return best

    def matches(self, tokens: Sequence[Token], i: int, table: str, stop: int | None = None) -> list[Match]:
        """Every form of `table` that starts at token `i`, the shortest first."""
        end = len(tokens) if stop is None or stop > len(tokens) else stop
        node = self._forward.get(table, _NOTHING).get(tokens[i].norm) if i < end else None
        found: list[Match] = []
        last = i
        while node is not None:
            allowed = _first_allowed(node[_END], tokens, i, last) if _END in node else None
            if allowed:
                found.append(allowed)
            last += 1
            node = node.get(tokens[last].norm) if last < end else None
        return found

    def match_before(self, tokens: Sequence[Token], i: int, table: str, reach: int = 12) -> Match | None:
        """The longest form of `table`, of at most `reach` tokens, that ends directly before token `i`."""
        if i <= 0 or i > len(tokens):
            return None
        node = self._backward.get(table, _NOTHING).get(tokens[i - 1].norm)
        best: Match | None = None
        first = i - 1
        while node is not None:
            if _END in node:
                best = _first_allowed(node[_END], tokens, first, i - 1) or best
            first -= 1
            node = node.get(tokens[first].norm) if first >= max(0, i - reach) else None
        return best

    def find(self, tokens: Sequence[Token], table: str, first: int = 0, stop: int | None = None) -> list[Match]:
        """All matches of `table` from left to right, the longest at each place, without overlap."""
        trie = self._forward.get(table)
        if not trie:
            return []
        out: list[Match] = []
        end = len(tokens) if stop is None or stop > len(tokens) else stop
        for i in [i for i in range(first, end) if tokens[i].norm in trie]:
            match = self.match(tokens, i, table, end) if i >= first else None
            if match:
                out.append(match)
                first = match.end
        return out


def _add(trie: dict[str, Any], form: Words, entry: Entry) -> None:
    node = trie
    for word in form:
        node = node.setdefault(word, {})
    node.setdefault(_END, []).insert(0, entry)


def _first_allowed(entries: Sequence[Entry], tokens: Sequence[Token], first: int, last: int) -> Match | None:
    for entry in entries:
        if not entry.is_conditional or _allowed(entry, tokens, first, last):
            return Match(entry, first, last)
    return None


def own_files(extra: Path, language: str) -> list[Path]:
    """The files of a project's own lexicon that hold for `language`, in the order read."""
    return [path for folder in (extra, extra / COMMON, extra / language) for path in lexicon_files(folder)]


def fingerprint(extra: Path) -> str:
    """Eight hexadecimal digits that change with any word of a project's own lexicon; empty when it has no file."""
    found = [path for language in LANGUAGES for path in own_files(extra, language)]
    digest = hashlib.sha256()
    for path in sorted(set(found)):
        digest.update(f"{path.parent.name}/{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:8] if found else ""


def _stamp(extra: Path) -> _Stamp:
    found = sorted({path for language in LANGUAGES for path in own_files(extra, language)})
    return tuple((f"{path.parent.name}/{path.name}", path.stat().st_mtime_ns) for path in found)


@lru_cache(maxsize=16)
def _load(language: str, extra: Path | None, _stamp: _Stamp) -> Lexicon:
    files = [path for name in (COMMON, language) for path in lexicon_files(paths.resources("lexicon", name))]
    files += own_files(extra, language) if extra is not None else []
    return Lexicon([entry for path in files for entry in read_entries(path)])


def _variants(entry: Entry) -> Iterator[Words]:
    seen = set()
    for form in entry.forms:
        for text in (form, fold(shadow(form))) if entry.fold else (form,):
            words = words_of(text)
            if words and words not in seen:
                seen.add(words)
                yield words


def _allowed(entry: Entry, tokens: Sequence[Token], first: int, last: int) -> bool:
    if entry.capital and not any(token.capital for token in tokens[first : last + 1]):
        return False
    for sides, wanted in ((entry.only_if, True), (entry.not_if, False)):
        if sides.before and _stands_before(sides.before, tokens, first) is not wanted:
            return False
        if sides.after and _stands_after(sides.after, tokens, last) is not wanted:
            return False
    return not (entry.conflicts and _is_inside_conflict(entry, tokens, first, last))


def _stands_before(listed: tuple[Words, ...], tokens: Sequence[Token], first: int) -> bool:
    return any(
        _is(words[0], tokens[first - 1] if first else None)
        if words[0] in MARKERS
        else first >= len(words) and all(tokens[first - len(words) + k].norm == word for k, word in enumerate(words))
        for words in listed
    )


def _stands_after(listed: tuple[Words, ...], tokens: Sequence[Token], last: int) -> bool:
    rest = len(tokens) - last - 1
    return any(
        _is(words[0], tokens[last + 1] if rest else None)
        if words[0] in MARKERS
        else rest >= len(words) and all(tokens[last + 1 + k].norm == word for k, word in enumerate(words))
        for words in listed
    )


def _is(marker: str, token: Token | None) -> bool:
    if token is None or marker == "{edge}":
        return token is None and marker == "{edge}"
    if marker == "{digits}":
        return token.norm[0].isdigit()
    if marker == "{capital}":
        return token.capital
    is_word = token.norm[0].isalpha()
    return is_word if marker == "{word}" else not is_word and not token.norm[0].isdigit()


def _is_inside_conflict(entry: Entry, tokens: Sequence[Token], first: int, last: int) -> bool:
    form = tuple(tokens[i].norm for i in range(first, last + 1))
    for phrase in entry.conflicts:
        for place in places_of(phrase, form):
            start = first - place
            if start >= 0 and start + len(phrase) <= len(tokens) and all(tokens[start + k].norm == word for k, word in enumerate(phrase)):
                return True
    return False
