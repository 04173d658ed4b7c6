"""Units inside the text that no rule knows by their words: body, unless a picture, a foreign line or furniture is next to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from postil.domain.zone import ZoneKind
from postil.ingest.appeals import appeal
from postil.ingest.body import is_prose
from postil.ingest.captions import is_scene
from postil.ingest.echoes import echo, strip
from postil.ingest.gazetteer import is_vietnamese_name
from postil.ingest.inline import opens_with_name
from postil.ingest.markup import plain
from postil.ingest.page import Page
from postil.ingest.signals import signals
from postil.ingest.verdicts import BODY, LONGEST, Verdict

_CAPTION: Final = ZoneKind.CAPTION
_LONGEST_ALT: Final = 20
"""Words of an alt text where a longer line said twice may be the lead."""
_NEAR: Final = 3
LISTED: Final = "listed"
"""The reason of lines that stand in a list of other articles."""
_LONGEST_ITEM: Final = 15
_FEWEST_ITEMS: Final = 3
_LAST_LINES: Final = 4
"""Lines at the end of the text among which its author may sign."""
_Rule = Callable[[Page, int, Verdict], Verdict | None]


def inside(page: Page, index: int, before: Verdict) -> Verdict:
    """The verdict of a unit inside the text; `before` is the one of the unit before it."""
    return next(filter(None, (rule(page, index, before) for rule in _RULES)), BODY)


def under_picture(page: Page, index: int, before: Verdict) -> Verdict | None:
    """The wording under a picture or under a line that announces a caption."""
    unit = page.units[index]
    if len(unit.words) > LONGEST or unit.text.startswith(("# ", "##")) or (unit.text.startswith("**") and unit.text.endswith("**")):
        return None
    if before.reason == "caption.label":
        return Verdict(_CAPTION, "caption.labelled")
    if _is_in_figcaption(page, index):
        return Verdict(_CAPTION, "caption.figure")
    is_picture = before.kind is ZoneKind.IMAGE or before.reason == "residue"
    is_caption = not unit.end_sign or (page.is_spaced and unit.is_glued)
    return Verdict(_CAPTION, "caption.picture") if is_picture and is_caption else None


def _is_in_figcaption(page: Page, index: int) -> bool:
    """Does the tag of a caption stand open on the line before?"""
    above = page.units[index - 1].text[-300:].lower() if index else ""
    return above.rfind("<figcaption") > above.rfind("</figcaption") and above.endswith(">")


def _foreign(page: Page, index: int, _before: Verdict) -> Verdict | None:
    """A foreign line without a stop that sits on a line of the article, or comes back, is the caption's original."""
    unit = page.units[index]
    if not unit.is_foreign:
        return None
    sits_on = page.is_spaced and page.is_glued_to_next(index) and not unit.is_glued
    is_caption = unit.end_sign != "." and len(unit.words) <= LONGEST and (sits_on or page.repeated[unit.folded] > 1)
    return Verdict(_CAPTION, "caption.foreign") if is_caption else Verdict(ZoneKind.FOREIGN, "foreign")


def _listed(page: Page, index: int, before: Verdict) -> Verdict | None:
    """A headline right under "More on this story", those after it between dashes or dots, and all of a longer list."""
    if not _is_item(page, index):
        return None
    is_after_sign = before.reason == LISTED and page.own(index - 1) is not None
    is_first = before.reason == "tail.heading"
    is_long = before.reason == LISTED and _is_in_long_list(page, index)
    return Verdict(ZoneKind.BOILERPLATE, LISTED) if is_first or is_after_sign or is_long else None


def _is_item(page: Page, index: int) -> bool:
    """May the line be a headline of a list: short, and no finished sentence?"""
    unit = page.units[index]
    is_sentence = unit.end_sign == "." and not unit.text.endswith("?")
    return page.own(index) is None and len(unit.words) < _LONGEST_ITEM and not is_sentence


