"""A sentence as the frames see it: its tokens without transparent adverbs, with the places to quote from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from postil.domain.selector import Span
from postil.suggest.commitments.grammar import WORDS, Grammar
from postil.suggest.doc import DateMention, Doc, Name, Quantity, Sentence, Token
from postil.suggest.text.markup import wording

T = TypeVar("T")
_PRONOUNS: Final = frozenset({"us", "who", "it"})


@dataclass(frozen=True, slots=True)
class View:
    """Tokens of one sentence, adverbs taken out. Token `i` and the adverbs around it stand at `begins[i]` to `ends[i]`.

    `quantities`, `dates` and `names` are those of the sentence, in order.
    """

    doc: Doc
    sentence: Sentence
    grammar: Grammar
    tokens: tuple[Token, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    names: tuple[Name, ...] = ()
    masks: tuple[Span, ...] = ()

    def __len__(self) -> int:
        return len(self.tokens)

    def norm(self, i: int) -> str:
        """The word at `i`, or nothing beyond the ends."""
        return self.tokens[i].norm if 0 <= i < len(self.tokens) else ""

    def glued(self, i: int) -> bool:
        """Does token `i` touch the one before it, without white space?"""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def is_comma(self, i: int) -> bool:
        """Is token `i` a comma, not one inside a number?"""
        return self.norm(i) == "," and not (self.glued(i) and self.glued(i + 1))

    def text(self, first: int, last: int) -> str:
        """The article's words from token `first` to before token `last`."""
        return wording(self.doc.source.text[self.tokens[first].start : self.tokens[last - 1].end]) if first < last else ""

    def names_in(self, first: int, last: int) -> list[Name]:
        """The names that lie within tokens `first:last`."""
        if first >= last:
            return []
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return [name for name in self.names if start <= name.start and name.end <= end]

    def is_additive(self) -> bool:
        """Does the sentence begin with a word that adds it to the one before ("Cùng với đó,", "Đồng thời")?"""
        return self.grammar.end("additive", self.doc.tokens, self.sentence.first, self.sentence.last) > self.sentence.first

    def quantity_at(self, i: int) -> Quantity | None:
        """The quantity that starts at token `i`, hedge and currency included."""
        if not 0 <= i < len(self.tokens):
            return None
        start = self.tokens[i].start
        return next((q for q in self.quantities if start in (q.start, q.number.start)), None)

    def has_quantity(self, first: int, last: int) -> bool:
        """Does a quantity start within tokens `first:last`?"""
        if first >= last:
            return False
        return any(True for _ in self._quantities_in(first, last))

    def has_figure(self, first: int, last: int) -> bool:
        """Does a quantity in digits, or a sum or share in words, start within tokens `first:last`?"""
        return first < last and any(q.kind in ("money", "percent") or not q.number.in_words for q in self._quantities_in(first, last))

    def has_money(self, first: int, last: int) -> bool:
        """Does a sum of money start within tokens `first:last`?"""
        return first < last and any(q.kind == "money" for q in self._quantities_in(first, last))

    def has_date(self, first: int, last: int) -> bool:
        """Does a date or period start within tokens `first:last`?"""
        if first >= last:
            return False
        start, end = self.tokens[first].start, self.tokens[min(last, len(self.tokens)) - 1].end
        return any(start <= date.start < end and date.kind in ("date", "period") for date in self.dates)

    def _quantities_in(self, first: int, last: int) -> Iterator[Quantity]:
        start, end = self.tokens[first].start, self.tokens[min(last, len(self.tokens)) - 1].end
        return (q for q in self.quantities if start <= q.number.start < end)


def view(doc: Doc, sentence: Sentence, grammar: Grammar, found: Found) -> View:
    """The view of one sentence of `doc`; `found` hands out what the earlier stages found in it."""
    words = _Words()
    i = word_end = sentence.first
    while i < sentence.last:
        token = doc.tokens[i]
        after = i
        if token.norm in grammar.word_openers and i >= word_end and not (token.capital and i > sentence.first):
            after = grammar.end("adverb", doc.tokens, i, sentence.last)
        if after > i:
            words.pass_over(token.start, doc.tokens[after - 1].end)
            i = after
            continue
        if token.norm in grammar.word_openers:
            word_end = max(word_end, *(grammar.end(word_class, doc.tokens, i, sentence.last) for word_class in WORDS))
        words.keep(_as_name(doc, token) if token.norm in _PRONOUNS else token)
        i += 1
    start, end = sentence.start, sentence.end
    pieces = (found.quantities.take(start, end), found.dates.take(start, end), found.names.take(start, end), found.masks.take(start, end))
    return View(doc, sentence, grammar, tuple(words.tokens), tuple(words.begins), tuple(words.ends), *pieces)


def _as_name(doc: Doc, token: Token) -> Token:
    """A pronoun written in capitals is a name ("US", "WHO"): its norm keeps them, and is no word of the lexicon."""
    written = doc.source.text[token.start : token.end]
    return token._replace(norm=written) if token.end - token.start > 1 and written.isupper() else token


@dataclass(slots=True)
class _Words:
    """The tokens that are kept, each with where it and the adverbs around it begin and end."""

    tokens: list[Token] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    _pending: int = -1

    def keep(self, token: Token) -> None:
        """A word of its own."""
        self.tokens.append(token)
        self.begins.append(self._pending if self._pending >= 0 else token.start)
        self.ends.append(token.end)
        self._pending = -1

    def pass_over(self, start: int, end: int) -> None:
        """An adverb: it belongs to the word before it and to the one behind it."""
        self._pending = start if self._pending < 0 else self._pending
        if self.ends:
            self.ends[-1] = end


class Found:
    """What earlier stages found, handed out sentence by sentence; ask in reading order, each is passed over once."""

    def __init__(self, doc: Doc) -> None:
        self.quantities = _Queue(doc.quantities, lambda quantity: quantity.number.start)
        self.dates = _Queue(doc.dates, lambda date: date.start)
        self.names = _Queue(doc.names, lambda name: name.start)
        self.masks = _Queue(doc.masks, lambda mask: mask.start)


class _Queue(Generic[T]):
    def __init__(self, items: Iterable[T], start_of: Callable[[T], int]) -> None:
        self._items = sorted(((start_of(item), rank, item) for rank, item in enumerate(items)), key=lambda row: row[:2])
        self._at = 0

    def take(self, start: int, end: int) -> tuple[T, ...]:
        """The items that start in `[start, end)`; earlier ones are given up."""
        out = []
        while self._at < len(self._items) and self._items[self._at][0] < end:
            if self._items[self._at][0] >= start:
                out.append(self._items[self._at][2])
            self._at += 1
        return tuple(out)
