"""Finding an action or an article by a few letters, accents or not (pure)."""

from __future__ import annotations

from dataclasses import dataclass

from postil.base.fold import fold


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: `key` says what to do with it; `aside` stands dimmed on the right; `is_enabled` false greys it."""

    key: str
    text: str
    icon: str
    aside: str = ""
    is_enabled: bool = True


def score(query: str, text: str, more: str = "") -> int:
    """How well `text` answers `query`: 0 not at all; higher is better. `more` may hold the rest of the words.

    Every word of the query must be found. The start of the text counts most, the start of a word next.
    """
    words = fold(query).split()
    if not words:
        return 1
    face, rest = fold(text), fold(more)
    total = 0
    for word in words:
        if face.startswith(word):
            total += 8
        elif f" {word}" in f" {face}":
            total += 5
        elif word in face:
            total += 3
        elif word in rest:
            total += 1
        else:
            return 0
    return total
