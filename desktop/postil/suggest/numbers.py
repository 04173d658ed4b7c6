"""The library face of the number grammar: `find` numbers, money, percents and measures in any text.

    >>> [(found.text, found.value, found.unit) for found in find("nearly US$31.4 billion, up 12.4%", "en")]
    [('US$31.4 billion', Decimal('31400000000'), 'USD'), ('12.4%', Decimal('12.4'), 'percent')]

Needs no project, no window and no network; languages are `en`, `fr` and `vi`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from postil.suggest.doc import Quantity
from postil.suggest.lexicon import Lexicon
from postil.suggest.quantities import find_masks, read_quantities
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Found:
    """One amount. `start` and `end` hold number and unit, `number_start` and `number_end` the number with its scale word.

    Offsets are code points. Either `value`, or `minimum` and `maximum`, fully scaled, in `unit` (`count`, `percent`,
    an ISO 4217 code, an English singular unit). `qualifier` is the hedge, `per` what it is counted per. `other` is a
    second reading of an ambiguous writing ("1.200").
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


def find(text: str, language: str, country: str = "") -> list[Found]:
    """Every amount of `text`, in order, without overlap; `country` (ISO 3166-1 alpha-2) decides what "$" means.

    Dates, clock times, ordinals, names with digits and document numbers are no amounts. Never raises for any text.
    """
    plain = shadow(text)
    tokens = tokenize(plain)
    lexicon = Lexicon.load(language)
    found = read_quantities(plain, tokens, language, lexicon, find_masks(plain, tokens, lexicon), country)
    return [_found(text, quantity, plain) for quantity in found]


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
