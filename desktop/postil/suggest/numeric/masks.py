"""Stretches whose digits are no amounts: addresses, clock times, dates in digits, telephone and document numbers, names, ordinals.

Signs that need no dictionary (a URL, "18:30", "57-NQ/TW", "G20", "21st") are patterns here, tried at digits only.
Words that make a number a name ("Resolution 18", "Quốc lộ 1", "page 3") are the lexicon's table `identifier`, and
are asked for by the stage that knows whether a unit follows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from postil.domain.selector import Span
from postil.suggest.doc import Token
from postil.suggest.lexicon import Lexicon
from postil.suggest.numeric.letters import letter_before
from postil.suggest.text.markup import clean

_ADDRESSES: Final = (
    ("://", re.compile(r"\w{2,6}://[^\s)\]>\"]+")),
    ("www.", re.compile(r"www\.[^\s)\]>\"]+", re.IGNORECASE)),
    ("@", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}")),
    ("](", re.compile(r"\]\([^)\n]{1,2000}\)")),
    ("<", re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")),
)
_AT_DIGITS: Final = re.compile(
    r"""
      [0-2]?\d[:h][0-5]\d(?:[:'][0-5]\d)?(?!\d)                                                # 18:30, 18h30
    | [0-2]?\d(?:[.:][0-5]\d)?\ ?[apAP](?:\.[mM]\.?|[mM](?![\w]))                              # 10 a.m.
    | [0-2]?\d\ ?h(?:\ ?[0-5]\d)?(?![\w'/²])                                                   # 18 h 30, 18h
    | 0\d{1,3}[ .-]\d{3,4}[ .-]\d{3,4}(?!\d) | 0\d{8,10}(?!\d) | 1[89]00[ .-]?\d{4,6}(?!\d)    # telephone
    | \d{1,5}(?:/\d{2,4})?[-/](?!US\$|USD|EUR|VND|GBP)[A-ZĐƯ]{2,}[\w-]*(?:[/-]\w+)*            # 57-NQ/TW, 1234/QĐ-TTg
    | \d+(?i:st|nd|rd|th|er|ère|re|nde|ème|eme|es|e)(?!\w|[-+]\d)                                      # 21st, 5e
    | (?!\d{1,3}(?:\.\d{3})+(?!\d))\d+(?:\.\d+){2,12}(?!\d)                                      # versions, addresses
    | (?:1[5-9]|20)\d\d-[01]\d-[0-3]\d(?!\d) | [0-3]?\d[/.-][01]?\d[/.-](?:\d{4}|\d\d)(?!\d)   # dates in digits
    | (?:[1-9]|1[0-2])/(?:1[5-9]|20)\d\d(?!\d)                                                 # 7/2005
    | (?:1[5-9]|20)\d\d\ ?[-–/]\ ?(?:(?:1[5-9]|20)\d\d|\d\d)(?!\d|[.,]\d|\ ?%)                        # 2016-2020, 2024/25
    | \d{1,3}:\d{1,3}(?!\d) | 24/7(?!\d) | 9/11(?!\d) | 50[/-]50(?!\d)                         # ratios, scores, names
    | \d{1,5}(?:-\d)?:(?:19|20)\d\d(?!\d)                                                       # standards: TCVN 112:2017
    | \d{1,3}[°º]\ ?\d{1,2}['\u2032]\S*                                                        # co-ordinates
    """,
    re.VERBOSE,
)
_DAY_MONTH: Final = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])")
_RATIO: Final = re.compile(r"(?P<one>\d{1,4})/(?P<two>\d{1,4})(?![\d/.,])")
_FRACTIONS: Final = frozenset(
    {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (5, 6), (1, 8), (3, 8), (1, 10), (9, 10), (1, 20)}
)
_LIST_ITEM: Final = re.compile(r"^[^\S\n]*(?:[*>#•-]+ *)?(?:\d{1,2}[.)](?= \S)|\*\*\d{1,2}[.)])", re.MULTILINE)
_TELEPHONE: Final = re.compile(r"\+\d{1,3}[ .-]?\(?\d[\d ().-]{5,18}\d|\(0?\d{2,4}\)[ .-]?\d{3,4}[ .-]?\d{3,4}(?!\d)")
_MILEPOST: Final = re.compile(r"\b[kK][mM] ?\d{1,4}\+\d{1,3}\b")
_LONG_WORD: Final = 6
_FEW: Final = 5
_DASHES: Final = frozenset("-–")


def masks(shadow: str, tokens: Sequence[Token], lexicon: Lexicon, loose: bool = False) -> tuple[Span, ...]:
    """Every masked stretch, by start; stretches may overlap. Linear in the text.

    In `loose` reading a day and month that are the whole text ("4/5") are not masked: they may be a fraction.
    """
    found = [Span(m.start(), m.end()) for sign, pattern in _ADDRESSES if sign in shadow for m in pattern.finditer(shadow)]
    found += [Span(m.start(), m.end()) for m in _LIST_ITEM.finditer(shadow)]
    found += [Span(m.start(), m.end()) for m in _TELEPHONE.finditer(shadow)] if "+" in shadow or "(0" in shadow else []
    found += [Span(m.start(), m.end()) for m in _MILEPOST.finditer(shadow)] if "+" in shadow else []
    reach = 0
    for i, token in enumerate(tokens):
        if "0" <= token.norm[0] <= "9" and token.start >= reach:
            here = list(_at_digits(shadow, tokens, i, lexicon, loose))
            found += here
            reach = max((span.end for span in here), default=reach)
    return tuple(sorted(found))


class Masked:
    """Is a position masked? Look-up is O(log n)."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def __contains__(self, position: int) -> bool:
        place = bisect_right(self._starts, position) - 1
        return place >= 0 and position < self._ends[place]


def fraction_at(shadow: str, position: int) -> tuple[int, int, int] | None:
    """Numerator, denominator and end of a usual fraction ("2/3") in digits; days and months are none."""
    match = _DAY_MONTH.match(shadow, position)
    if not match or (int(match["day"]), int(match["month"])) not in _FRACTIONS or shadow[max(0, position - 1) : position] in ("/", "-", ".", ","):
        return None
    return int(match["day"]), int(match["month"]), match.end()


def ratio_at(shadow: str, position: int) -> tuple[int, int] | None:
    """Two numbers of at most four digits with a slash between, and no third."""
    match = _RATIO.match(shadow, position)
    if not match or shadow[max(0, position - 1) : position] in ("/", ".", ","):
        return None
    return int(match["one"]), int(match["two"])


def _at_digits(shadow: str, tokens: Sequence[Token], i: int, lexicon: Lexicon, loose: bool) -> Iterator[Span]:
    start = tokens[i].start
    glued = i > 0 and tokens[i - 1].end == start
    if glued and tokens[i - 1].norm[-1] == "'":
        glued = False
    if glued and tokens[i - 1].norm in _DASHES and i > 1 and tokens[i - 2].end == tokens[i - 1].start and tokens[i - 2].norm[0].isalpha():
        if not (_is_currency_before(tokens, i, i - 2, lexicon) or _is_unit_behind(tokens, i - 2, lexicon)):
            yield Span(tokens[i - 2].start, _word_end(tokens, i))
    elif (
        glued
        and tokens[i - 1].norm[0].isalpha()
        and not _is_currency_before(tokens, i, i - 1, lexicon)
        and not _is_glued_word(shadow, tokens, i, lexicon)
        and letter_before(shadow, tokens, i, lexicon) is None
    ):
        yield Span(tokens[i - 1].start, _word_end(tokens, i))
    elif glued and tokens[i - 1].norm in "(#[" and _is_bracketed(tokens, i):
        yield Span(tokens[i - 1].start, tokens[i].end)
    match = _AT_DIGITS.match(shadow, start)
    if match and not (glued and tokens[i - 1].norm in ".,"):
        yield Span(start, match.end())
    day_month = _DAY_MONTH.match(shadow, start)
    is_asked = loose and len(tokens) <= _FEW
    if day_month and not is_asked and int(day_month["day"]) <= 31 and int(day_month["month"]) <= 12 and not fraction_at(shadow, start):
        yield Span(start, day_month.end())


def _is_unit_behind(tokens: Sequence[Token], word: int, lexicon: Lexicon) -> bool:
    """Is the word a unit glued to its own number ("3km-5km")?"""
    if word < 1 or tokens[word - 1].end != tokens[word].start or not tokens[word - 1].norm[0].isdigit():
        return False
    match = lexicon.match(tokens, word, "unit", word + 1)
    return match is not None and match.entry.get("kind") != "time"


def _is_currency_before(tokens: Sequence[Token], i: int, word: int, lexicon: Lexicon) -> bool:
    """Is the word glued to these digits a currency ("USD50", "Rs500")?"""
    return word == i - 1 and tokens[word].capital and lexicon.match_before(tokens, i, "currency_before") is not None


def _is_glued_word(shadow: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """A hedge or a long common word that lost the space behind it ("Hơn170"), not a name ("ipv6", "covid19")."""
    if lexicon.match_before(tokens, i, "qualifier"):
        return True
    word = clean(shadow[tokens[i - 1].start : tokens[i - 1].end])
    return len(word) >= _LONG_WORD and word.islower() and not lexicon.match_before(tokens, i, "identifier")


def _is_bracketed(tokens: Sequence[Token], i: int) -> bool:
    """ "(1)", "[12]" and "#3" number things."""
    if tokens[i - 1].norm == "#":
        return True
    if tokens[i].norm[0] == "0" and len(tokens[i].norm) == 2:
        return False
    closes = i + 1 < len(tokens) and tokens[i + 1].norm in ")]"
    return closes and len(tokens[i].norm) <= (2 if tokens[i - 1].norm == "(" else 3)


def _word_end(tokens: Sequence[Token], i: int) -> int:
    """The end of the letters, digits and inner hyphens glued behind token `i`."""
    last = i
    while last + 1 < len(tokens) and tokens[last + 1].end - tokens[last + 1].start and tokens[last + 1].start == tokens[last].end:
        if not tokens[last + 1].norm[0].isalnum():
            break
        last += 1
    return tokens[last].end
