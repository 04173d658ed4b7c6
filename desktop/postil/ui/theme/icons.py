"""One family of icons: 24-pixel SVG strokes from `resources/icons`, tinted from the theme, re-tinted when it changes."""

from __future__ import annotations

from typing import Protocol, cast
from weakref import WeakKeyDictionary

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from postil.base import paths
from postil.ui.theme import current, fonts
from postil.ui.theme.spacing import ICON


class TakesIcon(Protocol):
    """A button, an action, a list item: anything with `setIcon`."""

    def setIcon(self, icon: QIcon) -> None:  # noqa: N802 — Qt's name
        """Show this icon."""


_sources: dict[str, bytes] = {}
_icons: dict[tuple[str, str, int], QIcon] = {}
_worn: WeakKeyDictionary[QObject, tuple[str, str]] = WeakKeyDictionary()
_state = {"connected": False}


def icon_size() -> QSize:
    """The side of a button's icon at the current text scale."""
    side = fonts.pixels(ICON)
    return QSize(side, side)


def icon(name: str, tint: str = "") -> QIcon:
    """The icon `name` in the colour `tint` (`#rrggbb`; the text colour by default); Qt greys it when disabled.

    Raises FileNotFoundError when there is no such icon. Use `wear` for anything that outlives a theme.
    """
    tokens = current.tokens()
    key = (name, tint or tokens.text, current.text_scale())
    if key not in _icons:
        made = QIcon()
        side = icon_size().width()
        for ratio in _ratios():
            made.addPixmap(pixmap(name, key[1], side, ratio), QIcon.Mode.Normal)
        _icons[key] = made
    return _icons[key]


def _ratios() -> tuple[float, ...]:
    app = QGuiApplication.instance()
    return tuple(sorted({screen.devicePixelRatio() for screen in app.screens()})) if isinstance(app, QGuiApplication) else (1.0,)


def pixmap(name: str, tint: str, side: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `side` × `side` device-independent pixels in one colour."""
    drawing = renderer(name, tint)  # before the painter: an error while one is at work takes the program down
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def renderer(name: str, tint: str) -> QSvgRenderer:
    """A renderer of the icon in one colour, for delegates that paint at any size."""
    if name not in _sources:
        _sources[name] = paths.resources("icons", f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(_sources[name].replace(b"currentColor", tint.encode("ascii"))))


def wear(target: QObject, name: str, tint_token: str = "") -> None:
    """Give `target` (something with `setIcon`) the icon `name`, and again whenever the theme changes.

    `tint_token` names a token of `Tokens` ("accent", "dim", …); empty means the text colour.
    """
    if not _state["connected"]:
        current.notifier().changed.connect(_tint_again)
        _state["connected"] = True
    _worn[target] = (name, tint_token)
    _dress(target, name, tint_token)


def _dress(target: QObject, name: str, tint_token: str) -> None:
    tint = getattr(current.tokens(), tint_token) if tint_token else ""
    cast(TakesIcon, target).setIcon(icon(name, tint))
    if hasattr(target, "setIconSize"):
        target.setIconSize(icon_size())


def _tint_again() -> None:
    _icons.clear()
    for target, (name, tint_token) in list(_worn.items()):
        try:
            _dress(target, name, tint_token)
        except RuntimeError:  # Qt has deleted it; Python has not noticed yet
            _worn.pop(target, None)
