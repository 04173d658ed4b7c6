"""Numbers with what belongs to them: currency or unit, hedge, rate and range; the stage between numbers and figures.

Every word comes from the lexicon (tables `currency`, `unit`, `percent`, `qualifier`, `rate`, `range_word` …). The
result does not say whether a quantity is a figure: that is `figures`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from postil.domain.selector import Span
from postil.suggest.doc import Doc, Number, Quantity, Token
from postil.suggest.lexicon import Lexicon
from postil.suggest.numeric.amounts import in_rows, is_amount, is_hedged_count, settled, without_names
from postil.suggest.numeric.chains import find_numbers
from postil.suggest.numeric.hedges import with_hedge
from postil.suggest.numeric.hundredths import join_hundredths
from postil.suggest.numeric.literals import vote
from postil.suggest.numeric.masks import Masked, masks
from postil.suggest.numeric.multiples import multiples, with_multiple
from postil.suggest.numeric.ranges import join_ranges
from postil.suggest.numeric.rates import with_rate
from postil.suggest.numeric.shares import as_percent, halves
from postil.suggest.numeric.units import Context, with_unit, with_unit_before


def quantities(doc: Doc, lexicon: Lexicon, country: str = "") -> tuple[Quantity, ...]:
    """All quantities of a document outside its masks and dates, in order, without overlap. Linear in the text.

    A share of a whole ("half of the budget") is a percent here.
    """
    context = Context(doc.shadow, doc.tokens, doc.language, lexicon, country)
    hidden = (*doc.masks, *(Span(date.start, date.end) for date in doc.dates if date.kind != "duration" and not is_hedged_count(context, date)))
    return tuple(as_percent(context, quantity) for quantity in _read(context, hidden))


def read_quantities(
    shadow: str, tokens: Sequence[Token], language: str, lexicon: Lexicon, hidden: Sequence[Span], country: str = "", loose: bool = False
) -> list[Quantity]:
    """The quantities of any token sequence; `hidden` are spans that hold no amounts; `loose` as in `Reading`."""
    return _read(Context(shadow, tokens, language, lexicon, country, loose), hidden)


def find_masks(shadow: str, tokens: Sequence[Token], lexicon: Lexicon, loose: bool = False) -> tuple[Span, ...]:
    """The masks of a text (addresses, names, document numbers, clock times, dates in digits)."""
    return masks(shadow, tokens, lexicon, loose)


def _read(context: Context, hidden: Sequence[Span]) -> list[Quantity]:
    shadow, tokens, lexicon = context.shadow, context.tokens, context.lexicon
    masked = Masked(hidden)
    found: list[Quantity] = []
    for number in find_numbers(shadow, tokens, context.language, lexicon, masked, vote(shadow, tokens), context.loose):
        if found and number.first <= found[-1].last:
            continue
        quantity = with_unit(context, number, found[-1].last if found else -1)
        quantity = with_unit_before(context, with_hedge(context, with_rate(context, quantity)))
        found.append(with_multiple(context, quantity))
    found = without_names(context, in_rows(context, found) if context.loose else found)
    found = [with_multiple(context, quantity) for quantity in join_ranges(context, join_hundredths(context, found))]
    kept = [settled(context, quantity) for quantity in found if is_amount(context, quantity)]
    said = [with_hedge(context, quantity) for quantity in _said(context) if quantity.start not in masked]
    return _merged(kept, said) if said else kept


def _merged(kept: Sequence[Quantity], said: Sequence[Quantity]) -> list[Quantity]:
    """Both in reading order; what is said in a phrase ("double-digit") hides a number inside it."""
    taken = {i for quantity in said for i in range(quantity.number.first, quantity.number.last + 1)}
    free = [quantity for quantity in kept if taken.isdisjoint(range(quantity.number.first, quantity.number.last + 1))]
    return sorted([*free, *said], key=lambda quantity: quantity.number.start)


def _said(context: Context) -> Iterator[Quantity]:
    """Amounts without a number word: "double-digit growth", "doubled", "half of"."""
    yield from _verbal_ranges(context)
    yield from multiples(context)
    yield from halves(context)


def _verbal_ranges(context: Context) -> Iterator[Quantity]:
    """ "double-digit growth", "hai con số": a range of percents said in words."""
    for match in context.lexicon.find(context.tokens, "verbal_range"):
        low, _, high = str(match.entry.value).partition("-")
        start, end = context.span(match)
        number = Number(start, end, None, Decimal(low), Decimal(high), True, "number.verbal", match.first, match.last)
        yield Quantity(number, start, end, "percent", rule="quantity.verbal", kind="percent", first=match.first, last=match.last)
