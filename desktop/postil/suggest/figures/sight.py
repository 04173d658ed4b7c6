"""What the figure rules look at: the document, its lexicon, and the sentence around a quantity."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from postil.suggest.doc import DateMention, Doc, Quantity, Sentence, Token
from postil.suggest.figures.pairs import Phrase
from postil.suggest.lexicon import Lexicon, Match
from postil.suggest.numeric.units import Context
from postil.suggest.text.markup import wording

_CLAUSE_SIGNS: Final = frozenset({";", ":", "(", ")", "–", "—"})
_WINDOW: Final = 40
"""Matches of one table that are looked at around one place: what keeps a sentence of any length linear."""
_DATES: Final = 12
ACCUMULATED: Final = "period.accumulated"
"""The rule of a period made of what else is a number of months ("lũy kế 9 tháng")."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A date that later sentences may inherit: does it open its sentence with its year, is it a day, is it of other years?

    `is_said`: it was the day of saying something; `date` is its month then.
    """

    date: DateMention
    is_head: bool
    is_day: bool
    is_far: bool
    is_said: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """A document with its lexicon; `country` is the code the article is about, or empty."""

    doc: Doc
    lexicon: Lexicon
    country: str = ""
    context: Context = field(init=False)
    _firsts: list[int] = field(init=False)
    _breaks: list[int] = field(init=False)
    _dates: dict[int, tuple[DateMention, ...]] = field(init=False)
    told: dict[str, bool] = field(init=False, default_factory=dict)
    latest: dict[str, str] = field(init=False, default_factory=dict)
    baselines: dict[int, bool] = field(init=False, default_factory=dict)
    _found: dict[tuple[str, int], list[Match]] = field(init=False, default_factory=dict)
    _clauses: dict[tuple[int, int], tuple[int, int]] = field(init=False, default_factory=dict)
    frames: dict[int, tuple[Frame, ...]] = field(init=False, default_factory=dict)
    phrases: dict[int, list[Phrase]] = field(init=False, default_factory=dict)
    amounts: frozenset[int] = field(init=False)
    counted: set[int] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        doc = self.doc
        object.__setattr__(self, "context", Context(doc.shadow, doc.tokens, doc.language, self.lexicon, self.country))
        object.__setattr__(self, "_firsts", [sentence.first for sentence in doc.sentences])
        object.__setattr__(self, "_dates", _by_sentence(doc))
        amounts = frozenset(i for quantity in doc.quantities for i in range(quantity.first, quantity.last + 1))
        object.__setattr__(self, "amounts", amounts)
        object.__setattr__(self, "_breaks", [i for i in range(len(doc.tokens)) if self._ends_clause(i)])

    @property
    def language(self) -> str:
        """The language of the article."""
        return self.doc.language

    def norm(self, i: int) -> str:
        """The token at `i`, empty outside."""
        return self.doc.tokens[i].norm if 0 <= i < len(self.doc.tokens) else ""

    def rank(self, token: int) -> int:
        """The index of the sentence that holds `token`, or -1."""
        at = bisect_right(self._firsts, token) - 1
        return at if at >= 0 and token < self.doc.sentences[at].last else -1

    def sentence(self, quantity: Quantity) -> Sentence | None:
        """The sentence of a quantity; None outside title and body."""
        rank = self.rank(quantity.number.first)
        return self.doc.sentences[rank] if rank >= 0 else None

    def dates(self, rank: int, around: int = 0) -> tuple[DateMention, ...]:
        """The dates and periods of a sentence, in order; of very many those nearest to the position `around`."""
        found = self._dates.get(rank, ())
        if len(found) <= 2 * _DATES:
            return found
        place = bisect_left(found, around, key=_start_of)
        return found[max(0, place - _DATES) : place + _DATES]

    def match(self, i: int, table: str, stop: int | None = None) -> Match | None:
        """The entry of `table` at token `i`."""
        tokens = self.doc.tokens
        is_opening = i < len(tokens) and tokens[i].norm in self.lexicon.openings.get(table, ())
        return self.lexicon.match(tokens, i, table, stop) if is_opening else None

    def before(self, i: int, table: str) -> Match | None:
        """The entry of `table` that ends directly before token `i`."""
        return self.lexicon.match_before(self.doc.tokens, i, table)

    def find(self, table: str, first: int, stop: int) -> Iterator[Match]:
        """Matches of `table` between two tokens of one sentence, left to right; each sentence is searched once."""
        rank = self.rank(first)
        if rank < 0:
            return iter(self.lexicon.find(self.doc.tokens, table, first, stop))
        found = self._found.get((table, rank))
        if found is None:
            sentence = self.doc.sentences[rank]
            found = self._found[table, rank] = self.lexicon.find(self.doc.tokens, table, sentence.first, sentence.last)
        low, high = bisect_left(found, first, key=_first_of), bisect_left(found, stop, key=_first_of)
        return (match for match in found[max(low, high - _WINDOW) : high] if match.last < stop)

    def place(self, token: int) -> int:
        """The index of the first quantity at or behind `token`."""
        return bisect_left(self.doc.quantities, token, key=_first_of_quantity)

    def is_function(self, i: int) -> bool:
        """Is token `i` a small word that heads no phrase?"""
        norm = self.norm(i)
        return norm.endswith("'") or self.match(i, "function_word", i + 1) is not None

    def is_word(self, i: int) -> bool:
        """Is token `i` made of letters?"""
        norm = self.norm(i)
        return bool(norm) and norm[0].isalpha()

    def clause(self, quantity: Quantity, sentence: Sentence) -> tuple[int, int]:
        """First token and token after the last of the stretch between signs that holds the quantity."""
        return self.clause_around(quantity.first, quantity.last, sentence)

    def clause_around(self, first: int, last: int, sentence: Sentence) -> tuple[int, int]:
        """The same for any tokens; asked many times, found out once."""
        known = self._clauses.get((first, last))
        if known is None:
            before, after = bisect_left(self._breaks, first), bisect_left(self._breaks, last + 1)
            start = self._breaks[before - 1] + 1 if before else 0
            end = self._breaks[after] if after < len(self._breaks) else len(self.doc.tokens)
            known = self._clauses[first, last] = max(start, sentence.first), min(end, sentence.last)
        return known

    def _ends_clause(self, i: int) -> bool:
        norm = self.doc.tokens[i].norm
        if norm in _CLAUSE_SIGNS:
            return True
        return norm == "," and not (self.norm(i - 1)[:1].isdigit() and self.norm(i + 1)[:1].isdigit() and self.context.is_glued(i + 1))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The position of tokens `first` to `last`."""
        return self.doc.tokens[first].start, self.doc.tokens[last].end

    def text(self, first: int, last: int) -> str:
        """The article's own words from token `first` to `last`."""
        start, end = self.span(first, last)
        return wording(self.doc.source.text[start:end])


