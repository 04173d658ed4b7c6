"""How a benchmark is taken: medians, a baseline of the same run, fresh interpreters, the ratio and its target."""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 240
"""Work that takes longer is given up; its area is reported as not measured, and the others go on."""
_CALL = (
    "import importlib, json, sys\n"
    "module, function = sys.argv[1].split(':')\n"
    "answer = getattr(importlib.import_module(module), function)(*json.load(sys.stdin))\n"
    "print('\\nanswer ' + json.dumps(answer), flush=True)\n"
)


@dataclass(frozen=True)
class Result:
    """One measured row. `ratio` is median ÷ baseline in the same unit; `target` its bound, `at_most` which way.

    With `on_ratio` false the target bounds the median itself, and the baseline only stands beside it. `failed` says why
    a row could not be measured as it should; such a row misses its target, whatever its numbers.
    """

    name: str
    median: float
    unit: str
    baseline: float | None = None
    baseline_name: str = ""
    target: float | None = None
    at_most: bool = True
    on_ratio: bool = True
    note: str = ""
    failed: str = ""

    @property
    def ratio(self) -> float | None:
        """Median over baseline; None without one."""
        return self.median / self.baseline if self.baseline else None

    @property
    def is_met(self) -> bool | None:
        """Whether the target is met: on the ratio where there is a baseline, else on the median. None: no target."""
        if self.failed:
            return False
        if self.target is None:
            return None
        value = self.ratio if self.on_ratio and self.ratio is not None else self.median
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


def in_turn(times: int, *works: Callable[[], T], warm_up: bool = True) -> list[list[T]]:
    """What each of `works` measured, `times` over, taken in turn so that a busy moment hits all of them.

    With `warm_up` one round more is done before and not counted: it fills the disk's cache.
    """
    found: list[list[T]] = [[] for _work in works]
    for number in range(-int(warm_up), times):
        for kept, work in zip(found, works, strict=True):
            value = work()
            if number >= 0:
                kept.append(value)
    return found


def environment(extra: dict[str, str] | None = None) -> dict[str, str]:
    """The surroundings of a measured interpreter: the checkout's code, compiled once as an installed one is, no screen, English."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    paths = f"{ROOT / 'desktop'}{os.pathsep}{ROOT}"
    return {**inherited, "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen", "POSTIL_LANGUAGE": "en", **(extra or {})}


def python(code: str, *arguments: str, said: str = "", env: dict[str, str] | None = None) -> str:
    """Standard output of a fresh interpreter that runs `code` and reads `said`. Raises RuntimeError with its last words when it fails."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            input=said,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=environment(env),
            cwd=ROOT,
            timeout=LONGEST_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RuntimeError(f"given up after {LONGEST_S} s") from error
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:] or f"the interpreter ended with {done.returncode}")
    return done.stdout


def call(function: str, *arguments: object, env: dict[str, str] | None = None) -> Any:
    """What `module:function` answers in a fresh interpreter; arguments and answer travel as JSON."""
    answered = python(_CALL, function, said=json.dumps(arguments), env=env)
    return json.loads(answered.rpartition("\nanswer ")[2])


def time_until(code: str, word: str, *arguments: str, env: dict[str, str] | None = None) -> float:
    """Seconds from starting a fresh interpreter on `code` until it prints a line that begins with `word`."""
    start = time.perf_counter()
    with _running(code, *arguments, env=env) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if line.startswith(word):
                took = time.perf_counter() - start
                child.stdout.read()
                return took
    raise RuntimeError(f"{word!r} was never printed; run again with POSTIL_BENCH_NOISE=1 to see why")


def memory_at(code: str, word: str, *arguments: str, env: dict[str, str] | None = None) -> float:
    """Memory in MB of a fresh interpreter when it prints a line that begins with `word` and waits for its input to end."""
    with _running(code, *arguments, env=env, stdin=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        for line in child.stdout:
            if line.startswith(word):
                found = memory_mb(child.pid)
                child.stdin.close()
                child.stdout.read()
                return found
    raise RuntimeError(f"{word!r} was never printed; run again with POSTIL_BENCH_NOISE=1 to see why")


def peak_memory(code: str, word: str, *arguments: str, env: dict[str, str] | None = None) -> tuple[float, float, str]:
    """The most memory in MB of a fresh interpreter, and of it with its children, looked at every 50 ms; and the line beginning with `word`."""
    from threading import Event, Thread

    done, alone, together = Event(), [0.0], [0.0]
    with _running(code, *arguments, env=env) as child:

        def watch() -> None:
            while not done.wait(0.05):
                alone.append(memory_mb(child.pid))
                together.append(memory_mb(child.pid, with_children=True))

        watcher = Thread(target=watch)
        watcher.start()
        assert child.stdout is not None
        said = next((line for line in child.stdout if line.startswith(word)), "")
        done.set()
        watcher.join()
        child.stdout.read()
    if not said:
        raise RuntimeError(f"{word!r} was never printed; run again with POSTIL_BENCH_NOISE=1 to see why")
    return max(alone), max(together), said


def _running(code: str, *arguments: str, env: dict[str, str] | None = None, stdin: int | None = None) -> subprocess.Popen[str]:
    noise = None if os.environ.get("POSTIL_BENCH_NOISE") else subprocess.DEVNULL
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, stderr=noise, text=True, env=environment(env), cwd=ROOT)


def memory_mb(pid: int, *, with_children: bool = False) -> float:
    """What a process occupies, shared pages counted in full: the same whatever else runs on the machine."""
    import psutil  # type: ignore[import-untyped]

    total = 0.0
    try:
        process = psutil.Process(pid)
        family = [process, *process.children(recursive=True)] if with_children else [process]
    except psutil.NoSuchProcess:
        return 0.0
    for one in family:
        try:
            total += one.memory_info().rss / 1e6
        except psutil.Error:
            continue
    return total


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
