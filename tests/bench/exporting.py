"""Benchmark of exporting annotations with their texts, authors and states."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import floors
from tests.bench.context import Bench
from tests.bench.measure import Result, call, in_turn

EACH = 150


def export(project: str, out: str, count: int) -> float:
    """Seconds to write every annotation of a project into the file `out`; the ending chooses the form. For `measure.call`."""
    from postil.operations import exporting, projects

    session = projects.open_project(Path(project), read_only=True)
    write = exporting.export_csv if out.endswith(".csv") else exporting.export_jsonl
    start = time.perf_counter()
    written = write(session, Path(out), approved_only=False)
    took = time.perf_counter() - start
    session.close()
    if written != count:
        raise RuntimeError(f"{written} of {count} annotations were written")
    return took


def rows(bench: Bench) -> Iterator[Result]:
    """Every row of this area."""
    count = bench.scale.exported
    place = bench.place("export")
    project, articles = str(place / "project"), count // EACH
    made = call("tests.bench.fixtures:annotated_project", project, articles, EACH)
    database = floors.export_database(place, made, articles)
    lines, table, floor = in_turn(
        min(3, bench.scale.repeats),
        lambda: float(call("tests.bench.exporting:export", project, str(place / "out.jsonl"), made)),
        lambda: float(call("tests.bench.exporting:export", project, str(place / "out.csv"), made)),
        lambda: floors.export_seconds(database),
        warm_up=False,
    )
    base, name = statistics.median(floor), "rows with their text as JSON lines"
    yield Result(f"export.{count}", statistics.median(lines), "s", base, name, 3.0, note="JSON lines")
    yield Result(f"export.csv_{count}", statistics.median(table), "s", base, name, 3.0, note="CSV")
