"""Zones that begin or end inside a line: datelines, signatures, teasers and what else pages glue to a paragraph."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from postil.domain.zone import ZoneKind
from postil.ingest.datelines import dateline
from postil.ingest.lines import Unit
from postil.ingest.markup import LINK, images, plain
from postil.ingest.signals import fold, signals, words_of
from postil.ingest.verdicts import LONGEST

_SIGNATURE: Final = re.compile(r"(?P<mark>\s*[-–—]\s*|\s*(?=\())(?P<name>\(?[^()\n]{2,40}\)?)\s*[./]{0,3}\s*$")
_BYLINE: Final = re.compile(r"(?:By|BY|Par|PAR)\s[^\W\d_][^|\n]{2,80}?\s*\|\s*(?=\S)")
_PARTS: Final = re.compile(r"\s*[/,;|+–—-]\s*|\s+and\s+|\s+et\s+|\s+và\s+")
_LABEL: Final = re.compile(r"\*\*\[?(?P<label>[^*\[\]\n]{2,40}?)\]?\s?:?\*\*\s?:?\s?(?P<name>[^*.!?\n]{2,60})$")
_ASIDE: Final = re.compile(r"(?:\((?P<round>[^()\n]{4,220})\)|\[(?P<square>[^\[\]\n]{4,220})\](?!\()|\*\[?(?P<star>[^*\[\]\n]{4,220})\]?\*)")
_SENTENCE_END: Final = re.compile(r"(?:[.!?…][\"”»')\]*]{0,3}|[…]\]?|\*\*|</p>|[ \t]{3})\s*(?=\S)")
_COMMENT: Final = re.compile(r"<!--[^<>\n]{0,500}-->|<(?P<tag>script|style)\b[^<>\n]{0,300}>[^\n]{0,2000}?</(?P=tag)>", re.IGNORECASE)
_TAGS: Final = re.compile(r"(?:<[^<>\n]{1,300}>\s*)+")
_CLOSING: Final = re.compile(r"(?:\s*</(?:a|div|p|span|figure|picture|center|td)>)+", re.IGNORECASE)
_SMALL_TYPE: Final = re.compile(r"\s*<(?:em|i|small|figcaption|center)\b[^<>\n]{0,300}>(?=[^<>\n])", re.IGNORECASE)
_FIGCAPTION: Final = re.compile(r"<figcaption\b[^<>\n]{0,300}>[^\n]{1,1000}?</figcaption>", re.IGNORECASE)
_REACH: Final = 260
"""Characters at the end of a paragraph in which teasers and buttons are glued to it."""
_SHORTEST: Final = 40
"""Characters of a paragraph that can carry a signature."""

Piece = tuple[ZoneKind, int, int]
"""Kind and `[start, end)` inside the unit."""


def pieces(unit: Unit, *, is_first: bool, is_last: bool, names: Collection[str] = ()) -> tuple[Piece, ...]:
    """Parts of a body unit that are no running text, in order.

    `is_first`: one of the first paragraphs of the text; `is_last`: its last one; `names`: authors that sign the page.
    """
    found = _pictures(unit.text)
    found += [(ZoneKind.BOILERPLATE, *match.span()) for match in _COMMENT.finditer(unit.text)] if "<" in unit.text else []
    signed = next((name for name in names if opens_with_name(unit.text, name)), "")
    kind, start, prefix = (ZoneKind.BYLINE, 0, len(signed)) if signed else _prefix(unit.text, is_first=is_first)
    if prefix:
        found.append((kind, start, prefix))
    end = _glued(unit.text)
    found += [(ZoneKind.BOILERPLATE, end, len(unit.text))] if end < len(unit.text) else []
    found += _asides(unit.text)
    suffix = _suffix(unit.text[:end]) if is_last else None
    suffix = _labelled(unit.text[:end]) if suffix is None else suffix
    if suffix is not None and suffix > prefix:
        found.append((ZoneKind.SOURCE_LINE, suffix, end))
    return tuple(sorted(found, key=lambda piece: piece[1]))


def opens_with_name(text: str, name: str) -> bool:
    """Does `text` begin with `name` and then with a new sentence?"""
    return text.startswith(f"{name} ") and text[len(name) + 1 :].lstrip()[:1].isupper() and len(text) >= len(name) + _SHORTEST


def _pictures(text: str) -> list[Piece]:
    """Images; where a line of tags begins with one, the tags around it and the wording set in small type after it."""
    caption = _FIGCAPTION.search(text) if "<fig" in text else None
    if caption:
        tags = [(start, end) for start, end in images(text) if end <= caption.start() or start >= caption.end()]
        return [*((ZoneKind.IMAGE, start, end) for start, end in _joined(tags)), (ZoneKind.CAPTION, *caption.span())]
    found = images(text)
    if not found or not _TAGS.fullmatch(text[: found[0][0]]):
        return [(ZoneKind.IMAGE, start, end) for start, end in found]
    closing = _CLOSING.match(text, found[0][1])
    end = closing.end() if closing else found[0][1]
    out = [(ZoneKind.IMAGE, 0, end), *((ZoneKind.IMAGE, start, stop) for start, stop in found[1:])]
    rest = text[end:]
    is_caption = _SMALL_TYPE.match(rest) and len(found) == 1 and len(plain(rest).split()) <= LONGEST
    return [*out, (ZoneKind.CAPTION, end + len(rest) - len(rest.lstrip()), len(text))] if is_caption else out


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """`spans` with those that touch as one."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and out[-1][1] == start:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _prefix(text: str, *, is_first: bool) -> Piece:
    signed = _BYLINE.match(text) if is_first else None
    if signed:
        return ZoneKind.BYLINE, 0, len(signed[0].rstrip())
    teaser = _teaser(text)
    return (ZoneKind.BOILERPLATE, 0, teaser) if teaser else (ZoneKind.DATELINE, *dateline(text, is_opening=is_first))


