"""Line breaks that a program put into paragraphs, as e-mail and old web pages have them, read as the spaces they stand for."""

from __future__ import annotations

from typing import Final

_NARROWEST, _WIDEST = 40, 130
"""Columns at which programs break lines; longer lines are paragraphs."""
_FEWEST: Final = 3
_SHARE: Final = 0.6
"""So many of the lines that another one follows are full; the rest may be menus and addresses."""


def unwrapped(shadow: str) -> str:
    """`shadow` with a space for each line break inside a wrapped paragraph; of the same length.

    A text is wrapped when most lines that are followed by another one could not have taken its first word. Then the
    break behind each such line is no end of anything: "100" and "million" on two lines are one amount. Linear in the length.
    """
    lines = shadow.split("\n")
    if len(lines) <= _FEWEST:
        return shadow
    followed = [k for k in range(len(lines) - 1) if lines[k].strip() and lines[k + 1].strip()]
    width = max((len(lines[k].rstrip()) for k in followed), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return shadow
    full = {k for k in followed if len(lines[k].rstrip()) + 1 + len(lines[k + 1].split(None, 1)[0]) > width}
    if len(full) < max(_FEWEST, _SHARE * len(followed)):
        return shadow
    return "".join(line + (" " if k in full else "\n") for k, line in enumerate(lines))[: len(shadow)]
