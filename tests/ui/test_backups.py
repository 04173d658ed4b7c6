"""A backup is made soon after a project is opened, behind the window, and a failure is said once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postil.base.errors import StoreError
from postil.operations import projects
from postil.operations.session import Session
from postil.ui.conductor import Conductor
from postil.ui.notices import Notice


def test_a_project_that_changed_is_copied(conductor: Conductor, session: Session) -> None:
    folder = session.folder / "backups"
    assert not list(folder.glob("*")) if folder.exists() else True
    conductor.backups.back_up()
    assert len([p for p in folder.iterdir() if p.is_file()]) >= 1


def test_a_failure_is_said_once(conductor: Conductor, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise StoreError("The disk is full.", what="backups", next_step="Make room.")

    monkeypatch.setattr(projects, "back_up_if_due", fail)
    heard: list[Notice] = []
    hear: Callable[[Notice], None] = heard.append
    conductor.shell.dispatch.notice.connect(hear)
    conductor.backups.back_up()
    conductor.backups.back_up()
    assert [(n.what, n.next_step) for n in heard] == [("backups", "Make room.")]
    assert "The disk is full." in heard[0].cause
