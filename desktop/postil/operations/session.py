"""A project that is open: who works in it, the one way to change it, undo and redo, and the read side.

What only a change needs is imported at the first one, or by `warm_up`: a window that opens a project shows its list sooner.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from postil.base.clock import Clock
from postil.base.errors import RuleError
from postil.base.i18n import _
from postil.base.ids import new_id
from postil.domain.author import Person
from postil.domain.record import Draft, EntityType, Record, RecordKind, Step
from postil.operations.changes import Changes, Touched
from postil.operations.command import Command
from postil.operations.queries import Queries
from postil.operations.rows import UndoState
from postil.store.database import Store
from postil.store.derive.people import KEY_FIELD
from postil.store.journal import Author
from postil.store.keys import DeviceKey, KeyRing
from postil.store.lock import WriterLock
from postil.store.read import history as steps
from postil.store.read import reviews
from postil.store.receipt import NOTHING, Mark

if TYPE_CHECKING:
    from postil.operations.work import Work


class Session:
    """One open project. Not for several threads; a worker hands its results to the thread that owns this.

    `warnings` are sentences, already translated, that the person should read after opening.
    """

    def __init__(self, store: Store, lock: WriterLock | None, person: Person, clock: Clock, warnings: tuple[str, ...] = ()) -> None:
        self._store = store
        self._lock = lock
        self._clock = clock
        self._keys = KeyRing(store.manifest.project, store.folder.identity())
        self._authors: dict[str, DeviceKey] = {}
        self._person = person
        self._saved_at_ms = 0
        self.warnings = warnings
        self.queries = Queries(store, person.id)

    @property
    def person(self) -> Person:
        """Who works now."""
        return self._person

    @property
    def store(self) -> Store:
        """What operations read; screens go through `queries`."""
        return self._store

    @property
    def project_title(self) -> str:
        """The project's title."""
        return self._store.manifest.title

    @property
    def project_id(self) -> str:
        """The project's id."""
        return self._store.manifest.project

    @property
    def language(self) -> str:
        """The language that the project's people work in."""
        return self._store.manifest.language

    @property
    def folder(self) -> Path:
        """The project folder."""
        return self._store.folder.path

    @property
    def is_read_only(self) -> bool:
        """Is it open for reading only?"""
        return self._store.is_read_only

    def saved_at_ms(self) -> int:
        """When the last change was saved in this session, Unix milliseconds; 0: none yet."""
        return self._saved_at_ms

    def warm_up(self) -> None:
        """Load what the first change needs, when there is time: the first key press is then as fast as the others."""
        if not self.is_read_only:
            from postil.operations import handlers, history  # noqa: F401 - the commands
            from postil.operations.work import Work  # noqa: F401

            self._device_key(self._person.id)

    def introduce(self) -> None:
        """Write the record that brings this person and their key into a new project."""
        now = self._clock.now_ms()
        with self._store.writing():
            author = self._author(now)
        self._acknowledge(author, now)

    def apply(self, command: Command, *, within: str = "") -> Changes:
        """Check, write and derive in one transaction; what changed. Raises RuleError, ConflictError or StoreError.

        `within` is the id of the person's latest step that this command joins, so that one undo takes back both.
        """
        from postil.operations.handlers import handle

        step = Step(self._joined(within) or new_id(self._clock.now_ms()), command.label) if command.is_undoable else None
        return self._write(lambda work: handle(work, command), step, command.label)

    def undo(self) -> Changes:
        """Take back this person's last step. Raises RuleError when there is none or another person built on it."""
        from postil.operations import history

        step = steps.next_undo(self._store.connection, self._person.id)
        if step is None:
            raise RuleError(_("There is nothing to undo."), next_step=_("Go on working."))
        ours = Step(new_id(self._clock.now_ms()), step.label, undo=step.id)
        return self._write(lambda work: history.undo(work, step.id), ours, step.label)

    def redo(self) -> Changes:
        """Do again what was undone last. Raises RuleError when there is nothing or things have changed since."""
        from postil.operations import history

        step = steps.next_redo(self._store.connection, self._person.id)
        if step is None:
            raise RuleError(_("There is nothing to redo."), next_step=_("Go on working."))
        ours = Step(new_id(self._clock.now_ms()), step.label, redo=step.id)
        return self._write(lambda work: history.redo(work, step.id), ours, step.label)

    def undo_state(self) -> UndoState:
        """What undo and redo would do."""
        before = steps.next_undo(self._store.connection, self._person.id)
        after = steps.next_redo(self._store.connection, self._person.id)
        return UndoState(before.label if before else "", after.label if after else "")

    def last_step(self) -> str:
        """The id of the person's latest step that stands, for `apply(…, within=…)`; empty when there is none."""
        step = steps.next_undo(self._store.connection, self._person.id)
        return step.id if step else ""

    def switch_person(self, person_id: str) -> None:
        """From now on this person works. Raises RuleError for somebody unknown."""
        found = next((p for p in reviews.people(self._store.connection) if p.id == person_id), None)
        if found is None:
            raise RuleError(_("There is no such person in the project."), what=person_id, next_step=_("Add them first."))
        self._set_person(found)

    def close(self) -> None:
        """Let go of the project."""
        self._store.close()
        for key in self._authors.values():
            key.marks.close()
        if self._lock is not None:
            self._lock.release()

    def _set_person(self, person: Person) -> None:
        self._person = person
        self.queries.person = person.id
        if self._lock is not None:
            self._lock.sign(person.name, self._clock.now_ms())

    def _joined(self, within: str) -> str:
        return within if within and within == self.last_step() else ""

    def _write(self, act: Callable[[Work], None], step: Step | None, label: str) -> Changes:
        from postil.operations.work import Work

        now = self._clock.now_ms()
        authors: list[Author] = []

        def writer(draft: Draft) -> Record:
            if not authors:
                authors.append(self._author(now))
            record = self._store.journal.append(authors[0], draft, step, now)
            self._store.deriver.apply(record)
            return record

        with self._store.writing():
            work = Work(self._person, self._store, writer, now)
            act(work)
        if authors:
            self._acknowledge(authors[0], now)
        if Touched.PEOPLE in work.touched:
            self.switch_person(self._person.id)  # their name or role may be another one now
        return work.changes(label)

    def _acknowledge(self, author: Author, now: int) -> None:
        self._saved_at_ms = now
        author.key.remember(Mark(author.seq, author.prev))

    def _author(self, now: int) -> Author:
        """The person's chain; a key that the project does not know yet is introduced by a record of its own."""
        key = self._device_key(self._person.id)
        author = self._store.journal.author(self._person.id, key)
        if author.seq == 0:
            introduction = {"name": self._person.name, "role": str(self._person.role), KEY_FIELD + key.public.hex(): True}
            entity = EntityType.PERSON.of(self._person.id)
            self._store.deriver.apply(self._store.journal.append(author, Draft(RecordKind.TRUST, entity, introduction), None, now))
        return author

    def _device_key(self, person: str) -> DeviceKey:
        """This person's key, or a new one when the old one has signed what this journal lacks."""
        key = self._authors.get(person)
        if key is None:
            key = self._keys.load(person)
            if key is not None and (self._store.is_behind or self._has_lost(key)):
                key.marks.close()
                key = None
            if key is None:
                key = self._keys.make(person)
            self._authors[person] = key
        return key

    def _has_lost(self, key: DeviceKey) -> bool:
        mark = key.marks.read() or NOTHING
        return mark.count > 0 and not self._store.journal.has(key.public, mark)
