"""What the figure rules look at: the document, its lexicon, and the sentence around a quantity."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from postil.suggest.doc import DateMention, Doc, Quantity, Sentence
from postil.suggest.lexicon import Lexicon, Match
from postil.suggest.numeric.units import Context

_CLAUSE_SIGNS: Final = frozenset({";", ":", "(", ")", "–", "—"})
_SENTENCE_SIGNS: Final = frozenset({".", "!", "?"})


@dataclass(frozen=True, slots=True)
class Sight:
    """A document with its lexicon; `country` is the code the article is about, or empty."""

    doc: Doc
    lexicon: Lexicon
    country: str = ""
    context: Context = field(init=False)
    _firsts: list[int] = field(init=False)
    _dates: dict[int, tuple[DateMention, ...]] = field(init=False)
    told: dict[str, bool] = field(init=False, default_factory=dict)
    _found: dict[tuple[str, int], list[Match]] = field(init=False, default_factory=dict)
    _terms: dict[int, list[Match]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        doc = self.doc
        object.__setattr__(self, "context", Context(doc.shadow, doc.tokens, doc.language, self.lexicon, self.country))
        object.__setattr__(self, "_firsts", [sentence.first for sentence in doc.sentences])
        object.__setattr__(self, "_dates", _by_sentence(doc))

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

    def dates(self, rank: int) -> tuple[DateMention, ...]:
        """The dates and periods of a sentence, in order."""
        return self._dates.get(rank, ())

    def match(self, i: int, table: str, stop: int | None = None) -> Match | None:
        """The entry of `table` at token `i`."""
        return self.lexicon.match(self.doc.tokens, i, table, stop)

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
        return (match for match in found if first <= match.first and match.last < stop)

    def terms(self, rank: int, index: Lexicon, table: str) -> list[Match]:
        """Every term of an index in a sentence, nested ones included; each sentence is searched once."""
        found = self._terms.get(rank)
        if found is None:
            sentence = self.doc.sentences[rank]
            found = [match for i in range(sentence.first, sentence.last) for match in index.matches(self.doc.tokens, i, table, sentence.last)]
            self._terms[rank] = found
        return found

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
        """The same for any tokens."""
        start, end = first, last + 1
        while start > sentence.first and not self._ends_clause(start - 1):
            start -= 1
        while end < sentence.last and not self._ends_clause(end):
            end += 1
        return start, end

    def _ends_clause(self, i: int) -> bool:
        norm = self.norm(i)
        if norm in _CLAUSE_SIGNS:
            return True
        return norm == "," and not (self.norm(i - 1)[:1].isdigit() and self.norm(i + 1)[:1].isdigit() and self.context.is_glued(i + 1))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The position of tokens `first` to `last`."""
        return self.doc.tokens[first].start, self.doc.tokens[last].end

    def text(self, first: int, last: int) -> str:
        """The article's own words from token `first` to `last`."""
        start, end = self.span(first, last)
        return self.doc.source.text[start:end]


def _by_sentence(doc: Doc) -> dict[int, tuple[DateMention, ...]]:
    out: dict[int, list[DateMention]] = {}
    starts = [sentence.start for sentence in doc.sentences]
    counted = {quantity.number.start for quantity in doc.quantities}
    for date in doc.dates:
        if date.start in counted:
            continue
        at = bisect_right(starts, date.start) - 1
        if at >= 0:
            out.setdefault(at, []).append(date)
    return {rank: tuple(dates) for rank, dates in out.items()}


def tokens_of(sight: Sight, span: tuple[int, int], sentence: Sentence) -> tuple[int, int]:
    """First token and token after the last of a position inside a sentence."""
    tokens: Sequence = sight.doc.tokens  # type: ignore[type-arg]
    first = sentence.first
    while first < sentence.last and tokens[first].end <= span[0]:
        first += 1
    stop = first
    while stop < sentence.last and tokens[stop].start < span[1]:
        stop += 1
    return first, stop
