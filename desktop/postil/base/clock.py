"""Time: a clock that can be injected, and the hybrid logical clock of the journal (display order only)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Protocol

DRIFT_CAP_MS = 24 * 3600 * 1000


class Clock(Protocol):
    """Where the present comes from."""

    def now_ms(self) -> int:
        """Unix time in milliseconds."""


class SystemClock:
    """The clock of this machine."""

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000


@dataclass
class FixedClock:
    """A clock for tests and for the sample session: it moves by `step_ms` each time it is read."""

    at_ms: int
    step_ms: int = 1

    def now_ms(self) -> int:
        self.at_ms += self.step_ms
        return self.at_ms


@dataclass(frozen=True, order=True)
class HybridTime:
    """[milliseconds, counter]: never earlier than what was seen, at most a day ahead of the clock."""

    ms: int
    counter: int

    def tick(self, now_ms: int) -> HybridTime:
        """The next stamp after this one at wall time `now_ms`; a stamp over a day ahead is not followed."""
        if now_ms > self.ms or self.ms - now_ms > DRIFT_CAP_MS:
            return HybridTime(now_ms, 0)
        return HybridTime(self.ms, self.counter + 1)
