"""What figures tell each other: the two ends of "from … to …", the level of a year before, and the same figure said again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from postil.domain.figure import Status
from postil.domain.zone import ZoneKind
from postil.suggest.figures.chosen import Chosen
from postil.suggest.figures.clock import day_of
from postil.suggest.figures.periods import Period
from postil.suggest.figures.sight import Sight
from postil.suggest.figures.weights import ENOUGH

_SPAN: Final = re.compile(r"(\d{4})/(\d{4})")
_YEAR: Final = re.compile(r"\d{4}")
_REACH: Final = 10
_FEW: Final = 10
_FAR: Final = 6
"""Sentences for which a comparison with a year earlier holds."""
_MARGIN: Final = 25
"""By how much the indicator of another mention must fit better."""


def with_sisters(sight: Sight, chosen: Sequence[Chosen]) -> list[Chosen]:
    """The figures of a document with what others tell of their period, indicator and status."""
    return _repeated(_since_last_year(sight, _pairs_of_years(sight, _still_now(_carried(_spanned(_year_before(sight, _ends(chosen))))))))


def _still_now(chosen: Sequence[Chosen]) -> list[Chosen]:
    """What follows a figure of now in its paragraph is of now, not of a date before it."""
    out = list(chosen)
    now: Chosen | None = None
    for place, figure in enumerate(out):
        period = figure.period
        if period and period.span and _is_inside(figure):
            now = figure if period.score == ENOUGH["period_now"] and period.is_inferred else None
        elif now and now.period and now.period.span and figure.sentence.line == now.sentence.line and period and period.span:
            out[place] = replace(figure, period=now.period) if period.span < now.period.span else figure
    return out


def _spanned(chosen: Sequence[Chosen]) -> list[Chosen]:
    """ "grew 0.1% from 9,974,000 in June to 9,984,000 in September": the change took from the one date to the other."""
    out = list(chosen)
    for place in range(len(out) - 2):
        change, one, two = out[place : place + 3]
        if change.status is not Status.CHANGE or not (one.opens_pair or one.is_compared) or not change.rank == one.rank == two.rank:
            continue
        left, right = one.period, two.period
        if left and right and left.span and right.span and left.span != right.span and len(left.edtf) == len(right.edtf) and left.edtf < right.edtf:
            out[place] = replace(change, period=replace(right, edtf=f"{left.edtf}/{right.edtf}"))
    return out


def _carried(chosen: Sequence[Chosen]) -> list[Chosen]:
    """A date taken over from an earlier sentence means what it meant for the level, or the change, beside it there."""
    own: dict[tuple[tuple[int, int], bool], str] = {}
    for figure in chosen:
        if figure.period and figure.period.span and _is_inside(figure):
            own.setdefault((figure.period.span, figure.status is Status.CHANGE), figure.period.edtf)

    def carried(figure: Chosen) -> Chosen:
        period = figure.period
        if period is None or period.span is None or _is_inside(figure):
            return figure
        level = own.get((period.span, False), period.edtf)
        return replace(figure, period=replace(period, edtf=own.get((period.span, True), level) if figure.status is Status.CHANGE else level))

    return [carried(figure) for figure in chosen]


def _is_inside(figure: Chosen) -> bool:
    """Does the period stand in the sentence of its figure?"""
    span = figure.period.span if figure.period else None
    return span is not None and figure.sentence.start <= span[0] < figure.sentence.end


def _ends(chosen: Sequence[Chosen]) -> list[Chosen]:
    """ "rose from 358 to 1,100 between 2015 and 2019": the first level is of 2015, the second of 2019."""
    out = list(chosen)
    for place in range(len(out) - 1):
        one, two = out[place], out[place + 1]
        if not one.opens_pair or one.rank != two.rank or one.quantity.unit != two.quantity.unit:
            continue
        span = _SPAN.fullmatch(one.period.edtf) if one.period else None
        if span and one.period and two.period and two.period.edtf == one.period.edtf:
            out[place] = replace(one, period=replace(one.period, edtf=span[1]))
            out[place + 1] = replace(two, period=replace(two.period, edtf=span[2]))
    return out


def _pairs_of_years(sight: Sight, chosen: Sequence[Chosen]) -> list[Chosen]:
    """ "(from 3.9% to 4.5%)" where the text compares with a year earlier: the first level is of the year before."""
    out = list(chosen)
    compared = -_FAR
    for place, (one, two) in enumerate(pairwise(out)):
        if any(True for table in ("last_year_word", "on_year_word") for _ in sight.find(table, one.sentence.first, one.sentence.last)):
            compared = one.rank
        is_pair = one.opens_pair and one.rank == two.rank and one.quantity.unit == two.quantity.unit
        is_same = one.period is None or (two.period is not None and one.period.edtf == two.period.edtf and one.rank == compared)
        if is_pair and is_same and two.period and len(two.period.edtf) != len("2024-09-30") and one.rank - compared <= _FAR:
            out[place] = replace(one, period=replace(two.period, edtf=_a_year_less(two.period.edtf), is_inferred=True))
    return out


def _a_year_less(edtf: str) -> str:
    return _YEAR.sub(lambda year: f"{int(year[0]) - 1:04d}", edtf)


def _since_last_year(sight: Sight, chosen: Sequence[Chosen]) -> list[Chosen]:
    """ "up 35% on the previous year", of which nothing else tells the time: a change of the year of the article."""
    year = day_of(sight)[: len("2024")]

    def dated(figure: Chosen) -> Chosen:
        if figure.status is not Status.CHANGE or figure.period or not year:
            return figure
        said = next(sight.find("last_year_word", figure.quantity.last + 1, min(figure.sentence.last, figure.quantity.last + 1 + _REACH)), None)
        period = Period(year, sight.span(said.first, said.last), ENOUGH["period_of_article"], True) if said else None
        return replace(figure, period=period)

    return [dated(figure) for figure in chosen]


def _year_before(sight: Sight, chosen: Sequence[Chosen]) -> list[Chosen]:
    """ "$283 million, down from $453 million a year earlier": the period of the level beside it, one year before."""
    out = list(chosen)
    for place, figure in enumerate(out):
        if place == 0 or not figure.is_compared or (figure.period and not figure.period.is_inferred):
            continue
        other = out[place - 1]
        stop = min(figure.sentence.last, figure.quantity.last + 1 + _REACH)
        said = next(sight.find("last_year_word", figure.quantity.last + 1, stop), None)
        if said and other.rank == figure.rank and other.period and other.quantity.unit == figure.quantity.unit:
            out[place] = replace(
                figure, period=Period(_a_year_less(other.period.edtf), sight.span(said.first, said.last), ENOUGH["period_of_paragraph"], True)
            )
    return out


def _repeated(chosen: Sequence[Chosen]) -> list[Chosen]:
    """A figure that the title or lead says first and the text again has one period, one indicator and one status."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for place, figure in enumerate(chosen):
        number = figure.quantity.number
        value = number.value or number.low or 0
        if (value >= _FEW or value % 1) and figure.status is not Status.CHANGE and figure.quantity.kind not in ("percent", "time"):
            groups.setdefault((number.value, number.low, number.high, figure.quantity.unit), []).append(place)
    out = list(chosen)
    for places in groups.values():
        if len(places) > 1:
            _share(out, places)
    return out


def _share(out: list[Chosen], places: Sequence[int]) -> None:
    figures = [out[place] for place in places]
    nouns = {figure.noun.code for figure in figures if figure.noun}
    if len(nouns) > 1:
        return
    dated = [figure for figure in figures if figure.period and figure.period.span]
    named = max((figure.measure for figure in figures if figure.measure), key=lambda measure: measure.score, default=None)
    told = [figure.status for figure in figures if figure.status is not Status.ACTUAL and figure.sentence.zone is not ZoneKind.TITLE]
    for place in places:
        figure = out[place]
        if figure.period is None and dated and dated[0].period:
            figure = replace(figure, period=replace(dated[0].period, is_inferred=True))
        if named and (figure.measure is None or figure.measure.score < named.score - _MARGIN):
            figure = replace(figure, measure=named)
        if told and figure.sentence.zone is ZoneKind.TITLE and figure.status is Status.ACTUAL:
            figure = replace(figure, status=told[0])
        out[place] = figure
