"""The one SQLite library of this process: which it is, whether WAL is safe with it, and how a connection is set up.

sqlite-utils takes `pysqlite3` when it is installed; this file does the same, because a second SQLite library in
one process that opens and closes the same file drops the first one's locks.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

if TYPE_CHECKING:
    import sqlite3 as library
else:
    try:
        from pysqlite3 import dbapi2 as library
    except ImportError:
        import sqlite3 as library

from postil.base.errors import StoreError
from postil.base.i18n import _

__all__ = [
    "BUSY_MS",
    "OLDEST",
    "WAL_RESET_BUG",
    "Connection",
    "Cursor",
    "Error",
    "check",
    "connect",
    "describe",
    "journal_mode",
    "library",
    "prepare_writing",
    "scalar",
    "uri",
    "version",
]

Connection = library.Connection
Cursor = library.Cursor
Error = library.Error

OLDEST: Final = (3, 37, 0)
"""STRICT tables."""
WAL_RESET_BUG: Final = ((3, 7, 0), (3, 51, 2))
"""SQLite releases in which a WAL that is reset at the wrong moment corrupts the file."""
BUSY_MS: Final = 5000


def version() -> tuple[int, int, int]:
    """The release of SQLite in use."""
    major, minor, patch = (int(part) for part in library.sqlite_version.split("."))
    return major, minor, patch


def journal_mode(release: tuple[int, int, int] | None = None) -> str:
    """`WAL`, or `TRUNCATE` where SQLite has the WAL-reset bug; both run with synchronous=FULL."""
    first, last = WAL_RESET_BUG
    return "TRUNCATE" if first <= (release or version()) <= last else "WAL"


def describe() -> str:
    """Library, release and mode, for "About" and error reports."""
    return f"{library.__name__.split('.')[0]} · SQLite {library.sqlite_version} · {journal_mode()}"


def check() -> None:
    """Raises StoreError when this SQLite is too old to hold a project."""
    if version() < OLDEST:
        raise StoreError(
            _("SQLite {found} is too old; Postil needs {needed} or newer.").format(found=library.sqlite_version, needed=".".join(map(str, OLDEST))),
            next_step=_("Install the package pysqlite3, which brings a newer one."),
        )


def connect(path: Path, *, read_only: bool = False, immutable: bool = False) -> Connection:
    """A connection in autocommit mode with every safety setting; `immutable` promises that nobody writes.

    A file that is not there is not made, and one that is there is not touched before `prepare_writing`. Raises the
    library's own errors, which `errors.translated` turns into StoreError.
    """
    connection = library.connect(uri(path, read_only=read_only, immutable=immutable), uri=True, isolation_level=None, cached_statements=256)
    try:
        _set_up(connection)
        if read_only:
            connection.execute("PRAGMA query_only=ON")
    except BaseException:
        connection.close()
        raise
    return connection


def uri(path: Path, *, read_only: bool = False, immutable: bool = False) -> str:
    """How SQLite is told to open `path`."""
    mode = "ro" if read_only else "rw"
    return f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}{'&immutable=1' if immutable else ''}"


def _set_up(connection: Connection) -> None:
    run = connection.execute
    run(f"PRAGMA busy_timeout={BUSY_MS}")
    run("PRAGMA trusted_schema=OFF")
    run("PRAGMA cell_size_check=ON")
    run("PRAGMA mmap_size=0")
    run("PRAGMA foreign_keys=ON")
    run("PRAGMA recursive_triggers=ON")
    run("PRAGMA cache_size=-8000")
    run("PRAGMA temp_store=MEMORY")


def prepare_writing(connection: Connection) -> None:
    """What only a writer sets: the journal mode that this SQLite is safe with, and full durability at every COMMIT."""
    run = connection.execute
    run(f"PRAGMA journal_mode={journal_mode()}")
    run("PRAGMA synchronous=FULL")
    run("PRAGMA journal_size_limit=67108864")
    run("PRAGMA wal_autocheckpoint=4000")
    if sys.platform == "darwin":
        run("PRAGMA fullfsync=ON")
        run("PRAGMA checkpoint_fullfsync=ON")


def scalar(connection: Connection, sql: str, parameters: tuple[Any, ...] = ()) -> Any:
    """The first column of the first row, or None."""
    row = connection.execute(sql, parameters).fetchone()
    return None if row is None else row[0]
