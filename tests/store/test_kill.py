"""Twenty kills in the gate; `python -m tests.kill --kills 200` for more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import kill


@pytest.mark.slow
def test_nothing_acknowledged_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "desktop")
    kill.prepared(tmp_path / "project")
    outcome = kill.series(tmp_path / "project", 20, verify_every=5)
    assert not outcome.faults
    assert outcome.kills == 20
    assert outcome.acknowledged > 100
    assert len(outcome.paths) >= 8, "the writer went over too few of the write paths to prove anything"
