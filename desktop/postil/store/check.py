"""Proof of a store: every record signed, chained and canonical, every blob its own hash, everything derived derivable."""

from __future__ import annotations

# ruff: noqa: S608 - statements are put together from our own words only; every value is bound
import hashlib
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Final

from postil.base.clock import DRIFT_CAP_MS
from postil.base.errors import StoreError
from postil.base.i18n import _
from postil.domain.record import DOMAIN_TAG, Record, parse
from postil.store import driver, schema
from postil.store.blobs import Blobs, unpacked
from postil.store.derive.deriver import Deriver
from postil.store.derive.people import KEY_FIELD
from postil.store.driver import Connection, scalar
from postil.store.journal import Journal
from postil.store.keys import is_signed
from postil.store.receipt import Mark

MOST_FINDINGS: Final = 200
"""Beyond so many, one more sentence says how many there are."""


@dataclass(slots=True)
class Findings:
    """What was looked at and what is wrong, in sentences."""

    records: int = 0
    blobs: int = 0
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def add(self, sentence: str) -> None:
        """One more problem."""
        self.problems.append(sentence)


def file(connection: Connection, findings: Findings) -> None:
    """SQLite finds nothing wrong with its own file (which proves little: it does not see most flipped bits)."""
    for (row,) in connection.execute("PRAGMA quick_check(20)").fetchall():
        if row != "ok":
            findings.add(_("SQLite says of the file: {finding}").format(finding=row))


def journal(connection: Connection, project: str, findings: Findings) -> None:
    """Every record: hash, canonical form, signature, columns, chain of its key, who may speak with the key."""
    chains: dict[bytes, tuple[int, str]] = {}
    keys: dict[str, str] = {}
    expected = 1
    for n, digest, body, sig, kind, author, seq, entity, step in connection.execute(
        "SELECT n, hash, body, sig, kind, author, seq, entity, step FROM journal ORDER BY n"
    ):
        findings.records += 1
        if n != expected:
            findings.add(_("Before record {n}, {count} are missing.").format(n=n, count=n - expected))
        expected = n + 1
        record = _sound_record(findings, n, digest, body, sig)
        if record is None:
            continue
        columns = (record.kind, bytes.fromhex(record.key), record.seq, record.entity, record.step.id if record.step else "")
        if columns != (kind, author, seq, entity, step):
            findings.add(_("Record {n} is filed under what it does not say.").format(n=n))
        _check_place(findings, record, project, chains, keys)


def _sound_record(findings: Findings, n: int, digest: bytes, body: bytes, sig: bytes) -> Record | None:
    if hashlib.sha256(body).digest() != digest:
        findings.add(_("Record {n} was changed: its hash does not fit.").format(n=n))
        return None
    try:
        record = parse(n, digest, body, strict=True)
    except ValueError as error:
        findings.add(_("Record {n} is not in the form that is signed: {reason}").format(n=n, reason=error))
        return None
    if not is_signed(bytes.fromhex(record.key), DOMAIN_TAG + body, sig):
        findings.add(_("Record {n} is not signed by the key it names.").format(n=n))
        return None
    return record


def _check_place(findings: Findings, record: Record, project: str, chains: dict[bytes, tuple[int, str]], keys: dict[str, str]) -> None:
    key = bytes.fromhex(record.key)
    last_seq, last_hash = chains.get(key, (0, ""))
    if record.project != project:
        findings.add(_("Record {n} belongs to another project.").format(n=record.n))
    if record.seq != last_seq + 1 or record.prev != last_hash:
        findings.add(_("Before record {n}, the chain of its key is broken: something was removed or put in between.").format(n=record.n))
    chains[key] = (record.seq, record.hash)
    if record.set.get(KEY_FIELD + record.key) is True and record.entity == f"person:{record.by}":
        keys.setdefault(record.key, record.by)
    if not record.by_suggester and keys.get(record.key) != record.by:
        findings.add(_("Record {n} speaks for somebody whose key it does not have.").format(n=record.n))
    if record.by_suggester and record.key not in keys:
        findings.add(_("Record {n} is signed by a key that nobody introduced.").format(n=record.n))
    if record.hlc.ms > time.time() * 1000 + DRIFT_CAP_MS:
        findings.warnings.append(_("Record {n} is dated more than a day ahead; the clock was wrong.").format(n=record.n))


