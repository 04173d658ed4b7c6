"""What a unit is by where it stands: before the body, inside it or after it; next to a picture; said before.

Input are the units with the verdicts of their own words and the extent of the body; every unit leaves with one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from postil.domain.zone import ZoneKind
from postil.ingest.attributions import is_bracketed_name
from postil.ingest.body import is_prose
from postil.ingest.lines import Unit
from postil.ingest.markup import plain
from postil.ingest.signals import fold, signals
from postil.ingest.verdicts import BODY, NEUTRAL, Verdict

_LONGEST_TITLE: Final = 40
_LONGEST_CAPTION: Final = 60
_LONGEST_NAME: Final = 5
_BEFORE_NAMES: Final = frozenset({ZoneKind.TITLE, ZoneKind.BODY, ZoneKind.DATELINE, ZoneKind.BYLINE, ZoneKind.SOURCE_LINE})
_BEFORE_LEADS: Final = _BEFORE_NAMES | {ZoneKind.IMAGE, ZoneKind.CAPTION}
_PICTURES: Final = frozenset({ZoneKind.IMAGE})


@dataclass(frozen=True, slots=True)
class Page:
    """The units of one article with what is known of them so far."""

    units: Sequence[Unit]
    verdicts: Sequence[Verdict | None]
    first: int
    after: int
    known_title: str
    is_spaced: bool
    repeated: Counter[str]
    vocabulary: frozenset[str]


def settle(units: Sequence[Unit], verdicts: Sequence[Verdict | None], first: int, after: int, known_title: str) -> list[Verdict]:
    """A verdict for every unit. `[first, after)` is the body's extent, `known_title` what front matter says."""
    repeated = Counter(unit.folded for unit in units if len(unit.words) >= 4)
    if first == after:
        first, after = _all(verdicts)
    page = Page(units, verdicts, first, after, fold(known_title), _is_spaced(units), repeated, _vocabulary(units[first + 1 : after]))
    title = _title(page)
    settled: list[Verdict] = []
    for index, own in enumerate(verdicts):
        if index == title:
            settled.append(Verdict(ZoneKind.TITLE, "title"))
        elif title is not None and index > title and _repeats(page, index, title):
            settled.append(Verdict(ZoneKind.BOILERPLATE, "title.again"))
        elif own is NEUTRAL:
            settled.append(_between(page, index, settled))
        elif own:
            settled.append(own)
        elif index < page.first:
            settled.append(_in_head(page, index, title, settled))
        elif index >= page.after:
            settled.append(_in_tail(page, index, settled))
        else:
            settled.append(_inside(page, index, settled))
    return settled


def _is_spaced(units: Sequence[Unit]) -> bool:
    """Are paragraphs kept apart by blank lines? Then two lines without one belong together."""
    glued = sum(unit.is_glued for unit in units[1:])
    return len(units) >= 5 and glued <= 0.4 * (len(units) - 1)


def _all(verdicts: Sequence[Verdict | None]) -> tuple[int, int]:
    """Without any prose everything that is not furniture by its own words counts as the text."""
    rest = [index for index, own in enumerate(verdicts) if own is None]
    return (rest[0], rest[-1] + 1) if rest else (0, 0)


def _vocabulary(units: Sequence[Unit]) -> frozenset[str]:
    """The words of the first paragraphs, where a title's words come back."""
    words: set[str] = set()
    for unit in units[:12]:
        words.update(unit.words[:120])
    return frozenset(words)


def _between(page: Page, index: int, settled: Sequence[Verdict]) -> Verdict:
    """A rule or a written-out space is furniture where furniture follows, or where it ends the article."""
    follows = next((own for own in page.verdicts[index + 1 :][:5] if own is not NEUTRAL), None)
    is_outside = not page.first <= index < page.after
    before = settled[-1] if settled else None
    is_followed = follows is not None and follows.kind is ZoneKind.BOILERPLATE
    if before is None and index < page.first:
        return Verdict(ZoneKind.BOILERPLATE, "neutral")
    is_led = before is not None and before.kind is ZoneKind.BOILERPLATE and before.reason != "residue"
    return Verdict(ZoneKind.BOILERPLATE, "neutral") if is_outside and (is_followed or is_led) else NEUTRAL


# ------------------------------------------------------------------------------------------------------------- title


