"""What a unit is by where it stands: before the text, inside it or after it. Every unit leaves with a verdict."""

from __future__ import annotations

import re
from typing import Final

from postil.domain.zone import ZoneKind
from postil.ingest.attributions import is_bracketed_name
from postil.ingest.body import is_prose
from postil.ingest.inside import LISTED, alt_of_caption, inside, under_picture
from postil.ingest.lines import Unit
from postil.ingest.page import Page
from postil.ingest.signals import signals
from postil.ingest.titles import is_above, repeats, said_again, title
from postil.ingest.verdicts import BODY, NEUTRAL, Verdict

_ASIDE: Final = re.compile(r"\s\([^()\n]{2,60}\)\s*$")
""" "(avec AFP)" after a name."""
_LONGEST_NAME: Final = 5
_LONGEST_HEAD: Final = 20
"""Lines between a title and its text."""
_SHORTEST_PARAGRAPH: Final = 12
_COMMON: Final = 0.9
"""Points of `said_again` that a summary away from its text needs."""
_INSIDE_NAMES: Final = frozenset({"de", "du", "van", "von", "bin", "al", "in", "à", "and", "et", "và", "&", "-"})
_BEFORE_NAMES: Final = frozenset({ZoneKind.TITLE, ZoneKind.BODY, ZoneKind.DATELINE, ZoneKind.BYLINE, ZoneKind.SOURCE_LINE})
_BEFORE_LEADS: Final = _BEFORE_NAMES | {ZoneKind.IMAGE, ZoneKind.CAPTION}
_AFTER_BODY: Final = frozenset({ZoneKind.BYLINE, ZoneKind.CAPTION, ZoneKind.IMAGE})
_FARTHEST_NAME: Final = 3
"""Lines after the text in which its author may sign."""


def settle(page: Page) -> list[Verdict]:
    """A verdict for every unit of the page, in order."""
    chosen = title(page)
    settled: list[Verdict] = []
    for index, own in enumerate(page.verdicts):
        before = settled[-1] if settled else BODY
        if index == chosen:
            settled.append(Verdict(ZoneKind.TITLE, "title"))
        elif chosen is not None and index > chosen and repeats(page, index, chosen):
            settled.append(Verdict(ZoneKind.BOILERPLATE, "title.again"))
        elif own is not None:
            settled.append(_neutral(page, index, before) if own is NEUTRAL else own)
        elif index < page.first:
            settled.append(_in_head(page, index, chosen, before))
        elif index < page.after:
            settled.append(inside(page, index, before))
        else:
            settled.append(_in_tail(page, index, settled))
    return settled


def _neutral(page: Page, index: int, before: Verdict) -> Verdict:
    """A rule or a written-out space is furniture where furniture follows, where it ends a page or begins one."""
    if page.first <= index < page.after:
        return Verdict(ZoneKind.BOILERPLATE, LISTED) if before.reason in (LISTED, "tail.heading") else NEUTRAL
    follows = next((own for own in page.verdicts[index + 1 : index + 6] if own is not NEUTRAL), None)
    is_followed = follows is not None and follows.kind is ZoneKind.BOILERPLATE
    is_led = before.kind is ZoneKind.BOILERPLATE and before.reason != "residue"
    is_edge = (index == 0 and index < page.first) or (index + 1 == len(page.units) and index >= page.after)
    return Verdict(ZoneKind.BOILERPLATE, "neutral") if is_followed or is_led or is_edge else NEUTRAL


def _in_head(page: Page, index: int, chosen: int | None, before: Verdict) -> Verdict:
    unit, follows = page.units[index], page.own(index + 1)
    if follows and follows.kind is ZoneKind.DATELINE and len(unit.words) == 1 and _is_name(unit):
        return Verdict(ZoneKind.DATELINE, "head.place")
    if is_bracketed_name(unit):
        return Verdict(ZoneKind.SOURCE_LINE, "head.brackets")
    caption = under_picture(page, index, before) if len(unit.words) >= 3 and unit.end_sign != "." else None
    caption = caption or alt_of_caption(page, index, before)
    return caption or _beside_title(page, index, chosen, before) or Verdict(ZoneKind.BOILERPLATE, "head")


