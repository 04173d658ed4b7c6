"""What single tokens can mean in a date: months, weekdays, numbers, years, units, and dates written in digits.

Words come from the lexicon (tables `month`, `weekday`, `season`, `date_unit`, `date_number`, `date_ordinal`,
`date_day`, `date_shift`, `year_shift`, `date_frequency`); digits are read here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from postil.base import edtf
from postil.base.fold import fold
from postil.suggest.doc import Token
from postil.suggest.lexicon import Lexicon
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import norms

TABLES: Final = {
    "month": "month",
    "weekday": "weekday",
    "season": "season",
    "date_unit": "unit",
    "date_number": "num",
    "date_ordinal": "ord",
    "date_day": "reday",
    "date_shift": "shift",
    "year_shift": "yearshift",
    "date_frequency": "often",
    "holiday": "holiday",
    "date_decade": "decade",
    "zodiac": "zodiac",
}
_TEXT_VALUES: Final = frozenset({"unit", "often", "holiday", "decade"})
_YEAR_WORDS: Final = "year_words"
"""Words that with a number behind them name a year ("nineteen" ninety)."""
_NUMERIC: Final = re.compile(
    r"""(?<![\d.,/:$€£])(?:
      (?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})
    | (?P<y2>\d{4})[/.](?P<m2>\d{1,2})[/.](?P<d2>\d{1,2})
    | (?P<d3>\d{1,2})(?P<s3>\s?[/.-]\s?)(?P<m3>\d{1,2})(?P=s3)(?P<y3>\d{4}|\d{2})
    | (?P<m4>\d{1,2})\s?/\s?(?P<y4>(?:19|20)\d\d)
    | (?P<y5>(?:19|20)\d\d)(?:-(?P<m5>0[1-9]|1[0-2])|[-/](?P<m7>[1-9]))
    | (?P<d6>\d{1,2})/\s?(?P<m6>\d{1,2})
    )(?![\d/]|[.,:]\d|[a-z](?![^\W\d_]))""",
    re.VERBOSE,
)
_SIGNS: Final = ("/", "-", ".")
_JOINTS: Final = frozenset({"-", "et"})
_MOST_MONTHS: Final = 12
_SHORTEST_VERB: Final = 5
_LINK: Final = 8
_LINK_SIGNS: Final = " -–—to"
"""What stands between the two ends of a range in digits."""
_SCORES: Final = frozenset({60, 80})
"""Tens that French counts on from up to nineteen ("soixante et onze")."""
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}
_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th", "er", "re", "ère", "e", "è", "ème", "eme", "ième", "nde"})
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_PIVOT: Final = 70
"""Two-digit years from here on lie in the last century."""

Readings = Mapping[str, tuple[tuple[Any, int], ...]]


@dataclass(frozen=True, slots=True)
class Numeric:
    """A date in digits; `is_swappable` when day and month could also be read the other way round."""

    year: int | None
    month: int
    day: int | None
    is_swappable: bool = False


class Items:
    """The readings of every token of one text, worked out when asked for.

    `at(i)` maps a slot name (`month`, `day`, `year`, `num`, …) to pairs of value and token after the reading.
    """

    def __init__(self, text: str, tokens: Sequence[Token], lexicon: Lexicon, *, day_first: bool = True) -> None:
        self.text = text
        self.tokens = tokens
        self.lexicon = lexicon
        self._tables = first_words(lexicon, (*TABLES, _YEAR_WORDS))
        self._future = first_words(lexicon, ("future_word",))
        self._future_endings = tuple(form for entry in lexicon.table("future_ending") for form in entry.forms)
        self._known: dict[int, Readings] = {}
        self._numeric = _numeric(text, tokens, day_first=day_first)

    def at(self, i: int) -> Readings:
        """Readings that begin at token `i`."""
        known = self._known.get(i)
        if known is None:
            known = self._known[i] = self._read(i)
        return known

    def is_candidate(self, i: int) -> bool:
        """Can a reading begin here? A quick test."""
        token = self.tokens[i]
        return token.norm in self._tables or token.norm[0].isdigit() or (token.capital and token.norm[0] in "ivx")

    def is_future(self, i: int) -> bool:
        """Does a word that speaks of what is to come begin here, or is token `i` a verb with such an ending ("voteront")?"""
        token = self.tokens[i]
        if token.norm in self._future:
            return self.lexicon.match(self.tokens, i, "future_word") is not None
        is_verb = not token.capital and len(token.norm) >= _SHORTEST_VERB and token.norm.endswith(self._future_endings)
        return is_verb and self.lexicon.match(self.tokens, i, "no_future") is None

    def _read(self, i: int) -> Readings:
        token = self.tokens[i]
        out: dict[str, tuple[tuple[Any, int], ...]] = {}
        if token.norm.isdigit() and token.norm.isascii():
            self._read_digits(i, token, out)
        for table in self._tables.get(token.norm, ()):
            match = self.lexicon.match(self.tokens, i, table)
            if match and table == _YEAR_WORDS:
                self._read_year_words(int(str(match.entry.value)), match.end, out)
            elif match:
                slot = TABLES[table]
                value = str(match.entry.value) if slot in _TEXT_VALUES else int(str(match.entry.value))
                out[slot] = (*out.get(slot, ()), (value, match.end))
        if "num" in out and not token.norm[0].isdigit():
            self._read_compound(i, out)
        if "ord" in out:
            out["rank"] = out["ord"]
        roman = self._roman(token)
        if roman:
            out["ord"] = (*out.get("ord", ()), (roman, i + 1))
            out["roman"] = ((roman, i + 1),)
        return out

    def _in_words(self, i: int) -> list[tuple[int, int]]:
        """The number in words at token `i`, alone and with what a ten takes behind it ("twenty-one", "vingt et un")."""
        match = self.lexicon.match(self.tokens, i, "date_number")
        if match is None:
            return []
        value, end = int(str(match.entry.value)), match.end
        out = [(value, end)]
        if value >= 20 and value % 10 == 0:
            at = end
            while at < len(self.tokens) and at < end + 2 and self.tokens[at].norm in _JOINTS:
                at += 1
            behind = self.lexicon.match(self.tokens, at, "date_number")
            more = int(str(behind.entry.value)) if behind else 0
            if behind and (0 < more < 10 or (more < 20 and value in _SCORES)):
                out.append((value + more, behind.end))
        return out

    def _read_compound(self, i: int, out: dict[str, tuple[tuple[Any, int], ...]]) -> None:
        """Numbers in words; they may count days too."""
        found = self._in_words(i)
        out["num"] = tuple(found)
        value, end = found[-1]
        if 1 <= value <= 31:
            out["wordday"] = ((value, end),)

    def _read_year_words(self, base: int, end: int, out: dict[str, tuple[tuple[Any, int], ...]]) -> None:
        readings = [(value, stop) for value, stop in self._in_words(end) if 10 <= value <= 99]
        if readings:
            value, stop = readings[-1]
            out["year"] = ((base + value, stop),)

    def _read_digits(self, i: int, token: Token, out: dict[str, tuple[tuple[Any, int], ...]]) -> None:
        numeric = self._numeric.get(token.start)
        if numeric:
            slot, value, end = numeric
            out[slot] = ((value, end),)
        if len(token.norm) > 4 or self._is_inside_number(i):
            return
        number = int(token.norm)
        if len(token.norm) == 4 and _FIRST_YEAR <= number <= _LAST_YEAR:
            out["year"] = ((number, i + 1),)
        if len(token.norm) == 2:
            out["two"] = ((number + (1900 if number >= _PIVOT else 2000), i + 1),)
        if len(token.norm) > 3:
            return
        out["num"] = ((number, i + 1),)
        suffix = self._suffix_end(i)
        if 1 <= number <= 31 and len(token.norm) < 3:
            out["day"] = ((number, suffix or i + 1),)
        if suffix:
            out["ord"] = ((number, suffix),)

    def _suffix_end(self, i: int) -> int:
        if i + 1 < len(self.tokens):
            after = self.tokens[i + 1]
            if after.norm in _SUFFIXES and after.start == self.tokens[i].end:
                return i + 2
        return 0

    def _is_inside_number(self, i: int) -> bool:
        """Is this digit run part of "12.4", "1,200" or "$20"?"""
        text, token = self.text, self.tokens[i]
        before, after = text[max(0, token.start - 2) : token.start], text[token.end : token.end + 2]
        if len(before) == 2 and before[1] in ".," and before[0].isdigit():
            return True
        return (len(after) == 2 and after[0] in ".," and after[1].isdigit()) or before[-1:] in ("$", "€", "£", "¥", "₫") or after[:1] == "%"

    def _roman(self, token: Token) -> int:
        word = self.text[token.start : token.end]
        core = word[:-1] if len(word) > 1 and word.endswith("e") else word
        if len(core) > 5 or not all(letter in _ROMAN for letter in core):
            return 0
        values = [_ROMAN[letter] for letter in core]
        return sum(-value if value < max(values[k:]) else value for k, value in enumerate(values))


@lru_cache(maxsize=64)
def first_words(lexicon: Lexicon, tables: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The first words of all forms of `tables`, with the tables that have them: a quick test before a look-up."""
    out: dict[str, dict[str, None]] = {}
    for table in tables:
        for entry in lexicon.table(table):
            for form in entry.forms:
                for text in (form, fold(shadow(form))) if entry.fold else (form,):
                    out.setdefault(norms(shadow(text))[0], {})[table] = None
    return {word: tuple(named) for word, named in out.items()}


