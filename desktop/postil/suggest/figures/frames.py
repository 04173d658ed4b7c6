"""The dates of a document as the frames of its figures: completed by the words around them, or set aside.

"the quarter ended September 30" is three months, "depuis le début de l'année" goes on to the day of the article, "lũy
kế 9 tháng" begins in January. The year of a law, of a foundation or of a term of office is no time of a figure: it
becomes part of a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from postil.base import edtf
from postil.suggest.doc import DateMention, Sentence, Token
from postil.suggest.figures.clock import day_of
from postil.suggest.figures.periods import is_baseline, is_usable
from postil.suggest.figures.sight import ACCUMULATED, Sight, tokens_of

_MONTH: Final = len("2024-09")
_YEAR: Final = len("2024")
_LISTED: Final = 3
_GAP: Final = 2
_NAME: Final = "name"
_MONTHS: Final = range(2, 12)


def framed(sight: Sight) -> Sight:
    """`sight` on the same document, its dates completed or set aside for figures."""
    changed: dict[int, DateMention] = {}
    for rank, sentence in enumerate(sight.doc.sentences):
        dates = sight.dates(rank)
        for date in dates:
            new = _framed(sight, date, sentence, dates)
            if new is not date:
                changed[date.start] = new
    changed |= _accumulations(sight)
    if not changed:
        return sight
    doc = replace(sight.doc, dates=tuple(changed.get(date.start, date) for date in sight.doc.dates))
    return Sight(doc, sight.lexicon, sight.country)


def _framed(sight: Sight, date: DateMention, sentence: Sentence, dates: Sequence[DateMention]) -> DateMention:
    first, stop = tokens_of(sight, (date.start, date.end), sentence)
    if not is_usable(date):
        return date
    if _is_named(sight, first, stop, sentence) or _is_listed(sight, date, sentence, dates):
        return replace(date, kind=_NAME)
    return _ended(sight, date, first) or _since(sight, date, first) or _year_on(sight, date, sentence, dates)


def _is_named(sight: Sight, first: int, stop: int, sentence: Sentence) -> bool:
    """A law "of 2018", a firm "founded in 1998", a rule "in force since 2012"; not "45 shops were opened in 2023"."""
    if any(sight.before(i, table) for i in (first, first - 1) for table in ("year_of_text", "term_of_office")) or sight.before(first, "in_force"):
        return True
    if not any(sight.before(i, "founded_word") for i in (first, first - 1)) or sight.match(stop, "with_word", sentence.last):
        return False
    start, _ = sight.clause_around(first, first, sentence)
    near = sight.doc.quantities[sight.place(start) :][:1]
    return not (near and start <= near[0].first < first)


def _is_listed(sight: Sight, date: DateMention, sentence: Sentence, dates: Sequence[DateMention]) -> bool:
    """Is it one of three years or more, in a row ("in 2001, 2006 and 2013")?"""
    place = next(k for k, other in enumerate(dates) if other is date)
    low = high = place
    while low > 0 and _follows(sight, dates[low - 1], dates[low], sentence):
        low -= 1
    while high + 1 < len(dates) and _follows(sight, dates[high], dates[high + 1], sentence):
        high += 1
    return high - low + 1 >= _LISTED and not any(True for _ in sight.find("in_order_word", sentence.first, sentence.last))


def _follows(sight: Sight, one: DateMention, two: DateMention, sentence: Sentence) -> bool:
    _, stop = tokens_of(sight, (one.start, one.end), sentence)
    first, _ = tokens_of(sight, (two.start, two.end), sentence)
    is_year = len(one.edtf) == len(two.edtf) == _YEAR
    return is_year and stop < first <= stop + _GAP and not any(sight.norm(i)[:1].isdigit() for i in range(stop, first))


def _ended(sight: Sight, date: DateMention, first: int) -> DateMention | None:
    """ "the nine months ended September 30": the months that end with the date."""
    said = sight.before(first, "months_ended")
    if said is None or len(date.edtf) < _MONTH or "/" in date.edtf:
        return None
    year, month = int(date.edtf[:_YEAR]), int(date.edtf[_YEAR + 1 : _MONTH])
    begin = year * 12 + month - int(said.entry.value)
    if begin // 12 == year and begin % 12 == 0 and month == 12:
        return replace(date, edtf=str(year), kind="period")
    return replace(date, edtf=edtf.interval(edtf.month(begin // 12, begin % 12 + 1), edtf.month(year, month)), kind="period")


def _since(sight: Sight, date: DateMention, first: int) -> DateMention | None:
    """ "depuis le début de l'année", "tính từ đầu năm": up to the month of the article."""
    said = sight.before(first, "since_word")
    day = day_of(sight)
    if said is None or date.part != "start" or len(date.edtf) != _YEAR or len(day) < _MONTH or date.edtf > day[:_YEAR]:
        return None
    start, _ = sight.span(said.first, said.last)
    return replace(date, start=start, edtf=f"{date.edtf}-01/{day[:_MONTH]}", kind="period", part="")


def _year_on(sight: Sight, date: DateMention, sentence: Sentence, dates: Sequence[DateMention]) -> DateMention:
    """ "In August …, up 34% on August 2016": the first August is not the one it is compared with."""
    if "year" not in date.inferred or is_baseline(sight, date, sentence):
        return date
    for other in dates:
        if (
            other is not date
            and other.edtf == date.edtf
            and is_usable(other)
            and "year" not in other.inferred
            and is_baseline(sight, other, sentence)
        ):
            return replace(date, edtf=later(date.edtf, 1))
    return date


def _accumulations(sight: Sight) -> dict[int, DateMention]:
    """ "lũy kế 9 tháng", "; 9 tháng tăng 6,8%": the months of the year up to then, by the position of their number."""
    day = day_of(sight)
    tokens = sight.doc.tokens
    out: dict[int, DateMention] = {}
    for date in sight.doc.dates:
        if date.kind != "duration" or date.unit != "month" or len(day) < _MONTH:
            continue
        first = bisect_left(tokens, date.start, key=_start_of)
        number = sight.norm(first)
        heads = sight.before(first, "accumulated_word") or (sight.match(first + 2, "accumulated_verb") and not sight.is_word(first - 1))
        if heads and number.isdigit() and int(number) in _MONTHS and int(day[_YEAR + 1 : _MONTH]) >= int(number) - 1:
            months = edtf.months(int(day[:_YEAR]), 1, int(number))
            out[date.start] = replace(date, edtf=months, kind="period", inferred=("year",), rule=ACCUMULATED, unit="")
    return out


def _start_of(token: Token) -> int:
    return token.start


def later(text: str, years: int) -> str:
    """An EDTF date or interval, moved by whole years."""
    return "/".join(f"{int(part[:_YEAR]) + years:04d}{part[_YEAR:]}" if part[:_YEAR].isdigit() else part for part in text.split("/"))
