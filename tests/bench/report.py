"""What is said of a run: a table for people, the rows that miss their target, and bench.json for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.bench.measure import Result

_WIDTHS = (28, 10, 19, 8, 10, 8)
_TO_THE_LEFT = (0, 2)
_HEAD = ("row", "median", "unit", "ratio", "target", "met")


def number(value: float | None) -> str:
    """A number as people compare it: three figures, no powers of ten."""
    if value is None:
        return "–"
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    places = 3 - len(str(int(abs(value)))) if abs(value) >= 1 else 3
    return f"{value:.{places}f}"


def target(result: Result) -> str:
    """The bound with its direction; × where it bounds the ratio, else in the row's unit."""
    if result.target is None:
        return "–"
    sign = "≤" if result.at_most else "≥"
    return f"{sign} {number(result.target)}{' ×' if result.on_ratio and result.baseline else ''}"


def heading() -> str:
    """The table's head."""
    return f"{_cells(_HEAD)}  beside\n{'─' * (sum(_WIDTHS) + len(_WIDTHS) - 1 + 40)}"


def line(result: Result) -> str:
    """One row of the table."""
    met = {True: "yes", False: "MISSED", None: ""}[result.is_met]
    beside = f"{number(result.baseline)} {result.baseline_name}" if result.baseline else ""
    words = "; ".join(part for part in (beside, result.note, result.failed) if part)
    return f"{_cells((result.name, number(result.median), result.unit, number(result.ratio), target(result), met))}  {words}"


def _cells(cells: Sequence[str]) -> str:
    first, *rest = (
        cell.ljust(width) if place in (0, 2) else cell.rjust(width) for place, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    )
    return " ".join((first, *rest))


def missed(results: Iterable[Result]) -> list[str]:
    """What misses its target, each as a sentence."""
    return [_sentence(result) for result in results if result.is_met is False]


def _sentence(result: Result) -> str:
    if result.failed:
        return f"{result.name}: {result.failed}"
    is_ratio = result.on_ratio and result.ratio is not None
    value = f"{number(result.ratio)} × {result.baseline_name}" if is_ratio else f"{number(result.median)} {result.unit}"
    return f"{result.name}: {value}, target {target(result)}"


def as_json(result: Result) -> dict[str, Any]:
    """One row of bench.json."""
    return {
        "median": round(result.median, 6),
        "unit": result.unit,
        "ratio": None if result.ratio is None else round(result.ratio, 4),
        "baseline": None if result.baseline is None else round(result.baseline, 6),
        "baseline_name": result.baseline_name,
        "target": result.target,
        "bounds": ""
        if result.target is None
        else f"{'ratio' if result.on_ratio and result.baseline else 'median'} {'<=' if result.at_most else '>='}",
        "met": result.is_met,
        "note": "; ".join(part for part in (result.note, result.failed) if part),
    }


def _bounds(result: Result) -> str:
    """What the target bounds, and from which side; empty without one."""
    if result.target is None:
        return ""
    return f"{'ratio' if result.on_ratio and result.baseline else 'median'} {'<=' if result.at_most else '>='}"


def write_json(path: Path, results: Iterable[Result], *, keep: bool) -> None:
    """Write bench.json; with `keep`, rows that were not measured this time stay as they were (each holds its own baseline)."""
    rows: dict[str, Any] = json.loads(path.read_text("utf-8")) if keep and path.exists() else {}
    rows.update({result.name: as_json(result) for result in results})
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
