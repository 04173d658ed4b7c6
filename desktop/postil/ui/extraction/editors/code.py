"""An editor for codes: type any part of a label in any of the three languages, accents or not, and choose.

What is in no list is kept where the field allows it: an indicator or a counted noun gets an id made of its words.
"""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from postil.base.fold import fold
from postil.base.i18n import _
from postil.domain.codebook import CodeList
from postil.ui.extraction.editors.base import FieldEditor
from postil.ui.keys import ENTER

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_MOST = 12


def id_of_words(text: str) -> str:
    """A snake_case id made of what was typed."""
    return _NOT_WORD.sub("_", fold(text)).strip("_")


class CodeEditor(FieldEditor):
    """`value` is a code of the list; with `allow_new` also a new one, with `allow_text` also plain words."""

    def __init__(
        self,
        name: str,
        label: str,
        codes: CodeList,
        tip: str = "",
        *,
        allow_new: bool = False,
        allow_text: bool = False,
    ) -> None:
        super().__init__(name, label, tip)
        self._codes = codes
        self._allow_new, self._allow_text = allow_new, allow_text
        self._by_label = {fold(entry.label()): entry.id for entry in reversed(codes.entries)}
        self._stacks = [(entry.haystack(), entry.label()) for entry in codes.entries]
        self._matches = QStringListModel(self)
        completer = QCompleter(self._matches, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_MOST)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._line = QLineEdit()
        self._line.setCompleter(completer)
        self.take(self._line)
        popup = completer.popup()
        assert popup is not None
        popup.installEventFilter(self)
        completer.activated.connect(self._on_chosen)
        self._line.textEdited.connect(self._on_typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """With the list open, Ctrl+Enter, and Enter without a choice in the list, are for the field."""
        is_enter = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in ENTER
        if not is_enter or not isinstance(watched, QAbstractItemView) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if watched.currentIndex().isValid() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        watched.hide()
        QCoreApplication.sendEvent(self._line, event)
        return True

    def value(self) -> Any:
        """The code. Raises ValueError when the words are in no list and the field takes no others."""
        text = self._line.text().strip()
        if not text:
            return ""
        known = self._by_label.get(fold(text)) or (text if text in self._codes.by_id else "")
        if known:
            return known
        if self._allow_text:
            return text
        if self._allow_new and id_of_words(text):
            return id_of_words(text)
        raise ValueError(_("“{text}” is not in the list.").format(text=text))

    def show_value(self, value: Any) -> None:
        code = str(value or "")
        self._line.setText(self._codes.label(code) if code in self._codes.by_id or not self._allow_text else code)
        self._line.setCursorPosition(0)
        self._look_for("")
        self._say()

    def _look_for(self, text: str) -> None:
        """Offer the labels of the entries that hold every word of `text`; those that begin with it first."""
        words = fold(text.strip()).split()
        found = [label for stack, label in self._stacks if all(word in stack for word in words)]
        if words:
            found.sort(key=lambda label: not fold(label).startswith(words[0]))
        self._matches.setStringList(found)

    def label_typed(self) -> str:
        """The words as typed, for a code that is new."""
        return self._line.text().strip()

    def _on_typed(self, text: str) -> None:
        self._look_for(text)
        self._say()
        self.changed.emit()

    def _on_chosen(self, _text: str) -> None:
        self._say()
        self.changed.emit()

    def is_new(self) -> bool:
        """Is what stands here a code that the list does not have?"""
        try:
            code = self.value()
        except ValueError:
            return False
        return bool(code) and code not in self._codes.by_id

    def _say(self) -> None:
        self.show_note(_("new: {code}").format(code=self.value()) if self._allow_new and self.is_new() else "")
