"""Bugs: an exception nobody handled becomes a log record and a dialog with a report that holds no article text."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from postil import __version__

_log = logging.getLogger(__name__)
_SPEAKING = (AttributeError, NameError, ImportError, TypeError, RecursionError, ZeroDivisionError, IndexError, RuntimeError)
"""Errors whose message is about code. Others may quote what they choked on, which may be an article."""


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What happened, where, and in which versions; no local values, no words of articles, no folder of the person."""
    import platform  # with traceback, worth five milliseconds of every start
    import traceback

    lines = [
        f"Postil {__version__}, Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        "",
        _headline(kind, error),
    ]
    for frame in traceback.extract_tb(trace):
        lines.append(f"  {_short(frame.filename)}:{frame.lineno} {frame.name}")
        if frame.line:
            lines.append(f"    {frame.line}")
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        lines.append(f"after {_headline(type(cause), cause)}")
    return "\n".join(lines)


def _headline(kind: type[BaseException], error: BaseException) -> str:
    if isinstance(error, _SPEAKING):
        return f"{kind.__name__}: {str(error)[:300]}"
    if isinstance(error, OSError):
        return f"{kind.__name__}: {error.strerror}"
    return kind.__name__


def _short(filename: str) -> str:
    parts = Path(filename).parts
    return "/".join(parts[parts.index("postil") :]) if "postil" in parts else "/".join(parts[-2:])


class CrashGuard:
    """Installs itself as the last resort of Python and as Qt's message handler. One dialog at a time."""

    def __init__(self) -> None:
        self._is_telling = False
        self.reports: list[str] = []

    def install(self) -> None:
        """Take over from now on."""
        sys.excepthook = self.handle
        qInstallMessageHandler(_hear_qt)

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log, and tell the person once; an interrupt from the terminal ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        report = report_of(kind, error, trace)
        self.reports.append(report)
        _log.critical("unhandled: %s", report)
        if not self._is_telling and QApplication.instance() is not None:
            self._is_telling = True
            try:
                self.tell(report)
            finally:
                self._is_telling = False

    def tell(self, report: str) -> None:
        """Show the dialog and wait."""
        from postil.ui.crash_dialog import CrashDialog

        dialog = CrashDialog(report, QApplication.activeWindow())
        dialog.exec()
        dialog.deleteLater()


_LEVELS = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO, QtMsgType.QtWarningMsg: logging.WARNING}


def _hear_qt(kind: QtMsgType, _context: object, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.ERROR), "%s", message)
