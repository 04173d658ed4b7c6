"""Each trap of numbers in other clothes: separators × scales × places in a text, and what must stay no amount in every place."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from postil.suggest.numbers import find

LANGUAGES = ("en", "fr", "vi")
PLACES = {
    "en": [
        "{}",
        "{} was the result.",
        "The report says {} in all.",
        "It was, as they said, {}",
        "A heading\n{}\nmore text",
        "(see {} above)",
        "« {} »",
        "- {}",
    ],
    "fr": [
        "{}",
        "{} selon la note.",
        "La note parle de ces {} au total.",
        "Selon la note, {}",
        "Un titre\n{}\nla suite",
        "(voir {} plus haut)",
        "« {} »",
        "- {}",
    ],
    "vi": ["{}", "{} là kết quả.", "Báo cáo nêu rõ {} trong kỳ.", "Theo báo cáo, {}", "Tiêu đề\n{}\nnội dung", "(xem {} ở trên)", "“{}”", "- {}"],
}
"""Where the words may stand: alone, at the start, inside, at the end, on a line of their own, in brackets, quoted, in a list."""

Amount = tuple[Decimal, str]


def amounts(text: str, language: str) -> list[Amount]:
    return [(one.value if one.value is not None else Decimal(-1), one.unit) for one in find(text, language, strict=True)]


GROUPED = {
    "en": ["12,225", "1,234,567", "12,225.5", "1,234,567.25", "0.5", "12.25", "164.15"],
    "fr": [
        "12 225",
        "1 234 567",
        "12 225,5",
        "1 234 567,25",
        "0,5",
        "12,25",
        "164,15",
        "12\u00a0225",
        "12\u202f225",
        "12\u2009225",
        "242'000",
        "242’000",
    ],
    "vi": ["12.225", "1.234.567", "12.225,5", "1.234.567,25", "0,5", "12,25", "164,15", "12 225"],
}
SCALES = {
    "en": [("", 0), (" thousand", 3), (" million", 6), (" billion", 9), (" trillion", 12), (" lakh", 5), (" crore", 7)],
    "fr": [("", 0), (" mille", 3), (" millions", 6), (" milliards", 9), (" mille milliards", 12)],
    "vi": [("", 0), (" nghìn", 3), (" ngàn", 3), (" triệu", 6), (" tỷ", 9), (" tỉ", 9), (" nghìn tỷ", 12), (" vạn", 4), (" trăm tỷ", 11)],
}
MONEY = {
    "en": [
        ("US$", "", "USD"),
        ("€", "", "EUR"),
        ("", " dollars", "USD"),
        ("", " euros", "EUR"),
        ("Rs ", "", "INR"),
        ("VND ", "", "VND"),
        ("", "%", "percent"),
    ],
    "fr": [("", " USD", "USD"), ("", " €", "EUR"), ("", " FCFA", "XOF"), ("", " F CFA", "XOF"), ("US$ ", "", "USD"), ("", " %", "percent")],
    "vi": [("", " USD", "USD"), ("", " đồng", "VND"), ("", " euro", "EUR"), ("", " VNĐ", "VND"), ("US$", "", "USD"), ("", "%", "percent")],
}


def value_of(written: str, language: str) -> Decimal:
    plain = written.replace(",", "") if language == "en" else written.replace(".", "").replace(",", ".")
    return Decimal("".join(c for c in plain if c.isdigit() or c == "."))


@pytest.mark.parametrize("language", LANGUAGES)
def test_separators_scales_and_places(language: str) -> None:
    for written, (scale, power), (before, after, unit), place in product(GROUPED[language], SCALES[language], MONEY[language], PLACES[language]):
        if (unit == "percent" and scale) or (" " in written and scale == " mille"):
            continue
        link = " de" if language == "fr" and scale and after.strip() == "dollars" else ""
        text = place.format(before + written + scale + link + after)
        assert amounts(text, language) == [(value_of(written, language) * Decimal(10) ** power, unit)], text


NOTHING = {
    "en": [
        "the 5th ceremony",
        "the 21st century",
        "Resolution 18",
        "article 5",
        "No. 12",
        "Boeing 737",
        "COVID-19",
        "G20 and COP26",
        "A80 and ipv6",
        "1234/QĐ-TTg",
        "57-NQ/TW",
        "10 a.m.",
        "10:30",
        "18:45",
        "on 20 December 2024",
        "2016-2020",
        "24/08/2025",
        "http://example.org/2025/10/31/5-billion.html",
        "+84 24 3825 1234",
        "dozens of villages",
        "several hundred homes",
        "tens of thousands of people",
        "a few million",
        "one of them",
        "the first",
        "9/11",
        "24/7",
        "version 1.2.3",
        "page 3",
        "aged 45",
        "45 years old",
        "a 45-year-old man",
        "twenty-first",
        "a fifth ship",
        "the second one",
    ],
    "fr": [
        "la 5e cérémonie",
        "le 21e siècle",
        "la Résolution 18",
        "l'article 5",
        "le n° 12",
        "le Boeing 737",
        "le Covid-19",
        "le G20 et la COP26",
        "18 h 30",
        "18h30",
        "le 20 décembre 2024",
        "en 2024",
        "2016-2020",
        "24/08/2025",
        "http://example.org/2025/10/31/5-milliards.html",
        "des dizaines de villages",
        "plusieurs centaines de maisons",
        "des milliers de gens",
        "quelques millions",
        "l'un d'eux",
        "une école",
        "un nouveau pont",
        "la première fois",
        "la vingt et unième",
        "un cinquième mandat",
        "un quart de finale",
        "2025 s'élève",
        "période 2021-mai 2025",
        "âgé de 45 ans",
    ],
    "vi": [
        "lần thứ 19",
        "thế kỷ 21",
        "Nghị quyết 18",
        "Quốc lộ 1",
        "57-NQ/TW",
        "1234/QĐ-TTg",
        "COVID-19",
        "ngày 20/12",
        "năm 2024",
        "giai đoạn 2021-2025",
        "24/08/2025",
        "hàng chục nghìn người",
        "vài trăm triệu đồng",
        "nhiều tỷ đồng",
        "một số nước",
        "đầu tư",
        "nhất là",
        "thứ ba",
        "lúc 18h30",
        "18:30",
        "45 tuổi",
        "năm nay",
        "tháng tám",
        "không có gì",
        "bão số 3",
        "ba má",
        "anh Năm",
        "chín muồi",
        "hotline 1900 1234",
    ],
}
CASES = [(language, text) for language, texts in NOTHING.items() for text in texts]


@pytest.mark.parametrize(("language", "text"), CASES)
def test_what_is_no_amount_is_none_in_any_place(language: str, text: str) -> None:
    for place in PLACES[language]:
        assert find(place.format(text), language, strict=True) == [], place.format(text)


RANGES = {
    "en": ["{}-{}{}", "{}–{}{}", "{} to {}{}", "between {} and {}{}", "from {} to {}{}", "{} - {}{}"],
    "fr": ["{}-{}{}", "{} à {}{}", "entre {} et {}{}", "de {} à {}{}", "{} - {}{}"],
    "vi": [
        "{}-{}{}",
        "{} đến {}{}",
        "từ {} đến {}{}",
        "từ {} - {}{}",
        "{} tới {}{}",
        "trong khoảng {} đến {}{}",
    ],
}
ENDS = {
    "en": [("6.5", "7"), ("10", "15"), ("1,200", "1,500")],
    "fr": [("6,5", "7"), ("10", "15"), ("1 200", "1 500")],
    "vi": [("6,5", "7"), ("10", "15"), ("1.200", "1.500")],
}
TAILS = {
    "en": [
        ("%", 0, "percent"),
        (" percent", 0, "percent"),
        (" million dollars", 6, "USD"),
        (" tonnes", 0, "tonne"),
        (" billion euros", 9, "EUR"),
        (" people", 0, "count"),
    ],
    "fr": [
        (" %", 0, "percent"),
        (" millions d'euros", 6, "EUR"),
        (" tonnes", 0, "tonne"),
        (" milliards de FCFA", 9, "XOF"),
        (" personnes", 0, "count"),
    ],
    "vi": [("%", 0, "percent"), (" triệu đồng", 6, "VND"), (" tấn", 0, "tonne"), (" tỷ USD", 9, "USD"), (" người", 0, "count")],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_range_spreads_scale_and_unit_in_any_place(language: str) -> None:
    for joint, (low, high), (tail, power, unit), place in product(RANGES[language], ENDS[language], TAILS[language], PLACES[language][:3]):
        text = place.format(joint.format(low, high, tail))
        factor = Decimal(10) ** power
        found = [(one.minimum, one.maximum, one.unit) for one in find(text, language, strict=True)]
        assert found == [(value_of(low, language) * factor, value_of(high, language) * factor, unit)], text
