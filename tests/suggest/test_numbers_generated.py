"""Amounts from the grammar of each language: numbers × separators × scales × units × hedges × ranges, digits and words."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from postil.suggest.numbers import find

DIGITS = {
    "en": [("7", "7"), ("1,250", "1250"), ("31.4", "31.4"), ("1,234,567", "1234567"), ("0.5", "0.5")],
    "fr": [("7", "7"), ("1 250", "1250"), ("31,4", "31.4"), ("1 234 567", "1234567"), ("0,5", "0.5")],
    "vi": [("7", "7"), ("1.250", "1250"), ("31,4", "31.4"), ("1.234.567", "1234567"), ("0,5", "0.5")],
}
SCALES = {
    "en": [("", 1), (" thousand", 10**3), (" million", 10**6), (" billion", 10**9), (" trillion", 10**12), ("bn", 10**9)],
    "fr": [("", 1), (" mille", 10**3), (" millions", 10**6), (" milliards", 10**9), (" mille milliards", 10**12)],
    "vi": [("", 1), (" nghìn", 10**3), (" triệu", 10**6), (" tỷ", 10**9), (" nghìn tỷ", 10**12), (" ngàn", 10**3)],
}
UNITS = {
    "en": [
        (" percent", "percent"),
        (" US dollars", "USD"),
        (" tonnes", "tonne"),
        (" hectares", "hectare"),
        (" km", "kilometre"),
        (" people", "count"),
    ],
    "fr": [(" %", "percent"), (" FCFA", "XOF"), (" tonnes", "tonne"), (" hectares", "hectare"), (" km", "kilometre"), (" personnes", "count")],
    "vi": [("%", "percent"), (" đồng", "VND"), (" tấn", "tonne"), (" ha", "hectare"), (" km", "kilometre"), (" người", "count")],
}
HEDGES = {
    "en": [
        ("", "exact"),
        ("about ", "about"),
        ("nearly ", "nearly"),
        ("more than ", "over"),
        ("at least ", "at_least"),
        ("up to ", "at_most"),
        ("under ", "under"),
    ],
    "fr": [
        ("", "exact"),
        ("environ ", "about"),
        ("près de ", "nearly"),
        ("plus de ", "over"),
        ("au moins ", "at_least"),
        ("jusqu'à ", "at_most"),
        ("moins de ", "under"),
    ],
    "vi": [
        ("", "exact"),
        ("khoảng ", "about"),
        ("gần ", "nearly"),
        ("hơn ", "over"),
        ("ít nhất ", "at_least"),
        ("không quá ", "at_most"),
        ("dưới ", "under"),
    ],
}
FRAMES = {"en": "The total was {} last week.", "fr": "Le total était {} hier.", "vi": "Tổng cộng là {} hôm qua."}
LINKS = {"fr": " de"}
LANGUAGES = ("en", "fr", "vi")


def written(language: str, number: str, scale: str, unit: str) -> str:
    link = LINKS.get(language, "") if scale.strip() in ("millions", "milliards", "mille milliards") and unit.strip() not in ("%", "FCFA") else ""
    return f"{number}{scale}{link}{unit}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_digits_with_scale_unit_and_hedge(language: str) -> None:
    for (number, value), (scale, factor), (unit, name), (hedge, qualifier) in product(
        DIGITS[language], SCALES[language], UNITS[language], HEDGES[language]
    ):
        text = FRAMES[language].format(hedge + written(language, number, scale, unit))
        found = find(text, language)
        assert [(one.value, one.unit, one.qualifier) for one in found] == [(Decimal(value) * factor, name, qualifier)], text
        assert found[0].text == text[found[0].start : found[0].end]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ranges_share_scale_and_unit(language: str) -> None:
    joints = {"en": ["-", "–", " to ", " - "], "fr": ["-", "–", " à "], "vi": ["-", "–", " đến ", " - "]}[language]
    for joint, (scale, factor), (unit, name) in product(joints, SCALES[language], UNITS[language]):
        text = FRAMES[language].format(written(language, f"12{joint}15", scale, unit))
        assert [(one.minimum, one.maximum, one.unit) for one in find(text, language)] == [(Decimal(12) * factor, Decimal(15) * factor, name)], text


@pytest.mark.parametrize(
    ("language", "between"),
    [
        ("en", "between {} and {}"),
        ("fr", "entre {} et {}"),
        ("vi", "trong khoảng {} đến {}"),
        ("en", "from {} to {}"),
        ("fr", "de {} à {}"),
        ("vi", "từ {} đến {}"),
    ],
)
def test_opened_ranges(language: str, between: str) -> None:
    for (scale, factor), (unit, name) in product(SCALES[language], UNITS[language]):
        text = FRAMES[language].format(between.format("6", written(language, "7", scale, unit)))
        assert [(one.minimum, one.maximum, one.unit) for one in find(text, language)] == [(Decimal(6) * factor, Decimal(7) * factor, name)], text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "VAT rose from 8% to 12%"),
        ("fr", "la taxe passe et augmente de 24 % à 30 %"),
        ("vi", "thuế tăng từ 24% lên 30%"),
        ("en", "cut from 8 to 5 percent"),
    ],
)
def test_a_change_from_one_level_to_another_is_two_amounts(language: str, text: str) -> None:
    found = find(text, language)
    assert len(found) == 2
    assert all(one.unit == "percent" and one.value is not None for one in found)


CURRENCIES = [
    ("$", "USD"),
    ("US$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("USD ", "USD"),
    ("VND ", "VND"),
    ("Rs ", "INR"),
    ("A$", "AUD"),
    ("S$", "SGD"),
]


@pytest.mark.parametrize(("sign", "code"), CURRENCIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_signs_before_the_number(sign: str, code: str, language: str) -> None:
    for (number, value), (scale, factor) in product(DIGITS[language], SCALES[language]):
        text = f"({sign}{number}{scale})"
        assert [(one.value, one.unit, one.start) for one in find(text, language)] == [(Decimal(value) * factor, code, 1)], text


ENGLISH = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen"]
ENGLISH += ["fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
ENGLISH_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
FRENCH = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
FRENCH_TENS = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante"]
VIETNAMESE = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def english(n: int) -> str:
    if n < 20:
        return ENGLISH[n]
    if n < 100:
        return ENGLISH_TENS[n // 10] + (f"-{ENGLISH[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{ENGLISH[n // 100]} hundred" + (f" and {english(n % 100)}" if n % 100 else "")
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if n >= scale:
            return f"{english(n // scale)} {word}" + (f" {english(n % scale)}" if n % scale else "")
    raise AssertionError


def french(n: int) -> str:
    if n < 17:
        return FRENCH[n]
    if n < 20:
        return f"dix-{FRENCH[n - 10]}"
    if n < 70:
        tens, unit = divmod(n, 10)
        return FRENCH_TENS[tens] + ("" if not unit else " et un" if unit == 1 else f"-{FRENCH[unit]}")
    if n < 80:
        return "soixante et onze" if n == 71 else f"soixante-{french(n - 60)}"
    if n < 100:
        return "quatre-vingts" if n == 80 else f"quatre-vingt-{french(n - 80)}"
    if n < 1000:
        head = "cent" if n < 200 else f"{FRENCH[n // 100]} cent" + ("s" if not n % 100 else "")
        return head + (f" {french(n % 100)}" if n % 100 else "")
    for scale, word in ((10**9, "milliard"), (10**6, "million")):
        if n >= scale:
            return f"{french(n // scale)} {word}" + ("s" if n // scale > 1 else "") + (f" {french(n % scale)}" if n % scale else "")
    head = "mille" if n < 2000 else f"{french(n // 1000).removesuffix('s')} mille"
    return head + (f" {french(n % 1000)}" if n % 1000 else "")


def vietnamese(n: int, inside: bool = False) -> str:
    if n < 10:
        return VIETNAMESE[n]
    if n < 100:
        tens, unit = divmod(n, 10)
        last = "" if not unit else " lăm" if unit == 5 else " mốt" if unit == 1 and tens > 1 else f" {VIETNAMESE[unit]}"
        return ("mười" if tens == 1 else f"{VIETNAMESE[tens]} mươi") + last
    if n < 1000:
        rest = n % 100
        return f"{VIETNAMESE[n // 100]} trăm" + ("" if not rest else f" linh {VIETNAMESE[rest]}" if rest < 10 else f" {vietnamese(rest)}")
    for scale, word in ((10**9, "tỷ"), (10**6, "triệu"), (1000, "nghìn")):
        if n >= scale:
            rest = n % scale
            return f"{vietnamese(n // scale)} {word}" + (f" {'không trăm ' if rest < 100 and scale == 1000 else ''}{_tail(rest)}" if rest else "")
    raise AssertionError


def _tail(rest: int) -> str:
    return f"linh {VIETNAMESE[rest]}" if rest < 10 else vietnamese(rest)


WRITERS = {"en": english, "fr": french, "vi": vietnamese}
SAMPLE = [*range(2, 100), 100, 101, 110, 115, 121, 171, 180, 191, 199, 200, 205, 225, 300, 371, 480, 555, 999]
LARGE = [1000, 1250, 2000, 2500, 12000, 21000, 80000, 125000, 200000, 999999, 1000000, 2000000, 1200000, 3500000, 2000000000, 1500000000]
NOUNS = {"en": "people", "fr": "personnes", "vi": "người"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_number_words(language: str) -> None:
    for n in [*SAMPLE, *LARGE]:
        text = f"{WRITERS[language](n)} {NOUNS[language]}"
        if language == "fr" and n % 10**6 == 0:
            text = text.replace(" personnes", " de personnes")
        assert [one.value for one in find(text, language)] == [Decimal(n)], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_number_words_at_the_start_of_a_sentence_and_in_capitals(language: str) -> None:
    for n in (3, 17, 25, 340):
        text = f"{WRITERS[language](n)} {NOUNS[language]}"
        assert [one.value for one in find(text.capitalize(), language)] == [Decimal(n)], text
        assert [one.value for one in find(text.upper(), language)] == [Decimal(n)], text


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "half a million dollars", 500000),
        ("en", "two and a half million", 2500000),
        ("en", "a million and a half", 1500000),
        ("en", "a dozen eggs", 12),
        ("en", "two dozen eggs", 24),
        ("en", "3 dozen eggs", 36),
        ("fr", "3 douzaines d'œufs", 36),
        ("en", ".08", Decimal("0.08")),
        ("en", "a fifth of the budget", Decimal("0.2")),
        ("fr", "cent", 100),
        ("en", "one", 1),
        ("en", "three point five percent", Decimal("3.5")),
        ("en", "a hundred and one dalmatians", 101),
        ("en", "twelve hundred people", 1200),
        ("en", "5 hundred thousand people", 500000),
        ("fr", "un demi-million d'euros", 500000),
        ("fr", "deux millions et demi", 2500000),
        ("fr", "une douzaine de pays", 12),
        ("fr", "une vingtaine de pays", 20),
        ("fr", "trois virgule cinq pour cent", Decimal("3.5")),
        ("fr", "2 millions 500 000 euros", 2500000),
        ("fr", "mille milliards", 10**12),
        ("fr", "septante-cinq francs", 75),
        ("vi", "nửa triệu đồng", 500000),
        ("vi", "2 tỷ rưỡi", 2500000000),
        ("vi", "một trăm rưỡi người", 150),
        ("vi", "một triệu hai", 1200000),
        ("vi", "ba phẩy năm phần trăm", Decimal("3.5")),
        ("vi", "hai mốt người", 21),
        ("vi", "ba nghìn hai trăm tỷ đồng", 3200000000000),
        ("vi", "hơn trăm người", 100),
        ("vi", "hai mươi năm người", 20),
    ],
)
def test_halves_dozens_and_elliptic_forms(language: str, text: str, value: int | Decimal) -> None:
    assert find(text, language)[0].value == Decimal(value)


@pytest.mark.parametrize(
    ("language", "text"), [("en", "two thirds"), ("fr", "deux tiers"), ("vi", "hai phần ba"), ("en", "2/3 of them"), ("en", "two-thirds")]
)
def test_fractions(language: str, text: str) -> None:
    (one,) = find(text, language)
    assert one.value is not None
    assert abs(one.value - Decimal(2) / 3) < Decimal("0.0001")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "tens of thousands of people, several hundred, a few million, dozens"),
        ("fr", "des dizaines de milliers de personnes, plusieurs centaines, quelques millions"),
        ("vi", "hàng chục nghìn người, vài trăm triệu, nhiều tỷ đồng, hàng loạt"),
        ("en", "nineteen ninety-five, twenty twenty-five, twenty-first century"),
        ("fr", "vingt et unième siècle, le vingt-deuxième"),
    ],
)
def test_vague_and_ordinal_words_are_no_amounts(language: str, text: str) -> None:
    assert find(text, language) == []
