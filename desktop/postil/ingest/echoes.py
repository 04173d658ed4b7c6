"""Lines that only make sense beside others: sentences lifted from the text as captions or pull quotes, strips of pictured teasers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from postil.domain.zone import ZoneKind
from postil.ingest.page import Page
from postil.ingest.verdicts import LONGEST, Verdict

_NEAR: Final = 3
"""Paragraphs before a line in which the sentence stands that it repeats."""
_SHORTEST: Final = 10
_SHARE: Final = 0.75
"""Share of its three-word runs that a repeated sentence has in common with the first one."""
_HEADLINE: Final = range(5, 21)
"""Words of a teaser's headline."""


def echo(page: Page, index: int, _before: Verdict) -> Verdict | None:
    """A short paragraph whose words stand in a longer one just before it."""
    unit = page.units[index]
    if not _SHORTEST <= len(unit.words) <= LONGEST or index <= page.first + 1:
        return None
    words, own = set(unit.words), _runs(unit.words)
    for other in page.units[max(page.first, index - _NEAR) : index]:
        is_longer = len(unit.words) < 0.8 * len(other.words) and len(words.intersection(other.words)) >= _SHARE * len(words)
        if is_longer and _is_within(own, other.words):
            return Verdict(ZoneKind.CAPTION, "caption.echo")
    return None


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}


def _is_within(own: set[tuple[str, ...]], words: Sequence[str]) -> bool:
    return len(own & _runs(words)) >= _SHARE * len(own)


def strip(page: Page, index: int, _before: Verdict) -> Verdict | None:
    """A headline in a strip of headlines and captions without blank lines between them: other articles with their pictures."""
    is_in_strip = _is_pictured(page, index) and (_is_pictured(page, index - 2) or _is_pictured(page, index + 2))
    is_last = _is_headline(page, index) and _is_pictured(page, index - 2) and _is_pictured(page, index - 4)
    return Verdict(ZoneKind.BOILERPLATE, "listed.pictures") if is_in_strip or is_last else None


def _is_headline(page: Page, index: int) -> bool:
    if not 0 <= index < len(page.units) or page.own(index) is not None:
        return False
    return not page.units[index].end_sign and len(page.units[index].words) in _HEADLINE


def _is_pictured(page: Page, index: int) -> bool:
    """A headline with a caption right under it."""
    follows = page.own(index + 1)
    return _is_headline(page, index) and page.is_glued_to_next(index) and follows is not None and follows.kind is ZoneKind.CAPTION
