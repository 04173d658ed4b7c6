"""What the benchmarks say is right, whatever was measured: ratios, targets, misses, sabotage; no clock is looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from tests.bench import __main__ as runner
from tests.bench import corpus, fixtures, report
from tests.bench.context import FULL, QUICK, Bench
from tests.bench.measure import Result, call, in_turn, median_of, percentile

FAST = Result("open.150", 20.0, "ms", 10.0, "bare text", 6.0)


@pytest.mark.parametrize(
    ("result", "is_met"),
    [
        (FAST, True),
        (replace(FAST, median=60.0), True),
        (replace(FAST, median=60.1), False),
        (replace(FAST, at_most=False), False),
        (replace(FAST, at_most=False, median=70.0), True),
        (replace(FAST, on_ratio=False), False),
        (replace(FAST, on_ratio=False, median=5.9), True),
        (replace(FAST, baseline=None, median=5.9), True),
        (replace(FAST, baseline=None, median=6.1), False),
        (replace(FAST, target=None), None),
        (replace(FAST, target=None, failed="it broke"), False),
        (replace(FAST, failed="too slow to be measured"), False),
    ],
)
def test_a_target_bounds_the_ratio_or_the_median(result: Result, is_met: bool | None) -> None:
    assert result.is_met is is_met


def test_work_that_is_sabotaged_is_flagged(tmp_path: Path) -> None:
    """The same row, honest and with its work done seven times over: only the second is named."""

    def area(times: int) -> runner.Rows:
        def rows(_bench: Bench) -> Iterator[Result]:
            counted = [0]

            def work() -> None:
                for _ in range(times):
                    counted[0] += 1

            median_of(1, work)
            yield replace(FAST, median=counted[0] / 2 * FAST.median)

        return rows

    honest = list(runner.measured(Bench(tmp_path, QUICK), [], [("open", area(1))]))
    slowed = list(runner.measured(Bench(tmp_path, QUICK), [], [("open", area(7))]))
    assert report.missed(honest) == []
    assert report.missed(slowed) == ["open.150: 14.0 × bare text, target ≤ 6.00 ×"]
    assert "MISSED" in report.line(slowed[0])
    assert "MISSED" not in report.line(honest[0])


def test_an_area_that_breaks_is_a_missed_row_and_the_others_go_on(tmp_path: Path) -> None:
    def broken(_bench: Bench) -> Iterator[Result]:
        yield FAST
        raise RuntimeError("Traceback…\nKeyError: 'gone'")

    found = list(runner.measured(Bench(tmp_path), [], [("open", broken), ("save", lambda _bench: [replace(FAST, name="save.one")])]))
    assert [result.name for result in found] == ["open.150", "open.broken", "save.one"]
    assert report.missed(found) == ["open.broken: could not be measured: KeyError: 'gone'"]


def test_only_takes_areas_and_beginnings_of_names(tmp_path: Path) -> None:
    asked: list[str] = []

    def area(name: str, *rows: str) -> tuple[str, runner.Rows]:
        def measure(_bench: Bench) -> Iterator[Result]:
            asked.append(name)
            yield from (replace(FAST, name=f"{name}.{row}") for row in rows)

        return name, measure

    areas = [area("open", "150", "5000"), area("save", "one"), area("start", "list")]
    found = [result.name for result in runner.measured(Bench(tmp_path), ["open.150", "save"], areas)]
    assert (found, asked) == (["open.150", "save.one"], ["open", "save"])


def test_every_row_of_the_table_is_as_wide_as_its_head() -> None:
    rows = [FAST, replace(FAST, target=None), replace(FAST, baseline=None, median=123_456.0), replace(FAST, failed="it broke")]
    head = report.heading().splitlines()[0]
    place = head.index("beside")
    for row in rows:
        assert report.line(row)[place - 2 : place] == "  "


NUMBERS = [(0.0456, "0.046"), (1.234, "1.23"), (12.34, "12.3"), (123.4, "123"), (5400.0, "5,400"), (None, "–"), (0, "0")]


@pytest.mark.parametrize(("value", "shown"), NUMBERS)
def test_numbers_have_three_figures(value: float | None, shown: str) -> None:
    assert report.number(value) == shown


def test_bench_json_holds_what_programs_need(tmp_path: Path) -> None:
    out = tmp_path / "bench.json"
    report.write_json(out, [FAST, replace(FAST, name="save.one", median=99.0)], keep=False)
    rows = json.loads(out.read_text("utf-8"))
    assert rows["open.150"] == {
        "median": 20.0,
        "unit": "ms",
        "ratio": 2.0,
        "baseline": 10.0,
        "baseline_name": "bare text",
        "target": 6.0,
        "bounds": "ratio <=",
        "met": True,
        "note": "",
    }
    assert rows["save.one"]["met"] is False
    report.write_json(out, [replace(FAST, median=30.0)], keep=True)
    kept = json.loads(out.read_text("utf-8"))
    assert (kept["open.150"]["ratio"], kept["save.one"]["median"]) == (3.0, 99.0)
    report.write_json(out, [FAST], keep=False)
    assert list(json.loads(out.read_text("utf-8"))) == ["open.150"]


def test_works_are_taken_in_turn_and_the_first_round_does_not_count() -> None:
    order: list[str] = []

    def work(name: str) -> int:
        order.append(name)
        return len(order)

    found = in_turn(2, partial(work, "a"), partial(work, "b"))
    assert order == ["a", "b"] * 3
    assert found == [[3, 5], [4, 6]]


def test_the_percentile_is_a_value_that_was_measured() -> None:
    assert [percentile([5.0, 1.0, 3.0, 2.0, 4.0], share) for share in (0.0, 0.5, 0.95, 1.0)] == [1.0, 3.0, 5.0, 5.0]


def test_a_call_answers_from_another_interpreter_or_tells_why_not() -> None:
    assert call("tests.bench.corpus:long_article", 50)[:10] == corpus.long_article(50)[:10]
    with pytest.raises(RuntimeError, match="ValueError: 9 spans have no room"):
        call("tests.bench.fixtures:spans", "short", 9)


def test_spans_lie_apart_inside_the_text() -> None:
    text = corpus.long_article(3_000)
    found = fixtures.spans(text, 100)
    assert len(found) == 100
    assert all(0 <= start < end <= len(text) and text[start].isalnum() for start, end in found)
    assert all(before[0] < after[0] for before, after in pairwise(found))


def test_a_quick_run_names_other_rows_than_a_full_one() -> None:
    names = {(scale.few, scale.articles, scale.exported, scale.spans, scale.points) for scale in (FULL, QUICK)}
    assert all(quick != full for quick, full in zip(*names, strict=True))
