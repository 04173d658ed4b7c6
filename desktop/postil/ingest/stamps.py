"""Explicit full dates in a line ("24/08/2025", "12 mai 2020", "ngày 2 tháng 6 năm 2019") as EDTF, and times of day."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from postil.ingest.signals import signals

_YEAR: Final = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_VI_NUMBERS: Final = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")

_TIME: Final = re.compile(
    r"(?<!\d)\d{1,2}(?::\d{2}){1,2}(?:\.\d{1,6})?(?:\s?[ap]\.?m\.?)?|(?<!\d)\d{1,2}\s?[hg](?:\s?\d{2})?(?![^\W\d_])|\d{1,2}\s?[ap]\.?m\b"
    r"|\(?(?:gmt|utc)\s?[+-]?\s?\d{0,2}(?::?\d{2})?\)?|[+-]\d{2}:?\d{2}(?!\d)|(?<=\d)[tz](?=\d|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A full date as written at `[start, end)`, as EDTF.

    Numeric dates ("04/05/2025") are read day first unless that is impossible; `other` is then the month-first
    reading where both are possible, else empty.
    """

    start: int
    end: int
    edtf: str
    other: str = ""


def stamps(text: str) -> tuple[Stamp, ...]:
    """Every explicit full date of `text` (a line), from left to right, without overlap."""
    if not any(map(str.isdigit, text)):
        return ()
    found: list[Stamp] = []
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter whose lower case is two characters long would shift offsets
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for pattern, is_numeric in _patterns():
        for match in pattern.finditer(lowered):
            stamp = _stamp(match, is_numeric)
            if stamp and not any(stamp.start < kept.end and kept.start < stamp.end for kept in found):
                found.append(stamp)
    return tuple(sorted(found, key=lambda s: s.start))


def without_times(text: str) -> str:
    """`text` with times of day and time zones blanked out."""
    return _TIME.sub(" ", text)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    months = "|".join(sorted(map(re.escape, signals().months), key=len, reverse=True))
    named = rf"(?P<m>{months})\.?"
    vietnamese = rf"tháng\s(?P<m>\d{{1,2}}|{'|'.join(sorted(_VI_NUMBERS, key=len, reverse=True))})"
    day = r"(?<![\d.,/])(?P<d>\d{1,2})"
    sources = (
        (r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)", False),
        (rf"(?<!\d)(?<!\d[./-])(?P<d>\d{{1,2}})\s?(?P<s>[-/.])\s?(?P<m>\d{{1,2}})\s?(?P=s)\s?{_YEAR}", True),
        (rf"{day}\s{vietnamese}(?:,|\snăm|,\snăm)?\s{_YEAR}", False),
        (rf"{vietnamese}\s(?P<d>\d{{1,2}}),?\s{_YEAR}", False),
        (rf"{day}(?:er|e|st|nd|rd|th)?[\s-](?:of\s)?{named},?[\s-]{_YEAR}", False),
        (rf"(?<![^\W\d_]){named}\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s{_YEAR}", False),
    )
    return tuple((re.compile(source), is_numeric) for source, is_numeric in sources)


def _stamp(match: re.Match[str], is_numeric: bool) -> Stamp | None:
    year, day = int(match["y"]), int(match["d"])
    month = _month(match["m"])
    day_first, month_first = _edtf(year, month, day), _edtf(year, day, month) if is_numeric else ""
    if not day_first and not month_first:
        return None
    other = month_first if day_first and month_first != day_first else ""
    return Stamp(match.start(), match.end(), day_first or month_first, other)


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    if word in _VI_NUMBERS:
        return _VI_NUMBERS.index(word) + 1
    return signals().months.get(word, 0)


def _edtf(year: int, month: int, day: int) -> str:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""
