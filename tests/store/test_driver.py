"""Which SQLite runs, and with which settings: durable, and never WAL where WAL has its bug."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from postil.base.errors import StoreError
from postil.store import driver
from tests import fakes


@pytest.mark.parametrize(
    ("release", "mode"),
    [((3, 40, 1), "TRUNCATE"), ((3, 51, 2), "TRUNCATE"), ((3, 7, 0), "TRUNCATE"), ((3, 51, 3), "WAL"), ((3, 53, 4), "WAL"), ((4, 0, 0), "WAL")],
)
def test_the_log_is_used_only_where_it_is_sound(release: tuple[int, int, int], mode: str) -> None:
    assert driver.journal_mode(release) == mode


def test_a_very_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "version", lambda: (3, 31, 1))
    with pytest.raises(StoreError, match="too old"):
        driver.check()


def test_what_is_saved_is_on_the_disk(tmp_path: Path) -> None:
    with fakes.project(tmp_path / "p") as session:
        ask = session.store.connection.execute
        settings = {name: ask(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "journal_mode", "foreign_keys", "recursive_triggers")}
        assert settings == {"synchronous": 2, "journal_mode": driver.journal_mode().lower(), "foreign_keys": 1, "recursive_triggers": 1}
        assert ask("PRAGMA trusted_schema").fetchone()[0] == 0
        assert ask("PRAGMA cell_size_check").fetchone()[0] == 1
        assert ask("PRAGMA mmap_size").fetchone() in (None, (0,))
        assert ask("PRAGMA busy_timeout").fetchone()[0] == driver.BUSY_MS


def test_the_older_mode_works_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no fixed SQLite is at hand, everything runs with journal_mode=TRUNCATE and FULL."""
    from postil.operations import verify
    from postil.operations.articles import TagArticle
    from postil.operations.projects import open_project

    fakes.make_project(tmp_path / "p").close()
    monkeypatch.setattr(driver, "journal_mode", lambda _release=None: "TRUNCATE")
    session = open_project(tmp_path / "p")
    assert driver.scalar(session.store.connection, "PRAGMA journal_mode") == "truncate"
    session.apply(TagArticle(fakes.first_article(session), add=("a",)))
    session.undo()
    assert verify.verify(session).is_sound
    session.close()


def test_nothing_opens_the_store_but_the_driver() -> None:
    """A plain `open()` of the database, or a second library, would drop SQLite's locks."""
    package = Path(driver.__file__).parent.parent
    for path in package.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
                if any(name.split(".")[0] in ("sqlite3", "pysqlite3", "apsw") for name in names):
                    assert path.name == "driver.py", path
            if isinstance(node, ast.Attribute) and node.attr in ("read_bytes", "write_bytes", "open", "read_text"):
                assert "database" not in ast.unparse(node.value), path
