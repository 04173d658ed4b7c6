"""The built-in suggester: one article in, its suggestions out, through the stages in their fixed order. Pure.

tokens → sentences → masks → dates → quantities → names → figures → events → commitments
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Final

from postil.domain.annotation import Suggestion
from postil.suggest.commitments.find import find_commitments
from postil.suggest.dates import with_dates
from postil.suggest.doc import Doc, Source
from postil.suggest.events.find import find_events
from postil.suggest.explain import with_entries
from postil.suggest.figures.find import find_figures
from postil.suggest.lexicon import LANGUAGES, Lexicon
from postil.suggest.names.find import names, views
from postil.suggest.quantities import find_masks, quantities
from postil.suggest.sentences import sentences
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import tokenize
from postil.suggest.text.wrapping import unwrapped

_VOTES: Final = {"country": 2, "place": 1}
"""What a name of each kind counts for the country an article is about."""


class Rules:
    """The built-in suggester, as the entry-point group `postil.suggesters` knows it."""

    def __init__(self, lexicon_folder: Path | None = None) -> None:
        self._folder = lexicon_folder

    def suggest(self, source: Source) -> tuple[Suggestion, ...]:
        """Suggestions for one article; see `suggest`."""
        return suggest(source, self._folder)


def suggest(source: Source, lexicon_folder: Path | None = None) -> tuple[Suggestion, ...]:
    """Figures, events and commitments of one article, in this order, each in reading order.

    `lexicon_folder` is a project's own lexicon, laid over the shipped one. Raises LexiconError for a broken lexicon
    file, nothing else, for any text. Linear in the length of the text.
    """
    doc, lexicon, country = read(source, lexicon_folder)
    figures = find_figures(doc, lexicon, country)
    found = (*figures, *find_events(doc), *find_commitments(doc, figures))
    return tuple(replace(item, entries=entries) for item, entries in zip(found, with_entries(doc, found), strict=True))


def read(source: Source, lexicon_folder: Path | None = None) -> tuple[Doc, Lexicon, str]:
    """The document with everything below suggestions, its lexicon, and the country it is about (may be empty)."""
    language = source.language if source.language in LANGUAGES else "en"
    if lexicon_folder is not None:
        Lexicon.renew(lexicon_folder)
    lexicon = Lexicon.load(language, lexicon_folder)
    plain = unwrapped(shadow(source.text))
    tokens = tokenize(plain)
    doc = Doc(source, plain, tokens, sentences(plain, tokens, source.zones, language, lexicon_folder), language=language, folder=lexicon_folder)
    doc = with_dates(replace(doc, masks=find_masks(plain, tokens, lexicon)))
    doc = replace(doc, views=tuple(views(doc)))
    doc = replace(doc, names=names(doc))
    country = source.country or main_country(doc)
    return replace(doc, quantities=quantities(doc, lexicon, country)), lexicon, country


def main_country(doc: Doc) -> str:
    """The country that the article is about: the one named most often, a place in it counting half; empty when two are level."""
    votes: Counter[str] = Counter()
    for name in doc.names:
        if len(name.code) == len("VN"):
            votes[name.code] += _VOTES.get(name.kind, 0)
    ranking = [(code, count) for code, count in votes.most_common(2) if count]
    if not ranking or (len(ranking) == 2 and ranking[0][1] == ranking[1][1]):
        return ""
    return ranking[0][0]