def _title(page: Page) -> int | None:
    """The best line before the text; the text's own first line may be it where it is no finished sentence."""
    best: tuple[float, int] | None = None
    start = page.first
    is_open = start < page.after - 1 and page.verdicts[start] is None and _is_headline(page.units[start])
    for index in range(start + is_open):
        points = _title_points(page, index)
        if points is None or (best is not None and page.units[best[1]].words == page.units[index].words and _unknown(page, best[1]) < 3):
            continue
        if best is None or points > best[0] or (points == best[0] and index < start):
            best = (points, index)
    if best and (best[0] > 0 or best[1] == start):
        return best[1]
    return None


def _unknown(page: Page, index: int) -> int:
    """How many lines between `index` and the text nobody knows: menus and lists of other headlines."""
    return sum(1 for own in page.verdicts[index + 1 : page.first] if own is None)


def _is_headline(unit: Unit) -> bool:
    """A short first line that does not end like a sentence ("What next for Sri Lanka?" may)."""
    tail = unit.text.rstrip("\"'”’»)]* ")
    is_open = unit.end_sign == "" or tail.endswith(("?", "!", "…", "..."))
    return is_open and 3 <= len(unit.words) <= 30 and not unit.is_foreign


def _title_points(page: Page, index: int) -> float | None:
    """How much a unit of the head looks like the title; None where it cannot be one."""
    unit, own = page.units[index], page.verdicts[index]
    own_reason = own.reason if own else ""
    wording = fold(plain(unit.text))
    is_known = bool(page.known_title) and (wording == page.known_title.rstrip(". ") or page.known_title.startswith(wording[:40]))
    if own and own_reason not in ("related.link", "related.cut", "caption.quote", "caption.scene", "caption.opener"):
        return None
    before = page.verdicts[index - 1] if index else None
    if own and own.kind is ZoneKind.CAPTION and unit.end_sign:
        return None
    count = len(unit.words)
    if not 2 <= count <= _LONGEST_TITLE or (count > 3 and signals().furniture.covered(unit.words) >= 0.8 * count):
        return None
    words = set(unit.words) - signals().function_words.get(unit.language, frozenset())
    said = page.vocabulary | frozenset(page.units[page.first].words[:120]) if index < page.first < page.after else page.vocabulary
    points = 5.0 * len(words & said) / max(3, len(words)) - min(3.0, 0.25 * _unknown(page, index))
    points += 2.0 if count >= 4 else -1.0
    points += 1.5 if count >= 7 else 0.0
    points += 6.0 if is_known and count >= 3 else 0.0
    points += 5.0 if unit.text.startswith("# ") else 0.0
    points -= 4.0 if unit.is_foreign else 0.0
    points -= 3.0 if own_reason == "related.link" and not is_known and unit.text.count("](") > 1 else 0.0
    points -= 2.0 if "|" in unit.text else 0.5 if " - " in unit.text else 0.0
    points -= 2.0 if count > 25 else 0.0
    points -= 3.0 if before and before.kind is ZoneKind.IMAGE else 0.0
    points -= 1.0 if not unit.text.lstrip("#*[“\"«'( ")[:1].isupper() and not unit.text[:1].isdigit() else 0.0
    points -= 3.0 if unit.end_sign in (".", ":") and not unit.text.endswith(("?", "!", "...", "…")) else 0.0
    return points


def _repeats(page: Page, index: int, title: int) -> bool:
    """Is the unit the title once more, word for word?"""
    unit, first = page.units[index], page.units[title]
    return len(first.words) >= 4 and unit.words == first.words and page.verdicts[index] is None


# --------------------------------------------------------------------------------------------------- before the text


def _in_head(page: Page, index: int, title: int | None, settled: Sequence[Verdict]) -> Verdict:
    unit = page.units[index]
    follows = page.verdicts[index + 1]
    if follows and follows.kind is ZoneKind.DATELINE and len(unit.words) <= 3 and _is_name(unit):
        return Verdict(ZoneKind.DATELINE, "head.place")
    if is_bracketed_name(unit):
        return Verdict(ZoneKind.SOURCE_LINE, "head.brackets")
    if settled and _is_under_picture(settled[-1]) and not unit.end_sign and 3 <= len(unit.words) <= _LONGEST_CAPTION:
        return Verdict(ZoneKind.CAPTION, "caption.picture")
    if title is not None and index > title:
        if settled[-1].kind in _BEFORE_LEADS and _is_lead(page, unit):
            return Verdict(ZoneKind.BODY, "head.lead")
        if settled[-1].kind in _BEFORE_NAMES and len(unit.words) >= 2 and _is_name(unit):
            return Verdict(ZoneKind.BYLINE, "head.name")
    return Verdict(ZoneKind.BOILERPLATE, "head")


