"""The traps met in real articles, each where it may stand in a sentence, with each kind of space and separator that it is written with.

What other tests of this folder say of single words is not repeated: here the traps are crossed, and read by the whole suggester.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import Final

import pytest

from postil.domain.figure import Direction, Figure, Status
from postil.operations.analysis import analyse
from postil.suggest.numbers import find
from tests.suggest.trap_reading import crossed, known, read

PLACES: Final = {
    "en": [
        "{} in all.",
        "In all {}.",
        "The sum ({}) was paid.",
        "Paid: {}.",
        "Paid was “{}”.",
        "The sum, {}, was paid.",
        "Paid – {} – today.",
        "X:\n- {}",
    ],
    "fr": [
        "{} au total.",
        "Au total {}.",
        "La somme ({}) est versée.",
        "Versé : {}.",
        "Il dit « {} ».",
        "La somme, {}, est versée.",
        "Versé – {} – ce jour.",
        "X:\n- {}",
    ],
    "vi": [
        "{} tất cả.",
        "Tất cả là {}.",
        "Số tiền ({}) đã trả.",
        "Đã trả: {}.",
        "Ông nói “{}”.",
        "Số tiền, {}, đã trả.",
        "Đã trả – {} – hôm nay.",
        "X:\n- {}",
    ],
}
SPACES: Final = (" ", "\u00a0", "\u202f", "\u2009", "\u2007")

AMOUNTS: Final[dict[str, list[tuple[str, str, str]]]] = {
    "en": [
        ("US$31.4 billion", "31400000000", "USD"),
        ("US$10–15 million", "10000000..15000000", "USD"),
        ("31.4 billion US dollars", "31400000000", "USD"),
        ("12,225 projects", "12225", "count"),
        ("double-digit growth", "10..99", "percent"),
        ("0.5 percentage points", "0.5", "percentage_point"),
        ("£2.5bn", "2500000000", "GBP"),
        ("€900m", "900000000", "EUR"),
        ("twenty-five thousand people", "25000", "count"),
        ("one and a half million tonnes", "1500000", "tonne"),
        ("-3.2%", "-3.2", "percent"),
    ],
    "fr": [
        ("12{s}225 projets", "12225", "count"),
        ("164,15{s}milliards USD", "164150000000", "USD"),
        ("1{s}234{s}567,5 tonnes", "1234567.5", "tonne"),
        ("96,4{s}%", "96.4", "percent"),
        ("2 à 3{s}milliards d'euros", "2000000000..3000000000", "EUR"),
        ("un milliard et demi d'euros", "1500000000", "EUR"),
        ("2{s}000{s}FCFA", "2000", "XOF"),
        ("0,5{s}point de pourcentage", "0.5", "percentage_point"),
        ("une croissance à deux chiffres", "10..99", "percent"),
        ("quatre-vingt-dix mille personnes", "90000", "count"),
        ("80{s}M€", "80000000", "EUR"),
    ],
    "vi": [
        ("1 tỷ 200 triệu đồng", "1200000000", "VND"),
        ("800.000{s}tỷ đồng", "800000000000000", "VND"),
        ("3 nghìn tỷ đồng", "3000000000000", "VND"),
        ("6,5 -{s}7%", "6.5..7", "percent"),
        ("0,5{s}điểm phần trăm", "0.5", "percentage_point"),
        ("tăng trưởng hai con số", "10..99", "percent"),
        ("500tr đồng", "500000000", "VND"),
        ("12.225{s}dự án", "12225", "count"),
        ("hai mươi lăm nghìn người", "25000", "count"),
        ("95,8 triệu USD", "95800000", "USD"),
        ("một triệu rưỡi tấn", "1500000", "tonne"),
    ],
}


def written(value: Decimal | None, low: Decimal | None, high: Decimal | None) -> str:
    return "..".join(f"{one.normalize():f}" for one in (value, low, high) if one is not None)


@pytest.mark.parametrize(("language", "text", "value", "unit"), crossed(AMOUNTS))
def test_an_amount_is_the_same_wherever_it_stands(language: str, text: str, value: str, unit: str) -> None:
    for place, space in product(PLACES[language], SPACES if "{s}" in text else SPACES[:1]):
        sentence = place.format(text.replace("{s}", space))
        found = [(written(one.value, one.minimum, one.maximum), one.unit) for one in find(sentence, language)]
        assert found == [(value, unit)], sentence


NOTHING: Final = {
    "en": ["the 21st century", "COVID-19", "G20", "Resolution 18", "No. 5", "10 a.m.", "18:30", "the 2010s", "one of them", "+84 24 3825 1234"],
    "fr": [
        "la 5e cérémonie",
        "la 21e Conférence",
        "le 80e anniversaire",
        "Résolution 18",
        "18 h 30",
        "l'une des villes",
        "la première fois",
        "n° 12",
    ],
    "vi": [
        "A80",
        "ipv6",
        "57-NQ/TW",
        "1234/QĐ-TTg",
        "lúc 8 giờ 30",
        "ngày 20/12",
        "một số nơi",
        "nhất là miền núi",
        "lần thứ 19",
        "đầu tư",
        "Quốc lộ 1",
    ],
}


@pytest.mark.parametrize(("language", "text"), crossed(NOTHING))
def test_what_is_no_amount_is_none_wherever_it_stands(language: str, text: str) -> None:
    for place in PLACES[language]:
        sentence = place.format(text)
        assert find(sentence, language, strict=True) == [], sentence
        assert read(sentence, language, Figure) == [], sentence


@pytest.mark.parametrize(("language", "before", "number", "after"), [
    ("fr", "en 2024 ", "300", " délégations"), ("fr", "le 20 décembre ", "300", " délégations"), ("fr", "de 2016-2020 ", "300", " accords"),
    ("en", "in 2024 ", "300", " delegations"), ("vi", "năm 2024 ", "300", " đoàn"),
])  # fmt: skip
@pytest.mark.parametrize("space", SPACES)
def test_a_year_or_day_before_a_group_of_three_is_none_of_it(language: str, before: str, number: str, after: str, space: str) -> None:
    text = f"{before.rstrip()}{space}{number}{after}"
    assert [str(one.value) for one in find(text, language, strict=True)] == [number]


@pytest.mark.parametrize(("language", "text", "value"), [
    ("en", "1.5 billion euros", "1500000000"), ("fr", "1,5 billion d'euros", "1500000000000"), ("fr", "1,5 milliard d'euros", "1500000000"),
    ("vi", "1,5 tỷ euro", "1500000000"), ("en", "2 trillion euros", "2000000000000"), ("fr", "2 mille milliards d'euros", "2000000000000"),
])  # fmt: skip
def test_scales_of_one_name_differ_by_language(language: str, text: str, value: str) -> None:
    (one,) = find(text, language)
    assert (written(one.value, None, None), one.unit) == (value, "EUR")


@pytest.mark.parametrize(("country", "unit"), [("AU", "AUD"), ("CA", "CAD"), ("US", "USD"), ("", "USD")])
def test_a_bare_dollar_takes_the_country_and_says_that_it_was_inferred(country: str, unit: str) -> None:
    (one,) = read("The road cost $5 million in 2023.", "en", Figure, country=country)
    assert one.unit == unit
    assert "unit" in one.inferred


@pytest.mark.parametrize(("language", "text", "rows"), [
    ("en", "700 economic diplomacy activities, over 400 of them abroad.", [("700", "exact"), ("400", "over")]),
    ("fr", "700 activités de diplomatie économique, dont plus de 400 à l'étranger.", [("700", "exact"), ("400", "over")]),
    ("vi", "700 hoạt động ngoại giao kinh tế, trong đó có hơn 400 hoạt động ở nước ngoài.", [("700", "exact"), ("400", "over")]),
])  # fmt: skip
def test_a_sentence_without_a_verb_that_begins_with_digits(language: str, text: str, rows: list[tuple[str, str]]) -> None:
    assert [(str(one.value), one.qualifier.value) for one in read(text, language, Figure)] == rows


@pytest.mark.parametrize(("language", "text"), [
    ("fr", "Chaque année, la commune signe 200 accords."), ("fr", "Près de 300 délégations viennent chaque année."),
    ("en", "The ministry organises more than 20 fairs every year."), ("vi", "Mỗi năm, tỉnh tổ chức hơn 20 hội chợ."),
    ("fr", "L'aide s'élève à environ 250 millions USD par an."), ("en", "Aid comes to about $250 million a year."),
    ("vi", "Viện trợ đạt khoảng 250 triệu USD/năm."), ("vi", "Viện trợ đạt khoảng 250 triệu USD mỗi năm."),
])  # fmt: skip
def test_a_frequency_is_a_rate_and_no_period(language: str, text: str) -> None:
    (one,) = read(text, language, Figure)
    assert (one.per, one.period) == ("year", "")


@pytest.mark.parametrize(("language", "text", "period"), [
    ("fr", "Sur la période 2021-mai 2025, le capital s'élève à 164,15 milliards USD.", "2021/2025-05"),
    ("fr", "Sur la période 2016-2020, le capital s'élève à 83 milliards USD.", "2016/2020"),
    ("en", "In the 2016-2020 period, capital came to $83 billion.", "2016/2020"),
    ("vi", "Giai đoạn 2016-2020, vốn đạt 83 tỷ USD.", "2016/2020"),
    ("vi", "Trong 11 tháng năm 2024, vốn đạt 31,4 tỷ USD.", "2024-01/2024-11"),
    ("en", "In the first 11 months of 2024, capital came to $31.4 billion.", "2024-01/2024-11"),
    ("fr", "Sur les onze premiers mois de 2024, le capital atteint 31,4 milliards USD.", "2024-01/2024-11"),
    pytest.param("en", "In the 2010s, losses came to $83 billion.", "201X", marks=known("a decade is no period of a figure yet")),
    pytest.param("fr", "Dans les années 2010, les pertes se montaient à 83 milliards USD.", "201X", marks=known("the same")),
])  # fmt: skip
def test_a_period_is_not_a_subtraction(language: str, text: str, period: str) -> None:
    (one,) = read(text, language, Figure)
    assert one.period == period


@pytest.mark.parametrize(("language", "text", "value", "baseline"), [
    ("fr", "En 2024, le capital atteint 164 milliards USD, soit une augmentation de 96,4 % par rapport à la période 2016-2020.", "96.4", "2016/2020"),
    ("en", "In 2024 capital reached $164 billion, an increase of 96.4% on the 2016-2020 period.", "96.4", "2016/2020"),
    ("vi", "Năm 2024, vốn đạt 164 tỷ USD, tăng 96,4% so với giai đoạn 2016-2020.", "96.4", "2016/2020"),
])  # fmt: skip
def test_what_a_change_is_measured_from_is_not_its_period(language: str, text: str, value: str, baseline: str) -> None:
    _, change = read(text, language, Figure)
    assert (str(change.value), change.status, change.direction) == (value, Status.CHANGE, Direction.UP)
    assert (change.baseline, change.period) == (baseline, "2024")


@pytest.mark.parametrize(("language", "text"), [
    ("en", "All 15 targets set for the year were met."), ("fr", "Les 15 objectifs de l'année ont été atteints."),
    ("vi", "Cả 15 chỉ tiêu của năm đều đạt."),
])  # fmt: skip
def test_a_count_of_targets_is_no_target(language: str, text: str) -> None:
    (one,) = read(text, language, Figure)
    assert (str(one.value), one.status) == ("15", Status.ACTUAL)


GLUED: Final = ("Báo Quốc Tế24/08/2025", "TTXVN24/08/2025 10:20", "24/08/2025Báo Quốc Tế")


@pytest.mark.parametrize("line", GLUED)
def test_a_date_glued_to_the_outlet_is_the_day_of_publication(line: str) -> None:
    body = "Sáng nay, Bộ trưởng Bộ Ngoại giao Bùi Thanh Sơn đã chủ trì hội nghị tổng kết công tác đối ngoại của ngành tại Hà Nội."
    assert analyse(f"Hội nghị tổng kết công tác đối ngoại\n{line}\n{body}\n{body}\n").meta.published.value == "2025-08-24"


def test_a_day_in_the_path_of_a_picture_is_no_day_of_publication() -> None:
    body = "Ce matin, 20 décembre 2024, le ministère des Affaires étrangères a organisé une conférence à Hanoï sur la diplomatie économique."
    text = f"Une conférence à Hanoï\n{body}\n{body}\n![photo](https://x.example/2025/10/31/17618_dsc-8359.jpg)\n"
    assert not analyse(text).meta.published.value.startswith("2025")
