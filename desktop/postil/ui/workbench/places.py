"""Where a person stopped in each article: the line on top and the focused card, kept over restarts."""

from __future__ import annotations

from typing import Any

from postil.ui.window_state import WindowState

_KEY, _LAST = "workbench.places", "workbench.article"
MOST = 200
"""Articles whose place is kept; the oldest make room."""


class Places:
    """Resume positions by project, person and article, in the window's state."""

    def __init__(self, state: WindowState) -> None:
        self._state = state

    def _all(self) -> dict[str, Any]:
        found = self._state.value(_KEY, {})
        return dict(found) if isinstance(found, dict) else {}

    def keep(self, owner: str, article: str, offset: int, card: str) -> None:
        """Remember where reading stands; `owner` names project and person."""
        kept = self._all()
        name = f"{owner} {article}"
        kept.pop(name, None)
        kept[name] = [offset, card]
        while len(kept) > MOST:
            del kept[next(iter(kept))]
        self._state.set_value(_KEY, kept)
        self._state.set_value(_LAST, {**self._last(), owner: article})

    def get(self, owner: str, article: str) -> tuple[int, str]:
        """The offset of the line on top, and the focused card."""
        found = self._all().get(f"{owner} {article}")
        if isinstance(found, list) and len(found) == 2 and isinstance(found[0], int) and isinstance(found[1], str):
            return found[0], found[1]
        return 0, ""

    def _last(self) -> dict[str, str]:
        found = self._state.value(_LAST, {})
        return dict(found) if isinstance(found, dict) else {}

    def last_article(self, owner: str) -> str:
        """The article that was open last; "" when none was."""
        return self._last().get(owner, "")
