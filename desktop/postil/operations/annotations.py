"""Commands about annotations: add, edit, tag, delete, reopen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from postil.base.i18n import N_
from postil.domain.annotation import Body, Kind
from postil.domain.figure import Figure
from postil.domain.selector import Evidence
from postil.operations.command import Command


@dataclass(frozen=True, slots=True)
class AddAnnotation(Command):
    """A new annotation typed by a person; `evidence[0]` has the kind's main role."""

    label: ClassVar[str] = N_("add annotation")
    article: str = ""
    kind: Kind = Kind.FIGURE
    body: Body = field(default_factory=Figure)
    evidence: tuple[Evidence, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditAnnotation(Command):
    """Change an annotation; None leaves a part as it is. On a suggestion: accept it, edited, in one step."""

    label: ClassVar[str] = N_("edit annotation")
    id: str = ""
    body: Body | None = None
    evidence: tuple[Evidence, ...] | None = None
    tags: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class TagAnnotations(Command):
    """Add and remove tags of annotations."""

    label: ClassVar[str] = N_("tag annotation")
    ids: tuple[str, ...] = ()
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeleteAnnotations(Command):
    """Delete one's own annotations; those accepted from a suggestion become open suggestions again."""

    label: ClassVar[str] = N_("delete annotation")
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReopenSuggestions(Command):
    """Take back a rejection: the suggestion is open again."""

    label: ClassVar[str] = N_("reopen suggestion")
    ids: tuple[str, ...] = ()
