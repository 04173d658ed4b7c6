"""A rule that matched, with what stands around it: what the doubts of `guards` ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from postil.suggest.dating.items import Items
from postil.suggest.dating.patterns import Capture, Found
from postil.suggest.doc import Token

EDGES: Final = frozenset(",;:.)!?(")
STOPS: Final = frozenset(",;.)!?")


@dataclass(frozen=True, slots=True)
class Place:
    """A rule that matched, with what stands around it."""

    found: Found
    items: Items

    def token(self, i: int) -> Token | None:
        """Token `i`, or None outside the text."""
        return self.items.tokens[i] if 0 <= i < len(self.items.tokens) else None

    @property
    def before(self) -> Token | None:
        """The token before the match."""
        return self.token(self.found.first - 1)

    @property
    def after(self) -> Token | None:
        """The token after the match."""
        return self.token(self.found.end)

    def has_before(self, i: int, table: str) -> bool:
        """Does a form of `table` end directly before token `i`?"""
        return self.items.lexicon.match_before(self.items.tokens, i, table, 3) is not None

    def has_after(self, i: int, table: str) -> bool:
        """Does a form of `table` begin at token `i`?"""
        return self.items.lexicon.match(self.items.tokens, i, table) is not None

    def knows(self, table: str) -> bool:
        """Has the language such a table?"""
        return bool(self.items.lexicon.table(table))

    @property
    def is_alone(self) -> bool:
        """Is there nothing else in the text?"""
        after = self.after
        return self.before is None and (after is None or (after.norm in STOPS and self.token(self.found.end + 1) is None))

    @property
    def is_at_end(self) -> bool:
        """Does a sign, or nothing, follow?"""
        return self.after is None or self.after.norm in STOPS

    def is_glued(self, i: int) -> bool:
        """Does token `i` stand directly behind the one before it?"""
        tokens = self.items.tokens
        return 0 < i < len(tokens) and tokens[i - 1].end == tokens[i].start

    def capture(self, slot: str) -> Capture:
        """The first filled `slot`."""
        return next(c for c in self.found.captures if c.slot == slot)

    def value(self, slot: str) -> Any:
        """Its value."""
        return self.found.value(slot)

    def is_short(self, capture: Capture, table: str) -> bool:
        """Is the name of `table` abbreviated?"""
        tokens = self.items.tokens
        match = self.items.lexicon.match(tokens, capture.first, table, capture.end)
        written = sum(len(token.norm) for token in tokens[capture.first : capture.end] if token.norm != ".")
        return match is not None and written < len(match.entry.forms[0].replace(" ", ""))

    def is_acronym(self, capture: Capture) -> bool:
        """Is it all in capitals ("OCT", "MAR", "SAT")?"""
        token = self.items.tokens[capture.first]
        return len(token.norm) > 1 and self.items.text[token.start : token.end].isupper()


def is_digit(token: Token | None) -> bool:
    """Is there a token, and of digits?"""
    return token is not None and token.norm[0].isdigit()
