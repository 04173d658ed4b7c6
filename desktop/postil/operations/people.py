"""Commands about people: add one, change a name or a self-declared role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from postil.base.errors import RuleError
from postil.base.i18n import N_, _
from postil.domain.author import PersonRole
from postil.domain.record import EntityType, RecordKind
from postil.operations.changes import Touched
from postil.operations.command import Command
from postil.operations.work import Work
from postil.store.read import reviews


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


def add_person(work: Work, command: AddPerson) -> None:
    """A trust record without a key: the person brings theirs with their first change on a device."""
    name = _checked_name(work, command.name, "")
    uuid = work.new_id()
    work.write(RecordKind.TRUST, EntityType.PERSON.of(uuid), {"name": name, "role": str(command.role)})
    work.touch(Touched.PEOPLE)


def change_person(work: Work, command: ChangePerson) -> None:
    """The person's own name and self-declared role."""
    name = _checked_name(work, command.name, work.person.id)
    changes = {}
    if name != work.person.name:
        changes["name"] = name
    if command.role is not work.person.role:
        changes["role"] = str(command.role)
    if changes:
        work.write(RecordKind.TRUST, EntityType.PERSON.of(work.person.id), changes, parents=work.tips(EntityType.PERSON, work.person.id))
        work.touch(Touched.PEOPLE)


def _checked_name(work: Work, name: str, own: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise RuleError(_("A person needs a name."), next_step=_("Type the name that the others know."))
    if any(p.name.casefold() == name.casefold() and p.id != own for p in reviews.people(work.store.connection)):
        raise RuleError(_("Somebody of this name is here already."), what=name, next_step=_("Add a middle name or a place."))
    return name
