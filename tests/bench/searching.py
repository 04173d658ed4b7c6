"""Benchmarks of searching: the first 50 of the library, ranked hits, folded letters, and what a person waits for in the window."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.bench import corpus, floors
from tests.bench.context import Bench
from tests.bench.measure import Result, call, in_turn, median_of
from tests.bench.windows import child, paint, until_painted, window_on

PHRASES = ("Pham Minh Chinh", "kinh te", "FDI")
"""In a third to nine tenths of all articles: the worst case."""
RANKED = "mener ambassadeurs intelligence"
"""In few enough articles to be put in order of relevance."""
FOLDED = ("kinh te", "dau tu", "dong nai")
SHOWN = 50


def first_rows(project: str, query: str) -> float:
    """Median seconds of the first 50 rows with their snippets. For `measure.call`."""
    from postil.operations import projects
    from postil.operations.rows import LibraryFilter

    session = projects.open_project(Path(project), read_only=True)
    taken = median_of(15, lambda: session.queries.library(LibraryFilter(text=query), limit=SHOWN))
    rows = session.queries.library(LibraryFilter(text=query), limit=SHOWN).rows
    session.close()
    if not rows or not all(row.snippet for row in rows):
        raise RuntimeError(f"{query!r} is not found, or not shown")
    return taken


def count_found(project: str, query: str) -> int:
    """How many articles Postil finds for words in that order. For `measure.call`."""
    from postil.operations import projects
    from postil.operations.rows import LibraryFilter

    session = projects.open_project(Path(project), read_only=True)
    total = session.queries.library(LibraryFilter(text=f'"{query}"'), limit=1).total
    session.close()
    return total


def typed(project: str, query: str) -> float:
    """Median seconds from other words in the library's filter to its rows painted, without the pause for typing. For `measure.call`."""
    from postil.operations.rows import LibraryFilter
    from postil.ui.library.view import LibraryView

    taken = []
    with window_on(project, read_only=True) as conductor:
        conductor.navigator.go_library()
        view = child(conductor.window, LibraryView)
        for _ in range(9):
            view.filter_requested.emit(LibraryFilter())
            paint()
            taken.append(until_painted(lambda: view.filter_requested.emit(LibraryFilter(text=query))))
    return statistics.median(taken)


@cache
def _bare(letter: str) -> str:
    """A letter without marks and strokes, by its name and not by Postil's folding."""
    words = unicodedata.name(letter, "").split(" WITH ")[0].split()
    return words[-1].lower() if len(words) > 2 and words[0] == "LATIN" and len(words[-1]) == 1 else letter.lower()


def expected(count: int, query: str) -> int:
    """In how many of the first articles somebody without Vietnamese keys would read these words."""
    pattern = re.compile(rf"(?<![^\W_]){re.escape(query)}(?![^\W_])".replace(r"\ ", r"[\W_]+"))
    return sum(1 for number in range(count) if pattern.search("".join(map(_bare, corpus.article(number)))))


def rows(bench: Bench) -> Iterator[Result]:
    """Every row of this area."""
    count = bench.scale.articles
    for phrase in PHRASES:
        yield _against(bench, f"search.{count}", phrase, 3.0, "FTS5, first 50 with snippet")
    yield _against(bench, f"search.ranked_{count}", RANKED, 2.0, "FTS5, best 50 by bm25 with snippet", is_ranked=True)
    shown = call("tests.bench.searching:typed", str(bench.project), PHRASES[0])
    yield Result("search.shown", shown * 1000, "ms", note=f"“{PHRASES[0]}” to rows painted, {count} articles")
    few = min(count, 1_000)
    wanted = sum(expected(few, query) for query in FOLDED)
    part = bench.folder / "folded"
    call("tests.bench.imports:import_files", str(part), str(bench.files(few)))
    found = sum(call("tests.bench.searching:count_found", str(part), query) for query in FOLDED)
    yield Result("search.folded", found, "articles", wanted, "all that hold the words", 1.0, at_most=False, note=", ".join(FOLDED))


def _against(bench: Bench, name: str, query: str, target: float, floor_name: str, *, is_ranked: bool = False) -> Result:
    ours, theirs = in_turn(
        min(3, bench.scale.repeats),
        lambda: float(call("tests.bench.searching:first_rows", str(bench.project), query)),
        lambda: floors.search_seconds(bench.floor, query, is_ranked=is_ranked),
        warm_up=False,
    )
    label = name if is_ranked else f"{name}.{query.replace(' ', '_').lower()}"
    return Result(label, statistics.median(ours) * 1000, "ms", statistics.median(theirs) * 1000, floor_name, target, note=f"“{query}”")
