"""Powers in digits, read only where somebody asks for a number: "1e10", "-12.5e-3", "1.1^23"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, DecimalException
from typing import Final

from postil.suggest.numeric.reading import Part, Reading

_MAX_POWER: Final = 60
_MAX_SIGNS: Final = 2


def raised(reading: Reading, part: Part) -> Part:
    """The part with the power glued behind it, or the part itself."""
    mark = reading.norm(part.end)
    if not reading.loose or mark not in ("e", "^") or not reading.is_glued(part.end):
        return part
    at, sign = part.end + 1, 1
    while at - part.end <= _MAX_SIGNS and reading.norm(at) in ("-", "+") and reading.is_glued(at):
        sign, at = -sign if reading.norm(at) == "-" else sign, at + 1
    norm = reading.norm(at)
    if not norm.isdecimal() or len(norm) > 2 or int(norm) > _MAX_POWER or not reading.is_glued(at):
        return part
    if mark == "^" and at - part.end == _MAX_SIGNS + 1:
        sign = 1
    try:
        value = part.value * Decimal(10) ** (sign * int(norm)) if mark == "e" else part.value ** (sign * int(norm))
    except DecimalException:
        return part
    return replace(part, value=value, end=at + 1, other=None, rule="number.power")
