"""The yardstick: checked documents score full marks, nothing scores nothing, each rule of overlap counts; and what the suggester scores."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from tests.scoring import Document, Score, extract_seeds, score, seeds, total

KINDS = ("figure", "event", "commitment", "noise")
PROMISED = {"figure": 0.9, "noise": 0.95, "event": 0.9, "commitment": 0.9}
"""The least F1 of the suggestions on the five seeds."""


def one(what: str, start: int, end: int, /, **body: Any) -> dict[str, Any]:
    role = {"figure": "value", "event": "trigger", "commitment": "whole"}[what]
    return {"kind": what, "evidence": [{"start": start, "end": end, "role": role}], "body": body}


def document(*annotations: dict[str, Any], zones: tuple[dict[str, Any], ...] = ()) -> Document:
    return {"annotations": list(annotations), "zones": list(zones)}


def test_the_checked_documents_score_full_marks() -> None:
    scores = total(score(expected, expected) for _, expected in seeds())
    assert {kind: scores[kind].f1 for kind in KINDS} == dict.fromkeys(KINDS, 1.0)
    assert (scores["figure"].expected, scores["event"].expected, scores["commitment"].expected) == (30, 13, 51)


def test_the_suggester_keeps_what_was_promised() -> None:
    found = extract_seeds()
    assert {kind: round(found[kind].f1, 3) for kind in KINDS if found[kind].f1 < PROMISED[kind]} == {}


def test_nothing_scores_nothing() -> None:
    scores = total(score(expected, document()) for _, expected in seeds())
    assert {kind: (scores[kind].right, scores[kind].recall) for kind in KINDS} == dict.fromkeys(KINDS, (0, 0.0))


def test_everything_twice_halves_precision() -> None:
    _, expected = next(seeds())
    twice = copy.deepcopy(dict(expected))
    twice["annotations"] = [*expected["annotations"], *expected["annotations"]]
    found = score(expected, twice)["commitment"]
    assert (found.precision, found.recall) == (0.5, 1.0)


@pytest.mark.parametrize(
    ("predicted", "right", "found"),
    [
        (one("figure", 12, 14, value="7", unit="percent"), 1, 1),
        (one("figure", 12, 14, value="7.005", unit="percent"), 1, 1),
        (one("figure", 12, 14, value="7.1", unit="percent"), 0, 1),
        (one("figure", 12, 14, value="7"), 0, 1),
        (one("figure", 15, 18, value="7", unit="percent"), 0, 0),
    ],
)
def test_figures_need_value_and_unit(predicted: dict[str, Any], right: int, found: int) -> None:
    expected = document(one("figure", 10, 13, value="7", unit="percent"))
    assert score(expected, document(predicted))["figure"] == Score(right, found, 1, 1)


@pytest.mark.parametrize(
    ("start", "end", "found"), [(0, 100, 1), (0, 50, 1), (0, 41, 1), (60, 100, 1), (70, 100, 0), (0, 240, 1), (0, 260, 0), (55, 155, 0)]
)
def test_commitments_need_half_the_clause_or_a_good_part_inside(start: int, end: int, found: int) -> None:
    expected = document(one("commitment", 0, 100, kind="directive"))
    predicted = document(one("commitment", start, end, kind="directive"))
    assert score(expected, predicted)["commitment"].found == found


def test_commitments_need_the_kind() -> None:
    expected = document(one("commitment", 0, 100, kind="pledge"))
    assert score(expected, document(one("commitment", 0, 100, kind="plan")))["commitment"] == Score(0, 1, 1, 1)
    assert score(expected, document(one("commitment", 0, 100)))["commitment"].right == 0


def test_any_mention_of_an_event_will_do() -> None:
    expected = document(one("event", 200, 260, type="visit"))
    predicted = one("event", 0, 60, type="visit")
    predicted["evidence"].append({"start": 205, "end": 260, "role": "whole"})
    assert score(expected, document(predicted))["event"] == Score(1, 1, 1, 1)


def test_noise_counts_characters() -> None:
    expected = document(zones=({"kind": "caption", "start": 0, "end": 10}, {"kind": "title", "start": 10, "end": 20}))
    predicted = document(zones=({"kind": "boilerplate", "start": 5, "end": 15},))
    assert score(expected, predicted)["noise"] == Score(5, 5, 10, 10)
