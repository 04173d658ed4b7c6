"""Zones: what is laid on top wins, nothing overlaps, and what is in no zone is body."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.domain.zone import Zone, ZoneKind, kind_at, overlay

LENGTH = 30


@st.composite
def zones(draw: st.DrawFn) -> Zone:
    start = draw(st.integers(0, LENGTH - 1))
    return Zone(draw(st.sampled_from(list(ZoneKind))), start, draw(st.integers(start + 1, LENGTH)), by_person=draw(st.booleans()))


@given(st.lists(zones(), max_size=8))
def test_the_last_one_laid_decides_every_character(laid: list[Zone]) -> None:
    result: tuple[Zone, ...] = ()
    for zone in laid:
        result = overlay(result, zone)
    for offset in range(LENGTH):
        expected = next((zone.kind for zone in reversed(laid) if zone.start <= offset < zone.end), ZoneKind.BODY)
        assert kind_at(result, offset) is expected
    assert all(before.end <= after.start for before, after in pairwise(result))


def test_body_restored_by_a_person_is_kept_as_such() -> None:
    dimmed = (Zone(ZoneKind.CAPTION, 0, 10),)
    restored = overlay(dimmed, Zone(ZoneKind.BODY, 2, 4, by_person=True))
    assert [zone.kind for zone in restored] == [ZoneKind.CAPTION, ZoneKind.BODY, ZoneKind.CAPTION]
    assert overlay(dimmed, Zone(ZoneKind.BODY, 0, 10)) == ()


def test_an_empty_zone_is_none() -> None:
    with pytest.raises(ValueError, match="zone"):
        Zone(ZoneKind.BODY, 3, 3)
