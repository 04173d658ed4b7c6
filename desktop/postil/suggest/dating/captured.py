"""What a matched date rule has captured: its year, its date in digits; and whether a date exists."""

from __future__ import annotations

from postil.base import edtf
from postil.suggest.dating.items import Numeric
from postil.suggest.dating.patterns import Found
from postil.suggest.dating.when import When


def numeric_of(found: Found) -> Numeric | None:
    """The date in digits, of any precision."""
    value = found.value("dmy") or found.value("dm") or found.value("my")
    return value if isinstance(value, Numeric) else None


def year_of(found: Found, index: int = 0) -> int | None:
    """The `index`-th year, else two digits of one, else that of the date in digits."""
    years: list[int] = found.values("year")
    if len(years) > index:
        return years[index]
    two: list[int] = found.values("two")
    if two and not years:
        return two[0]
    numeric = numeric_of(found)
    return numeric.year if numeric else None


def valid(when: When) -> When | None:
    """`when`, or None when there is no such month or day."""
    if when.month is not None and not 1 <= when.month <= 12:
        return None
    if when.day is not None and when.month is not None:
        month = f"{when.year or 2024:04d}-{when.month:02d}"
        if not edtf.is_valid(f"{month}-{when.day:02d}"):
            return None
    return when
