"""An editor for dates and periods: typed as people write them, kept as EDTF, shown beside as a reader sees them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from postil.base import edtf
from postil.base.i18n import _, language
from postil.ui.extraction.editors.base import FieldEditor

ReadDate = Callable[[str], str]


class DateEditor(FieldEditor):
    """`read` turns words ("tháng 12/2024", "les onze premiers mois de 2024") into EDTF, or "" when it cannot."""

    def __init__(self, name: str, label: str, read: ReadDate, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, label, tip, parent)
        self._read = read
        self._line = QLineEdit()
        self._line.setPlaceholderText(_("2024 · 12/2024 · 20/12/2024 · 2021/2025"))
        self.take(self._line)
        self._line.textEdited.connect(self._on_typed)

    def value(self) -> Any:
        """EDTF, or "" when the field is empty. Raises ValueError when it is no date."""
        text = self._line.text().strip()
        if not text or edtf.is_valid(text):
            return text
        found = self._read(text)
        if not found:
            raise ValueError(_("“{text}” is not understood as a date or period.").format(text=text))
        return found

    def show_value(self, value: Any) -> None:
        self._line.setText(str(value or ""))
        self._say()

    def _on_typed(self, _text: str) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        try:
            found = self.value()
        except ValueError as error:
            self.show_note(str(error))
            return
        if not found:
            self.show_note("")
            return
        text = self._line.text().strip()
        face = edtf.for_people(found, language())
        self.show_note(" · ".join(dict.fromkeys(part for part in (found, face) if part != text)))
