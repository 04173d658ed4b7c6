"""Approved figures to observations and series: what a chart draws, each point with the annotations behind it.

Figures that state the same thing (same series, same period, same status, overlapping intervals) meet as one
observation with several mentions. A change never shares a series with levels.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from postil.base import edtf
from postil.domain.annotation import Annotation
from postil.domain.figure import Figure, Qualifier, Status
from postil.indicators.intervals import Interval, of_figure


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """What makes values comparable (SDMX: indicator, area, counterpart, unit, frequency)."""

    indicator: str
    area: str
    counterpart_area: str
    unit: str
    per: str
    counted: str
    is_change: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """One approved annotation behind an observation."""

    annotation: str
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of a series, as hedged as it was stated. `first`/`last` are the days its period covers, None when the article gives none.

    `value` is what is drawn as the point: the value as stated, or the middle of a stated range.
    """

    value: Decimal
    interval: Interval
    status: Status
    period: str
    first: date | None
    last: date | None
    mentions: tuple[Mention, ...]
    qualifier: Qualifier = Qualifier.EXACT
    is_range: bool = False

    @property
    def is_hedged(self) -> bool:
        """Does it stand for an interval, rather than for one number and its rounding?"""
        return self.is_range or self.qualifier is not Qualifier.EXACT

    @property
    def is_dated(self) -> bool:
        """Can it be placed on a time axis?"""
        return self.first is not None

    @property
    def articles(self) -> frozenset[str]:
        """The articles that state it."""
        return frozenset(m.article for m in self.mentions)


@dataclass(frozen=True, slots=True)
class Series:
    """Observations of one key, in time order; the undated ones stand last, listed and not drawn."""

    key: SeriesKey
    label: str
    observations: tuple[Observation, ...]

    @property
    def dated(self) -> tuple[Observation, ...]:
        """Those a chart can draw."""
        return tuple(o for o in self.observations if o.is_dated)

    @property
    def undated(self) -> tuple[Observation, ...]:
        """Those it lists instead."""
        return tuple(o for o in self.observations if not o.is_dated)


def key_of(figure: Figure) -> SeriesKey:
    """The series a figure belongs to."""
    return SeriesKey(figure.indicator, figure.area, figure.counterpart_area, figure.unit, figure.per, figure.counted, figure.status is Status.CHANGE)


def build(annotations: Iterable[Annotation]) -> tuple[Series, ...]:
    """Series of the figures among `annotations`, in the order of their keys. Figures without a value are left out."""
    groups: dict[SeriesKey, list[tuple[Annotation, Figure, Interval]]] = {}
    for annotation in annotations:
        body = annotation.body
        if isinstance(body, Figure):
            interval = of_figure(body)
            if interval is not None:
                groups.setdefault(key_of(body), []).append((annotation, body, interval))
    return tuple(Series(key, _label(members), _observations(members)) for key, members in sorted(groups.items(), key=lambda g: g[0]))


def _label(members: list[tuple[Annotation, Figure, Interval]]) -> str:
    return next((figure.indicator_label for _a, figure, _i in members if figure.indicator_label), "")


def _observations(members: list[tuple[Annotation, Figure, Interval]]) -> tuple[Observation, ...]:
    found: list[Observation] = []
    for annotation, figure, interval in members:
        new = _observation(annotation, figure, interval)
        twin = next((i for i, old in enumerate(found) if _same(old, new)), None)
        if twin is None:
            found.append(new)
        else:
            found[twin] = _joined(found[twin], new)
    return tuple(sorted(found, key=lambda o: (o.first or date.max, o.last or date.max, o.value)))


def _observation(annotation: Annotation, figure: Figure, interval: Interval) -> Observation:
    first, last = _days(figure.period)
    value = figure.value if figure.value is not None else interval.middle()
    evidence = annotation.evidence[0] if annotation.evidence else None
    mention = Mention(annotation.id, annotation.article, evidence.start if evidence else 0, evidence.end if evidence else 0)
    return Observation(
        value or Decimal(0), interval, figure.status, figure.period, first, last, (mention,), figure.qualifier, is_range=figure.value is None
    )


def _same(old: Observation, new: Observation) -> bool:
    told = [(o.period, o.status, o.value, o.qualifier, o.is_range) for o in (old, new)]
    return told[0] == told[1] and old.interval.overlaps(new.interval)


def _joined(old: Observation, new: Observation) -> Observation:
    return replace(old, mentions=old.mentions + new.mentions)


def _days(period: str) -> tuple[date | None, date | None]:
    """The days a period covers; open or unknown ends, and years not known, are no place on an axis."""
    if not period or not edtf.is_valid(period):
        return None, None
    first, last = edtf.parse(period).bounds()
    return (None, None) if first == date.min or last == date.max else (first, last)
