"""Spans and evidence: where words stand, and how to notice when they no longer stand there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

CONTEXT = 24
"""Characters of prefix and suffix kept with a quote (W3C TextQuoteSelector)."""


class Role(StrEnum):
    """What part of an annotation a piece of evidence supports."""

    VALUE = "value"
    UNIT = "unit"
    COUNTED = "counted"
    PERIOD = "period"
    INDICATOR = "indicator"
    ACTOR = "actor"
    TRIGGER = "trigger"
    PLACE = "place"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    DEADLINE = "deadline"
    WHOLE = "whole"


class EvidenceState(StrEnum):
    """Whether the quote still stands at its offsets."""

    OK = "ok"
    PROPOSED = "proposed"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in Unicode code points of the article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span [{self.start}, {self.end})")

    def overlaps(self, other: Span) -> bool:
        """Do the two share a character?"""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Does this span hold all of `other`?"""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span with its role and the quote that proves it (position + quote selector)."""

    start: int
    end: int
    exact: str
    role: Role
    prefix: str = ""
    suffix: str = ""

    @property
    def span(self) -> Span:
        """The position alone."""
        return Span(self.start, self.end)


def quote(text: str, start: int, end: int, role: Role) -> Evidence:
    """Evidence for `text[start:end]`, with its context. Raises ValueError outside the text or when empty."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"[{start}, {end}) is not inside a text of {len(text)} characters")
    return Evidence(start, end, text[start:end], role, text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def state_of(text: str, evidence: Evidence) -> EvidenceState:
    """`OK` when the quote stands at its offsets; anything else is `BROKEN`, never silently moved."""
    in_place = evidence.start < evidence.end <= len(text) and text[evidence.start : evidence.end] == evidence.exact
    return EvidenceState.OK if in_place else EvidenceState.BROKEN
