"""What an amount is counted per: "a year", "par habitant", "/năm", "the price of a tonne"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from postil.suggest.doc import Quantity
from postil.suggest.numeric.units import Context, currency_at, unit_at

_NOUN_WORDS: Final = 5


def with_rate(context: Context, quantity: Quantity) -> Quantity:
    """The quantity with `per` when a rate stands directly behind it; the span of the quantity stays as it is."""
    at = quantity.last + 1
    if not context.is_near(at):
        return quantity
    if quantity.per:
        return quantity
    found = rate_at(context, at, quantity)
    if found is None:
        return _behind_noun(context, quantity)
    per, last = found
    return replace(quantity, per=per, per_span=(context.tokens[at].start, context.tokens[last].end))


def _behind_noun(context: Context, quantity: Quantity) -> Quantity:
    """ "12,000 people a day", "90 tonnes of gold a year", "5.000 lượt khách/ngày": a rate of several words behind what is counted."""
    if quantity.kind in ("money", "percent", "time"):
        return quantity
    for at in range(quantity.last + 1, min(quantity.last + 1 + _NOUN_WORDS, len(context.tokens))):
        if not context.is_near(at):
            break
        match = context.lexicon.match(context.tokens, at, "rate") if at > quantity.last + 1 else None
        if match is not None and match.last > match.first:
            return replace(quantity, per=str(match.entry.value), per_span=context.span(match))
        if not context.norm(at)[0].isalpha() or context.lexicon.match(context.tokens, at, "rate_stop"):
            break
    return quantity


def rate_at(context: Context, at: int, quantity: Quantity) -> tuple[str, int] | None:
    """The rate at token `at` and its last token."""
    whole = context.lexicon.match(context.tokens, at, "rate")
    if whole is None and quantity.kind == "money":
        whole = context.lexicon.match(context.tokens, at, "rate_money")
    opener = context.lexicon.match(context.tokens, at, "rate_opener")
    noun = _noun_at(context, opener.end, quantity, opener.entry.value == "bare") if opener else None
    if noun and (not whole or noun[1] > whole.last):
        return noun
    return (str(whole.entry.value), whole.last) if whole else None


def _noun_at(context: Context, i: int, quantity: Quantity, is_bare: bool) -> tuple[str, int] | None:
    """What follows the opener: a noun of the lexicon or a unit; a unit of length or mass only behind money or a count.

    Behind a bare article ("a tonne", "le kilo") only for money, and never a time: the table `rate` has those.
    """
    if is_bare and quantity.kind != "money":
        return None
    noun = context.lexicon.match(context.tokens, i, "rate_noun")
    if noun:
        return str(noun.entry.value), noun.last
    code = None if is_bare else currency_at(context, i)
    if code and quantity.kind == "money" and code[0] != quantity.unit:
        return code
    unit = unit_at(context, i)
    if unit and is_bare and unit[1] == "time":
        return None
    if unit and (unit[1] == "time" or quantity.kind in ("money", "") or quantity.kind != unit[1]):
        return unit[0], unit[2].last
    return None
