"""Read a few sentences as the suggester does, up to the commitments: what the tests of commitments share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from postil.domain.annotation import Suggestion
from postil.domain.commitment import Commitment
from postil.domain.zone import Zone
from postil.suggest.commitments.find import find_commitments
from postil.suggest.dates import dates
from postil.suggest.doc import Doc, Name, Source
from postil.suggest.lexicon import Lexicon
from postil.suggest.quantities import find_masks, quantities
from postil.suggest.sentences import sentences
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import tokenize


def read(text: str, language: str, published: str = "", zones: tuple[Zone, ...] = (), people: Mapping[str, str] | None = None) -> Doc:
    """The document with everything that commitments are found from; `people` maps names to the titles before or after them."""
    plain = shadow(text)
    tokens = tokenize(plain)
    lexicon = Lexicon.load(language)
    doc = Doc(Source(text, language, zones, published), plain, tokens, sentences(plain, tokens, zones, language), language=language)
    doc = replace(doc, masks=find_masks(plain, tokens, lexicon))
    doc = replace(doc, dates=dates(doc))
    return replace(doc, quantities=quantities(doc, lexicon), names=tuple(_persons(text, people or {})))


def _persons(text: str, people: Mapping[str, str]) -> Iterator[Name]:
    for name, title in people.items():
        for match in re.finditer(re.escape(name), text):
            at = text.rfind(title, 0, match.start()) if title else -1
            span = (at, at + len(title)) if at >= 0 and not text[at + len(title) : match.start()].strip(" ,") else None
            yield Name(match.start(), match.end(), name, "person", role=title, role_span=span)


def commitments(
    text: str,
    language: str,
    published: str = "",
    zones: tuple[Zone, ...] = (),
    figures: Sequence[Suggestion] = (),
    people: Mapping[str, str] | None = None,
) -> list[Suggestion]:
    """The commitments of a text."""
    return find_commitments(read(text, language, published, zones, people), figures)


def told(text: str, language: str, published: str = "", zones: tuple[Zone, ...] = ()) -> list[str]:
    """The commitments of a text as "kind: clause"."""
    return [f"{body(item).kind}: {item.evidence[0].exact}" for item in commitments(text, language, published, zones)]


def body(item: Suggestion) -> Commitment:
    """The body of a suggestion, which must be a commitment."""
    assert isinstance(item.body, Commitment)
    return item.body
