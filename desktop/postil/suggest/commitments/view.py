"""A sentence as the frames see it: its tokens without transparent adverbs, with the places to quote from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from postil.domain.selector import Span
from postil.suggest.commitments.grammar import Grammar
from postil.suggest.commitments.markup import markup_in
from postil.suggest.doc import DateMention, Doc, Name, Quantity, Sentence, Token

T = TypeVar("T")
_COMPOUNDS: Final = ("compound", "item_verb")
"""Word classes whose members of several syllables are words that nothing may be found inside of."""


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
        return self.doc.source.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

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
    kept: list[Token] = []
    begins: list[int] = []
    ends: list[int] = []
    pending = -1
    i = word_end = sentence.first
    markup = markup_in(doc.shadow, sentence.start, sentence.end)
    while i < sentence.last:
        token = doc.tokens[i]
        while markup and markup[0][1] <= token.start:
            markup.pop(0)
        if markup and markup[0][0] <= token.start:
            i = _behind(doc, i, markup[0][1], sentence.last)
            if markup[0][2]:
                kept.append(Token(markup[0][0], markup[0][1], '"'))
                begins.append(markup[0][0])
                ends.append(markup[0][1])
            continue
        is_name = token.capital and i > sentence.first
        after = i if is_name else grammar.end("adverb", doc.tokens, i, sentence.last)
        if after > i and i < word_end:
            after = i
        word_end = max(word_end, _word_end(grammar, doc, i, sentence.last)) if after == i else word_end
        if after > i:
            pending = token.start if pending < 0 else pending
            if ends:
                ends[-1] = doc.tokens[after - 1].end
            i = after
            continue
        kept.append(token)
        begins.append(pending if pending >= 0 else token.start)
        ends.append(token.end)
        pending = -1
        i += 1
    start, end = sentence.start, sentence.end
    pieces = (found.quantities.take(start, end), found.dates.take(start, end), found.names.take(start, end), found.masks.take(start, end))
    return View(doc, sentence, grammar, tuple(kept), tuple(begins), tuple(ends), *pieces)


def _word_end(grammar: Grammar, doc: Doc, i: int, stop: int) -> int:
    """Vietnamese: where the word of several syllables that starts at token `i` ends; an adverb inside it is none ("thực hiện")."""
    if grammar.language != "vi":
        return i
    return max(grammar.end(word_class, doc.tokens, i, stop) for word_class in _COMPOUNDS)


def _behind(doc: Doc, i: int, position: int, stop: int) -> int:
    """Index of the first token from `i` on that does not start before `position`."""
    while i < stop and doc.tokens[i].start < position:
        i += 1
    return i


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
