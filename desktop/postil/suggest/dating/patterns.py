"""Date rules as data: sequences of words and slots from the lexicon, compiled into one trie per language.

Table `date_rule`, one entry a rule:

    [[date_rule]]
    id = "day-month-year"
    make = "date"                                   # a function of `makers`
    forms = ["{weekday}? ,? {day} {month} ,? {year}?"]
    skip = 1                                        # so many leading tokens are context, not part of the date
    examples = [{text = "le 20 décembre 2024", expect = "20 décembre 2024", edtf = "2024-12-20"}]

A form is a row of parts separated by spaces: a slot `{month}` (see `items.TABLES` and the digits: `{day}`, `{year}`,
`{num}`, `{ord}`, `{two}`, `{dmy}`, `{dm}`, `{my}`), a word, words joined by `_` that follow each other, choices
`du|de_la`, each with `?` when it may be left out. `-` stands for every dash. The rule that takes most tokens wins;
of equals the earlier one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Any, Final

from postil.suggest.dating.items import Items
from postil.suggest.doc import Token
from postil.suggest.lexicon import Entry, Lexicon, LexiconError
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import norms

TABLE: Final = "date_rule"
_DASHES: Final = frozenset("-–—")
_SLOT: Final = re.compile(r"\{([a-z]+)\}")

Part = tuple[str, ...]
"""A slot as `("{month}",)`, words as their normal forms, nothing as `()`."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A slot that was filled: its value and its tokens `first` to `end` (excluded)."""

    slot: str
    value: Any
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """Rule `entry` holds from token `first` to `end` (excluded), context at its start left out."""

    entry: Entry
    first: int
    end: int
    captures: tuple[Capture, ...]

    def values(self, slot: str) -> list[Any]:
        """The values of every `slot`, in order."""
        return [capture.value for capture in self.captures if capture.slot == slot]

    def value(self, slot: str) -> Any:
        """The first value of `slot`, or None."""
        return next((capture.value for capture in self.captures if capture.slot == slot), None)


@dataclass(slots=True)
class _Node:
    words: dict[str, _Node] = field(default_factory=dict)
    slots: dict[str, _Node] = field(default_factory=dict)
    rules: list[tuple[int, Entry]] = field(default_factory=list)


class Grammar:
    """The date rules of one language. Build it with `grammar`, which remembers."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._root = _Node()
        for rank, entry in enumerate(entries):
            for form in entry.forms:
                for sequence in _sequences(entry, form):
                    _insert(self._root, sequence, rank, entry)

    def can_begin(self, items: Items, i: int) -> bool:
        """May a rule hold at token `i`? A quick test."""
        norm = items.tokens[i].norm
        return norm in self._root.words or items.is_candidate(i)

    def at(self, items: Items, i: int) -> Iterator[Found]:
        """Every rule that holds at token `i`, the longest first."""
        walk = _Walk(items, i)
        walk.go(self._root, i, ())
        walk.hits.sort(key=lambda hit: (-hit[0], hit[1]))
        for _end, _rank, found in walk.hits:
            yield found


@lru_cache(maxsize=8)
def grammar(lexicon: Lexicon) -> Grammar:
    """The compiled rules of `lexicon`. Raises LexiconError when a rule cannot be read."""
    return Grammar(lexicon.table(TABLE))


class _Walk:
    """One pass down the trie from one token, collecting every rule that holds as (end, rank, found)."""

    def __init__(self, items: Items, first: int) -> None:
        self.hits: list[tuple[int, int, Found]] = []
        self._items = items
        self._first = first

    def go(self, node: _Node, i: int, captures: tuple[Capture, ...]) -> None:
        """Take `node` as reached before token `i`, with these slots filled."""
        items = self._items
        for rank, entry in node.rules:
            start = self._first + int(entry.get("skip", 0))
            if start < i and _is_close(items.tokens, items.text, start, i):
                self.hits.append((i, rank, Found(entry, start, i, captures)))
        if i >= len(items.tokens):
            return
        token = items.tokens[i]
        following = node.words.get("-" if token.norm in _DASHES else token.norm)
        if following:
            self.go(following, i + 1, captures)
        if node.slots and (token.capital or items.is_candidate(i)):
            readings = items.at(i)
            for slot, target in node.slots.items():
                for value, end in readings.get(slot, ()):
                    self.go(target, end, (*captures, Capture(slot, value, i, end)))


def _is_close(tokens: Sequence[Token], text: str, first: int, end: int) -> bool:
    """No blank line inside: a date does not run over a paragraph."""
    return "\n\n" not in text[tokens[first].start : tokens[end - 1].end]


def _sequences(entry: Entry, form: str) -> Iterator[list[str]]:
    """The form with its choices and options written out, as rows of symbols; no row hangs on an option's comma or link."""
    forms = form.split()
    choices = [_choices(entry, piece) for piece in forms]
    for row in product(*choices):
        filled = [k for k, part in enumerate(row) if part]
        if filled and not _hangs(row[filled[0]], forms, filled[0], 0) and not _hangs(row[filled[-1]], forms, filled[-1], len(forms) - 1):
            yield [symbol for part in row for symbol in part]


def _hangs(part: Part, forms: Sequence[str], k: int, edge: int) -> bool:
    """Is this outermost part only a link to a part that was left out? At the start only signs are links."""
    is_link = k != edge and _is_optional(forms[k]) and not _SLOT.fullmatch(part[0])
    return is_link and (edge > 0 or not part[0][0].isalpha())


def _is_optional(piece: str) -> bool:
    return piece.endswith("?") and piece != "?"


def _choices(entry: Entry, piece: str) -> list[Part]:
    is_optional = _is_optional(piece)
    out: list[Part] = [() for _ in range(is_optional)]
    for choice in (piece[:-1] if is_optional else piece).split("|"):
        slot = _SLOT.fullmatch(choice)
        words = (choice,) if slot else norms(shadow(choice.replace("'_", "'").replace("_", " ")))
        if not words or ("{" in choice and not slot):
            raise LexiconError(f"'{piece}' in date rule '{entry.get('id', '?')}' is neither a word nor a slot", what=entry.source)
        out.append(words)
    return out


def _insert(root: _Node, symbols: Sequence[str], rank: int, entry: Entry) -> None:
    node = root
    for symbol in symbols:
        slot = _SLOT.fullmatch(symbol)
        edges = node.slots if slot else node.words
        key = slot.group(1) if slot else "-" if symbol in _DASHES else symbol
        node = edges.setdefault(key, _Node())
    if (rank, entry.source) not in [(r, e.source) for r, e in node.rules]:
        node.rules.append((rank, entry))
