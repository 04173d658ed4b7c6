"""One writer a project: a file lock that dies with its process, and a note of who holds it.

SQLite's own locks stay in force, because deleting the lock file lets a second holder in.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

from filelock import FileLock, Timeout

from postil.base.errors import ConflictError
from postil.base.i18n import _
from postil.store import errors


def _host() -> str:
    """This computer's name, without importing the network."""
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


class WriterLock:
    """The lock of one project folder; `acquire` at once or not at all."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._note = path.with_name(path.name + ".json")
        self._lock = FileLock(str(path), timeout=0)

    def acquire(self, who: str = "", now_ms: int = 0) -> None:
        """Take the lock. Raises ConflictError naming the holder when it is known, StoreError when the disk says no."""
        with errors.translated(self._path):
            try:
                self._lock.acquire()
            except Timeout as error:  # an OSError too, hence inside
                raise self._held() from error
        self.sign(who, now_ms)

    def sign(self, who: str, now_ms: int) -> None:
        """Say who holds it, for the message that a second one gets."""
        note = {"who": who, "since_ms": now_ms, "host": _host(), "process": os.getpid()}
        try:
            self._note.write_text(json.dumps(note, ensure_ascii=False), "utf-8")
        except OSError:
            return  # a courtesy, not a lock

    def release(self) -> None:
        """Let the next one in."""
        if self._lock.is_locked:
            self._note.unlink(missing_ok=True)
            self._lock.release()

    def _held(self) -> ConflictError:
        return ConflictError(
            _("The project is already open{holder}.").format(holder=self._holder()),
            what=str(self._path.parent),
            next_step=_("Work in the window that has it open, or open it here to read only."),
        )

    def _holder(self) -> str:
        try:
            note = json.loads(self._note.read_text("utf-8"))
            since = time.strftime("%H:%M", time.localtime(int(note["since_ms"]) / 1000))
            return " " + _("by {who} on {host} since {time}").format(who=note["who"] or _("somebody"), host=note["host"], time=since)
        except (OSError, ValueError, KeyError, TypeError):
            return ""
