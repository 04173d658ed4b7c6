"""One number before its scale: digits, words, a fraction, a half, with a sign."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from postil.suggest.numeric.literals import FRACTION_SIGNS, literal_at
from postil.suggest.numeric.masks import fraction_at
from postil.suggest.numeric.reading import Part, Reading
from postil.suggest.numeric.words import words_at


def part_at(reading: Reading, i: int) -> Part | None:
    """What stands at token `i`: a fraction sign, digits, a negative number, or words."""
    norm = reading.norm(i)
    if not norm:
        return None
    if norm in FRACTION_SIGNS:
        return Part(FRACTION_SIGNS[norm], i + 1, rule="number.fraction")
    if "0" <= norm[0] <= "9":
        return digits_at(reading, i)
    if is_bare_decimal(reading, i):
        part = digits_at(reading, i + 1)
        return replace(part, value=Decimal(f"0.{reading.norm(i + 1)}"), other=None) if part else None
    if norm == "-":
        part = digits_at(reading, i + 1)
        return replace(part, value=-part.value, other=None) if part else None
    return _half_before(reading, i) or _signed_word(reading, i) or _in_words(reading, i)


def is_minus(reading: Reading, i: int) -> bool:
    """A hyphen glued to the digits behind it and to nothing before it; a bullet at the start of a line is none."""
    if reading.norm(i) != "-" or not (reading.norm(i + 1) or " ")[0].isdigit() or not reading.is_glued(i + 1) or reading.is_glued(i):
        return False
    return reading.norm(i - 1) != "" and reading.is_near(i)


def is_bare_decimal(reading: Reading, i: int) -> bool:
    """ ".08": a decimal sign glued to the digits behind it and to nothing before it."""
    if reading.norm(i) not in (".", ",") or not reading.norm(i + 1)[:1].isdigit() or not reading.is_glued(i + 1):
        return False
    return not reading.is_glued(i) and not reading.is_glued(i + 2)


def digits_at(reading: Reading, i: int) -> Part | None:
    """The number in digits at token `i`, a usual fraction ("2/3") and a mixed one ("1 1/2") included."""
    fraction = fraction_at(reading.shadow, reading.tokens[i].start)
    if fraction:
        return Part(Decimal(fraction[0]) / fraction[1], i + 3, rule="number.fraction")
    literal = literal_at(reading.shadow, reading.tokens, i, reading.decimal)
    if literal is None:
        return None
    value, end = literal.value, literal.last + 1
    sign = reading.norm(end)
    if sign in FRACTION_SIGNS and literal.decimals == 0 and reading.is_near(end):
        return Part(value + FRACTION_SIGNS[sign], end + 1)
    mixed = fraction_at(reading.shadow, reading.tokens[end].start) if end < len(reading.tokens) and reading.is_near(end) else None
    if mixed and literal.decimals == 0 and value < 100:
        return Part(value + Decimal(mixed[0]) / mixed[1], end + 3)
    return Part(value, end, other=literal.other, decimals=literal.decimals, grouped=literal.grouped)


def _in_words(reading: Reading, i: int) -> Part | None:
    """A number in words below a thousand, "a hundred", "une douzaine", "two thirds", "three point five"."""
    tokens, words = reading.tokens, reading.words
    article = reading.lexicon.match(tokens, i, "number_article")
    if article and reading.norm(article.end) in words.roles:
        role, value = words.roles[reading.norm(article.end)]
        if role in ("collective", "hundred", "scale"):
            return _after_article(reading, article.end, role, value)
    if words.roles.get(reading.norm(i), ("", 0))[0] == "collective":
        return None
    found = words_at(tokens, i, words, reading.language)
    if article and reading.language == "en" and (found is None or found.value == 1):
        part = _one_part(reading, article.end)
        if part:
            return part
    if found is None:
        return _bare_scale(reading, i)
    collective = words.roles.get(reading.norm(found.end), ("", 0))
    if collective[0] == "collective":
        return Part(Decimal(found.value * collective[1]), found.end + 1, True)
    return _fraction(reading, found.value, found.end) or _pointed(reading, found.value, found.end, found.weak)


def _after_article(reading: Reading, i: int, role: str, value: int) -> Part:
    found = words_at(reading.tokens, i, reading.words, reading.language, bare_hundred=True) if role == "hundred" else None
    if found:
        return Part(Decimal(found.value), found.end, True)
    return Part(Decimal(value), i + 1, True) if role == "collective" else Part(Decimal(1), i, True)


def _bare_scale(reading: Reading, i: int) -> Part | None:
    """ "mille" and "mille milliards", and in Vietnamese a scale alone behind a hedge ("hơn trăm", "gần nghìn tỷ")."""
    role, value = reading.words.roles.get(reading.norm(i), ("", 0))
    if reading.language == "fr" and role == "scale" and value == 1000 and not reading.words.entries[reading.norm(i)].get("counts"):
        return Part(Decimal(1), i, True, weak=True)
    if reading.language == "vi" and role in ("hundred", "scale") and value <= 10**9 and reading.lexicon.match_before(reading.tokens, i, "qualifier"):
        return Part(Decimal(value), i + 1, True) if role == "hundred" else Part(Decimal(1), i, True)
    return None


def _fraction(reading: Reading, numerator: int, end: int) -> Part | None:
    """ "two thirds", "trois quarts", "hai phần ba"; a lone numerator one is no number worth keeping ("a third")."""
    tokens = reading.tokens
    if reading.language == "vi":
        word = reading.lexicon.match(tokens, end, "fraction_word")
        below = words_at(tokens, word.end, reading.words, "vi") if word else None
        if below and numerator < below.value:
            return Part(Decimal(numerator) / below.value, below.end, True, rule="number.fraction")
        return None
    at = end + 1 if reading.norm(end) == "-" and reading.is_glued(end) and reading.is_glued(end + 1) else end
    part = reading.lexicon.match(tokens, at, "fraction_part")
    if part and 1 <= numerator < 10:
        return Part(Decimal(numerator) / int(part.entry.value), part.end, True, rule="number.fraction")
    return None


def _one_part(reading: Reading, i: int) -> Part | None:
    """ "a fifth of" is a fraction, "a fifth ship" an ordinal: only before "of" or a sign."""
    part = reading.lexicon.match(reading.tokens, i, "fraction_part")
    if not part or int(part.entry.value) == 2 or (reading.norm(part.end)[:1].isalpha() and reading.norm(part.end) != "of"):
        return None
    return Part(Decimal(1) / int(part.entry.value), part.end, True, rule="number.fraction")


def _pointed(reading: Reading, value: int, end: int, weak: bool) -> Part:
    """Decimals in words: "three point five", "trois virgule cinq", "ba phẩy năm"."""
    point = reading.lexicon.match(reading.tokens, end, "number_point")
    digits = ""
    at = point.end if point else end
    while point and reading.words.roles.get(reading.norm(at), ("", 0))[0] in ("digit", "zero", "unit"):
        digits, at = digits + str(reading.words.roles[reading.norm(at)][1]), at + 1
    if digits:
        return Part(Decimal(f"{value}.{digits}"), at, True)
    return Part(Decimal(value), end, True, weak=weak)


def _signed_word(reading: Reading, i: int) -> Part | None:
    """ "minus 5", "moins 5", "âm 5"."""
    minus = reading.lexicon.match(reading.tokens, i, "number_minus")
    part = part_at(reading, minus.end) if minus and "0" <= (reading.norm(minus.end) or " ")[0] <= "9" else None
    return replace(part, value=-part.value, other=None) if part else None


def _half_before(reading: Reading, i: int) -> Part | None:
    """ "half a million", "un demi-million", "nửa triệu": a half of the scale that follows."""
    article = reading.lexicon.match(reading.tokens, i, "number_article") if reading.language != "vi" else None
    half = _longest_half(reading, article.end if article else i, "before")
    if half is None:
        return None
    at = half + 1 if reading.norm(half) == "-" else half
    role, value = reading.words.roles.get(reading.norm(at), ("", 0))
    if role == "collective":
        return Part(Decimal(value) / 2, at + 1, True)
    if role in ("scale", "hundred") and value >= 100:
        return Part(Decimal("0.5"), at, True)
    return None


def half_after(reading: Reading, at: int, total: Decimal, scale: int) -> tuple[int, Decimal]:
    """ "et demi", "and a half", "rưỡi" add a half of the last scale (of one, where there is none)."""
    end = _longest_half(reading, at, "after")
    if end is None:
        return at, total
    if scale == 1 and reading.language == "vi" and total >= 100 and total % 100 == 0:
        scale = 100
    return end, total + Decimal(scale) / 2


def _longest_half(reading: Reading, i: int, side: str) -> int | None:
    match = reading.lexicon.match(reading.tokens, i, "number_half")
    return match.end if match and match.entry.value == side else None
