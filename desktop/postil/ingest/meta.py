"""What an article says about itself: title, date, author, credit, outlet, address, language, each where it stands.

Only what the text carries: a date needs a full stamp in a place where pages put theirs, never an image path or a
sentence ("this morning, 6 January"). Front matter comes first, then what is printed around the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from postil.domain.article import Found, Meta
from postil.domain.zone import Zone, ZoneKind
from postil.ingest import outlets
from postil.ingest.front_matter import Entry, entries
from postil.ingest.languages import Languages
from postil.ingest.lines import Unit, units
from postil.ingest.markup import without_tags
from postil.ingest.outlets import NOTHING, Piece
from postil.ingest.signals import fold, signals, words_of
from postil.ingest.stamps import Stamp, stamps

_TITLE_MARKS: Final = re.compile(r"(?:[#>*_\s]+)?(?:\[(?P<link>[^\[\]\n]{1,500})\]\([^)\n]*\)|(?P<bare>.*))", re.DOTALL)
_CREDIT: Final = re.compile(r"(?:[:：,]\s*|©\s*|\b(?:by|of|par)\s+)(?P<name>[^:：©\n(]{2,60}?)[\s)\].]*$", re.IGNORECASE)
_BRACKET_CREDIT: Final = re.compile(r"\((?P<name>[A-ZÀ-ỸĐ][^()\n]{1,60})\)\.?\s*$")
_AFTER_DATE: Final = re.compile(r"\s(?:by|par)\s(?P<name>[A-ZÀ-ỸĐ][\w.'’-]{1,30}(?:\s[A-ZÀ-ỸĐ][\w.'’-]{1,30}){1,3})\s*$")
_BAR_PART: Final = re.compile(r"[|•·]\s*([^|•·\n]{4,120})")
_NAME_END: Final = re.compile(r"\s*(?:[|•·;]|\s[-–—]\s|$)")
_URL: Final = re.compile(r"https?://[^\s<>\"')\]]{4,2000}")
_PUBLISHED_KEYS: Final = ("date", "published", "published_at", "publish_date", "date_published", "pubdate", "publication_date") + (
    "date_de_publication",
    "ngày_đăng",
    "ngày",
    "publishedat",
    "datepublished",
    "pub_date",
    "published_date",
    "datetime",
    "created",
    "created_at",
)
_LISTED: Final = 5
"""Lines of furniture below the text after which a date is another article's."""
_LISTED_DATES: Final = 3
_TEXT: Final = 200
"""Characters between two lines of zones that are running text."""
_URL_KEYS: Final = ("url", "link", "source_url", "canonical", "permalink", "lien", "liên_kết", "đường_dẫn", "source", "nguồn")
_AUTHOR_KEYS: Final = ("author", "authors", "byline", "auteur", "auteurs", "tác_giả", "tacgia")
_OUTLET_KEYS: Final = ("publisher", "outlet", "source", "site", "newspaper", "publication", "média", "journal", "nguồn", "news_agency")


def meta(text: str, zones: Sequence[Zone], languages: Languages) -> Meta:
    """The head of NFC `text` with its zones and languages; empty `Found` values where the text says nothing."""
    keys = entries(_front_matter(text, zones, languages))
    pieces = tuple(Piece(zone.kind, zone.start + at, line) for zone in zones for at, line in _lines(text[zone.start : zone.end]))
    title = _title(text, zones) or _of_keys(keys, ("title", "headline", "titre", "tiêu_đề", "subject", "objet"))
    url = _of_keys(keys, _URL_KEYS, lambda value: _URL.fullmatch(value) is not None) or outlets.address(pieces)
    publisher = _of_keys(keys, _OUTLET_KEYS, lambda value: "/" not in value) or outlets.publisher(pieces, url)
    return Meta(
        title=_readable(title or NOTHING),
        published=_published(pieces, keys, languages.article, outlets.host(url.value), title or NOTHING) or NOTHING,
        byline=_readable(_byline(pieces) or _of_keys(keys, _AUTHOR_KEYS) or NOTHING),
        photo_credit=_readable(_photo_credit(pieces) or NOTHING),
        publisher=_readable(publisher),
        url=url,
        language=Found(languages.article),
        translated_from=outlets.translated_from(pieces, zones, url, languages.article),
    )


