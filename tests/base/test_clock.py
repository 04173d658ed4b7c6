"""Time: the hybrid clock never goes back, and does not follow a clock that is a day ahead."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from postil.base.clock import DRIFT_CAP_MS, FixedClock, HybridTime, SystemClock


@given(st.integers(0, 10**13), st.integers(0, 10**6), st.integers(0, 10**13))
def test_a_stamp_is_later_unless_the_one_before_was_absurd(ms: int, counter: int, now: int) -> None:
    before = HybridTime(ms, counter)
    after = before.tick(now)
    if ms - now > DRIFT_CAP_MS:
        assert after == HybridTime(now, 0)
    else:
        assert after > before
        assert after.ms == max(ms, now)


def test_the_system_clock_tells_milliseconds() -> None:
    assert abs(SystemClock().now_ms() - time.time() * 1000) < 60_000


def test_the_fixed_clock_moves_by_its_step() -> None:
    clock = FixedClock(100, step_ms=5)
    assert [clock.now_ms(), clock.now_ms()] == [105, 110]
