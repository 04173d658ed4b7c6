"""Copies of the store: made in one pass while it is open, checked before they count, thinned out with age."""

from __future__ import annotations

import re
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from postil.base.errors import StoreError
from postil.base.i18n import _
from postil.store import driver, errors
from postil.store.folder import Folder, sync_folder

STALE_AFTER_MS: Final = 12 * 3600 * 1000
_NAME: Final = re.compile(r"store-\d{8}-\d{6}\b")
KEEP_RECENT: Final = 10
KEEP_DAYS: Final = 7
KEEP_WEEKS: Final = 4


def make(folder: Folder, now_ms: int, why: str = "") -> Path:
    """Copy the store into `backups/`, check the copy, thin out old ones; the copy's path. Raises StoreError.

    One step: a stepped backup starts again at every commit of somebody else.
    """
    stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime(now_ms / 1000))
    target = folder.backups / f"store-{stamp}{'-' + why if why else ''}.sqlite3"
    beside = target.with_suffix(".part")
    with errors.translated(target):
        folder.backups.mkdir(exist_ok=True)
        beside.unlink(missing_ok=True)
        try:
            with errors.translated(folder.database):  # a damaged database is named itself, not the copy it cannot make
                _copy(folder.database, beside)
            _check(beside)
            beside.replace(target)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        sync_folder(folder.backups)
    thin_out(folder)
    return target


def is_due(folder: Folder, now_ms: int) -> bool:
    """Is the newest backup older than half a day, and the store newer than it?"""
    newest = max((path.stat().st_mtime for path in _all(folder)), default=0.0)
    return now_ms - newest * 1000 > STALE_AFTER_MS and folder.database.exists() and folder.database.stat().st_mtime > newest


def thin_out(folder: Folder) -> None:
    """Keep the ten newest, then one a day for a week and one a week for a month."""
    paths = sorted(_all(folder), key=lambda path: path.name, reverse=True)
    days: set[str] = set()
    weeks: set[str] = set()
    for path in paths[KEEP_RECENT:]:
        day = path.name.removeprefix("store-")[:8]
        week = time.strftime("%G-%V", time.strptime(day, "%Y%m%d"))
        if day not in days and len(days) < KEEP_DAYS:
            days.add(day)
        elif week not in weeks and len(weeks) < KEEP_WEEKS:
            weeks.add(week)
        else:
            path.unlink(missing_ok=True)


def _all(folder: Folder) -> list[Path]:
    """The copies that were made here; others are left alone."""
    return [path for path in folder.backups.glob("store-*.sqlite3") if _NAME.match(path.name)]


def _copy(source: Path, target: Path) -> None:
    with closing(driver.connect(source, read_only=True)) as old, closing(driver.library.connect(str(target))) as new:
        old.backup(new)


def _check(path: Path) -> None:
    with closing(driver.connect(path, read_only=True, immutable=True)) as copy:  # leaves no -wal and -shm beside it
        if driver.scalar(copy, "PRAGMA quick_check(1)") != "ok":
            raise StoreError(
                _("The backup is not sound."), what=str(path), next_step=_("Check the disk, then try again; the project itself is not touched.")
            )
