"""Hedges beside an amount: "près de", "over", "gần", "or more", "trở lên"; the one nearest to the number decides."""

from __future__ import annotations

from dataclasses import replace

from postil.suggest.doc import Quantity
from postil.suggest.lexicon import Match
from postil.suggest.numeric.units import Context

_MAX_HEDGES = 3


def with_hedge(context: Context, quantity: Quantity) -> Quantity:
    """The quantity with its qualifier and the span of the hedge, which its own span then includes."""
    before = _before(context, quantity.first)
    if before:
        nearest, first = before
        tokens = context.tokens
        span = (tokens[first].start, tokens[nearest.last].end)
        return replace(quantity, qualifier=str(nearest.entry.value), hedge=span, start=span[0], first=first)
    after = context.lexicon.match(context.tokens, quantity.last + 1, "qualifier_after")
    if after and context.is_near(after.first) and _may_follow(context, after):
        return replace(quantity, qualifier=str(after.entry.value), hedge=context.span(after), end=context.span(after)[1], last=after.last)
    collective = context.lexicon.match(context.tokens, quantity.number.last, "number")
    if collective and collective.entry.get("qualifier"):
        return replace(quantity, qualifier=str(collective.entry.get("qualifier")))
    return quantity


def _before(context: Context, first: int) -> tuple[Match, int] | None:
    """The nearest hedge before token `first`, and the first token of all hedges that stand together there."""
    nearest: Match | None = None
    for _ in range(_MAX_HEDGES):
        match = context.lexicon.match_before(context.tokens, first, "qualifier")
        if match is None or not context.is_near(first):
            break
        nearest, first = nearest or match, match.first
    return (nearest, first) if nearest else None


def _may_follow(context: Context, after: Match) -> bool:
    """A hedge behind the number ends its phrase; before another number it belongs to that one."""
    following = context.norm(after.end)
    return not following[:1].isdigit() or not context.is_near(after.end)
