"""Schema changes by sqlite-utils: all that are pending in one transaction, or none.

A released migration is never edited; a change of derived tables drops them and derives them again.
sqlite-utils is imported here and only here, because its import costs more than opening a project.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database, Migrations

from postil.store import schema
from postil.store.driver import Connection

migrations = Migrations("postil")


@migrations()
def m0001_journal(db: Database) -> None:
    """Journal and blobs, and the first derived tables."""
    schema.create_truth(db.conn)
    schema.create_derived(db.conn)


def apply(connection: Connection, *, derive_again: Callable[[], None] | None = None) -> None:
    """Bring the store to `schema.FORMAT`; `derive_again` fills the derived tables of a store that had records.

    Raises the library's errors after rolling everything back.
    """
    database = Database(connection, execute_plugins=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(database)
        if derive_again is not None:
            derive_again()
        connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={schema.FORMAT}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
