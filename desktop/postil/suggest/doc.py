"""What the stages hand on: the source text, and the document with everything found in it so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from postil.domain.selector import Span
from postil.domain.zone import Zone, ZoneKind


@dataclass(frozen=True, slots=True)
class Source:
    """What a suggester is given: the immutable text, its zones and languages, and what is known of its head.

    `language` is `en`, `fr`, `vi` or empty; `published` is EDTF or empty; `country` is the ISO 3166-1 alpha-2
    code that the outlet or the article points to, or empty.
    """

    text: str
    language: str
    zones: tuple[Zone, ...] = ()
    published: str = ""
    country: str = ""


class Token(NamedTuple):
    """One word, digit run or sign of the shadow string; `norm` is lower-cased, accents kept (`text.tokens.normal`).

    `capital` tells that its first letter is an upper-case one. A named tuple, because there are thousands of them.
    """

    start: int
    end: int
    norm: str
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a readable zone, without white space around it.

    `line` counts lines of the article from 0 (where it begins); its tokens are `Doc.tokens[first:last]`.
    """

    start: int
    end: int
    line: int
    zone: ZoneKind
    language: str
    first: int
    last: int

    @property
    def span(self) -> Span:
        """Its position."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its scale word: `value`, or `low` and `high` of a range; all fully scaled.

    `first` and `last` index `Doc.tokens`. `weak` is one word that may be no number ("một", "neuf"); `other` a second
    reading ("1.200" as 1.2); `suffix` tells a scale glued to the digits ("5m"); `decimals` counts digits behind the sign,
    `scale` is the factor of its scale words.
    """

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    in_words: bool = False
    rule: str = ""
    first: int = -1
    last: int = -1
    weak: bool = False
    other: Decimal | None = None
    suffix: bool = False
    decimals: int = 0
    scale: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with unit and hedge. `unit` as in `model.md`; spans are (start, end) or None.

    `kind` is money, percent, time, length …, empty for a bare count. `first` and `last` index `Doc.tokens` and hold
    hedge, number and unit. `is_modifier`: glued to the noun behind by a hyphen ("11-month"). `inferred` names fields
    not in the words ("unit" when the article's country chose the dollar).
    """

    number: Number
    start: int
    end: int
    unit: str
    qualifier: str = "exact"
    hedge: tuple[int, int] | None = None
    unit_span: tuple[int, int] | None = None
    per: str = ""
    rule: str = ""
    kind: str = ""
    first: int = -1
    last: int = -1
    per_span: tuple[int, int] | None = None
    is_modifier: bool = False
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period in the text, as EDTF resolved as far as the article allows.

    `kind` is date, period, duration, frequency or clock, or name for a year that belongs to a name ("Meet Korea 2025"). `inferred` names
    the parts not in the words ("year", "month", "day"). `part` is start, mid or end ("early April"); `unit` that of
    a duration or frequency ("year"); `other` the second reading of "04/05/2025".
    """

    start: int
    end: int
    edtf: str
    kind: str = "date"
    inferred: tuple[str, ...] = ()
    rule: str = ""
    part: str = ""
    unit: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, body or place: `kind` is person, body, country, place or role; `code` an ISO code when known.

    `role_span` is the title that goes with a person ("le Premier ministre").
    """

    start: int
    end: int
    text: str
    kind: str
    code: str = ""
    role: str = ""
    role_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Doc:
    """A source with all that the stages have found; each stage returns a new one with its field filled.

    `folder` is a project's own lexicon, which every stage lays over the shipped one; `notes["day"]` the day that the
    article speaks from, as EDTF (empty when nothing tells it); `views` each sentence as the rules of names and events
    look at it (`names.words.View`), empty until it is first asked for.
    """

    source: Source
    shadow: str
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    masks: tuple[Span, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    names: tuple[Name, ...] = ()
    language: str = ""
    reported_year: str = ""
    notes: dict[str, str] = field(default_factory=dict)
    folder: Path | None = None
    views: tuple[tuple[Sentence, Any], ...] = ()
