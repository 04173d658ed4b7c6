"""What a new annotation made from selected words looks like: the grammar reads them first, the person goes on from there."""

from __future__ import annotations

from dataclasses import replace

from postil.domain.annotation import MAIN_ROLE, Body, Kind, Suggestion
from postil.domain.article import Article
from postil.domain.commitment import Commitment
from postil.domain.event import Event
from postil.domain.figure import Figure
from postil.domain.selector import Evidence, Span, quote
from postil.domain.zone import Zone, ZoneKind, overlay
from postil.operations.analysis import country_of
from postil.operations.annotations import AddAnnotation

TITLE_WORDS = 12
"""A proposed event title takes so many of the selected words."""


def evidence_for_selection(article: Article, start: int, end: int, kind: Kind) -> AddAnnotation:
    """The command that makes `[start, end)` an annotation of `kind`, with every field that the grammar can fill.

    White space at the ends is left out. Raises ValueError when nothing else is selected.
    """
    span = _trimmed(article.text, start, end)
    found = _read(article, span, kind)
    if kind is Kind.FIGURE:
        body, evidence = _figure(article, span, found)
    else:
        from postil.suggest.text.markup import wording

        own = quote(article.text, span.start, span.end, MAIN_ROLE[kind])
        others = tuple(e for e in found.evidence[1:] if span.covers(e.span)) if found else ()
        body, evidence = _clause(wording(article.text[span.start : span.end]), kind, found), (own, *others)
    return AddAnnotation(article=article.id, kind=kind, body=body, evidence=evidence)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    if not words.strip():
        raise ValueError("no words are selected")
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


def _read(article: Article, span: Span, kind: Kind) -> Suggestion | None:
    """The suggestion of this kind that the grammar makes of the selected words, read as body whatever their zone is."""
    from postil.suggest.doc import Source
    from postil.suggest.engine import suggest

    line_start = article.text.rfind("\n", 0, span.start) + 1
    line_end = article.text.find("\n", span.end)
    line = Zone(ZoneKind.BODY, line_start, line_end if line_end >= 0 else len(article.text), by_person=True)
    source = Source(article.text, article.language, overlay(article.zones, line), article.meta.published.value, country_of(article.meta))
    fitting = [s for s in suggest(source) if s.kind is kind and s.evidence and s.evidence[0].span.overlaps(span)]
    if kind is Kind.FIGURE:
        fitting = [s for s in fitting if span.covers(s.evidence[0].span)]
    return max(fitting, key=lambda s: _shared(s.evidence[0].span, span), default=None)


def _shared(one: Span, two: Span) -> float:
    """Intersection over union."""
    common = min(one.end, two.end) - max(one.start, two.start)
    return common / (max(one.end, two.end) - min(one.start, two.start))


def _figure(article: Article, span: Span, found: Suggestion | None) -> tuple[Body, tuple[Evidence, ...]]:
    """A figure as found; else a bare number among the words; else an empty figure over all of them."""
    if found is not None and isinstance(found.body, Figure):
        return replace(found.body, relates_to=""), found.evidence
    from postil.suggest.numbers import find

    words = article.text[span.start : span.end]
    for number in find(words, article.language or "en", country_of(article.meta))[:1]:
        first, last = span.start + number.number_start, span.start + number.number_end
        body = Figure(
            number_as_written=article.text[first:last], value=number.value, minimum=number.minimum, maximum=number.maximum, unit=number.unit
        )
        return body, (quote(article.text, first, last, MAIN_ROLE[Kind.FIGURE]),)
    return Figure(number_as_written=words), (quote(article.text, span.start, span.end, MAIN_ROLE[Kind.FIGURE]),)


def _clause(words: str, kind: Kind, found: Suggestion | None) -> Body:
    """An event or a commitment as found, else one in the selected words."""
    if kind is Kind.EVENT:
        known = found.body if found is not None and isinstance(found.body, Event) else Event()
        return known if known.title else replace(known, title=" ".join(words.split()[:TITLE_WORDS]))
    promise = found.body if found is not None and isinstance(found.body, Commitment) else Commitment()
    return replace(promise, target_figure="", action=promise.action or " ".join(words.split()))
