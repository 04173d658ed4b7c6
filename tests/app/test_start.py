"""The start: nothing slow before the first paint, and what comes after it."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("pyqtgraph", "numpy", "sqlite3", "pysqlite3", "sqlite_utils", "langdetect", "markdown", "nh3", "nacl", "multiprocessing", "platform")

PAINT = """
import sys
from postil.app import bootstrap
app = bootstrap.application()
window, settings, appearance = bootstrap._frame(app)
at_paint = []
window.painted.connect(lambda: (at_paint.extend(sorted(sys.modules)), app.quit()))
window.show()
app.exec()
print(*at_paint)
"""

RUN = """
import sys
from PySide6.QtCore import QTimer
from postil.app import bootstrap
app = bootstrap.application()
def look():
    from postil.ui.conductor import conductor_of
    from postil.ui.window import MainWindow
    window = next(w for w in app.topLevelWidgets() if isinstance(w, MainWindow))
    print("start page", conductor_of(window).start_page.isVisible())
    window.close()
    app.quit()
QTimer.singleShot(400, look)
print("code", bootstrap.run_gui())
"""


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False, env=_environment())
    assert done.returncode == 0, done.stderr
    return done.stdout


def _environment() -> dict[str, str]:
    import os
    from pathlib import Path

    return os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "desktop")}


@pytest.mark.parametrize("module", HEAVY)
def test_the_first_paint_waits_for_nothing_heavy(module: str, modules_at_paint: set[str]) -> None:
    assert module not in modules_at_paint
    assert "PySide6.QtSvg" in modules_at_paint


@pytest.fixture(scope="module")
def modules_at_paint() -> set[str]:
    return set(run(PAINT).split())


TWICE = """
import sys
from postil.app import bootstrap
from postil.ui.conductor import conductor_of
app = bootstrap.application()
for ended_badly in (0, 1, 2):
    window, settings, appearance = bootstrap._frame(app)
    conductor = bootstrap._fill(window, settings, appearance, None, inline_jobs=True)
    opened = []
    conductor.projects.open_path = opened.append
    window.state.set_value("recent", ["."])
    bootstrap._enter(conductor, None, sample=False)
    notice = conductor.notices.current_notice() if "notices" in conductor.__dict__ else None
    print(len(opened), window.state.value("unclean"), bool(notice))
window.close()
print(window.state.value("unclean"))
"""


def test_what_ended_badly_twice_is_not_opened_a_third_time() -> None:
    assert run(TWICE).splitlines() == ["1 1 False", "1 2 False", "0 3 True", "0"]


def test_a_first_start_ends_on_the_start_page() -> None:
    assert run(RUN).splitlines() == ["start page True", "code 0"]
