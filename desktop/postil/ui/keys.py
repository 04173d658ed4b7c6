"""Keys: which presses are typing, the French number row, and how a key is written for people."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from postil.base.i18n import _

_AZERTY = dict(zip("1234567890", ("&", "é", '"', "'", "(", "-", "è", "_", "ç", "à"), strict=True))
"""What the French number row gives without Shift."""

_MODIFIED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESSING = (*ENTER, Qt.Key.Key_Space)


def with_azerty(keys: tuple[str, ...]) -> tuple[str, ...]:
    """`keys` (portable form) and, for each that ends in a digit, its twin on a French keyboard."""
    twins = []
    for key in keys:
        head, plus, last = key.rpartition("+")
        if last in _AZERTY:
            twins.append(f"{head}{plus}{_AZERTY[last].upper()}")
    return keys + tuple(twin for twin in twins if twin not in keys)


def for_people(key: str) -> str:
    """A key as this desktop writes it ("Ctrl+Z", "⌘Z")."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def is_typed_into(widget: QWidget | None) -> bool:
    """Does this widget take letters?"""
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox | QComboBox | QKeySequenceEdit)


class TypingGuard(QObject):
    """Keeps single-key actions from firing while a text field has focus, and Enter from leaving a focused button.

    It follows the focus and filters the focused widget alone, so that no other event costs anything.
    """

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        app.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, app.focusWidget())

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None:
            with contextlib.suppress(RuntimeError):  # the widget is gone, and its filters with it
                self._watched.removeEventFilter(self)
            self._watched = None
        if now is not None and (is_typed_into(now) or isinstance(now, QAbstractButton)):
            now.installEventFilter(self)
            self._watched = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim a plain key for the field that has the focus before any shortcut can take it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & _MODIFIED or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
            return False
        if event.key() == Qt.Key.Key_Escape or (isinstance(watched, QAbstractButton) and event.key() not in _PRESSING):
            return False
        event.accept()
        return True


def describe(keys: tuple[str, ...]) -> str:
    """Keys of one action as a line for people: "A", "Ctrl+Y or Ctrl+Shift+Z"."""
    return _(" or ").join(for_people(key) for key in keys)