def blobs(connection: Connection, findings: Findings) -> None:
    """Every blob is what its hash says."""
    for digest, packed, content in connection.execute("SELECT sha256, packed, bytes FROM blob ORDER BY id"):
        findings.blobs += 1
        try:
            fits = hashlib.sha256(unpacked(packed, content)).digest() == digest
        except StoreError:
            fits = False
        if not fits:
            findings.add(_("The stored bytes {digest} were changed.").format(digest=digest.hex()[:16]))


def receipt(connection: Connection, mark: Mark | None, findings: Findings) -> None:
    """The journal goes at least as far as the receipt says."""
    if mark is None:
        if scalar(connection, "SELECT count(*) FROM journal"):
            findings.warnings.append(_("There is no receipt of how far the journal had come."))
        return
    if mark.count and scalar(connection, "SELECT hash FROM journal WHERE n = ?", (mark.count,)) != mark.hash:
        findings.add(_("The journal had come to record {n}; what was saved last is missing or was replaced.").format(n=mark.count))


def reviews(connection: Connection, findings: Findings) -> None:
    """Verdicts that do not count: on one's own version, without the role, on a version or content that never was."""
    for n, by, refused in connection.execute(
        "SELECT r.n, coalesce(p.name, r.by), r.refused FROM review AS r LEFT JOIN person AS p ON p.id = r.by WHERE r.refused <> '' ORDER BY r.n"
    ):
        findings.add(_("The verdict of {name} in record {n} does not count: {reason}.").format(name=by, n=n, reason=_(refused)))


def evidence(connection: Connection, findings: Findings) -> int:
    """Every quote stands where it says; how many annotations were looked at."""
    for uuid, name in connection.execute(
        "SELECT n.uuid, a.name FROM annotation AS n JOIN article AS a ON a.id = n.article WHERE n.broken = 1 AND n.deleted = 0 ORDER BY n.id"
    ):
        findings.add(_("The evidence of annotation {id} in “{name}” does not stand in the text.").format(id=uuid, name=name))
    return int(scalar(connection, "SELECT count(*) FROM annotation WHERE deleted = 0"))


def guards(connection: Connection, findings: Findings) -> None:
    """The triggers that let the journal only grow are there."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    for name in schema.GUARDS:
        if name not in there:
            findings.add(_("The guard “{name}”, which lets the journal only grow, is missing.").format(name=name))


def derived(uri: str, project: str, findings: Findings) -> None:
    """Everything that is read follows from journal and blobs: derive it again in a temporary database, and compare."""
    with closing(driver.library.connect("", isolation_level=None, uri=True)) as beside:
        beside.execute("ATTACH DATABASE ? AS store", (uri,))
        schema.create_derived(beside)
        again = Deriver(beside, Blobs(beside), Journal(beside, project))
        beside.execute("BEGIN")
        again.apply_all(Journal(beside, project).records())
        beside.execute("COMMIT")
        for table in schema.DERIVED:
            if _differs(beside, table):
                findings.add(_("The derived table “{table}” does not follow from the journal; rebuild it.").format(table=table))
        if _index(beside, "main") != _index(beside, "store"):
            findings.add(_("The search index does not follow from the articles; rebuild it."))


def _differs(connection: Connection, table: str) -> bool:
    here, there = f"SELECT * FROM main.{table}", f"SELECT * FROM store.{table}"
    sql = f"SELECT EXISTS({here} EXCEPT {there}) OR EXISTS({there} EXCEPT {here})"
    counts = f"SELECT (SELECT count(*) FROM main.{table}) <> (SELECT count(*) FROM store.{table})"
    return bool(scalar(connection, sql)) or bool(scalar(connection, counts))


def _index(connection: Connection, place: str) -> str:
    """A digest of every word of the index, with the columns it stands in and how often."""
    digest = hashlib.sha256()
    for row in _words(connection, place):
        digest.update(repr(row).encode())
    return digest.hexdigest()


def _words(connection: Connection, place: str) -> Iterator[tuple[object, ...]]:
    connection.execute(f"CREATE VIRTUAL TABLE temp.words_{place} USING fts5vocab('{place}', 'article_search', 'col')")
    yield from connection.execute(f"SELECT CAST(term AS BLOB), col, doc, cnt FROM temp.words_{place} ORDER BY term, col")
    connection.execute(f"DROP TABLE temp.words_{place}")


def count(connection: Connection, table: str) -> int:
    """How many rows a derived table has."""
    if table not in schema.DERIVED:
        raise ValueError(table)
    return int(scalar(connection, f"SELECT count(*) FROM {table}"))
