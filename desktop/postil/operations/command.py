"""The base of every command: a frozen dataclass with a label for the undo menu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person (or a suggester on their behalf) wants changed; applied by `Session.apply`.

    `label` is a message id marked with `N_`; `is_undoable` commands become one step of the person's history.
    """

    label: ClassVar[str] = ""
    is_undoable: ClassVar[bool] = True
