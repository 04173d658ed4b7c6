"""Theme, text size and language at run time: from the settings to the whole window, and from the keys to the settings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject
from PySide6.QtWidgets import QApplication, QWidget

from postil.base import i18n
from postil.ui.actions import Actions
from postil.ui.qt_words import QtWords
from postil.ui.settings import SettingsFile
from postil.ui.theme import current
from postil.ui.theme.tokens import Theme

STEP = 25
"""Of the text size, in per cent."""


def language_of(setting: str) -> str:
    """The language a setting means; `system` is the first of the desktop's languages that Postil speaks."""
    if setting in i18n.LANGUAGES:
        return setting
    wanted = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in i18n.LANGUAGES), "en")


class Appearance(QObject):
    """Serves the actions that change how Postil looks; every change is a setting and survives."""

    def __init__(self, app: QApplication, settings: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._settings = app, settings
        self._words = QtWords(app)
        self._window: QWidget | None = None
        self._actions: Actions | None = None
        self._language = language_of(settings.values.language)
        i18n.use(self._language)
        self._words.use(self._language)
        current.apply(app, current.resolve(settings.values.theme, app), settings.values.text_scale)
        settings.changed.connect(self._on_setting_changed)
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def serve(self, window: QWidget, actions: Actions) -> None:
        """Take care of a window: what it must be told, and which of its actions are ticked."""
        self._window, self._actions = window, actions
        self._tick()

    def theme_light(self) -> None:
        """Dark on light."""
        self._settings.set_value("theme", Theme.LIGHT.value)

    def theme_dark(self) -> None:
        """Light on dark."""
        self._settings.set_value("theme", Theme.DARK.value)

    def theme_high_contrast(self) -> None:
        """White on black."""
        self._settings.set_value("theme", Theme.HIGH_CONTRAST.value)

    def theme_next(self) -> None:
        """The next theme in turn."""
        themes = tuple(Theme)
        self._settings.set_value("theme", themes[(themes.index(current.theme()) + 1) % len(themes)].value)

    def text_larger(self) -> None:
        """One step larger."""
        self._set_scale(current.text_scale() + STEP)

    def text_smaller(self) -> None:
        """One step smaller."""
        self._set_scale(current.text_scale() - STEP)

    def text_normal(self) -> None:
        """Back to 100 %."""
        self._set_scale(100)

    def language_en(self) -> None:
        """English."""
        self._settings.set_value("language", "en")

    def language_fr(self) -> None:
        """French."""
        self._settings.set_value("language", "fr")

    def language_vi(self) -> None:
        """Vietnamese."""
        self._settings.set_value("language", "vi")

    def _set_scale(self, percent: int) -> None:
        self._settings.set_value("text_scale", max(current.SMALLEST, min(current.LARGEST, percent)))

    def _on_setting_changed(self, key: str) -> None:
        if key in ("theme", "text_scale"):
            self._dress()
        elif key == "language":
            self._speak()

    def _on_system_scheme_changed(self) -> None:
        if self._settings.values.theme == "system":
            self._dress()

    def _dress(self) -> None:
        values = self._settings.values
        current.apply(self._app, current.resolve(values.theme, self._app), values.text_scale)
        self._tick()

    def _speak(self) -> None:
        self._language = language_of(self._settings.values.language)
        i18n.use(self._language)
        self._words.use(self._language)
        if self._actions is not None:
            self._actions.retranslate()
        if self._window is not None:  # Qt hands the event on to every widget inside
            QApplication.sendEvent(self._window, QEvent(QEvent.Type.LanguageChange))
        self._tick()

    def _tick(self) -> None:
        if self._actions is not None:
            themes = {f"is_{theme.value}": theme is current.theme() for theme in Theme}
            self._actions.set_conditions(**themes, **{f"in_{code}": code == self._language for code in i18n.LANGUAGES})
