"""Where observations stand on a chart, as arrays: one pass over any number of them, and which can be told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from postil.domain.figure import Status
from postil.indicators.series import Observation

DAY_S: Final = 86_400.0
FAR_AWAY: Final = 10.0
"""How much of the value's size an unbounded side is drawn, as a share of it, in tenths."""
DENSE: Final = 2_000
"""Up to so many points are all drawn; of more, only those that can be told apart at the present zoom."""
_EPOCH: Final = date(1970, 1, 1).toordinal()
_STATUSES: Final = tuple(Status)

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]


def seconds_of(day: date) -> float:
    """The place of a day on the time axis: Unix time of its start, UTC."""
    return (day.toordinal() - _EPOCH) * DAY_S


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Dated observations in the chart's own units (Unix seconds and values); arrays of one length.

    `x`, `y` are the point, `left`, `right` the ends of its period, `low`, `high` those of its interval, of which
    `low_open`, `high_open` say whether it goes on beyond them; `status` counts in the order of `Status`.
    """

    x: Floats
    y: Floats
    left: Floats
    right: Floats
    low: Floats
    high: Floats
    low_open: NDArray[np.bool_]
    high_open: NDArray[np.bool_]
    is_hedged: NDArray[np.bool_]
    status: Numbers

    def __len__(self) -> int:
        """How many there are."""
        return len(self.x)

    def of_status(self, which: Numbers, status: Status) -> Numbers:
        """Those of `which` that have this status."""
        mine: Numbers = which[self.status[which] == _STATUSES.index(status)]
        return mine

    def told_apart(self, stretch: tuple[float, float], cell: tuple[float, float]) -> Numbers:
        """Of the points whose place or period touches a stretch of time, the first of each status in each cell of that width and height."""
        near = np.flatnonzero((self.right >= stretch[0]) & (self.left <= stretch[1]))
        if len(self) <= DENSE or not (cell[0] > 0 and cell[1] > 0):
            return near
        columns = np.floor(self.x[near] / cell[0]).astype(np.int64)  # counted from zero, so that moving does not change the choice
        rows = np.floor((self.y[near] - self.y.min()) / cell[1]).astype(np.int64)
        keys = (columns * (rows.max(initial=0) + 1) + rows) * len(_STATUSES) + self.status[near]
        _keys, first = np.unique(keys, return_index=True)
        return near[np.sort(first)]


def places(observations: Sequence[Observation]) -> Places:
    """Where dated observations stand, in their order. An unbounded side of an interval is drawn a tenth of the value long."""
    left = np.array([seconds_of(o.first) for o in observations if o.first], dtype=np.float64)
    right = np.array([seconds_of(o.last) + DAY_S for o in observations if o.last], dtype=np.float64)
    y = np.array([float(o.value) for o in observations], dtype=np.float64)
    low = np.array([np.nan if o.interval.low is None else float(o.interval.low) for o in observations], dtype=np.float64)
    high = np.array([np.nan if o.interval.high is None else float(o.interval.high) for o in observations], dtype=np.float64)
    low_open, high_open = np.isnan(low), np.isnan(high)
    reach = np.abs(y) / FAR_AWAY
    return Places(
        x=(left + right) / 2,
        y=y,
        left=left,
        right=right,
        low=np.where(low_open, y - reach, low),
        high=np.where(high_open, y + reach, high),
        low_open=low_open,
        high_open=high_open,
        is_hedged=np.array([o.is_hedged for o in observations], dtype=np.bool_),
        status=np.array([_STATUSES.index(o.status) for o in observations], dtype=np.int64),
    )


def in_pairs(first: Floats, second: Floats) -> Floats:
    """Two arrays as one, by turns: the ends of each bar, one bar after the other."""
    return np.stack((first, second), axis=1).ravel()