def _is_in_long_list(page: Page, index: int) -> bool:
    """Do three headlines and more stand together around the line? A heading of the text would stand alone."""
    first = index
    while first > page.first and index - first < _FEWEST_ITEMS and _is_item(page, first - 1):
        first -= 1
    return first + _FEWEST_ITEMS <= page.after and all(_is_item(page, at) for at in range(first, first + _FEWEST_ITEMS))


def _enclosed(page: Page, index: int, _before: Verdict) -> Verdict | None:
    """A sentence that addresses the reader between two lines of furniture: the text of a newsletter box."""
    unit = page.units[index]
    around = (page.own(index - 1), page.own(index + 1))
    if len(unit.words) > 45 or not all(own and own.reason.startswith("ui.") for own in around):
        return None
    is_to_reader = signals().address.is_in(unit.words) and not any(sign in unit.text for sign in '“"«')
    return Verdict(ZoneKind.BOILERPLATE, "enclosed") if is_to_reader else None


def _box_heading(page: Page, index: int, _before: Verdict) -> Verdict | None:
    """A word or two right before a sentence to the reader: the name of a newsletter."""
    follows = page.own(index + 1)
    is_heading = len(page.units[index].words) <= 3 and follows is not None and follows.reason == "ui.strong"
    return Verdict(ZoneKind.BOILERPLATE, "enclosed.heading") if is_heading else None


def _doubled(page: Page, index: int, _before: Verdict) -> Verdict | None:
    """One line twice in a row: a picture's alt text and its caption; short ones also where no blank lines keep paragraphs apart."""
    unit = page.units[index]
    if page.repeated[unit.folded] < 2 or len(unit.words) > (LONGEST if page.is_spaced else _LONGEST_ALT):
        return None
    is_second = index > 0 and page.units[index - 1].words == unit.words and (unit.is_glued or not page.is_spaced)
    is_first = index + 1 < len(page.units) and page.units[index + 1].words == unit.words and (page.is_glued_to_next(index) or not page.is_spaced)
    return Verdict(_CAPTION, "caption.doubled") if is_first or is_second else None


def alt_of_caption(page: Page, index: int, _before: Verdict) -> Verdict | None:
    """The wording of a caption without its credit, right above it."""
    unit, follows = page.units[index], page.own(index + 1)
    if not 4 <= len(unit.words) <= LONGEST or follows is None or follows.kind is not _CAPTION:
        return None
    return Verdict(_CAPTION, "caption.alt") if page.units[index + 1].folded.startswith(unit.folded.rstrip(". ")) else None


def _twin(page: Page, index: int, before: Verdict) -> Verdict | None:
    """The article's own wording directly under a foreign caption, or under its title said again as a picture's text."""
    unit = page.units[index]
    is_twin = before.reason in ("caption.foreign", "title.again") and page.is_spaced and unit.is_glued
    return Verdict(_CAPTION, "caption.twin") if is_twin and len(unit.words) <= 2 * LONGEST else None


def _alt_text(page: Page, index: int, _before: Verdict) -> Verdict | None:
    """A word or two in small letters before a caption: what is left of a picture."""
    unit, follows = page.units[index], page.own(index + 1)
    is_bare = len(unit.words) <= 3 and not unit.end_sign and unit.text[:1].islower()
    is_left = is_bare and follows is not None and follows.kind in (_CAPTION, ZoneKind.IMAGE)
    return Verdict(ZoneKind.BOILERPLATE, "residue.alt") if is_left else None


def _repeated(page: Page, index: int, _before: Verdict) -> Verdict | None:
    unit = page.units[index]
    return Verdict(ZoneKind.BOILERPLATE, "repeated") if page.repeated[unit.folded] > 2 and not is_prose(unit) else None


def _cell(page: Page, index: int, _before: Verdict) -> Verdict | None:
    """One cell of a table ("Workers at a mill in Dara |"): pages set pictures and their captions in tables."""
    unit = page.units[index]
    is_cell = unit.text.count("|") == 1 and (unit.text.endswith("|") or unit.text.startswith("|"))
    return Verdict(_CAPTION, "caption.cell") if is_cell and 3 <= len(unit.words) <= LONGEST else None


