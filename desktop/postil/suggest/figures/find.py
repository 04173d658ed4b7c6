"""Figures of a document: select the quantities that are figures, then attach what each is about, as suggestions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from postil.domain.annotation import Kind, Suggestion
from postil.domain.figure import Figure, Qualifier, Status
from postil.domain.selector import Evidence, Role, quote
from postil.suggest.doc import Doc, Quantity, Sentence
from postil.suggest.figures.areas import areas_of
from postil.suggest.figures.asked import Asked
from postil.suggest.figures.chosen import Chosen
from postil.suggest.figures.frames import framed
from postil.suggest.figures.growth import growth_of
from postil.suggest.figures.inherit import inherited
from postil.suggest.figures.links import coordinated, is_conversion, link_changes, share
from postil.suggest.figures.measures import measure_of
from postil.suggest.figures.naming import told
from postil.suggest.figures.nouns import Noun, noun_after
from postil.suggest.figures.periods import baseline_of, period_of
from postil.suggest.figures.rates import attribution, rate_of
from postil.suggest.figures.select import counts_left, is_figure, is_vietnamese_money
from postil.suggest.figures.series import in_series
from postil.suggest.figures.sight import Sight
from postil.suggest.figures.sisters import with_sisters
from postil.suggest.figures.status import change_of, is_compared, is_start_of_pair, status_of, status_with_period
from postil.suggest.figures.weights import ENOUGH
from postil.suggest.lexicon import Lexicon

_CONFIDENCE: Final = {"money": 930, "percent": 930, "": 820, "time": 650}
_NEIGHBOURS: Final = 12
"""Quantities on each side that one is weighed against: what keeps a sentence of any length linear."""
_MILLION: Final = 1_000_000
_GROWTH: Final = ("_growth", "inflation_rate")


def find_figures(doc: Doc, lexicon: Lexicon, country: str = "") -> list[Suggestion]:
    """The figures of title and body in reading order, keys `f0`, `f1` …; `relates_to` holds the key of a sister."""
    sight = framed(Sight(doc, lexicon, country))
    chosen: list[Chosen] = []
    for rank, quantities in _by_sentence(sight):
        chosen += _of_sentence(sight, rank, quantities, chosen[-_NEIGHBOURS:])
    links = link_changes(chosen)
    chosen = with_sisters(sight, share(sight, chosen, links))
    return [_suggestion(sight, figure, place, links.get(place)) for place, figure in enumerate(chosen)]


def _by_sentence(sight: Sight) -> list[tuple[int, list[Quantity]]]:
    out: list[tuple[int, list[Quantity]]] = []
    for quantity in sight.doc.quantities:
        rank = sight.rank(quantity.number.first)
        if rank < 0:
            continue
        if out and out[-1][0] == rank:
            out[-1][1].append(quantity)
        else:
            out.append((rank, [quantity]))
    return out


def _of_sentence(sight: Sight, rank: int, quantities: Sequence[Quantity], told: Sequence[Chosen]) -> list[Chosen]:
    sentence = sight.doc.sentences[rank]
    nouns = {quantity.start: noun_after(sight, quantity) if quantity.kind == "" else None for quantity in quantities}
    quantities = _with_money(sight, quantities, nouns, sentence)
    counted = [quantity for quantity in quantities if nouns[quantity.start]]
    near = {quantity.start: counted[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS] for quantity, place in _placed(quantities, counted)}
    kept = [quantity for quantity in quantities if is_figure(sight, quantity, nouns[quantity.start], sentence, near[quantity.start])]
    phrases = [(noun.first, noun.last) for noun in nouns.values() if noun]
    sight.counted.update(i for first, last in phrases for i in range(first, last + 1))
    out: list[Chosen] = []
    places = {quantity.start: place for place, quantity in enumerate(quantities)}
    for quantity in kept:
        place = places[quantity.start]
        others = [*quantities[max(0, place - _NEIGHBOURS) : place], *quantities[place + 1 : place + 1 + _NEIGHBOURS]]
        figure = Chosen(quantity, sentence, rank, nouns[quantity.start])
        if out and is_conversion(sight, out[-1].quantity, quantity):
            out.append(replace(out[-1], quantity=quantity, is_conversion=True))
        else:
            attached = _attached(sight, figure, others, phrases)
            joined = coordinated(sight, out[-1], attached) if out else attached
            out.append(_redated(sight, out[-1] if out else None, in_series(sight, joined, [*told, *out[-2 * _NEIGHBOURS :]])))
    return out


def _placed(quantities: Sequence[Quantity], counted: Sequence[Quantity]) -> Iterator[tuple[Quantity, int]]:
    """Each quantity with how many of `counted` begin before it."""
    firsts = [quantity.first for quantity in counted]
    return ((quantity, bisect_left(firsts, quantity.first)) for quantity in quantities)


def _with_money(sight: Sight, quantities: Sequence[Quantity], nouns: dict[int, Noun | None], sentence: Sentence) -> list[Quantity]:
    """ "… à 34,6 milliards en 2016": a large number that counts nothing takes the currency named in its sentence."""
    named = [quantity for quantity in quantities if quantity.kind == "money"]

    if not named and sight.language != "vi":
        return list(quantities)
    starts = [quantity.first for quantity in named]

    def completed(quantity: Quantity) -> Quantity:
        is_bare = quantity.kind == "" and nouns[quantity.start] is None and quantity.number.scale >= _MILLION
        if not is_bare or (named and counts_left(sight, quantity, sentence)):
            return quantity
        if not named:
            return (
                replace(quantity, unit="VND", kind="money", inferred=("unit",), rule="quantity.elliptic")
                if is_vietnamese_money(sight, quantity, sentence)
                else quantity
            )
        place = bisect_left(starts, quantity.first)
        near = min(named[max(0, place - 1) : place + 1], key=lambda other: abs(other.first - quantity.first))
        return replace(quantity, unit=near.unit, kind="money", inferred=("unit",), rule="quantity.elliptic")

    return [completed(quantity) for quantity in quantities]


def _attached(sight: Sight, figure: Chosen, others: Sequence[Quantity], phrases: Sequence[tuple[int, int]]) -> Chosen:
    quantity, sentence = figure.quantity, figure.sentence
    is_change, direction = change_of(sight, quantity, sentence, others, figure.noun.last if figure.noun else -1)
    asked = Asked(sight, quantity, sentence, figure.noun, others, is_change)
    growth = growth_of(sight, quantity, sentence) if is_change else None
    measure = told(asked, growth, ENOUGH["indicator_of_count"]) if growth else measure_of(asked)
    if is_change and measure and quantity.unit == "percent" and (growth or measure.code.endswith(_GROWTH)):
        is_change = False
    status = Status.CHANGE if is_change else status_of(sight, quantity, sentence, phrases, others)
    compared = is_compared(sight, quantity)
    period = period_of(sight, quantity, sentence, figure.rank, others, status)
    opens_pair = is_start_of_pair(sight, quantity, others)
    settled = compared or opens_pair or period is not None or bool(rate_of(sight, quantity, sentence, figure.rank)[0])
    if not settled:
        period = inherited(sight, figure.rank, status, measure, quantity.kind)
    period = period if period and period.edtf else None
    if status is Status.ACTUAL and period:
        status = status_with_period(sight, quantity, sentence, period.edtf, is_own=bool(period.span) and not period.is_inferred)
    way = direction if is_change else None
    figure = replace(figure, status=status, direction=way, measure=measure, period=period, may_inherit=not settled)
    return replace(figure, is_compared=compared, opens_pair=opens_pair)


def _redated(sight: Sight, before: Chosen | None, figure: Chosen) -> Chosen:
    """The period that a figure inherits once its indicator is known, or with the figure before it in a list."""
    if figure.period or not figure.may_inherit or figure.measure is None:
        return figure
    if before and before.period and before.may_inherit and before.quantity.kind == figure.quantity.kind and before.status is figure.status:
        return replace(figure, period=before.period)
    return replace(figure, period=inherited(sight, figure.rank, figure.status, figure.measure, figure.quantity.kind))


def _suggestion(sight: Sight, figure: Chosen, place: int, link: int | None) -> Suggestion:
    quantity, number, text = figure.quantity, figure.quantity.number, sight.doc.source.text
    per, per_span = rate_of(sight, quantity, figure.sentence, figure.rank)
    by, by_span = attribution(sight, figure.sentence)
    baseline = baseline_of(sight, quantity, figure.sentence, figure.rank) if figure.status is Status.CHANGE else None
    areas = areas_of(sight, quantity, figure.sentence)
    measure = figure.measure
    sign = -1 if figure.status is Status.CHANGE else 1
    body = Figure(
        number_as_written=text[number.start : number.end],
        value=abs(number.value) if sign < 0 and number.value is not None else number.value,
        minimum=number.low,
        maximum=number.high,
        unit=quantity.unit,
        counted=figure.noun.code if figure.noun and quantity.unit == "count" else "",
        qualifier=Qualifier(quantity.qualifier),
        indicator=measure.code if measure else "",
        indicator_label=measure.label if measure and not measure.is_known else "",
        period=figure.period.edtf if figure.period else "",
        per=per,
        area=areas.area,
        counterpart_area=areas.counterpart,
        status=figure.status,
        direction=figure.direction,
        relates_to=f"f{link}" if link is not None else "",
        baseline=baseline.edtf if baseline else "",
        attributed_to=by,
        inferred=_inferred(figure, per_span, per, areas.is_inferred),
    )
    spans = (
        ((number.start, number.end), Role.VALUE),
        (quantity.hedge, Role.HEDGE),
        (quantity.unit_span, Role.UNIT),
        (sight.span(figure.noun.first, figure.noun.last) if figure.noun else None, Role.COUNTED),
        (figure.period.span if figure.period else None, Role.PERIOD),
        (measure.span if measure else None, Role.INDICATOR),
        (by_span, Role.ATTRIBUTION),
    )
    return Suggestion(Kind.FIGURE, body, _evidence(text, spans), _rule(quantity), _confidence(quantity, figure.noun), f"f{place}")


def _evidence(text: str, spans: Sequence[tuple[tuple[int, int] | None, Role]]) -> tuple[Evidence, ...]:
    return tuple(quote(text, span[0], span[1], role) for span, role in spans if span and span[0] < span[1])


def _inferred(figure: Chosen, per_span: tuple[int, int] | None, per: str, is_area_inferred: bool) -> tuple[str, ...]:
    out = list(figure.quantity.inferred)
    if figure.period and figure.period.is_inferred:
        out.append("period")
    if per and per_span is None:
        out.append("per")
    if is_area_inferred:
        out.append("area")
    return tuple(out)


def _rule(quantity: Quantity) -> str:
    kind = {"": "count", "money": "money", "percent": "percent", "time": "duration"}.get(quantity.kind, "measure")
    return f"figure.{kind}.range" if quantity.rule == "quantity.range" else f"figure.{kind}"


def _confidence(quantity: Quantity, noun: Noun | None) -> int:
    """Permille: how often a quantity of this sort is a figure; less where a reading is in doubt."""
    score = _CONFIDENCE.get(quantity.kind, 880)
    number = quantity.number
    if quantity.kind == "":
        score += 60 if noun and noun.is_known else 0
        score -= 150 if noun is None else 0
    score -= 120 if number.in_words and number.scale == 1 else 0
    score -= 150 if number.other is not None and number.scale != 1 else 0
    score -= 60 if number.other is not None and number.scale == 1 else 0
    if quantity.inferred:
        score -= 20
    return max(100, score - (100 if number.value == Decimal(1) else 0))
