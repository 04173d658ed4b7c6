"""The period that a figure without a date of its own inherits: scored pairs with the dates of earlier sentences.

Statistics ("exports", "unemployment") go on with the period spoken of last, happenings ("killed", "voted") with the
day; what merely exists (projects, members, budgets) only within its paragraph. A review of a year that is over lends
its year to all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from postil.domain.figure import Status
from postil.domain.zone import ZoneKind
from postil.suggest.doc import DateMention, Doc, Sentence
from postil.suggest.figures.asked import Measure
from postil.suggest.figures.clock import day_of, is_ahead, is_over
from postil.suggest.figures.pairs import Pair, best
from postil.suggest.figures.periods import Period, is_baseline, is_of_saying, is_usable, opens, span_of
from postil.suggest.figures.sight import Frame, Sight, tokens_of
from postil.suggest.figures.weights import ENOUGH, INHERITED
from postil.suggest.lexicon import Match

_YEAR: Final = re.compile(r"\d{4}")
_REACH: Final = 30
"""Sentences that are looked back on."""
_CAP: Final = 5
_NEAR_YEARS: Final = 1
_OFTEN: Final = 2
_DAY: Final = len("2024-12-20")
_LOOK_BACK: Final = "04"
"""The month up to which an article reviews the year before."""
_PLANNED: Final = (Status.TARGET, Status.FORECAST)
_TOLLS: Final = frozenset({"deaths", "injured", "missing"})
_REVIEWED: Final = frozenset({"", "money", "percent", "mass", "volume", "energy"})
"""Kinds of quantity that a review of a year counts."""
_LASTING: Final = frozenset({"operating", "living", "working", "planned", "employed", "covered", "disbursed"})
"""What is done to things that goes on."""
_SHARES: Final = frozenset({"share"})


def inherited(sight: Sight, rank: int, status: Status, measure: Measure | None, kind: str = "") -> Period | None:
    """The best date of earlier sentences, else the year that the article reports on; None where nothing tells."""
    top = best(inherited_pairs(sight, rank, status, measure), INHERITED, ENOUGH["period_inherited"])
    if top:
        date = top[0].candidate
        toll = _toll_day(sight, rank, measure, date)
        return Period(toll or date.edtf, None if toll else span_of(date), ENOUGH["period_of_paragraph"], True)
    doc = sight.doc
    if kind == "" and status is Status.ACTUAL and doc.source.published[:7] and "X" not in doc.source.published[:7] and _is_done(sight, measure):
        size = _DAY if _is_toll(sight, rank, measure) else len("2024-12")
        return Period(doc.source.published[:size], None, ENOUGH["period_of_article"], True)
    if kind in _REVIEWED and status in (Status.ACTUAL, Status.CHANGE) and _looks_back(doc) and _is_told(sight):
        return Period(doc.reported_year, None, ENOUGH["period_of_article"], True)
    return None


def inherited_pairs(sight: Sight, rank: int, status: Status, measure: Measure | None) -> Iterator[Pair[DateMention]]:
    """The figure with each date before its sentence, the latest first."""
    doc = sight.doc
    sentence = doc.sentences[rank]
    sort = sort_of(sight, measure)
    lead = next((one.line for one in doc.sentences if one.zone is ZoneKind.BODY), 0)
    for earlier in range(rank - 1, max(-1, rank - 1 - _REACH), -1):
        before = doc.sentences[earlier]
        same = before.line == sentence.line
        next_to = before.line == sentence.line - 1 and before.zone is sentence.zone
        frames = _frames(sight, earlier)
        for frame in frames if same or sort else frames[-1:]:
            date = frame.date
            if frame.is_said and sort != "happening":
                continue
            yield Pair(
                date,
                {
                    "base": 1,
                    "gap": min(rank - earlier, _CAP),
                    "same_paragraph": int(same),
                    "frames_next": int(next_to and frame.is_head),
                    "statistic": int(sort == "statistic" and not frame.is_day),
                    "lead": int(sort == "statistic" and not same and not frame.is_day and before.line <= lead),
                    "happening": int(sort == "happening"),
                    "day_of_other": int(frame.is_day and sort != "happening"),
                    "other_years": int(frame.is_far),
                    "ahead": int(status is Status.ACTUAL and is_ahead(sight, date.edtf)),
                    "past_of_plan": int(status in _PLANNED and (frame.is_day or is_over(sight, date.edtf))),
                },
            )


def _frames(sight: Sight, rank: int) -> tuple[Frame, ...]:
    """The dates of a sentence that later ones may inherit, the last first; found out once."""
    found = sight.frames.get(rank)
    if found is None:
        sentence = sight.doc.sentences[rank]
        dates = [date for date in sight.dates(rank) if is_usable(date) and "/.." not in date.edtf and not is_baseline(sight, date, sentence)]
        found = sight.frames[rank] = tuple(_frame(sight, date, sentence) for date in dates[::-1])
    return found


def _frame(sight: Sight, date: DateMention, sentence: Sentence) -> Frame:
    """A day of saying frames what happened by its month only."""
    first, stop = tokens_of(sight, (date.start, date.end), sentence)
    is_said = _is_day(date) and "/" not in date.edtf and is_of_saying(sight, first, stop)
    told = replace(date, edtf=date.edtf[: len("2024-12")], kind="period") if is_said else date
    return Frame(told, _is_head(sight, date, sentence), _is_day(told), _is_far(sight, date), is_said)


def _toll_day(sight: Sight, rank: int, measure: Measure | None, date: DateMention) -> str:
    """The toll of a disaster is that of the day of the article, not of the day it struck; empty for all else."""
    day = day_of(sight)
    return day if len(day) >= _DAY and len(date.edtf) >= _DAY and date.edtf < day and _is_toll(sight, rank, measure) else ""


def _is_toll(sight: Sight, rank: int, measure: Measure | None) -> bool:
    words = set(measure.code.split("_")) if measure else set()
    return bool(_TOLLS.intersection(words)) and any(True for place in (0, 1, rank) for _ in _disasters(sight, place))


def _disasters(sight: Sight, rank: int) -> Iterator[Match]:
    sentence = sight.doc.sentences[min(rank, len(sight.doc.sentences) - 1)]
    return sight.find("disaster_word", sentence.first, sentence.last)


def _is_head(sight: Sight, date: DateMention, sentence: Sentence) -> bool:
    """Does the date open its sentence, and name its year?"""
    return opens(sight, date, sentence) and _YEAR.search(sight.doc.shadow, date.start, date.end) is not None


def sort_of(sight: Sight, measure: Measure | None) -> str:
    """`statistic` or `happening` by the words of the indicator; empty for what merely exists."""
    words = set(measure.code.split("_")) if measure else set()
    if _SHARES.intersection(words):
        return ""
    for entry in sight.lexicon.table("measure_sort"):
        if words.intersection(entry.forms):
            return str(entry.value)
    return ""


def _is_done(sight: Sight, measure: Measure | None) -> bool:
    """Does the indicator say what was done or befell ("sprayers_distributed", "deaths")? The news of it is of the article's month."""
    words = set(measure.code.split("_")) if measure else set()
    done = any(entry.value in words and entry.value not in _LASTING for entry in sight.lexicon.table("measure_act"))
    return done or sort_of(sight, measure) == "happening"


