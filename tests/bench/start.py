"""Benchmarks of the start: to the first painted window, to a list that can be used, and what the window occupies at rest."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from functools import cache

from tests.bench import floors
from tests.bench.context import Bench
from tests.bench.measure import Result, in_turn, memory_at, time_until

SETTLE_MS = 3000
"""After the first paint: what Postil puts off has been done, and its collector has run."""

_WATCHED = """
import importlib.util, sys
class Watch:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name != MODULE:
            return None
        sys.meta_path.remove(Watch)
        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module
        def exec_module(module):
            load(module)
            prepare(module)
        spec.loader.exec_module = exec_module
        return spec
sys.meta_path.insert(0, Watch)
seen = []
from postil.app.cli import main
main(["open", sys.argv[1]])
"""
"""Starts Postil as people do, and lets `prepare` at the module MODULE when Postil itself imports it: nothing is imported earlier."""

_PAINTED = """
MODULE = "postil.ui.window"
def prepare(module):
    own = module.MainWindow.paintEvent
    def paint(self, event):
        if not seen:  # before the window's own timer, behind which the project is opened
            from PySide6.QtCore import QTimer
            seen.append(self)
            QTimer.singleShot(0, painted)
        own(self, event)
    module.MainWindow.paintEvent = paint
"""
WINDOW = f"""{_PAINTED}
def painted():
    from PySide6.QtCore import QTimer
    print("painted", flush=True)
    QTimer.singleShot(0, seen[0].close)
{_WATCHED}"""
IDLE = f"""{_PAINTED}
def painted():
    from PySide6.QtCore import QTimer
    QTimer.singleShot(int(sys.argv[2]), stay)
def stay():
    from postil.ui.library.view import ArticleTable
    print("idle" if seen[0].findChild(ArticleTable).model().rowCount() > 100 else "empty", flush=True)
    sys.stdin.read()
    seen[0].close()
{_WATCHED}"""
LIST = f"""
MODULE = "postil.ui.library.delegate"
def prepare(module):
    own = module.ArticleDelegate.paint
    def paint(self, painter, option, index):
        own(self, painter, option, index)
        if not seen:
            from PySide6.QtCore import QTimer
            seen.append(self.parent())
            QTimer.singleShot(0, shown)
    module.ArticleDelegate.paint = paint
def shown():
    from PySide6.QtCore import QTimer
    table = seen[0]
    if table.model().rowCount() > 100 and table.currentIndex().isValid():
        print("usable", flush=True)
    QTimer.singleShot(0, table.window().close)
{_WATCHED}"""


def start_rows(bench: Bench) -> Iterator[Result]:
    """From starting the process, warm disk cache, on a project with all the articles."""
    home, project = bench.home("start"), str(bench.project)
    bare, painted, usable = in_turn(
        2 * bench.scale.repeats,
        floors.bare_window,
        lambda: time_until(WINDOW, "painted", project, env=home),
        lambda: time_until(LIST, "usable", project, env=home),
    )
    floor = statistics.median(bare) * 1000
    yield Result("start.window_painted", statistics.median(painted) * 1000, "ms", floor, "bare window", 2.0)
    note = f"{bench.scale.articles} articles"
    yield Result("start.list_usable", statistics.median(usable) * 1000, "ms", floor, "bare window", 3.0, note=note)


def memory_rows(bench: Bench) -> Iterator[Result]:
    """At rest with all the articles in the list."""
    ours, floor = idle_memory(bench)
    yield Result("memory.idle", ours, "MB", floor, "bare window", 2.5, note=f"{bench.scale.articles} articles")


@cache
def idle_memory(bench: Bench) -> tuple[float, float]:
    """MB of the window on the library at rest, and of a bare window; measured once in a run."""
    home, project = bench.home("start"), str(bench.project)
    ours, bare = in_turn(
        max(1, bench.scale.repeats // 2),
        lambda: memory_at(IDLE, "idle", project, str(SETTLE_MS), env=home),
        lambda: floors.bare_window_memory(SETTLE_MS // 4),
        warm_up=False,
    )
    return statistics.median(ours), statistics.median(bare)
