"""Markup left in running text ("<p>", "&#8220;"): no words, except that some of it stands for quotation marks."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_MARKUP: Final = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_QUOTES: Final = frozenset({"&#8220;", "&#8221;", "&ldquo;", "&rdquo;", "&quot;", "&#34;", "&laquo;", "&raquo;", "&#171;", "&#187;"})


class Mark(NamedTuple):
    """A tag or entity at `[start, end)`."""

    start: int
    end: int
    is_quote: bool


def markup_in(text: str, start: int, end: int) -> list[Mark]:
    """The tags and entities in `text[start:end]`, and which of them are quotation marks. Linear."""
    if text.find("<", start, end) < 0 and text.find("&", start, end) < 0:
        return []
    return [Mark(found.start(), found.end(), found.group().lower() in _QUOTES) for found in _MARKUP.finditer(text, start, end)]
