"""Tampering: whatever is changed, removed or put in between is noticed, and a sound project is called sound."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from postil.operations import verify
from postil.operations.annotations import EditAnnotation
from postil.operations.projects import open_project
from postil.operations.review import ApproveAnnotations, OpenReview, SubmitExtraction
from postil.operations.suggestions import AcceptSuggestions
from postil.store import driver
from tests import fakes


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed project with some history of two people."""
    folder = tmp_path_factory.mktemp("original") / "project"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POSTIL_HOME", str(folder.parent / "home"))
        session = fakes.make_project(folder)
        article = fakes.first_article(session)
        ids = tuple(a.id for a in session.queries.annotations(article))
        session.apply(AcceptSuggestions(ids[:3]))
        own = session.queries.annotations(article)[0]
        session.apply(EditAnnotation(own.id, tags=("gdp",)))
        session.apply(SubmitExtraction(article, leave_open=True))
        session.switch_person(fakes.named(session, "Claire").id)
        session.apply(OpenReview(own.extraction))
        session.apply(ApproveAnnotations((own.id,)))
        session.undo()
        session.redo()
        session.close()
    return folder


@pytest.fixture
def project(original: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copytree(original, tmp_path / "project"))


def tamper(project: Path, *statements: str) -> None:
    """Change the store behind Postil's back, without its guards."""
    with closing(driver.library.connect(str(project / "store.sqlite3"), isolation_level=None)) as raw:
        for trigger in ("journal_keeps", "journal_stays", "blob_keeps"):
            raw.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            raw.execute(statement)
        for name in ("journal_keeps", "journal_stays", "blob_keeps"):
            table = name.split("_")[0]
            event = {"keeps": "UPDATE", "stays": "DELETE"}[name.split("_")[1]]
            raw.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END")


def problems(project: Path) -> tuple[str, ...]:
    return verify.verify(project).problems


def test_what_nobody_touched_is_sound(project: Path) -> None:
    report = verify.verify(project)
    assert report.problems == ()
    assert report.warnings == ()
    assert report.records > 10
    assert report.keys == 2


def test_putting_the_guards_back_alone_is_no_finding(project: Path) -> None:
    tamper(project)
    assert problems(project) == ()


@pytest.mark.parametrize("column", ["body", "sig", "hash"])
def test_every_flipped_bit_of_a_record_is_seen(project: Path, column: str) -> None:
    dice = random.Random(7)
    with closing(driver.library.connect(str(project / "store.sqlite3"), isolation_level=None)) as raw:
        raw.execute("DROP TRIGGER journal_keeps")
        rows = raw.execute(f"SELECT n, {column} FROM journal ORDER BY n").fetchall()
        for n, value in dice.sample(rows, 8):
            at = dice.randrange(len(value) * 8)
            flipped = bytearray(value)
            flipped[at // 8] ^= 1 << (at % 8)
            raw.execute(f"UPDATE journal SET {column} = ? WHERE n = ?", (bytes(flipped), n))
            found = [p for p in problems(project) if f" {n} " in f"{p} " or f"record {n}" in p.lower()]
            assert found, f"bit {at} of {column} in record {n}"
            raw.execute(f"UPDATE journal SET {column} = ? WHERE n = ?", (value, n))
        raw.execute("CREATE TRIGGER journal_keeps BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'no'); END")
    assert problems(project) == ()


def test_a_removed_record_is_seen(project: Path) -> None:
    tamper(project, "DELETE FROM journal WHERE n = (SELECT max(n) - 3 FROM journal)")
    assert any("missing" in p for p in problems(project))


def test_a_record_removed_and_the_rest_renumbered_is_seen(project: Path) -> None:
    tamper(project, "DELETE FROM journal WHERE n = 5", "UPDATE journal SET n = n - 1 WHERE n > 5")
    assert any("chain" in p for p in problems(project))


def test_a_cut_tail_is_seen_by_the_receipt(project: Path) -> None:
    tamper(project, "DELETE FROM journal WHERE n = (SELECT max(n) FROM journal)")
    assert any("had come to record" in p for p in problems(project))


def test_without_its_receipt_a_cut_tail_is_not_seen_in_the_journal(project: Path) -> None:
    """The control: it is the receipt that notices, and its absence is said."""
    tamper(project, "DELETE FROM journal WHERE n = (SELECT max(n) FROM journal)")
    (project / "receipt").unlink()
    report = verify.verify(project)
    assert not any("had come to record" in p for p in report.problems)
    assert any("no receipt" in w for w in report.warnings)


def test_a_record_filed_under_another_name_is_seen(project: Path) -> None:
    tamper(project, "UPDATE journal SET entity = 'article:other' WHERE n = 6")
    assert any("filed under" in p for p in problems(project))


def test_changed_bytes_of_an_article_are_seen(project: Path) -> None:
    tamper(project, "UPDATE blob SET bytes = CAST('x' || bytes AS BLOB) WHERE id = 1")
    assert any("bytes" in p for p in problems(project))


def test_missing_guards_are_seen(project: Path) -> None:
    with closing(driver.library.connect(str(project / "store.sqlite3"), isolation_level=None)) as raw:
        raw.execute("DROP TRIGGER journal_stays")
    assert any("journal_stays" in p for p in problems(project))


DERIVED_CHANGES: dict[str, str] = {
    "an approval made up": "UPDATE annotation SET state = 'approved'",
    "a title": "UPDATE article SET title = 'other'",
    "a count": "UPDATE extraction SET waiting = waiting + 1",
    "a role": "UPDATE person SET role = 'supervisor'",
    "a body": "UPDATE annotation SET body = replace(body, '20', '21')",
    "a row gone": "DELETE FROM suggestion WHERE place = 0",
    "a verdict that did not count": "UPDATE review SET refused = 'x' WHERE verdict = 'approve'",
}


@pytest.mark.parametrize("what", sorted(DERIVED_CHANGES))
def test_what_does_not_follow_from_the_journal_is_seen_and_rebuilt(project: Path, what: str) -> None:
    tamper(project, DERIVED_CHANGES[what])
    assert problems(project)
    from postil.operations import rebuild

    rebuild.rebuild(project)
    assert problems(project) == ()


def test_a_changed_index_is_seen_and_rebuilt(project: Path) -> None:
    tamper(project, "INSERT INTO article_search(rowid, title, body) VALUES(99, 'x', 'y')")
    assert any("index" in p for p in problems(project))
    from postil.operations import rebuild

    rebuild.rebuild(project)
    assert problems(project) == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET kind = 'edit' WHERE n = 1",
        "DELETE FROM journal WHERE n = 1",
        "INSERT OR REPLACE INTO journal SELECT n, hash, body, sig, 'x', author, seq, entity, step, arrived_by FROM journal WHERE n = 1",
        "REPLACE INTO journal SELECT n + 100, hash, body, sig, 'x', author, seq, entity, step, arrived_by FROM journal WHERE n = 1",
        "UPDATE blob SET bytes = x'00' WHERE id = 1",
    ],
)
def test_the_store_itself_refuses_to_change_what_was_said(project: Path, statement: str) -> None:
    session = open_project(project)
    try:
        with pytest.raises(driver.Error, match=r"only grows|never changes"):
            session.store.connection.execute(statement)
    finally:
        session.close()