def _teaser(text: str) -> int:
    """Length of a link at the start whose text is a phrase of the interface ("[See details](…)Panorama of …"); 0 for none."""
    match = LINK.match(text) if text[0] == "[" else None
    return match.end() if match and len(text) - match.end() >= _SHORTEST and _is_furniture(match[1]) else 0


def _glued(text: str) -> int:
    """Where what a page glued to the end of the paragraph begins: buttons, counters, "Read also: …"; its length for nowhere."""
    if len(text) < _SHORTEST:
        return len(text)
    offset = max(0, len(text) - _REACH)
    for match in _SENTENCE_END.finditer(text, offset):
        rest = text[match.end() :]
        if match.end() > 20 and (_is_furniture(rest) or _is_reference(rest, is_open=True)):
            return match.end()
    return len(text)


def _is_furniture(text: str) -> bool:
    """Nothing but phrases of the interface, with counts and signs around them; never a finished sentence."""
    wording = plain(text)
    bare = fold(wording).strip("-*#:.…!?>»›<|[]() ")
    words = [word for word in words_of(fold(wording)) if not word[0].isdigit()]
    if not words or len(words) > 20 or (wording.endswith(".") and not wording.endswith("..")):
        return False
    if not wording.lstrip("-*#:…>»›<|[]( ✉📧▶►→")[:1].isupper() and "](" not in text:
        return False
    return bare in signals().ui_lines or bare in signals().tail_heading.whole or signals().ui.covered(words) == len(words)


def _asides(text: str) -> list[Piece]:
    """ "(Read also: …)", "[Lire aussi : …]" inside a paragraph."""
    if not any(sign in text for sign in "([*"):
        return []
    found = []
    for match in _ASIDE.finditer(text):
        inner = match["round"] or match["square"] or match["star"] or ""
        is_button = bool(match["square"]) and fold(inner) in signals().ui_lines
        if is_button or _is_reference(inner, is_open=False):
            found.append((ZoneKind.BOILERPLATE, *match.span()))
    return found


def _is_reference(text: str, *, is_open: bool) -> bool:
    """An opener of links with a sign after it ("Read also: …", "Xem thêm >> …"); `is_open` text is no finished sentence."""
    wording = plain(text)
    folded = fold(wording)
    opening = signals().related.opening(folded)
    if not opening or len(folded) > 200 or (is_open and wording.rstrip("\"'”»)] ").endswith(".")):
        return False
    rest = folded[len(opening) :].lstrip()
    is_signed = opening.endswith(":") or rest[:1] in (":", "|", ">", "»", "-")
    return wording[:1].isupper() and " " in opening.rstrip(": ") and (is_signed or (is_open and not rest)) and len(rest) != 1


def _suffix(text: str) -> int | None:
    """Where "-VNA", "(Source AFP)" or "(Theo TTXVN)" begins at the end of a paragraph."""
    offset = max(0, len(text) - 60)
    match = _SIGNATURE.search(text, offset)
    if not match or len(text) < _SHORTEST:
        return None
    name = match["name"].strip("() ./")
    opening = signals().source.opening(fold(name))
    bare = name[len(opening) :].strip(" :") if opening else name
    if not _is_agency(bare):
        return None
    return match.start() + len(match[0]) - len(match[0].lstrip())


def _labelled(text: str) -> int | None:
    """Where "**[Translated by]** AFPBB News" or "**Source:** Reuters" begins at the end of a paragraph."""
    match = _LABEL.search(text, max(0, len(text) - 120)) if "**" in text and len(text) >= _SHORTEST else None
    if match is None:
        return None
    label = fold(match["label"]).strip(": ")
    is_known = label in signals().source.whole or label in signals().byline.whole or bool(signals().byline.opening(label))
    return match.start() if is_known and len(match["name"].split()) <= 6 else None


def _is_agency(name: str) -> bool:
    """Are all parts of `name` ("VNA/CVN", "Reuters, AFP") agencies or outlets we know?"""
    parts = [fold(part) for part in _PARTS.split(name.strip()) if part]
    return bool(parts) and all(part in signals().agency.whole for part in parts)
