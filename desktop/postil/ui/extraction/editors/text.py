"""Editors for words: one line, or a few that grow with what is written."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from postil.ui.extraction.editors.base import FieldEditor

_MOST_LINES = 6


class LineEditor(FieldEditor):
    """One line of text."""

    def __init__(self, name: str, label: str, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, label, tip, parent)
        self.line = QLineEdit()
        self.take(self.line)
        self.line.textEdited.connect(lambda _text: self.changed.emit())

    def value(self) -> Any:
        """The line without spaces around it."""
        return self.line.text().strip()

    def show_value(self, value: Any) -> None:
        self.line.setText(str(value or ""))
        self.line.setCursorPosition(0)


class _Area(QPlainTextEdit):
    """Tells when its width changes, so that it can be as high as its words."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.resized.emit()


class LongEditor(FieldEditor):
    """Text of several lines; Shift+Enter makes a new one."""

    def __init__(self, name: str, label: str, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, label, tip, parent)
        self._area = _Area()
        self._area.resized.connect(self._fit)
        self._area.setTabChangesFocus(True)
        self.take(self._area)
        self._is_showing = False
        self._area.textChanged.connect(self._on_text_changed)
        self._fit()

    def value(self) -> Any:
        """The text without spaces around it."""
        return self._area.toPlainText().strip()

    def show_value(self, value: Any) -> None:
        self._is_showing = True
        self._area.setPlainText(str(value or ""))
        self._is_showing = False

    def _on_text_changed(self) -> None:
        self._fit()
        if not self._is_showing:
            self.changed.emit()

    def _fit(self) -> None:
        lines = max(2, min(_MOST_LINES, int(self._area.document().size().height())))
        wanted = self._area.fontMetrics().lineSpacing() * lines + 28
        if wanted != self._area.height():
            self._area.setFixedHeight(wanted)
