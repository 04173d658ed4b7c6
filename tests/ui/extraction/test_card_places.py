"""Where cards stand, for any heights and any lines."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from postil.ui.extraction.card_places import GAP, Pane, Placed, aligned, listed

HIGH = 600
NOWHERE = float("inf")


def pane(heights: list[int], lines: list[float]) -> Pane:
    return Pane(len(heights), lambda row: lines[row], lambda row: heights[row], HIGH)


@st.composite
def panes(draw: st.DrawFn) -> tuple[list[int], list[float]]:
    heights = draw(st.lists(st.integers(40, 300), min_size=1, max_size=12))
    lines = sorted(draw(st.lists(st.integers(-200, 800), min_size=len(heights), max_size=len(heights))))
    return heights, [float(line) for line in lines]


def apart(placed: list[Placed]) -> bool:
    return all(b.row == a.row + 1 and b.top >= a.bottom + GAP - 1 for a, b in pairwise(placed))


@given(panes(), st.data())
def test_cards_keep_their_order_and_never_overlap(made: tuple[list[int], list[float]], data: st.DataObject) -> None:
    heights, lines = made
    pivot = data.draw(st.integers(0, len(heights) - 1))
    placed = aligned(pane(heights, lines), pivot)
    assert apart(placed)
    assert all(p.bottom >= 0 and p.top <= HIGH for p in placed)


@given(panes(), st.data())
def test_the_focused_card_stands_at_its_line_or_is_moved_only_to_stay_whole(made: tuple[list[int], list[float]], data: st.DataObject) -> None:
    heights, lines = made
    pivot = data.draw(st.integers(0, len(heights) - 1))
    mine = next(p for p in aligned(pane(heights, lines), pivot) if p.row == pivot)
    assert mine.top == round(max(0.0, min(lines[pivot], HIGH - heights[pivot])))


def test_cards_with_room_stand_at_their_lines() -> None:
    placed = aligned(pane([50, 50, 50], [10.0, 100.0, 300.0]), 1)
    assert [(p.row, p.top) for p in placed] == [(0, 10), (1, 100), (2, 300)]


def test_crowded_cards_stack_away_from_the_focused_one() -> None:
    placed = aligned(pane([50, 50, 50, 50], [300.0] * 4), 2)
    assert [(p.row, p.top) for p in placed] == [(0, 300 - 2 * (50 + GAP)), (1, 300 - 50 - GAP), (2, 300), (3, 300 + 50 + GAP)]


def test_cards_of_lines_off_the_page_are_not_shown() -> None:
    placed = aligned(pane([50] * 4, [-NOWHERE, 100.0, 200.0, NOWHERE]), 1)
    assert [p.row for p in placed] == [1, 2]


def test_nothing_to_place() -> None:
    assert aligned(pane([], []), -1) == []
    assert listed(pane([], []), 0, 0) == []


@given(panes(), st.integers(-3000, 3000), st.data())
def test_a_list_leaves_no_hole_at_either_end(made: tuple[list[int], list[float]], top: int, data: st.DataObject) -> None:
    heights, lines = made
    row = data.draw(st.integers(0, len(heights) - 1))
    placed = listed(pane(heights, lines), row, top)
    whole = sum(heights) + GAP * (len(heights) - 1)
    assert placed
    assert apart(placed)
    if whole <= HIGH:
        assert [p.row for p in placed] == list(range(len(heights)))
        assert placed[0].top == 0
    else:
        assert placed[0].top <= 0
        assert placed[-1].bottom >= HIGH or placed[-1].row < len(heights) - 1


def test_leafing_step_by_step_reaches_every_card_and_comes_back() -> None:
    one = pane([90] * 20, [0.0] * 20)
    placed = listed(one, 0, 0)
    seen = set()
    for _step in range(100):
        seen |= {p.row for p in placed}
        placed = listed(one, placed[0].row, placed[0].top - 37)
    assert seen == set(range(20))
    assert placed[-1].bottom == HIGH
    for _step in range(100):
        placed = listed(one, placed[0].row, placed[0].top + 37)
    assert (placed[0].row, placed[0].top) == (0, 0)