def _beside_title(page: Page, index: int, chosen: int | None, before: Verdict) -> Verdict | None:
    """What belongs to the article's head: a second headline, a lead, the author's name. Without a title, only a lead."""
    unit = page.units[index]
    if chosen is None:
        return Verdict(ZoneKind.BODY, "head.lead") if _is_summary(page, index) else None
    if is_above(page, index, chosen):
        return Verdict(ZoneKind.TITLE, "title.above")
    if index < chosen:
        return None
    if (before.kind in _BEFORE_LEADS and _is_lead(page, unit)) or _is_summary(page, index) or _is_paragraph(page, index, chosen):
        return Verdict(ZoneKind.BODY, "head.lead")
    if index == chosen + 1 and _is_subtitle(page, index):
        return Verdict(ZoneKind.BODY, "head.subtitle")
    is_author = before.kind in _BEFORE_NAMES and len(unit.words) >= 2 and _is_name(unit)
    return Verdict(ZoneKind.BYLINE, "head.name") if is_author else None


def _is_lead(page: Page, unit: Unit) -> bool:
    """A summary need not end like a sentence, but it is longer than a headline of the page and stands there once."""
    is_text = unit.function_share >= 0.1 or (unit.end_sign == "." and is_prose(unit))
    return len(unit.words) >= 8 and not unit.is_foreign and is_text and page.repeated[unit.folded] == 1


def _is_paragraph(page: Page, index: int, chosen: int) -> bool:
    """A finished paragraph where nothing but such and furniture stands between title and text."""
    between = range(chosen + 1, page.first)
    is_clean = all(page.own(at) is not None or is_prose(page.units[at]) for at in between) if len(between) <= _LONGEST_HEAD else False
    unit = page.units[index]
    return is_clean and unit.end_sign == "." and len(unit.words) >= _SHORTEST_PARAGRAPH and not unit.is_foreign


def _is_subtitle(page: Page, index: int) -> bool:
    """A headline right under the title with small words as sentences have them: in words of the text, or above author or date."""
    unit = page.units[index]
    is_text = len(unit.words) >= 5 and unit.function_share >= 0.15 and not unit.is_foreign and not unit.text.isupper()
    follows = page.own(index + 1)
    is_in_head = follows is not None and follows.kind in (ZoneKind.BYLINE, ZoneKind.DATELINE)
    return is_text and page.repeated[unit.folded] <= 1 and (is_in_head or said_again(page, index) >= _COMMON)


def _is_summary(page: Page, index: int) -> bool:
    """A finished sentence in words of the text, cut off from it by share buttons."""
    unit = page.units[index]
    is_text = unit.end_sign == "." and len(unit.words) >= 8 and is_prose(unit) and not unit.is_foreign
    return is_text and page.repeated[unit.folded] == 1 and said_again(page, index) >= _COMMON


def _is_name(unit: Unit) -> bool:
    """One to five capitalised words without a stop, or initials: how authors sign."""
    own = _ASIDE.sub("", unit.text).strip(" *_-–—.()")
    words = own.split()
    if not 1 <= len(words) <= _LONGEST_NAME or unit.end_sign or any(map(str.isdigit, own)):
        return False
    if signals().furniture.covered(unit.words) == len(unit.words):
        return False
    return all(word.strip("-.,&'’")[:1].isupper() or word in _INSIDE_NAMES for word in words)


def _in_tail(page: Page, index: int, settled: list[Verdict]) -> Verdict:
    """Right after the text a name is the author's; every other unknown line is what the page adds."""
    unit = page.units[index]
    if is_bracketed_name(unit):
        return Verdict(ZoneKind.SOURCE_LINE, "tail.brackets")
    is_crumb = settled[-1].kind is ZoneKind.BOILERPLATE and page.own(index - 1) is None
    is_near = not is_crumb and index - page.after <= _FARTHEST_NAME and all(each.kind in _AFTER_BODY for each in settled[page.after :])
    if is_near and _is_name(unit):
        is_last = index + 1 == len(page.units) or page.own(index + 1) is not None
        if len(unit.words) > 1 or is_last:
            return Verdict(ZoneKind.BYLINE, "tail.name")
    return Verdict(ZoneKind.BOILERPLATE, "tail")
