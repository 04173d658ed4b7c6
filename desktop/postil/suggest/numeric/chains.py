"""Whole numbers of a text: digits or words with their scale words, halves, fractions and smaller parts behind them.

"31.4 billion" · "1 tỷ 200 triệu" · "nghìn tỷ" · "un milliard et demi" · "half a million" · "5bn" · "2/3" · "trois quarts".
Every number is read left to right, once: linear in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from postil.suggest.doc import Number, Token
from postil.suggest.lexicon import Lexicon
from postil.suggest.numeric.decimals import decimals_at, pointed
from postil.suggest.numeric.fractions import added_fraction
from postil.suggest.numeric.literals import FRACTION_SIGNS, Vote
from postil.suggest.numeric.masks import Masked
from postil.suggest.numeric.parts import behind_sign, digits_at, half_after, is_bare_decimal, part_at
from postil.suggest.numeric.reading import Part, Reading
from postil.suggest.numeric.scales import scales_at
from postil.suggest.numeric.words import words_at

_MAX_PARTS: Final = 8
_TOO_LARGE: Final = Decimal(10) ** 24


def find_numbers(
    shadow: str, tokens: Sequence[Token], language: str, lexicon: Lexicon, masked: Masked, votes: Vote, loose: bool = False
) -> list[Number]:
    """All numbers outside the masks, in order, without overlap; `first` and `last` index `tokens`; `loose` as in `Reading`."""
    reading = Reading(shadow, tokens, language, lexicon, masked, votes.decimal(language), loose)
    starters = _starters(lexicon) | (reading.words.points if loose else frozenset())
    out: list[Number] = []
    i = 0
    while i < len(tokens):
        norm = tokens[i].norm
        is_candidate = (
            "0" <= norm[0] <= "9"
            or norm in reading.words.roles
            or norm in starters
            or norm in FRACTION_SIGNS
            or (norm == "-" and behind_sign(reading, i) >= 0)
            or (norm in (".", ",") and is_bare_decimal(reading, i))
        )
        if not is_candidate or tokens[i].start in masked or _is_tail(reading, i):
            i += 1
            continue
        vague = lexicon.match(tokens, i, "vague")
        if vague:
            i = vague.end
            continue
        number = number_at(reading, i)
        if number:
            out.append(number)
        i = number.last + 1 if number else _next(reading, i)
    return out


def _is_tail(reading: Reading, i: int) -> bool:
    """The digits behind a sign whose first part is something else ("tháng 5.2015")."""
    return reading.is_glued(i) and reading.is_glued(i - 1) and reading.norm(i - 1) in (".", ",") and reading.norm(i - 2)[:1].isdigit()


def number_at(reading: Reading, i: int) -> Number | None:
    """The number that starts at token `i`, with everything that belongs to it."""
    if _is_split_year(reading, i):
        return None
    behind = behind_sign(reading, i)
    if behind >= 0 and behind_sign(reading, behind) < 0:
        return _negative(reading, i, number_at(reading, behind))
    part = part_at(reading, i)
    if part is None:
        return None
    total, last_scale, at, weak, doubt, glued = _accumulate(reading, part, i)
    if at <= i or total >= _TOO_LARGE or _is_ordinal(reading, at, part.in_words and total % 10 == 0 and total >= 20):
        return None
    has_scale = at > part.end
    total = total.to_integral_value() if total == total.to_integral_value() else total
    other = part.other if part.other is not None and not has_scale else None
    if doubt:
        other = total / last_scale * doubt
    tokens = reading.tokens
    return Number(
        tokens[i].start,
        tokens[at - 1].end,
        total,
        in_words=part.in_words,
        rule="number.scaled" if has_scale else part.rule,
        first=i,
        last=at - 1,
        weak=weak and at - i == 1,
        other=other,
        suffix=glued,
        decimals=part.decimals,
        scale=Decimal(last_scale) if has_scale else Decimal(1),
    )


def _negative(reading: Reading, i: int, number: Number | None) -> Number | None:
    """The number with the sign or word at token `i` before it."""
    if number is None or number.value is None:
        return None
    return replace(number, start=reading.tokens[i].start, first=i, value=-number.value, other=None, weak=False)


def _accumulate(reading: Reading, part: Part, first: int) -> tuple[Decimal, int, int, bool, int, bool]:
    """Add up the parts with falling scales ("1 tỷ 200 triệu") and multiply rising ones ("ba nghìn hai trăm tỷ")."""
    scale = scales_at(reading, _behind_digits_again(reading, part), part, first)
    total = part.value * scale.factor
    at, doubt, last = scale.end, scale.doubt, scale.factor
    at, total = half_after(reading, at, total, last)
    if scale.factor == 1 and at > scale.end:
        scale = scales_at(reading, at, part)
        total, at, last = total * scale.factor, scale.end, scale.factor
    for _ in range(_MAX_PARTS):
        if last == 1:
            break
        more = _next_part(reading, at, part, last)
        if more is None:
            break
        following = scales_at(reading, more.end, more)
        if reading.norm(at) == "," and following.factor > last:
            break
        if following.factor > last >= 1000 and more.value < last:
            total = (total + more.value) * following.factor
        elif more.value * following.factor < last and (following.factor > 1 or _may_end(reading, part, more, last)):
            total += more.value * following.factor
        else:
            break
        at, last = following.end, following.factor
        at, total = half_after(reading, at, total, last)
    total, at = _ended(reading, part, total, last, at)
    return total, last, at, part.weak, doubt, scale.glued


def _ended(reading: Reading, part: Part, total: Decimal, last: int, at: int) -> tuple[Decimal, int]:
    """What may end a number in words: an elliptic digit, decimals behind a scale, a fraction ("and two thirds")."""
    tail = _elliptic(reading, at, part, last)
    if tail:
        return total + tail, at + 1
    if not part.in_words:
        return total, at
    digits = decimals_at(reading, at) if last > 1 else None
    if digits:
        return total + Decimal(f"0.{digits[0]}"), digits[1]
    added = added_fraction(reading, at) if total == total.to_integral_value() else None
    return (total + added[0] * (last if last >= 1000 else 1), added[1]) if added else (total, at)


def _behind_digits_again(reading: Reading, part: Part) -> int:
    """Behind "cent (100)": official prose says a number in words and again in digits."""
    at = part.end
    if not part.in_words or reading.norm(at) != "(" or reading.norm(at + 2) != ")" or not reading.norm(at + 1).isdigit():
        return at
    return at + 3 if Decimal(reading.norm(at + 1)) == part.value else at


def _next_part(reading: Reading, at: int, part: Part, last: int) -> Part | None:
    """The part that continues a number: "200 triệu" behind "1 tỷ"."""
    link = reading.after_joint(at + 1 if reading.norm(at) in reading.words.links and part.in_words else at)
    if reading.norm(at) == ",":
        return _behind_comma(reading, at, part, last)
    norm = reading.norm(link)
    if not norm or not reading.is_near(link) or last < 100:
        return None
    if "0" <= norm[0] <= "9":
        return digits_at(reading, link) if not part.in_words or reading.language == "vi" else None
    if not part.in_words:
        return None
    if reading.language == "fr" and norm == "mille" and last > 1000:
        return Part(Decimal(1), link, True)
    found = words_at(reading.tokens, link, reading.words, reading.language)
    if found is None or (reading.language == "vi" and found.weak and scales_at(reading, found.end, part).factor == 1 and link == at):
        return None
    return pointed(reading, found.value, found.end, False)


def _behind_comma(reading: Reading, at: int, part: Part, last: int) -> Part | None:
    """ "two thousand, nine hundred and sixty-one": a comma before hundreds or a scale, in English words only."""
    if reading.language != "en" or not part.in_words or last < 1000 or not reading.is_near(at + 1):
        return None
    found = words_at(reading.tokens, at + 1, reading.words, "en")
    if found is None or (found.value < 100 and scales_at(reading, found.end, part).factor == 1):
        return None
    return pointed(reading, found.value, found.end, False)


def _may_end(reading: Reading, part: Part, more: Part, last: int) -> bool:
    """May a number end with a part without a scale? In words always, in digits when it has groups ("2 millions 500 000").

    Behind thousands three digits are enough ("91 mille 967").
    """
    if more.in_words or part.in_words:
        return more.in_words
    return more.grouped or (last == 1000 and more.decimals == 0 and len(reading.norm(more.end - 1)) == 3)


def _elliptic(reading: Reading, at: int, part: Part, last: int) -> Decimal | None:
    """Vietnamese "một triệu hai" is 1.2 million: one digit word behind a scale, a tenth of it each."""
    if reading.language != "vi" or not part.in_words or last < 1000:
        return None
    role, value = reading.words.roles.get(reading.norm(at), ("", 0))
    ends = at + 1 >= len(reading.tokens) or reading.lexicon.match(reading.tokens, at + 1, "currency") or not reading.norm(at + 1)[0].isalnum()
    if role in ("digit", "unit") and reading.norm(at) != "năm" and ends:
        return Decimal(value) * last / 10
    return None


def _is_split_year(reading: Reading, i: int) -> bool:
    """ "nineteen ninety-five", "twenty twenty": a year said in two halves."""
    if reading.language != "en" or reading.norm(i) not in ("eighteen", "nineteen", "twenty"):
        return False
    return reading.words.roles.get(reading.norm(i + 1), ("", 0))[0] in ("small", "tens")


def _is_ordinal(reading: Reading, at: int, is_round: bool) -> bool:
    """Does an ordinal end the number before token `at` ("twenty-first", "vingt et unième", "two hundred thirtieth")?"""
    part = reading.lexicon.match(reading.tokens, at, "fraction_part") if is_round else None
    if part and not part.entry.get("many") and int(part.entry.value) > 4:
        return True
    behind = at + 1 if reading.norm(at) in reading.words.links or reading.norm(at) == "-" else at
    behind = behind + 1 if reading.norm(behind) == "-" else behind
    return behind > at and reading.lexicon.match(reading.tokens, behind, "ordinal") is not None


def _next(reading: Reading, i: int) -> int:
    """Where to go on after token `i` began no number: behind its whole run of digits and inner signs."""
    if _is_split_year(reading, i):
        found = words_at(reading.tokens, i + 1, reading.words, reading.language)
        return found.end if found else i + 1
    at = i + 1
    if not reading.tokens[i].norm[0].isdigit():
        return at
    while at + 1 < len(reading.tokens) and reading.norm(at) in (".", ",", "/") and reading.is_glued(at) and reading.is_glued(at + 1):
        if not reading.norm(at + 1)[0].isdigit():
            break
        at += 2
    return at


@lru_cache(maxsize=8)
def _starters(lexicon: Lexicon) -> frozenset[str]:
    """First words of what may begin a number without being a number word: articles, halves, minus."""
    tables = ("number_article", "number_half", "number_minus")
    return frozenset(form.split()[0].split("-")[0].lower() for table in tables for entry in lexicon.table(table) for form in entry.forms)
