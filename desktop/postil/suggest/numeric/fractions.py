"""Fractions: "two thirds", "trois quarts", "hai phần ba", "three and a fifth", "4/5", and in loose reading "one over three".

Which words are denominators is the lexicon's table `fraction_part` (with `many` for plurals); compound ones
("twenty-fifths") are a ten and an entry of `fraction_unit`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from postil.suggest.lexicon import Match
from postil.suggest.numeric.masks import fraction_at, ratio_at
from postil.suggest.numeric.reading import Part, Reading, is_alone
from postil.suggest.numeric.words import Words, words_at

_RULE: Final = "number.fraction"
_HALF: Final = 2
_QUARTER: Final = 4
_MONTHS: Final = 12
_DAYS: Final = 31


def fraction_in_words(reading: Reading, found: Words) -> Part | None:
    """A fraction whose numerator is `found`."""
    if reading.language == "vi":
        return _vietnamese(reading, found)
    denominator = _denominator(reading, reading.after_joint(found.end), found.value)
    if denominator is None:
        return None
    value, end = denominator
    if found.value == 1 and not _may_be_one_part(reading, value, found.end, end):
        return None
    tail = _tail(reading, found)
    if tail and tail < value:
        return Part(found.value - tail + Decimal(tail) / value, end, True, rule=_RULE)
    return Part(Decimal(found.value) / value, end, True, rule=_RULE)


def digits_of(reading: Reading, part: Part) -> Part | None:
    """ "3 phần 8" in loose reading: a Vietnamese fraction in digits."""
    if reading.language != "vi" or not reading.loose or part.value != part.value.to_integral_value() or part.value > 100:
        return None
    return _vietnamese(reading, Words(int(part.value), part.end))


def one_part(reading: Reading, i: int) -> Part | None:
    """ "a fifth", "un tiers", its article before token `i`: a fraction before "of" or a sign, else an ordinal ("a fifth ship")."""
    denominator = _denominator(reading, i, 1)
    if denominator is None or (denominator[0] == _HALF and not reading.loose):
        return None
    value, end = denominator
    return Part(Decimal(1) / value, end, True, rule=_RULE) if _may_follow_part(reading, end) else None


def added_fraction(reading: Reading, at: int) -> tuple[Decimal, int] | None:
    """ "and two thirds", "et un quart" behind a whole number: what is added, and the token behind it."""
    if reading.norm(at) not in reading.words.links or reading.language == "vi":
        return None
    article = reading.lexicon.match(reading.tokens, at + 1, "number_article")
    part = one_part(reading, article.end) if article else None
    found = words_at(reading.tokens, at + 1, reading.words, reading.language)
    if part is None and found is not None:
        part = fraction_in_words(reading, found)
    return (part.value, part.end) if part and part.value < 1 else None


def fraction_in_digits(reading: Reading, i: int) -> Part | None:
    """A usual fraction ("2/3"); in loose reading any that cannot be a day and a month, or stands alone."""
    position = reading.tokens[i].start
    usual = fraction_at(reading.shadow, position)
    if usual:
        return Part(Decimal(usual[0]) / usual[1], i + 3, rule=_RULE)
    ratio = ratio_at(reading.shadow, position) if reading.loose else None
    if ratio is None or not ratio[1]:
        return None
    is_date = 0 < ratio[0] <= _DAYS and ratio[1] <= _MONTHS
    is_asked = is_alone(reading.shadow, reading.tokens, i - 1 if reading.norm(i - 1) == "-" else i, i + 2)
    may_be = is_asked and (not is_date or reading.language == "en" or ratio[0] < ratio[1])
    has_unit = reading.lexicon.match(reading.tokens, i + 3, "unit") is not None or reading.norm(i + 3) == "of"
    return Part(Decimal(ratio[0]) / ratio[1], i + 3, rule=_RULE) if may_be or (has_unit and not is_date) else None


def spoken_ratio(reading: Reading, part: Part) -> Part | None:
    """ "one over three", "1 sur 20" as a text of its own: only in loose reading."""
    if not reading.loose or not reading.lexicon.match(reading.tokens, part.end, "fraction_over"):
        return None
    at = part.end + 1
    norm = reading.norm(at)
    found = words_at(reading.tokens, at, reading.words, reading.language)
    below, end = (found.value, found.end) if found else (int(norm), at + 1) if norm.isdecimal() and len(norm) < 10 else (0, at)
    if below <= part.value or end < len(reading.tokens):
        return None
    return Part(part.value / below, end, part.in_words, rule=_RULE)


def _vietnamese(reading: Reading, found: Words) -> Part | None:
    word = reading.lexicon.match(reading.tokens, found.end, "fraction_word")
    if word is None:
        return None
    norm = reading.norm(word.end)
    if norm.isdecimal() and len(norm) < 4 and found.value < int(norm):
        return Part(Decimal(found.value) / int(norm), word.end + 1, True, rule=_RULE)
    below = words_at(reading.tokens, word.end, reading.words, "vi")
    if below and found.value < below.value:
        return Part(Decimal(found.value) / below.value, below.end, True, rule=_RULE)
    if reading.norm(word.end) == "tư" and found.value < _QUARTER:
        return Part(Decimal(found.value) / _QUARTER, word.end + 1, True, rule=_RULE)
    return None


def _denominator(reading: Reading, i: int, numerator: int) -> tuple[int, int] | None:
    """The denominator at token `i` and the token behind it; one needs a singular, several a plural."""
    tokens, lexicon = reading.tokens, reading.lexicon
    part = lexicon.match(tokens, i, "fraction_part")
    if part and _fits(reading, part, numerator):
        return int(part.entry.value), part.end
    if reading.role(i) != "tens":
        return None
    at = reading.after_joint(i + 1)
    at = reading.after_joint(at + 1) if reading.norm(at) in reading.words.links else at
    unit = lexicon.match(tokens, at, "fraction_unit")
    if unit and _fits(reading, unit, numerator):
        return reading.words.roles[reading.norm(i)][1] + int(unit.entry.value), unit.end
    return None


def _fits(reading: Reading, part: Match, numerator: int) -> bool:
    many = part.entry.get("many", False)
    return many == "both" or bool(many) is (numerator != 1) or (reading.loose and reading.language == "fr" and 1 < numerator < 10)


def _may_be_one_part(reading: Reading, value: int, start: int, end: int) -> bool:
    """ "one third" is one; "un cinquième mandat" and "one quarter later" are not."""
    if reading.language == "en" and value != _QUARTER:
        return True
    return reading.norm(start) == "-" or _may_follow_part(reading, end)


def _may_follow_part(reading: Reading, end: int) -> bool:
    norm = reading.norm(end)
    if not norm or not norm[0].isalpha() or not reading.is_near(end):
        return norm != "-"
    return reading.lexicon.match(reading.tokens, end, "part_of_whole") is not None


def _tail(reading: Reading, found: Words) -> int:
    """The part of the numerator behind its last link: the "three" of "one hundred and three quarters"."""
    for at in range(found.end - 2, found.end - found.count, -1):
        if reading.norm(at) in reading.words.links:
            last = words_at(reading.tokens, at + 1, reading.words, reading.language)
            return last.value if last and last.end == found.end else 0
    return 0
