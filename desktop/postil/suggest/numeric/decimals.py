"""Decimals in words: "three point five", "trois virgule zéro cinq", "ba phẩy bảy lăm", "point fifteen"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from postil.suggest.numeric.reading import Part, Reading
from postil.suggest.numeric.words import words_at

_MAX_DIGITS: Final = 8


def pointed(reading: Reading, value: int, end: int, weak: bool) -> Part:
    """The whole number `value` that ends before token `end`, with the decimals said behind it."""
    found = decimals_at(reading, end)
    if found is None:
        return Part(Decimal(value), end, True, weak=weak)
    digits, last = found
    return Part(Decimal(f"{value}.{digits}"), last, True, decimals=len(digits))


def bare_point(reading: Reading, i: int) -> Part | None:
    """ "point fifteen" as the whole text: only where somebody asks what number it is."""
    if not reading.loose or i > 0 or not reading.words.points or reading.norm(i) not in reading.words.points:
        return None
    found = decimals_at(reading, i)
    return Part(Decimal(f"0.{found[0]}"), found[1], True) if found else None


def decimals_at(reading: Reading, i: int) -> tuple[str, int] | None:
    """The digits behind a spoken decimal sign at token `i`, and the token behind them.

    Single digits follow one another ("five one"), one larger number ends them ("ninety-nine").
    """
    if reading.norm(i) not in reading.words.points:
        return None
    at, digits = i + 1, ""
    norm = reading.norm(at)
    if norm.isdecimal() and len(norm) <= _MAX_DIGITS and reading.is_near(at):
        return norm, at + 1
    while len(digits) < _MAX_DIGITS and reading.is_near(at):
        found = words_at(reading.tokens, at, reading.words, reading.language)
        if found is None:
            break
        digits, at = digits + str(found.value), found.end
        if found.value > 9:
            break
    return (digits, at) if digits else None
