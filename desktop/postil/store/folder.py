"""A project on disk: a folder, the small file in it that opens it, and whether this is a place to work in.

project.postil   JSON: format, project id, title
store.sqlite3    the journal and everything derived from it (with -wal and -shm while it is open)
lock, lock.json  held by the one writer; who that is
receipt          how far the journal had come
backups/         copies of the store
"""

from __future__ import annotations

import errno
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from postil.base.errors import StoreError
from postil.base.i18n import _
from postil.store import errors

MANIFEST: Final = "project.postil"
FORMAT: Final = 1
_NETWORK: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "afs", "9p", "ncpfs", "ceph", "glusterfs", "davfs", "fuse.sshfs", "fuse.davfs"}
)
_SYNCED: Final = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "box sync",
    "syncthing",
)


@dataclass(frozen=True, slots=True)
class Folder:
    """The paths of one project folder."""

    path: Path

    @property
    def manifest(self) -> Path:
        """The file that opens the project."""
        return self.path / MANIFEST

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.path / "store.sqlite3"

    @property
    def write_ahead_log(self) -> Path:
        """What SQLite has committed but not yet moved into the file."""
        return self.path / "store.sqlite3-wal"

    @property
    def lock(self) -> Path:
        """Held by the one writer."""
        return self.path / "lock"

    @property
    def receipt(self) -> Path:
        """How far the journal had come."""
        return self.path / "receipt"

    @property
    def backups(self) -> Path:
        """Copies of the store."""
        return self.path / "backups"

    def is_writable(self) -> bool:
        """May this process write the folder and the database? Tried, not asked: systems answer the question differently."""
        try:
            with tempfile.TemporaryFile(dir=self.path):
                pass
            if self.database.exists():
                os.close(os.open(self.database, os.O_RDWR))
        except OSError as error:
            return error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS)
        return True

    def identity(self) -> str:
        """What tells this folder from a copy of it: its path and its number on the disk."""
        place = self.path.resolve()
        return f"{place}\n{place.stat().st_ino}"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The content of `project.postil`."""

    project: str
    title: str
    language: str = "en"
    format: int = FORMAT


def located(path: Path) -> Folder:
    """The project folder that `path` names: the folder itself or the file in it. Raises StoreError."""
    folder = Folder(path.parent if path.name == MANIFEST and not path.is_dir() else path)
    if not folder.path.exists():
        raise StoreError(
            _("There is no such project folder."), what=str(path), next_step=_("Check the path, or whether the drive is still connected.")
        )
    if not folder.manifest.exists() and not folder.database.exists():
        raise StoreError(
            _("This is no Postil project: it has no “project.postil”."),
            what=str(path),
            next_step=_("Choose a folder that Postil made, or make a new project."),
        )
    return folder


def read_manifest(folder: Folder) -> Manifest:
    """What the project says of itself. Raises StoreError for a missing, damaged or newer file."""
    path = folder.manifest
    put_back = _("Copy “project.postil” back from a backup; the database beside it is not touched.")
    if not path.exists():
        raise StoreError(_("The project file is missing."), what=str(path), next_step=put_back)
    with errors.translated(path):
        text = path.read_bytes()
    try:
        data = json.loads(text)
        manifest = Manifest(str(data["id"]), str(data["title"]), str(data.get("language", "en")), int(data["format"]))
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(_("The project file is damaged."), what=str(path), next_step=put_back) from error
    if manifest.format > FORMAT:
        raise newer(path)
    return manifest


def write_manifest(folder: Folder, manifest: Manifest) -> None:
    """Write `project.postil` whole or not at all. Raises StoreError."""
    data: dict[str, Any] = {"format": manifest.format, "id": manifest.project, "title": manifest.title, "language": manifest.language}
    with errors.translated(folder.manifest):
        replace_file(folder.manifest, (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode())


def replace_file(path: Path, data: bytes) -> None:
    """Give `path` the content `data`, whole or not at all. Raises OSError."""
    with replacing(path) as file:
        file.write(data)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that becomes `path` when the block ends well: written beside it, synced, renamed. Raises OSError."""
    beside = path.with_name(path.name + ".part")
    try:
        with beside.open("wb", buffering=1 << 20) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Make a rename in the folder durable (POSIX; Windows does it by itself)."""
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def newer(path: Path) -> StoreError:
    """The project was last written by a newer Postil."""
    return StoreError(
        _("The project was made by a newer version of Postil."),
        what=str(path),
        next_step=_("Update Postil, then open it again; nothing was changed."),
    )


def refuse_network(folder: Folder) -> None:
    """Raises StoreError where locks and the write-ahead log cannot be trusted."""
    kind = file_system(folder.path)
    if kind in _NETWORK:
        raise StoreError(
            _("The folder lies on a network drive ({kind}), where a database gets damaged.").format(kind=kind),
            what=str(folder.path),
            next_step=_("Keep the project on this computer; or open it to read only."),
        )


def synced_by(folder: Folder) -> str:
    """The part of the path that belongs to a file syncer, or nothing; such folders damage open databases."""
    return next((part for part in folder.path.resolve().parts if any(sign in part.lower() for sign in _SYNCED)), "")


def file_system(path: Path) -> str:
    """The kind of file system that holds `path`, where the system tells without asking other programs."""
    place = path.resolve()
    if sys.platform == "win32":
        return _windows_drive(place)
    try:
        mounts = Path("/proc/self/mounts").read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in mounts:
        _device, point, name, *_rest = line.split(" ")
        point = point.replace("\\040", " ")
        if len(point) >= len(best) and place.is_relative_to(point):
            best, kind = point, name
    return kind


def _windows_drive(place: Path) -> str:
    if place.drive.startswith("\\\\"):
        return "smbfs"
    import ctypes

    remote = 4
    windows = getattr(ctypes, "windll", None)
    return "smbfs" if windows is not None and windows.kernel32.GetDriveTypeW(f"{place.drive}\\") == remote else ""
