"""Benchmarks of saving: one decision by key until it is durable and painted, and what follows it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import floors
from tests.bench.context import Bench
from tests.bench.measure import Result, call, in_turn, percentile, sync_seconds
from tests.bench.opening import SHORT, press
from tests.bench.windows import longest_turn, paint, window_on

DECISIONS = 60
AFTERWARDS_S = 0.25
"""Longer than the pause after which the work list is counted anew."""


def decided(project: str, article: str) -> dict[str, list[float]]:
    """Seconds from the key that accepts to the accepted card painted, and of the longest turn of the window after it. For `measure.call`."""
    from PySide6.QtCore import Qt

    from postil.operations.changes import Location

    saved, afterwards = [], []
    with window_on(project) as conductor:
        session = conductor.shell.dispatch.session
        conductor.shell.dispatch.go(Location(article))
        paint()
        before = len(session.queries.history(article=article, limit=1000))
        for number in range(DECISIONS):
            saved.append(press(Qt.Key.Key_A))
            if number % 6 == 0:
                afterwards.append(longest_turn(AFTERWARDS_S))
        if len(session.queries.history(article=article, limit=1000)) - before != DECISIONS:
            raise RuntimeError("not every key press was saved")
    return {"saved": saved[1:], "afterwards": afterwards[1:]}


def applied(project: str, article: str) -> list[float]:
    """Seconds of each decision without a window. For `measure.call`."""
    from postil.domain.annotation import State
    from postil.operations import projects
    from postil.operations.suggestions import AcceptSuggestions

    session = projects.open_project(Path(project))
    session.warm_up()
    waiting = [a.id for a in session.queries.annotations(article) if a.state is State.SUGGESTED]
    taken = []
    for uuid in waiting[:DECISIONS]:
        start = time.perf_counter()
        session.apply(AcceptSuggestions(ids=(uuid,)))
        taken.append(time.perf_counter() - start)
    session.close()
    return taken[1:]


def rows(bench: Bench) -> Iterator[Result]:
    """Every row of this area; among all the articles, in one with 150 suggestions."""
    project, place = str(bench.project), bench.place("commits")
    numbers = iter(range(1000, 2000))

    def fresh() -> str:
        return str(call("tests.bench.fixtures:article_with_spans", project, next(numbers), *SHORT))

    ours, bare, sync, commit = in_turn(
        min(3, bench.scale.repeats),
        lambda: call("tests.bench.saving:decided", project, fresh()),
        lambda: call("tests.bench.saving:applied", project, fresh()),
        lambda: sync_seconds(place),
        lambda: floors.commit_seconds(place),
        warm_up=False,
    )
    saved = [value * 1000 for one in ours for value in one["saved"]]
    synced, committed = statistics.median(sync) * 1000, statistics.median(one[0] for one in commit) * 1000
    allowed = 2 * synced + 5 * committed + 3
    said = f"2 × fdatasync ({synced:.2f} ms) + 5 × commit ({committed:.2f} ms) + 3 ms"
    yield Result("save.one", statistics.median(saved), "ms", allowed, said, 1.0, note="key to painted, durable")
    yield Result("save.p95", percentile(saved, 0.95), "ms", allowed, said, 2.5)
    yield Result("save.applied", statistics.median(v for one in bare for v in one) * 1000, "ms", committed, "bare commit", note="no window")
    turns = [value * 1000 for one in ours for value in one["afterwards"]]
    yield Result("save.afterwards", statistics.median(turns), "ms", target=50.0, note="longest turn of the window in the quarter second after")