def _readable(found: Found) -> Found:
    """`found` without HTML in its value; its span stays."""
    if "&" not in found.value and "<" not in found.value:
        return found
    return replace(found, value=" ".join(without_tags(found.value).split()))


def _front_matter(text: str, zones: Sequence[Zone], languages: Languages) -> tuple[Unit, ...]:
    head = next((zone for zone in zones if zone.kind is ZoneKind.FRONT_MATTER), None)
    return tuple(unit for unit in units(text[: head.end], languages) if unit.start >= head.start) if head else ()


def _lines(text: str) -> Iterator[tuple[int, str]]:
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            yield offset, line
        offset += len(line) + 1


def _of_keys(keys: Sequence[Entry], names: Sequence[str], accepts: Callable[[str], bool] = bool) -> Found | None:
    for name in names:
        for entry in keys:
            if entry.key == name and entry.value and accepts(entry.value):
                return Found(entry.value, entry.start, entry.end)
    return None


def _title(text: str, zones: Sequence[Zone]) -> Found | None:
    """The title without heading signs and link target."""
    zone = next((zone for zone in zones if zone.kind is ZoneKind.TITLE), None)
    match = _TITLE_MARKS.fullmatch(text[zone.start : zone.end]) if zone else None
    if zone is None or match is None:
        return None
    group = "link" if match["link"] else "bare"
    value = match[group].strip().rstrip("*_").strip()
    start = zone.start + match.start(group) + len(match[group]) - len(match[group].lstrip())
    return Found(value, start, start + len(value)) if value else None


# -------------------------------------------------------------------------------------------------------------- date


def _published(pieces: Sequence[Piece], keys: Sequence[Entry], language: str, host: str, title: Found) -> Found | None:
    """The first full date of front matter, of a line "published …", of a dateline or byline, at last of "updated …".

    Of several of one kind the one nearest to the title counts: pages also print the day on which they are read.
    """
    for name in _PUBLISHED_KEYS:
        for entry in keys:
            found = _dated(stamps(entry.value), entry.start, language, host) if entry.key == name else None
            if found:
                return found
    ranked: list[tuple[int, Found]] = []
    for piece in _without_lists(pieces):
        if piece.kind in (ZoneKind.DATELINE, ZoneKind.BYLINE, ZoneKind.SOURCE_LINE) and "://" not in piece.text:
            ranked += _dates(piece, language, host)
    return min(ranked, key=lambda item: (item[0], abs(item[1].start - title.end) if title.end else 0, item[1].start))[1] if ranked else None


def _without_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """`pieces` without the dates below the text among lines about other articles; one that says "published" stays."""
    kept: list[Piece] = []
    run: list[Piece] = []
    end = 0
    is_below = False
    for piece in pieces:
        if piece.start - end >= _TEXT:
            kept += _without_listed(run) if is_below else run
            run, is_below = [], True
        run.append(piece)
        end = piece.start + len(piece.text)
    return kept + (_without_listed(run) if is_below else run)


def _without_listed(run: Sequence[Piece]) -> list[Piece]:
    """Lines below the text without unnamed dates, where several dates or much furniture before one make a list of them."""
    is_list = sum(piece.kind is ZoneKind.DATELINE for piece in run) >= _LISTED_DATES
    kept: list[Piece] = []
    furniture = 0
    for piece in run:
        furniture += piece.kind is ZoneKind.BOILERPLATE
        is_said = signals().published.is_in(words_of(fold(piece.text)))
        if piece.kind is not ZoneKind.DATELINE or is_said or not (is_list or furniture >= _LISTED):
            kept.append(piece)
    return kept