def _scene(page: Page, index: int, _before: Verdict) -> Verdict | None:
    """ "Chủ tọa chủ trì kỳ họp": who does what in a picture, without a stop, between paragraphs."""
    unit = page.units[index]
    if unit.end_sign or unit.text[0] in "#*<" or not 4 <= len(unit.words) <= 45:
        return None
    is_alone = _is_sentence(page, index - 1) or _is_sentence(page, index + 1)
    return Verdict(_CAPTION, "caption.scene") if is_alone and "?" not in unit.text and is_scene(unit) else None


def _signed(page: Page, index: int, _before: Verdict) -> Verdict | None:
    """A Vietnamese name alone on one of the text's last lines: its author."""
    unit = page.units[index]
    is_late = page.after - index <= _LAST_LINES and not unit.end_sign
    return Verdict(ZoneKind.BYLINE, "inside.name") if is_late and is_vietnamese_name(plain(unit.text)) else None


def _signed_in_between(page: Page, index: int, _before: Verdict) -> Verdict | None:
    """A name alone between two of the last paragraphs, in a language whose headings do not capitalise every word."""
    unit = page.units[index]
    words = unit.text.strip("*_ ").split()
    if unit.language not in ("fr", "vi") or unit.end_sign or page.after - index > _LAST_LINES or not 2 <= len(words) <= 4:
        return None
    is_name = all(word[0].isupper() and word.replace("-", "").isalpha() for word in words) and not unit.text.isupper()
    is_between = _is_sentence(page, index - 1) and _is_sentence(page, index + 1)
    return Verdict(ZoneKind.BYLINE, "inside.between") if is_name and is_between else None


def _name_said_again(page: Page, index: int, _before: Verdict) -> Verdict | None:
    """A name alone on a line that also opens a paragraph nearby ("Ian Clark Opposition councillors have …"): its author."""
    unit = page.units[index]
    words = unit.text.split()
    if unit.end_sign or not 2 <= len(words) <= 4 or not all(word[0].isupper() and word.replace("-", "").isalpha() for word in words):
        return None
    near = page.units[max(0, index - _NEAR) : index + _NEAR + 1]
    is_glued = any(opens_with_name(other.text, unit.text) for other in near)
    return Verdict(ZoneKind.BYLINE, "inside.again") if is_glued else None


def _is_sentence(page: Page, index: int) -> bool:
    return 0 <= index < len(page.units) and page.own(index) is None and is_prose(page.units[index])


def _boxed(page: Page, index: int, _before: Verdict) -> Verdict | None:
    """What offers the reader a letter right above the button that orders it, and the letter's name above that."""
    unit, follows = page.units[index], page.own(index + 1)
    if unit.end_sign == "." or len(unit.words) > 30:
        return None
    is_offer = _is_offer(page, index)
    is_name = len(unit.words) <= 6 and follows is None and _is_offer(page, index + 1)
    return Verdict(ZoneKind.BOILERPLATE, "enclosed.box") if is_offer or is_name else None


def _is_offer(page: Page, index: int) -> bool:
    if index + 1 >= len(page.units) or page.own(index) is not None:
        return False
    unit, follows = page.units[index], page.own(index + 1)
    is_button = follows is not None and follows.reason == "ui.whole" and signals().buttons.is_in(page.units[index + 1].words)
    return is_button and unit.end_sign != "." and len(unit.words) <= 30 and signals().address.is_in(unit.words)


_RULES: Final[tuple[_Rule, ...]] = (
    _foreign,
    under_picture,
    _listed,
    _enclosed,
    _box_heading,
    _boxed,
    appeal,
    _doubled,
    alt_of_caption,
    strip,
    echo,
    _twin,
    _alt_text,
    _repeated,
    _cell,
    _scene,
    _signed,
    _signed_in_between,
    _name_said_again,
)
