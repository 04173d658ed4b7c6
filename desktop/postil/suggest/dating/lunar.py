"""The Vietnamese lunar calendar: which day of our calendar a lunar day is (Tết, the full moon of the eighth month).

Source: J. Meeus, Astronomical Algorithms (mean new moons with their largest periodic terms, apparent longitude of the
sun), with the rules of the calendar: a month begins on the day of its new moon in Hanoi (UTC+7), the eleventh month holds
the winter solstice, and where thirteen months lie between two of them the first one without a principal term is a leap
month. Sound for 1900 to 2100.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from math import floor, pi, sin
from typing import Final

_EPOCH: Final = 2415021.076998695
"""Julian date of the new moon number 0."""
_SYNODIC: Final = 29.530588853
_HANOI: Final = 7 / 24
_CIVIL: Final = date(2000, 1, 1).toordinal() - 2451545
"""What turns a Julian day number into the ordinal of `date`."""
_FIRST, _LAST = 1900, 2100
_SECTORS: Final = 12


def solar(year: int, month: int, day: int) -> date:
    """The day of our calendar on which the lunar `day` of `month` (no leap month) of `year` falls.

    Raises ValueError for years outside 1900 to 2100 and for days that a lunar month cannot have.
    """
    if not (_FIRST <= year <= _LAST and 1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError(f"no lunar day {day} {month} {year}")
    start = _eleventh(year - 1) if month < 11 else _eleventh(year)
    after = _eleventh(year) if month < 11 else _eleventh(year + 1)
    moon = floor(0.5 + (start - _EPOCH) / _SYNODIC)
    steps = (month - 11) % 12
    if after - start > 365:
        leap = _leap(moon)
        steps += steps >= leap
    ordinal = _new_moon(moon + steps) + day - 1
    if ordinal >= _new_moon(moon + steps + 1):
        raise ValueError(f"the lunar month {month} of {year} has no day {day}")
    return date.fromordinal(ordinal + _CIVIL)


def new_year(year: int) -> date:
    """The first day of the lunar new year. Raises ValueError outside 1900 to 2100."""
    return solar(year, 1, 1)


def eve(year: int) -> date:
    """The day before it."""
    return new_year(year) - timedelta(days=1)


@lru_cache(maxsize=512)
def _new_moon(number: int) -> int:
    """The Julian day number, in Hanoi, of a new moon."""
    t = number / 1236.85
    mean = 2415020.75933 + 29.53058868 * number + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * _sin(166.56 + 132.87 * t - 0.009173 * t**2)
    sun = 359.2242 + 29.10535608 * number - 0.0000333 * t**2 - 0.00000347 * t**3
    moon = 306.0253 + 385.81691806 * number + 0.0107306 * t**2 + 0.00001236 * t**3
    node = 21.2964 + 390.67050646 * number - 0.0016528 * t**2 - 0.00000239 * t**3
    shift = (0.1734 - 0.000393 * t) * _sin(sun) + 0.0021 * _sin(2 * sun) - 0.4068 * _sin(moon) + 0.0161 * _sin(2 * moon)
    shift += -0.0004 * _sin(3 * moon) + 0.0104 * _sin(2 * node) - 0.0051 * _sin(sun + moon) - 0.0074 * _sin(sun - moon)
    shift += 0.0004 * _sin(2 * node + sun) - 0.0004 * _sin(2 * node - sun) - 0.0006 * _sin(2 * node + moon)
    shift += 0.0010 * _sin(2 * node - moon) + 0.0005 * _sin(2 * moon + sun)
    delay = -0.000278 + 0.000265 * t + 0.000262 * t**2
    return floor(mean + shift - delay + 0.5 + _HANOI)


def _sin(degrees: float) -> float:
    return sin(degrees * pi / 180)


def _sector(day: int) -> int:
    """The twelfth of the sun's path (0: from the spring equinox) in which a day begins in Hanoi."""
    t = (day - 0.5 - _HANOI - 2451545.0) / 36525
    anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3
    mean = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    centre = (1.914600 - 0.004817 * t - 0.000014 * t**2) * _sin(anomaly)
    centre += (0.019993 - 0.000101 * t) * _sin(2 * anomaly) + 0.000290 * _sin(3 * anomaly)
    apparent = mean + centre - 0.00569 - 0.00478 * _sin(125.04 - 1934.136 * t)
    return floor(apparent % 360 / (360 / _SECTORS))


@lru_cache(maxsize=256)
def _eleventh(year: int) -> int:
    """The Julian day number on which the eleventh lunar month of `year` begins."""
    last_day = date(year, 12, 31).toordinal() - _CIVIL
    number = floor((last_day - 2415021) / _SYNODIC)
    start = _new_moon(number)
    return _new_moon(number - 1) if _sector(start) >= 9 else start


def _leap(moon: int) -> int:
    """How many months behind the eleventh one the leap month stands: the first one in which the sun changes no twelfth."""
    before = _sector(_new_moon(moon + 1))
    for step in range(2, 14):
        after = _sector(_new_moon(moon + step))
        if after == before:
            return step - 1
        before = after
    return 13
