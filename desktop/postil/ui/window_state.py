"""What the window remembers between runs: geometry, splitters, last place, recent projects. Written as it changes."""

from __future__ import annotations

import base64
import json
import logging
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QTimer

from postil.base import paths

RECENT = 8
_log = logging.getLogger(__name__)


class WindowState(QObject):
    """A small JSON file of plain values by key; a damaged one is as good as none."""

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file or paths.data_dir() / "window.json"
        self._values: dict[str, Any] = self._read()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self.write)

    def value(self, key: str, default: Any = None) -> Any:
        """The value under `key`: what JSON can hold."""
        return self._values.get(key, default)

    def set_value(self, key: str, value: Any) -> None:
        """Remember a value; it is on the disk half a second later."""
        if self._values.get(key) != value:
            self._values[key] = value
            self._timer.start()

    def bytes_value(self, key: str) -> QByteArray:
        """Bytes kept under `key` (a geometry, a splitter's state); empty when there are none."""
        try:
            return QByteArray(base64.b64decode(self._values.get(key, ""), validate=True))
        except (ValueError, TypeError):
            return QByteArray()

    def set_bytes(self, key: str, data: QByteArray) -> None:
        """Remember bytes."""
        self.set_value(key, base64.b64encode(bytes(data.data())).decode("ascii"))

    def recent_projects(self) -> tuple[str, ...]:
        """Folders of projects opened lately that are still there, newest first."""
        found = self._values.get("recent", [])
        return tuple(p for p in found if isinstance(p, str) and Path(p).exists()) if isinstance(found, list) else ()

    def remember_project(self, folder: Path) -> None:
        """Put a project at the head of the recent ones."""
        kept = [p for p in self.recent_projects() if p != str(folder)]
        self.set_value("recent", [str(folder), *kept][:RECENT])

    def write(self) -> None:
        """Write now, whole or not at all; a folder that cannot be written to costs only the memory."""
        self._timer.stop()
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft = self._file.with_suffix(".new")
            draft.write_text(json.dumps(self._values, indent=1), "utf-8")
            draft.replace(self._file)
        except OSError as error:
            _log.info("window state not written: %s", error.strerror)

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
