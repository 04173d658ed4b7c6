"""Draws every screen of a played sample project into PNG files, without a display."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from postil.base import i18n

if TYPE_CHECKING:
    from postil.ui.window import MainWindow

WIDTH, HEIGHT = 1280, 800


@dataclass(frozen=True, slots=True)
class Look:
    """How the pictures look: `theme` as in the settings, `text_scale` in per cent."""

    language: str = "en"
    theme: str = "light"
    text_scale: int = 100


@contextmanager
def temporary_home() -> Iterator[Path]:
    """A home of its own for settings, keys and projects, so that nobody's are read or written."""
    with TemporaryDirectory(prefix="postil-", ignore_cleanup_errors=True) as folder:
        former = os.environ.get("POSTIL_HOME")
        os.environ["POSTIL_HOME"] = folder
        try:
            yield Path(folder)
        finally:
            if former is None:
                del os.environ["POSTIL_HOME"]
            else:
                os.environ["POSTIL_HOME"] = former


def draw_all(out: Path, look: Look) -> list[Path]:
    """A picture of every screen in `out`, 1280 × 800; the files written, in order."""
    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    i18n.use(look.language)
    with temporary_home() as home:
        from postil.app.bootstrap import application, build_window
        from postil.app.sample import played_sample
        from postil.ui.settings import SettingsFile
        from postil.ui.theme import fonts

        session = played_sample(home / "sample")
        application()
        fonts.load_all()
        settings = SettingsFile()
        for key, value in (("language", look.language), ("theme", look.theme), ("text_scale", look.text_scale)):
            settings.set_value(key, value)
        out.mkdir(parents=True, exist_ok=True)
        window = build_window(session, inline_jobs=True)
        window.resize(WIDTH, HEIGHT)
        window.show()
        try:
            return _draw_screens(window, out)
        finally:
            window.close()
            window.deleteLater()
            settle()


def settle(times: int = 12) -> None:
    """Let Qt do what it has put off."""
    from PySide6.QtWidgets import QApplication

    for _round in range(times):
        QApplication.processEvents()


def _draw_screens(window: MainWindow, out: Path) -> list[Path]:
    written: list[Path] = []

    def draw(name: str, prepare: Callable[[], object]) -> None:
        prepare()
        settle()
        path = out / f"{name}.png"
        window.grab().save(str(path), "PNG")
        written.append(path)

    from postil.app.scenes import scenes

    for name, prepare in scenes(window):
        draw(name, prepare)
    return written
