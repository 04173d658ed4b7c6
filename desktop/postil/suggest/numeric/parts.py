"""One number before its scale: digits, words, a fraction, a half, with a sign."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from postil.suggest.lexicon import Match
from postil.suggest.numeric.decimals import bare_point, decimals_at, pointed
from postil.suggest.numeric.fractions import digits_of, fraction_in_digits, fraction_in_words, one_part, spoken_ratio
from postil.suggest.numeric.literals import FRACTION_SIGNS, literal_at
from postil.suggest.numeric.masks import ratio_at
from postil.suggest.numeric.powers import raised
from postil.suggest.numeric.reading import Part, Reading
from postil.suggest.numeric.words import words_at

_MAX_DIGITS: Final = 18
_OPENERS: Final = ("(", "[", "«", '"')
_SIGNS: Final = frozenset("$€£¥")
_MEASURES: Final = ("unit", "currency", "percent")


def part_at(reading: Reading, i: int) -> Part | None:
    """What stands at token `i`: a fraction sign, digits, a negative number, or words."""
    norm = reading.norm(i)
    if not norm:
        return None
    if norm in FRACTION_SIGNS:
        return Part(FRACTION_SIGNS[norm], i + 1, rule="number.fraction")
    if "0" <= norm[0] <= "9":
        return _asked_digits(reading, i)
    if is_bare_decimal(reading, i):
        part = digits_at(reading, i + 1)
        return replace(part, value=Decimal(f"0.{reading.norm(i + 1)}"), other=None) if part else None
    return bare_point(reading, i) or _half_before(reading, i) or _asked_words(reading, i)


def behind_sign(reading: Reading, i: int) -> int:
    """The token behind a minus at token `i` ("-5", "minus 5", "moins 5", "âm 5"; "minus five" where the entry allows words), or -1."""
    if reading.norm(i) == "-":
        return i + 1 if _is_minus(reading, i) else -1
    minus = reading.lexicon.match(reading.tokens, i, "number_minus")
    if minus is None or not reading.is_near(minus.end):
        return -1
    norm = reading.norm(minus.end)
    is_word = minus.entry.get("words") and (norm in reading.words.roles or reading.loose)
    return minus.end if "0" <= norm[:1] <= "9" or is_word else -1


def _is_minus(reading: Reading, i: int) -> bool:
    """A hyphen glued to the digits behind it and to nothing before it; a bullet at the start of a line is none.

    Asked for a number, a hyphen that begins the text is one too.
    """
    behind = reading.norm(i + 1)[:1]
    if reading.norm(i) != "-" or not (behind.isdigit() or is_bare_decimal(reading, i + 1)):
        return False
    if reading.is_glued(i) and not (reading.loose and (reading.norm(i - 1) in _OPENERS or reading.norm(i - 1) in _SIGNS)):
        return False
    if reading.loose and i == 0:
        return True
    if not reading.is_glued(i + 1) or reading.norm(i - 1)[:1].isdigit():
        return False
    return reading.norm(i - 1) != "" and reading.is_near(i)


def is_bare_decimal(reading: Reading, i: int) -> bool:
    """ ".08": a decimal sign glued to the digits behind it, and to nothing before it but a sign."""
    if reading.norm(i) not in (".", ",") or not reading.norm(i + 1)[:1].isdigit() or not reading.is_glued(i + 1):
        return False
    return (not reading.is_glued(i) or reading.norm(i - 1) in "-$€£") and not (reading.is_glued(i + 2) and not reading.norm(i + 2)[0].isalnum())


def digits_at(reading: Reading, i: int) -> Part | None:
    """The number in digits at token `i`, a usual fraction ("2/3") and a mixed one ("1 1/2") included."""
    fraction = fraction_in_digits(reading, i)
    if fraction:
        return fraction
    if reading.loose and reading.norm(i - 1) != "/" and ratio_at(reading.shadow, reading.tokens[i].start) and _is_day_month(reading, i):
        return None
    literal = literal_at(reading.shadow, reading.tokens, i, reading.decimal)
    if literal is None:
        return None
    value, end = literal.value, literal.last + 1
    spaced = _spaced_decimals(reading, i, end) if literal.decimals == 0 and literal.last == i else None
    spaced = spaced or _spaced_groups(reading, i)
    if spaced:
        return spaced
    sign = reading.norm(end)
    if sign in FRACTION_SIGNS and literal.decimals == 0 and reading.is_near(end):
        return Part(value + FRACTION_SIGNS[sign], end + 1)
    mixed = _mixed(reading, end) if literal.decimals == 0 and value < 100 else None
    if mixed:
        return Part(value + mixed.value, mixed.end)
    return raised(reading, Part(value, end, other=literal.other, decimals=literal.decimals, grouped=literal.grouped))


def _spaced_decimals(reading: Reading, i: int, end: int) -> Part | None:
    """ "7, 29 %", "22, 35 milliards": a decimal comma with a space behind it, where two digits and a percent sign or scale follow.

    Not in a list: with a comma before or another number behind, the comma parts two numbers.
    """
    tokens, norm = reading.tokens, reading.norm(end + 1)
    if reading.decimal != "," or reading.language == "en" or reading.norm(end) != "," or len(norm) != 2 or not norm.isdecimal():
        return None
    if not reading.is_glued(end) or tokens[end + 1].start != tokens[end].end + 1 or reading.norm(i - 1) in (",", "et", "và", ";"):
        return None
    measure = reading.lexicon.match(tokens, end + 2, "percent")
    last = measure.end if measure else end + 3 if reading.role(end + 2) == "scale" else -1
    if last < 0 or (reading.norm(last) in (",", "et", "và", "à") and reading.norm(last + 1)[:1].isdigit()):
        return None
    return Part(Decimal(f"{reading.norm(i)}.{norm}"), end + 2, decimals=2)


def _spaced_groups(reading: Reading, i: int) -> Part | None:
    """ "Sh.46, 362,301,459": groups of three behind a currency, one of them with a space behind its comma."""
    if reading.language != "en" or len(reading.norm(i)) > 3 or reading.norm(i + 1) != ",":
        return None
    digits, at, glued = reading.norm(i), i + 1, set[bool]()
    while reading.norm(at) == "," and reading.is_glued(at) and reading.norm(at + 1).isdecimal() and len(reading.norm(at + 1)) == 3:
        digits, glued, at = digits + reading.norm(at + 1), glued | {reading.is_glued(at + 1)}, at + 2
    if len(glued) < 2 or len(digits) > _MAX_DIGITS or reading.lexicon.match_before(reading.tokens, i, "currency") is None:
        return None
    return Part(Decimal(digits), at, grouped=True)


def _is_day_month(reading: Reading, i: int) -> bool:
    return int(reading.norm(i)) <= 31 and reading.norm(i + 2).isdecimal() and int(reading.norm(i + 2)) <= 12


def _mixed(reading: Reading, end: int) -> Part | None:
    if not reading.norm(end)[:1].isdigit() or not reading.is_near(end):
        return None
    part = fraction_in_digits(reading, end)
    return part if part and part.value < 1 else None


def _asked_digits(reading: Reading, i: int) -> Part | None:
    """Digits, and in loose reading a spoken decimal sign ("1 point 1") or ratio ("1 over 3") behind them."""
    part = digits_at(reading, i)
    if part is None or not reading.loose:
        return part
    found = decimals_at(reading, part.end) if part.decimals == 0 and reading.norm(part.end) in reading.words.points else None
    if found and part.value == part.value.to_integral_value():
        return Part(Decimal(f"{part.value:f}.{found[0]}"), found[1], decimals=len(found[0]))
    return spoken_ratio(reading, part) or digits_of(reading, part) or part


def _asked_words(reading: Reading, i: int) -> Part | None:
    part = _in_words(reading, i)
    return (spoken_ratio(reading, part) or part) if part else None


def _in_words(reading: Reading, i: int) -> Part | None:
    """A number in words below a thousand, "a hundred", "une douzaine", "two thirds", "three point five"."""
    tokens, words = reading.tokens, reading.words
    article = reading.lexicon.match(tokens, i, "number_article")
    if article and reading.role(article.end) in ("collective", "hundred", "scale"):
        return one_part(reading, article.end) or _after_article(reading, article.end)
    if reading.role(i) == "collective":
        return None
    found = words_at(tokens, i, words, reading.language, bare_hundred=_may_be_bare(reading, i))
    if article and (found is None or found.value == 1):
        part = one_part(reading, article.end)
        if part:
            return part
    if found is None:
        return _bare_scale(reading, i) or _asked_article(reading, article)
    collective = words.roles.get(reading.norm(found.end), ("", 0))
    if collective[0] == "collective":
        return Part(Decimal(found.value * collective[1]), found.end + 1, True)
    return fraction_in_words(reading, found) or pointed(reading, found.value, found.end, found.weak)


def _after_article(reading: Reading, i: int) -> Part:
    role, value = reading.words.roles[reading.norm(i)]
    found = words_at(reading.tokens, i, reading.words, reading.language, bare_hundred=True) if role == "hundred" else None
    if found:
        return pointed(reading, found.value, found.end, False)
    return Part(Decimal(value), i + 1, True) if role == "collective" else Part(Decimal(1), i, True)


def _bare_scale(reading: Reading, i: int) -> Part | None:
    """ "mille" and "mille milliards", and in Vietnamese a scale alone behind a hedge ("hơn trăm", "gần nghìn tỷ").

    Asked for a number, a scale alone is one in English too ("thousand nine hundred").
    """
    role, value = reading.words.roles.get(reading.norm(i), ("", 0))
    if reading.language == "fr" and role == "scale" and value == 1000 and not reading.words.entries[reading.norm(i)].get("counts"):
        return Part(Decimal(1), i, True, weak=True)
    if reading.language == "vi" and role in ("hundred", "scale") and value <= 10**9 and reading.lexicon.match_before(reading.tokens, i, "qualifier"):
        return Part(Decimal(value), i + 1, True) if role == "hundred" else Part(Decimal(1), i, True)
    if role == "scale" and reading.language != "fr" and _may_be_bare(reading, i):
        return Part(Decimal(1), i, True)
    return _lone_unit(reading, i)


def _lone_unit(reading: Reading, i: int) -> Part | None:
    """ "lăm", "mốt", "tư" as the whole text."""
    is_whole = reading.loose and i == 0 and len(reading.tokens) == 1
    return Part(Decimal(reading.words.roles[reading.norm(0)][1]), 1, True) if is_whole and reading.role(0) == "unit" else None


def _asked_article(reading: Reading, article: Match | None) -> Part | None:
    """ "a litre", "an ml" as a whole text is one of them, in doubt."""
    if not reading.loose or article is None or reading.language != "en" or not reading.norm(article.end)[:1].isalpha():
        return None
    found = next(filter(None, (reading.lexicon.match(reading.tokens, article.end, table) for table in ("unit", "currency"))), None)
    return Part(Decimal(1), article.end, True, weak=True) if found else None


def _may_be_bare(reading: Reading, i: int) -> bool:
    """May "hundred" or "thousand" mean one of them here? Asked for a number, unless it is said to be several."""
    if not reading.loose or reading.norm(i).endswith("s"):
        return False
    if reading.language == "vi":
        return i == 0
    return reading.lexicon.match_before(reading.tokens, i, "vague_before") is None and reading.norm(i - 1) != "-"


def _half_before(reading: Reading, i: int) -> Part | None:
    """ "half a million", "un demi-million", "nửa triệu": a half of the scale that follows; "half a litre": of the unit."""
    article = reading.lexicon.match(reading.tokens, i, "number_article") if reading.language != "vi" else None
    half = _longest_half(reading, article.end if article else i, "before")
    if half is None:
        return None
    if reading.loose and half == len(reading.tokens):
        return Part(Decimal("0.5"), half, True, rule="number.fraction")
    at = half + 1 if reading.norm(half) == "-" else half
    role, value = reading.words.roles.get(reading.norm(at), ("", 0))
    if role == "collective":
        return Part(Decimal(value) / 2, at + 1, True)
    if role in ("scale", "hundred") and value >= 100:
        return Part(Decimal("0.5"), at, True)
    if _is_measure(reading, at, article is not None or reading.norm(half - 1) in ("a", "an")):
        return Part(Decimal("0.5"), at, True, rule="number.fraction")
    return None


def _is_measure(reading: Reading, at: int, has_article: bool) -> bool:
    """ "half a litre", "half-point": a unit behind the half, a time only with its article ("half a day", not "half year")."""
    if not reading.is_near(at):
        return False
    found = next(filter(None, (reading.lexicon.match(reading.tokens, at, table) for table in _MEASURES)), None)
    return found is not None and (found.entry.get("kind") != "time" or has_article)


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
