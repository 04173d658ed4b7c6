"""The block of keys that static-site generators and scrapers put above an article (YAML, TOML or plain "Key: value")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from postil.ingest.lines import Unit

_FENCE: Final = re.compile(r"(?P<fence>---|\+\+\+|;;;)\s?(?:json|yaml|yml|toml)?", re.IGNORECASE)
_LONGEST: Final = 80
_KEY: Final = re.compile(r"[\"']?([^\W\d_][\w -]{0,30})[\"']?\s?[:=]\s*(.*)")
_CONTINUED: Final = re.compile(r"(?:-\s|[\]\[{}\"']|\S+,$)")
_BLOCKS: Final = (">", "|", ">-", "|-", ">+", "|+", '"""', "")
_KNOWN: Final = frozenset(
    ("title", "headline", "date", "author", "authors", "byline", "url", "link", "source", "publisher", "outlet", "site", "website", "section")
    + ("published", "published_at", "pubdate", "publish_date", "date_published", "updated", "crawled", "category", "categories", "tags", "keywords")
    + ("description", "summary", "language", "lang", "layout", "slug", "permalink", "image", "thumbnail", "id", "publication_date", "modified")
    + ("titre", "auteur", "auteurs", "média", "rubrique", "date_de_publication", "mots_clés", "chapeau", "site_web", "lien", "journal")
    + ("tiêu_đề", "tác_giả", "nguồn", "ngày", "ngày_đăng", "chuyên_mục", "từ_khóa", "đường_dẫn", "liên_kết", "mô_tả", "tóm_tắt", "source_url")
    + ("newspaper", "domain", "publication", "news_agency", "article_id", "topic", "location", "country", "scraped_at", "fetched", "retrieved")
    + ("publishedat", "updatedat", "datepublished", "pub_date", "published_date", "datetime", "subtitle", "contenttype", "featured", "sources")
    + ("from", "to", "subject", "cc", "reply_to", "sent", "message_id", "objet", "de", "à", "envoyé")
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One key with its value, and where the value stands in the article."""

    key: str
    value: str
    start: int
    end: int


def block(units: Sequence[Unit]) -> int:
    """How many units at the top are front matter; 0 for none."""
    if not units:
        return 0
    if _FENCE.fullmatch(units[0].text):
        return _fenced(units)
    if units[0].text == "{":
        return _braced(units)
    count = 0
    while count < min(len(units), _LONGEST) and (entry := _entry(units[count])) and entry.key in _KNOWN:
        count += 1
    return count if count >= 2 else 0


def entries(units: Sequence[Unit]) -> tuple[Entry, ...]:
    """The keys of front-matter `units`, lower case, in order; quotes around values are left out."""
    return tuple(entry for unit in units if (entry := _entry(unit)))


def title(units: Sequence[Unit]) -> str:
    """The title that front-matter `units` give; empty for none."""
    return next((entry.value for entry in entries(units) if entry.key in ("title", "headline")), "")


def _fenced(units: Sequence[Unit]) -> int:
    match = _FENCE.fullmatch(units[0].text)
    fence = match["fence"] if match else ""
    is_block = False  # "description: >" and the lines under it
    for index, unit in enumerate(units[1:_LONGEST], 1):
        if unit.text == fence or (fence == "---" and unit.text == "..."):
            return index + 1 if index > 1 else 0
        key = _KEY.match(unit.text)
        is_block = key[2].strip() in _BLOCKS if key else is_block
        if not key and not is_block and not _CONTINUED.match(unit.text):
            return 0
    return 0


def _braced(units: Sequence[Unit]) -> int:
    """A JSON object over several lines, closed before the text begins."""
    for index, unit in enumerate(units[1:_LONGEST], 1):
        if unit.text in ("}", "},"):
            return index + 1 if index > 1 else 0
        if not _KEY.match(unit.text) and not _CONTINUED.match(unit.text):
            return 0
    return 0


def _entry(unit: Unit) -> Entry | None:
    match = _KEY.fullmatch(unit.text) if len(unit.text) <= 2_000 else None
    if match is None:
        return None
    value = match[2].strip().rstrip(",")
    bare = value.strip("\"'").strip()
    at = match.start(2) + match[2].find(bare) if bare else match.end()
    key = match[1].strip().lower().replace(" ", "_").replace("-", "_")
    return Entry(key, bare, unit.start + at, unit.start + at + len(bare))
