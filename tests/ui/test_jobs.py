"""Work elsewhere: results arrive here, stale ones do not, errors find their way."""

from __future__ import annotations

import threading

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from postil.base.errors import InputError, PostilError
from postil.ui.jobs import Advance, InlineJobs, PooledJobs, Task


@pytest.fixture
def told() -> list[PostilError]:
    return []


@pytest.fixture
def jobs(told: list[PostilError], qtbot: QtBot) -> PooledJobs:
    return PooledJobs(told.append)


def test_work_is_done_elsewhere_and_delivered_here(jobs: PooledJobs, qtbot: QtBot) -> None:
    here = threading.get_ident()
    got: list[tuple[int, int]] = []
    jobs.submit("a", lambda _task: threading.get_ident(), lambda there: got.append((there, threading.get_ident())))
    assert jobs.is_busy("a")
    qtbot.waitUntil(lambda: bool(got))
    there, delivered = got[0]
    assert there != here
    assert delivered == here
    assert not jobs.is_busy()


def test_newer_work_makes_older_stale(jobs: PooledJobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    got: list[str] = []

    def slow(_task: Task) -> str:
        gate.wait(5)
        return "old"

    jobs.submit("search", slow, got.append)
    jobs.submit("search", lambda _task: "new", got.append)
    gate.set()
    qtbot.waitUntil(lambda: got == ["new"])
    jobs.close()
    qtbot.wait(10)
    assert got == ["new"]


def test_cancelled_work_stops_and_says_nothing(jobs: PooledJobs, qtbot: QtBot) -> None:
    started, stopped, got = threading.Event(), threading.Event(), list[str]()

    def work(task: Task) -> str:
        started.set()
        try:
            for _step in range(5000):
                task.check()
                threading.Event().wait(0.001)
        finally:
            stopped.set()
        return "done"

    jobs.submit("import", work, got.append)
    assert started.wait(5)
    jobs.cancel("import")
    assert stopped.wait(5)
    jobs.close()
    qtbot.wait(10)
    assert got == []


def test_progress_is_told_here(jobs: PooledJobs, qtbot: QtBot) -> None:
    seen: list[Advance] = []
    done: list[None] = []
    jobs.submit("a", lambda task: task.advance(1, 3, "one"), done.append, progress=seen.append)
    qtbot.waitUntil(lambda: bool(done))
    assert seen == [Advance(1, 3, "one")]


def test_an_error_to_act_on_becomes_a_notice_or_goes_where_it_is_wanted(jobs: PooledJobs, told: list[PostilError], qtbot: QtBot) -> None:
    def work(_task: Task) -> None:
        raise InputError("It is empty.", what="a.txt")

    wanted: list[PostilError] = []
    jobs.submit("a", work, lambda _none: None)
    qtbot.waitUntil(lambda: len(told) == 1)
    jobs.submit("a", work, lambda _none: None, wanted.append)
    qtbot.waitUntil(lambda: len(wanted) == 1)
    assert len(told) == 1


def test_a_bug_is_raised_here(jobs: PooledJobs, told: list[PostilError], qtbot: QtBot) -> None:
    def work(_task: Task) -> None:
        raise KeyError("bug")

    with capture_exceptions() as raised:
        jobs.submit("a", work, lambda _none: None)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is KeyError
    assert told == []


def test_the_inline_twin_delivers_before_it_returns(told: list[PostilError]) -> None:
    jobs = InlineJobs(told.append)
    got: list[int] = []
    jobs.submit("a", lambda _task: 7, got.append)
    assert got == [7]

    def work(_task: Task) -> int:
        raise InputError("no")

    jobs.submit("a", work, got.append)
    assert got == [7]
    assert len(told) == 1
