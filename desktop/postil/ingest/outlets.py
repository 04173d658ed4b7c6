"""Where an article comes from: its address, its outlet, and signs that it was translated from Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

from postil.domain.article import Found
from postil.domain.zone import Zone, ZoneKind
from postil.ingest.datelines import without_days
from postil.ingest.markup import images
from postil.ingest.signals import fold, signals
from postil.ingest.stamps import stamps

NOTHING: Final = Found("")
DAY_FIRST: Final = frozenset(
    (
        "vn",
        "fr",
        "uk",
        "au",
        "nz",
        "ie",
        "in",
        "sg",
        "my",
        "za",
        "ng",
        "ke",
        "gh",
        "eu",
        "be",
        "ch",
        "lu",
        "sn",
        "ci",
        "ma",
        "dz",
        "tn",
        "es",
        "it",
        "de",
        "nl",
    )
)
"""Top-level domains of countries that write 04/05/2025 for the fourth of May."""

_URL: Final = re.compile(r"https?://[^\s<>\"')\]]{4,2000}")
_IMAGE_END: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif)(?:[?#].*)?$", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\(([^()]{2,40})\)")
_OUTLET_WORDS: Final = ("báo ", "tạp chí ", "đài ", "cổng ", "the ", "le ", "la ", "les ", "agence ", "agency ")
_BAR: Final = re.compile(r"\s[|•·]\s|\s?\|\s?")
_LONGEST_NAME: Final = 60

_SYLLABLE: Final = re.compile(
    r"(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?"
    r"(?:a|e|i|o|u|y|ai|ao|au|ay|eo|eu|ia|ie|ieu|iu|oa|oai|oay|oe|oi|oo|ou|ua|uai|uay|ue|ui|uo|uoi|uou|uu|uy|uya|uye|uyu|ye|yeu)"
    r"(?:c|ch|m|n|ng|nh|p|t)?"
)
"""A Vietnamese syllable without its accents, as addresses spell it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of a zone, and where it stands in the article."""

    kind: ZoneKind
    start: int
    text: str


def host(url: str) -> str:
    """The host of an address without "www."; empty for none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def address(pieces: Sequence[Piece]) -> Found:
    """The article's address: in its source line, else in its title; never a picture's."""
    for kind in (ZoneKind.SOURCE_LINE, ZoneKind.TITLE):
        for piece in pieces:
            match = _URL.search(piece.text) if piece.kind is kind else None
            if match and not _IMAGE_END.search(match[0]):
                value = match[0].rstrip(".,;")
                return Found(value, piece.start + match.start(), piece.start + match.start() + len(value))
    return NOTHING


def publisher(pieces: Sequence[Piece], url: Found) -> Found:
    """The outlet: named in a dateline or source line, else the host of the address."""
    for kind, named in ((ZoneKind.DATELINE, _in_dateline), (ZoneKind.SOURCE_LINE, _in_source_line)):
        for piece in pieces:
            found = named(piece) if piece.kind is kind else None
            if found:
                return found
    name = host(url.value)
    at = url.value.find(name)
    return Found(name, url.start + at, url.start + at + len(name)) if name else NOTHING


def _in_dateline(piece: Piece) -> Found | None:
    """ "(Dân trí) -", "Hanoï (VNA) –", "TTO -", "Báo Quốc TếBáo Quốc Tế24/08/2025": an outlet, never the place."""
    if _BAR.search(piece.text):
        return _between_bars(piece)
    bracket = _BRACKETS.search(piece.text)
    if bracket and without_days(bracket[1]) == bracket[1] and "gmt" not in bracket[1].lower():
        return Found(bracket[1], piece.start + bracket.start(1), piece.start + bracket.end(1))
    stamp = next(iter(stamps(piece.text)), None)
    name = piece.text[: stamp.start if stamp else len(piece.text)].strip(" ,-–—|:\u00a0")
    half = len(name) // 2
    if half >= 3 and name[:half].strip() == name[half:].strip():
        name = name[:half].strip()
    elif fold(name) not in signals().agency.whole and not fold(name).startswith(_OUTLET_WORDS[:4]):
        return None
    return Found(name, piece.start + piece.text.find(name), piece.start + piece.text.find(name) + len(name))


def _between_bars(piece: Piece) -> Found | None:
    """ "Entebbe, Uganda | THE INDEPENDENT |", "Le Monde | 04.05.2015": the part that is an outlet by its name."""
    at = 0
    for part in _BAR.split(piece.text):
        start = piece.text.find(part, at)
        at = start + len(part)
        name = part.strip(" *_\u00a0")
        folded = fold(name)
        is_named = folded in signals().agency.whole or (folded.startswith(_OUTLET_WORDS) and len(name.split()) <= 5 and not stamps(name))
        if name and is_named:
            start += part.find(name)
            return Found(name, start + piece.start, start + piece.start + len(name))
    return None


def _in_source_line(piece: Piece) -> Found | None:
    """What follows "Source:" and is no address; in brackets or signed, the agency itself."""
    if _URL.search(piece.text):
        return None
    lead = len(piece.text) - len(piece.text.lstrip(" ([*_-–—\u00a0"))
    folded = fold(piece.text[lead:].replace("*", ""))
    if signals().source_sentences.opening(folded):
        return None
    rest = piece.text[lead:]
    opening = signals().source.opening(fold(rest))
    value = rest[len(opening) :]
    skipped = len(value) - len(value.lstrip(" :*_-–—|\u00a0"))
    name = value[skipped:].strip(" .)]*_/\u00a0")
    start = piece.start + lead + len(opening) + skipped
    return Found(name, start, start + len(name)) if 2 <= len(name) <= _LONGEST_NAME else None


def translated_from(pieces: Sequence[Piece], zones: Sequence[Zone], url: Found, language: str) -> Found:
    """ "vi" where an English or French article names a Vietnamese source page, or keeps Vietnamese captions above its own."""
    if language not in ("en", "fr"):
        return NOTHING
    if url.value and _is_vietnamese_address(url.value):
        return Found("vi", url.start, url.end)
    twins = [
        first for first, second in pairwise(zones) if first.kind is second.kind is ZoneKind.CAPTION and first.language == "vi" and not second.language
    ]
    is_kept = len(twins) >= 2 and any(piece.kind is ZoneKind.CAPTION and not images(piece.text) for piece in pieces)
    return Found("vi", twins[0].start, twins[0].end) if is_kept else NOTHING


def _is_vietnamese_address(url: str) -> bool:
    """Is the last part of the path spelled in at least five Vietnamese syllables?"""
    try:
        path = urlsplit(url).path
    except ValueError:
        return False
    slug = max(path.split("/"), key=len, default="")
    words = [word for word in re.split(r"[-_.]", slug.lower()) if word.isalpha() and word not in ("html", "htm", "post", "aspx", "nbsp")]
    fitting = sum(1 for word in words if _SYLLABLE.fullmatch(word))
    return len(words) >= 5 and fitting >= 0.9 * len(words)
