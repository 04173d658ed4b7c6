"""An editor for an amount: written as people write it, shown beside as it is understood."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from postil.base.i18n import _
from postil.domain.codec import decimal_text
from postil.operations import numbers
from postil.operations.typed import TypedNumber
from postil.ui.extraction.editors.base import FieldEditor

ReadNumber = Callable[[str], TypedNumber | None]


class NumberEditor(FieldEditor):
    """`read` understands amounts with scale words and units; `unit_read` carries a unit that was typed along."""

    unit_read = Signal(str)

    def __init__(self, name: str, label: str, read: ReadNumber, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, label, tip, parent)
        self._read = read
        self._written = ""
        self._line = QLineEdit()
        self.take(self._line)
        self._line.textEdited.connect(self._on_typed)

    def value(self) -> Any:
        """The amount, or None when the field is empty. Raises ValueError when it is no number."""
        text = self._line.text().strip()
        if not text:
            return None
        plain = self._plain(text)
        if plain is not None:
            return plain
        found = self._read(text)
        if found is None:
            raise ValueError(_("“{text}” is not understood as a number.").format(text=text))
        return found.value

    def show_written(self, words: str) -> None:
        """The number in the article's own characters, to stand beside what it is understood as."""
        self._written = words
        self._say()

    @staticmethod
    def _plain(text: str) -> Decimal | None:
        try:
            number = Decimal(text)
        except InvalidOperation:
            return None
        return number if number.is_finite() else None

    def show_value(self, value: Any) -> None:
        self._line.setText(decimal_text(value) if isinstance(value, Decimal) else "")
        self._say()

    def _on_typed(self, text: str) -> None:
        found = self._read(text) if self._plain(text.strip()) is None and text.strip() else None
        if found is not None and found.unit != "count":
            self.unit_read.emit(found.unit)
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        try:
            number = self.value()
        except ValueError as error:
            self.show_note(str(error))
            return
        face = numbers.full(number) if number is not None else ""
        is_plain = face in ("", self._line.text().strip())
        parts = [_("written “{words}”").format(words=self._written)] if self._written else []
        self.show_note(" ".join([*parts, *([] if is_plain else ["= " + face])]))
