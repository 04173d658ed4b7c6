"""The one logging set-up: rotating files in the log folder; never a word of an article."""

from __future__ import annotations

import faulthandler
import logging
import sys
from pathlib import Path

from postil import __version__
from postil.base import paths

SIZE, KEPT = 500_000, 3
"""A log above SIZE bytes is put aside at the next start; KEPT of those are kept."""
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def set_up(*, is_loud: bool = False) -> None:
    """Log into `postil.log`; crashes of the interpreter itself into `fault.log`. `is_loud` also writes to the terminal.

    A log folder that cannot be written to costs the log, not the start. Calling it again changes nothing.
    """
    root = logging.getLogger()
    if any(isinstance(handler, logging.FileHandler) for handler in root.handlers):
        return
    root.setLevel(logging.INFO)
    formatter = logging.Formatter(_FORMAT)
    try:
        paths.log_dir().mkdir(parents=True, exist_ok=True)
        rotate(paths.log_dir() / "postil.log")
        file = logging.FileHandler(paths.log_dir() / "postil.log", encoding="utf-8")
        file.setFormatter(formatter)
        root.addHandler(file)
        faulthandler.enable((paths.log_dir() / "fault.log").open("a", encoding="utf-8"))
    except OSError:
        root.addHandler(logging.NullHandler())
    if is_loud:
        terminal = logging.StreamHandler(sys.stderr)
        terminal.setFormatter(formatter)
        root.addHandler(terminal)
    logging.getLogger(__name__).info("Postil %s, Python %s, %s", __version__, sys.version.split()[0], sys.platform)


def rotate(file: Path) -> None:
    """Put a log that has grown large aside: `postil.log` becomes `postil.log.1` and so on; the oldest goes.

    Done at the start by hand: the standard rotating handler costs the first paint ten milliseconds of imports.
    """
    if not file.exists() or file.stat().st_size <= SIZE:
        return
    for number in range(KEPT, 0, -1):
        older = file.with_name(f"{file.name}.{number}")
        newer = file.with_name(f"{file.name}.{number - 1}") if number > 1 else file
        if newer.exists():
            newer.replace(older)