def _is_lead(page: Page, unit: Unit) -> bool:
    """A summary need not end like a sentence, but it is longer than a headline of the page and stands there once."""
    return len(unit.words) >= 8 and not unit.is_foreign and unit.function_share >= 0.1 and page.repeated[unit.folded] == 1


def _is_name(unit: Unit) -> bool:
    """Two to five capitalised words without a stop, or initials: how authors sign."""
    own = unit.text.strip(" *_-–—.()")
    words = own.split()
    if not 1 <= len(words) <= _LONGEST_NAME or unit.end_sign or any(map(str.isdigit, own)):
        return False
    if signals().furniture.covered(unit.words) == len(unit.words):
        return False
    return all(word.strip("-.,&'’")[:1].isupper() or word in ("de", "du", "van", "von", "bin", "al", "&", "-") for word in words)


# ---------------------------------------------------------------------------------------------------- after the text


def _in_tail(page: Page, index: int, settled: Sequence[Verdict]) -> Verdict:
    """Right after the text a name is the author's; every other unknown line is what the page adds."""
    unit = page.units[index]
    between = settled[page.after : index]
    if is_bracketed_name(unit):
        return Verdict(ZoneKind.SOURCE_LINE, "tail.brackets")
    if _is_name(unit) and all(each.kind in (ZoneKind.BYLINE, ZoneKind.CAPTION, ZoneKind.IMAGE) for each in between) and len(between) <= 3:
        follows = page.verdicts[index + 1] if index + 1 < len(page.units) else None
        is_signed = index + 1 == len(page.units) or (follows is not None and follows.kind is not ZoneKind.BODY)
        if len(unit.words) > 1 or is_signed:
            return Verdict(ZoneKind.BYLINE, "tail.name")
    return Verdict(ZoneKind.BOILERPLATE, "tail")


# ---------------------------------------------------------------------------------------------------- inside the text


def _inside(page: Page, index: int, settled: Sequence[Verdict]) -> Verdict:
    unit = page.units[index]
    before = settled[index - 1] if index else BODY
    is_finished = unit.end_sign == "."
    if unit.is_foreign:
        return _foreign(page, index, is_finished)
    if _is_twin(page, index, before):
        return Verdict(ZoneKind.CAPTION, "caption.twin")
    if _is_under_picture(before) and len(unit.words) <= _LONGEST_CAPTION and (not unit.end_sign or (page.is_spaced and unit.is_glued)):
        return Verdict(ZoneKind.CAPTION, "caption.picture")
    follows = page.verdicts[index + 1] if index + 1 < len(page.units) else None
    is_bare = len(unit.words) <= 3 and not unit.end_sign and unit.text[:1].islower()
    if is_bare and follows and follows.kind in (ZoneKind.CAPTION, ZoneKind.IMAGE):
        return Verdict(ZoneKind.BOILERPLATE, "residue.alt")
    if page.repeated[unit.folded] > 2 and not is_prose(unit):
        return Verdict(ZoneKind.BOILERPLATE, "repeated")
    return BODY


def _foreign(page: Page, index: int, is_finished: bool) -> Verdict:
    """A foreign line without a stop that sits on a line of the article, or comes back, is the caption's original."""
    unit = page.units[index]
    follows = page.units[index + 1] if index + 1 < len(page.units) else None
    sits_on = page.is_spaced and follows is not None and follows.is_glued and not unit.is_glued
    if not is_finished and len(unit.words) <= _LONGEST_CAPTION and (sits_on or page.repeated[unit.folded] > 1):
        return Verdict(ZoneKind.CAPTION, "caption.foreign")
    return Verdict(ZoneKind.FOREIGN, "foreign")


def _is_twin(page: Page, index: int, before: Verdict) -> bool:
    """The article's own wording directly under a foreign caption."""
    unit = page.units[index]
    return before.reason == "caption.foreign" and page.is_spaced and unit.is_glued and len(unit.words) <= 2 * _LONGEST_CAPTION


def _is_under_picture(before: Verdict) -> bool:
    return before.kind in _PICTURES or before.reason == "residue"