def _is_day(date: DateMention) -> bool:
    """Is it a day, or a few days from one to another?"""
    return date.kind == "date" or len(date.edtf.split("/")[0]) > len("2024-12")


def _is_far(sight: Sight, date: DateMention) -> bool:
    """Is the date of other years than the article speaks from, or is that not known?"""
    day = sight.doc.source.published or sight.doc.notes.get("day", "") or sight.doc.reported_year or _latest_year(sight)
    years = [int(year) for year in _YEAR.findall(date.edtf)]
    return not day[:4].isdigit() or not years or int(day[:4]) - max(years) > _NEAR_YEARS


def _latest_year(sight: Sight) -> str:
    """The latest year of the article's dates, when another mention is of that year or the one before."""
    if "" not in sight.latest:
        years = sorted(int(year) for date in sight.doc.dates for year in _YEAR.findall(date.edtf))
        sight.latest[""] = str(years[-1]) if len(years) > 1 and years[-1] - years[-2] <= _NEAR_YEARS else ""
    return sight.latest[""]


def _is_told(sight: Sight) -> bool:
    """Is the reported year named other than for comparison?"""
    year = sight.doc.reported_year
    if year not in sight.told:
        sight.told[year] = any(
            date.edtf.startswith(year) and not is_baseline(sight, date, sentence)
            for rank, sentence in enumerate(sight.doc.sentences)
            for date in sight.dates(rank)
        )
    return sight.told[year]


def _looks_back(doc: Doc) -> bool:
    """Is the article a review of a year that is over? Published after it, or naming the year after it too."""
    if not doc.reported_year.isdigit():
        return False
    named = sum(1 for date in doc.dates if date.edtf.startswith(doc.reported_year))
    if doc.source.published:
        is_early = doc.source.published[5:7] <= _LOOK_BACK
        return is_early and doc.source.published[:4] > doc.reported_year and named >= _OFTEN
    following = str(int(doc.reported_year) + 1)
    return any(date.edtf.startswith(following) for date in doc.dates)
