"""How a benchmark is taken and reported: medians, a baseline of the same run, the ratio and its target."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Result:
    """One measured row. `ratio` is median ÷ baseline in the same unit; `target` its bound, `at_most` which way."""

    name: str
    median: float
    unit: str
    baseline: float | None = None
    baseline_name: str = ""
    target: float | None = None
    at_most: bool = True
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Median over baseline; None without one."""
        return self.median / self.baseline if self.baseline else None

    @property
    def is_met(self) -> bool | None:
        """Whether the target is met: on the ratio where there is a baseline, else on the median. None: no target."""
        if self.target is None:
            return None
        value = self.ratio if self.ratio is not None else self.median
        return value <= self.target if self.at_most else value >= self.target


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median_of(times: int, work: Callable[[], object]) -> float:
    """Median wall time in seconds of `times` calls, after one that is not counted."""
    work()
    return statistics.median(seconds(work) for _ in range(times))


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of them lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def python(code: str, *arguments: str, env: dict[str, str] | None = None) -> str:
    """Standard output of a fresh interpreter that runs `code`; raises when it fails."""
    full = {**os.environ, "PYTHONPATH": f"{ROOT / 'desktop'}{os.pathsep}{ROOT}", "QT_QPA_PLATFORM": "offscreen", **(env or {})}
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=full, cwd=ROOT, timeout=600, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout


def time_until(code: str, word: str, *arguments: str, env: dict[str, str] | None = None) -> float:
    """Seconds from starting a fresh interpreter on `code` until it prints a line that begins with `word`."""
    full = {**os.environ, "PYTHONPATH": f"{ROOT / 'desktop'}{os.pathsep}{ROOT}", "QT_QPA_PLATFORM": "offscreen", **(env or {})}
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True, env=full, cwd=ROOT) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if line.startswith(word):
                took = time.perf_counter() - start
                child.stdout.read()
                return took
    raise RuntimeError(f"{word!r} was never printed")


def sync_seconds(folder: Path, times: int = 50) -> float:
    """Median time of writing 4 kB and `fdatasync` (or fsync) in `folder`."""
    path = folder / "sync.probe"
    sync = getattr(os, "fdatasync", os.fsync)
    taken = []
    with path.open("wb") as file:
        for _ in range(times):
            file.write(os.urandom(4096))
            file.flush()
            start = time.perf_counter()
            sync(file.fileno())
            taken.append(time.perf_counter() - start)
    path.unlink()
    return statistics.median(taken)
