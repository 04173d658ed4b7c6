"""Multiples: "doubled", "three times as many", "2.5-fold", "multiplié par trois", "gấp đôi", "tăng 1,5 lần"; their unit is `factor`.

Verbs and nouns that say the number themselves are the lexicon's table `multiple`; words behind a number that make it
one are `multiple_after`, words before it `multiple_before`. A bare "three times" or "3 lần" counts occasions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from postil.suggest.doc import Number, Quantity
from postil.suggest.lexicon import Match
from postil.suggest.numeric.units import Context

UNIT: Final = "factor"


def multiples(context: Context) -> Iterator[Quantity]:
    """The multiples said in one word or phrase ("doubled"), in order."""
    for match in context.lexicon.find(context.tokens, "multiple"):
        start, end = context.span(match)
        value = Decimal(str(match.entry.value))
        number = Number(start, end, value, in_words=True, rule="number.multiple", first=match.first, last=match.last)
        yield Quantity(number, start, end, UNIT, rule="quantity.factor", kind=UNIT, first=match.first, last=match.last)


def with_multiple(context: Context, quantity: Quantity) -> Quantity:
    """The quantity as a factor, when its words make it one."""
    if quantity.unit != "count":
        return quantity
    after = context.lexicon.match(context.tokens, quantity.number.last + 1, "multiple_after")
    before = context.lexicon.match_before(context.tokens, quantity.first, "multiple_before")
    if not (before or (after and _is_told(context, quantity, after))):
        return quantity
    span = context.span(after) if after else None
    number = replace(quantity.number, weak=False)
    return replace(quantity, number=number, unit=UNIT, kind=UNIT, rule="quantity.factor", unit_span=span)


def _is_told(context: Context, quantity: Quantity, after: Match) -> bool:
    """Does the word behind make a factor by itself, or with a hint before the number, or with its decimals?"""
    if after.entry.get("glued"):
        return context.is_glued(after.first) and not context.is_glued(after.end) and not quantity.number.in_words
    if not after.entry.get("needs") or quantity.number.decimals:
        return True
    opener = context.lexicon.match_before(context.tokens, quantity.first, "range_opener")
    return context.lexicon.match_before(context.tokens, opener.first if opener else quantity.first, "multiple_hint") is not None
