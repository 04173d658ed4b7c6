"""How kinds and states of annotations, and states of articles, look everywhere: colour, underline, glyph, icon and word.

Kinds differ by colour and glyph, states by the form of the underline and a sign; nothing rests on colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor

from postil.domain.annotation import Kind, State
from postil.domain.article import ArticleState
from postil.ui.theme import current


class Underline(StrEnum):
    """The form of the line under the evidence."""

    DOTTED = "dotted"
    THIN = "thin"
    SOLID = "solid"
    WAVY = "wavy"
    STRUCK = "struck"
    ZIGZAG = "zigzag"


@dataclass(frozen=True, slots=True)
class StateLook:
    """A state's underline, its icon (drawn as a sign behind the evidence when `is_signed`), and whether its mark fades."""

    underline: Underline
    icon: str
    is_signed: bool = False
    is_faded: bool = False


KIND_ICONS: dict[Kind, str] = {Kind.FIGURE: "figure", Kind.EVENT: "event", Kind.COMMITMENT: "commitment"}
"""The glyphs of margin and card are icons, so that no font need hold them."""

STATE_LOOKS: dict[State, StateLook] = {
    State.SUGGESTED: StateLook(Underline.DOTTED, "suggested"),
    State.DRAFT: StateLook(Underline.THIN, "draft"),
    State.SUBMITTED: StateLook(Underline.SOLID, "submitted"),
    State.APPROVED: StateLook(Underline.SOLID, "approved", is_signed=True),
    State.RETURNED: StateLook(Underline.WAVY, "returned", is_signed=True),
    State.REJECTED: StateLook(Underline.STRUCK, "rejected", is_faded=True),
}
ARTICLE_LOOKS: dict[ArticleState, tuple[str, str]] = {
    ArticleState.NEW: ("new", "suggested"),
    ArticleState.ASSIGNED: ("assigned", "suggested"),
    ArticleState.IN_PROGRESS: ("in_progress", "draft"),
    ArticleState.SUBMITTED: ("submitted", "submitted"),
    ArticleState.UNDER_REVIEW: ("under_review", "submitted"),
    ArticleState.RETURNED: ("returned", "returned"),
    ArticleState.APPROVED: ("approved", "approved"),
    ArticleState.CHANGED_SINCE_APPROVAL: ("changed", "changed"),
}
"""The icon of an article's state, and the key of `Tokens.states` for its colour."""
BROKEN_LOOK = StateLook(Underline.ZIGZAG, "broken", is_signed=True)


def kind_ink(kind: Kind) -> QColor:
    """The colour of a kind's underline, glyph and word in the theme in use."""
    return QColor(current.tokens().marks[kind.value].ink)


def kind_wash(kind: Kind) -> QColor:
    """The faint ground behind the focused annotation's evidence and card."""
    return QColor(current.tokens().marks[kind.value].wash)


def state_ink(state: State, *, is_broken: bool = False) -> QColor:
    """The colour of a state's word and icon."""
    return QColor(current.tokens().states["broken" if is_broken else state.value])


def state_look(state: State, *, is_broken: bool = False) -> StateLook:
    """How a state is drawn; broken evidence overrides every state."""
    return BROKEN_LOOK if is_broken else STATE_LOOKS[state]


def article_look(state: ArticleState) -> tuple[str, str]:
    """The icon of an article's state, and its colour (`#rrggbb`) in the theme in use."""
    icon, token = ARTICLE_LOOKS[state]
    return icon, current.tokens().states[token]
