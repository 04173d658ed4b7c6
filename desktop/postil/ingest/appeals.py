"""What an outlet asks of its readers under an article: gifts, memberships, opinions, patience with its cookies.

Only the last lines of a text are asked, for an editorial too may say "we" and "you" before.
"""

from __future__ import annotations

from typing import Final

from postil.domain.zone import ZoneKind
from postil.ingest.body import is_prose
from postil.ingest.lines import Unit
from postil.ingest.page import Page
from postil.ingest.signals import signals, words_of
from postil.ingest.verdicts import Verdict

_LAST_LINES: Final = 6
"""Lines at the end of the text among which its outlet may speak."""
_LONGEST: Final = 80
"""Words of one paragraph of an appeal."""
_LONGEST_AFTER_SHARES: Final = 45
_FEWEST_SELVES: Final = 2
"""Words for the outlet or its work that need no word to the reader beside them."""
_ASKED: Final = ("appeal", "appeal.after", "ui.strong")
_QUOTES: Final = '“"«”»'


def appeal(page: Page, index: int, before: Verdict) -> Verdict | None:
    """The verdict of a line that asks something of readers where a text ends; `before` is the one of the line above."""
    unit = page.units[index]
    if page.after - index > _LAST_LINES or index <= page.first or any(sign in unit.text for sign in _QUOTES):
        return None
    if not all(_is_over(page, at) for at in range(index + 1, page.after)):
        return None
    if is_appeal(unit):
        return Verdict(ZoneKind.BOILERPLATE, "appeal")
    is_led = before.kind is ZoneKind.BOILERPLATE
    is_next = _is_shared(page, index - 1) or before.reason in _ASKED
    return Verdict(ZoneKind.BOILERPLATE, "appeal.after") if (is_next and _is_to_reader(unit)) or (is_led and _is_crumb(unit)) else None


def is_appeal(unit: Unit) -> bool:
    """Does the line open as appeals do, or name the outlet's work and a gift while it speaks to the reader?"""
    table = signals()
    if not unit.words or len(unit.words) > _LONGEST:
        return False
    is_named = table.selves.is_in(unit.words) and table.gifts.is_in(unit.words)
    opening = table.appeals.opening(unit.folded.lstrip("*_-•([ "))
    if opening:
        return is_named or _is_asking(unit, opening)
    return is_named and (table.readers.is_in(unit.words) or table.selves.counted(unit.words)[0] >= _FEWEST_SELVES)


def _is_asking(unit: Unit, opening: str) -> bool:
    """An opening alone may be an editorial's ("Help us bring the water home."): a gift or the outlet's work is named after it."""
    rest = unit.words[len(words_of(opening)) :]
    return signals().gifts.is_in(rest) or signals().selves.is_in(rest)


def _is_shared(page: Page, index: int) -> bool:
    """Is the line above a bar of share buttons?"""
    own = page.own(index)
    return own is not None and own.kind is ZoneKind.BOILERPLATE and bool(signals().shares.opening(page.units[index].folded.lstrip("*_-•([# ")))


def _is_to_reader(unit: Unit) -> bool:
    return len(unit.words) <= _LONGEST_AFTER_SHARES and signals().readers.is_in(unit.words)


def _is_crumb(unit: Unit) -> bool:
    """A line without a stop that is no running text."""
    return not unit.end_sign and not is_prose(unit)


def _is_over(page: Page, index: int) -> bool:
    """Does a line no longer belong to the article: furniture, a signature, or a further word to readers?"""
    unit = page.units[index]
    return (
        _is_crumb(unit) or page.own(index) is not None or is_appeal(unit) or (_is_to_reader(unit) and not any(sign in unit.text for sign in _QUOTES))
    )
