"""Captions of pictures and their credits."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from postil.domain.zone import ZoneKind
from postil.ingest.lines import Unit
from postil.ingest.markup import plain
from postil.ingest.signals import signals, words_of
from postil.ingest.verdicts import LONGEST, Verdict

_QUOTED_SPEAKER: Final = re.compile(r"^[^\W\d_][\w.'’ -]{2,50}(?:,[\w.'’ -]{2,50})?\s?:\s?[\"“«'‘][^\n]{3,160}[\"”»'’]\W?$")
_COPYRIGHT: Final = re.compile(r"(?:©|\(c\)|copyright)\s?[^\n]{1,60}$", re.IGNORECASE)
_PAIR: Final = re.compile(
    r"(?:^|[(.\s])(?:[^\W\d_][\w.'’-]{0,30}\s?){1,5}/\s?(?:afp|reuters|ap|getty|getty images|epa|epa-efe|sipa|tass|anadolu|xinhua"
    r"|ttxvn|vna|vgp|bloomberg|nurphoto|rex|pa|alamy|abaca|imago)\b[^\n]{0,40}$"
)
_BRACKET_PAIR: Final = re.compile(r"\((?:[A-ZÀ-ỸĐ][^()/\n]{1,40}/){1,3}[A-ZÀ-ỸĐ][^()/\n]{1,40}\)\.?$")
_AGENCY_NAME: Final = re.compile(r"(?:^|[.!?)»”\"\s])(?:REUTERS|AFP|AP|EPA|SIPA|TTXVN|VNA|XINHUA)\s?[-–—/]\s?[A-ZÀ-ỸĐ][^\n.]{2,40}$")
_AGENCY_PAIR: Final = re.compile(r"(?:^|[(.\s])(?:reuters|ap photo|afp photo|epa|xinhua|vgp|ttxvn)\s?/\s?[^\n.]{2,40}[).]{0,2}$")

_NUMBERED: Final = re.compile(r"-\s?(?:ảnh|hình|photo|image)\s\d{1,2}\.?$")
""" "Tên bài - Ảnh 2.": a picture called after its article."""
_DAY_TAKEN: Final = re.compile(r"\((?:jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}(?:,\s(?:19|20)\d\d)?\)$")
""" "(July 26)" at the end: how AP closes the captions of its films."""
_CLASS: Final = re.compile(
    r"(?:<\w+\b[^<>\n]{0,200}>\s*){0,2}<\w+\b[^<>\n]{0,200}\bclass=[\"'][^\"'<>\n]{0,80}(?:caption|photo-?credit|legende|chu-?thich)[^<>\n]{0,200}>(?!\s*<img)",
    re.IGNORECASE,
)
""" "<p class='image-caption'>": the page itself says what it is."""
_FEWEST_WORDS: Final = 4
_LONGEST_HOLDER: Final = 8
"""Words of the holder of a picture's copyright."""
_OF: Final = ("by", "par", "de")
_LONGEST_SCENE: Final = 30
_TAIL: Final = 110
"""Characters at the end of a line in which a credit can stand."""


def caption(unit: Unit) -> Verdict | None:
    """A line that ends with a credit, names positions ("left", "bên phải"), or begins as captions do."""
    if len(unit.words) > LONGEST:
        return None
    is_label = unit.folded.strip(" ,.:") in signals().caption_labels.whole
    if is_label or (unit.text[0] == "<" and _CLASS.match(unit.text)):
        return Verdict(ZoneKind.CAPTION, "caption.label" if is_label else "caption.class")
    tail = unit.folded[-_TAIL:]
    if _AGENCY_NAME.search(unit.text[-_TAIL:]):
        return Verdict(ZoneKind.CAPTION, "caption.agency")
    if (_NUMBERED.search(tail) or _DAY_TAKEN.search(tail)) and len(unit.words) >= _FEWEST_WORDS:
        return Verdict(ZoneKind.CAPTION, "caption.numbered")
    if _has_credit(unit, tail) or _has_copyright(unit, tail):
        return Verdict(ZoneKind.CAPTION, "caption.credit")
    if "/" in tail and (_PAIR.search(tail) or _AGENCY_PAIR.search(tail) or (len(unit.words) <= 50 and _BRACKET_PAIR.search(unit.text[-_TAIL:]))):
        return Verdict(ZoneKind.CAPTION, "caption.agency")
    if unit.end_sign == "." and not unit.text.endswith(('"', "”", "»")):
        return None
    return _worded_caption(unit)


