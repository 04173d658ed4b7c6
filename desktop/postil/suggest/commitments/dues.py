"""The date by which, or the period in which, something is to be done: chosen among the dates of a sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from postil.base.edtf import Precision, parse
from postil.suggest.commitments.view import View
from postil.suggest.doc import DateMention

_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?=-\d\d)")
_BY: Final = frozenset({"by", "before", "until", "avant", "ici", "jusqu'", "trước"})
"""Words before a deadline."""
_KINDS: Final = frozenset({"date", "period"})
_NOT_AFTER: Final = frozenset(
    {"với", "to", "rapport", "since", "depuis", "từ", "than", "vs", "versus", "convention", "law", "loi", "luật", "résolution"}
)


_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2200
"""What lies outside is a number, not a year."""
_PLAN_REACH: Final = 14
_PLANS: Final = ("kế hoạch", "chương trình", "đề án", "chiến lược", "quy hoạch", "trung hạn")


def due_of(view: View, first: int, last: int, *, fronted: bool = False) -> DateMention | None:
    """The first date in tokens `first:last` that lies ahead of the article; with `fronted`, only a year or years.

    A date in front of the clause ("On Tuesday, …") is mostly the day of speaking, so that only coarse ones count there.
    """
    if first >= last or not view.dates:
        return None
    start, end = view.tokens[first].start, view.tokens[min(last, len(view)) - 1].end
    for found in view.dates:
        mention = _coming(view, found, fronted=fronted)
        if (
            mention.kind in _KINDS
            and start <= mention.start < end
            and _is_ahead(view, mention, fronted)
            and not _is_compared(view, mention)
            and not _names_a_paper(view, mention)
            and not _names_a_plan(view, mention)
        ):
            return mention
    return None


def closed(edtf: str) -> str:
    """A deadline as one date or one bounded period: "2025-08/.." is due in 2025-08, "../2025-06" by then."""
    return edtf.removesuffix("/..").removeprefix("../")


def is_day_ahead(view: View) -> bool:
    """Does the sentence name a day after the day of publication? Not known without both."""
    try:
        published = parse(view.doc.source.published).end if view.doc.source.published else None
    except ValueError:
        return False
    if published is None or published.precision < Precision.DAY:
        return False
    for mention in view.dates:
        try:
            point = parse(mention.edtf).start
        except ValueError:
            continue
        if point is not None and point.precision >= Precision.DAY and point.year is not None and point.first > published.last:
            return True
    return False


def _coming(view: View, mention: DateMention, *, fronted: bool) -> DateMention:
    """The date in the year after, when its year was only inferred and lies behind: what is to be done by 30 June is done by the next one."""
    if fronted or "year" not in mention.inferred or _is_ahead(view, mention, fronted):
        return mention
    before = [token.norm for token in view.tokens if token.end <= mention.start][-2:]
    if not _BY.intersection(before):
        return mention
    later = replace(mention, edtf=_YEAR.sub(lambda year: str(int(year.group()) + 1), mention.edtf))
    return later if _is_ahead(view, later, fronted) else mention


def _is_ahead(view: View, mention: DateMention, fronted: bool) -> bool:
    """Does the date lie after publication, or after the year the article reports on? An unknown year is taken as ahead."""
    try:
        edtf = parse(mention.edtf)
    except ValueError:
        return False
    point = edtf.end or edtf.start
    if point is None or (point.year is not None and not _FIRST_YEAR < point.year < _LAST_YEAR) or (fronted and point.precision > Precision.YEAR):
        return False
    if point.year is None:
        return not fronted
    limit = _reference(view)
    if limit is None:
        return True
    return point.last > limit


def _reference(view: View) -> date | None:
    """The day before which nothing is due: publication, else the first day of the year reported on."""
    for text, first_day in ((view.doc.source.published, False), (view.doc.reported_year, True)):
        try:
            point = parse(text).start if text else None
        except ValueError:
            continue
        if point is not None and point.year is not None:
            return date(point.year, 1, 1) if first_day else point.first
    return None


def _is_compared(view: View, mention: DateMention) -> bool:
    """Is the date only what something is compared with ("so với năm 2024"), or part of the name of a law?"""
    before = [token.norm for token in view.tokens if token.end <= mention.start][-2:]
    return any(word in _NOT_AFTER for word in before)


def _names_a_plan(view: View, mention: DateMention) -> bool:
    """Does the period only name a plan ("kế hoạch đầu tư công trung hạn giai đoạn 2021-2025")?"""
    if view.grammar.language != "vi":
        return False
    before = [token.norm for token in view.tokens if token.start < mention.end][-_PLAN_REACH:]
    text = " ".join(before)
    return "giai đoạn" in text and any(f"{name} " in text for name in _PLANS)


def _names_a_paper(view: View, mention: DateMention) -> bool:
    """Does the date belong to a number of a law or letter that stands right before it ("số 280/CĐ-TTg ngày 19/4")?"""
    text = view.doc.shadow
    return any(mask.end <= mention.start and len(text[mask.end : mention.start].split()) <= 1 for mask in view.masks)