def _by_sentence(doc: Doc) -> dict[int, tuple[DateMention, ...]]:
    out: dict[int, list[DateMention]] = {}
    starts = [sentence.start for sentence in doc.sentences]
    counted = [(quantity.number.start, quantity.number.end) for quantity in doc.quantities]
    for date in doc.dates:
        near = bisect_left(counted, (date.end, 0)) - 1
        if near >= 0 and date.start < counted[near][1] and date.rule != ACCUMULATED:
            continue
        at = bisect_right(starts, date.start) - 1
        if at >= 0:
            out.setdefault(at, []).append(date)
    return {rank: tuple(dates) for rank, dates in out.items()}


def tokens_of(sight: Sight, span: tuple[int, int], sentence: Sentence) -> tuple[int, int]:
    """First token and token after the last of a position inside a sentence."""
    tokens = sight.doc.tokens
    first = bisect_left(tokens, span[0] + 1, sentence.first, sentence.last, key=_end_of)
    return first, bisect_left(tokens, span[1], first, sentence.last, key=_start_of)


def _first_of(match: Match) -> int:
    return match.first


def _first_of_quantity(quantity: Quantity) -> int:
    return quantity.first


def _start_of(piece: Token | DateMention) -> int:
    return piece.start


def _end_of(token: Token) -> int:
    return token.end
