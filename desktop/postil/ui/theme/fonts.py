"""The two bundled families, Noto Sans for the interface and Noto Serif for reading, in sizes that scale together."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase

from postil.base import paths

UI_FAMILY = "Noto Sans"
READING_FAMILY = "Noto Serif"


class FontRole(Enum):
    """What a piece of text is: family, size in pixels at 100 %, weight."""

    UI = (UI_FAMILY, 14, QFont.Weight.Normal)
    SMALL = (UI_FAMILY, 12, QFont.Weight.Normal)
    STRONG = (UI_FAMILY, 14, QFont.Weight.DemiBold)
    DISPLAY = (READING_FAMILY, 26, QFont.Weight.Normal)
    READING = (READING_FAMILY, 18, QFont.Weight.Normal)
    QUOTE = (READING_FAMILY, 15, QFont.Weight.Normal)


class _State:
    scale: int = 100
    loaded: set[str] = set()


def load(names: tuple[str, ...] = ("NotoSans-Regular", "NotoSerif-Regular")) -> None:
    """Register bundled font files by stem, each once. The two regular ones serve the first paint."""
    for name in names:
        if name not in _State.loaded:
            _State.loaded.add(name)
            QFontDatabase.addApplicationFont(str(paths.resources("fonts", f"{name}.ttf")))


def load_all() -> None:
    """Register every other bundled style, once the window is painted."""
    load(tuple(sorted(path.stem for path in paths.resources("fonts").glob("*.ttf"))))


def set_scale(percent: int) -> None:
    """Set the text scale that `font` and `pixels` apply."""
    _State.scale = percent


def pixels(size: float) -> int:
    """A text-like length (a font size, a row's height, a column's width) at the current scale."""
    return max(1, round(size * _State.scale / 100))


def font(role: FontRole) -> QFont:
    """The font of a role at the current text scale."""
    family, size, weight = role.value
    made = QFont(family)
    made.setPixelSize(pixels(size))
    made.setWeight(weight)
    return made
