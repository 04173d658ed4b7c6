"""Lines that say where, when and by whom: sources, authors, dates."""

from __future__ import annotations

import re
from typing import Final

from postil.domain.zone import ZoneKind
from postil.ingest.lines import Unit
from postil.ingest.markup import URL, plain
from postil.ingest.signals import fold, signals, words_of
from postil.ingest.stamps import stamps, without_times
from postil.ingest.verdicts import Verdict

_BAR: Final = re.compile(r"\s[|•·–-]\s|\s?\|\s?")
_CRAWLED: Final = re.compile(r"date:? (?:19|20)\d\d-\d\d(?:-\d\d)?")


def source(unit: Unit) -> Verdict | None:
    """ "Source : https://…", "(Source AFP)", "Nguồn: TTXVN", "-VNA", "This article first appeared in …"."""
    table = signals()
    bare = unit.folded.strip("()[]*-/. ")
    if len(unit.words) > 40:
        return None
    if table.source_sentences.opening(bare):
        return Verdict(ZoneKind.SOURCE_LINE, "source.sentence", is_end=True)
    if URL.fullmatch(unit.text.strip("<>()[] ")):
        return Verdict(ZoneKind.SOURCE_LINE, "source.address")
    if is_bracketed_name(unit) and "/" in unit.text:
        return Verdict(ZoneKind.SOURCE_LINE, "source.brackets", is_end=True)
    opening = table.source.opening(bare)
    rest = bare[len(opening) :] if opening else bare
    rest_words = words_of(rest.replace("/", " "))
    named = bool(rest_words) and table.agency.covered(rest_words) == len(rest_words)
    in_brackets = unit.text[0] in "([" and unit.text.rstrip(". ")[-1] in ")]" and unit.text.count("(") <= 1
    has_sign = opening.endswith(":") or rest.lstrip()[:1] in (":", "-", "|")
    if opening and (named or URL.search(unit.text) or (in_brackets and len(rest_words) <= 8)):
        return Verdict(ZoneKind.SOURCE_LINE, "source.named", is_end=bool(URL.search(unit.text)))
    if opening and has_sign and 0 < len(rest_words) <= 12:
        return Verdict(ZoneKind.SOURCE_LINE, "source.opener")
    is_marked = in_brackets or unit.text[0] in "-–—/"
    is_agency = named and (is_marked or bare not in table.common_agency.whole)
    if is_agency and len(rest_words) <= 6 and unit.end_sign != "." and not opening:
        return Verdict(ZoneKind.SOURCE_LINE, "source.agency", is_end=True)
    return None


def is_bracketed_name(unit: Unit) -> bool:
    """ "(Viet Nam News/ANN)": a capitalised name alone in brackets."""
    own = unit.text
    return own[0] == "(" and own[-1] == ")" and 1 <= len(unit.words) <= 6 and all(w[:1].isupper() for w in own[1:-1].split())


def byline(unit: Unit) -> Verdict | None:
    """ "By Jane Okafor", "Propos recueillis par …", "Bài, ảnh: …", "Staff reporter"; never "By Monday the water …"."""
    table = signals()
    if unit.folded.strip("-—. ") in table.byline_names.whole:
        return Verdict(ZoneKind.BYLINE, "byline.name")
    opening = table.byline.opening(unit.folded.lstrip("(["))
    if not opening or len(unit.words) > 40 or unit.text.rstrip().endswith("?"):
        return None
    rest = unit.folded.lstrip("([")[len(opening) :]
    if opening.startswith(("de notre", "avec notre", "from our", "by our")) and not unit.end_sign and len(unit.words) <= 12:
        return Verdict(ZoneKind.BYLINE, "byline.correspondent")
    names = _names_after(unit, opening)
    has_sign = opening.endswith(":") or rest.lstrip().startswith(":")
    if " " in opening and opening.endswith((" by", " par")) and names:
        return Verdict(ZoneKind.BYLINE, "byline.opener")
    is_short = len(unit.words) <= (10 if has_sign else 15)
    is_open_end = unit.end_sign != "." or _others_are_names(rest, unit)
    return Verdict(ZoneKind.BYLINE, "byline.opener") if names and is_short and is_open_end else None


