"""The one logging set-up: rotating files in the log folder; never a word of an article."""

from __future__ import annotations

import faulthandler
import logging
import sys
from logging.handlers import RotatingFileHandler

from postil import __version__
from postil.base import paths

SIZE, KEPT = 500_000, 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def set_up(*, is_loud: bool = False) -> None:
    """Log into `postil.log`; crashes of the interpreter itself into `fault.log`. `is_loud` also writes to the terminal.

    A log folder that cannot be written to costs the log, not the start. Calling it again changes nothing.
    """
    root = logging.getLogger()
    if any(isinstance(handler, RotatingFileHandler) for handler in root.handlers):
        return
    root.setLevel(logging.INFO)
    formatter = logging.Formatter(_FORMAT)
    try:
        paths.log_dir().mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(paths.log_dir() / "postil.log", maxBytes=SIZE, backupCount=KEPT, encoding="utf-8")
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
