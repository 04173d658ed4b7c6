"""Indicators and the mentions behind a point, as rows of lists."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from postil.base import edtf
from postil.base.i18n import N_, _, language, ngettext
from postil.domain import codebook
from postil.domain.figure import STATUS_LABELS
from postil.indicators.series import Observation, Series
from postil.models.rows import Column, RowsModel


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One indicator in the list."""

    series: Series

    @property
    def key(self) -> str:
        """What tells it from the others."""
        k = self.series.key
        return "\x1f".join((k.indicator, k.area, k.counterpart_area, k.unit, k.per, k.counted, str(k.is_change)))


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One sentence behind the chosen observation."""

    annotation: str
    article: str
    title: str
    sentence: str
    start: int
    end: int


def indicator_name(series: Series) -> str:
    """The indicator in the interface's language; a new one in the words of its article."""
    known = codebook.shipped("indicators")
    if series.key.indicator in known.by_id or not series.label:
        return known.label(series.key.indicator) or _("No indicator")
    return series.label


def title(series: Series) -> str:
    """The same, told from the levels of the indicator where these are changes of it."""
    name = indicator_name(series)
    return _("{indicator} (change)").format(indicator=name) if series.key.is_change else name


def unit_name(series: Series) -> str:
    """Unit, what is counted, and the rate, in words."""
    key = series.key
    unit = codebook.shipped("counted").label(key.counted) if key.unit == "count" and key.counted else codebook.shipped("units").label(key.unit)
    per = " / " + codebook.shipped("units").label(key.per) if key.per else ""
    return unit + per


def subtitle(series: Series) -> str:
    """Area and unit."""
    area = codebook.shipped("countries").label(series.key.area) if series.key.area else ""
    return " · ".join(part for part in (area, unit_name(series)) if part)


def count(series: Series) -> str:
    """How many observations, in words."""
    n = len(series.observations)
    return ngettext("{n} value", "{n} values", n).format(n=n)


def period_name(observation: Observation) -> str:
    """The period as people write it."""
    return edtf.for_people(observation.period, language()) if observation.period else _("undated")


def status_name(observation: Observation) -> str:
    """Actual, target, forecast or change."""
    return _(STATUS_LABELS[observation.status])


class SeriesModel(RowsModel[SeriesRow]):
    """The indicators that have approved values."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns: tuple[Column[SeriesRow], ...] = (
            Column("name", N_("Indicator"), lambda r: title(r.series), tip=lambda r: subtitle(r.series)),
            Column("count", N_("Values"), lambda r: str(len(r.series.observations)), align_end=True),
        )
        super().__init__(columns, lambda row: row.key, parent)


class MentionsModel(RowsModel[MentionRow]):
    """The sentences behind the chosen point."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns: tuple[Column[MentionRow], ...] = (
            Column("sentence", N_("Sentence"), lambda r: r.sentence, tip=lambda r: r.sentence),
            Column("title", N_("Article"), lambda r: r.title),
        )
        super().__init__(columns, lambda row: row.annotation, parent)
