"""The store of one project: opened once, written by one, with a receipt after every COMMIT."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from postil.base.errors import StoreError
from postil.base.i18n import _
from postil.store import driver, errors, schema
from postil.store.blobs import Blobs
from postil.store.derive.deriver import Deriver
from postil.store.driver import Connection
from postil.store.folder import Folder, Manifest, newer
from postil.store.journal import Journal
from postil.store.read.decoded import Decoded
from postil.store.receipt import Receipt


class Store:
    """Connection, journal, blobs and derivation of one project folder.

    `is_behind` tells that the journal lacks records which the receipt says were written: the store was restored
    from a copy, or its write-ahead log was lost.
    """

    def __init__(self, folder: Folder, manifest: Manifest, connection: Connection, *, read_only: bool) -> None:
        self.folder = folder
        self.manifest = manifest
        self.connection = connection
        self.is_read_only = read_only
        self.blobs = Blobs(connection)
        self.journal = Journal(connection, manifest.project)
        self.deriver = Deriver(connection, self.blobs, self.journal)
        self.decoded = Decoded(self.blobs)
        self.receipt = Receipt(folder.receipt)
        self.is_behind = False
        self.uri = driver.uri(folder.database, read_only=True)
        self._borrowed: Path | None = None

    @classmethod
    def open(cls, folder: Folder, manifest: Manifest, *, read_only: bool = False) -> Self:
        """Open an existing store; the caller holds the writer's lock unless `read_only`. Raises StoreError."""
        driver.check()
        if not folder.database.exists():
            raise StoreError(
                _("The project's database is missing."),
                what=str(folder.database),
                next_step=_("Copy the newest file from “backups” in the project folder to “store.sqlite3”."),
            )
        with errors.translated(folder.database):
            connection, uri, borrowed = _connect(folder, read_only=read_only)
            try:
                is_older = _check_format(connection, folder)
                if is_older and read_only:
                    raise _older(folder.database)
                if not read_only:
                    driver.prepare_writing(connection)
                store = cls(folder, manifest, connection, read_only=read_only)
                store._borrowed, store.uri = borrowed, uri
                if is_older:
                    store._upgrade()
                store.journal.catch_up()
                store._compare_receipt()
            except BaseException:
                connection.close()
                raise
        return store

    @classmethod
    def create(cls, folder: Folder, manifest: Manifest) -> Self:
        """Make an empty store in `folder`. Raises StoreError."""
        from postil.store import migrations

        driver.check()
        with errors.translated(folder.database):
            folder.database.touch(exist_ok=False)
            connection = driver.connect(folder.database)
            try:
                driver.prepare_writing(connection)
                migrations.apply(connection)
            except BaseException:
                connection.close()
                raise
        return cls(folder, manifest, connection, read_only=False)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of the block, or nothing; saved when this returns. Raises StoreError or ConflictError."""
        if self.is_read_only:
            raise errors.read_only(str(self.folder.path))
        time = self.journal.time
        try:
            with errors.translated(self.folder.database):
                self.connection.execute("BEGIN IMMEDIATE")
                yield
                self.deriver.settle()
                self.connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            self.journal.time = time
            raise
        with suppress(OSError):  # the change is saved; a receipt that lags is only a weaker watch
            self.receipt.write(self.journal.tail())

    def rebuild(self) -> int:
        """Drop the derived tables and derive them again, in one transaction; how many records."""
        with self.writing():
            schema.drop_derived(self.connection)
            schema.create_derived(self.connection)
            self.decoded.forget()
            self.deriver = Deriver(self.connection, self.blobs, self.journal)
            return self.deriver.apply_all(self.journal.records())

    def accept_loss(self) -> None:
        """Go on from where the journal is; the receipt that knew of more is kept beside it."""
        with errors.translated(self.folder.receipt):
            if self.folder.receipt.exists():
                self.folder.receipt.replace(self.folder.path / "receipt.ahead")
            self.receipt.replace(self.journal.tail())

    def _upgrade(self) -> None:
        """Bring the schema up to date: a checked copy first, then every change in one transaction, and derive again."""
        from postil.store import backup, migrations

        def derive_again() -> None:
            schema.drop_derived(self.connection)
            schema.create_derived(self.connection)
            self.deriver.apply_all(self.journal.records())

        backup.make(self.folder, time.time_ns() // 1_000_000, "upgrade")
        migrations.apply(self.connection, derive_again=derive_again)

    def close(self) -> None:
        """Move the write-ahead log into the file and let go of it."""
        if not self.is_read_only:
            with suppress(driver.Error):
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.close()
        self.receipt.close()
        if self._borrowed is not None:
            shutil.rmtree(self._borrowed, ignore_errors=True)

    def _roll_back(self) -> None:
        with suppress(driver.Error):
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
        self.blobs.forget()
        self.decoded.forget()
        self.deriver = Deriver(self.connection, self.blobs, self.journal)

    def _compare_receipt(self) -> None:
        mark = self.receipt.read()
        if mark is None or not mark.count:
            return
        found = driver.scalar(self.connection, "SELECT hash FROM journal WHERE n = ?", (mark.count,))
        self.is_behind = found != mark.hash


def _connect(folder: Folder, *, read_only: bool) -> tuple[Connection, str, Path | None]:
    """A connection, how to open another one, and, where a read-only folder has an unmerged log, the folder it was copied to."""
    plain = driver.uri(folder.database, read_only=True)
    if not read_only:
        return driver.connect(folder.database), plain, None
    if folder.is_writable() and (connection := _beside_others(folder)) is not None:
        return connection, plain, None
    log = folder.write_ahead_log
    if log.exists() and log.stat().st_size:
        copy = Path(tempfile.mkdtemp(prefix="postil-"))
        for path in (folder.database, log):
            shutil.copyfile(path, copy / path.name)
        return driver.connect(copy / folder.database.name), driver.uri(copy / folder.database.name, read_only=True), copy
    uri = driver.uri(folder.database, read_only=True, immutable=True)
    return driver.connect(folder.database, read_only=True, immutable=True), uri, None


def _beside_others(folder: Folder) -> Connection | None:
    """A reading connection that sees what others write; None where the disk has no room for what that needs."""
    connection = None
    try:
        connection = driver.connect(folder.database, read_only=True)
        driver.scalar(connection, "SELECT count(*) FROM sqlite_schema")
    except driver.Error as error:
        if connection is not None:
            connection.close()
        if "disk" in str(error).lower() or "full" in str(error).lower():
            return None
        raise
    return connection


def _check_format(connection: Connection, folder: Folder) -> bool:
    """Is the store of an older format? Raises StoreError for a newer one and for a file that is no store."""
    found = int(driver.scalar(connection, "PRAGMA user_version") or 0)
    if found > schema.FORMAT:
        raise newer(folder.database)
    if found < 1 or driver.scalar(connection, "PRAGMA application_id") != schema.APPLICATION_ID:
        raise errors.damaged(str(folder.database))
    return found < schema.FORMAT


def _older(path: Path) -> StoreError:
    return StoreError(
        _("The project was made by an older version of Postil."),
        what=str(path),
        next_step=_("Open it once for writing, so that it is brought up to date."),
    )
