"""Vietnamese numbers from the grammar: every hundred in its spoken variants, scales in both spellings, halves, ellipsis, money and measures."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from postil.suggest.numbers import find

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
SCALES = [(10**9, ("tỷ", "tỉ")), (10**6, ("triệu", "triệu")), (1000, ("nghìn", "ngàn"))]


def below_hundred(n: int, variant: int) -> str:
    """`variant` 1 says "tư", "nhăm" and leaves out nothing else."""
    tens, unit = divmod(n, 10)
    if tens == 0:
        return DIGITS[unit]
    head = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    last = {0: "", 1: " mốt" if tens > 1 else " một", 4: " tư" if variant and tens > 1 else " bốn", 5: " nhăm" if variant and tens > 1 else " lăm"}
    return head + last.get(unit, f" {DIGITS[unit]}")


def below_thousand(n: int, variant: int, full: bool = False) -> str:
    hundreds, rest = divmod(n, 100)
    if not hundreds and not full:
        return below_hundred(rest, variant)
    link = ("lẻ" if variant else "linh") + " "
    tail = "" if not rest else f" {link}{DIGITS[rest]}" if rest < 10 else f" {below_hundred(rest, variant)}"
    return f"{DIGITS[hundreds]} trăm{tail}"


def said(n: int, variant: int = 0) -> str:
    """`n` in words; `variant` 0 is the northern way ("linh", "nghìn"), 1 the southern ("lẻ", "ngàn")."""
    parts: list[str] = []
    for scale, words in SCALES:
        count, n = divmod(n, scale)
        if count:
            parts.append(f"{below_thousand(count, variant, bool(parts))} {words[variant]}")
    if n:
        parts.append(below_thousand(n, variant, bool(parts)))
    return " ".join(parts)


NUMBERS = [*range(2, 100), *range(100, 1000, 37), 101, 105, 110, 111, 115, 121, 134, 155, 204, 504, 909, 990, 999]
NUMBERS += [1000, 1001, 1010, 1100, 1234, 2005, 4050, 9999, 10000, 15000, 21011, 34567, 99999, 100000, 101000, 250000, 523456, 721012, 999999]
NUMBERS += [10**6, 1_200_000, 2_000_005, 3_800_000, 25_000_000, 999_999_999, 10**9, 2_000_001_000, 1_234_567_890, 15_000_000_000]
CASES = [(n, variant) for n in NUMBERS for variant in (0, 1)]


@pytest.mark.parametrize(("n", "variant"), CASES)
def test_words_before_a_classifier_and_alone(n: int, variant: int) -> None:
    words = said(n, variant)
    assert [found.value for found in find(f"Có {words} người tham gia.", "vi", strict=True)] == [Decimal(n)], words
    assert [found.value for found in find(words, "vi")] == [Decimal(n)], words
    assert [found.value for found in find(words.capitalize(), "vi")] == [Decimal(n)], words


def test_there_are_three_hundred_of_them() -> None:
    assert len(CASES) >= 300


@pytest.mark.parametrize("n", [7, 12, 21, 35, 44, 105, 250, 999, 1500, 12000])
def test_words_before_scales_money_and_measures(n: int) -> None:
    for (scale, power), (unit, code) in product(
        [("", 0), (" tỷ", 9), (" triệu", 6)] if n >= 1000 else [("", 0), (" nghìn", 3), (" triệu", 6), (" tỷ", 9), (" nghìn tỷ", 12)],
        [("đồng", "VND"), ("USD", "USD"), ("tấn", "tonne"), ("ha", "hectare"), ("phần trăm", "percent"), ("lượt khách", "count")],
    ):
        if code == "percent" and (scale or n >= 1000):
            continue
        text = f"đạt {said(n)}{scale} {unit}"
        assert [(found.value, found.unit) for found in find(text, "vi", strict=True)] == [(Decimal(n) * 10**power, code)], text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hai triệu rưỡi đồng", 2_500_000),
        ("một tỷ rưỡi đồng", 1_500_000_000),
        ("ba trăm rưỡi người", 350),
        ("nửa triệu người", 500_000),
        ("nửa tỷ đồng", 500_000_000),
        ("một triệu hai", 1_200_000),
        ("hai tỷ tư", 2_400_000_000),
        ("3 tỷ 450 triệu đồng", 3_450_000_000),
        ("3 tỉ 450 triệu 200 nghìn đồng", 3_450_200_000),
        ("5 triệu 300 nghìn đồng", 5_300_000),
        ("12 nghìn 500 tấn", 12_500),
        ("2,5 vạn tấn", 25_000),
        ("ba chục quả", 30),
        ("hai chục nghìn đồng", 20_000),
        ("1,5 nghìn tỷ đồng", 1_500_000_000_000),
        ("250 nghìn tỉ đồng", 250_000_000_000_000),
        ("hơn trăm hộ", 100),
        ("gần nghìn tỷ đồng", 1_000_000_000_000),
        ("ba phẩy bảy lăm phần trăm", Decimal("3.75")),
        ("0 phẩy 5 phần trăm", None),
        ("một tá trứng", 12),
        ("2 tá trứng", 24),
        ("sáu mươi lăm nghìn đồng một cân", 65_000),
        ("hai mươi hai phẩy năm triệu", 22_500_000),
    ],
)
def test_halves_ellipsis_and_compound_scales(text: str, value: int | Decimal | None) -> None:
    found = find(text, "vi", strict=value is not None)
    assert found[0].value == (Decimal("0.5") if value is None else Decimal(value))


HEDGES = [
    ("khoảng", "about"),
    ("gần", "nearly"),
    ("hơn", "over"),
    ("trên", "over"),
    ("dưới", "under"),
    ("ít nhất", "at_least"),
    ("tối đa", "at_most"),
    ("không quá", "at_most"),
]
HEDGES += [("xấp xỉ", "nearly"), ("chưa đầy", "under"), ("tối thiểu", "at_least"), ("ước đạt", "about"), ("vượt", "over"), ("không dưới", "at_least")]


@pytest.mark.parametrize(("hedge", "qualifier"), HEDGES)
def test_hedges_before_digits_and_words(hedge: str, qualifier: str) -> None:
    for amount, place in product(["1.250 tấn", "3,5%", "20 tỷ đồng", "hai trăm người", "5 nghìn tỷ đồng"], ["{} {}", "Tổng số {} {}.", "({} {})"]):
        text = place.format(hedge, amount)
        assert [found.qualifier for found in find(text, "vi", strict=True)] == [qualifier], text


RATES = [
    ("/năm", "year"),
    ("/tháng", "month"),
    (" mỗi năm", "year"),
    (" một ngày", "day"),
    ("/người", "person"),
    ("/kg", "kilogram"),
    ("/ha", "hectare"),
    ("/m2", "square_metre"),
    ("/lượng", "tael"),
]


@pytest.mark.parametrize(("rate", "per"), RATES)
def test_rates_behind_money(rate: str, per: str) -> None:
    for amount in ("5 triệu đồng", "65.000 đồng", "1,2 tỷ USD"):
        assert [found.per for found in find(f"giá {amount}{rate} vào cuối vụ", "vi", strict=True)] == [per], amount + rate
