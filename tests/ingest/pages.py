"""The hand-written pages of `pages/*.txt`: text and expected kind of every line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from postil.domain.zone import ZoneKind

FOLDER = Path(__file__).parent / "pages"
LETTERS = {
    "T": ZoneKind.TITLE,
    "B": ZoneKind.BODY,
    "X": ZoneKind.BOILERPLATE,
    "C": ZoneKind.CAPTION,
    "D": ZoneKind.DATELINE,
    "Y": ZoneKind.BYLINE,
    "S": ZoneKind.SOURCE_LINE,
    "I": ZoneKind.IMAGE,
    "F": ZoneKind.FOREIGN,
    "M": ZoneKind.FRONT_MATTER,
}


@dataclass(frozen=True)
class Page:
    """`parts` are the quoted stretches in order, each with its kind."""

    name: str
    language: str
    text: str
    parts: tuple[tuple[str, ZoneKind], ...]


def pages(language: str) -> list[Page]:
    """The pages of one language."""
    content = (FOLDER / f"{language}.txt").read_text("utf-8")
    return [_page(block, language) for block in content.split("\n=== ")[1:]]


def _page(block: str, language: str) -> Page:
    name, *rows = block.rstrip("\n").split("\n")
    lines: list[str] = []
    parts: list[tuple[str, ZoneKind]] = []
    for row in rows:
        letters, _, content = row.partition("| ")
        kinds = [LETTERS[letter] for letter in letters.split(">")] if row else []
        quotes = [piece.strip() for piece in content.split(" ⟂ ")] if len(kinds) > 1 else [content.strip()]
        parts += zip(quotes, kinds, strict=True) if row else []
        lines.append(" ".join(quotes) if row else "")
    return Page(f"{language}: {name}", language, "\n".join(lines), tuple(parts))
