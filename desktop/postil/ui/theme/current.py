"""The theme in use: apply one, ask for its colours, hear when it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from postil.ui.theme import fonts
from postil.ui.theme.palette import palette_of
from postil.ui.theme.style_sheet import style_sheet
from postil.ui.theme.tokens import TOKENS, Theme, Tokens

SMALLEST, LARGEST = 75, 250
"""Bounds of the text scale, in per cent."""


class Notifier(QObject):
    """`changed` fires after a new theme or text scale stands; widgets that paint by hand repaint then."""

    changed = Signal()


class _State:
    theme: Theme = Theme.LIGHT
    scale: int = 100
    notifier: Notifier | None = None


def notifier() -> Notifier:
    """The one object that tells of theme changes."""
    if _State.notifier is None:
        _State.notifier = Notifier()
    return _State.notifier


def theme() -> Theme:
    """The theme in use."""
    return _State.theme


def tokens() -> Tokens:
    """The colours of the theme in use."""
    return TOKENS[_State.theme]


def text_scale() -> int:
    """The text scale in use, in per cent."""
    return _State.scale


def colour(value: str, alpha: int = 255) -> QColor:
    """A token's value as a QColor; `alpha` 0–255."""
    made = QColor(value)
    made.setAlpha(alpha)
    return made


def apply(app: QApplication, theme: Theme, text_scale: int = 100) -> None:
    """Dress the application: Fusion, our palette, our fonts, one small style sheet. `text_scale` in per cent."""
    _State.theme = theme
    _State.scale = max(SMALLEST, min(LARGEST, text_scale))
    fonts.set_scale(_State.scale)
    if app.style().name().lower() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette_of(tokens()))
    app.setFont(fonts.font(fonts.FontRole.UI))
    app.setStyleSheet(style_sheet(_State.theme, _State.scale))
    notifier().changed.emit()


def resolve(setting: str, app: QApplication) -> Theme:
    """The theme a setting means; `system` follows the desktop's colour scheme, light where it has none."""
    if setting in {t.value for t in Theme}:
        return Theme(setting)
    is_dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return Theme.DARK if is_dark else Theme.LIGHT
