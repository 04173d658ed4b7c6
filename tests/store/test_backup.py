"""Backups: made while people work, checked before they count, thinned out with age, and good for going on."""

from __future__ import annotations

import shutil
import threading
import time
from pathlib import Path

import pytest

from postil.base.clock import FixedClock
from postil.base.errors import StoreError
from postil.operations import verify
from postil.operations.articles import TagArticle
from postil.operations.projects import back_up, back_up_if_due, open_project
from postil.store import backup, driver
from postil.store.folder import Folder
from tests import fakes

DAY_MS = 24 * 3600 * 1000


def test_a_copy_is_a_whole_project_store(tmp_path: Path) -> None:
    with fakes.project(tmp_path / "p") as session:
        session.apply(TagArticle(fakes.first_article(session), add=("kept",)))
        copy = back_up(session.folder)
        session.apply(TagArticle(fakes.first_article(session), add=("later",)))
    assert copy.parent == tmp_path / "p" / "backups"
    shutil.copyfile(copy, tmp_path / "p" / "store.sqlite3")
    session = open_project(tmp_path / "p")
    assert session.queries.tag_counts() == {"kept": 1}
    assert session.warnings  # the receipt knows that something came after
    session.apply(TagArticle(fakes.first_article(session), add=("again",)))
    assert verify.verify(session).is_sound
    session.close()


def test_it_is_made_in_a_thread_while_somebody_writes(tmp_path: Path) -> None:
    with fakes.project(tmp_path / "p") as session:
        article = fakes.first_article(session)
        copies: list[Path] = []
        thread = threading.Thread(target=lambda: copies.append(back_up(session.folder)))
        thread.start()
        number = 0
        while thread.is_alive() or number < 5:
            session.apply(TagArticle(article, add=(f"t{number}",)))
            number += 1
        thread.join()
        assert len(copies) == 1
        assert len(session.queries.tag_counts()) == number


def test_it_is_due_after_half_a_day_with_changes(tmp_path: Path) -> None:
    session = fakes.make_project(tmp_path / "p")
    session.close()
    now = time.time_ns() // 1_000_000
    assert back_up_if_due(tmp_path / "p", FixedClock(now)) is not None
    assert back_up_if_due(tmp_path / "p", FixedClock(now)) is None
    assert back_up_if_due(tmp_path / "p", FixedClock(now + DAY_MS)) is None, "nothing has changed since"
    session = open_project(tmp_path / "p")
    session.apply(TagArticle(fakes.first_article(session), add=("new",)))
    session.close()
    (tmp_path / "p" / "store.sqlite3").touch()
    assert back_up_if_due(tmp_path / "p", FixedClock(now + DAY_MS)) is not None


def test_old_ones_are_thinned_out_and_strangers_left_alone(tmp_path: Path) -> None:
    place = Folder(tmp_path)
    place.backups.mkdir()
    (place.backups / "store-mine.sqlite3").touch()
    for hour in range(24 * 60):
        stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime(fakes.START_MS / 1000 + hour * 3600))
        (place.backups / f"store-{stamp}.sqlite3").touch()
    backup.thin_out(place)
    left = sorted(path.name for path in place.backups.iterdir())
    assert "store-mine.sqlite3" in left
    assert len(left) == backup.KEEP_RECENT + backup.KEEP_DAYS + backup.KEEP_WEEKS + 1
    days = {name[6:14] for name in left if name[6:7].isdigit()}
    assert len(days) >= backup.KEEP_DAYS + backup.KEEP_WEEKS


def test_a_copy_that_is_not_sound_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fakes.make_project(tmp_path / "p").close()

    def broken_copy(_source: Path, target: Path) -> None:
        data = bytearray((tmp_path / "p" / "store.sqlite3").read_bytes())
        data[4096:8192] = bytes(4096)
        target.write_bytes(data)

    monkeypatch.setattr(backup, "_copy", broken_copy)
    with pytest.raises(StoreError):
        back_up(tmp_path / "p")
    assert list((tmp_path / "p" / "backups").iterdir()) == []


def test_the_source_and_the_copy_are_opened_by_the_one_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second SQLite library that opens and closes the same file would drop the first one's locks."""
    used: list[str] = []
    connect = driver.library.connect

    def recorded(*arguments: object, **options: object) -> object:
        used.append(str(arguments[0]))
        return connect(*arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(driver.library, "connect", recorded)
    fakes.make_project(tmp_path / "p").close()
    back_up(tmp_path / "p")
    assert len(used) >= 4
