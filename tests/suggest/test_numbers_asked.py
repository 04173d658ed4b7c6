"""The library face: whatever number fills a text is read, in words, digits, fractions, powers and money; sentences stay careful."""

from __future__ import annotations

from decimal import Decimal

import pytest

from postil.suggest.numbers import Found, find

WORDS = [
    ("vi", "tỷ", 10**9),
    ("vi", "trăm rưỡi", 150),
    ("vi", "trăm mười hai", 112),
    ("vi", "sáu trăm ba", 630),
    ("vi", "tỷ lẻ bốn triệu", 1004000000),
    ("vi", "lăm", 5),
    ("vi", "âm bảy chấm không hai", Decimal("-7.02")),
    ("en", "one", 1),
    ("en", "nought", 0),
    ("en", "hundred", 100),
    ("en", "thousand", 1000),
    ("en", "a billion", 10**9),
    ("en", "thousand six hundred forty", 1640),
    ("en", "thirty-seven", 37),
    ("en", "THIRTY SEVEN", 37),
    ("en", "two thousand, four hundred and eleven", 2411),
    ("en", "seventeen hundred twelve", 1712),
    ("en", "four lakh, twenty thousand and six", 420006),
    ("en", "six quintillion", 6 * 10**18),
    ("en", "nine point zero four", Decimal("9.04")),
    ("en", "eleven point twenty-five", Decimal("11.25")),
    ("en", "point four", Decimal("0.4")),
    ("en", "2 point 75", Decimal("2.75")),
    ("en", "minus eight", -8),
    ("en", "negative six hundred and two", -602),
    ("en", "minus two million four hundred", -2000400),
    ("en", "2019", 2019),
    ("en", "half a dozen", 6),
    ("fr", "un", 1),
    ("fr", "neuf", 9),
    ("fr", "vingt et un", 21),
    ("fr", "vingt-et-un mille", 21000),
    ("fr", "quatre-vingt-dix-sept", 97),
    ("fr", "quatre vingt onze", 91),
    ("fr", "septante et un", 71),
    ("fr", "nonante-six", 96),
    ("fr", "huitante-deux", 82),
    ("fr", "octante", 80),
    ("fr", "deux cent mille", 200000),
    ("fr", "mille neuf", 1009),
    ("fr", "seize cent quarante", 1640),
    ("fr", "six virgule zéro sept", Decimal("6.07")),
    ("fr", "neuf virgule quatre-vingt-huit", Decimal("9.88")),
    ("fr", "une douzaine", 12),
    ("fr", "trois millions mille deux cents", 3001200),
    ("vi", "không", 0),
    ("vi", "năm", 5),
    ("vi", "chín", 9),
    ("vi", "mười", 10),
    ("vi", "một tá", 12),
    ("vi", "hai mươi mốt", 21),
    ("vi", "ba mươi tư", 34),
    ("vi", "bảy lăm", 75),
    ("vi", "một trăm hai mươi ba", 123),
    ("vi", "năm trăm linh bốn", 504),
    ("vi", "hai triệu rưỡi", 2500000),
    ("vi", "hai rưỡi", Decimal("2.5")),
    ("vi", "âm mười hai", -12),
    ("vi", "sáu phẩy hai lăm", Decimal("6.25")),
    ("vi", "một nghìn phẩy mười hai", Decimal("1000.12")),
    ("vi", "8 chấm 5", Decimal("8.5")),
]

