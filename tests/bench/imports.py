"""Benchmarks of importing: rows visible and searchable, memory, disk, and what goes on behind the window."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from tests.bench import corpus, floors
from tests.bench.context import Bench
from tests.bench.measure import Result, call, in_turn, peak_memory, percentile
from tests.bench.start import idle_memory

LONGEST_S = 300
TICK_MS = 5
FLOOR = "rows, then one insert-select into FTS5"


def import_files(project: str, files: str) -> float:
    """Seconds until every file stands in a new project, searchable; read and stored in the batches of the window."""
    from postil.operations import importing, projects
    from postil.operations.articles import ImportArticles
    from postil.operations.rows import LibraryFilter
    from postil.ui.importing.presenter import BATCH

    shutil.rmtree(project, ignore_errors=True)
    session = projects.create_project(Path(project), "Bench")
    start = perf_counter()
    paths = importing.article_files([Path(files)])
    step = ""
    for at in range(0, len(paths), BATCH):
        drafts, errors = importing.read_files(paths[at : at + BATCH])
        if errors:
            raise errors[0]
        session.apply(ImportArticles(drafts=drafts), within=step)
        step = session.last_step()
    took = perf_counter() - start
    found = session.queries.library(LibraryFilter(), limit=1).total, session.queries.library(LibraryFilter(text="Vietnam"), limit=1).total
    session.close()
    if found[0] != len(paths) or not found[1]:
        raise RuntimeError(f"{found[0]} of {len(paths)} articles are there, {found[1]} are found")
    return took


def floor_import(database: str, count: int) -> float:
    """The floor for `count` articles. For `measure.call`."""
    return floors.import_rows_and_index(Path(database), corpus.articles(count))


def rows(bench: Bench) -> Iterator[Result]:
    """Every row of this area."""
    rates = {}
    for count, repeats in ((bench.scale.few, bench.scale.repeats), (bench.scale.articles, min(3, bench.scale.repeats))):
        project, database, files = bench.folder / "project", bench.folder / "floor.sqlite3", bench.files(count)
        ours, floor = in_turn(
            repeats,
            partial(call, "tests.bench.imports:import_files", str(project), str(files)),
            partial(call, "tests.bench.imports:floor_import", str(database), count),
        )
        rates[count] = count / statistics.median(ours)
        yield Result(f"import.{count}", rates[count], "articles/s", count / statistics.median(floor), FLOOR, 0.8, at_most=False)
    few, many = rates.values()
    name = f"import.rate_{bench.scale.articles}_over_{bench.scale.few}"
    yield Result(name, many, "articles/s", few, f"the rate at {bench.scale.few}", 0.8, at_most=False)
    yield _disk(bench)


def _disk(bench: Bench) -> Result:
    texts = sum(path.stat().st_size for path in bench.files(bench.scale.articles).iterdir())
    project = sum(path.stat().st_size for path in (bench.folder / "project").rglob("*") if path.is_file())
    return Result("import.disk", project / 1e6, "MB", texts / 1e6, "the texts themselves", 1.8)


def import_in_window(project: str, files: str) -> None:
    """Import a folder in the window as a person does, suggestions being made behind it; print how long the window stood still."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtWidgets import QApplication, QDialog

    from postil.app.bootstrap import application, build_window
    from postil.operations import projects
    from postil.ui.conductor import conductor_of

    application()
    session = projects.create_project(Path(project), "Bench")
    wanted = len(list(Path(files).iterdir()))
    window = build_window(session)
    window.show()
    loop = QEventLoop()
    ticks: list[float] = []

    def tick() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            ticks.clear()
            dialog.accept()
        else:
            ticks.append(perf_counter())

    def look() -> None:
        if sum(session.queries.counts_by_state().values()) == wanted:
            loop.quit()

    clock = QTimer(window, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
    clock.timeout.connect(tick)
    clock.start()
    conductor_of(window).shell.dispatch.changed.connect(look)
    QTimer.singleShot(LONGEST_S * 1000, loop.quit)
    QTimer.singleShot(0, lambda: conductor_of(window).imports.import_paths([Path(files)]))
    loop.exec()
    stood_still = [max(0.0, (after - before) * 1000 - TICK_MS) for before, after in pairwise(ticks)]
    is_done = sum(session.queries.counts_by_state().values()) == wanted
    print(f"{'done' if is_done else 'stuck'} {percentile(stood_still, 0.99)} {max(stood_still)}", flush=True)
    window.close()


_WINDOW = "import sys\nfrom tests.bench.imports import import_in_window\nimport_in_window(*sys.argv[1:3])"


def memory_rows(bench: Bench) -> Iterator[Result]:
    """What an import in the window occupies, and whether the window answers meanwhile."""
    count = bench.scale.articles
    place, files = bench.place("import-window"), bench.files(count)
    alone, together, said = peak_memory(_WINDOW, "done", str(place / "project"), str(files), env=bench.home("import", suggests=True))
    idle, _bare = idle_memory(bench)
    note = f"{count} articles, in the window"
    yield Result("import.peak_memory", alone, "MB", idle, "idle", 1.5, note=note)
    yield Result("import.peak_with_worker", together, "MB", idle, "idle", note="and the process that makes suggestions")
    _done, usual, worst = said.split()
    yield Result(
        "import.standing_still", float(usual), "ms", target=50.0, note=f"p99 of the window's turns while it imports; longest {float(worst):.0f} ms"
    )
