"""Runs of capital words and look-ups with a quick first test: the ground of all name rules."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from postil.base.fold import fold
from postil.suggest.doc import Token
from postil.suggest.lexicon import Lexicon, Match
from postil.suggest.text.markup import clean
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import norms

TABLES: Final = (
    "territory", "place", "body", "body_head", "body_noun", "generic_body", "title_head", "event_noun", "event_verb", "report_verb", "light_verb",
    "speech_occasion", "attend_list", "interview_word",
)  # fmt: skip
"""The tables that `View.find` is asked for."""
_VERBS: Final = frozenset({"event_verb", "report_verb", "light_verb", "passive_verb", "arrival", "casualty_verb", "guest_verb", "host_verb"})
_SYLLABLE: Final = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?")
"""A Vietnamese syllable without its marks."""
_SIMPLE_TENSE: Final = re.compile(r"([^\W\d_]{3,14}?)(era|eront|ait|aient|èrent|a)")
"""A French verb of the first group in the future, imperfect or simple past: stem and ending."""
_PLURAL: Final = frozenset({"eront", "aient", "èrent"})


@dataclass(frozen=True, slots=True)
class View:
    """Tokens `first` to `last` (excluded) of one sentence, with the lexicon of its language.

    `hints` tells for each table at which tokens one of its forms may begin, `moved` from where an adverb or auxiliary is near,
    `capitals` are the words with a capital.
    """

    text: str
    tokens: Sequence[Token]
    lexicon: Lexicon
    language: str
    first: int
    last: int
    hints: Mapping[str, Sequence[int]]
    moved: Collection[int]
    capitals: Collection[int]

    def match(self, i: int, table: str) -> Match | None:
        """The longest form of `table` at token `i` inside the sentence."""
        if not self.first <= i < self.last:
            return None
        is_opening = self.tokens[i].norm in self.lexicon.openings.get(table, ())
        found = self.lexicon.match(self.tokens, i, table, self.last) if is_opening else None
        return found or (self._inflected(i, table) if table in _VERBS and i in self.moved else None)

    def _inflected(self, i: int, table: str) -> Match | None:
        """A verb in another tense, or with an adverb inside: "avait reçu", "a également visité", "adoptera", "will adopt"."""
        adverbs, tenses = starts(self.lexicon, "verb_adverb"), auxiliaries(self.lexicon)
        told = _told_forms(self.tokens, i, self.last)
        near = [_reworded(self.tokens[i], norm) for norm in told]
        places = [i + (len(told) == 1)] * len(told)
        for k in range(places[-1] + 1 if told else i, min(i + 9, self.last)):
            token = self.tokens[k]
            if token.norm not in adverbs:
                near.append(_reworded(token, tenses[token.norm]) if k < i + 4 and token.norm in tenses else token)
                places.append(k)
        found = self.lexicon.match(near, 0, table) if near and near[0].norm in starts(self.lexicon, table) else None
        return Match(found.entry, i, places[found.last]) if found and (found.last > 0 or len(told) == 1) else None

    def match_before(self, i: int, table: str, reach: int = 5) -> Match | None:
        """The longest form of `table` that ends directly before token `i`, inside the sentence."""
        if not self.first < i <= self.last or self.tokens[i - 1].norm not in stops(self.lexicon, table):
            return None
        found = self.lexicon.match_before(self.tokens, i, table, min(reach, i - self.first))
        return found if found and found.first >= self.first else None

    def find(self, table: str) -> list[Match]:
        """All matches of `table` (one of `TABLES`), from left to right, without overlap."""
        if table not in TABLES:
            raise KeyError(table)
        out: list[Match] = []
        end = self.first
        for i in self.hints.get(table, ()):
            found = self.match(i, table) if i >= end else None
            if found:
                out.append(found)
                end = found.end
        return out

    def norm(self, i: int) -> str:
        """The normal form of token `i`, empty outside the sentence."""
        return self.tokens[i].norm if self.first <= i < self.last else ""

    def has(self, i: int, table: str) -> bool:
        """Is token `i` a word of `table`, a list of single words?"""
        return self.first <= i < self.last and self.tokens[i].norm in starts(self.lexicon, table)

    def is_capital(self, i: int) -> bool:
        """Is token `i` a word with a capital?"""
        return i in self.capitals

    def is_word(self, i: int) -> bool:
        """Is token `i` a word?"""
        return self.first <= i < self.last and self.tokens[i].norm[0].isalpha()

    def gap(self, i: int) -> int:
        """Characters between token `i` and the one before it."""
        return self.tokens[i].start - self.tokens[i - 1].end if i > self.first else 0

    def quote(self, first: int, end: int) -> str:
        """The words from token `first` up to `end` (excluded), as people read them."""
        return clean(self.text[self.tokens[first].start : self.tokens[end - 1].end])


def _reworded(token: Token, norm: str) -> Token:
    """The token with another word in its place."""
    return Token(token.start, token.end, norm, token.capital)


def look(text: str, tokens: Sequence[Token], lexicon: Lexicon, language: str, span: tuple[int, int]) -> View:
    """The view of the sentence at token range `span`."""
    words, tenses, adverbs = _tables_by_word(lexicon), auxiliaries(lexicon), starts(lexicon, "verb_adverb")
    hints: dict[str, list[int]] = {}
    moved: set[int] = set()
    for i in range(*span):
        norm = tokens[i].norm
        if adverbs and (norm in adverbs or norm in tenses):
            moved.update((i - 3, i - 2, i - 1, i))
        for table in words.get(norm, ()):
            hints.setdefault(table, []).append(i)
        if norm in tenses:
            for table in words.get(tenses[norm], ()):
                if table in _VERBS and table not in words.get(norm, ()):
                    hints.setdefault(table, []).append(i)
        told = _told_forms(tokens, i, span[1]) if language != "vi" else ()
        for table in _tables_of(lexicon, told) if told else ():
            moved.add(i)
            if table not in words.get(norm, ()):
                hints.setdefault(table, []).append(i)
    capitals = frozenset(i for i in range(*span) if tokens[i].capital and tokens[i].norm[0].isalpha())
    return View(text, tokens, lexicon, language, *span, hints, moved, capitals)


def _told_forms(tokens: Sequence[Token], i: int, last: int) -> tuple[str, ...]:
    """How the lexicon writes a French verb of one word ("adoptera": "a adopté") or an English future ("will adopt": "adopted")."""
    norm = tokens[i].norm
    if norm == "will":
        return (_past(tokens[i + 1].norm),) if i + 1 < last and tokens[i + 1].norm[0].isalpha() else ()
    found = _SIMPLE_TENSE.fullmatch(norm)
    if not found:
        return ()
    stem = found[1].removesuffix("ç") + "c" if found[1].endswith("ç") else found[1]
    return ("ont" if found[2] in _PLURAL else "a", (stem.removesuffix("e") if stem.endswith("ge") else stem) + "é")


def _past(verb: str) -> str:
    """The regular past of an English verb."""
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb + "ed"


@lru_cache(maxsize=8)
def _verb_tables(lexicon: Lexicon) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The first one or two words of every verb → its tables."""
    out: dict[tuple[str, ...], set[str]] = {}
    for table in _VERBS & set(TABLES):
        for form in _written(lexicon, table):
            for length in (1, 2):
                out.setdefault(form[:length], set()).add(table)
    return {words: tuple(sorted(tables)) for words, tables in out.items()}


