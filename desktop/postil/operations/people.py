"""Commands about people: add one, change a name or a self-declared role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from postil.base.i18n import N_
from postil.domain.author import PersonRole
from postil.operations.command import Command


@dataclass(frozen=True, slots=True)
class AddPerson(Command):
    """A person joins the project under a name and a role they declare themselves."""

    label: ClassVar[str] = N_("add person")
    is_undoable: ClassVar[bool] = False
    name: str = ""
    role: PersonRole = PersonRole.ANNOTATOR


@dataclass(frozen=True, slots=True)
class ChangePerson(Command):
    """Change the name or the self-declared role of the person of this session."""

    label: ClassVar[str] = N_("change person")
    is_undoable: ClassVar[bool] = False
    name: str = ""
    role: PersonRole = PersonRole.ANNOTATOR
