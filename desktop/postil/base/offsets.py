"""The only converter between code-point offsets of an article and UTF-16 positions of a QTextCursor.

Qt counts UTF-16 code units, so a character beyond U+FFFF (an emoji) counts two there and one here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Both directions for one text. Building is O(n), each look-up O(log k) for k astral characters."""

    def __init__(self, text: str) -> None:
        self._astral = [] if text.isascii() else [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [position + rank for rank, position in enumerate(self._astral)]

    def to_utf16(self, offset: int) -> int:
        """UTF-16 position of code point `offset`."""
        return offset + bisect_left(self._astral, offset)

    def to_code_point(self, position: int) -> int:
        """Code-point offset of a UTF-16 `position`; one inside a surrogate pair means the pair's start."""
        rank = bisect_left(self._units, position)
        if rank and self._units[rank - 1] + 1 == position:
            return self._astral[rank - 1]
        return position - rank
