"""Folding for search and look-up: accents, case and letter variants no longer matter, so "dong nai" finds "Đồng Nai".

Letters that Unicode does not decompose (đ, œ, ł …) are mapped by table; everything else loses its marks by NFD.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

PAIRS = (
    ("đ", "d"), ("Đ", "D"), ("ð", "d"), ("Ð", "D"), ("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE"), ("ß", "ss"),
    ("ø", "o"), ("Ø", "O"), ("ł", "l"), ("Ł", "L"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("’", "'"), ("ʼ", "'"),
)  # fmt: skip
"""What NFD leaves alone; the index applies the same pairs before its tokenizer drops the marks."""

_TABLE = {ord(old): new for old, new in PAIRS}


@lru_cache(maxsize=4096)
def _letter(char: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", char.translate(_TABLE)) if not unicodedata.combining(c))
    return plain.casefold()


def fold(text: str) -> str:
    """`text` without marks and case; may be longer or shorter than the original."""
    return text.casefold() if text.isascii() else "".join(map(_letter, text))


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters and its end, the offset in `text` that it came from."""
    pieces: list[str] = []
    offsets: list[int] = []
    for i, char in enumerate(text):
        plain = _letter(char)
        pieces.append(plain)
        offsets.extend([i] * len(plain))
    offsets.append(len(text))
    return "".join(pieces), offsets


def find_all(text: str, needle: str) -> list[tuple[int, int]]:
    """Where `needle` stands in `text`, both folded: `[start, end)` in code points of `text`, left to right."""
    wanted = fold(needle)
    if not wanted:
        return []
    folded, offsets = fold_with_map(text)
    found = []
    at = folded.find(wanted)
    while at >= 0:
        end = offsets[at + len(wanted)]
        start = offsets[at]
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        found.append((start, max(end, start + 1)))
        at = folded.find(wanted, at + len(wanted))
    return found
