"""Trust records: who works here, in which self-declared role, with which keys."""

from __future__ import annotations

from postil.domain.author import PersonRole
from postil.domain.record import Record
from postil.store.derive.context import Context

KEY_FIELD = "key."
"""`key.<public key in hexadecimal>`: true admits a device's key for the person."""


def trust(context: Context, record: Record, person: str) -> None:
    """A person joins, changes their name or role, or brings a new device key; only oneself may bring a key."""
    run = context.connection.execute
    keys = [name.removeprefix(KEY_FIELD) for name, value in record.set.items() if name.startswith(KEY_FIELD) and value is True]
    known = run("SELECT name, role FROM person WHERE id = ?", (person,)).fetchone()
    signer = run("SELECT person FROM device WHERE key = ?", (bytes.fromhex(record.key),)).fetchone()
    if signer is None and record.key not in keys:
        return  # a key that nobody introduced
    if keys and record.by != person:
        return
    name = str(record.set.get("name") or (known[0] if known else ""))
    role = str(record.set.get("role") or (known[1] if known else PersonRole.ANNOTATOR))
    if role not in {str(r) for r in PersonRole}:
        return
    run(
        "INSERT INTO person(id, name, role, n) VALUES(?,?,?,?) ON CONFLICT(id) DO UPDATE SET name = excluded.name, role = excluded.role",
        (person, name, role, record.n),
    )
    for key in keys:
        run("INSERT INTO device(key, person, n) VALUES(?,?,?) ON CONFLICT DO NOTHING", (bytes.fromhex(key), person, record.n))
