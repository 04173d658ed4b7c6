"""Keys: one for each person, device and folder; no sequence number is ever used twice, whatever is copied or restored."""

from __future__ import annotations

import shutil
import stat
import sys
from pathlib import Path

import pytest

from postil.base import paths
from postil.operations import verify
from postil.operations.articles import TagArticle
from postil.operations.projects import open_project
from postil.operations.session import Session
from tests import fakes


def tag(session: Session, word: str) -> None:
    session.apply(TagArticle(fakes.first_article(session), add=(word,)))


def keys(session: Session) -> list[str]:
    """The keys that signed something, in order of their first record."""
    return list(dict.fromkeys(record.key for record in session.store.journal.records()))


def places(session: Session) -> list[tuple[str, int]]:
    return [(record.key, record.seq) for record in session.store.journal.records()]


def test_a_key_lies_outside_the_project_and_is_ours_alone(tmp_path: Path) -> None:
    with fakes.project(tmp_path / "p") as session:
        tag(session, "a")
        files = list((paths.data_dir() / "keys").glob("*.key"))
        assert len(files) == 1
        assert not [path for path in session.folder.rglob("*") if path.suffix == ".key"]
        if sys.platform != "win32":
            assert stat.S_IMODE(files[0].stat().st_mode) == 0o600
            assert stat.S_IMODE(files[0].parent.stat().st_mode) == 0o700


def test_the_same_folder_keeps_its_key(tmp_path: Path) -> None:
    fakes.make_project(tmp_path / "p").close()
    for word in "ab":
        session = open_project(tmp_path / "p")
        tag(session, word)
        assert len(keys(session)) == 1
        session.close()


def test_two_people_have_two_keys(tmp_path: Path) -> None:
    with fakes.project(tmp_path / "p") as session:
        session.switch_person(fakes.named(session, "Claire").id)
        tag(session, "a")
        assert len(keys(session)) == 2
        assert verify.verify(session).is_sound


def test_a_copied_folder_gets_a_new_key_and_the_first_goes_on(tmp_path: Path) -> None:
    fakes.make_project(tmp_path / "p").close()
    shutil.copytree(tmp_path / "p", tmp_path / "copy")
    used = {}
    for name in ("p", "copy"):
        session = open_project(tmp_path / name)
        tag(session, name)
        used[name] = keys(session)[-1]
        assert verify.verify(session).is_sound
        session.close()
    assert used["p"] != used["copy"]


def test_yesterdays_store_in_todays_folder_never_forks(tmp_path: Path) -> None:
    project = tmp_path / "p"
    fakes.make_project(project).close()
    shutil.copyfile(project / "store.sqlite3", tmp_path / "yesterday")
    session = open_project(project)
    tag(session, "lost")
    lost = places(session)[-1]
    session.close()

    shutil.copyfile(tmp_path / "yesterday", project / "store.sqlite3")
    session = open_project(project)
    assert any("older copy" in warning for warning in session.warnings)
    tag(session, "new")
    assert lost not in places(session)
    assert len(keys(session)) == 2
    assert verify.verify(session).is_sound
    session.close()

    session = open_project(project)
    assert session.warnings == ()
    tag(session, "more")
    assert len(keys(session)) == 2
    session.close()


def test_the_keys_own_mark_notices_a_restored_store_without_its_receipt(tmp_path: Path) -> None:
    project = tmp_path / "p"
    fakes.make_project(project).close()
    shutil.copyfile(project / "store.sqlite3", tmp_path / "yesterday")
    session = open_project(project)
    tag(session, "lost")
    lost = places(session)[-1]
    session.close()
    shutil.copyfile(tmp_path / "yesterday", project / "store.sqlite3")
    (project / "receipt").unlink()
    session = open_project(project)
    tag(session, "new")
    assert lost not in places(session)
    session.close()


@pytest.mark.parametrize("damage", [b"", b"{}", b"not json", b'{"format": 1, "project": "other"}'])
def test_a_damaged_key_is_laid_aside(tmp_path: Path, damage: bytes) -> None:
    fakes.make_project(tmp_path / "p").close()
    file = next((paths.data_dir() / "keys").glob("*.key"))
    file.write_bytes(damage)
    session = open_project(tmp_path / "p")
    tag(session, "a")
    assert len(keys(session)) == 2
    assert verify.verify(session).is_sound
    session.close()
    assert file.with_name(f"{file.name}.1").read_bytes() == damage


def test_a_person_added_on_another_device_brings_a_key_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fakes.make_project(tmp_path / "p").close()
    monkeypatch.setenv("POSTIL_HOME", str(tmp_path / "other laptop"))
    session = open_project(tmp_path / "p")
    tag(session, "a")
    assert len(keys(session)) == 2
    assert verify.verify(session).is_sound
    session.close()
