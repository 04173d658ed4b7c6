"""What the number grammar reads in, and what it hands from step to step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Final

from postil.suggest.doc import Token
from postil.suggest.lexicon import Entry, Lexicon
from postil.suggest.numeric.masks import Masked
from postil.suggest.numeric.words import Vocabulary, vocabulary

_SIGNS: Final = frozenset('.,:;!?()[]{}"«»“”/|=*•…')


@dataclass(frozen=True, slots=True)
class Text:
    """Tokens of a text, with the language and the lexicon they are read by, and where they stand to each other."""

    shadow: str
    tokens: Sequence[Token]
    language: str
    lexicon: Lexicon

    def norm(self, i: int) -> str:
        """The token at `i`, empty outside."""
        return self.tokens[i].norm if 0 <= i < len(self.tokens) else ""

    def is_glued(self, i: int) -> bool:
        """Does token `i` touch the one before it?"""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def is_near(self, i: int) -> bool:
        """Is token `i` on the line of the one before it?"""
        return 0 <= i < len(self.tokens) and (i == 0 or "\n" not in self.shadow[self.tokens[i - 1].end : self.tokens[i].start])


@dataclass(frozen=True, slots=True)
class Reading(Text):
    """What the grammar reads in: a text with its masks and its vote on the decimal sign.

    `loose` also reads what is a number only because somebody asks for one ("hundred", "1e10", "point five").
    """

    masked: Masked
    decimal: str
    loose: bool = False
    words: Vocabulary = field(init=False)
    suffixes: Mapping[str, Entry] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", vocabulary(self.lexicon))
        object.__setattr__(self, "suffixes", suffixes(self.lexicon))

    def role(self, i: int) -> str:
        """The role of the number word at token `i`, empty when it is none."""
        return self.words.roles.get(self.norm(i), ("", 0))[0]

    def after_joint(self, i: int) -> int:
        """The token behind a hyphen glued on both sides at `i`, or `i` itself."""
        return i + 1 if self.norm(i) == "-" and self.is_glued(i) and self.is_glued(i + 1) else i


def is_alone(shadow: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Do tokens `first` to `last` fill everything between two signs, line breaks or ends of the text?"""
    before = first == 0 or tokens[first - 1].norm in _SIGNS or "\n" in shadow[tokens[first - 1].end : tokens[first].start]
    return before and _ends_at(shadow, tokens, last)


def _ends_at(shadow: str, tokens: Sequence[Token], last: int) -> bool:
    after = last + 1
    return after >= len(tokens) or tokens[after].norm in _SIGNS or "\n" in shadow[tokens[last].end : tokens[after].start]


@dataclass(frozen=True, slots=True)
class Part:
    """A number before its scale: tokens up to `end`, in digits or words."""

    value: Decimal
    end: int
    in_words: bool = False
    weak: bool = False
    other: Decimal | None = None
    decimals: int = 0
    grouped: bool = False
    rule: str = "number.digits"


@dataclass(frozen=True, slots=True)
class Scale:
    """The factor of the scale words from a token up to `end`; `doubt` is a second reading of it ("billion" in French)."""

    factor: int = 1
    end: int = 0
    doubt: int = 0
    glued: bool = False


@lru_cache(maxsize=8)
def suffixes(lexicon: Lexicon) -> Mapping[str, Entry]:
    """Scale suffixes by their exact writing: "M" and "m" differ."""
    return {form: entry for entry in lexicon.table("scale_suffix") for form in entry.forms}
