"""The settings of this person on this device: read from and written to one JSON file, announced when they change."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from postil.base import paths
from postil.domain.settings import Settings, from_dict, to_dict, with_value

_log = logging.getLogger(__name__)


class SettingsFile(QObject):
    """Holds the settings in use. `changed` carries the key that got another value."""

    changed = Signal(str)

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file or paths.config_dir() / "settings.json"
        self._settings = self._read()

    @property
    def values(self) -> Settings:
        """The settings in use."""
        return self._settings

    def set_value(self, key: str, value: object) -> None:
        """Change one setting and write the file. Raises ValueError for an unknown key or a value of no use."""
        former = self._settings
        self._settings = with_value(former, key, value)
        if self._settings != former:
            self._write()
            self.changed.emit(key)

    def _read(self) -> Settings:
        try:
            data = json.loads(self._file.read_text("utf-8"))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError) as error:
            _log.warning("settings not read, defaults used: %s", type(error).__name__)
            return Settings()
        return from_dict(data if isinstance(data, dict) else {})

    def _write(self) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft = self._file.with_suffix(".new")
            draft.write_text(json.dumps(to_dict(self._settings), indent=1), "utf-8")
            draft.replace(self._file)
        except OSError as error:
            _log.warning("settings not written: %s", error.strerror)
