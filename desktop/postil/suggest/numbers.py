"""The library face of the number grammar: `find` numbers, money, percents and measures in any text.

    >>> [(found.text, found.value, found.unit) for found in find("nearly US$31.4 billion, up 12.4%", "en")]
    [('US$31.4 billion', Decimal('31400000000'), 'USD'), ('12.4%', Decimal('12.4'), 'percent')]

Needs no project, no window and no network; languages are `en`, `fr` and `vi`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from postil.domain.selector import Span
from postil.suggest import dates
from postil.suggest.doc import Quantity, Token
from postil.suggest.lexicon import Lexicon
from postil.suggest.quantities import find_masks, read_quantities
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import tokenize

_TIMES: Final = frozenset({"date", "period", "clock"})

_NEUTRAL: Final = ("range_word", "range_opener", "number", "number_link")


@dataclass(frozen=True, slots=True)
class Found:
    """One amount. `start` and `end` hold number and unit, `number_start` and `number_end` the number with its scale word.

    Offsets are code points. Either `value`, or `minimum` and `maximum`, fully scaled, in `unit` (`count`, `percent`,
    an ISO 4217 code, an English singular unit, `factor` for multiples: "doubled" is 2). `qualifier` is the hedge, `per`
    what it is counted per. `other` is a second reading of an ambiguous writing ("1.200").
    """

    text: str
    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal | None
    minimum: Decimal | None
    maximum: Decimal | None
    unit: str
    qualifier: str = "exact"
    per: str = ""
    other: Decimal | None = None


def find(text: str, language: str, country: str = "", strict: bool = False) -> list[Found]:
    """Every amount of `text`, in order, without overlap; `country` (ISO 3166-1 alpha-2) decides what "$" means.

    Dates, clock times, ordinals, names with digits and document numbers are no amounts. Ages are, and so is whatever
    fills the text, a line or the space between two signs: "năm", "one", "2019", "hundred", "-1.2M", "1e10", "4/5", "point five".
    With `strict` the text is read as the article engine does: a word that is often no number ("năm", "neuf", "one")
    needs a unit, a plural or a classifier behind it, and ages are left out. Never raises for any text; linear in its length.
    """
    plain = shadow(text)
    tokens = tokenize(plain)
    lexicon = Lexicon.load(language)
    hidden = [*find_masks(plain, tokens, lexicon, not strict), *_times(text, language, tokens, lexicon)]
    found = read_quantities(plain, tokens, language, lexicon, hidden, country, not strict)
    return [_found(text, quantity, plain) for quantity in found]


def _times(text: str, language: str, tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Span]:
    """Where the dates and periods of a text stand that a word makes one; bare digits may be any number ("from 1000 to 2000")."""
    starts = [token.start for token in tokens]
    for date in dates.find(text, language):
        first, last = bisect_left(starts, date.start), bisect_left(starts, date.end) - 1
        if date.kind in _TIMES and _is_said(tokens, first, last, lexicon):
            yield Span(date.start, date.end)


def _is_said(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Does a word other than one of a number or range make it a date? The number of "11-month", a period said by its length, is an amount."""
    is_said, i = False, first
    while i <= last:
        passed = next(filter(None, (lexicon.match(tokens, i, table, last + 1) for table in _NEUTRAL)), None)
        unit = lexicon.match(tokens, i, "unit", last + 1) if i > first else None
        if unit is not None and unit.entry.get("kind") == "time" and tokens[first].norm[0].isdigit():
            return False
        is_said = is_said or (passed is None and tokens[i].norm[0].isalpha())
        i = passed.end if passed else i + 1
    return is_said


def _found(text: str, quantity: Quantity, plain: str) -> Found:
    number = quantity.number
    start = min(number.start, quantity.unit_span[0]) if quantity.unit_span else number.start
    end = max(number.end, quantity.unit_span[1]) if quantity.unit_span else number.end
    return Found(
        text[start:end],
        start,
        end,
        number.start,
        number.end,
        number.value,
        number.low,
        number.high,
        quantity.unit,
        quantity.qualifier,
        quantity.per,
        number.other,
    )
