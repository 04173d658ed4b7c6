"""Notices: what happened, to which thing, and what to do next, said inside the window without blocking it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from postil.base.errors import PostilError


class Level(StrEnum):
    """How much a notice matters; errors and warnings stay until dismissed, the others pass."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """One message: `cause` a sentence, `what` the file or thing, `next_step` a sentence one can act on.

    `action` and `action_text` add one button that does the next step. All words are already translated.
    """

    level: Level
    cause: str
    what: str = ""
    next_step: str = ""
    action_text: str = ""
    action: Callable[[], object] | None = None

    @classmethod
    def of(cls, error: PostilError) -> Notice:
        """The notice of an error that the person can act on."""
        return cls(Level.ERROR, error.cause, error.what, error.next_step)

    @property
    def stays(self) -> bool:
        """Does it stay until dismissed?"""
        return self.level in (Level.WARNING, Level.ERROR)
