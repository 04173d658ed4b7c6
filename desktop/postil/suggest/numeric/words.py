"""Number words below a thousand, by the grammar of each language; scales are composed in `chains`.

The words themselves are the lexicon's table `number`, with a role each; here is only how they combine:
"one hundred and twenty-five" · "quatre-vingt-dix-sept", "soixante et onze" · "hai trăm linh năm", "hai mươi mốt", "hai mốt".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from postil.suggest.doc import Token
from postil.suggest.lexicon import Entry, Lexicon


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens from the start up to (not including) `end` make `value`; `weak` for one word that may be no number."""

    value: int
    end: int
    weak: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The number words of a language by token, and the words that link them."""

    roles: Mapping[str, tuple[str, int]]
    weak: frozenset[str]
    links: frozenset[str]
    points: frozenset[str]
    entries: Mapping[str, Entry]


@lru_cache(maxsize=8)
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a loaded lexicon."""
    entries = {form.lower(): entry for entry in lexicon.table("number") for form in entry.forms}
    roles = {word: (str(entry.get("role")), int(entry.value)) for word, entry in entries.items()}
    weak = frozenset(word for word, entry in entries.items() if entry.get("weak"))
    links = frozenset(form for entry in lexicon.table("number_link") for form in entry.forms)
    points = frozenset(form for entry in lexicon.table("number_point") for form in entry.forms)
    return Vocabulary(roles, weak, links, points, entries)


def words_at(tokens: Sequence[Token], i: int, words: Vocabulary, language: str, bare_hundred: bool = False) -> Words | None:
    """The number below a thousand that starts at token `i`; None when there is none.

    `bare_hundred` allows a hundred that nothing counts ("a hundred", "trăm mười") and Vietnamese ellipsis behind it.
    """
    if i >= len(tokens) or tokens[i].norm not in words.roles:
        return None
    reader = _Reader(tokens, words)
    if language == "fr":
        found = _french(reader, i)
    elif language == "vi":
        found = _vietnamese(reader, i, bare_hundred)
    else:
        found = _english(reader, i, bare_hundred)
    if found is None or found.end == i:
        return None
    count = found.end - i
    return Words(found.value, found.end, count == 1 and tokens[i].norm in words.weak, count)


class _Reader:
    """Looks at roles of tokens; a link is passed only when the right kind of word follows."""

    def __init__(self, tokens: Sequence[Token], words: Vocabulary) -> None:
        self._tokens = tokens
        self._words = words

    def role(self, i: int) -> str:
        return self._words.roles.get(self._tokens[i].norm, ("", 0))[0] if i < len(self._tokens) else ""

    def value(self, i: int) -> int:
        return self._words.roles[self._tokens[i].norm][1]

    def word(self, i: int) -> str:
        return self._tokens[i].norm if i < len(self._tokens) else ""

    def is_link(self, i: int) -> bool:
        return self.word(i) in self._words.links

    def after_hyphen(self, i: int) -> int:
        """The index behind a hyphen glued on both sides at `i`, or `i` itself."""
        if self.word(i) == "-" and i + 1 < len(self._tokens) and self._tokens[i - 1].end == self._tokens[i].start:
            return i + 1 if self._tokens[i].end == self._tokens[i + 1].start else i
        return i

    def after_link(self, i: int, roles: Sequence[str]) -> tuple[int, bool]:
        """Where a word with one of `roles` stands behind token `i`: directly, behind a hyphen, a link or both.

        The second value tells that a link was passed; (-1, False) when there is no such word.
        """
        hyphen = self.after_hyphen(i)
        places = [(i, False), (hyphen, False)]
        if self.is_link(hyphen):
            places += [(hyphen + 1, True), (self.after_hyphen(hyphen + 1), True)]
        return next(((place, linked) for place, linked in places if self.role(place) in roles), (-1, False))


def _english(reader: _Reader, i: int, bare_hundred: bool) -> Words | None:
    value, at = _english_below_hundred(reader, i)
    if reader.role(at) == "hundred":
        if at == i and not bare_hundred:
            return None
        value, at = (value or 1) * 100, at + 1
        rest, _ = reader.after_link(at, ("digit", "small", "tens"))
        if rest >= 0:
            more, end = _english_below_hundred(reader, rest)
            return Words(value + more, end)
    elif reader.after_hyphen(at) > at and reader.role(at + 1) == "hundred" and at > i:
        return Words(value * 100, at + 2)
    return Words(value, at) if at > i else None


def _english_below_hundred(reader: _Reader, i: int) -> tuple[int, int]:
    role = reader.role(i)
    if role in ("digit", "small", "zero"):
        return reader.value(i), i + 1
    if role != "tens":
        return 0, i
    unit = reader.after_hyphen(i + 1)
    if reader.role(unit) == "digit":
        return reader.value(i) + reader.value(unit), unit + 1
    return reader.value(i), i + 1


