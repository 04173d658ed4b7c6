"""What is wrong with an annotation, field by field, in sentences: some of it blocks, most of it only asks for a look."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from postil.base import edtf
from postil.base.i18n import _
from postil.domain import codebook
from postil.domain.annotation import BODY_TYPES, MAIN_ROLE, Body, Kind
from postil.domain.article import Article
from postil.domain.commitment import Commitment, Testable
from postil.domain.event import Event
from postil.domain.figure import Figure, Status
from postil.domain.selector import Evidence, EvidenceState, state_of
from postil.domain.zone import READ_KINDS, kind_at
from postil.operations.fields import FIELDS, FieldType


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence about one field (`evidence` for the words it rests on). Blocking ones must be solved before submitting."""

    field: str
    message: str
    is_blocking: bool = False


def problems(article: Article, kind: Kind, body: Body, evidence: Sequence[Evidence]) -> tuple[Problem, ...]:
    """Everything that is wrong, blocking problems first."""
    if not isinstance(body, BODY_TYPES[kind]):
        raise TypeError(f"a {type(body).__name__} is no body of a {kind}")
    found = [*_evidence(article, kind, evidence), *_dates(kind, body), *_required(kind, body), *_CHECKS[kind](article, body)]
    return tuple(sorted(found, key=lambda problem: not problem.is_blocking))


def _evidence(article: Article, kind: Kind, evidence: Sequence[Evidence]) -> Iterator[Problem]:
    if not evidence:
        yield Problem("evidence", _("Select the words it rests on."), is_blocking=True)
        return
    if evidence[0].role is not MAIN_ROLE[kind]:
        yield Problem("evidence", _("The first piece of evidence has another role than this kind asks for."), is_blocking=True)
    if any(state_of(article.text, piece) is not EvidenceState.OK for piece in evidence):
        yield Problem("evidence", _("The quoted words do not stand there in the article."), is_blocking=True)
    elif kind_at(article.zones, evidence[0].start) not in READ_KINDS:
        yield Problem("evidence", _("The words stand outside the body of the article."))


def _dates(kind: Kind, body: Body) -> Iterator[Problem]:
    for spec in FIELDS[kind]:
        value = getattr(body, spec.name)
        if spec.type is FieldType.EDTF and value and not edtf.is_valid(value):
            yield Problem(
                spec.name, _("“{value}” is no date that Postil understands; write it as 2024, 2024-12 or 2024-12-20.").format(value=value), True
            )


def _required(kind: Kind, body: Body) -> Iterator[Problem]:
    for spec in FIELDS[kind]:
        if spec.is_required and not str(getattr(body, spec.name)).strip():
            yield Problem(spec.name, _("This is needed."), is_blocking=True)


def _figure(article: Article, body: Body) -> Iterator[Problem]:
    assert isinstance(body, Figure)
    yield from _value(body)
    yield from _unit(body)
    if body.status is Status.CHANGE:
        if body.direction is None:
            yield Problem("direction", _("A change goes up or down."))
    elif body.direction is not None or body.relates_to:
        yield Problem("status", _("Only a change has a direction and a figure it changes."))
    if body.status is Status.ACTUAL:
        yield from _period(article, body.period)
    if body.number_as_written and body.number_as_written not in article.text:
        yield Problem("number_as_written", _("The article does not write the number like this."))


def _value(body: Figure) -> Iterator[Problem]:
    is_range = body.minimum is not None or body.maximum is not None
    if body.value is None and not is_range:
        yield Problem("value", _("A figure needs a value, or a lowest and a highest one."), is_blocking=True)
    if body.value is not None and is_range:
        yield Problem("value", _("Give either a value or a range, not both."), is_blocking=True)
    if is_range and (body.minimum is None or body.maximum is None):
        yield Problem("minimum" if body.minimum is None else "maximum", _("A range has two ends."), is_blocking=True)
    if body.minimum is not None and body.maximum is not None and body.minimum > body.maximum:
        yield Problem("minimum", _("The lowest value is above the highest."), is_blocking=True)
    if body.status is Status.CHANGE and body.value is not None and body.value < 0:
        yield Problem("value", _("A change is written as a positive value with a direction."))


def _unit(body: Figure) -> Iterator[Problem]:
    known = codebook.shipped("units").by_id
    if body.unit and body.unit not in known and not _is_currency(body.unit):
        yield Problem("unit", _("“{unit}” is not in the list of units.").format(unit=body.unit))
    if body.unit == "count" and not body.counted:
        yield Problem("counted", _("Say what is counted."))
    if body.unit != "count" and body.counted:
        yield Problem("counted", _("Only a count counts things."))


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper()


def _period(article: Article, period: str) -> Iterator[Problem]:
    if not period or not edtf.is_valid(period) or not edtf.is_valid(article.meta.published.value):
        return
    start = edtf.parse(period).start
    published = edtf.parse(article.meta.published.value).bounds()[1]
    if start is not None and start.year is not None and start.first > published:
        yield Problem("period", _("The period begins after the article was published; is it a target or a forecast?"))


def _event(_article: Article, body: Body) -> Iterator[Problem]:
    assert isinstance(body, Event)
    if not body.start and body.end:
        yield Problem("start", _("An event that ends has begun."))
    if body.start and body.end and edtf.is_valid(body.start) and edtf.is_valid(body.end):
        first, last = edtf.parse(body.start).bounds()[0], edtf.parse(body.end).bounds()[1]
        if last < first:
            yield Problem("end", _("It ends before it begins."), is_blocking=True)
    if any(not place.name.strip() for place in body.places):
        yield Problem("places", _("A place needs a name."), is_blocking=True)
    if any(not person.name.strip() for person in body.participants):
        yield Problem("participants", _("A participant needs a name."), is_blocking=True)


def _commitment(_article: Article, body: Body) -> Iterator[Problem]:
    assert isinstance(body, Commitment)
    if not body.issuer and not body.addressee:
        yield Problem("issuer", _("Say who promises it or who must act."))
    if body.testable is Testable.YES and not body.test and not body.target_figure:
        yield Problem("test", _("Write the sentence that will say whether it was kept, or choose the target figure."))


_CHECKS: Final[dict[Kind, Callable[[Article, Body], Iterator[Problem]]]] = {
    Kind.FIGURE: _figure,
    Kind.EVENT: _event,
    Kind.COMMITMENT: _commitment,
}
