"""Numbers with what belongs to them: currency or unit, hedge, rate and range; the stage between numbers and figures.

Every word comes from the lexicon (tables `currency`, `unit`, `percent`, `qualifier`, `rate`, `range_word` …). The
result does not say whether a quantity is a figure: that is `figures`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from postil.domain.selector import Span
from postil.suggest.doc import DateMention, Doc, Number, Quantity, Token
from postil.suggest.lexicon import Lexicon
from postil.suggest.numeric.chains import find_numbers
from postil.suggest.numeric.hedges import with_hedge
from postil.suggest.numeric.literals import vote
from postil.suggest.numeric.masks import Masked, masks
from postil.suggest.numeric.ranges import join_ranges
from postil.suggest.numeric.rates import with_rate
from postil.suggest.numeric.units import Context, with_unit


def quantities(doc: Doc, lexicon: Lexicon, country: str = "") -> tuple[Quantity, ...]:
    """All quantities of a document outside its masks and dates, in order, without overlap. Linear in the text."""
    context = Context(doc.shadow, doc.tokens, doc.language, lexicon, country)
    hidden = (*doc.masks, *(Span(date.start, date.end) for date in doc.dates if date.kind != "duration" and not _is_hedged_count(context, date)))
    return tuple(read_quantities(doc.shadow, doc.tokens, doc.language, lexicon, hidden, country))


def read_quantities(
    shadow: str, tokens: Sequence[Token], language: str, lexicon: Lexicon, hidden: Sequence[Span], country: str = ""
) -> list[Quantity]:
    """The quantities of any token sequence; `hidden` are spans that hold no amounts."""
    numbers = find_numbers(shadow, tokens, language, lexicon, Masked(hidden), vote(shadow, tokens))
    context = Context(shadow, tokens, language, lexicon, country)
    found: list[Quantity] = []
    for number in numbers:
        quantity = with_unit(context, number, found[-1].last if found else -1)
        found.append(with_hedge(context, with_rate(context, quantity)))
    kept = [_settled(context, quantity) for quantity in join_ranges(context, found) if _is_amount(context, quantity)]
    said = list(_verbal_ranges(context))
    taken = {i for quantity in said for i in range(quantity.first, quantity.last + 1)}
    kept = [quantity for quantity in kept if taken.isdisjoint(range(quantity.number.first, quantity.number.last + 1))] if taken else kept
    return sorted([*kept, *said], key=lambda quantity: quantity.number.start) if said else kept


def find_masks(shadow: str, tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Span, ...]:
    """The masks of a text (addresses, names, document numbers, clock times, dates in digits)."""
    return masks(shadow, tokens, lexicon)


def _is_hedged_count(context: Context, date: DateMention) -> bool:
    """ "plus de 1600 invités": a year of four digits with a hedge before it and a noun behind it is a count."""
    if date.end - date.start != 4 or not context.shadow[date.start : date.end].isdigit():
        return False
    at = bisect_left(context.tokens, date.start, key=lambda token: token.start)
    hedge = context.lexicon.match_before(context.tokens, at, "qualifier")
    noun = context.norm(at + 1)
    if hedge is None or not noun[:1].isalpha() or not context.is_near(at + 1):
        return False
    return not noun.endswith("'") and context.lexicon.match(context.tokens, at + 1, "function_word") is None


def _verbal_ranges(context: Context) -> Iterator[Quantity]:
    """ "double-digit growth", "hai con số": a range of percents said in words."""
    for match in context.lexicon.find(context.tokens, "verbal_range"):
        low, _, high = str(match.entry.value).partition("-")
        start, end = context.span(match)
        number = Number(start, end, None, Decimal(low), Decimal(high), True, "number.verbal", match.first, match.last)
        yield Quantity(number, start, end, "percent", rule="quantity.verbal", kind="percent", first=match.first, last=match.last)


def _settled(context: Context, quantity: Quantity) -> Quantity:
    """Choose between the readings of "1.200" and of a French "billion": whole things have no thousandths."""
    number = quantity.number
    if number.other is None or number.value is None:
        return quantity
    is_round = context.shadow[number.start : number.end].endswith("00")
    is_whole = (quantity.kind in ("", "money") or (is_round and quantity.kind != "percent")) and number.decimals == 3 and number.scale == 1
    if is_whole and number.other == number.other.to_integral_value() and not quantity.per.startswith("l"):
        return replace(quantity, number=replace(number, value=number.other, other=number.value))
    return quantity


def _is_amount(context: Context, quantity: Quantity) -> bool:
    """Leave out numbers that name, rank or date a thing, and words that may be no number."""
    if _is_age_or_time(context, quantity) or (quantity.number.weak and not _counts(context, quantity)):
        return False
    if quantity.unit != "count" or quantity.per:
        return True
    number = quantity.number
    if number.scale == 1 and _is_named(context, quantity):
        return False
    if _is_glued_to_letters(context, number):
        return False
    return quantity.hedge is not None or not _is_year(context, number)


def _counts(context: Context, quantity: Quantity) -> bool:
    """Is a lone word that is often no number one here? Before a unit, a plural or (in Vietnamese) a classifier."""
    if quantity.unit != "count" or quantity.per:
        return quantity.kind != "time" or context.norm(quantity.number.first) not in ("năm", "un", "une", "one", "một")
    after = quantity.number.last + 1
    word = context.norm(after)
    if not word and quantity.number.first == 0:
        return True
    if not word or not word[0].isalpha() or not context.is_near(after):
        return False
    if context.language == "vi":
        return context.lexicon.match(context.tokens, after, "classifier") is not None and quantity.number.value not in (0, 1)
    if quantity.number.value == 1:
        return quantity.qualifier == "at_least"
    is_function = word.endswith("'") or context.lexicon.match(context.tokens, after, "function_word") is not None
    return not is_function and word[-1] in "sx"


def _is_age_or_time(context: Context, quantity: Quantity) -> bool:
    after = context.lexicon.match(context.tokens, quantity.number.last + 1, "not_amount_after")
    if after and context.is_near(quantity.number.last + 1):
        return True
    named = context.lexicon.match_before(context.tokens, quantity.first, "identifier")
    return quantity.kind == "time" and named is not None and named.entry.value == "age"


def _is_named(context: Context, quantity: Quantity) -> bool:
    """ "Resolution 18", "No. 5", "Quốc lộ 1": a word directly before makes the number a name."""
    number = quantity.number
    if quantity.hedge is not None or number.value is None or not context.is_near(number.first):
        return False
    if not number.in_words and number.last > number.first and number.decimals == 0:
        return False
    return context.lexicon.match_before(context.tokens, number.first, "identifier") is not None or _is_behind_acronym(context, number)


def _is_behind_acronym(context: Context, number: Number) -> bool:
    """ "BĐ 97258", "ISO 9001": four bare digits or more behind a short word in capitals, in a text that is not all capitals."""
    if number.first == 0 or number.first != number.last or len(context.norm(number.first)) < 4:
        return False
    token = context.tokens[number.first - 1]
    word = context.shadow[token.start : token.end]
    around = context.shadow[max(0, token.start - 40) : token.start]
    return 2 <= len(word) <= 4 and word.isalpha() and word.isupper() and not around.isupper()


def _is_glued_to_letters(context: Context, number: Number) -> bool:
    """ "5G", "4K", "737MAX": letters behind the digits that are no unit; a long common word only lost its space."""
    after = number.last + 1
    if number.in_words or number.suffix or not context.is_glued(after) or not context.norm(after)[0].isalpha():
        return False
    token = context.tokens[after]
    word = context.shadow[token.start : token.end]
    return len(word) < 4 or not word.islower()


def _is_year(context: Context, number: Number) -> bool:
    """Four bare digits from 1500 to 2100 with no noun behind them."""
    if number.in_words or number.value is None or number.last != number.first or not 1500 <= number.value <= 2100:
        return False
    after = context.norm(number.last + 1)
    if not after or not after[0].isalpha() or not context.is_near(number.last + 1):
        return True
    is_function = after.endswith("'") or context.lexicon.match(context.tokens, number.last + 1, "function_word") is not None
    return is_function or context.tokens[number.last + 1].capital
