"""Asks for a note on the annotation under review, in Markdown."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from postil.base.i18n import _
from postil.ui.theme import fonts
from postil.ui.widgets.dialog import FormDialog


class NoteDialog(FormDialog):
    """Ask `markdown` after it was accepted; Ctrl+Enter saves from the field, where Enter begins a new line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._text = QPlainTextEdit()
        self._text.setAccessibleName(_("Note on the annotation, in Markdown"))
        self._text.setPlaceholderText(_("Note on the annotation, in Markdown"))
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(fonts.pixels(160))
        super().__init__(_("Note"), self._text, _("Save"), parent)
        self._text.textChanged.connect(self._on_typed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept_button.click)
        self._on_typed()
        self._text.setFocus()

    def markdown(self) -> str:
        """The note, without white space at its ends."""
        return self._text.toPlainText().strip()

    def _on_typed(self) -> None:
        self.set_acceptable(is_acceptable=bool(self.markdown()))
