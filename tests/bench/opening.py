"""Benchmarks of the workbench: opening an article with many annotations, and the keys once it stands there."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from tests.bench import corpus
from tests.bench.context import Bench
from tests.bench.fixtures import article_with_spans
from tests.bench.measure import Result, call, in_turn, percentile
from tests.bench.windows import child, paint, until_painted, window_on

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from postil.ui.conductor import Conductor

CHARACTERS_A_SPAN = 200
"""In long articles; the short one of 12,000 characters holds 150 spans."""
SHORT = (12_000, 150)
PRESSES = 60


def several(project: str, size: int, count: int, articles: int) -> list[str]:
    """Articles of that size with that many suggestions. For `measure.call`."""
    return [article_with_spans(project, number, size + 100 * number, count) for number in range(articles)]


def opened(project: str, articles: list[str]) -> float:
    """Median seconds from going to an article, the first time, to its text, cards and list painted. For `measure.call`."""
    from postil.operations.changes import Location
    from postil.ui.widgets.article_text.view import ArticleText

    taken = []
    with window_on(project) as conductor:
        dispatch = conductor.shell.dispatch
        for article in articles:
            taken.append(until_painted(partial(dispatch.go, Location(article))))
            if child(conductor.window, ArticleText).text_map.text != dispatch.queries.article(article).text:
                raise RuntimeError("the article was not opened")
    return statistics.median(taken[1:])


def pressed(project: str, article: str) -> dict[str, list[float]]:
    """Seconds from each press of a key to what it changed painted. For `measure.call`."""
    from PySide6.QtCore import Qt

    from postil.operations.changes import Location

    with window_on(project) as conductor:
        conductor.shell.dispatch.go(Location(article))
        paint()
        down = presses(Qt.Key.Key_PageDown)
        before = _decided(conductor, article)
        accept = presses(Qt.Key.Key_A)
        if _decided(conductor, article) - before < PRESSES // 2:
            raise RuntimeError("the key did not accept")
    return {"page_down": down, "accept": accept}


def presses(key: Qt.Key, times: int = PRESSES) -> list[float]:
    """Seconds from each press of a key, where the focus is, to what it changed painted; the first is not counted."""
    return [press(key) for _ in range(times)][1:]


def press(key: Qt.Key) -> float:
    """Seconds from one press to what it changed painted. Raises LookupError when nothing has the focus."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    aim = QApplication.focusWidget()
    if aim is None:
        raise LookupError("nothing in the window has the focus")
    return until_painted(lambda: QTest.keyClick(aim, key))


def _decided(conductor: Conductor, article: str) -> int:
    from postil.domain.annotation import State

    return sum(a.state is State.DRAFT for a in conductor.shell.dispatch.queries.annotations(article))


def open_rows(bench: Bench) -> Iterator[Result]:
    """Opening with few and with many annotations, against the bare text with as many marks."""
    many = (bench.scale.spans * CHARACTERS_A_SPAN, bench.scale.spans)
    for (size, count), target, articles in ((SHORT, 6.0, 9), (many, 4.0, 4)):
        project = str(bench.place(f"open-{count}") / "project")
        ids = call("tests.bench.opening:several", project, size, count, articles)
        text = bench.folder / f"text-{count}.txt"
        text.write_text(corpus.long_article(size), "utf-8")
        ours, floor = in_turn(
            min(3, bench.scale.repeats),
            partial(call, "tests.bench.opening:opened", project, ids),
            partial(call, "tests.bench.floors:marked_text_seconds", str(text), count),
            warm_up=False,
        )
        name = "bare QPlainTextEdit with as many marks"
        note = f"{size:,} characters"
        yield Result(f"open.{count}", statistics.median(ours) * 1000, "ms", statistics.median(floor) * 1000, name, target, note=note)


def key_rows(bench: Bench) -> Iterator[Result]:
    """Keys in an article with many annotations; the 95th percentile of presses, because the slow ones are what people feel."""
    count = bench.scale.spans
    project = str(bench.place("keys") / "project")
    article = call("tests.bench.fixtures:article_with_spans", project, 1, count * CHARACTERS_A_SPAN, count)
    taken = call("tests.bench.opening:pressed", project, article)
    for key, target in (("page_down", 16.0), ("accept", 50.0)):
        note = f"p95; median {statistics.median(taken[key]) * 1000:.1f} ms"
        yield Result(f"keys.{key}_{count}", percentile(taken[key], 0.95) * 1000, "ms", target=target, note=note)