def test_a_raw_connection_without_recursive_triggers_would_slip_through(project: Path) -> None:
    """The control for the setting: with it off, REPLACE goes past the guards."""
    with closing(driver.library.connect(str(project / "store.sqlite3"), isolation_level=None)) as raw:
        raw.execute("PRAGMA recursive_triggers=OFF")
        raw.execute("INSERT OR REPLACE INTO journal SELECT n, hash, body, sig, 'x', author, seq, entity, step, arrived_by FROM journal WHERE n = 1")
    assert problems(project)


def surgery(name: str) -> Callable[[bytes], bytes]:
    return {
        "cut": lambda data: data[: len(data) // 2],
        "flipped": lambda data: data[: len(data) // 3] + bytes([data[len(data) // 3] ^ 0x10]) + data[len(data) // 3 + 1 :],
        "gone": lambda data: b"",
    }[name]


@pytest.mark.parametrize("how", ["cut", "flipped", "gone"])
def test_a_lost_log_is_noticed(original: Path, tmp_path: Path, how: str) -> None:
    """SQLite opens all of these as sound; the receipt knows better, and work goes on with a new key."""
    session = open_project(Path(shutil.copytree(original, tmp_path / "running")))
    session.switch_person(fakes.named(session, "Lan").id)
    session.store.connection.execute("PRAGMA wal_autocheckpoint=0")
    article = fakes.first_article(session)
    for annotation in session.queries.annotations(article)[3:9]:
        session.apply(AcceptSuggestions((annotation.id,)))
    pulled = Path(shutil.copytree(tmp_path / "running", tmp_path / "pulled"))  # what a power cut would leave
    session.close()
    (pulled / "lock").unlink(missing_ok=True)
    control = Path(shutil.copytree(pulled, tmp_path / "control"))
    log = pulled / "store.sqlite3-wal"
    log.write_bytes(surgery(how)(log.read_bytes()))
    (pulled / "store.sqlite3-shm").unlink(missing_ok=True)

    assert verify.verify(control).is_sound
    assert any("had come to record" in p for p in problems(pulled))
    again = open_project(pulled)
    try:
        assert any("lost its last changes" in warning for warning in again.warnings)
        keys = verify.verify(again).keys
        again.apply(AcceptSuggestions((again.queries.annotations(article)[-1].id,)))
        assert verify.verify(again).keys == keys + 1
        assert verify.verify(again).is_sound
    finally:
        again.close()
