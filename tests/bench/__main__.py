"""`python -m tests.bench`: measure what performance promises, beside its floors; a table, what misses its target, bench.json."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import charting, exporting, extracting, imports, opening, report, saving, searching, start
from tests.bench.context import FULL, LARGE, QUICK, Bench
from tests.bench.measure import ROOT, Result

Rows = Callable[[Bench], Iterable[Result]]
AREAS: tuple[tuple[str, Rows], ...] = (
    ("import", imports.rows),
    ("import", imports.memory_rows),
    ("import", extracting.background_rows),
    ("start", start.start_rows),
    ("memory", start.memory_rows),
    ("search", searching.rows),
    ("open", opening.open_rows),
    ("keys", opening.key_rows),
    ("save", saving.rows),
    ("export", exporting.rows),
    ("extract", extracting.rows),
    ("chart", charting.rows),
)
"""The import comes first: the others work on what it leaves."""


def main(argv: list[str] | None = None) -> int:
    """Measure and report. 0 unless something could not be measured at all: a target that is missed is news, not an error."""
    options = _parser().parse_args(argv)
    begun = time.perf_counter()
    with TemporaryDirectory(prefix="postil-bench-", ignore_cleanup_errors=True) as folder:
        bench = Bench(Path(folder), QUICK if options.quick else LARGE if options.large else FULL)
        os.environ |= bench.home("bench")
        print(report.heading(), flush=True)
        results = []
        for result in measured(bench, options.only):
            results.append(result)
            print(report.line(result), flush=True)
    missed = report.missed(results)
    print(f"\n{len(results)} rows in {time.perf_counter() - begun:.0f} s. ", end="")
    print("Everything meets its target." if not missed else "Misses its target:\n" + "\n".join(f"  {sentence}" for sentence in missed))
    report.write_json(options.out, results, keep=bool(options.only))
    return 1 if any(result.failed and not result.unit for result in results) else 0


def measured(bench: Bench, only: list[str], areas: Iterable[tuple[str, Rows]] = AREAS) -> Iterator[Result]:
    """The rows of all areas, or those whose name begins with one of `only`. An area that breaks is a row that says so."""
    for area, rows in areas:
        if only and not any(name.split(".")[0] == area for name in only):
            continue
        try:
            for result in rows(bench):
                if not only or any(result.name.startswith(name) for name in only):
                    yield result
        except (RuntimeError, ValueError, OSError, LookupError, subprocess.SubprocessError) as error:
            last = (str(error).strip().splitlines() or [type(error).__name__])[-1]
            yield Result(f"{area}.{rows.__name__}", 0.0, "", failed=f"could not be measured: {last}")


def _parser() -> argparse.ArgumentParser:
    names = ", ".join(dict.fromkeys(name for name, _rows in AREAS))
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure Postil beside its floors.")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help=f"an area ({names}) or the beginning of a row's name")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="within a minute: fewer articles, fewer rounds; the names of rows say so")
    size.add_argument("--large", action="store_true", help="100,000 articles: minutes, and gigabytes of temporary files")
    parser.add_argument("--out", type=Path, default=ROOT / "bench.json", metavar="FILE")
    return parser


if __name__ == "__main__":
    sys.exit(main())
