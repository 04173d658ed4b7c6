"""Dates in whole articles: years completed from the article, the day it speaks from, the traps of the study, any text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.base import edtf
from postil.domain.zone import Zone, ZoneKind
from postil.suggest.dates import dates, find, with_dates
from postil.suggest.doc import DateMention, Doc, Source
from postil.suggest.sentences import sentences
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import tokenize


def read(text: str, language: str, published: str = "", zones: tuple[Zone, ...] = (), *, country: str = "", folder: Path | None = None) -> Doc:
    plain = shadow(text)
    tokens = tokenize(plain)
    source = Source(text, language, zones, published, country)
    return with_dates(Doc(source, plain, tokens, sentences(plain, tokens, zones, language, folder), language=language, folder=folder))


def values(doc: Doc) -> list[tuple[str, str]]:
    return [(doc.source.text[d.start : d.end], d.edtf) for d in doc.dates if d.kind in ("date", "period")]


TRAPS = [
    ("vi", "Hội nghị diễn ra chiều 20/12.", "2025-01-03", [("20/12", "2024-12-20")]),
    ("fr", "La séance du 20-21 décembre a été longue.", "2024-12-30", [("20-21 décembre", "2024-12-20/2024-12-21")]),
    ("vi", "Hội chợ mở từ ngày 20 đến 22/12.", "2024-12-30", [("từ ngày 20 đến 22/12", "2024-12-20/2024-12-22")]),
    ("fr", "dans les années 2010, tout allait bien", "", [("les années 2010", "201X")]),
    ("fr", "le total sur la période 2021-mai 2025 s'élève à 12", "", [("2021-mai 2025", "2021/2025-05")]),
    ("fr", "par rapport à la période 2016-2020.", "", [("2016-2020", "2016/2020")]),
    ("vi", "Báo Quốc Tế24/08/2025 đưa tin", "", [("24/08/2025", "2025-08-24")]),
    ("en", "an 11-month FDI increase of 12.4%", "2024-12-20", [("11-month", "2024-01/2024-11")]),
    ("en", "a three-month ceasefire", "2024-12-20", []),
    ("fr", "la conférence « Meet Korea 2025 » organisée", "", []),
    ("fr", "la 5e cérémonie, la 21e Conférence et le 80e anniversaire", "", []),
    ("vi", "A80, ipv6, 57-NQ/TW, 1234/QĐ-TTg và G20", "", []),
    ("en", "COVID-19 and COP26 and Resolution 18", "", []),
    ("en", "at 10 a.m. and again at 18:30", "", []),
    ("fr", "à 18 h 30, la séance reprend", "", []),
    ("vi", "lúc 8 giờ, lễ bắt đầu", "", []),
    ("vi", "năm 2024 đạt kết quả tốt, đầu tư tăng, một số nơi, nhất là miền núi", "", [("năm 2024", "2024")]),
    ("en", "growth in 2024 was 7%", "", [("2024", "2024")]),
    ("vi", "tháng năm, tháng tư và tháng mười hai", "2024-12-31", [("tháng năm", "2024-05"), ("tháng tư", "2024-04"), ("tháng mười hai", "2024-12")]),
    ("en", "Comment (0), Today: 1, Current Week: 1", "", [("Today", ""), ("Current Week", "")]),
]


@pytest.mark.parametrize(("language", "text", "reference", "expected"), TRAPS)
def test_the_traps_of_the_study(language: str, text: str, reference: str, expected: list[tuple[str, str]]) -> None:
    found = [m for m in find(text, language, reference or None) if m.kind in ("date", "period")]
    assert [(text[m.start : m.end], m.edtf) for m in found] == expected


def test_a_review_of_a_year_lends_it_to_a_day_of_december() -> None:
    text = "Cet après-midi, 20 décembre, le ministre a dressé le bilan de 2024 et défini les axes pour 2025."
    doc = read(text, "fr")
    assert values(doc)[1] == ("20 décembre", "2024-12-20")
    assert doc.dates[1].inferred == ("year",)
    assert (doc.reported_year, doc.notes["day"]) == ("2024", "2024-12-20")


def test_a_day_of_january_that_reviews_a_year_lies_in_the_next() -> None:
    text = "Ce matin, 6 janvier, le ministère a organisé une conférence pour examiner le travail en 2024 et déployer les tâches pour 2025."
    doc = read(text, "fr")
    assert ("6 janvier", "2025-01-06") in values(doc)
    assert ("Ce matin", "2025-01-06") in values(doc)
    assert doc.reported_year == "2024"


def test_a_review_of_one_year_alone() -> None:
    assert ("January 8", "2025-01-08") in values(read("On January 8, the ministry held a meeting to review the work in 2024.", "en"))
    assert ("8/1", "2025-01-08") in values(read("Sáng 8/1, Bộ tổ chức hội nghị tổng kết công tác năm 2024.", "vi"))


def test_the_publication_date_decides() -> None:
    text = "Prices rose on 28 December. They fell on 3 January. In May they had been low."
    assert values(read(text, "en", "2025-01-05")) == [("28 December", "2024-12-28"), ("3 January", "2025-01-03"), ("May", "2024-05")]


def test_without_anything_to_go_by_the_year_stays_open() -> None:
    doc = read("On 20 December the talks ended. The country has been free since 1948.", "en")
    assert values(doc) == [("20 December", "XXXX-12-20"), ("since 1948", "1948/..")]
    assert (doc.reported_year, doc.notes["day"]) == ("", "")


def test_a_path_of_an_image_is_no_date() -> None:
    text = "Le 20 décembre 2024, il a parlé. ![Photo](https://x.vn/thumb/2025/10/31/176188_dsc-8359.jpg) Voir www.x.vn/2023/01/02/a.htm et"
    assert values(read(text, "fr")) == [("20 décembre 2024", "2024-12-20")]


def test_zones_that_are_not_read_hold_no_dates() -> None:
    text = "Hanoi, 1 May 2020\nOn 2 May 2020 it rained."
    doc = read(text, "en", zones=(Zone(ZoneKind.DATELINE, 0, 17),))
    assert values(doc) == [("2 May 2020", "2020-05-02")]


def test_the_same_day_is_the_day_named_before() -> None:
    text = "They met on Nov. 2. The same day, Phuc and Philippe signed. Cùng"
    assert ("The same day", "2018-11-02") in values(read(text, "en", "2018-11-04"))


def test_as_of_now_is_the_day_of_the_article() -> None:
    assert ("À ce jour", "2025-08-24") in values(read("À ce jour, le pays compte huit sites.", "fr", "2025-08-24"))
    assert ("Đến nay", "2025-08-24") in values(read("Đến nay, cả nước có tám di sản.", "vi", "2025-08-24"))


def test_day_and_month_in_digits() -> None:
    (day_first,) = read("It opens on 04/05/2025.", "en").dates
    assert (day_first.edtf, day_first.other) == ("2025-05-04", "2025-04-05")
    (american,) = read("It opens on 04/05/2025.", "en", country="US").dates
    assert (american.edtf, american.other) == ("2025-04-05", "2025-05-04")
    (sure,) = find("It opens on 04/25/2025.", "en")
    assert (sure.edtf, sure.other) == ("2025-04-25", "")


def test_parts_units_and_kinds() -> None:
    (early,) = find("early April 2019", "en")
    assert (early.part, early.kind, early.edtf) == ("start", "period", "2019-04")
    (late,) = find("cuối năm 2025", "vi")
    assert (late.part, late.edtf) == ("end", "2025")
    (rate,) = find("par an", "fr")
    assert (rate.kind, rate.unit, rate.edtf) == ("frequency", "year", "")
    (span,) = find("pendant trois mois", "fr")
    assert (span.kind, span.unit) == ("duration", "month")


def test_a_year_in_a_name_is_kept_from_the_figures() -> None:
    doc = read("The forum Meet Korea 2025 was full.", "en")
    assert [(d.kind, d.edtf) for d in doc.dates] == [("name", "")]
    assert find("The forum Meet Korea 2025 was full.", "en") == ()


def test_the_reported_year() -> None:
    assert read("In 2024, exports rose. The target for 2025 is 8%. In 2024, imports fell.", "en", "2025-01-28").reported_year == "2024"
    assert read("Exports rose in 2024, and again in 2024.", "en", "2024-11-01").reported_year == "2024"
    assert read("Exports rose.", "en", "2024-11-01").reported_year == "2024"
    assert read("Exports rose.", "en").reported_year == ""


def test_the_reference_may_be_a_date() -> None:
    (found,) = find("yesterday", "en", date(2024, 3, 1))
    assert found.edtf == "2024-02-29"
    assert find("yesterday", "en")[0].edtf == ""
    assert find("yesterday", "en", "next week")[0].edtf == ""


def test_a_project_may_add_its_own_rules(tmp_path: Path) -> None:
    rule = '[[date_rule]]\nid = "plan"\nmake = "years"\nforms = ["plan {year} to {year}"]\n[month]\n"10" = ["vendémiaire"]\n'
    (tmp_path / "own.toml").write_text(rule, "utf-8")
    doc = read("le 3 vendémiaire 2024 et le plan 2021 to 2025", "fr", folder=tmp_path)
    assert values(doc) == [("3 vendémiaire 2024", "2024-10-03"), ("plan 2021 to 2025", "2021/2025")]


def test_no_date_runs_over_a_paragraph() -> None:
    assert values(read("It rained on 20\n\nDecember was dry.", "en")) == [("December", "XXXX-12")]
    assert all("\n\n" not in quote for quote, _ in values(read("It rained on 20\n\nDecember 2024 was dry.", "en")))


WORDS = [
    "20",
    "12",
    "2024",
    "tháng",
    "năm",
    "mai",
    "de",
    "du",
    "au",
    "à",
    "to",
    "from",
    "the",
    "quý",
    "III",
    "first",
    "months",
    "of",
    "last",
    "week",
    "trước",
    "/",
    "-",
    "–",
    ",",
    ".",
    "hier",
    "May",
    "\n",
    "1er",
    "h",
    ":",
    "30",
    "siècle",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["en", "fr", "vi", "de"]), st.sampled_from(["", "2024-12-20", "2024", "x"]))
def test_any_row_of_date_words(words: list[str], language: str, reference: str) -> None:
    text = " ".join(words)
    check(text, find(text, language, reference or None))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "fr", "vi"]))
def test_any_text(text: str, language: str) -> None:
    check(text, find(text, language, "2024-12-20"))


def check(text: str, found: tuple[DateMention, ...]) -> None:
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        assert not mention.edtf or edtf.is_valid(mention.edtf)


def test_a_doubled_text_has_every_date_twice() -> None:
    text = "Ngày 20/12/2024, hội nghị diễn ra. Từ 16 đến 21/11/2024, đoàn thăm Brazil. "
    once, twice = dates(read(text, "vi")), dates(read(text + text, "vi"))
    assert [d.edtf for d in twice] == [d.edtf for d in once] * 2