def _numeric(text: str, tokens: Sequence[Token], *, day_first: bool) -> dict[int, tuple[str, Numeric, int]]:
    """Start offset → slot, date, token after it. Dates that leave no choice decide for the others of the text."""
    matches = []
    for i, token in enumerate(tokens):
        if len(token.norm) > 4 or not (token.norm.isdigit() and token.norm.isascii()) or text[token.end : token.end + 2].strip()[:1] not in _SIGNS:
            continue
        match = _NUMERIC.match(text, token.start)
        if match:
            matches.append((i, match))
    day_first = day_first and not _is_month_first([match for _, match in matches], text)
    out = {}
    for i, match in matches:
        value = _date(match, day_first=day_first)
        if value:
            end = i + 1
            while end < len(tokens) and tokens[end].start < match.end():
                end += 1
            slot = "dmy" if value.year is not None and value.day is not None else "my" if value.day is None else "dm"
            out[tokens[i].start] = (slot, value, end)
    return out


def _is_month_first(matches: Sequence[re.Match[str]], text: str) -> bool:
    """Does a date of the text leave no choice, or do two ends of a range share their first number: "10/1/2018 - 10/7/2018"?"""
    parts = [(int(m["d3"] or m["d6"] or 0), int(m["m3"] or m["m6"] or 0), m) for m in matches]
    if any(first > _MOST_MONTHS for first, _, _ in parts):
        return False
    if any(second > _MOST_MONTHS for _, second, m in parts if m["m3"]):
        return True
    pairs = pairwise(parts)
    return any(
        a == c and b < d and a and right.start() - left.end() <= _LINK and not text[left.end() : right.start()].strip(_LINK_SIGNS)
        for (a, b, left), (c, d, right) in pairs
    )


def _date(match: re.Match[str], *, day_first: bool) -> Numeric | None:
    parts = match.groupdict()
    for k in "1234567":
        if parts.get(f"m{k}"):
            year, month, day = parts.get("y5" if k == "7" else f"y{k}"), int(parts[f"m{k}"]), parts.get(f"d{k}")
            return _checked(year, month, int(day) if day else None, can_swap=k in "36", day_first=day_first)
    return None


def _checked(year_text: str | None, month: int, day: int | None, *, can_swap: bool, day_first: bool) -> Numeric | None:
    year = int(year_text) if year_text else None
    if year is not None and year_text is not None and len(year_text) == 2:
        year += 1900 if year >= _PIVOT else 2000
    is_swappable = can_swap and day is not None and day <= 12 and month <= 12 and day != month
    if day is not None and can_swap and ((month > 12 and day <= 12) or (is_swappable and not day_first)):
        day, month = month, day
    text = f"{year or 2024:04d}-{month:02d}" + (f"-{day:02d}" if day is not None else "")
    return Numeric(year, month, day, is_swappable) if edtf.is_valid(text) else None
