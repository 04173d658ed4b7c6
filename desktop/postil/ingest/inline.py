"""Zones that begin or end inside a line: the agency's dateline before the first sentence, its signature after the last."""

from __future__ import annotations

import re
from typing import Final

from postil.domain.zone import ZoneKind
from postil.ingest.lines import Unit
from postil.ingest.markup import images
from postil.ingest.signals import fold, signals, words_of
from postil.ingest.stamps import stamps

_DASH: Final = r"\s*[-–—:]{1,2}\s*"
_BRACKETED: Final = re.compile(rf"[(\[](?P<name>[^()\[\]\n]{{2,40}})[)\]]{_DASH}")
_PLACE_AND_AGENCY: Final = re.compile(rf"(?P<place>[^\W\d_][^()\n]{{1,60}}?)\s*\((?P<name>[^()\n]{{2,40}})\)(?:{_DASH}|\s*\.\s+)")
_PLAIN: Final = re.compile(r"(?P<name>[^\W\d_][^\n–—:]{0,40}?)\s+[-–—]{1,2}\s+")
_SIGNATURE: Final = re.compile(r"(?P<mark>\s*[-–—]\s*|\s*(?=\())(?P<name>\(?[^()\n]{2,40}\)?)\s*[./]{0,3}\s*$")
_BYLINE: Final = re.compile(r"(?:By|BY|Par|PAR)\s[^\W\d_][^|\n]{2,80}?\s*\|\s*(?=\S)")
_PARTS: Final = re.compile(r"\s*[/,;|+–—-]\s*|\s+and\s+|\s+et\s+|\s+và\s+")

Piece = tuple[ZoneKind, int, int]
"""Kind and `[start, end)` inside the unit."""


def pieces(unit: Unit, *, is_first: bool, is_last: bool) -> tuple[Piece, ...]:
    """Parts of a body unit that are no running text, in order."""
    found: list[Piece] = [(ZoneKind.IMAGE, start, end) for start, end in images(unit.text)]
    signed = _BYLINE.match(unit.text) if is_first else None
    prefix = len(signed[0].rstrip()) if signed else _prefix(unit.text) if is_first else 0
    if prefix:
        found.append((ZoneKind.BYLINE if signed else ZoneKind.DATELINE, 0, prefix))
    suffix = _suffix(unit.text) if is_last else None
    if suffix is not None and suffix > prefix:
        found.append((ZoneKind.SOURCE_LINE, suffix, len(unit.text)))
    return tuple(sorted(found, key=lambda piece: piece[1]))


def _prefix(text: str) -> int:
    """Length of "(Dân trí) -", "Hanoï (VNA) –", "PARIS, 3 mars (Reuters) -", "BEIJING -" or "TTO -" at the start; 0 for none."""
    match = _BRACKETED.match(text)
    if match and _is_name(match["name"]):
        return len(match[0].rstrip())
    match = _PLACE_AND_AGENCY.match(text)
    if match and _is_agency(match["name"]) and len(match["place"].split()) <= 8 and match["place"][0].isupper():
        return len(match[0].rstrip())
    match = _PLAIN.match(text)
    if match and len(text) > 60 and (_is_agency(match["name"]) or _is_place_in_capitals(match["name"])):
        return len(match[0].rstrip())
    return 0


def _suffix(text: str) -> int | None:
    """Where "-VNA", "(Source AFP)" or "(Theo TTXVN)" begins at the end of a paragraph."""
    offset = max(0, len(text) - 60)
    match = _SIGNATURE.search(text, offset)
    if not match or len(text) < 40:
        return None
    name = match["name"].strip("() ./")
    opening = signals().source.opening(fold(name))
    bare = name[len(opening) :].strip(" :") if opening else name
    if not _is_agency(bare):
        return None
    return match.start() + len(match[0]) - len(match[0].lstrip())


def _is_agency(name: str) -> bool:
    """Are all parts of `name` ("VNA/CVN", "Reuters, AFP") agencies or outlets we know?"""
    parts = [fold(part) for part in _PARTS.split(name.strip()) if part]
    return bool(parts) and all(part in signals().agency.whole for part in parts)


def _is_name(name: str) -> bool:
    """An agency, or a short capitalised name as outlets print it in brackets."""
    words = name.split()
    return _is_agency(name) or (len(words) <= 4 and name[0].isupper() and not any(c in name for c in '.!?"') and not name[0].isdigit())


def _is_place_in_capitals(name: str) -> bool:
    rest = name
    for stamp in reversed(stamps(name)):
        rest = rest[: stamp.start] + rest[stamp.end :]
    months = signals().months
    words = [word for word in re.findall(r"[^\W_]+", rest) if not word.isdigit() and word.lower().strip(".") not in months]
    letters = "".join(words)
    return bool(words) and len(words) <= 5 and len(letters) >= 4 and letters.isupper() and not words_of(fold(name))[0].isdigit()
