"""Dates and periods as EDTF: the level 0/1 subset that Postil stores, its bounds, and its face for people.

Accepted (Library of Congress, Extended Date/Time Format, 2019): `2024`, `2024-11`, `2024-11-05`, decades and
centuries `201X` `19XX`, unknown month or day `2024-XX` `2024-11-XX`, a day or month of an unknown year
`XXXX-12-20` `XXXX-05` (level 2, kept because articles often leave the year out), seasons `2024-21` to `2024-24`,
one mark `?` `~` `%` at the end of a date, intervals `2021/2025-05`, open intervals `2021/..` `../2025`.
Times of day, years beyond four digits, sets and exponents are not in the subset.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

_POINT: Final = re.compile(r"(\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)", re.ASCII)
_LEAP: Final = 2024
_SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""First and last month of spring, summer, autumn, winter (months above 12 lie in the next year)."""


class Precision(IntEnum):
    """How much of a date is known; greater is finer."""

    NONE = 0
    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6


@dataclass(frozen=True, slots=True)
class Point:
    """One date of any precision. `year` is None when it is not known; `month` is 21–24 for a season.

    `first` and `last` are the days that it may cover; a date of an unknown year covers all of them.
    """

    text: str
    year: int | None
    month: int | None
    day: int | None
    mark: str
    precision: Precision
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date (`start is end`) or an interval; an open end is None."""

    text: str
    start: Point | None
    end: Point | None

    def bounds(self) -> tuple[date, date]:
        """First and last day that it may cover; an open end or an unknown year reaches to the end of the calendar."""
        first = self.start.first if self.start else date.min
        last = self.end.last if self.end else date.max
        return first, last


def parse(text: str) -> Edtf:
    """`text` as a date or an interval. Raises ValueError, naming the text, when it is not in the subset."""
    left, slash, right = text.partition("/")
    if not slash:
        point = _point(left)
        return Edtf(text, point, point)
    start = None if left == ".." else _point(left)
    end = None if right == ".." else _point(right)
    if start is None and end is None:
        raise ValueError(f"{text!r} is open on both sides")
    if start and end and (start.first > end.first or start.first > end.last):
        raise ValueError(f"{text!r} ends before it starts")
    return Edtf(text, start, end)


def is_valid(text: str) -> bool:
    """Can `text` be stored as a date or period?"""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def day(year: int | None, month: int, number: int) -> str:
    """The EDTF of one day; `year` None means unknown. Raises ValueError for a day that does not exist."""
    return _checked(f"{_year(year)}-{month:02d}-{number:02d}")


def month(year: int | None, number: int) -> str:
    """The EDTF of one month; `year` None means unknown."""
    return _checked(f"{_year(year)}-{number:02d}")


def months(year: int, first: int, last: int) -> str:
    """Months of one year as an interval: quarters, halves, "the first nine months"."""
    return month(year, first) if first == last else interval(month(year, first), month(year, last))


def interval(start: str, end: str) -> str:
    """From one date to another; an empty side is open. Raises ValueError when it ends before it starts."""
    return _checked(f"{start or '..'}/{end or '..'}")


def _year(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04d}"


def _checked(text: str) -> str:
    return parse(text).text


def _point(text: str) -> Point:
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not a date")
    year_text, month_text, day_text, mark = found.groups()
    if month_text and "X" in year_text and year_text != "XXXX":
        raise ValueError(f"{text!r} has a month but only part of a year")
    number = None if month_text in (None, "XX") else int(month_text)
    day_number = None if day_text in (None, "XX") else int(day_text)
    if day_text and number is None and day_number is not None:
        raise ValueError(f"{text!r} has a day but no month")
    if "X" in year_text:
        return _without_year(text, year_text, number, day_number, mark)
    year = int(year_text)
    if year == 0:
        raise ValueError(f"{text!r}: the calendar starts with year 1")
    if number is None:
        return Point(text, year, None, None, mark, Precision.YEAR, date(year, 1, 1), date(year, 12, 31))
    if number in _SEASONS and not day_text:
        return _season(text, year, number, mark)
    return _in_year(text, year, number, day_number, mark)


def _without_year(text: str, year_text: str, month_number: int | None, day_number: int | None, mark: str) -> Point:
    if year_text == "XXXX":
        if month_number is None:
            return Point(text, None, None, None, mark, Precision.NONE, date.min, date.max)
        known = _in_year(text, _LEAP, month_number, day_number, mark)
        return Point(text, None, month_number, day_number, mark, known.precision, date.min, date.max)
    first, last = int(year_text.replace("X", "0")), int(year_text.replace("X", "9"))
    precision = Precision.CENTURY if year_text.endswith("XX") else Precision.DECADE
    return Point(text, None, None, None, mark, precision, date(max(first, 1), 1, 1), date(last, 12, 31))


def _season(text: str, year: int, number: int, mark: str) -> Point:
    first, last = _SEASONS[number]
    end_year, end_month = (year, last) if last <= 12 else (min(year + 1, date.max.year), last - 12)
    last_day = date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])
    return Point(text, year, number, None, mark, Precision.SEASON, date(year, first, 1), last_day)


def _in_year(text: str, year: int, month_number: int, day_number: int | None, mark: str) -> Point:
    if not 1 <= month_number <= 12:
        raise ValueError(f"{text!r}: there is no month {month_number}")
    length = calendar.monthrange(year, month_number)[1]
    if day_number is None:
        return Point(text, year, month_number, None, mark, Precision.MONTH, date(year, month_number, 1), date(year, month_number, length))
    if not 1 <= day_number <= length:
        raise ValueError(f"{text!r}: that month has no day {day_number}")
    only = date(year, month_number, day_number)
    return Point(text, year, month_number, day_number, mark, Precision.DAY, only, only)


# The face for people. Month names are those of CLDR; the words are few enough to stand here, because the language is
# that of the reader who is shown the date, which need not be the language of the interface.

_MONTHS: Final = {
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
}
_SHORT: Final = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "fr": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
}
_WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "decade": "{}s",
        "century": "{}s",
        "from": "from {}",
        "until": "until {}",
        "~": "about {}",
        "21": "spring",
        "22": "summer",
        "23": "autumn",
        "24": "winter",
    },
    "fr": {
        "decade": "années {}",
        "century": "années {}",
        "from": "à partir de {}",
        "until": "jusqu’à {}",
        "~": "vers {}",
        "21": "printemps",
        "22": "été",
        "23": "automne",
        "24": "hiver",
    },
    "vi": {
        "decade": "thập niên {}",
        "century": "thế kỷ bắt đầu năm {}",
        "from": "từ {}",
        "until": "đến {}",
        "~": "khoảng {}",
        "21": "mùa xuân",
        "22": "mùa hè",
        "23": "mùa thu",
        "24": "mùa đông",
    },
}


def for_people(text: str, language: str) -> str:
    """`text` as a reader of `language` (`en`, `fr`, `vi`; others read English) writes it; what is not EDTF stays as it is."""
    try:
        value = parse(text)
    except ValueError:
        return text
    language = language if language in _WORDS else "en"
    if value.start is None:
        return _WORDS[language]["until"].format(_face(value.end, language, short=False))
    if value.end is None:
        return _WORDS[language]["from"].format(_face(value.start, language, short=False))
    if value.start.text == value.end.text:
        return _face(value.start, language, short=False)
    return _faces(value.start, value.end, language)


def _faces(start: Point, end: Point, language: str) -> str:
    plain = not start.mark and not end.mark and start.year == end.year and start.precision == end.precision
    shared = _shared(start, end, language) if plain else ""
    if shared:
        return shared
    left, right = _face(start, language, short=True), _face(end, language, short=True)
    dash = "–" if " " not in left + right else " – "
    return f"{left}{dash}{right}"


def _shared(start: Point, end: Point, language: str) -> str:
    """Two months of one year, or two days of one month, with the common part written once; empty when neither."""
    if start.precision == Precision.MONTH and start.year is not None and start.month and end.month:
        if language == "vi":
            return f"tháng {start.month}–{end.month}/{start.year}"
        names = _SHORT[language]
        return f"{names[start.month - 1]}–{names[end.month - 1]} {start.year}"
    if start.precision == Precision.DAY and start.month == end.month:
        rest = _day_rest(end, language, short=False)
        return f"{start.day}–{end.day}{rest}"
    return ""


def _face(point: Point | None, language: str, *, short: bool) -> str:
    if point is None:
        return ""
    makers: dict[Precision, Callable[[Point, str, bool], str]] = {
        Precision.DAY: lambda p, lang, s: _day_number(p, lang) + _day_rest(p, lang, short=s),
        Precision.MONTH: _month_face,
        Precision.SEASON: lambda p, lang, _s: f"{_WORDS[lang][str(p.month)]} {p.year}",
        Precision.YEAR: lambda p, _l, _s: f"{p.year}",
        Precision.DECADE: lambda p, lang, _s: _WORDS[lang]["decade"].format(p.first.year),
        Precision.CENTURY: lambda p, lang, _s: _WORDS[lang]["century"].format(p.first.year),
        Precision.NONE: lambda _p, _l, _s: "?",
    }
    face = makers[point.precision](point, language, short)
    if point.mark in ("~", "%"):
        face = _WORDS[language]["~"].format(face)
    return f"{face} (?)" if point.mark in ("?", "%") else face


def _day_number(point: Point, language: str) -> str:
    return "1er" if language == "fr" and point.day == 1 else str(point.day)


def _day_rest(point: Point, language: str, *, short: bool) -> str:
    if language == "vi":
        return f"/{point.month}" + (f"/{point.year}" if point.year is not None else "")
    names = (_SHORT if short else _MONTHS)[language]
    return f" {names[(point.month or 1) - 1]}" + (f" {point.year}" if point.year is not None else "")


def _month_face(point: Point, language: str, short: bool) -> str:
    number = point.month or 1
    if language == "vi":
        return f"tháng {number}" + (f"/{point.year}" if point.year is not None else "")
    name = (_SHORT if short else _MONTHS)[language][number - 1]
    return f"{name} {point.year}" if point.year is not None else name
