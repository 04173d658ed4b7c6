"""Markdown, HTML and addresses inside plain text: where pictures stand, and the wording without mark-up."""

from __future__ import annotations

import html
import re
from typing import Final

URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]{3,2000}", re.IGNORECASE)
_TARGET: Final = r"\([^()\n]{0,2000}(?:\([^()\n]{0,300}\)[^()\n]{0,1000})?\)"
LINK: Final = re.compile(rf"\[([^\[\]\n]{{0,500}})\]{_TARGET}")
_IMAGE: Final = re.compile(rf"!\[(?:[^\[\]\n]|\[[^\[\]\n]{{0,300}}\]){{0,1000}}\]{_TARGET}(?:\{{[^}}\n]{{0,200}}\}})?")
_HTML_IMAGE: Final = re.compile(r"</?(?:img|figure|picture|source|figcaption|iframe|video|amp-img)\b[^<>]{0,2000}>", re.IGNORECASE)
_IMAGE_ADDRESS: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif|bmp)(?:[?#]\S{0,500})?$", re.IGNORECASE)
_PATH: Final = re.compile(r"[^\s<>()]{4,500}")
_TAG: Final = re.compile(r"<[^<>\n]{1,300}>")
_LEADING: Final = re.compile(r"(?:[#>]{1,6}\s+|[*+•▪◦●■◆►▶‣·–—-]\s+)+")
_SHORTCODE: Final = re.compile(r"(?<!\d):[a-z][a-z_]{2,24}:(?!\d)")
"""An emoji by its name (":gift:")."""
_MACRO: Final = re.compile(
    r"(?:\{[%{:][^{}\n]{0,300}[%}]?\}|<!--[^<>\n]{0,500}-->|</?[a-z][\w-]{0,20}(?:\s[^<>]{0,500})?/?>|\[/?(?-i:[a-z][a-z_]{1,20}\d?)(?:\s[\w-]{1,30}=[^\[\]\n]{0,300})?\])\s*",
    re.IGNORECASE,
)


def images(text: str) -> tuple[tuple[int, int], ...]:
    """Where image mark-up stands in `text`, from left to right."""
    if "![" not in text and "<" not in text:
        return ()
    return tuple(sorted(match.span() for pattern in (_IMAGE, _HTML_IMAGE) for match in pattern.finditer(text)))


def without_images(text: str) -> str:
    """`text` with a space for each picture."""
    kept: list[str] = []
    at = 0
    for start, end in images(text):
        kept.append(text[at:start])
        at = max(at, end)
    return " ".join([*kept, text[at:]])


def is_image_address(text: str) -> bool:
    """Is `text` nothing but the address or path of a picture?"""
    return (URL.fullmatch(text) is not None or _PATH.fullmatch(text) is not None) and _IMAGE_ADDRESS.search(text) is not None


def without_macros(text: str) -> str:
    """`text` without tags, comments and template or short codes."""
    return _MACRO.sub("", text)


def unlinked(text: str) -> str:
    """`text` with the wording of each Markdown link in the place of the link."""
    return LINK.sub(r" \1 ", text) if "](" in text else text


def plain(text: str) -> str:
    """The wording of `text` without Markdown and HTML: link texts stay; targets, tags, entities, bullets and heading signs go."""
    text = unlinked(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = html.unescape(text).replace("\n", " ")
    if ":" in text:
        text = _SHORTCODE.sub(" ", text)
    text = text.replace("**", "").replace("__", "")
    mark = _LEADING.match(text)
    return (text[mark.end() :] if mark else text).strip(" *_\t\u00a0")


def without_tags(text: str) -> str:
    """`text` without HTML tags and with entities as signs."""
    if "<" in text:
        text = _TAG.sub("", text)
    return html.unescape(text) if "&" in text else text
