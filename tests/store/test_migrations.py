"""Schema changes: all or nothing, after a checked copy, and what is derived is derived again."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from postil.base.errors import StoreError
from postil.operations import verify
from postil.operations.projects import open_project
from postil.store import driver, migrations, schema
from tests import fakes


@pytest.fixture
def project(tmp_path: Path) -> Path:
    fakes.make_project(tmp_path / "p").close()
    return tmp_path / "p"


@pytest.fixture
def release(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """The next release: two more migrations than this one."""
    later = Migrations("postil")
    later._migrations = list(migrations.migrations._migrations)

    @later()
    def m0002_colour(db: Database) -> None:
        db.table("journal_colour").create({"n": int, "colour": str}, pk="n")

    @later()
    def m0003_more(db: Database) -> None:
        db.table("journal_colour").insert({"n": 1, "colour": "red"})

    monkeypatch.setattr(migrations, "migrations", later)
    monkeypatch.setattr(schema, "FORMAT", 2)
    return later


def tables(project: Path) -> set[str]:
    with closing(driver.connect(project / "store.sqlite3", read_only=True)) as raw:
        return {name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def user_version(project: Path) -> int:
    with closing(driver.connect(project / "store.sqlite3", read_only=True)) as raw:
        return int(driver.scalar(raw, "PRAGMA user_version"))


def test_an_older_store_is_brought_up_to_date_after_a_copy(project: Path, release: Migrations) -> None:
    session = open_project(project)
    assert verify.verify(session).is_sound
    assert session.queries.languages() == ("vi",)
    session.close()
    assert user_version(project) == 2
    assert "journal_colour" in tables(project)
    copies = list((project / "backups").glob("*-upgrade.sqlite3"))
    assert len(copies) == 1
    with closing(driver.connect(copies[0], read_only=True)) as copy:
        assert driver.scalar(copy, "PRAGMA user_version") == 1
        assert driver.scalar(copy, "SELECT count(*) FROM journal") > 0


def test_an_older_store_is_not_changed_by_reading(project: Path, release: Migrations) -> None:
    with pytest.raises(StoreError, match="older version"):
        open_project(project, read_only=True)
    assert user_version(project) == 1


@pytest.mark.parametrize("at", ["m0003_more", "derive"])
def test_a_change_that_fails_midway_leaves_the_old_store(project: Path, release: Migrations, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    before = tables(project)

    def fail(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        if at == "derive":
            patch.setattr(schema, "create_derived", fail)
        else:
            release._migrations[-1].fn = fail
        with pytest.raises(KeyboardInterrupt):
            open_project(project)
    assert tables(project) - {"sqlite_stat1"} == before
    assert user_version(project) == 1
    assert list((project / "backups").glob("*-upgrade.sqlite3"))
    monkeypatch.undo()
    session = open_project(project)
    assert verify.verify(session).is_sound
    session.close()


def test_nothing_is_imported_for_a_store_that_is_up_to_date(project: Path) -> None:
    """sqlite-utils takes longer to import than a project takes to open."""
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from postil.operations.projects import open_project; "
        "s = open_project(Path(sys.argv[1])); s.close(); "
        "print(sorted(m for m in sys.modules if m.split('.')[0] in ('sqlite_utils', 'numpy', 'nacl', 'langdetect', 'multiprocessing')))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(project)], capture_output=True, text=True, check=True, env={"PYTHONPATH": "desktop"})
    assert done.stdout.strip() == "[]"
