"""Named colours of each theme: chrome, states, marks and charts. Every other module asks here by name.

Contrast (WCAG 2.2, 1.4.3) of each text-like colour against the surfaces it stands on is at least 4.5 : 1 and is tested;
the three marks stay apart for protan, deutan and tritan eyes (Machado et al. 2009), which is tested too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Theme(StrEnum):
    """The three looks. `system` is a setting, not a theme: it resolves to light or dark."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Mark:
    """One kind's colours: `ink` for underline, glyph and word; `wash` the faint ground of the focused one."""

    ink: str
    wash: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tokens:
    """Colours by meaning, as `#rrggbb`.

    Grounds, from back to front: `window` (chrome), `page` (where text is read), `raised` (cards, fields, menus),
    `sunken` (wells, headers, hovered rows). `hit` is the ground of a search hit, never a mark's colour.
    `states` is keyed by the values of `domain.annotation.State` plus `broken` and `changed`; `levels` by notice
    level; `series` are chart lines in order.
    """

    window: str
    page: str
    raised: str
    sunken: str
    text: str
    dim: str
    accent: str
    on_accent: str
    accent_wash: str
    line: str
    line_strong: str
    focus: str
    selection: str
    on_selection: str
    hit: str
    on_hit: str
    zone: str
    marks: dict[str, Mark] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    levels: dict[str, str] = field(default_factory=dict)
    added: str = ""
    removed: str = ""
    series: tuple[str, ...] = ()
    grid: str = ""
    is_dark: bool = False


_LIGHT = Tokens(
    window="#f3f1ec",
    page="#fffdf8",
    raised="#fffefc",
    sunken="#e9e6df",
    text="#20252a",
    dim="#585e63",
    accent="#0c6470",
    on_accent="#ffffff",
    accent_wash="#d8eaec",
    line="#d8d4ca",
    line_strong="#858887",
    focus="#0c6470",
    selection="#bfdde2",
    on_selection="#20252a",
    hit="#ffe27a",
    on_hit="#20252a",
    zone="#66696b",
    marks={
        "figure": Mark("#2457c5", "#e3eafb"),
        "event": Mark("#b04a00", "#fbe9dc"),
        "commitment": Mark("#6b1f5c", "#f4e4f0"),
    },
    states={
        "suggested": "#585e63",
        "draft": "#3c4a57",
        "submitted": "#0c6470",
        "approved": "#26692f",
        "returned": "#8f4b00",
        "rejected": "#6b6b6b",
        "broken": "#b3261e",
        "changed": "#8f4b00",
    },
    levels={"info": "#0c6470", "success": "#26692f", "warning": "#8f4b00", "error": "#b3261e"},
    added="#d9f0dc",
    removed="#fbdedb",
    series=("#2457c5", "#b04a00", "#6b1f5c", "#26692f", "#8a6d00", "#0c6470", "#9c2f4e", "#585e63"),
    grid="#e3dfd6",
)

_DARK = Tokens(
    window="#17191b",
    page="#1d2023",
    raised="#24282b",
    sunken="#2d3135",
    text="#e6e3dd",
    dim="#a9adb0",
    accent="#6cc4cf",
    on_accent="#0b2529",
    accent_wash="#1f3b40",
    line="#3a3f44",
    line_strong="#7d8489",
    focus="#6cc4cf",
    selection="#2c5960",
    on_selection="#f4f2ee",
    hit="#6b5600",
    on_hit="#fff6d6",
    zone="#969b9e",
    marks={
        "figure": Mark("#6aa8ff", "#22324d"),
        "event": Mark("#f0a05a", "#43301e"),
        "commitment": Mark("#f3b6e0", "#43293c"),
    },
    states={
        "suggested": "#a9adb0",
        "draft": "#c9d3dc",
        "submitted": "#6cc4cf",
        "approved": "#86d08f",
        "returned": "#f0b35a",
        "rejected": "#989c9f",
        "broken": "#ff8a80",
        "changed": "#f0b35a",
    },
    levels={"info": "#6cc4cf", "success": "#86d08f", "warning": "#f0b35a", "error": "#ff8a80"},
    added="#1f3d25",
    removed="#4a2422",
    series=("#6aa8ff", "#f0a05a", "#f3b6e0", "#86d08f", "#e0c65a", "#6cc4cf", "#ff9aac", "#a9adb0"),
    grid="#30353a",
    is_dark=True,
)

_HIGH_CONTRAST = Tokens(
    window="#000000",
    page="#000000",
    raised="#000000",
    sunken="#1c1c1c",
    text="#ffffff",
    dim="#e0e0e0",
    accent="#ffe100",
    on_accent="#000000",
    accent_wash="#332d00",
    line="#bdbdbd",
    line_strong="#ffffff",
    focus="#ffe100",
    selection="#ffe100",
    on_selection="#000000",
    hit="#00e5ff",
    on_hit="#000000",
    zone="#c4c4c4",
    marks={
        "figure": Mark("#6fb0ff", "#001c40"),
        "event": Mark("#ffb000", "#3a2800"),
        "commitment": Mark("#ffc4ef", "#3d0f33"),
    },
    states={
        "suggested": "#e0e0e0",
        "draft": "#ffffff",
        "submitted": "#00e5ff",
        "approved": "#5dff6e",
        "returned": "#ffb000",
        "rejected": "#c4c4c4",
        "broken": "#ff7b6e",
        "changed": "#ffb000",
    },
    levels={"info": "#00e5ff", "success": "#5dff6e", "warning": "#ffb000", "error": "#ff7b6e"},
    added="#00390a",
    removed="#4d0f0a",
    series=("#6fb0ff", "#ffb000", "#ffc4ef", "#5dff6e", "#ffe100", "#00e5ff", "#ff7b6e", "#ffffff"),
    grid="#5a5a5a",
    is_dark=True,
)

TOKENS: dict[Theme, Tokens] = {Theme.LIGHT: _LIGHT, Theme.DARK: _DARK, Theme.HIGH_CONTRAST: _HIGH_CONTRAST}
