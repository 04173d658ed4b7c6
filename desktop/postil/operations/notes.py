"""Commands about notes: write, rewrite, delete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from postil.base.errors import RuleError
from postil.base.i18n import N_, _
from postil.domain.note import Note
from postil.domain.record import EntityType, RecordKind
from postil.operations.changes import Touched
from postil.operations.command import Command
from postil.operations.work import Work
from postil.store.read import annotations as annotation_rows
from postil.store.read import articles, notes


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


def write_note(work: Work, command: WriteNote) -> None:
    """A new note under a thing that is there."""
    if not command.markdown.strip():
        raise RuleError(_("The note is empty."), next_step=_("Write something, or close it."))
    article = annotation_rows.article_of(work.store.connection, command.target) or articles.facts(work.store.connection, command.target).id
    _write(work, RecordKind.COMMENT, work.new_id(), {"target": command.target, "markdown": command.markdown}, article)


def rewrite_note(work: Work, command: RewriteNote) -> None:
    """Other words in the same note."""
    note, article = _own(work, command.id)
    if not command.markdown.strip():
        raise RuleError(_("The note is empty."), next_step=_("Delete it instead."))
    if note.markdown != command.markdown:
        _write(work, RecordKind.COMMENT, note.id, {"markdown": command.markdown}, article)


def delete_note(work: Work, command: DeleteNote) -> None:
    """The note goes; its history stays in the journal."""
    note, article = _own(work, command.id)
    _write(work, RecordKind.DELETE, note.id, {"deleted": True}, article)


def _own(work: Work, uuid: str) -> tuple[Note, str]:
    found = notes.one(work.store.connection, uuid)
    if found is None:
        raise RuleError(_("There is no such note."), what=uuid, next_step=_("Look again; it may have been deleted."))
    if found[0].by != work.person.id:
        raise RuleError(_("This is another person's note."), next_step=_("Answer it with a note of your own."))
    return found


def _write(work: Work, kind: RecordKind, uuid: str, changes: dict[str, Any], article: str) -> None:
    work.write(kind, EntityType.NOTE.of(uuid), changes, parents=work.tips(EntityType.NOTE, uuid))
    work.touch(Touched.NOTES, article)
