"""Is a number with its unit an amount? Numbers that name, rank or date a thing and words that may be no number are none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from postil.suggest.doc import DateMention, Number, Quantity
from postil.suggest.numeric.reading import is_alone
from postil.suggest.numeric.units import Context
from postil.suggest.text.markup import clean

_NOT_ONE: Final = frozenset({"năm", "un", "une", "one", "một"})
_LIST_SIGNS: Final = frozenset({"/", ",", "and", "et", "và", "&", "or", "ou", "hoặc", "-", "–"})
_PER: Final = frozenset({"per", "pour"})
_SURE: Final = frozenset({"hai", "bốn", "sáu", "bảy", "tám"})
_ARTICLES: Final = frozenset({"a", "an"})
_LONG_SUFFIX: Final = 4


def is_amount(context: Context, quantity: Quantity) -> bool:
    """Leave out numbers that name, rank or date a thing, and words that may be no number.

    In loose reading a number that fills its stretch of text is one, whatever it is elsewhere.
    """
    if context.loose and _is_asked(context, quantity):
        return True
    if _is_age_or_time(context, quantity) or _is_span_of_years(quantity) or (quantity.number.weak and not _counts(context, quantity)):
        return False
    if _is_base(context, quantity):
        return False
    if quantity.unit != "count" or quantity.per:
        return True
    number = quantity.number
    if number.scale == 1 and _is_named(context, quantity):
        return False
    if _is_glued_to_letters(context, number):
        return False
    return quantity.hedge is not None or not _is_year(context, number)


def _is_span_of_years(quantity: Quantity) -> bool:
    """ "between 2015 and 2019": no amounts."""
    low, high = quantity.number.low, quantity.number.high
    return low is not None and high is not None and quantity.unit == "count" and not quantity.number.in_words and 1500 <= low < high <= 2100


def _is_asked(context: Context, quantity: Quantity) -> bool:
    """Does the number fill its stretch of text? A word in doubt must fill the text ("năm", "one")."""
    if quantity.number.weak:
        return quantity.first == 0 and is_alone(context.shadow, context.tokens, 0, quantity.last) and quantity.last + 2 >= len(context.tokens)
    is_filled = is_alone(context.shadow, context.tokens, quantity.first, quantity.last)
    return is_filled and not _is_named(context, quantity) and not _is_age_or_time(context, quantity)


def settled(context: Context, quantity: Quantity) -> Quantity:
    """Choose between the readings of "1.200" and of a French "billion": whole things have no thousandths."""
    number = quantity.number
    if number.other is None or number.value is None:
        return quantity
    is_alone_here = context.loose and quantity.kind == "" and is_alone(context.shadow, context.tokens, quantity.first, quantity.last)
    if is_alone_here and not context.shadow[number.start : number.end].endswith("000"):
        return quantity
    is_round = context.shadow[number.start : number.end].endswith("00")
    is_whole = (quantity.kind in ("", "money") or (is_round and quantity.kind != "percent")) and number.decimals == 3 and number.scale == 1
    if is_whole and number.other == number.other.to_integral_value() and not quantity.per.startswith("l"):
        return replace(quantity, number=replace(number, value=number.other, other=number.value))
    return quantity


def without_names(context: Context, found: Sequence[Quantity]) -> list[Quantity]:
    """`found` without what continues a list of names: the 6 and 7 of "articles 5, 6 and 7", "loại 2, 3, 4"."""
    out: list[Quantity] = []
    named_to = -1
    for quantity in found:
        number = quantity.number
        is_bare = quantity.unit == "count" and quantity.hedge is None and number.first == number.last and not number.in_words
        if is_bare and (_is_listed(context, quantity, named_to) or (number.scale == 1 and _is_named(context, quantity))):
            named_to = quantity.last
        else:
            out.append(quantity)
    return out


def _is_listed(context: Context, quantity: Quantity, named_to: int) -> bool:
    """Does only a comma or "and" part it from a number that is a name, and nothing counted follow it?"""
    if named_to < 0 or quantity.first != named_to + 2 or context.norm(named_to + 1) not in _LIST_SIGNS:
        return False
    if context.norm(named_to + 1) == "/" or not context.is_near(quantity.last + 1):
        return True
    after = context.norm(quantity.last + 1)
    if context.language == "vi":
        return context.lexicon.match(context.tokens, quantity.last + 1, "classifier") is None
    return not (after[:1].isalpha() and after[-1:] in "sx")


def is_hedged_count(context: Context, date: DateMention) -> bool:
    """ "plus de 1600 invités", "entre 1200 et 1800 kilowatts": a year of four digits that its neighbours show to be a count."""
    if date.end - date.start != 4 or not context.shadow[date.start : date.end].isdigit():
        return False
    at = bisect_left(context.tokens, date.start, key=lambda token: token.start)
    if _opens_measured_range(context, at):
        return True
    hedge = context.lexicon.match_before(context.tokens, at, "qualifier")
    noun = context.norm(at + 1)
    if hedge is None or not noun[:1].isalpha() or not context.is_near(at + 1):
        return False
    return not noun.endswith("'") and context.lexicon.match(context.tokens, at + 1, "function_word") is None


def _opens_measured_range(context: Context, at: int) -> bool:
    """ "entre 1200 et 1800 kilowatts", "1500-2000 tấn": is the number at token `at` the first of two that share a unit?"""
    joint = context.lexicon.match(context.tokens, at + 1, "range_word")
    second = joint.end if joint else at + 2 if context.norm(at + 1) in ("-", "–") else -1
    if second < 0 or not context.norm(second).isdecimal() or not context.is_near(second + 1):
        return False
    unit = context.lexicon.match(context.tokens, second + 1, "unit")
    if unit is not None:
        return unit.entry.get("kind") != "time" and not context.norm(second + 1).endswith("'")
    return any(context.lexicon.match(context.tokens, second + 1, table) for table in ("currency", "percent"))


def in_rows(context: Context, found: Sequence[Quantity]) -> list[Quantity]:
    """`found` with the doubt taken from words that stand in a row of numbers ("one two three"), in loose reading."""
    out = list(found)
    for place, quantity in enumerate(found):
        if not quantity.number.weak:
            continue
        before, behind = found[place - 1] if place else None, found[place + 1] if place + 1 < len(found) else None
        is_behind = before is not None and _are_in_row(context, before, quantity)
        is_before = behind is not None and _are_in_row(context, quantity, behind)
        if (is_behind or is_before) and context.is_near(quantity.first):
            out[place] = replace(quantity, number=replace(quantity.number, weak=False))
    return out


def _are_in_row(context: Context, one: Quantity, two: Quantity) -> bool:
    """Two numbers in words with nothing between them, or a comma ("un, deux, trois")."""
    if not (one.number.in_words and two.number.in_words) or one.unit != "count" or two.unit != "count":
        return False
    return two.first == one.last + 1 or (two.first == one.last + 2 and context.norm(one.last + 1) == ",")


def _counts(context: Context, quantity: Quantity) -> bool:
    """Is a lone word that is often no number one here? Before a unit, a plural or (in Vietnamese) a classifier."""
    if context.norm(quantity.number.first) in _ARTICLES:
        return False
    if quantity.unit != "count" or quantity.per:
        return quantity.kind != "time" or context.norm(quantity.number.first) not in _NOT_ONE
    after = quantity.number.last + 1
    word = context.norm(after)
    if not word and quantity.number.first == 0:
        return True
    if not word or not word[0].isalpha() or not context.is_near(after):
        return False
    if context.language == "vi":
        if quantity.number.value in (0, 1):
            return False
        return context.lexicon.match(context.tokens, after, "classifier") is not None or _is_sure_word(context, quantity, after)
    if quantity.number.value == 1:
        return quantity.qualifier == "at_least"
    is_function = word.endswith("'") or context.lexicon.match(context.tokens, after, "function_word") is not None
    return not is_function and word[-1] in "sx"


def _is_sure_word(context: Context, quantity: Quantity, after: int) -> bool:
    """Vietnamese words of one meaning ("hai", "bốn", "sáu", "bảy", "tám") before a common word that is no small one."""
    if context.norm(quantity.number.first) not in _SURE or context.tokens[after].capital or context.tokens[quantity.number.first].capital:
        return False
    before = context.lexicon.match_before(context.tokens, quantity.first, "not_number_before")
    small = context.lexicon.match(context.tokens, after, "function_word")
    return before is None and small is None


def _is_age_or_time(context: Context, quantity: Quantity) -> bool:
    after = context.lexicon.match(context.tokens, quantity.number.last + 1, "not_amount_after")
    if after and context.is_near(quantity.number.last + 1):
        return not (context.loose and after.entry.value == "age")
    named = context.lexicon.match_before(context.tokens, quantity.first, "identifier")
    return quantity.kind == "time" and named is not None and named.entry.value == "age" and not context.loose


def _is_base(context: Context, quantity: Quantity) -> bool:
    """ "12 per 1,000 births", "3 pour 100 000 habitants", "per 100 km": what a rate is counted in, not an amount of its own."""
    value = quantity.number.value
    if context.norm(quantity.first - 1) not in _PER or value is None or quantity.kind in ("money", "percent") or not 100 <= value <= 1_000_000:
        return False
    return not value.to_integral_value().normalize().as_tuple().digits[1:]


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
    word = clean(context.shadow[token.start : token.end])
    around = context.shadow[max(0, token.start - 40) : token.start]
    return 2 <= len(word) <= 4 and word.isalpha() and word.isupper() and not around.isupper()


def _is_glued_to_letters(context: Context, number: Number) -> bool:
    """ "5G", "4K", "737MAX": letters behind the digits that are no unit; a long common word only lost its space."""
    after = number.last + 1
    if number.in_words or number.suffix or not context.is_glued(after) or not context.norm(after)[0].isalpha():
        return False
    token = context.tokens[after]
    word = clean(context.shadow[token.start : token.end])
    return len(word) < _LONG_SUFFIX or not word.islower()


def _is_year(context: Context, number: Number) -> bool:
    """Four bare digits from 1500 to 2100 with no noun behind them."""
    if number.in_words or number.value is None or number.last != number.first or not 1500 <= number.value <= 2100:
        return False
    after = context.norm(number.last + 1)
    if not after or not after[0].isalpha() or not context.is_near(number.last + 1):
        return True
    is_function = after.endswith("'") or context.lexicon.match(context.tokens, number.last + 1, "function_word") is not None
    return is_function or context.tokens[number.last + 1].capital
