"""Shares of a whole said in words: "half of the budget", "a third of them", "la moitié des", "một nửa số"; in articles, percents.

A fraction that stands before "of" its whole says what part of it is meant, as "50 percent of" does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from postil.suggest.doc import Number, Quantity
from postil.suggest.numeric.units import Context

_FRACTION: Final = "number.fraction"


def halves(context: Context) -> Iterator[Quantity]:
    """The halves (and quarters) that no numerator introduces, as 0.5: table `share`."""
    for match in context.lexicon.find(context.tokens, "share"):
        last = match.first + int(match.entry.get("words", 1)) - 1
        start, end = context.tokens[match.first].start, context.tokens[last].end
        number = Number(start, end, Decimal(str(match.entry.value)), in_words=True, rule=_FRACTION, first=match.first, last=last)
        yield Quantity(number, start, end, "count", rule="quantity.share", first=match.first, last=last)


def as_percent(context: Context, quantity: Quantity) -> Quantity:
    """A fraction in words of some whole, as percent of it; a fraction of time or of a unit stays as it is."""
    number = quantity.number
    if number.rule != _FRACTION or not number.in_words or quantity.unit != "count" or number.value is None or number.value >= 1:
        return quantity
    if quantity.rule != "quantity.share" and context.lexicon.match(context.tokens, quantity.last + 1, "share_of") is None:
        return quantity
    if _is_of_time(context, quantity.last + 1):
        return quantity
    percent = replace(number, value=round(number.value * 100, 2).normalize())
    return replace(quantity, number=percent, unit="percent", kind="percent", rule="quantity.share")


def _is_of_time(context: Context, at: int) -> bool:
    """Is the whole a time ("half of the year", "la moitié de l'année")?"""
    link = context.lexicon.match(context.tokens, at, "share_of")
    at = link.end if link else at
    while context.norm(at) in ("the", "a", "an", "this", "last", "l'", "la", "le", "cette", "ce", "một"):
        at += 1
    unit = context.lexicon.match(context.tokens, at, "unit")
    return unit is not None and unit.entry.get("kind") == "time"
