"""The one logging set-up: rotating files in the log folder; never a word of an article."""

from __future__ import annotations

import faulthandler
import logging
import sys
from pathlib import Path
from typing import TextIO

from postil import __version__
from postil.base import paths

SIZE, KEPT = 500_000, 3
"""A log above SIZE bytes is put aside at the next start; KEPT of those are kept."""
_faults: list[TextIO] = []
"""The file that the interpreter writes to when it dies: it must stay open as long as that is watched for."""
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _LogFile(logging.FileHandler):
    """Ours, to be told from files that others log into."""


def set_up(*, is_loud: bool = False) -> None:
    """Log into `postil.log`; crashes of the interpreter itself into `fault.log`. `is_loud` also writes to the terminal.

    A log folder that cannot be written to costs the log, not the start. Calling it again changes nothing.
    """
    root = logging.getLogger()
    if any(isinstance(handler, _LogFile) for handler in root.handlers):
        return
    root.setLevel(logging.INFO)
    formatter = logging.Formatter(_FORMAT)
    try:
        paths.log_dir().mkdir(parents=True, exist_ok=True)
        rotate(paths.log_dir() / "postil.log")
        file = _LogFile(paths.log_dir() / "postil.log", encoding="utf-8")
        file.setFormatter(formatter)
        root.addHandler(file)
        _faults.append((paths.log_dir() / "fault.log").open("a", encoding="utf-8"))
        faulthandler.enable(_faults[0])
    except OSError:
        root.addHandler(logging.NullHandler())
    if is_loud:
        terminal = logging.StreamHandler(sys.stderr)
        terminal.setFormatter(formatter)
        root.addHandler(terminal)
    logging.getLogger(__name__).info("Postil %s, Python %s, %s", __version__, sys.version.split()[0], sys.platform)


def shut_down() -> None:
    """Close the files; what is logged afterwards goes nowhere."""
    root = logging.getLogger()
    for handler in [h for h in root.handlers if isinstance(h, _LogFile)]:
        root.removeHandler(handler)
        handler.close()
    faulthandler.disable()
    while _faults:
        _faults.pop().close()


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
