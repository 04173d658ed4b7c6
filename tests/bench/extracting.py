"""Benchmarks of extraction: head, zones and suggestions of one article, of long ones, and of many behind the window."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import corpus, floors
from tests.bench.context import Bench
from tests.bench.measure import ROOT, Result, call, in_turn, median_of

SIZE = 6_000
TARGET_MS = 30.0
"""What an article of that size may take on one core, with everything on."""
TIMES = 3
STARTING = 20
"""Articles during which the worker still starts; they are not counted."""


def article_seconds(texts: list[str]) -> list[float]:
    """Median seconds of each text. For `measure.call`."""
    from postil.operations.analysis import analyse
    from postil.operations.worker import settle

    analyse(texts[0])
    settle()  # as the worker does
    return [median_of(TIMES, lambda text=text: analyse(text)) for text in texts]  # type: ignore[misc]


def long_seconds(size: int) -> float:
    """Seconds for one text of about `size` characters, once warm. For `measure.call`."""
    from postil.operations.analysis import analyse

    text = corpus.long_article(size)
    analyse(text[:SIZE])
    start = time.perf_counter()
    analyse(text)
    return time.perf_counter() - start


def behind(project: str, files: str) -> float:
    """Articles a second that the worker process detects, extracts and has stored, once it runs. For `measure.call`."""
    from postil.operations import importing, projects
    from postil.operations.analysis import Analyser
    from postil.operations.articles import ImportArticles

    folder = Path(project)
    session = projects.create_project(folder, "Bench")
    drafts, _errors = importing.read_files([Path(files)])
    session.apply(ImportArticles(drafts=drafts))
    analyser = Analyser(session)
    analyser.start()
    begun, left = 0.0, len(drafts)
    first = left
    while analyser.is_busy:
        if analyser.poll() is None:
            time.sleep(0.002)
            continue
        if not begun and analyser.pending <= len(drafts) - STARTING:
            begun, first = time.perf_counter(), analyser.pending
    took = time.perf_counter() - begun
    left = session.queries.count_unanalysed()
    analyser.close()
    session.close()
    if left or analyser.errors:
        raise RuntimeError(f"{left} articles were left; {analyser.errors[:3]}")
    return first / took


def rows(bench: Bench) -> Iterator[Result]:
    """Every row of this area but what goes on behind the window."""
    seeds = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    near = sorted(range(3000), key=lambda number: abs(len(corpus.article(number)) - SIZE))[: 2 * bench.scale.repeats]
    texts = [corpus.article(number) for number in near]
    (ours,), (floor,) = in_turn(
        1,
        lambda: call("tests.bench.extracting:article_seconds", texts),
        lambda: floors.detect_seconds(texts),
        warm_up=False,
    )
    name = "langdetect on 1,000 characters + one regular expression"
    note = f"{SIZE:,} characters; slowest {max(ours) * 1000:.0f} ms"
    yield Result("extract.article", statistics.median(ours) * 1000, "ms", floor * 1000, name, TARGET_MS, on_ratio=False, note=note)
    found = call("tests.bench.extracting:article_seconds", seeds)
    note = f"slowest of {len(seeds)}: {max(found) * 1000:.0f} ms"
    yield Result("extract.seeds", statistics.median(found) * 1000, "ms", target=TARGET_MS, note=note)
    few, many = 100_000, 1_000_000 if bench.scale.repeats > 3 else 300_000
    short, long = (call("tests.bench.extracting:long_seconds", size) * 1e6 / size for size in (few, many))
    yield Result("extract.linear", long, "ms/1,000 characters", short, f"the same for {few:,} characters", 1.5, note=f"{many:,} characters")


def background_rows(bench: Bench) -> Iterator[Result]:
    """What the worker process gets done in a second."""
    files = bench.files(bench.scale.behind)
    texts = [text for _name, text in corpus.articles(bench.scale.behind)]
    place = bench.place("behind")
    numbers = iter(range(100))
    ours, floor = in_turn(
        1,
        lambda: float(call("tests.bench.extracting:behind", str(place / str(next(numbers))), str(files))),
        lambda: floors.detect_seconds(texts),
        warm_up=False,
    )
    name = "langdetect on 1,000 characters + one regular expression"
    yield Result("import.background", ours[0], "articles/s", 1 / floor[0], name, 0.5, at_most=False, note="one core")
