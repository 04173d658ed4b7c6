"""The calendar behind the dates: days counted in a month, weeks, feasts, Easter, the Vietnamese lunar year."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.base import edtf
from postil.suggest.dating.calendars import around, moved, rest_of, within
from postil.suggest.dating.holidays import easter, fixed, holiday, is_code
from postil.suggest.dating.lunar import eve, new_year, solar
from postil.suggest.lexicon import LANGUAGES, Lexicon

NEW_YEARS = {
    1968: "01-29",
    1975: "02-11",
    1985: "01-21",
    2000: "02-05",
    2007: "02-17",
    2019: "02-05",
    2020: "01-25",
    2023: "01-22",
    2024: "02-10",
    2025: "01-29",
    2026: "02-17",
    2030: "02-02",
}
"""First days of the lunar year as the Vietnamese calendar has them; 1968, 1985, 2007 and 2030 differ from the Chinese one."""


@pytest.mark.parametrize(("year", "day"), NEW_YEARS.items())
def test_the_lunar_new_year(year: int, day: str) -> None:
    assert new_year(year).isoformat() == f"{year}-{day}"
    assert eve(year) == new_year(year) - timedelta(days=1)


@pytest.mark.parametrize(
    ("lunar", "expected"),
    [
        ((2023, 3, 10), "2023-04-29"),
        ((2024, 3, 10), "2024-04-18"),
        ((2025, 3, 10), "2025-04-07"),
        ((2020, 8, 15), "2020-10-01"),
        ((2023, 8, 15), "2023-09-29"),
        ((2025, 8, 15), "2025-10-06"),
        ((2025, 7, 15), "2025-09-06"),
        ((2025, 12, 23), "2026-02-10"),
    ],
)
def test_days_of_the_lunar_year(lunar: tuple[int, int, int], expected: str) -> None:
    assert solar(*lunar).isoformat() == expected


@given(st.integers(1900, 2100))
def test_a_lunar_year_begins_in_winter_and_has_whole_months(year: int) -> None:
    first = new_year(year)
    assert date(year, 1, 20) <= first <= date(year, 2, 21)
    starts = [solar(year, month, 1) for month in range(1, 13)]
    gaps = [(b - a).days for a, b in pairwise(starts)]
    assert all(gap in (29, 30, 58, 59, 60) for gap in gaps)
    assert sum(gap > 30 for gap in gaps) <= 1


@pytest.mark.parametrize("day", [(1899, 1, 1), (2101, 1, 1), (2024, 13, 1), (2024, 0, 1), (2024, 1, 31), (2024, 1, 0)])
def test_what_is_no_lunar_day(day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"no (lunar )?day"):
        solar(*day)


def test_a_short_lunar_month_has_no_thirtieth_day() -> None:
    lengths = {month: (solar(2025, month + 1, 1) - solar(2025, month, 1)).days for month in range(1, 6)}
    short = next(month for month, length in lengths.items() if length == 29)
    with pytest.raises(ValueError, match="no day 30"):
        solar(2025, short, 30)


@pytest.mark.parametrize(("year", "day"), [(2000, "04-23"), (2008, "03-23"), (2016, "03-27"), (2024, "03-31"), (2025, "04-20"), (2038, "04-25")])
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("code", "year", "expected"),
    [
        ("12-25", 2024, "2024-12-25"),
        ("11-4-3", 2024, "2024-11-28"),
        ("11-4-3+1", 2017, "2017-11-24"),
        ("05--1-0", 2013, "2013-05-27"),
        ("easter+39", 2024, "2024-05-09"),
        ("easter-2", 2025, "2025-04-18"),
        ("moon 01-00", 2025, "2025-01-28"),
        ("moon 08-15", 2025, "2025-10-06"),
    ],
)
def test_feasts(code: str, year: int, expected: str) -> None:
    assert holiday(code, year).isoformat() == expected


def test_only_days_of_every_year_are_fixed() -> None:
    assert fixed("12-25") == (12, 25)
    assert all(fixed(code) is None for code in ("11-4-3", "easter", "moon 01-01", "12-25+1", "x"))
    with pytest.raises(ValueError, match="no feast"):
        holiday("soon", 2024)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_feast_of_the_lexicon_has_a_day(language: str) -> None:
    entries = Lexicon.load(language).table("holiday")
    assert len(entries) > 10
    for entry in entries:
        assert is_code(str(entry.value)), entry.source
        assert all(holiday(str(entry.value), year).year in (year, year + 1) for year in (1999, 2024, 2025)), entry.source


@pytest.mark.parametrize(
    ("frame", "nth", "what", "weekday", "expected"),
    [
        ("2024-03", 2, "weekday", 1, "2024-03-12"),
        ("2014-03", -1, "weekday", 6, "2014-03-30"),
        ("2015-10", -1, "day", None, "2015-10-31"),
        ("2013-10", 3, "day", None, "2013-10-03"),
        ("2014-10", 1, "week", None, "2014-10-06/2014-10-12"),
        ("2014-09", -1, "week", None, "2014-09-22/2014-09-28"),
        ("2016-07", -1, "week", None, "2016-07-25/2016-07-31"),
        ("2027", 3, "week", None, "2027-01-18/2027-01-24"),
        ("2015", -1, "week", None, "2015-12-28/2016-01-03"),
        ("2013-10", -1, "weekend", None, "2013-10-26/2013-10-27"),
        ("2013-04", 1, "half", None, "2013-04-01/2013-04-15"),
        ("2013-02", 2, "half", None, "2013-02-16/2013-02-28"),
        ("2024", -1, "quarter", None, "2024-10/2024-12"),
        ("2024", 9, "month", None, "2024-09"),
    ],
)
def test_parts_of_a_month_or_year(frame: str, nth: int, what: str, weekday: int | None, expected: str) -> None:
    assert within(frame, nth, what, weekday) == expected


@pytest.mark.parametrize(
    ("frame", "nth", "what"), [("2024-03", 6, "weekday"), ("2024-02", 30, "day"), ("2024", 13, "month"), ("2024-02", 2, "quarter")]
)
def test_parts_that_are_not_there(frame: str, nth: int, what: str) -> None:
    with pytest.raises(ValueError, match="has no"):
        within(frame, nth, what, 0)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["week", "weekend", "month"]))
def test_what_holds_a_day(day: date, unit: str) -> None:
    first, last = edtf.parse(around(day, unit)).bounds()
    assert (last - first).days == {"week": 6, "weekend": 1}.get(unit, (last - first).days)
    assert first <= day <= last or (unit == "weekend" and abs((first - day).days) < 7)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["week", "month", "year"]))
def test_the_rest_of_a_unit_begins_today(day: date, unit: str) -> None:
    first, last = edtf.parse(rest_of(day, unit)).bounds()
    assert first == day <= last
    assert rest_of(day, "decade") == ""


def test_days_away() -> None:
    assert moved(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert moved(date(2024, 2, 29), -12) == date(2023, 2, 28)
    assert moved(date(2017, 11, 23), -25, -21) == date(2015, 10, 2)
