"""Which line is the title: the best of the lines before the text, or the text's first line when it is no finished sentence."""

from __future__ import annotations

from typing import Final

from postil.domain.zone import ZoneKind
from postil.ingest.lines import Unit
from postil.ingest.markup import plain
from postil.ingest.page import Page
from postil.ingest.signals import fold, signals
from postil.ingest.verdicts import Verdict

_LONGEST_NUMBER: Final = 3
_LONGEST: Final = 40
_COMMON: Final = 0.6
"""Points of `said_again` that a second headline needs."""
_FARTHEST: Final = 200
"""Lines before the text among which the title is looked for."""
_MAY_BE_TITLES: Final = ("related.link", "related.cut", "caption.quote", "caption.scene", "caption.opener")
_HEAD_LINES: Final = (ZoneKind.BYLINE, ZoneKind.DATELINE)


def title(page: Page) -> int | None:
    """The index of the title; None when no line looks like one."""
    best: tuple[float, int] | None = None
    start = page.first
    is_open = start < page.after - 1 and page.verdicts[start] is None and _is_headline(page.units[start])
    for index in range(max(0, start - _FARTHEST), start + is_open):
        points = _points(page, index)
        if points is None or (best is not None and _is_once_more(page, best[1], index)):
            continue
        if best is None or points > best[0] or (points == best[0] and index < start):
            best = (points, index)
    return best[1] if best and (best[0] > 0 or best[1] == start) else None


def repeats(page: Page, index: int, title: int) -> bool:
    """Is the unit the title once more, word for word?"""
    unit, first = page.units[index], page.units[title]
    return len(first.words) >= 4 and unit.words == first.words and page.verdicts[index] is None


def is_above(page: Page, index: int, title: int) -> bool:
    """Is the unit the other half of the title, right above it: the page's first headline, in words of the text?"""
    unit = page.units[index]
    is_trail = any(sign in unit.text for sign in (" / ", ">", "»", "›", "|"))
    is_first = page.unknown[index] == 0 and page.own(index) is None and page.verdicts[title] is None and not is_trail
    return is_first and index + 1 == title and 5 <= len(unit.words) <= _LONGEST and unit.function_share >= 0.1 and said_again(page, index) >= _COMMON


def _is_once_more(page: Page, best: int, index: int) -> bool:
    """The first of two equal lines is the title, unless a menu or a list of headlines stands between it and the text."""
    return page.units[best].words == page.units[index].words and _between(page, best) < 3


def _between(page: Page, index: int) -> int:
    """How many lines between `index` and the text no rule knows."""
    return page.unknown[page.first] - page.unknown[index + 1] if index < page.first else 0


def _is_headline(unit: Unit) -> bool:
    """A short first line that does not end like a sentence ("What next for Sri Lanka?" may)."""
    tail = unit.text.rstrip("\"'”’»)]* ")
    is_open = unit.end_sign == "" or tail.endswith(("?", "!", "…", "..."))
    return is_open and 3 <= len(unit.words) <= 30 and not unit.is_foreign


def _points(page: Page, index: int) -> float | None:
    """How much a unit looks like the title; None where it cannot be one."""
    unit, own = page.units[index], page.own(index)
    before = page.own(index - 1)
    if not _is_possible(unit, own) or (before and before.reason == "caption.label"):
        return None
    count = len(unit.words)
    is_known = count >= 3 and _is_known(page, unit)
    is_sentence = unit.end_sign in (".", ":") and not unit.text.endswith(("?", "!", "...", "…"))
    is_caption = own is not None and own.kind is ZoneKind.CAPTION
    is_lower = not unit.text.lstrip("#*[“\"«'( ")[:1].isupper() and not unit.text[:1].isdigit()
    weights = (
        (6.0, is_known),
        (5.0, unit.text.startswith("# ")),
        (2.0, count >= 4),
        (1.5, count >= 7),
        (1.5, _has_head_lines(page, index)),
        (-1.0, count < 4),
        (-2.0, count > 25),
        (-4.0, unit.is_foreign),
        (-3.0, is_sentence),
        (-1.0, is_lower),
        (-2.0, "|" in unit.text),
        (-0.5, " - " in unit.text),
        (-1.5, is_caption),
        (-1.5, _is_listed(page, index)),
        (-3.0, before is not None and before.kind is ZoneKind.IMAGE),
        (-3.0, unit.text.count("](") > 1 and not is_known),
        (-1.5, any(v and v.kind is ZoneKind.BYLINE for v in page.verdicts[max(0, index - 10) : index])),
    )
    return said_again(page, index) - min(3.0, 0.25 * _between(page, index)) + sum(weight for weight, holds in weights if holds)


def _is_listed(page: Page, index: int) -> bool:
    """Does the line stand right under "Related", or under a bare number of a list?"""
    above = page.own(index - 1)
    is_numbered = index > 0 and page.units[index - 1].text.strip(" .)#").isdigit() and len(page.units[index - 1].text) <= _LONGEST_NUMBER
    return is_numbered or (above is not None and above.reason == "tail.heading")


def _is_possible(unit: Unit, own: Verdict | None) -> bool:
    if own and (own.reason not in _MAY_BE_TITLES or (own.kind is ZoneKind.CAPTION and unit.end_sign)):
        return False
    count = len(unit.words)
    return 2 <= count <= _LONGEST and (count <= 3 or signals().furniture.covered(unit.words) < 0.8 * count)


def _is_known(page: Page, unit: Unit) -> bool:
    wording = fold(plain(unit.text))
    return bool(page.known_title) and (wording == page.known_title.rstrip(". ") or page.known_title.startswith(wording[:40]))


def _has_head_lines(page: Page, index: int) -> bool:
    """Do an author or a date follow at once?"""
    return any(v and v.kind in _HEAD_LINES for v in page.verdicts[index + 1 : index + 3])


def said_again(page: Page, index: int) -> float:
    """Up to 5 points for the share of its telling words that come back in the first paragraphs."""
    unit = page.units[index]
    words = set(unit.words) - signals().function_words.get(unit.language, frozenset())
    said = page.vocabulary | frozenset(page.units[page.first].words[:120]) if index < page.first < page.after else page.vocabulary
    return 5.0 * len(words & said) / max(3, len(words))
