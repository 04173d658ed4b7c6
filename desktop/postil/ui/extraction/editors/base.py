"""What every editor of a field is: a label above, an input, and room for what is wrong with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.ui.keys import ENTER
from postil.ui.theme.spacing import HALF


def wrapping_label(role: str, parent: QWidget | None = None) -> QLabel:
    """A label of plain text that wraps and never asks for width."""
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


class FieldEditor(QWidget):
    """Base of editors. `changed` fires at each keystroke, `advanced` when Enter says that the field is done.

    Subclasses call `take(input)` with what they edit in, and override `value` and `show_value`. `value` raises
    ValueError, with a sentence for people, when what was typed cannot be understood.
    """

    changed = Signal()
    advanced = Signal()

    def __init__(self, name: str, label: str, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._label = QLabel(label)
        self._label.setProperty("role", "small")
        self._note = wrapping_label("small")
        self._problem = wrapping_label("error")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(HALF // 2)
        self.box.addWidget(self._label)
        self.box.addWidget(self._note)
        self.box.addWidget(self._problem)
        self._note.hide()
        self._problem.hide()
        self._inputs: list[QWidget] = []
        self._blocks = False
        self.title = label
        self._tip = tip

    def mark_inferred(self, *, is_inferred: bool) -> None:
        """Say beside the label that the value was inferred, not read in the words themselves."""
        self._label.setText(_("{label} · inferred").format(label=self.title) if is_inferred else self.title)

    def take(self, field: QWidget, *, in_layout: bool = True) -> None:
        """Edit in this widget; it gets the field's name and help, and its Enter moves on."""
        field.setAccessibleName(self.title)
        field.setAccessibleDescription(self._tip)
        field.setToolTip(self._tip)
        field.installEventFilter(self)
        if not self._inputs:
            self._label.setBuddy(field)
            self.setFocusProxy(field)
        self._inputs.append(field)
        if in_layout:
            self.box.insertWidget(1, field)

    def inputs(self) -> list[QWidget]:
        """The widgets that are typed into."""
        return list(self._inputs)

    def value(self) -> Any:
        """What stands in the field, as the body holds it."""
        return None

    def show_value(self, value: Any) -> None:
        """Show a value of the body; `changed` does not fire."""

    def show_note(self, text: str) -> None:
        """Say how the value is understood; empty says nothing."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def show_problem(self, text: str, *, is_blocking: bool = True) -> None:
        """Say what is wrong with the field; empty takes it back. What only asks for a look is said quietly."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._blocks = bool(text) and is_blocking
        self._paint_as(self._problem, "role", "error" if is_blocking else "small")
        for field in self._inputs:
            self._paint_as(field, "state", "error" if self._blocks else "")

    @staticmethod
    def _paint_as(widget: QWidget, name: str, value: str) -> None:
        if (widget.property(name) or "") != value:
            widget.setProperty(name, value)
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def problem(self) -> str:
        """What the field says is wrong with it."""
        return self._problem.text()

    def is_blocking(self) -> bool:
        """Must it be put right before it can be kept?"""
        return self._blocks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter moves on to the next field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in ENTER and self._moves_on(event):
            self.advanced.emit()
            return True
        return super().eventFilter(watched, event)

    def _moves_on(self, event: QKeyEvent) -> bool:
        return not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
