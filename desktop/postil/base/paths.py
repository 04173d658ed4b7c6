"""Where things lie: shipped resources and seeds (checkout, wheel, frozen build) and the person's own folders."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from platformdirs import PlatformDirs

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "postil"
    checkout = _PACKAGE.parent.parent
    return checkout if (checkout / "resources").is_dir() else _PACKAGE


def resources(*parts: str) -> Path:
    """A file or folder below `resources/`."""
    return _root().joinpath("resources", *parts)


def seeds(*parts: str) -> Path:
    """A file or folder below `seeds/`."""
    return _root().joinpath("seeds", *parts)


def _dirs() -> PlatformDirs:
    return PlatformDirs("Postil", appauthor=False)


def config_dir() -> Path:
    """Settings of this person on this device; `POSTIL_HOME` overrides all three folders."""
    home = os.environ.get("POSTIL_HOME")
    return Path(home) / "config" if home else Path(_dirs().user_config_dir)


def data_dir() -> Path:
    """Keys and window state: never inside a project folder."""
    home = os.environ.get("POSTIL_HOME")
    return Path(home) / "data" if home else Path(_dirs().user_data_dir)


def documents_dir() -> Path:
    """Where new projects are proposed."""
    home = os.environ.get("POSTIL_HOME")
    return Path(home) / "projects" if home else Path(_dirs().user_documents_dir) / "Postil"


def log_dir() -> Path:
    """Rotating logs and crash reports."""
    home = os.environ.get("POSTIL_HOME")
    return Path(home) / "log" if home else Path(_dirs().user_log_dir)
