"""Qt's own words (menus of text fields, file dialogs) in the language of the interface, where Qt ships them."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication


class QtWords:
    """Holds the one translator that is installed."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translator: QTranslator | None = None

    def use(self, language: str) -> None:
        """Switch Qt's words and its number and date forms to `language` (`en`, `fr`, `vi`).

        Qt ships no Vietnamese words; what it says itself stays English there, and our dialogs bring their own.
        """
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        QLocale.setDefault(QLocale(language))
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != "en" and translator.load(f"qtbase_{language}", folder):
            self._app.installTranslator(translator)
            self._translator = translator
