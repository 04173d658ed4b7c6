"""Approved figures meet in series and observations; changes, statuses and undated values keep apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from postil.domain.annotation import Annotation, Kind, State
from postil.domain.figure import Figure, Qualifier, Status
from postil.domain.selector import Role, quote
from postil.indicators.series import build
from postil.operations import describe

TEXT = "nearly 60 activities in 2024"


def _annotation(n: int, article: str = "a", **fields: object) -> Annotation:
    figure = Figure(number_as_written="60", value=Decimal(60), indicator="foreign_affairs_activities", period="2024", area="VN")
    return Annotation(
        id=f"n{n}",
        article=article,
        extraction="x",
        author="p",
        kind=Kind.FIGURE,
        body=replace(figure, **fields),  # type: ignore[arg-type]
        evidence=(quote(TEXT, 7, 9, Role.VALUE),),
        state=State.APPROVED,
    )


def test_the_same_fact_in_three_articles_is_one_observation() -> None:
    (series,) = build(_annotation(i, article=f"a{i}", qualifier=Qualifier.NEARLY) for i in range(3))
    (observation,) = series.observations
    assert [m.annotation for m in observation.mentions] == ["n0", "n1", "n2"]
    assert observation.articles == {"a0", "a1", "a2"}
    assert (observation.first, observation.last) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (observation.mentions[0].start, observation.mentions[0].end) == (7, 9)


def test_a_change_never_shares_a_series_with_levels() -> None:
    assert len(build([_annotation(1), _annotation(2, status=Status.CHANGE)])) == 2


def test_another_status_or_value_is_another_observation() -> None:
    (series,) = build([_annotation(1), _annotation(2, status=Status.TARGET), _annotation(3, value=Decimal(70))])
    assert len(series.observations) == 3


def test_figures_without_a_usable_period_are_listed_not_drawn() -> None:
    (series,) = build([_annotation(1), _annotation(2, period=""), _annotation(3, period="2024/..", value=Decimal(61))])
    assert [o.period for o in series.dated] == ["2024"]
    assert {o.period for o in series.undated} == {"", "2024/.."}


def test_observations_stand_in_time_order() -> None:
    (series,) = build([_annotation(1, period="2025"), _annotation(2, period="2023-05"), _annotation(3, period="2024-01/2024-11")])
    assert [o.period for o in series.observations] == ["2023-05", "2024-01/2024-11", "2025"]


def test_a_range_is_drawn_at_its_middle_and_an_empty_figure_not_at_all() -> None:
    (series,) = build([_annotation(1, value=None, minimum=Decimal(10), maximum=Decimal(20)), _annotation(2, value=None)])
    assert [o.value for o in series.observations] == [Decimal(15)]


def test_a_hedge_stays_with_its_value_and_keeps_it_from_an_exact_one() -> None:
    (series,) = build(
        [_annotation(1, qualifier=Qualifier.OVER), _annotation(2), _annotation(3, value=None, minimum=Decimal(10), maximum=Decimal(99))]
    )
    told = {(o.qualifier, o.is_range): o for o in series.observations}
    assert set(told) == {(Qualifier.OVER, False), (Qualifier.EXACT, False), (Qualifier.EXACT, True)}
    assert [o.is_hedged for o in told.values()].count(True) == 2
    assert {describe.observation_text(o) for o in series.observations} == {"> 60", "60", "10–99"}