DIGITS = [
    ("en", "-7", -7),
    ("en", "- 1,300", -1300),
    ("en", "-.5", Decimal("-0.5")),
    ("en", "250k", 250000),
    ("en", "3.4 M", 3400000),
    ("en", "2b", 2 * 10**9),
    ("en", "6G", 6 * 10**9),
    ("en", "4e6", 4000000),
    ("en", "-2.5e-3", Decimal("-0.0025")),
    ("en", "1.5^2", Decimal("2.25")),
    ("en", "2^-1", Decimal("0.5")),
    ("en", "3/8", Decimal("0.375")),
    ("en", "-7/8", Decimal("-0.875")),
    ("en", "2 3/4", Decimal("2.75")),
    ("en", "½", Decimal("0.5")),
    ("en", "4⅕", Decimal("4.2")),
    ("en", "5.600", Decimal("5.6")),
    ("fr", "-2,5", Decimal("-2.5")),
    ("fr", "3,600", Decimal("3.6")),
    ("fr", "7 500 000", 7500000),
    ("fr", "1,5M", 1500000),
    ("fr", "1,2e3", 1200),
    ("fr", "⅙", Decimal(1) / 6),
    ("vi", "1.5M", 1500000),
    ("vi", "50K", 50000),
    ("vi", "âm 4,5", Decimal("-4.5")),
    ("vi", "120tr", 120000000),
    ("vi", "1.250.000", 1250000),
]

FRACTIONS = [
    ("en", "three fifths", Decimal("0.6")),
    ("en", "a ninth", Decimal(1) / 9),
    ("en", "one twenty-fifth", Decimal("0.04")),
    ("en", "two hundredths", Decimal("0.02")),
    ("en", "four and a quarter", Decimal("4.25")),
    ("en", "sixty and two thirds", Decimal(182) / 3),
    ("en", "one over eight", Decimal("0.125")),
    ("en", "a half", Decimal("0.5")),
    ("en", "one hundred and three quarters", Decimal("100.75")),
    ("fr", "un cinquième", Decimal("0.2")),
    ("fr", "trois cinquièmes", Decimal("0.6")),
    ("fr", "un vingt-cinquième", Decimal("0.04")),
    ("fr", "deux centièmes", Decimal("0.02")),
    ("fr", "quatre et un quart", Decimal("4.25")),
    ("fr", "un sur huit", Decimal("0.125")),
    ("fr", "trois huitiemes", Decimal("0.375")),
    ("fr", "1 sur 20", Decimal("0.05")),
    ("vi", "ba phần tư", Decimal("0.75")),
    ("vi", "hai phần năm", Decimal("0.4")),
    ("vi", "3 phần 8", Decimal("0.375")),
]

MEASURES = [
    ("en", "-$7", "-7", "USD"),
    ("en", "$-7.5", "-7.5", "USD"),
    ("en", "three hours and a half", "3.5", "hour"),
    ("en", "half an hour", "0.5", "hour"),
    ("fr", "deux tonnes et demie", "2.5", "tonne"),
    ("fr", "une demi-heure", "0.5", "hour"),
    ("fr", "moins six degrés", "-6", "degree"),
    ("vi", "3 năm rưỡi", "3.5", "year"),
    ("vi", "30 tuổi", "30", "year"),
    ("en", "20 dollars 45 cents", "20.45", "USD"),
    ("en", "seven pounds and ten pence", "7.1", "GBP"),
    ("en", "$12 and 50", "12.5", "USD"),
    ("en", "30 bucks", "30", "USD"),
    ("en", "a dollar", "1", "USD"),
    ("en", "65¢", "0.65", "USD"),
    ("en", "five hundred thousand euros", "500000", "EUR"),
    ("en", "RM85", "85", "MYR"),
    ("en", "3.5 per cent", "3.5", "percent"),
    ("en", "thirty per cent", "30", "percent"),
    ("en", "80 percentage", "80", "percent"),
    ("en", "percent of fifteen", "15", "percent"),
    ("en", "minus four percent", "-4", "percent"),
    ("en", "a kilogram", "1", "kilogram"),
    ("en", "half a litre", "0.5", "litre"),
    ("en", "sixty celsius", "60", "degree_celsius"),
    ("en", "-4°", "-4", "degree"),
    ("en", "two pounds of rice", "2", "pound_weight"),
    ("en", "7/1000 kilograms", "0.007", "kilogram"),
    ("en", "12 years old", "12", "year"),
    ("fr", "6 euros et 30 centimes", "6.3", "EUR"),
    ("fr", "3,5 %", "3.5", "percent"),
    ("fr", "cinquante pourcent", "50", "percent"),
    ("fr", "pourcentage de trente", "30", "percent"),
    ("fr", "un demi-litre", "0.5", "litre"),
    ("fr", "trois livres", "3", "pound_weight"),
    ("fr", "37 degrés C", "37", "degree_celsius"),
    ("fr", "120 centilitres", "120", "centilitre"),
    ("vi", "hai đô la và 40 xu", "2.4", "USD"),
    ("vi", "20 phần trăm", "20", "percent"),
    ("vi", "0,5 điểm phần trăm", "0.5", "percentage_point"),
    ("vi", "chín bảng Anh", "9", "GBP"),
    ("vi", "mười lăm đồng", "15", "VND"),
    ("vi", "10k đồng", "10000", "VND"),
    ("vi", "năm mươi đô", "50", "USD"),
    ("vi", "nửa triệu đồng", "500000", "VND"),
]