def _has_copyright(unit: Unit, tail: str) -> bool:
    """ "© Tom Reed / AFP" alone, or a holder after the caption's own words; never the page's "© 2024 The Post"."""
    if unit.text[0] == "©" and len(unit.words) <= _LONGEST_HOLDER and not any(map(str.isdigit, unit.text)):
        return True
    sign = _COPYRIGHT.search(tail) if "©" in tail or "(c)" in tail or "copyright" in tail else None
    return sign is not None and len(unit.words) > 3 and (sign.start() > 8 or len(unit.folded) > _TAIL)


def _worded_caption(unit: Unit) -> Verdict | None:
    table = signals()
    if len(unit.words) > 45:
        return None
    opening = table.caption_openers.opening(unit.folded)
    if opening and len(unit.words) > 2 and unit.folded[len(opening) : len(opening) + 1] != ",":
        return Verdict(ZoneKind.CAPTION, "caption.opener")
    if any(part in unit.folded for part in table.caption_parts):
        return Verdict(ZoneKind.CAPTION, "caption.part")
    if len(unit.words) > _LONGEST_SCENE:
        return None
    if any(scene in unit.folded for scene in table.caption_scenes):
        return Verdict(ZoneKind.CAPTION, "caption.scene")
    if len(unit.words) >= 9 and not unit.end_sign and is_scene(unit):
        return Verdict(ZoneKind.CAPTION, "caption.scene")  # "Đồng chí Lê Văn Nam, Phó Chủ tịch tỉnh trình bày báo cáo tại kỳ họp"
    speaker = unit.text.split(":", 1)[0].split()
    is_quote = _QUOTED_SPEAKER.match(unit.text) and all(word[0].isupper() for word in speaker)
    return Verdict(ZoneKind.CAPTION, "caption.quote") if is_quote else None


def is_scene(unit: Unit) -> bool:
    """Does the unit begin with a person and say what that person does in a picture ("Chủ tọa chủ trì kỳ họp")?"""
    table = signals()
    if not table.caption_persons.opening(unit.folded):
        return False
    at = 1
    while at < len(unit.words):
        blocked = table.caption_blocked.length_at(unit.words, at)
        if not blocked and table.caption_acts.length_at(unit.words, at):
            return True
        at += blocked or 1
    return False


@cache
def _credit_pattern() -> re.Pattern[str]:
    """ "Photo: AP", "(Ảnh: Lê Hà).", "ảnh 1Photo: VNA", "crédit photo : X", "photo by X" at the end of a line."""
    words = "|".join(re.escape(w) for w in sorted(signals().credit.whole, key=len, reverse=True) if w[0] != "/")
    who = r"[^\n:!?]{1,60}"
    return re.compile(
        rf"(?:^|[(\[.|/©!?…\"”»)\d-]\s?|\s)(?P<word>{words})\s?(?:\([^)]{{0,30}}\)\s?)?"
        rf"(?:[:,]\s?{who}|(?<=\bby)\s{who}|(?<=\bof)\s{who}|\s(?:by|par|de)\s{who}|[.)\]]*)$"
    )


def _has_credit(unit: Unit, tail: str) -> bool:
    """Is there a credit at the end, as a fragment of its own: at the line's start, after a stop or bracket, or with a capital?"""
    match = _credit_pattern().search(tail)
    if match is None:
        return False
    word, at = match["word"], match.start("word")
    before = tail[:at].rstrip()
    is_start = not before and len(tail) == len(unit.folded)
    rest = tail[match.end("word") :].strip(" .)]")
    if not rest:  # nobody named: only "… Ảnh minh họa", "(file photo)", never a sentence that ends in "photo"
        return " " in word and (is_start or before[-1:] in tuple("(.[-|")) and len(unit.words) > 2
    is_apart = is_start or before[-1:] in tuple('(.[-|/©!?…"”»)') or tail[at - 1].isdigit()
    is_list = rest[:1] == "," and not word.endswith(("source", "credit", "copyright"))
    named = words_of(rest)
    is_name = len(named) <= 9
    if named[:1] and named[0] in _OF:  # "Photo de la misère" is a heading
        is_name = is_name and any(word[0].isupper() for word in words_of(plain(unit.text))[-len(named) :][1:2])
    return (is_apart or word.capitalize() in unit.text[-_TAIL:]) and not is_list and is_name
