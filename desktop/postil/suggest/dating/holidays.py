"""Feast days: from the code of a lexicon entry (table `holiday`) to the day it falls on in a year.

Codes: `12-25` a day of every year; `11-4-3` the fourth Thursday of November (month, number or -1 for the last, weekday
with Monday 0); `easter+39` days after Easter Sunday; `moon 01-01` a day of the Vietnamese lunar year, `moon 01-00` the
day before its first; behind each of them `+1` may stand for days after it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from postil.base import edtf
from postil.suggest.dating import lunar
from postil.suggest.dating.calendars import within

_CODE: Final = re.compile(r"(?:(?P<easter>easter)|(?P<moon>moon )?(?P<month>\d\d)-(?:(?P<day>\d\d)|(?P<nth>-?\d)-(?P<weekday>\d)))(?P<plus>[+-]\d+)?")


def is_code(code: str) -> bool:
    """Can `code` be read?"""
    return _CODE.fullmatch(code) is not None


def holiday(code: str, year: int) -> date:
    """The day of the feast in `year`. Raises ValueError for a code that cannot be read or a year without it."""
    found = _CODE.fullmatch(code)
    if not found:
        raise ValueError(f"'{code}' is no feast day")
    shift = timedelta(days=int(found["plus"] or 0))
    if found["easter"]:
        return easter(year) + shift
    month = int(found["month"])
    if found["moon"]:
        day = int(found["day"] or 0)
        return (lunar.solar(year, month, day) if day else lunar.eve(year)) + shift
    if found["day"]:
        return date(year, month, int(found["day"])) + shift
    return date.fromisoformat(within(edtf.month(year, month), int(found["nth"]), "weekday", int(found["weekday"]))) + shift


def fixed(code: str) -> tuple[int, int] | None:
    """Month and day when the feast has the same ones every year."""
    found = _CODE.fullmatch(code)
    if not found or found["moon"] or not found["day"] or found["plus"]:
        return None
    return int(found["month"]), int(found["day"])


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar. Source: Meeus, Astronomical Algorithms, chapter 8 (after Butcher)."""
    century, rest = divmod(year, 100)
    skipped, kept = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - skipped - correction + 15) % 30
    leap, ordinary = divmod(rest, 4)
    weekday = (32 + 2 * kept + 2 * leap - epact - ordinary) % 7
    late = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
