"""What a person types into a form, understood by the grammar that reads articles: "31,4 tỷ", "US$31.4bn", "tháng 12/2024"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from postil.base import edtf
from postil.base.i18n import LANGUAGES
from postil.base.i18n import language as interface_language

_DAY_FIRST: Final = "GB"
"""People type 04/05/2025 with the day first in all three languages; a country that does so."""


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """An amount: its value, fully scaled, and the unit that was typed along (`count` for none)."""

    value: Decimal
    unit: str


def number(text: str, language: str = "", country: str = "") -> TypedNumber | None:
    """The amount that `text` is, in the language that reads most of it; None when it is none, or more than one."""
    from postil.suggest.numbers import find

    best: tuple[int, TypedNumber] | None = None
    for code in _languages(language):
        found = find(text, code, country, strict=True)
        value = found[0].value if len(found) == 1 else None
        if value is None or _has_digits(text, found[0].start, found[0].end):
            continue
        covered = found[0].end - found[0].start
        if best is None or covered > best[0]:
            best = covered, TypedNumber(value, found[0].unit)
    return best[1] if best else None


def date(text: str, language: str = "", published: str = "") -> str:
    """The date or period that `text` is, as EDTF; "" when it is none. A day without a year takes that of `published`."""
    from postil.suggest.dates import find

    plain = text.strip()
    if edtf.is_valid(plain):
        return plain
    best = (0, "")
    for code in _languages(language):
        found = [mention for mention in find(plain, code, published or None, country=_DAY_FIRST) if edtf.is_valid(mention.edtf)]
        if len(found) == 1 and not _has_digits(plain, found[0].start, found[0].end):
            best = max(best, (found[0].end - found[0].start, found[0].edtf), key=lambda pair: pair[0])
    return best[1]


def _languages(first: str) -> Iterable[str]:
    return dict.fromkeys(code for code in (first, interface_language(), *LANGUAGES) if code in LANGUAGES)


def _has_digits(text: str, start: int, end: int) -> bool:
    """Are digits left outside the stretch that was understood?"""
    return any(char.isdigit() for char in text[:start] + text[end:])
