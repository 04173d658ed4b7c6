"""Amounts: the traps that were met in real articles, and properties that hold for any text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.suggest.numbers import Found, find

Row = tuple[str, str, str]
"""Text of the whole amount, value (or "low..high"), unit."""


def rows(text: str, language: str, country: str = "") -> list[Row]:
    return [(found.text, value_of(found), found.unit) for found in find(text, language, country)]


def value_of(found: Found) -> str:
    if found.value is None:
        return f"{plain(found.minimum)}..{plain(found.maximum)}"
    return plain(found.value)


def plain(value: Decimal | None) -> str:
    assert value is not None
    return f"{value.normalize():f}"


SPACES = ["\u00a0", "\u202f", "\u2009", " "]


@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize(("text", "expected"), [("12{}225 projets", "12225"), ("2{}000 FCFA", "2000"), ("1{}234{}567,5 tonnes", "1234567.5")])
def test_groups_of_three_are_one_number(text: str, expected: str, space: str) -> None:
    found = find(text.replace("{}", space), "fr")
    assert [plain(one.value) for one in found] == [expected]
    assert found[0].start == 0


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("en 2024 300 délégations", ["300"]),
        ("le 20 décembre 300 personnes", ["300"]),
        ("les 12 2250 choses", ["12", "2250"]),
        ("de 2016-2020 300 accords", ["300"]),
    ],
)
def test_a_year_or_a_day_never_joins_a_group(text: str, numbers: list[str]) -> None:
    assert [plain(one.value) for one in find(text, "fr") if one.value != 2024] == numbers


TRAPS = [
    ("fr", "près de 164,15 milliards USD", [("164,15 milliards USD", "164150000000", "USD")]),
    ("en", "US$31.4 billion", [("US$31.4 billion", "31400000000", "USD")]),
    ("fr", "une augmentation de 96,4 %", [("96,4 %", "96.4", "percent")]),
    (
        "fr",
        "huit biens, quinze fêtes, neuf sites, onze parcs, quatre géoparcs",
        [("huit", "8", "count"), ("quinze", "15", "count"), ("neuf", "9", "count"), ("onze", "11", "count"), ("quatre", "4", "count")],
    ),
    ("en", "double-digit growth", [("double-digit", "10..99", "percent")]),
    ("vi", "tăng trưởng hai con số", [("hai con số", "10..99", "percent")]),
    ("fr", "une croissance à deux chiffres", [("à deux chiffres", "10..99", "percent")]),
    (
        "en",
        "an 11-month FDI increase of 12.4% to US$31.4 billion",
        [("11-month", "11", "month"), ("12.4%", "12.4", "percent"), ("US$31.4 billion", "31400000000", "USD")],
    ),
    ("fr", "environ 250 millions USD par an, période 2016-2025", [("250 millions USD", "250000000", "USD")]),
    ("fr", "période 2021-mai 2025", []),
    ("fr", "2016-2020, 2016-2025", []),
    ("vi", "Báo Quốc Tế24/08/2025", []),
    ("vi", "ngày 20/12", []),
    ("fr", "5e cérémonie, 21e Conférence, 80e anniversaire, 1er tour", []),
    ("en", "the 21st century, the 3rd and the 11th", []),
    ("vi", "A80, ipv6, 57-NQ/TW, 1234/QĐ-TTg, G20, COVID-19", []),
    ("fr", "Résolution 18, article 5, n° 12", []),
    ("en", "No. 5, Resolution 2254, Boeing 737, phase 2", []),
    ("vi", "Nghị quyết 18, Quốc lộ 1, lần thứ 19, số 5", []),
    ("en", "Comment (0)", []),
    ("fr", "2025 s'élève", []),
    ("en", "US$10–15 million", [("US$10–15 million", "10000000..15000000", "USD")]),
    ("fr", "2 à 3 milliards", [("2 à 3 milliards", "2000000000..3000000000", "count")]),
    ("vi", "từ 6,5 - 7%", [("6,5 - 7%", "6.5..7", "percent")]),
    ("fr", "entre 6 et 7 %", [("6 et 7 %", "6..7", "percent")]),
    ("vi", "1 tỷ 200 triệu đồng", [("1 tỷ 200 triệu đồng", "1200000000", "VND")]),
    ("fr", "un milliard et demi d'euros", [("un milliard et demi d'euros", "1500000000", "EUR")]),
    ("vi", "800.000 tỷ đồng; 3 nghìn tỷ đồng", [("800.000 tỷ đồng", "800000000000000", "VND"), ("3 nghìn tỷ đồng", "3000000000000", "VND")]),
    ("en", "1,5 billion", [("1,5 billion", "1500000000", "count")]),
    ("fr", "0,5 point de pourcentage", [("0,5 point de pourcentage", "0.5", "percentage_point")]),
    ("vi", "0,5 điểm phần trăm", [("0,5 điểm phần trăm", "0.5", "percentage_point")]),
    ("fr", "à 18 h 30, 18h", []),
    ("en", "at 10 a.m. and 18:30", []),
    ("fr", "l'une des, un essai, une fois, premier", []),
    ("fr", "un nouveau et neuf dixièmes de cent", [("neuf dixièmes", "0.9", "count")]),
    ("fr", "cent personnes, mille soldats", [("cent", "100", "count"), ("mille", "1000", "count")]),
    ("vi", "năm 2024, đầu tư, một số, nhất là, không, tháng tám", []),
    ("vi", "năm nước và ba người", [("năm", "5", "count"), ("ba", "3", "count")]),
    ("vi", "500tr đồng, 50k", [("500tr đồng", "500000000", "VND"), ("50k", "50000", "count")]),
    ("en", "$5bn, $900m, 30m high", [("$5bn", "5000000000", "USD"), ("$900m", "900000000", "USD"), ("30m", "30", "metre")]),
    ("en", "22m people, the 1.4m who are out of a job", [("22m", "22000000", "count"), ("1.4m", "1400000", "count")]),
    (
        "fr",
        "650 FCFA, 175 CFA, 72 milliards de FCfa",
        [("650 FCFA", "650", "XOF"), ("175 CFA", "175", "XOF"), ("72 milliards de FCfa", "72000000000", "XOF")],
    ),
    (
        "en",
        "65bn Sri Lankan rupees ($181m; £144m)",
        [("65bn Sri Lankan rupees", "65000000000", "LKR"), ("$181m", "181000000", "USD"), ("£144m", "144000000", "GBP")],
    ),
    ("vi", "khoảng trên 150 triệu USD", [("150 triệu USD", "150000000", "USD")]),
    ("vi", "GDP đầu người 11.300 USD", [("11.300 USD", "11300", "USD")]),
    ("vi", "từ km152 - km156+500", []),
    ("en", "call +84 24 3825 1234 or 0912 345 678", []),
    ("en", "http://x.org/2018/11/04/10-billion.html", []),
    ("fr", "1. **Sucre** : 600 FCFA", [("600 FCFA", "600", "XOF")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), TRAPS)
def test_traps(language: str, text: str, expected: list[Row]) -> None:
    assert rows(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("fr", "près de 60 activités", "nearly"),
        ("en", "nearly 60 activities", "nearly"),
        ("vi", "gần 60 hoạt động", "nearly"),
        ("fr", "Plus de 170 accords", "over"),
        ("en", "Over 170 agreements", "over"),
        ("vi", "Hơn 170 thỏa thuận", "over"),
        ("vi", "khoảng trên 150 triệu USD", "over"),
        ("vi", "thấp hơn 15%", "exact"),
        ("fr", "ne doit pas dépasser 410 FCFA", "at_most"),
        ("en", "at least $5bn", "at_least"),
        ("en", "20 people or more", "exact"),
        ("en", "20 percent or more", "at_least"),
        ("vi", "500 USD trở lên", "at_least"),
        ("fr", "de l’ordre de 53,4 milliards FCFA", "about"),
        ("fr", "une centaine de personnes", "about"),
        ("en", "less than 5%", "under"),
        ("vi", "không quá 3%", "at_most"),
        ("en", "~ 5%", "about"),
    ],
)
def test_hedges(language: str, text: str, qualifier: str) -> None:
    assert [one.qualifier for one in find(text, language)] == [qualifier]


@pytest.mark.parametrize(
    ("language", "text", "per"),
    [
        ("fr", "60 milliards d'euros par an", "year"),
        ("en", "300,000 homes", ""),
        ("en", "$5 a day", "day"),
        ("en", "$3 per kg", "kilogram"),
        ("en", "$2.4 billion a year earlier", ""),
        ("vi", "800.000 tỷ đồng/năm", "year"),
        ("vi", "15 triệu đồng/người/tháng", "person"),
        ("fr", "400 000 FCFA le kilo", "kilogram"),
        ("fr", "1,2 % le mois dernier", ""),
    ],
)
def test_rates(language: str, text: str, per: str) -> None:
    assert [one.per for one in find(text, language)] == [per]


@pytest.mark.parametrize(
    ("text", "country", "unit"),
    [("$5m", "", "USD"), ("$5m", "AU", "AUD"), ("$5m", "VN", "USD"), ("US$5m", "AU", "USD"), ("5 million rupees", "LK", "LKR"), ("A$5m", "", "AUD")],
)
def test_a_bare_sign_takes_the_country_of_the_article(text: str, country: str, unit: str) -> None:
    assert [one.unit for one in find(text, "en", country)] == [unit]


def test_ambiguous_separators_keep_both_readings() -> None:
    (one,) = find("1.200 jobs", "en")
    assert (one.value, one.other) == (Decimal(1200), Decimal("1.200"))
    (two,) = find("12,225 projets", "fr")
    assert (two.value, two.other) == (Decimal(12225), Decimal("12.225"))
    (three,) = find("1,5 billion d'euros", "fr")
    assert (three.value, three.other) == (Decimal(1500000000000), Decimal(1500000000))


def test_the_text_votes_on_its_decimal_sign() -> None:
    assert plain(find("growth of 5,6%; exports of 7,506 billion; 8,25 points", "en")[1].value) == "7506000000"
    assert plain(find("growth of 5.6%; exports of 7,506 billion", "en")[1].value) == "7506000000000"


@given(
    st.text(alphabet=st.sampled_from("0123456789.,' -–/$€%kmMbnđ tỷtriệunămhaiundeuxonetwo\u00a0\n()"), max_size=60),
    st.sampled_from(["en", "fr", "vi", ""]),
)
@settings(max_examples=150, deadline=None)
def test_never_raises_and_never_leaves_the_text(text: str, language: str) -> None:
    at = 0
    for one in find(text, language):
        assert at <= one.start <= one.number_start < one.number_end <= one.end <= len(text)
        assert one.text == text[one.start : one.end]
        assert (one.value is None) == (one.minimum is not None) == (one.maximum is not None)
        at = one.number_end


@given(st.text(max_size=200), st.sampled_from(["en", "fr", "vi"]))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read(text: str, language: str) -> None:
    assert all(0 <= one.start < one.end <= len(text) for one in find(text, language))


@given(st.integers(1, 999_999_999_999), st.sampled_from(["en", "fr", "vi"]))
@settings(max_examples=100, deadline=None)
def test_grouped_integers_round_trip(value: int, language: str) -> None:
    if 1500 <= value <= 2100 or value < 1000:
        return
    sign = {"en": ",", "fr": " ", "vi": "."}[language]
    text = f"{value:,}".replace(",", sign) + " km"
    assert rows(text, language) == [(text, str(value), "kilometre")]
