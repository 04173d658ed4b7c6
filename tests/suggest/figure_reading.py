"""Read figures from one text, for the tables of the figure tests."""

from __future__ import annotations

from postil.domain.annotation import Suggestion
from postil.domain.figure import Figure
from postil.suggest.doc import Source
from postil.suggest.engine import read
from postil.suggest.figures.find import find_figures

PUBLISHED = "2024-10-15"


def suggestions(text: str, language: str, published: str = PUBLISHED, country: str = "") -> list[Suggestion]:
    """The figure suggestions of `text`, taken as the body of an article."""
    doc, lexicon, place = read(Source(text, language, published=published, country=country))
    return find_figures(doc, lexicon, place)


def figures(text: str, language: str, published: str = PUBLISHED) -> list[Figure]:
    """Their bodies."""
    return [found.body for found in suggestions(text, language, published) if isinstance(found.body, Figure)]


def told(text: str, language: str, published: str = PUBLISHED) -> list[str]:
    """Each figure as "number unit [qualifier] [status] [direction] [period] [per]", what is not said left out."""
    return [_told(figure) for figure in figures(text, language, published)]


def _told(figure: Figure) -> str:
    value = f"{figure.value.normalize():f}" if figure.value is not None else f"{figure.minimum}..{figure.maximum}"
    qualifier = "" if figure.qualifier == "exact" else str(figure.qualifier)
    status = "" if figure.status == "actual" else str(figure.status)
    unit = figure.counted or figure.unit
    parts = [value, unit, qualifier, status, str(figure.direction or ""), figure.period, f"/{figure.per}" if figure.per else ""]
    return " ".join(part for part in parts if part)
