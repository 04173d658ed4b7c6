"""SQLite's and the system's errors as StoreError: which file, what happened, what to do next."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from postil.base.errors import ConflictError, PostilError, StoreError
from postil.base.i18n import _
from postil.store import driver

SMALLEST_ROOM: Final = 64 * 1024
"""Bytes; the shared memory beside a database takes half of it."""


class DiskError(StoreError):
    """The disk is full or fails: nothing can be written now, but what is there can be read."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Run a block that touches the database `path`; its errors leave as PostilError, with the file's name."""
    try:
        yield
    except driver.Error as error:
        raise of_database(error, path) from error
    except OSError as error:
        raise of_system(error, path) from error


def of_database(error: Exception, path: Path) -> PostilError:
    """What an error of the SQLite library means for the person."""
    text = str(error).lower()
    what = str(path)
    if "full" in text:
        return disk_full(what)
    if "locked" in text or "busy" in text:
        return ConflictError(
            _("Another program is writing to the project."), what=what, next_step=_("Close it, or wait a moment, and try again; nothing is lost.")
        )
    if "readonly" in text or "read-only" in text:
        return read_only(what)
    if any(sign in text for sign in ("not a database", "malformed", "corrupt", "file is encrypted", "unsupported file format")):
        return damaged(what)
    if "unable to open" in text:
        return StoreError(
            _("The database cannot be opened."), what=what, next_step=_("Check that the folder is there and that you may read and write in it.")
        )
    if "disk i/o" in text:
        if _has_no_room(path):
            return DiskError(_("The disk is full."), what=what, next_step=_("Make room, then try again; everything that was saved is safe."))
        return DiskError(
            _("The disk reports an error."), what=what, next_step=_("Check that it is connected and not full, then open the project again.")
        )
    reason = str(error).partition(" with text ")[0]  # which would be an article's
    return StoreError(
        _("The database reports: {reason}").format(reason=reason),
        what=what,
        next_step=_("Run “postil verify” on the project, and keep a copy of it."),
    )


def _has_no_room(path: Path) -> bool:
    """Is the disk so full that SQLite cannot even make its shared memory? It then speaks of an I/O error."""
    try:
        return shutil.disk_usage(path.parent).free < SMALLEST_ROOM
    except OSError:
        return False


def of_system(error: OSError, path: Path) -> StoreError:
    """What an error of the operating system means for the person."""
    what = str(error.filename or path)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(what)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return read_only(what)
    if error.errno == errno.ENOENT:
        return StoreError(_("It is not there."), what=what, next_step=_("Check the path, or whether the drive is still connected."))
    return StoreError(
        _("The system reports: {reason}").format(reason=error.strerror or type(error).__name__),
        what=what,
        next_step=_("Check the disk, then try again."),
    )


def disk_full(what: str) -> StoreError:
    """No room left; the change that was under way is not there, everything before it is."""
    return DiskError(
        _("The disk is full, so the last change was not saved."), what=what, next_step=_("Make room and do it again; everything before it is safe.")
    )


def read_only(what: str) -> StoreError:
    """The file or folder may not be written."""
    return StoreError(
        _("It may not be written."),
        what=what,
        next_step=_("Change its permissions, or copy the project folder to a place of yours and open the copy."),
    )


def damaged(what: str) -> StoreError:
    """The file is no sound SQLite database any more. Nothing deletes it."""
    return StoreError(
        _("The database is damaged."),
        what=what,
        next_step=_("Keep the file, and copy the newest file from “backups” in the project folder over “store.sqlite3”."),
    )
