"""Commands about notes: write, rewrite, delete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from postil.base.i18n import N_
from postil.operations.command import Command


@dataclass(frozen=True, slots=True)
class WriteNote(Command):
    """A new Markdown note on an article or an annotation."""

    label: ClassVar[str] = N_("write note")
    target: str = ""
    markdown: str = ""


@dataclass(frozen=True, slots=True)
class RewriteNote(Command):
    """Change one's own note."""

    label: ClassVar[str] = N_("change note")
    id: str = ""
    markdown: str = ""


@dataclass(frozen=True, slots=True)
class DeleteNote(Command):
    """Delete one's own note."""

    label: ClassVar[str] = N_("delete note")
    id: str = ""
