"""The work of reading dates, names and events grows with the length of the text: counted in calls, not in seconds."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from tests.suggest.event_reading import suggestions

ROWS = {
    "names": ("vi", "Phạm Minh Chính thăm Lào, "),
    "dates": ("vi", "20/12 đến 21/11, "),
    "verbs": ("en", "President Li Wei met with visited said conference in Hanoi and "),
    "capitals": ("en", "Aa Bb Cc "),
    "titles": ("en", "minister of the "),
    "years": ("en", "2024-2025 - "),
    "months": ("en", "from May to May 2024 - "),
    "signs": ("fr", '; a : b . . " «'),
    "sentences": ("en", "Prime Minister Nam met President Ali in Hanoi on May 3. "),
    "lines": ("fr", "Le ministre de la Santé a présidé la conférence à Dakar le 3 mai.\n"),
}
LENGTH = 6000
SLACK = 2.6
"""Twice the text may cost this many times the calls; a quadratic rule would cost four times as many."""


def calls(text: str, language: str) -> int:
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        suggestions(text, language, "2024-12-20")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("row", ROWS)
def test_twice_the_text_is_twice_the_work(row: str) -> None:
    language, unit = ROWS[row]
    suggestions(unit, language)
    once, twice = (calls((unit * (length // len(unit) + 1))[:length], language) for length in (LENGTH, 2 * LENGTH))
    assert twice < SLACK * once
