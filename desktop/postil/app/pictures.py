"""Draws every screen of a played sample project into PNG files, without a display; the same pictures on every machine."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from postil.base import i18n
from postil.base.errors import StoreError
from postil.base.i18n import _

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from postil.app.scenes import Scene
    from postil.ui.window import MainWindow

WIDTH, HEIGHT = 1280, 800
TITLE_BAR: Final = 30
"""What a window system needs of that for its title bar, which names the project: a sample, and played."""
SURROUNDINGS: Final = ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI", "QT_STYLE_OVERRIDE")
"""What would make Qt draw larger, or in another style."""
PATIENCE: Final = 200
"""How often, every 10 ms, to look whether a dialog has opened."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the pictures look: `theme` as in the settings, `text_scale` in per cent."""

    language: str = "en"
    theme: str = "light"
    text_scale: int = 100


@contextmanager
def temporary_home() -> Iterator[Path]:
    """A home of its own for settings, keys and projects, so that nobody's are read or written."""
    with TemporaryDirectory(prefix="postil-", ignore_cleanup_errors=True) as folder, _environment(POSTIL_HOME=folder):
        yield Path(folder)


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    """Environment variables for a while."""
    former = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in former.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _time_of_the_sample() -> Iterator[None]:
    """Clock times are those of the sample session wherever the pictures are drawn (Windows keeps its zone); no locale is missing."""
    try:
        with _environment(TZ="UTC", LC_ALL="C.UTF-8"):
            _set_zone()
            yield
    finally:
        _set_zone()


def _set_zone() -> None:
    if hasattr(time, "tzset"):
        time.tzset()


def draw_all(out: Path, look: Look) -> list[Path]:
    """A picture of every screen in `out`, 1280 × 800; the files written, in order. Raises StoreError when one cannot be written."""
    from postil.operations import exporting

    exporting.make_folder(out)
    for name in SURROUNDINGS:
        os.environ.pop(name, None)
    former = i18n.language()
    i18n.use(look.language)
    try:
        with temporary_home() as home, _environment(QT_QPA_PLATFORM=_platform(home)), _time_of_the_sample(), _hushed():
            return _draw_in(home, out, look)
    finally:
        i18n.use(former)


def _platform(home: Path) -> str:
    """Qt's platform without a display, with a screen of the size of the pictures; left to itself it has one of 800 × 800."""
    screen = {"name": "screen", "x": 0, "y": 0, "width": WIDTH, "height": HEIGHT, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = home / "screen.json"
    file.write_text(json.dumps({"screens": [screen]}), "utf-8")
    return f"offscreen:configfile={file}" if ":" not in str(file) else "offscreen"  # a drive letter would end the option


@contextmanager
def _hushed() -> Iterator[None]:
    """Without what the offscreen platform says of every window that has a least size; all else is passed on."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def hear(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if "propagateSizeHints" not in message:
            print(message, file=sys.stderr)

    former = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(former)


def _draw_in(home: Path, out: Path, look: Look) -> list[Path]:
    from postil.app.bootstrap import application, build_window
    from postil.app.sample import played_sample, played_title
    from postil.app.scenes import scenes
    from postil.base import paths
    from postil.ui.settings import SettingsFile
    from postil.ui.theme import fonts

    session = played_sample(paths.documents_dir() / played_title())
    application()
    fonts.load_all()
    settings = SettingsFile()
    for key, value in (("language", look.language), ("theme", look.theme), ("text_scale", look.text_scale)):
        settings.set_value(key, value)
    window = build_window(session, inline_jobs=True)
    window.resize(WIDTH, HEIGHT - TITLE_BAR)
    window.show()
    try:
        return [_draw(window, scene, out / f"{scene.name}.png") for scene in scenes(window, home)]
    finally:
        window.close()
        window.deleteLater()
        settle()


def settle(times: int = 12) -> None:
    """Let Qt do what it has put off."""
    from PySide6.QtWidgets import QApplication

    for _round in range(times):
        QApplication.processEvents()


def _draw(window: MainWindow, scene: Scene, path: Path) -> Path:
    if scene.has_dialog:
        picture = _with_dialog(window, scene)
    else:
        scene.prepare()
        settle()
        picture = window.grab()
    if not _titled(picture, window.windowTitle()).save(str(path), "PNG"):
        raise StoreError(_("The picture could not be written."), what=str(path), next_step=_("Choose a folder you may write to."))
    return path


def _titled(picture: QPixmap, title: str) -> QPixmap:
    """The picture below a title bar, as a window system draws one; it does not grow with the text."""
    from PySide6.QtCore import QRect, Qt
    from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

    from postil.ui.theme import current, fonts

    tokens = current.tokens()
    whole = QPixmap(picture.width(), picture.height() + TITLE_BAR)
    painter = QPainter(whole)
    bar = QRect(0, 0, whole.width(), TITLE_BAR)
    painter.fillRect(bar, QColor(tokens.sunken))
    face = QFont(fonts.UI_FAMILY)
    face.setPixelSize(13)
    painter.setFont(face)
    painter.setPen(QColor(tokens.text))
    painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideMiddle, bar.width() - 20))
    painter.setPen(QColor(tokens.line))
    painter.drawLine(bar.bottomLeft(), bar.bottomRight())
    painter.drawPixmap(0, TITLE_BAR, picture)
    painter.end()
    return whole


def _with_dialog(window: MainWindow, scene: Scene) -> QPixmap:
    """The window with the scene's dialog over its middle; the dialog is closed as Escape would."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QDialog

    taken: list[QPixmap] = []

    def look(tries: int = PATIENCE) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            if tries:
                QTimer.singleShot(10, lambda: look(tries - 1))
            return
        scene.fill(dialog)
        settle()
        taken.append(_together(window, dialog))
        if isinstance(dialog, QDialog):
            dialog.reject()
        else:
            dialog.close()

    QTimer.singleShot(0, look)
    scene.prepare()
    settle()
    if not taken:
        raise RuntimeError(f"no dialog opened for {scene.name}")
    return taken[0]


def _together(window: QWidget, dialog: QWidget) -> QPixmap:
    """One picture of both, as a window system would show them."""
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QColor, QPainter

    from postil.ui.theme import current

    below, above = window.grab(), dialog.grab()
    painter = QPainter(below)
    shade = min(QColor(current.tokens().text), QColor(current.tokens().page), key=QColor.lightness)
    shade.setAlpha(70)
    painter.fillRect(below.rect(), shade)
    place = QPoint((below.width() - above.width()) // 2, max(0, (below.height() - above.height()) // 2))
    painter.drawPixmap(place, above)
    painter.setPen(QColor(current.tokens().line_strong))
    painter.drawRect(place.x() - 1, place.y() - 1, above.width() + 1, above.height() + 1)
    painter.end()
    return below
