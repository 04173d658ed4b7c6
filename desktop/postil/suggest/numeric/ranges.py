"""Two numbers that are one range, with shared scale and unit; pairs of a change ("from 24% to 30%") stay two.

"15/63 provinces" counts fifteen of them. "US$10–15 million" · "2 à 3 milliards" · "từ 6,5 - 7%" · "entre 6 et 7 %" · "two or three" · "$10m to $15m".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from postil.suggest.doc import Number, Quantity
from postil.suggest.numeric.units import Context

_DASHES: Final = frozenset("-–—")
_CHANGE_REACH: Final = 8
_SENTENCE_REACH: Final = 40
_BRACKETS: Final = frozenset("([")
_MAX_RATIO: Final = 50
_MILLION: Final = 1_000_000


def join_ranges(context: Context, found: Sequence[Quantity]) -> list[Quantity]:
    """`found` with neighbours joined or, in lists, their unit shared."""
    out: list[Quantity] = []
    for quantity in found:
        previous = out[-1] if out else None
        if previous is None or previous.number.value is None or quantity.number.value is None:
            out.append(quantity)
            continue
        joined = _joined(context, previous, quantity)
        if joined is not None:
            out[-1:] = joined
        else:
            out.append(quantity)
    return out


def _joined(context: Context, one: Quantity, two: Quantity) -> list[Quantity] | None:
    """One range, or both with a shared unit; None when the two have nothing to do with each other."""
    link = _link(context, one, two)
    if not link:
        return None
    if link == "of":
        scale = two.number.scale
        number = replace(one.number, value=(one.number.value or Decimal(0)) * scale, scale=scale, rule="number.scaled")
        return [replace(one, number=number, unit=two.unit, kind=two.kind), two]
    if link == "ratio":
        return [replace(_shared(one, two), last=two.last, end=two.end)]
    if link == "dash" and one.number.in_words != two.number.in_words:
        return None
    one, two = _shared(_in_thousands(context, one, two, link), two), _with_sign_of(one, two, link)
    if one.unit != two.unit or one.number.value is None or two.number.value is None:
        return None
    if link == "list" or (link == "to" and _is_change(context, one, two)):
        return [one, two]
    return _spanned(context, one, two, link, one.number.value, two.number.value)


def _spanned(context: Context, one: Quantity, two: Quantity, link: str, low: Decimal, high: Decimal) -> list[Quantity] | None:
    """A range where the two numbers can be its ends; a score ("2-1") is nothing at all."""
    if link == "dash" and low >= high and one.unit == "count" and context.is_glued(one.last + 1):
        return []
    if link == "to" and low and high > _MAX_RATIO * low and not context.lexicon.match_before(context.tokens, one.first, "range_opener"):
        return None
    if low >= high or (link == "or" and high - low != 1) or (link == "dash" and not _is_even_dash(context, one, two)):
        return [one, two] if one.unit == "percent" and link == "to" else None
    return [_range(context, one, two)]


def _link(context: Context, one: Quantity, two: Quantity) -> str:
    """How two quantities are linked: dash, to, and (behind "between"), or, list; empty when they are not."""
    after = one.last + 1
    if context.norm(after) == "-" and context.is_glued(after) and not context.is_glued(after + 1) and two.is_modifier:
        after += 1
    gap = two.first - after
    if gap < 1 or gap > 3 or not context.is_near(after) or not context.is_near(two.first):
        return ""
    if gap == 1 and context.norm(after) in _DASHES:
        return "dash"
    if gap == 1 and context.norm(after) == "/" and context.is_glued(after) and context.is_glued(after + 1) and one.unit == "count":
        return "ratio"
    if _is_part_of(context, one, two, after):
        return "of"
    word = context.lexicon.match(context.tokens, after, "range_word", stop=two.first)
    if word and word.last == two.first - 1:
        value = str(word.entry.value)
        if value == "change":
            return "list" if _shares_percent(one, two) else ""
        if value != "and":
            return value
        opener = context.lexicon.match_before(context.tokens, one.first, "range_opener")
        if opener and opener.entry.value == "between":
            return "between"
    return "list" if gap == 1 and context.norm(after) in ("and", "et", "và", ",") and _shares_percent(one, two) else ""


def _is_part_of(context: Context, one: Quantity, two: Quantity, after: int) -> bool:
    """ "eight of the 28 million people", "huit des 28 millions d'habitants": the part is said in the millions of the whole."""
    part, whole = one.number.value, two.number.value
    if part is None or whole is None or one.unit != "count" or one.number.scale != 1 or two.number.scale < _MILLION:
        return False
    match = context.lexicon.match(context.tokens, after, "part_of_many", stop=two.first)
    return match is not None and match.end == two.first and 2 <= part < whole / two.number.scale


def _shares_percent(one: Quantity, two: Quantity) -> bool:
    """ "5 and 7 percent": the first number of a list takes the percent sign of the second."""
    is_bare = one.unit == "count" and not one.number.in_words and one.number.scale == 1
    return is_bare and two.kind == "percent" and one.number.value is not None and one.number.value < 1000


def _shared(one: Quantity, two: Quantity) -> Quantity:
    """`one` with the scale and the unit that only the second member carries."""
    number = one.number
    low, high = number.value, two.number.value
    if low is not None and high is not None and number.scale == 1 and two.number.scale > 1 and low < high / two.number.scale:
        number = replace(number, value=low * two.number.scale, other=None, rule="number.scaled")
    if one.unit == "count" and two.unit != "count":
        return replace(one, number=number, unit=two.unit, kind=two.kind, unit_span=two.unit_span, per=two.per, inferred=two.inferred)
    return replace(one, number=number)


def _in_thousands(context: Context, one: Quantity, two: Quantity, link: str) -> Quantity:
    """ "10 à 15 000 personnes", "20-30,000 tonnes": the first number shares the thousands of the second; not in a change."""
    low, high = one.number.value, two.number.value
    if (
        link not in ("to", "dash", "between")
        or low is None
        or high is None
        or one.number.in_words
        or one.number.decimals
        or one.unit_span is not None
    ):
        return one
    if not 1 <= low < high / 1000 or high % 1000 or high > _MAX_RATIO * 20_000 or low * 1000 * 3 < high or one.number.scale != 1:
        return one
    return one if _has_change_verb(context, one.first, _CHANGE_REACH) else replace(one, number=replace(one.number, value=low * 1000))


def _with_sign_of(one: Quantity, two: Quantity, link: str) -> Quantity:
    """`two` with the currency sign before `one`: "US$10-15 million"; "$5 to 10 people" shares nothing."""
    if two.unit == "count" and one.kind in ("factor", "magnitude"):
        return replace(two, unit=one.unit, kind=one.kind)
    if two.unit == "count" and one.kind == "money" and (link == "dash" or two.number.scale > 1):
        return replace(two, unit=one.unit, kind=one.kind, unit_span=one.unit_span, inferred=one.inferred)
    return two


def _is_change(context: Context, one: Quantity, two: Quantity) -> bool:
    """Do the two say where something was and where it went? Both have a unit of their own, or a verb of change stands before."""
    opener = context.lexicon.match_before(context.tokens, one.first, "range_opener")
    has_units = one.unit_span is not None and one.unit_span != two.unit_span
    if opener is None or opener.entry.value != "from":
        return _has_change_verb(context, one.first, 1) or (has_units and context.norm(one.first - 1) in _BRACKETS and context.language == "fr")
    if _has_change_verb(context, opener.first, _CHANGE_REACH):
        return True
    if has_units and context.language == "fr":
        return context.norm(opener.first - 1) in _BRACKETS or _has_change_verb(context, opener.first, _SENTENCE_REACH)
    return has_units and context.language == "en" and not context.loose


def _has_change_verb(context: Context, before: int, reach: int) -> bool:
    first = before
    while first > 0 and before - first < reach and context.norm(first - 1) not in (".", ";", "!", "?"):
        first -= 1
    tables = ("change_verb", "pair_verb")
    return any(context.lexicon.match(context.tokens, i, table, stop=before) for i in range(first, before) for table in tables)


def _is_even_dash(context: Context, one: Quantity, two: Quantity) -> bool:
    """Is the dash glued on both sides or on none, and not one of three ("10-11-12")?"""
    dash = one.last + 1
    even = context.is_glued(dash) == context.is_glued(dash + 1) or (context.loose and one.unit == two.unit != "count")
    return even and not (context.norm(two.last + 1) in _DASHES and context.norm(two.last + 2)[:1].isdigit())


def _range(context: Context, one: Quantity, two: Quantity) -> Quantity:
    low, high = one.number, two.number
    number = Number(
        low.start,
        high.end,
        None,
        low.value,
        high.value,
        in_words=low.in_words and high.in_words,
        rule="number.range",
        first=low.first,
        last=high.last,
        scale=high.scale,
    )
    return replace(
        one,
        number=number,
        end=max(one.end, two.end),
        last=two.last,
        unit_span=one.unit_span if one.unit_span and one.unit_span[0] < low.start else two.unit_span or one.unit_span,
        per=two.per or one.per,
        per_span=two.per_span or one.per_span,
        rule="quantity.range",
        is_modifier=two.is_modifier,
    )
