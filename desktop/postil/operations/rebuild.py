"""Rebuild: drop every derived table and derive it again from journal and blobs, in one transaction, after a backup."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postil.base.clock import Clock, SystemClock
from postil.store import backup, folder
from postil.store.database import Store
from postil.store.lock import WriterLock


@dataclass(frozen=True, slots=True)
class Report:
    """What was derived again, and where the copy from before lies."""

    project: str
    records: int
    backup: Path

    def as_dict(self) -> dict[str, Any]:
        """For printing and for JSON."""
        return {"project": self.project, "records": self.records, "backup": str(self.backup)}


def rebuild(path: Path, clock: Clock | None = None) -> Report:
    """Rebuild the project at `path`. Raises ConflictError when it is open elsewhere, StoreError when it cannot be written."""
    now = (clock or SystemClock()).now_ms()
    place = folder.located(path)
    manifest = folder.read_manifest(place)
    lock = WriterLock(place.lock)
    lock.acquire("", now)
    try:
        store = Store.open(place, manifest)
        try:
            copy = backup.make(place, now, "rebuild")
            return Report(manifest.title, store.rebuild(), copy)
        finally:
            store.close()
    finally:
        lock.release()
