"""Figures that go on with what others measure: a series, the parts of a whole, a list of parts in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from postil.domain.figure import Status
from postil.suggest.figures.asked import Measure
from postil.suggest.figures.chosen import Chosen
from postil.suggest.figures.measures import label_of
from postil.suggest.figures.phrases import slug_of, topics_behind, topics_within
from postil.suggest.figures.plurals import plural
from postil.suggest.figures.sight import Sight
from postil.suggest.figures.weights import ENOUGH

_NEIGHBOURS: Final = 12
"""Figures before one that it may go on with."""
_SENTENCES: Final = 3
"""Sentences over which a figure without a term goes on with what was measured."""
_AGAINST: Final = (
    frozenset({"urban", "rural"}),
    frozenset({"public", "private"}),
    frozenset({"men", "women"}),
    frozenset({"primary", "secondary", "tertiary", "preschool"}),
    frozenset({"domestic", "foreign", "international"}),
    frozenset({"exports", "imports"}),
)
"""Parts of a whole of which a thing is one or the other."""
_FIELD: Final = frozenset({"area", "production", "output", "yield", "harvest"})
_BARE: Final = _FIELD | {"exports", "imports", "sales", "price", "consumption"}
"""Measures that are always of a product, or of all there is."""
_TOTAL: Final = ("total", "tổng", "overall", "ensemble", "all ", "cả nước")
_TOTAL_REACH: Final = 14
"""Characters before a measure in which it is called a total."""
_IN_BRACKET: Final = frozenset({"or", "ou", "hay", "hoặc", ",", ";", "/", "-", "–", "đạt", "với"})


def in_series(sight: Sight, figure: Chosen, before: Sequence[Chosen]) -> Chosen:
    """A figure without a term measures what the one before it does ("… đạt 150 triệu; năm 2023 đạt 95 triệu"); else a label is proposed."""
    parts = _heading_of_bracket(sight, figure)
    base = _base(sight, before) if parts else None
    base = base or (figure.measure if parts and figure.measure and figure.measure.score > ENOUGH["label"] else None)
    if base:
        code = slug_of([*parts, *_without(base.code, parts)])
        return replace(figure, measure=replace(base, code=code, is_known=False, score=ENOUGH["indicator_of_series"]))
    if figure.measure is not None and figure.measure.score > ENOUGH["label"]:
        return _of_same_things(sight, _with_topic(sight, figure, before), before)
    for earlier in reversed(before[-_NEIGHBOURS:]):
        if earlier.measure and _goes_on(figure, earlier):
            return replace(figure, measure=replace(earlier.measure, score=ENOUGH["indicator_of_series"]))
    return replace(figure, measure=figure.measure or label_of(sight, figure.quantity, figure.sentence))


def _base(sight: Sight, before: Sequence[Chosen]) -> Measure | None:
    """What the figure before measures, without the part that its own bracket names."""
    one = next((one for one in reversed(before) if one.measure), None)
    if one is None or one.measure is None:
        return None
    named = set(slug_of(_heading_of_bracket(sight, one)).split("_"))
    return replace(one.measure, code="_".join(word for word in one.measure.code.split("_") if word not in named))


def _heading_of_bracket(sight: Sight, figure: Chosen) -> list[str]:
    """ "trade (10,000 or 0.5%), mining (5,000)": the topic before the bracket that a number opens or stands in."""
    at = figure.quantity.first - 1
    while at >= figure.sentence.first and (at in sight.amounts or sight.norm(at) in _IN_BRACKET):
        at -= 1
    if sight.norm(at) != "(":
        return []
    topic = sight.before(at, "measure_topic")
    return [str(topic.entry.value)] if topic and topic.entry.value != "-" else []


def _with_topic(sight: Sight, figure: Chosen, before: Sequence[Chosen]) -> Chosen:
    """ "320 ha cà phê, sản lượng đạt 4.000 tấn": a bare measure is of what was spoken of, unless it is a total."""
    measure = figure.measure
    if measure is None or measure.span is None or measure.code not in _BARE:
        return figure
    start, end = measure.span
    if any(word in sight.doc.shadow[max(0, start - _TOTAL_REACH) : end].casefold() for word in _TOTAL):
        return figure
    for earlier in reversed(before[-_NEIGHBOURS:]):
        words = earlier.measure.code.split("_") if earlier.measure and figure.rank - earlier.rank <= 1 else []
        head = next(
            (i for i, word in enumerate(words) if word == measure.code or (earlier.rank == figure.rank and {word, measure.code} <= _FIELD)), 0
        )
        if head:
            return replace(
                figure,
                measure=replace(measure, code=slug_of([*words[:head], "production" if measure.code == "output" else measure.code]), is_known=False),
            )
    return figure


def _of_same_things(sight: Sight, figure: Chosen, before: Sequence[Chosen]) -> Chosen:
    """ "3,654 poor households, 571 in towns": a bare noun counted again is what it was at first, of the part named since."""
    noun, measure = figure.noun, figure.measure
    is_said = noun is None and measure is not None and measure.span is None
    if figure.quantity.kind or measure is None or is_said or (noun and measure.code != plural(noun.code)):
        return figure
    same = [one for one in before if one.rank == figure.rank and one.noun and (noun is None or one.noun.code == noun.code) and one.measure]
    same = same if noun else same[-1:]
    if not same or same[0].measure is None or (noun and same[0].measure.code == measure.code):
        return figure
    start = max(one.quantity.last for one in before if one.rank == figure.rank) + 1
    behind = topics_behind(sight, figure.quantity.last + 1, figure.sentence.last)[0] if noun is None else []
    parts = behind or topics_within(sight, start, figure.quantity.first)
    return replace(figure, measure=replace(same[0].measure, code=slug_of([*parts, *_without(same[0].measure.code, parts)]), is_known=False))


def _without(code: str, parts: Sequence[str]) -> list[str]:
    """The words of a code without those that one of `parts` stands against (urban, rural)."""
    against = {word for group in _AGAINST if group.intersection(parts) for word in group}
    return [word for word in code.split("_") if word not in against]


def _goes_on(figure: Chosen, earlier: Chosen) -> bool:
    """Is the earlier figure of the same sort, in this sentence or (for rates and amounts) in one shortly before?"""
    if earlier.rank == figure.rank and earlier.measure and figure.quantity.kind in earlier.measure.units:
        return True
    if earlier.quantity.unit != figure.quantity.unit or (earlier.status is Status.CHANGE) != (figure.status is Status.CHANGE):
        return False
    if earlier.rank == figure.rank:
        return True
    is_told = earlier.measure is not None and earlier.measure.score > ENOUGH["label"] + 1
    return bool(figure.quantity.kind) and is_told and figure.rank - earlier.rank <= _SENTENCES
