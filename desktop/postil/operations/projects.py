"""Making and opening projects: folder, lock, store, receipt, backup, session."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from postil.base.clock import Clock, SystemClock
from postil.base.errors import RuleError, StoreError
from postil.base.i18n import _
from postil.base.ids import new_id
from postil.domain.author import ROLE_LABELS, Person, PersonRole
from postil.operations.session import Session
from postil.store import backup, errors, folder
from postil.store.database import Store
from postil.store.errors import DiskError
from postil.store.folder import Folder, Manifest
from postil.store.lock import WriterLock
from postil.store.read import reviews

_NOBODY: Final = Person("", "", PersonRole.ANNOTATOR)


def create_project(
    path: Path, title: str, *, person: tuple[str, PersonRole] = ("", PersonRole.ANNOTATOR), clock: Clock | None = None, language: str = "en"
) -> Session:
    """Make a project in the folder `path`, which is new or empty, with its first person. Raises StoreError or ConflictError.

    `language` is the one the project's people work in; a person without a name is called after their role.
    """
    clock = clock or SystemClock()
    place = Folder(path)
    with errors.translated(path):
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise StoreError(_("The folder is not empty."), what=str(path), next_step=_("Choose a new or an empty folder."))
        made = not path.exists()
        path.mkdir(parents=True, exist_ok=True)
    try:
        folder.refuse_network(place)
        return _created(place, Manifest(new_id(clock.now_ms()), title.strip() or path.name, language), person, clock)
    except BaseException:
        for left in (path,) if made else tuple(path.iterdir()):  # it was empty, so what is there now is ours
            shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
        raise


def _created(place: Folder, manifest: Manifest, person: tuple[str, PersonRole], clock: Clock) -> Session:
    name = " ".join(person[0].split()) or _(ROLE_LABELS[person[1]])
    with ExitStack() as until_it_stands:
        lock = _locked(place, name, clock, until_it_stands)
        store = Store.create(place, manifest)
        until_it_stands.callback(store.close)
        folder.write_manifest(place, manifest)
        session = Session(store, lock, Person(new_id(clock.now_ms()), name, person[1]), clock)
        session.introduce()
        until_it_stands.pop_all()
    return session


def _locked(place: Folder, name: str, clock: Clock, stack: ExitStack) -> WriterLock:
    """The writer's lock, let go of by `stack`. Raises ConflictError when somebody has it."""
    lock = WriterLock(place.lock)
    lock.acquire(name, clock.now_ms())
    stack.callback(lock.release)
    return lock


def open_project(path: Path, *, person: str | None = None, clock: Clock | None = None, read_only: bool = False) -> Session:
    """Open the project at `path` (its folder, or `project.postil` in it) as `person` (an id; by default the first one).

    Raises ConflictError when somebody has it open for writing, StoreError for a folder or store that cannot be used.
    A folder that may not be written, or lies on a full disk, opens read-only by itself, and `warnings` says so.
    """
    clock = clock or SystemClock()
    place = folder.located(path)
    manifest = folder.read_manifest(place)
    if read_only:
        return _session(Store.open(place, manifest, read_only=True), None, person, clock, ())
    if not place.is_writable():
        warning = _("The project may not be written, so it is open for reading and export only.")
        return _session(Store.open(place, manifest, read_only=True), None, person, clock, (warning,))
    folder.refuse_network(place)
    try:
        return _opened(place, manifest, person, clock)
    except DiskError as error:
        warning = _("{cause} The project is open for reading and export only.").format(cause=error.cause)
        return _session(Store.open(place, manifest, read_only=True), None, person, clock, (warning,))


def _opened(place: Folder, manifest: Manifest, person: str | None, clock: Clock) -> Session:
    with ExitStack() as until_it_stands:
        lock = _locked(place, "", clock, until_it_stands)
        store = Store.open(place, manifest)
        until_it_stands.callback(store.close)
        session = _session(store, lock, person, clock, _look_after(store, clock))
        until_it_stands.pop_all()
    return session


def _session(store: Store, lock: WriterLock | None, person: str | None, clock: Clock, warnings: tuple[str, ...]) -> Session:
    known = reviews.people(store.connection)
    found = next((p for p in known if p.id == person), None) if person is not None else next(iter(known), _NOBODY)
    if found is None:
        raise RuleError(_("There is no such person in the project."), what=str(person), next_step=_("Open it as somebody else."))
    session = Session(store, lock, found, clock, warnings)
    if lock is not None:
        lock.sign(found.name, clock.now_ms())
    return session


def _look_after(store: Store, clock: Clock) -> tuple[str, ...]:
    """What is due when a project opens: a backup, and a word about what looks wrong."""
    warnings: list[str] = []
    if store.is_behind:
        warnings.append(_("The project has lost its last changes, or is an older copy. Go on from here, and compare it with your backups."))
        store.accept_loss()
    syncer = folder.synced_by(store.folder)
    if syncer:
        warnings.append(
            _("The project lies in “{folder}”, which copies files while they are open. Keep it elsewhere and copy backups there.").format(
                folder=syncer
            )
        )
    return tuple(warnings)


def back_up(path: Path, clock: Clock | None = None) -> Path:
    """Make a checked copy of the project's store now; the copy's path. Raises StoreError.

    Uses connections of its own, so that it may run in any thread while the project is open and written.
    """
    return backup.make(folder.located(path), (clock or SystemClock()).now_ms(), "asked")


def back_up_if_due(path: Path, clock: Clock | None = None) -> Path | None:
    """The same when the newest copy is older than half a day and something has changed since; else nothing.

    Not part of opening, because copying a large project takes seconds: called in a thread soon after, and now and then.
    """
    place, now = folder.located(path), (clock or SystemClock()).now_ms()
    return backup.make(place, now) if backup.is_due(place, now) else None
