"""Bad project folders: each gets a message that names the file, the cause and the next step; nothing is lost or removed."""

from __future__ import annotations

import errno
import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from postil.base.errors import ConflictError, PostilError, RuleError, StoreError
from postil.domain.author import PersonRole
from postil.operations import exporting, rebuild, verify
from postil.operations.annotations import TagAnnotations
from postil.operations.articles import ImportArticles, TagArticle
from postil.operations.projects import create_project, open_project
from postil.store import driver, folder, schema
from tests import fakes
from tests.privileges import as_unprivileged


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A closed project with something accepted."""
    return fakes.closed_project(tmp_path / "project")


def refused(path: Path, *, names: str) -> PostilError:
    """The error of opening; it must say what, why and what next."""
    with pytest.raises(PostilError) as caught:
        open_project(path)
    assert names in caught.value.what
    assert caught.value.cause
    assert caught.value.next_step
    return caught.value


def test_no_folder_and_no_project(tmp_path: Path) -> None:
    refused(tmp_path / "nowhere", names="nowhere")
    (tmp_path / "empty").mkdir()
    assert "no Postil project" in refused(tmp_path / "empty", names="empty").cause


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": "x", "id": 1, "title": 2}', b"\xff\xfe"])
def test_a_damaged_project_file(project: Path, content: bytes) -> None:
    (project / "project.postil").write_bytes(content)
    assert "damaged" in refused(project, names="project.postil").cause
    assert (project / "project.postil").read_bytes() == content


def test_a_project_of_a_newer_postil(project: Path) -> None:
    manifest = json.loads((project / "project.postil").read_text("utf-8"))
    (project / "project.postil").write_text(json.dumps(manifest | {"format": 99}), "utf-8")
    assert "newer" in refused(project, names="project.postil").cause


def test_a_database_of_a_newer_postil(project: Path) -> None:
    with closing(driver.connect(project / "store.sqlite3")) as raw:
        raw.execute(f"PRAGMA user_version={schema.FORMAT + 1}")
    assert "newer" in refused(project, names="store.sqlite3").cause
    with closing(driver.connect(project / "store.sqlite3")) as raw:
        assert driver.scalar(raw, "PRAGMA user_version") == schema.FORMAT + 1


def test_a_missing_database(project: Path) -> None:
    (project / "store.sqlite3").unlink()
    assert "missing" in refused(project, names="store.sqlite3").cause
    assert not (project / "store.sqlite3").exists(), "opening must not make an empty one"


@pytest.mark.parametrize("damage", ["text", "header", "page", "empty"])
def test_a_damaged_database(project: Path, damage: str) -> None:
    path = project / "store.sqlite3"
    data = bytearray(path.read_bytes())
    if damage == "text":
        data = bytearray(b"this is no database " * 400)
    elif damage == "header":
        data[:100] = bytes(100)
    elif damage == "page":
        data[100:4096] = bytes(3996)
    else:
        data = bytearray()
    path.write_bytes(data)
    error = refused(project, names="store.sqlite3")
    assert isinstance(error, StoreError)
    assert "backups" in error.next_step
    assert path.read_bytes() == bytes(data)


def test_a_damaged_record_is_named_and_the_file_kept(project: Path) -> None:
    with closing(driver.library.connect(str(project / "store.sqlite3"), isolation_level=None)) as raw:
        raw.execute("DROP TRIGGER journal_keeps")
        raw.execute("UPDATE journal SET body = CAST('{' AS BLOB) WHERE n = (SELECT max(n) FROM journal)")
    with pytest.raises(StoreError, match="damaged"):
        open_project(project)


def test_the_second_to_open_is_told_who_has_it(project: Path) -> None:
    first = open_project(project)
    try:
        with pytest.raises(ConflictError) as caught:
            open_project(project)
        assert "Lan" in caught.value.cause
        assert "read only" in caught.value.next_step
        second = open_project(project, read_only=True)
        assert second.is_read_only
        first.apply(TagArticle(fakes.first_article(first), add=("seen",)))
        assert second.queries.tag_counts() == {"seen": 1}
        with pytest.raises(StoreError):
            second.apply(TagArticle(fakes.first_article(second), add=("no",)))
        second.close()
        with pytest.raises(ConflictError):
            rebuild.rebuild(project)
    finally:
        first.close()
    open_project(project).close()


def test_a_deleted_lock_file_lets_a_second_in_and_the_journal_stays_whole(project: Path) -> None:
    first = open_project(project)
    (project / "lock").unlink()
    second = open_project(project)
    article = fakes.first_article(first)
    for word, session in (("a", first), ("b", second), ("c", first), ("d", second)):
        session.apply(TagArticle(article, add=(word,)))
    report = verify.verify(second)
    assert report.problems == ()
    second.close()
    first.close()
    assert verify.verify(project).is_sound


def test_a_writer_elsewhere_is_waited_for_then_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "BUSY_MS", 50)
    session = open_project(project)
    with closing(driver.connect(project / "store.sqlite3")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ConflictError, match="writing"):
            session.apply(TagArticle(fakes.first_article(session), add=("a",)))
        other.execute("ROLLBACK")
    session.apply(TagArticle(fakes.first_article(session), add=("a",)))
    session.close()
    assert verify.verify(project).is_sound


def test_a_full_disk_says_so_leaves_nothing_half_done_and_work_goes_on(project: Path) -> None:
    session = open_project(project)
    before = (session.store.journal.tail(), session.queries.tag_counts())
    pages = driver.scalar(session.store.connection, "PRAGMA page_count")
    session.store.connection.execute(f"PRAGMA max_page_count={pages + 2}")
    drafts = tuple(fakes.draft(f"{fakes.TEXT}{n}\n" * 40, f"{n}.txt") for n in range(30))
    with pytest.raises(StoreError, match="full") as caught:
        session.apply(ImportArticles(drafts))
    assert "store.sqlite3" in caught.value.what
    assert (session.store.journal.tail(), session.queries.tag_counts()) == before
    session.store.connection.execute("PRAGMA max_page_count=1000000")
    session.apply(ImportArticles(drafts))
    assert verify.verify(session).is_sound
    session.close()


def test_a_full_disk_beside_the_store_only_weakens_the_watch(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = open_project(project)

    def no_room(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("postil.store.receipt.os.write", no_room)
    session.apply(TagArticle(fakes.first_article(session), add=("saved",)))
    monkeypatch.undo()
    session.close()
    again = open_project(project)
    assert again.queries.tag_counts() == {"saved": 1}
    assert again.warnings == ()
    again.close()


def test_a_full_disk_during_an_export_leaves_the_old_file(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old", "utf-8")

    def no_room(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    session = open_project(project, read_only=True)
    monkeypatch.setattr("postil.store.folder.os.fsync", no_room)
    with pytest.raises(StoreError, match="full"):
        exporting.export_jsonl(session, out)
    assert out.read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []
    session.close()


@pytest.mark.parametrize("leftover", [False, True], ids=["clean", "with a log"])
def test_a_read_only_folder_opens_for_reading_and_export(project: Path, tmp_path: Path, leftover: bool) -> None:
    place = project
    if leftover:  # what a kill leaves: changes that are only in the write-ahead log
        session = open_project(project)
        session.apply(TagArticle(fakes.first_article(session), add=("only-in-the-log",)))
        place = Path(shutil.copytree(project, tmp_path / "killed"))
        session.close()
    for path in place.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    place.chmod(0o555)
    out = tmp_path / "out"
    out.mkdir()
    try:
        with as_unprivileged():
            session = open_project(place)
            assert session.is_read_only
            assert any("may not be written" in warning for warning in session.warnings)
            assert session.queries.tag_counts() == ({"only-in-the-log": 1} if leftover else {})
            assert exporting.export_csv(session, out / "a.csv") == 1
            assert verify.verify(session).is_sound
            with pytest.raises(StoreError, match="may not be written"):
                session.apply(TagArticle(fakes.first_article(session), add=("no",)))
            session.close()
            with pytest.raises(StoreError, match="may not be written"):
                rebuild.rebuild(place)
    finally:
        place.chmod(0o755)
        for path in place.rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_a_read_only_database_in_a_writable_folder_is_read(project: Path) -> None:
    (project / "store.sqlite3").chmod(0o444)
    with as_unprivileged():
        session = open_project(project)
        assert session.is_read_only
        assert session.queries.languages() == ("vi",)
        session.close()


def test_a_disk_that_is_full_already_opens_for_reading_and_export(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_connection: object) -> None:
        raise driver.library.OperationalError("disk I/O error")  # what SQLite says when it has no room for its shared memory

    monkeypatch.setattr(driver, "prepare_writing", no_room)
    session = open_project(project)
    assert session.is_read_only
    assert any("reading and export only" in warning for warning in session.warnings)
    assert exporting.export_jsonl(session, tmp_path / "out.jsonl") == 1
    session.close()
    monkeypatch.undo()
    session = open_project(project)
    assert not session.is_read_only
    session.close()


def test_rights_lost_while_at_work_are_named(project: Path) -> None:
    session = open_project(project)
    session.store.connection.execute("PRAGMA query_only=ON")
    with pytest.raises(StoreError, match="may not be written"):
        session.apply(TagArticle(fakes.first_article(session), add=("a",)))
    session.store.connection.execute("PRAGMA query_only=OFF")
    session.apply(TagArticle(fakes.first_article(session), add=("a",)))
    session.close()


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_a_network_drive_is_refused_but_may_be_read(project: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(folder, "file_system", lambda _path: kind)
    assert kind in refused(project, names="project").cause
    open_project(project, read_only=True).close()
    with pytest.raises(StoreError, match="network"):
        create_project(project.parent / "new", "x", person=("A", PersonRole.ANNOTATOR))
    assert not (project.parent / "new").exists()


def test_the_file_system_of_a_folder_is_known(tmp_path: Path) -> None:
    assert folder.file_system(tmp_path)
    assert folder.file_system(Path("/proc")) == "proc"


def test_a_folder_that_a_program_copies_about_gets_a_warning(tmp_path: Path) -> None:
    fakes.make_project(tmp_path / "Dropbox" / "p").close()
    session = open_project(tmp_path / "Dropbox" / "p")
    assert any("Dropbox" in warning for warning in session.warnings)
    session.close()


def test_a_folder_with_things_in_it_becomes_no_project(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x", "utf-8")
    with pytest.raises(StoreError, match="not empty"):
        create_project(tmp_path, "x")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_place_that_may_not_be_written_becomes_no_project(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    with as_unprivileged(), pytest.raises(StoreError, match="may not be written"):
        create_project(closed / "p", "x")


def test_a_project_that_could_not_be_made_leaves_the_folder_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_place: object, _manifest: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(folder, "write_manifest", no_room)
    (tmp_path / "empty").mkdir()
    for name in ("empty", "new"):
        with pytest.raises(OSError, match="No space"):
            create_project(tmp_path / name, "x")
    assert list((tmp_path / "empty").iterdir()) == []
    assert not (tmp_path / "new").exists()


def test_a_stranger_cannot_open_as_somebody(project: Path) -> None:
    with pytest.raises(RuleError):
        open_project(project, person="nobody")
    open_project(project).close()  # and the lock is free again


def test_a_command_that_fails_midway_leaves_nothing(project: Path) -> None:
    session = open_project(project)
    before = session.store.journal.tail()
    own = session.queries.annotations(fakes.first_article(session))[0].id
    with pytest.raises(RuleError):
        session.apply(TagAnnotations((own, "no such annotation"), add=("half",)))
    assert session.store.journal.tail() == before
    assert session.queries.annotation(own).tags == ()
    session.close()
