"""Giving up root's rights really binds, in this process and in a new one, and they come back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import privileges


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o555)
    return folder


def test_a_read_only_folder_refuses_inside_and_root_is_root_again_outside(closed: Path) -> None:
    with privileges.as_unprivileged(), pytest.raises(PermissionError):
        (closed / "file").touch()
    if os.geteuid() == 0:
        (closed / "file").touch()
        assert (closed / "file").exists()


def test_an_unreadable_file_refuses_inside(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x", "utf-8")
    secret.chmod(0)
    with privileges.as_unprivileged(), pytest.raises(PermissionError):
        secret.read_text("utf-8")


def test_a_new_process_is_bound_too(closed: Path) -> None:
    command = [sys.executable, "-c", "import pathlib, sys; pathlib.Path(sys.argv[1]).touch()", str(closed / "file")]
    result = subprocess.run(privileges.unprivileged_command(command), check=False, capture_output=True, text=True)
    assert result.returncode == 1
    assert "PermissionError" in result.stderr


def test_where_permissions_do_not_bind_the_test_fails_instead_of_passing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "touch", lambda self: None)
    with pytest.raises(pytest.fail.Exception, match="prove nothing"), privileges.as_unprivileged():
        raise AssertionError("the body must not run")
