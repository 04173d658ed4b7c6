"""What is wrong with an annotation: what cannot be right blocks, the rest asks for a look."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from postil.domain import commitment
from postil.domain.annotation import Body, Kind
from postil.domain.article import Article, Found, Meta
from postil.domain.commitment import Commitment
from postil.domain.event import Event, Participant, Place
from postil.domain.figure import Direction, Figure, Status
from postil.domain.selector import Evidence, Role, quote
from postil.domain.zone import Zone, ZoneKind
from postil.operations.validation import problems

TEXT = "Près de 60 activités ont eu lieu.\nPhoto: 12 people\n"
ARTICLE = Article("id", "a.txt", "", "", TEXT, Meta(published=Found("2024-12-20")), (Zone(ZoneKind.CAPTION, 34, 50),))
VALUE = quote(TEXT, 8, 10, Role.VALUE)
FIGURE = Figure("60", Decimal(60), counted="activity", period="2024")
GOOD: dict[Kind, tuple[Body, Evidence]] = {
    Kind.FIGURE: (FIGURE, VALUE),
    Kind.EVENT: (Event(title="x", start="2024"), quote(TEXT, 0, 10, Role.TRIGGER)),
    Kind.COMMITMENT: (Commitment(issuer="ministry", action="act"), quote(TEXT, 0, 10, Role.WHOLE)),
}


@pytest.mark.parametrize("kind", Kind)
def test_what_is_right_has_no_problem(kind: Kind) -> None:
    body, evidence = GOOD[kind]
    assert problems(ARTICLE, kind, body, (evidence,)) == ()


@pytest.mark.parametrize(
    ("body", "field", "blocks"),
    [
        (replace(FIGURE, value=None), "value", True),
        (replace(FIGURE, minimum=Decimal(1), maximum=Decimal(2)), "value", True),
        (replace(FIGURE, value=None, minimum=Decimal(1)), "maximum", True),
        (replace(FIGURE, value=None, minimum=Decimal(3), maximum=Decimal(2)), "minimum", True),
        (replace(FIGURE, unit=""), "unit", True),
        (replace(FIGURE, unit="furlong"), "unit", False),
        (replace(FIGURE, unit="usd"), "unit", False),
        (replace(FIGURE, counted=""), "counted", False),
        (replace(FIGURE, unit="percent"), "counted", False),
        (replace(FIGURE, period="last year"), "period", True),
        (replace(FIGURE, period="2030"), "period", False),
        (replace(FIGURE, baseline="?"), "baseline", True),
        (replace(FIGURE, status=Status.CHANGE), "direction", False),
        (replace(FIGURE, status=Status.CHANGE, direction=Direction.UP, value=Decimal(-3)), "value", False),
        (replace(FIGURE, direction=Direction.UP), "status", False),
        (replace(FIGURE, number_as_written="sixty"), "number_as_written", False),
    ],
)
def test_a_figure(body: Figure, field: str, blocks: bool) -> None:
    found = problems(ARTICLE, Kind.FIGURE, body, (VALUE,))
    assert (field, blocks) in {(p.field, p.is_blocking) for p in found}, found
    assert all(p.message for p in found)
    assert sorted(found, key=lambda p: not p.is_blocking) == list(found)


def test_a_target_may_lie_ahead() -> None:
    assert problems(ARTICLE, Kind.FIGURE, replace(FIGURE, period="2030", status=Status.TARGET), (VALUE,)) == ()
    assert problems(ARTICLE, Kind.FIGURE, replace(FIGURE, period="2024/2030"), (VALUE,)) == ()


@pytest.mark.parametrize(
    ("kind", "body", "field", "blocks"),
    [
        (Kind.EVENT, Event(title="x", start="2024-12", end="2024-11"), "end", True),
        (Kind.EVENT, Event(title="x", end="2024-11"), "start", False),
        (Kind.EVENT, Event(title="x", start="soon"), "start", True),
        (Kind.EVENT, Event(title="x", places=(Place(" "),)), "places", True),
        (Kind.EVENT, Event(title="x", participants=(Participant(""),)), "participants", True),
        (Kind.COMMITMENT, Commitment(issuer="a"), "action", True),
        (Kind.COMMITMENT, Commitment(action="a"), "issuer", False),
        (Kind.COMMITMENT, Commitment(issuer="a", action="b", testable=commitment.Testable.YES), "test", False),
        (Kind.COMMITMENT, Commitment(issuer="a", action="b", due="31/12"), "due", True),
    ],
)
def test_events_and_commitments(kind: Kind, body: Body, field: str, blocks: bool) -> None:
    found = problems(ARTICLE, kind, body, (GOOD[kind][1],))
    assert (field, blocks) in {(p.field, p.is_blocking) for p in found}, found


@pytest.mark.parametrize(
    ("evidence", "blocks"),
    [
        ((), True),
        ((replace(VALUE, role=Role.PLACE),), True),
        ((replace(VALUE, start=9, end=11),), True),
        ((quote(TEXT, 41, 43, Role.VALUE),), False),
    ],
)
def test_evidence(evidence: tuple[Evidence, ...], blocks: bool) -> None:
    found = problems(ARTICLE, Kind.FIGURE, FIGURE, evidence)
    assert [(p.field, p.is_blocking) for p in found] == [("evidence", blocks)]


def test_a_body_of_another_kind_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError):
        problems(ARTICLE, Kind.EVENT, FIGURE, (VALUE,))
