"""HTML left in a text: tags and character entities, as what they stand for.

`same_length` is for rules, which share offsets with the text; `wording` and `clean` are for fields that people read.
Tags are known by their names, so that "a < b", "<3" and "<john@example.org>" stay what they are.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import Final

WORD_PAD: Final = "\uffa0"
"""Fills a word up behind a letter that took several signs to write: a letter without a look, so that the word stays one."""
SIGN_PAD: Final = "\x1f"
"""Fills up behind a sign or space that took several signs to write: white space that belongs to the sign before it."""

_BLOCK: Final = (
    "address|article|aside|blockquote|body|br|caption|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|legend"
    "|li|main|nav|ol|option|pre|section|select|table|tbody|tfoot|thead|title|tr|ul"
)
_INLINE: Final = (
    "abbr|acronym|amp|audio|bdi|bdo|big|button|cite|code|col|colgroup|data|del|dfn|em|embed|font|iframe|img|input|ins|kbd|label|link|map|mark|meta"
    "|noscript|object|param|picture|samp|script|small|source|span|strike|strong|style|sub|sup|svg|textarea|time|tt|var|video|wbr"
)
_REST: Final = r"(?=[\s/>])[^<>]{0,2000}"
_MARKUP: Final = re.compile(
    rf"""&(?P<again>(?:amp;){{0,3}})(?P<name>\#\d{{1,7}}|\#x[0-9a-f]{{1,6}}|[a-z][a-z0-9]{{1,31}});
    | <sup>(?P<raised>[23]|[a-zéè]{{1,4}})</sup>
    | </?(?:(?P<block>p(?=[\s/>])(?:\s*/?|[^<>=]{{0,200}}=[^<>]{{0,2000}})|(?:{_BLOCK}){_REST})
        | [abiqsu](?=[\s/>])(?:\s*/?|[^<>=]{{0,200}}=[^<>]{{0,2000}})
        | (?P<break>wbr)\s*/?
        | (?P<cell>td|th){_REST}
        | (?:{_INLINE}){_REST}
        | [a-z]{{1,20}}[-:][a-z][\w-]{{0,30}}{_REST})>
    | <!--[^<>]{{0,2000}}-->""",
    re.IGNORECASE | re.VERBOSE,
)
_POWERS: Final = {"2": "²", "3": "³"}
_APOSTROPHES: Final = "'’‘ʼ"
_INVISIBLE: Final = "\u00ad\u200c\u200d\u200e\u200f"
_LOOSE: Final = re.compile(
    rf"(?<![\w\u0300-\u036f{_APOSTROPHES}]){WORD_PAD}++|(?<!\w[{_APOSTROPHES}])(?<=[{_APOSTROPHES}]){WORD_PAD}++|(?<=[{_APOSTROPHES}]){WORD_PAD}++(?![\w\"«“])"
)
"""Word padding that is inside no word."""


def has_markup(text: str) -> bool:
    """May there be tags or entities in `text`?"""
    return "&" in text or "<" in text


def same_length(text: str) -> str:
    """`text` with spaces for tags and the sign for each entity, filled up to the same length. Linear in the length.

    A tag that ends a line of the page becomes a line feed where no line of the text ends; letters are filled up with
    `WORD_PAD`, other signs and spaces with `SIGN_PAD`.
    """
    if not has_markup(text):
        return text
    plain = _MARKUP.sub(_filled, text)
    return _LOOSE.sub(lambda found: SIGN_PAD * len(found[0]), plain) if WORD_PAD in plain else plain


def wording(text: str) -> str:
    """A stretch of an article as people read it: tags dropped, entities as their signs; the same text when it has neither."""
    if not has_markup(text):
        return text
    plain = _MARKUP.sub(_shown, text)
    return text if plain == text else " ".join(plain.split())


def clean(piece: str) -> str:
    """A stretch of a shadow string without padding."""
    if WORD_PAD not in piece and SIGN_PAD not in piece and "  " not in piece:
        return piece
    return " ".join(piece.replace(WORD_PAD, "").replace(SIGN_PAD, "").split())


@lru_cache(maxsize=1024)
def _sign(name: str) -> str:
    """What the entity `name` stands for; empty when it is none."""
    for spelling in (name, name.lower()):
        written = f"&{spelling};"
        sign = html.unescape(written)
        if sign != written and not sign.endswith(";"):
            return sign or " "
    return ""


def _filled(found: re.Match[str]) -> str:
    whole = found[0]
    if found["raised"]:
        return _POWERS.get(found["raised"], found["raised"]).ljust(len(whole), WORD_PAD)
    if whole[0] == "<":
        if found["break"]:
            return WORD_PAD * len(whole)
        return ("\n" if found["block"] and _is_inside_line(found) else " ").ljust(len(whole))
    sign = _sign(found["name"])
    if not sign and found["again"]:
        return "&".ljust(len(found["again"]) + 1, SIGN_PAD) + found["name"] + ";"
    return _fitted(sign, whole)


def _fitted(sign: str, whole: str) -> str:
    size = len(whole)
    if not sign or len(sign) > size:
        return whole
    if sign in _INVISIBLE:
        return WORD_PAD * size
    if sign.isspace() or sign < " ":
        return " ".ljust(size, SIGN_PAD)
    is_in_word = sign in _APOSTROPHES or all(_is_of_word(part) for part in sign)
    return sign.ljust(size, WORD_PAD if is_in_word else SIGN_PAD)


def _is_of_word(char: str) -> bool:
    return (char.isalnum() and not char.isdecimal()) or unicodedata.combining(char) > 0


def _is_inside_line(found: re.Match[str]) -> bool:
    """Does this block tag part text from what follows on the same line? Of tags side by side the closing one does."""
    text, start, end = found.string, found.start(), found.end()
    if found[0][1] == "/" or found[0][1:3].lower() in ("br", "hr"):
        return text[end : end + 1] not in ("", "\n")
    return start > 0 and text[start - 1] not in "\n>"


def _shown(found: re.Match[str]) -> str:
    if found["raised"]:
        return _POWERS.get(found["raised"], found["raised"])
    if found[0][0] == "<":
        return " " if found["block"] or found["cell"] else ""
    sign = _sign(found["name"])
    if not sign:
        return f"&{found['name']};"
    return "" if sign in _INVISIBLE else sign
