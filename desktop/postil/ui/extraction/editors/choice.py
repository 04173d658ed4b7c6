"""An editor for one of a few: a list that opens, and letters that choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from postil.ui.extraction.editors.base import FieldEditor


class CalmCombo(QComboBox):
    """A combo box that the wheel does not turn by accident, and that may be narrower than its longest choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls."""
        event.ignore()


class ChoiceEditor(FieldEditor):
    """Choices are pairs of value and translated label; None among the values means: not said."""

    def __init__(self, name: str, label: str, choices: Sequence[tuple[Any, str]], tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, label, tip, parent)
        self._values = [value for value, _label in choices]
        self._combo = CalmCombo()
        self._combo.addItems([text for _value, text in choices])
        self.take(self._combo)
        self._combo.activated.connect(lambda _index: self.changed.emit())
        self._combo.currentIndexChanged.connect(self._on_index_changed)
        self._is_showing = False

    def value(self) -> Any:
        """The chosen value."""
        index = self._combo.currentIndex()
        return self._values[index] if index >= 0 else None

    def show_value(self, value: Any) -> None:
        self._is_showing = True
        self._combo.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self._is_showing = False

    def _on_index_changed(self) -> None:
        if not self._is_showing:
            self.changed.emit()
