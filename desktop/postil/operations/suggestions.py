"""Commands about suggestions: record a suggester's run, accept, reject."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from postil.base.i18n import N_
from postil.domain.annotation import Suggestion
from postil.domain.article import Meta
from postil.domain.author import BUILT_IN_SUGGESTER
from postil.domain.zone import Zone
from postil.operations.command import Command


@dataclass(frozen=True, slots=True)
class RecordRun(Command):
    """Store what a suggester found in one article; adds suggestions, never touches what a person decided."""

    label: ClassVar[str] = N_("suggest")
    is_undoable: ClassVar[bool] = False
    article: str = ""
    meta: Meta = field(default_factory=Meta)
    zones: tuple[Zone, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    suggester: str = BUILT_IN_SUGGESTER
    version: str = ""


@dataclass(frozen=True, slots=True)
class AcceptSuggestions(Command):
    """Make suggestions this person's own draft annotations, unchanged; one step however many."""

    label: ClassVar[str] = N_("accept suggestion")
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RejectSuggestions(Command):
    """Decline suggestions; they stay visible as rejected and can be taken back."""

    label: ClassVar[str] = N_("reject suggestion")
    ids: tuple[str, ...] = ()
