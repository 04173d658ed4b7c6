"""EDTF: what is accepted, what it covers, and how people read it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.base import edtf

BOUNDS = [
    ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
    ("2024-12-20", date(2024, 12, 20), date(2024, 12, 20)),
    ("201X", date(2010, 1, 1), date(2019, 12, 31)),
    ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
    ("2024-XX", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-11-XX", date(2024, 11, 1), date(2024, 11, 30)),
    ("2024-21", date(2024, 3, 1), date(2024, 5, 31)),
    ("2024-24", date(2024, 12, 1), date(2025, 2, 28)),
    ("2024~", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-01/2024-11", date(2024, 1, 1), date(2024, 11, 30)),
    ("2021/2025-05", date(2021, 1, 1), date(2025, 5, 31)),
    ("2021/..", date(2021, 1, 1), date.max),
    ("../2025-05", date.min, date(2025, 5, 31)),
    ("XXXX-12-20", date.min, date.max),
    ("2024-11-16/2024-11-21", date(2024, 11, 16), date(2024, 11, 21)),
]


@pytest.mark.parametrize(("text", "first", "last"), BOUNDS)
def test_a_date_covers_these_days(text: str, first: date, last: date) -> None:
    assert edtf.parse(text).bounds() == (first, last)
    assert edtf.is_valid(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "..", "../..", "/", "2024/", "/2024", "24", "02024", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "2024-1", "2024-01-1", "20X4",
        "201X-05", "2024-XX-05", "2024-21-05", "2024-01-01T10:00", "2025/2024", "2024-11/2024-01", "0000", "2024??", "hier", " 2024", "2024\n",
        "20/12/2024", "٢٠٢٤",
    ],
)  # fmt: skip
def test_what_is_no_edtf_is_refused(text: str) -> None:
    assert not edtf.is_valid(text)
    with pytest.raises(ValueError, match=r"^['\"]"):
        edtf.parse(text)


@pytest.mark.parametrize(
    ("text", "en", "fr", "vi"),
    [
        ("2024", "2024", "2024", "2024"),
        ("2024-11", "November 2024", "novembre 2024", "tháng 11/2024"),
        ("2024-12-20", "20 December 2024", "20 décembre 2024", "20/12/2024"),
        ("2025-05-01", "1 May 2025", "1er mai 2025", "1/5/2025"),
        ("XXXX-12-20", "20 December", "20 décembre", "20/12"),
        ("XXXX-05", "May", "mai", "tháng 5"),
        ("201X", "2010s", "années 2010", "thập niên 2010"),
        ("2024-01/2024-11", "Jan–Nov 2024", "janv.–nov. 2024", "tháng 1–11/2024"),
        ("2024-11-16/2024-11-21", "16–21 November 2024", "16–21 novembre 2024", "16–21/11/2024"),
        ("2024-11-28/2024-12-02", "28 Nov 2024 – 2 Dec 2024", "28 nov. 2024 – 2 déc. 2024", "28/11/2024–2/12/2024"),
        ("2016/2020", "2016–2020", "2016–2020", "2016–2020"),
        ("2021/2025-05", "2021 – May 2025", "2021 – mai 2025", "2021 – tháng 5/2025"),
        ("2024/..", "from 2024", "à partir de 2024", "từ 2024"),
        ("../2030", "until 2030", "jusqu’à 2030", "đến 2030"),
        ("2024~", "about 2024", "vers 2024", "khoảng 2024"),
        ("2024?", "2024 (?)", "2024 (?)", "2024 (?)"),
        ("2024-22", "summer 2024", "été 2024", "mùa hè 2024"),
        ("2024-12-20/2024-12-20", "20 December 2024", "20 décembre 2024", "20/12/2024"),
        ("XXXX-11-16/XXXX-11-21", "16–21 November", "16–21 novembre", "16–21/11"),
        ("next week", "next week", "next week", "next week"),
    ],
)
def test_people_read_it_in_their_language(text: str, en: str, fr: str, vi: str) -> None:
    assert (edtf.for_people(text, "en"), edtf.for_people(text, "fr"), edtf.for_people(text, "vi")) == (en, fr, vi)


def test_builders_write_edtf() -> None:
    assert edtf.day(2024, 12, 20) == "2024-12-20"
    assert edtf.day(None, 12, 20) == "XXXX-12-20"
    assert edtf.month(2024, 3) == "2024-03"
    assert edtf.months(2024, 7, 9) == "2024-07/2024-09"
    assert edtf.months(2024, 7, 7) == "2024-07"
    assert edtf.interval("2021", "") == "2021/.."
    with pytest.raises(ValueError, match="no day 31"):
        edtf.day(2024, 11, 31)
    with pytest.raises(ValueError, match="ends before"):
        edtf.interval("2025", "2024")


@given(st.dates(), st.dates())
def test_every_calendar_interval_is_valid(one: date, other: date) -> None:
    first, last = sorted((one, other))
    value = edtf.parse(edtf.interval(edtf.day(first.year, first.month, first.day), edtf.day(last.year, last.month, last.day)))
    assert value.bounds() == (first, last)
    assert all(edtf.for_people(value.text, language) for language in ("en", "fr", "vi"))


@given(st.text(alphabet="0123456789X-/.?~% ", max_size=24))
def test_any_text_is_parsed_or_refused_with_value_error(text: str) -> None:
    if edtf.is_valid(text):
        first, last = edtf.parse(text).bounds()
        assert first <= last
        assert edtf.for_people(text, "en")
    else:
        with pytest.raises(ValueError, match=r"^['\"]"):
            edtf.parse(text)
