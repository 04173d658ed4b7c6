"""A project for the workflow's tests: an annotator, two supervisors, two articles with suggestions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from postil.operations.session import Session
from tests import fakes


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Lan is at work; Claire and Minh are supervisors."""
    with fakes.project(tmp_path / "p", people=3, articles=2) as opened:
        yield opened
