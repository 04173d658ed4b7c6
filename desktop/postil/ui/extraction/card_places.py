"""Where cards stand: each at its line, pushed along where they crowd, while one of them keeps its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

GAP = 6
"""Pixels between two cards."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One card on view: its row, the top of its box, the height."""

    row: int
    top: int
    height: int

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Pane:
    """What is to be placed: how many cards, where each wants to be, how high each is, and how much can be seen.

    `wanted(row)` is the height of the card's line in the pane; infinite when the line is not on the page.
    """

    count: int
    wanted: Callable[[int], float]
    height_of: Callable[[int], int]
    height: int


def aligned(pane: Pane, pivot: int) -> list[Placed]:
    """Cards with `pivot` at its line (moved only to stay whole) and the others as near to their own as they can be."""
    if not 0 <= pivot < pane.count:
        return []
    high = pane.height_of(pivot)
    top = pane.wanted(pivot)
    top = max(0.0, min(top, pane.height - high)) if abs(top) != float("inf") else top
    placed = [] if abs(top) == float("inf") else [Placed(pivot, round(top), high)]
    upper = top
    for row in range(pivot - 1, -1, -1):
        high = pane.height_of(row)
        upper = min(pane.wanted(row), upper - GAP - high)
        if upper + high < 0:
            break
        placed.insert(0, Placed(row, round(upper), high))
    lower = top + pane.height_of(pivot) + GAP if placed else 0
    for row in range(pivot + 1, pane.count):
        lower = max(pane.wanted(row), lower)
        if lower > pane.height:
            break
        high = pane.height_of(row)
        placed.append(Placed(row, round(lower), high))
        lower += high + GAP
    return placed


def listed(pane: Pane, row: int, top: int) -> list[Placed]:
    """Cards one under another with `row` at `top`, moved as far as needed to leave no hole at either end."""
    while row > 0 and top > 0:
        row -= 1
        top -= pane.height_of(row) + GAP
    placed = _downwards(pane, row, min(top, 0) if row == 0 else top)
    is_past_the_end = not placed or (placed[-1].row == pane.count - 1 and placed[-1].bottom < pane.height)
    if pane.count and is_past_the_end:
        placed = _downwards(pane, *_top_of_last_page(pane))
    return placed


def _downwards(pane: Pane, row: int, top: int) -> list[Placed]:
    placed: list[Placed] = []
    while row < pane.count and top <= pane.height:
        high = pane.height_of(row)
        if top + high > 0:
            placed.append(Placed(row, top, high))
        top += high + GAP
        row += 1
    return placed


def _top_of_last_page(pane: Pane) -> tuple[int, int]:
    row, top = pane.count, pane.height + GAP
    while row > 0 and top > 0:
        row -= 1
        top -= pane.height_of(row) + GAP
    return row, min(top, 0)
