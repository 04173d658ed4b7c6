"""Money said in two units: "20 dollars 43 cents", "5 euros et 20 centimes", "hai đô la và 23 xu" are one amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from postil.suggest.doc import Quantity
from postil.suggest.numeric.reading import is_alone
from postil.suggest.numeric.units import Context

_LINKS: Final = frozenset({"and", "et", "và"})


def join_hundredths(context: Context, found: Sequence[Quantity]) -> list[Quantity]:
    """`found` with hundredths added to the money directly before them.

    In loose reading two bare digits that end the text are hundredths too ("20 rupees 43").
    """
    out: list[Quantity] = []
    for quantity in found:
        previous = out[-1] if out else None
        if previous and previous.kind == "money" and _are_joined(context, previous, quantity):
            out[-1] = _sum(previous, quantity)
        else:
            out.append(quantity)
    return out


def _are_joined(context: Context, one: Quantity, two: Quantity) -> bool:
    gap = two.first - one.last - 1
    if one.number.value is None or two.number.value is None or one.number.scale != 1 or not context.is_near(two.first):
        return False
    if gap > 1 or (gap == 1 and context.norm(one.last + 1) not in _LINKS) or one.number.value != one.number.value.to_integral_value():
        return False
    if two.rule == "quantity.hundredth":
        return two.number.value < 1
    is_bare = two.unit == "count" and two.hedge is None and 10 <= two.number.value < 100 and two.number.scale == 1
    return context.loose and is_bare and is_alone(context.shadow, context.tokens, one.first, two.last)


def _sum(one: Quantity, two: Quantity) -> Quantity:
    small = two.number.value or Decimal(0)
    value = (one.number.value or Decimal(0)) + (small if two.rule == "quantity.hundredth" else small / 100)
    number = replace(one.number, value=value, end=two.number.end, last=two.number.last, other=None)
    span = (one.unit_span[0], two.unit_span[1]) if one.unit_span and two.unit_span else one.unit_span
    return replace(one, number=number, end=two.end, last=two.last, unit_span=span)