def _others_are_names(rest: str, unit: Unit) -> bool:
    """Are all words after the opener capitalised? Then a stop does not make a sentence of them ("By Jane Okafor.")."""
    count = len(words_of(rest))
    return all(word[0].isupper() for word in words_of(plain(unit.text))[-count:]) if count else False


def _names_after(unit: Unit, opening: str) -> bool:
    """Does a capitalised word that is no day or month follow the opening words?"""
    own = plain(unit.text).lstrip("([")
    rest = own[len(opening) :].lstrip(" :-–—\u00a0")
    first = rest.split(" ", 1)[0].strip(",.") if rest else ""
    folded = first.lower()
    return (
        bool(first)
        and first[0].isupper()
        and folded not in signals().months
        and folded not in signals().weekdays.whole
        and folded not in ("the", "this")
    )


def dateline(unit: Unit) -> Verdict | None:
    """A full date, or "3 hours ago", with nothing beside it but times, weekdays, "updated" and capitalised names."""
    if len(unit.words) > 40 or not (any(map(str.isdigit, unit.text))):
        return None
    own = plain(unit.text)
    if _CRAWLED.fullmatch(own):
        return Verdict(ZoneKind.DATELINE, "dateline.crawled")
    if _BAR.search(own) and _is_head_bar(own):
        return Verdict(ZoneKind.DATELINE, "dateline.bar")
    if len(unit.words) > 25:
        return None
    found = stamps(own)
    rest = own
    for stamp in reversed(found):
        rest = f"{rest[: stamp.start]} {rest[stamp.end :]}"
    others = _others(without_times(rest))
    if found and len(others) <= 6 and (not others or unit.end_sign != ".") and all(word[0].isupper() for word in others):
        return Verdict(ZoneKind.DATELINE, "dateline.stamp")
    if not found and len(unit.words) <= 8 and _is_relative(unit.words):
        return Verdict(ZoneKind.DATELINE, "dateline.relative")
    return None


def _is_head_bar(text: str) -> bool:
    """ "Le Monde | 04.05.2015 à 13h36 • Mis à jour le 05.05.2015 | Par Anne Roy (avec Paul Lay)": parts that all belong to a head."""
    parts = [part.strip() for part in _BAR.split(text) if part.strip()]
    return any(stamps(part) for part in parts) and all(map(_is_head_part, parts))


def _is_head_part(part: str) -> bool:
    """A date, a name, an author after "By", a count or a phrase of the interface."""
    words = words_of(fold(part))
    if not words or len(words) > 14:
        return not words
    table = signals()
    counted = [word for word in words if not word[0].isdigit()]
    if table.furniture.covered(counted) == len(counted):
        return True
    if part.endswith((".", "!", "?", ":", ",")):
        return False
    if table.byline.opening(fold(part)):
        return True
    rest = part
    for stamp in reversed(stamps(part)):
        rest = f"{rest[: stamp.start]} {rest[stamp.end :]}"
    others = _others(without_times(rest))
    return len(others) <= 5 and all(word[0].isupper() for word in others)


def _others(text: str) -> list[str]:
    """The words of `text` that do not go with a date: no weekday, "updated", "published on", agency or number."""
    words = words_of(text)
    lowered = [word.lower() for word in words]
    out: list[str] = []
    at = 0
    while at < len(words):
        length = max(table.length_at(lowered, at) for table in (signals().dateline, signals().weekdays, signals().agency))
        if not length and not words[at][0].isdigit():
            out.append(words[at])
        at += length or 1
    return out


def _is_relative(words: tuple[str, ...]) -> bool:
    """ "3 hours ago", "il y a 2 heures", "5 giờ trước"."""
    rest = [word for word in words if not word.isdigit()]
    is_known = 0 < len(rest) < len(words) and signals().dateline.covered(rest) == len(rest)
    return is_known and signals().ago.is_in(rest)
