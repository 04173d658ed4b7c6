"""Full dates as pages write them, in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.ingest.stamps import stamps, without_times


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2024-06-13", "2024-06-13"),
        ("2024-11-15T09:00:00+07:00", "2024-11-15"),
        ("2024/11/15", "2024-11-15"),
        ("Tue, 28 Jan 2025 18:00:00 +0700", "2025-01-28"),
        ("Báo Quốc TếBáo Quốc Tế24/08/2025", "2025-08-24"),
        ("Thứ sáu, 20/12/2024, 10:30 (GMT+7)", "2024-12-20"),
        ("20.12.2024", "2024-12-20"),
        ("20 - 12 - 2024", "2024-12-20"),
        ("12 May 2020", "2020-05-12"),
        ("12th of May, 2020", "2020-05-12"),
        ("May 12, 2020", "2020-05-12"),
        ("Sun, Nov. 4, 2018", "2018-11-04"),
        ("Sept 3rd, 2019", "2019-09-03"),
        ("1er mai 2024", "2024-05-01"),
        ("05 février 2018, 22h06", "2018-02-05"),
        ("lundi 3 août 2020", "2020-08-03"),
        ("13\u00a0juin\u00a02024", "2024-06-13"),
        ("ngày 2 tháng 6 năm 2019", "2019-06-02"),
        ("2 Tháng Mười Hai, 2021", "2021-12-02"),
        ("Tháng Sáu 12, 2021", "2021-06-12"),
        ("12-13-2020", "2020-12-13"),
    ],
)
def test_full_dates(written: str, edtf: str) -> None:
    (stamp,) = stamps(written)
    assert stamp.edtf == edtf
    assert stamp.other == ""


@pytest.mark.parametrize(
    "written", ["6 janvier", "May 2020", "tháng 6 năm 2019", "20/12", "31/02/2024", "12/05/20", "1024x768", "10:20", "2024", "", "99/99/2024"]
)
def test_no_full_date(written: str) -> None:
    assert stamps(written) == ()


def test_day_and_month_may_be_confused() -> None:
    (stamp,) = stamps("04/05/2025")
    assert (stamp.edtf, stamp.other) == ("2025-05-04", "2025-04-05")


def test_several_dates_stand_in_order() -> None:
    text = "Publié le 12 mai 2020 à 10h20, mis à jour le 13/05/2020"
    assert [stamp.edtf for stamp in stamps(text)] == ["2020-05-12", "2020-05-13"]
    assert [text[stamp.start : stamp.end] for stamp in stamps(text)] == ["12 mai 2020", "13/05/2020"]


@pytest.mark.parametrize("written", ["10:20 GMT", "10h20", "22h06", "4:15 p.m.", "18:00:00 +0700", "08:15 (GMT+7)"])
def test_times_of_day_are_blanked(written: str) -> None:
    assert not any(map(str.isalnum, without_times(written)))


@given(st.dates(min_value=__import__("datetime").date(1900, 1, 1), max_value=__import__("datetime").date(2099, 12, 31)), st.text(max_size=8))
def test_any_date_is_found_where_it_stands(day: object, before: str) -> None:
    written = f"{day:%d/%m/%Y}"
    lead = f"{before}\n"
    assert any(lead.__len__() <= stamp.start and stamp.edtf == f"{day:%Y-%m-%d}" for stamp in stamps(lead + written))