ROWS = [
    ("en", "one two three", [1, 2, 3]),
    ("en", "six, seven, one", [6, 7, 1]),
    ("en", "two thousand, two million", [2000, 2000000]),
    ("fr", "un, deux, trois", [1, 2, 3]),
    ("fr", "quatre ; vingt ; neuf cents", [4, 20, 900]),
    ("vi", "một, hai, ba", [1, 2, 3]),
    ("en", "forty-one = forty one", [41, 41]),
]

CAREFUL = [
    ("en", "This is the one I meant. No one else came."),
    ("en", "On May 4 and again at 10:30"),
    ("en", "Book a first class seat"),
    ("fr", "Un vent glacial et un nouveau jour"),
    ("fr", "les uns et les autres, le 4 mai"),
    ("vi", "một số người, không ai, đầu tư, năm nay"),
    ("vi", "ngày 20/12, tháng tám, thứ ba"),
    ("en", "http://example.org/?q=30%25%2020"),
    ("en", "between 2015 and 2019"),
    ("fr", "le vingt et unième siècle"),
    ("en", "one thousand two hundred thirtieth"),
    ("fr", "mille deux cent trentième"),
]


def one(text: str, language: str) -> Found:
    (found,) = find(text, language)
    return found


@pytest.mark.parametrize(("language", "text", "value"), [*WORDS, *DIGITS, *FRACTIONS])
def test_a_number_that_fills_the_text(language: str, text: str, value: int | Decimal) -> None:
    found = one(text, language)
    assert found.value is not None
    assert abs(found.value - Decimal(value)) < Decimal("0.000001")
    assert (found.unit, found.text) == ("count", text)


@pytest.mark.parametrize(("language", "text", "value", "unit"), MEASURES)
def test_money_percents_and_measures(language: str, text: str, value: str, unit: str) -> None:
    found = one(text, language)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(("language", "text", "values"), ROWS)
def test_numbers_in_a_row_are_several(language: str, text: str, values: list[int]) -> None:
    assert [found.value for found in find(text, language)] == values


@pytest.mark.parametrize(("language", "text"), CAREFUL)
def test_sentences_are_read_with_care_all_the_same(language: str, text: str) -> None:
    assert find(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"), [("vi", "năm"), ("en", "hundred"), ("fr", "neuf"), ("en", "4e6"), ("en", "12 years old"), ("en", "point four")]
)
def test_strict_reads_as_an_article_is_read(language: str, text: str) -> None:
    inside = f"{text} xyz"
    assert [found.value for found in find(inside, language, strict=True)] in ([], [Decimal(4)])


def test_a_percent_in_words_is_one() -> None:
    assert (one("một phần trăm", "vi").value, one("một phần trăm", "vi").unit) == (Decimal(1), "percent")
    assert (one("âm mười hai phần trăm", "vi").value, one("âm mười hai phần trăm", "vi").unit) == (Decimal(-12), "percent")