def _dates(piece: Piece, language: str, host: str) -> Iterator[tuple[int, Found]]:
    before = 0
    for stamp in stamps(piece.text):
        found = _dated((stamp,), piece.start, language, host)
        words = words_of(fold(piece.text[before : stamp.start]))
        rank = 3 if signals().updated.is_in(words) else 0 if signals().published.is_in(words) else 1 if piece.kind is ZoneKind.DATELINE else 2
        before = stamp.end
        if found:
            yield rank, found


def _dated(found: Sequence[Stamp], offset: int, language: str, host: str) -> Found | None:
    """The first stamp whose day and month are sure: day first in French and Vietnamese and in outlets of such countries."""
    for stamp in found:
        is_sure = not stamp.other or language in ("fr", "vi") or host.rpartition(".")[2] in outlets.DAY_FIRST
        if is_sure:
            return Found(stamp.edtf, offset + stamp.start, offset + stamp.end)
    return None


# ------------------------------------------------------------------------------------------------------------- names


def _byline(pieces: Sequence[Piece]) -> Found | None:
    """The first author's line without "By", "Propos recueillis par", "Bài, ảnh:" and without a date after the name."""
    for piece in pieces:
        if piece.kind is not ZoneKind.BYLINE:
            continue
        start = _after_opener(piece.text)
        stop = min([stamp.start for stamp in stamps(piece.text) if stamp.start > start], default=len(piece.text))
        end_mark = _NAME_END.search(piece.text, start + 1, stop)
        found = _trimmed(piece, start, end_mark.start() if end_mark else stop)
        if found:
            return found
    for piece in pieces:
        found = _in_head_line(piece) if piece.kind is ZoneKind.DATELINE else None
        if found:
            return found
    return None


def _in_head_line(piece: Piece) -> Found | None:
    """The author beside the date: "12 May 2020 by Jane Okafor", "04.05.2015 | Par Anne Roy (avec Paul Lay)"."""
    match = _AFTER_DATE.search(piece.text)
    if match:
        return _trimmed(piece, match.start("name"), match.end("name"))
    for part in _BAR_PART.finditer(piece.text):
        opening = signals().byline.opening(fold(part[1]))
        name = part[1][len(opening) :].split("(", 1)[0]
        if opening and name.strip()[:1].isupper():
            return _trimmed(piece, part.start(1) + len(opening), part.start(1) + len(opening) + len(name))
    return None


def _after_opener(text: str) -> int:
    lead = len(text) - len(text.lstrip("([*_ "))
    opening = signals().byline.opening(fold(text[lead:]))
    is_name = fold(text.strip(" -—.")) in signals().byline_names.whole
    return lead + (len(opening) if opening and not is_name else 0)


def _photo_credit(pieces: Sequence[Piece]) -> Found | None:
    """Who the first credited caption names."""
    for piece in pieces:
        if piece.kind is not ZoneKind.CAPTION:
            continue
        match = _named_credit(piece.text)
        found = _trimmed(piece, match.start("name"), match.end("name")) if match else None
        if found:
            return found
    return None


def _named_credit(text: str) -> re.Match[str] | None:
    tail = max(0, len(text) - 120)
    for match in _CREDIT.finditer(text, tail):
        before = fold(text[max(tail, match.start() - 30) : match.start()])
        if text[match.start() : match.start() + 1] == "©" or any(before.endswith(word) for word in signals().credit.whole):
            return match
    bracket = _BRACKET_CREDIT.search(text, tail)
    return bracket if bracket and ("/" in bracket["name"] or fold(bracket["name"]) in signals().agency.whole) else None


def _trimmed(piece: Piece, start: int, end: int) -> Found | None:
    value = piece.text[start:end]
    lead = len(value) - len(value.lstrip(" :,-–—*_([\u00a0"))
    kept = value[lead:].rstrip(" :,.-–—*_)]\u00a0")
    return Found(kept, piece.start + start + lead, piece.start + start + lead + len(kept)) if kept else None
