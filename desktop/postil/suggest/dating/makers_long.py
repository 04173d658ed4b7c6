"""Makers of decades and centuries, one or several: "the 1990s", "the 17th to 19th centuries"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from postil.suggest.dating.patterns import Found
from postil.suggest.dating.when import When

_NO_DECADE: Final = 2040
"""From here on a decade of two digits is meant to lie a century earlier ("the '40s")."""
_CENTURIES: Final = 1900
"""Before this year "the 1800s" are a century."""
_LAST: Final = 22
"""The last century that is told of."""


def decade(found: Found) -> When | None:
    """One decade, from its first year or two digits of it."""
    patterns = _decades_of(found)
    return When("period", pattern=patterns[0]) if patterns and patterns[0] else None


def decades(found: Found) -> When | None:
    """Two decades and what lies between them; with `pair` they must follow each other."""
    return _span(found, _decades_of(found), 10)


def century(found: Found) -> When | None:
    """One century, by its number."""
    patterns = _centuries_of(found)
    return When("period", pattern=patterns[0]) if patterns and patterns[0] else None


def centuries(found: Found) -> When | None:
    """Two centuries and what lies between them; with `pair` they must follow each other."""
    return _span(found, _centuries_of(found), 100)


def _span(found: Found, patterns: Sequence[str], years: int) -> When | None:
    if len(patterns) != 2 or not all(patterns):
        return None
    first, last = (int(pattern.replace("X", "0")) for pattern in patterns)
    if first >= last or (found.entry.get("pair") and last - first != years):
        return None
    begin, end = (When("period", pattern=pattern) for pattern in patterns)
    return replace(begin, until=end)


def _decades_of(found: Found) -> list[str]:
    """The EDTF of each decade named; empty for a year that begins none. Two digits follow the century named before."""
    years: list[int] = []
    for capture in found.captures:
        if capture.slot == "two" and years:
            years.append(years[0] - years[0] % 100 + capture.value % 100)
        elif capture.slot == "two":
            years.append(capture.value - 100 * (capture.value >= _NO_DECADE))
        elif capture.slot == "year":
            years.append(capture.value)
    is_century = all(year % 100 == 0 and year < _CENTURIES for year in years)
    return ["" if year % 10 else f"{year // 100:02d}XX" if is_century else f"{year // 10:03d}X" for year in years]


def _centuries_of(found: Found) -> list[str]:
    numbers = [c.value for c in found.captures if c.slot in ("ord", "num", "roman")]
    return [f"{number - 1:02d}XX" if isinstance(number, int) and 2 <= number <= _LAST else "" for number in numbers]
