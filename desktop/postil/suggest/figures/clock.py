"""Where a period lies on the clock of an article: before, around or after the day it speaks from."""

from __future__ import annotations

from typing import Final

from postil.suggest.figures.sight import Sight

_YEAR: Final = 4
_DAY: Final = len("2024-12-20")


def day_of(sight: Sight) -> str:
    """The day that the article speaks from, its month or its year, as EDTF; empty when nothing tells it."""
    day = sight.doc.source.published or sight.doc.notes.get("day", "")
    return day if day[:_YEAR].isdigit() and "X" not in day else ""


def is_ahead(sight: Sight, edtf: str, *, unknown: bool = False) -> bool:
    """Does the period begin in a year after the one the article speaks from? `unknown` where that year is not known."""
    day = day_of(sight)
    if not edtf[:_YEAR].isdigit():
        return False
    return edtf[:_YEAR] > day[:_YEAR] if day else unknown


def is_unfinished(sight: Sight, edtf: str) -> bool:
    """Is the day of the article within the period, so that nobody knows yet how it ends?"""
    day = day_of(sight)
    start, _, end = edtf.partition("/")
    end = end or start
    if not day or len(end) > len(day) or not end[:_YEAR].isdigit():
        return False
    return start[: len(day)] <= day[: len(start)] and day[: len(end)] <= end and len(end) < _DAY


def is_over(sight: Sight, edtf: str) -> bool:
    """Did the period end in a year before that of the article?"""
    day = day_of(sight)
    end = edtf.rpartition("/")[2]
    return bool(day) and end[:_YEAR].isdigit() and end[:_YEAR] < day[:_YEAR]


def is_to_come(sight: Sight, edtf: str) -> bool:
    """Does the period begin after the day of the article, as far as both are precise?"""
    day, start = day_of(sight), edtf.partition("/")[0]
    size = min(len(day), len(start))
    return size >= _YEAR and start[:_YEAR].isdigit() and start[:size] > day[:size]