def _french(reader: _Reader, i: int) -> Words | None:
    if reader.role(i) == "hundred":
        return _french_rest(reader, 100, i + 1)
    value, at = _french_below_hundred(reader, i)
    if at == i:
        return None
    hundred = reader.after_hyphen(at)
    if 2 <= value <= 19 and value != 10 and reader.role(hundred) == "hundred":
        return _french_rest(reader, value * 100, hundred + 1)
    return Words(value, at)


def _french_rest(reader: _Reader, value: int, at: int) -> Words:
    rest, linked = reader.after_link(at, ("digit", "small", "tens"))
    if rest >= 0 and not linked:
        more, end = _french_below_hundred(reader, rest)
        return Words(value + more, end)
    return Words(value, at)


def _french_below_hundred(reader: _Reader, i: int) -> tuple[int, int]:
    role = reader.role(i)
    if role == "zero":
        return 0, i + 1
    if role == "small":
        return _french_teen(reader, i)
    if role == "digit":
        twenty = reader.after_hyphen(i + 1)
        if reader.value(i) == 4 and reader.role(twenty) == "tens" and reader.value(twenty) == 20:
            return _french_unit(reader, 80, twenty + 1)
        return reader.value(i), i + 1
    if role != "tens":
        return 0, i
    return _french_unit(reader, reader.value(i), i + 1)


def _french_unit(reader: _Reader, tens: int, at: int) -> tuple[int, int]:
    """Units behind tens: "vingt et un", "soixante et onze", "quatre-vingt-dix-sept"."""
    place, linked = reader.after_link(at, ("digit", "small"))
    if place < 0 or (linked and reader.value(place) not in (1, 11)):
        return tens, at
    if reader.role(place) == "digit":
        return tens + reader.value(place), place + 1
    if tens not in (60, 80):
        return tens, at
    more, end = _french_teen(reader, place)
    return tens + more, end


def _french_teen(reader: _Reader, i: int) -> tuple[int, int]:
    unit = reader.after_hyphen(i + 1)
    if reader.value(i) == 10 and reader.role(unit) == "digit" and reader.value(unit) >= 7:
        return 10 + reader.value(unit), unit + 1
    return reader.value(i), i + 1


def _vietnamese(reader: _Reader, i: int, bare_hundred: bool) -> Words | None:
    role = reader.role(i)
    if role == "hundred" and bare_hundred:
        return _spoken_rest(reader, _vietnamese_rest(reader, 100, i + 1))
    if role in ("digit", "zero") and reader.role(i + 1) == "hundred":
        found = _vietnamese_rest(reader, reader.value(i) * 100, i + 2)
        return _spoken_rest(reader, found) if bare_hundred else found
    if role == "zero":
        return Words(0, i + 1)
    value, at = _vietnamese_below_hundred(reader, i)
    return Words(value, at) if at > i else None


def _vietnamese_rest(reader: _Reader, value: int, at: int) -> Words:
    """What follows "hai trăm": "linh năm", "mười hai", "ba mươi", or one digit that means tens ("hai trăm ba")."""
    if reader.is_link(at) and reader.role(at + 1) in ("digit", "unit"):
        return Words(value + reader.value(at + 1), at + 2)
    more, end = _vietnamese_below_hundred(reader, at)
    if end == at:
        return Words(value, at)
    if end == at + 1 and reader.role(at) == "digit":
        return Words(value, at)
    return Words(value + more, end)


def _spoken_rest(reader: _Reader, found: Words) -> Words:
    """ "bốn trăm hai" as a whole text is 420: the digit behind hundreds counts tens."""
    if found.value % 100 == 0 and reader.role(found.end) in ("digit", "unit") and not reader.word(found.end + 1):
        return Words(found.value + 10 * reader.value(found.end), found.end + 1)
    return found


def _vietnamese_below_hundred(reader: _Reader, i: int) -> tuple[int, int]:
    role = reader.role(i)
    if role == "ten":
        if _is_unit(reader, i + 1):
            return 10 + reader.value(i + 1), i + 2
        return 10, i + 1
    if role != "digit":
        return 0, i
    tens = reader.value(i) * 10
    following = reader.role(i + 1)
    if following == "tens" or (following == "scale" and reader.value(i + 1) == 10):
        if _is_unit(reader, i + 2):
            return tens + reader.value(i + 2), i + 3
        return tens, i + 2
    if following == "unit" and reader.word(i + 1) != "tư":
        return tens + reader.value(i + 1), i + 2
    return reader.value(i), i + 1


def _is_unit(reader: _Reader, i: int) -> bool:
    """Is the word at `i` the unit of the tens before it? "mười năm" is ten years; "ba mươi hai trăm" begins anew."""
    return reader.role(i) in ("digit", "unit") and reader.word(i) != "năm" and reader.role(i + 1) not in ("tens", "hundred")
