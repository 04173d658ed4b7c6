"""People of a project and the roles they declare; suggesters are authors too, by name and version."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from postil.base.i18n import N_


class PersonRole(StrEnum):
    """What a person does here; self-declared until the project has a trust file."""

    ANNOTATOR = "annotator"
    SUPERVISOR = "supervisor"
    CUSTODIAN = "custodian"


ROLE_LABELS: dict[PersonRole, str] = {
    PersonRole.ANNOTATOR: N_("Annotator"),
    PersonRole.SUPERVISOR: N_("Supervisor"),
    PersonRole.CUSTODIAN: N_("Custodian"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the project: an id, a display name, a role."""

    id: str
    name: str
    role: PersonRole

    @property
    def can_review(self) -> bool:
        """May this person approve and return?"""
        return self.role is PersonRole.SUPERVISOR


BUILT_IN_SUGGESTER = "postil.rules"
"""The author of the built-in suggestions; its version travels with each run."""
