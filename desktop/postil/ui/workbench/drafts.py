"""What was typed into a form and not saved yet, kept by article and card until it is: also over a restart."""

from __future__ import annotations

from typing import Any

from postil.domain import codec
from postil.domain.annotation import BODY_TYPES, Body, Kind
from postil.domain.selector import Evidence
from postil.ui.extraction.form import Draft
from postil.ui.window_state import WindowState

_KEY = "workbench.drafts"
MOST = 100
"""Drafts kept; the oldest make room."""


class Drafts:
    """A small store over the window's state; ids and words only of what the person typed."""

    def __init__(self, state: WindowState) -> None:
        self._state = state
        found = state.value(_KEY, {})
        self._kept: dict[str, Any] = dict(found) if isinstance(found, dict) else {}

    @staticmethod
    def _name(person: str, card: str) -> str:
        return f"{person} {card}"

    def keep(self, person: str, card: str, kind: Kind, draft: Draft) -> None:
        """Keep what a person typed on a card."""
        self._kept.pop(self._name(person, card), None)
        self._kept[self._name(person, card)] = {
            "kind": kind.value,
            "body": codec.to_json(draft.body),
            "evidence": codec.to_json(draft.evidence),
        }
        while len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]
        self._write()

    def get(self, person: str, card: str) -> Draft | None:
        """What is kept for a card, if it can still be read."""
        found = self._kept.get(self._name(person, card))
        if not isinstance(found, dict):
            return None
        try:
            kind = Kind(found["kind"])
            body: Body = codec.from_json(BODY_TYPES[kind], found["body"])
            return Draft(body, tuple(codec.from_json(Evidence, item) for item in found["evidence"]))
        except (KeyError, TypeError, ValueError, ArithmeticError):
            return None

    def drop(self, person: str, card: str) -> None:
        """It is saved, or not wanted any more."""
        if self._kept.pop(self._name(person, card), None) is not None:
            self._write()

    def cards(self, person: str) -> tuple[str, ...]:
        """The cards this person has drafts for."""
        return tuple(name.partition(" ")[2] for name in self._kept if name.partition(" ")[0] == person)

    def _write(self) -> None:
        self._state.set_value(_KEY, dict(self._kept))