def _tables_of(lexicon: Lexicon, told: tuple[str, ...]) -> tuple[str, ...]:
    return _verb_tables(lexicon).get(told, ())


@lru_cache(maxsize=8)
def _tables_by_word(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """First word of a form → the tables of `TABLES` that have it."""
    out: dict[str, list[str]] = {}
    for table in TABLES:
        for word in starts(lexicon, table):
            out.setdefault(word, []).append(table)
    return {word: tuple(tables) for word, tables in out.items()}


@lru_cache(maxsize=256)
def starts(lexicon: Lexicon, table: str) -> frozenset[str]:
    """The first words of all forms of `table`."""
    return frozenset(words[0] for words in _written(lexicon, table))


@lru_cache(maxsize=256)
def stops(lexicon: Lexicon, table: str) -> frozenset[str]:
    """The last words of all forms of `table`."""
    return frozenset(words[-1] for words in _written(lexicon, table))


def _written(lexicon: Lexicon, table: str) -> Iterator[tuple[str, ...]]:
    for entry in lexicon.table(table):
        for form in entry.forms:
            for text in (form, fold(shadow(form))) if entry.fold else (form,):
                yield norms(shadow(text))


@lru_cache(maxsize=8)
def auxiliaries(lexicon: Lexicon) -> dict[str, str]:
    """Forms of auxiliary verbs → the form that the lexicon's verbs are written with."""
    return {norms(shadow(form))[0]: str(entry.value) for entry in lexicon.table("verb_tense") for form in entry.forms}


@lru_cache(maxsize=64)
def folded_forms(lexicon: Lexicon, table: str) -> frozenset[str]:
    """All one-word forms of `table`, without accents."""
    return frozenset(fold(shadow(form)) for entry in lexicon.table(table) for form in entry.forms)


@lru_cache(maxsize=1 << 14)
def is_syllable(norm: str) -> bool:
    """Could the word be one Vietnamese syllable?"""
    return _SYLLABLE.fullmatch(fold(norm)) is not None


def run_end(view: View, i: int, limit: int = 7) -> int:
    """The token after the run of capital words that begins at `i`; `i` when there is none.

    Particles ("da", "van", "al-") and hyphens go on when a capital word follows.
    """
    if not view.is_capital(i):
        return i
    end = i + 1
    while end < view.last and end - i < limit:
        step = _step(view, end)
        if not step:
            break
        end += step
    return end


def _step(view: View, end: int) -> int:
    """How many tokens the run grows by at `end`."""
    if view.is_capital(end) and view.gap(end) == 1:
        return 1
    norm = view.norm(end)
    if norm in ("-", "'") and view.gap(end) == 0 and view.is_word(end + 1) and view.gap(end + 1) == 0:
        return 2 if view.is_capital(end + 1) or norm == "-" else 0
    if norm == "." and len(view.norm(end - 1)) == 1 and view.is_capital(end + 1):
        return 2
    small = end
    while small - end < 3 and view.match(small, "name_particle") and view.gap(small) == 1:
        small += 1
    if small > end:
        small += view.norm(small) == "-"
        return small + 1 - end if view.is_capital(small) else 0
    return 0
