"""The one style sheet: `resources/theme/postil.qss` with tokens and scaled lengths filled in."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache

from postil.base import paths
from postil.ui.theme.tokens import TOKENS, Theme, Tokens

_SLOT = re.compile(r"@([a-z_]+)|\b(\d+)sp\b")


@cache
def _template() -> str:
    return paths.resources("theme", "postil.qss").read_text("utf-8")


def style_sheet(theme: Theme, scale: int) -> str:
    """The sheet for a theme.

    `@name` is a token, `12sp` a length that follows the text scale (per cent), `@pictures` the folder of the few
    pictures that only a style sheet can place (arrows and ticks, drawn in the theme's colours).

    Raises KeyError for a name that is no token, so that a slip is seen at once.
    """
    tokens = TOKENS[theme]
    names = {f.name: getattr(tokens, f.name) for f in fields(Tokens)} | {f"level_{k}": v for k, v in tokens.levels.items()}
    names["pictures"] = paths.resources("theme", theme.value).as_posix()

    def fill(found: re.Match[str]) -> str:
        if found[1]:
            return str(names[found[1]])
        return f"{max(1, round(int(found[2]) * scale / 100))}px"

    return _SLOT.sub(fill, _template())
