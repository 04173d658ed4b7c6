"""Numbers written in digits: which separators group, which one is the decimal point, and how a whole text votes on it.

Three readings meet: English 12,225.5 · French 12 225,5 · Vietnamese 12.225,5. A separator between groups of three
can be either; then the text decides by its other numbers, and where it says nothing, its language does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from postil.suggest.doc import Token
from postil.suggest.text.markup import SIGN_PAD, clean

_SEPARATORS: Final = frozenset(".,'")
_MAX_RUNS: Final = 8
_MAX_DIGITS: Final = 18
_GROUPS: Final = re.compile(r"\d{1,3}(?:(?P<s>[.,' ])\d{3})(?:(?P=s)\d{3})*")
_LAKH: Final = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}")
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
FRACTION_SIGNS: Final[Mapping[str, Decimal]] = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅕": Decimal("0.2"),
    "⅖": Decimal("0.4"),
    "⅗": Decimal("0.6"),
    "⅘": Decimal("0.8"),
    "⅙": Decimal(1) / 6,
    "⅚": Decimal(5) / 6,
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}


@dataclass(frozen=True, slots=True)
class Vote:
    """How many numbers of a text can only be read with this decimal sign."""

    comma: int = 0
    point: int = 0

    def decimal(self, language: str) -> str:
        """The decimal sign of the text: the majority's, else the language's."""
        if self.comma != self.point and not (self.comma and self.point):
            return "," if self.comma else "."
        return "." if language == "en" else ","


@dataclass(frozen=True, slots=True)
class Literal:
    """Tokens `first` to `last` are one number; `other` is the value of the second reading, if there is one.

    `grouped` tells that its thousands are separated, `decimals` how many digits follow the decimal sign.
    """

    first: int
    last: int
    value: Decimal
    other: Decimal | None = None
    grouped: bool = False
    decimals: int = 0


def vote(shadow: str, tokens: Sequence[Token]) -> Vote:
    """Count the numbers whose decimal sign is beyond doubt."""
    comma = point = reach = 0
    for i in [i for i, token in enumerate(tokens) if "0" <= token.norm[0] <= "9"]:
        if i < reach:
            continue
        last = _reach(shadow, tokens, i)
        reach = last + 1
        sign = _certain(clean(shadow[tokens[i].start : tokens[last].end])) if last > i else ""
        comma, point = comma + (sign == ","), point + (sign == ".")
    return Vote(comma, point)


def literal_at(shadow: str, tokens: Sequence[Token], i: int, decimal: str) -> Literal | None:
    """The number that starts at digit token `i`, read with `decimal` as the text's decimal sign; None for "1.2.3"."""
    last = _reach(shadow, tokens, i)
    while last >= i:
        piece = clean(shadow[tokens[i].start : tokens[last].end])
        read = _read(piece, decimal)
        if read is not None:
            value, other, grouped, decimals = read
            return Literal(i, last, value, other, grouped, decimals)
        if any(sign in piece for sign in ".'"):
            return None
        last = i if piece.count(",") > 1 else last - 1
    return None


def _reach(shadow: str, tokens: Sequence[Token], i: int) -> int:
    """The last token of digit runs joined by separators or by a single space before three digits."""
    last = i
    for _ in range(_MAX_RUNS):
        if last + 2 < len(tokens) and _is_joined_by_sign(tokens, last):
            last += 2
        elif last + 1 < len(tokens) and _is_joined_by_space(shadow, tokens, i, last):
            last += 1
        else:
            break
    return last


def _is_joined_by_sign(tokens: Sequence[Token], last: int) -> bool:
    one, sign, two = tokens[last], tokens[last + 1], tokens[last + 2]
    return sign.norm in _SEPARATORS and one.end == sign.start and sign.end == two.start and two.norm[0].isdigit()


def _is_joined_by_space(shadow: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """A single space (or one written as an entity) before exactly three digits, never after a year or a day."""
    one, two = tokens[last], tokens[last + 1]
    if not two.norm[0].isdigit() or len(two.norm) != 3 or len(one.norm) > 3 or shadow[one.end : two.start].rstrip(SIGN_PAD) != " ":
        return False
    if last == first:
        return one.norm[0] != "0" and not _is_part_of_more(tokens, first)
    return len(one.norm) == 3 and tokens[last - 1].norm not in _SEPARATORS


def _is_part_of_more(tokens: Sequence[Token], i: int) -> bool:
    """Does something glued before token `i` make it the end of a date, a range of years or a name?"""
    if i == 0 or tokens[i - 1].end != tokens[i].start:
        return False
    before = tokens[i - 1].norm
    if before != "-" or i < 2:
        return before in "/:"
    one = tokens[i - 2]
    return one.end == tokens[i - 1].start and one.norm[0].isdigit() and len(one.norm) != 3


def _certain(piece: str) -> str:
    """The decimal sign that `piece` proves, or empty."""
    signs = [c for c in piece if c in ".,"]
    kinds = set(signs)
    if len(kinds) == 2 and signs.count(signs[-1]) == 1:
        return signs[-1]
    if len(kinds) != 1:
        return ""
    sign = signs[0]
    other = "," if sign == "." else "."
    if len(signs) > 1:
        return other if _GROUPS.fullmatch(piece) else ""
    whole, tail = piece.split(sign)
    if _YEAR.fullmatch(whole.replace(" ", "")):
        return ""
    return sign if len(tail) != 3 or whole == "0" or " " in whole or len(whole) > 3 else ""


def _read(piece: str, decimal: str) -> tuple[Decimal, Decimal | None, bool, int] | None:
    """Value, second reading, grouped and number of decimals of `piece`; None when it is not one number."""
    if piece.isdigit():
        return (_decimal(piece), None, False, 0) if len(piece) <= _MAX_DIGITS else None
    signs = [c for c in piece if not c.isdigit()]
    last = signs[-1]
    whole, tail = piece.rsplit(last, 1)
    if len(set(signs)) == 1:
        if len(signs) > 1 or last in " '":
            return _grouped(piece) if _GROUPS.fullmatch(piece) or _LAKH.fullmatch(piece) else None
        return _one_sign(piece, whole, tail, last, decimal)
    if last in ".," and signs.count(last) == 1 and (_GROUPS.fullmatch(whole) or _LAKH.fullmatch(whole)):
        return _decimal(f"{_digits(whole)}.{tail}"), None, True, len(tail)
    return None


def _one_sign(piece: str, whole: str, tail: str, sign: str, decimal: str) -> tuple[Decimal, Decimal | None, bool, int] | None:
    if _YEAR.fullmatch(whole) and sign == "," and len(tail) != 3:
        return None
    fraction = _decimal(f"{whole}.{tail}")
    if len(tail) != 3 or len(whole) > 3 or whole.startswith("0"):
        return fraction, None, False, len(tail)
    thousands = _decimal(whole + tail)
    if sign == decimal:
        return fraction, thousands, False, 3
    return thousands, fraction, True, 0


def _grouped(piece: str) -> tuple[Decimal, None, bool, int]:
    return _decimal(_digits(piece)), None, True, 0


def _digits(piece: str) -> str:
    return "".join(c for c in piece if c.isdigit())


def _decimal(digits: str) -> Decimal:
    return Decimal(digits)
