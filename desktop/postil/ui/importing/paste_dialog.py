"""An article from pasted or typed text, under a name."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from postil.base.i18n import _, ngettext
from postil.ui.theme import fonts
from postil.ui.theme.spacing import ONE, TWO
from postil.ui.widgets.dialog import FormDialog

NAME_LENGTH = 60


class PasteDialog(FormDialog):
    """The name follows the first line until somebody types another."""

    def __init__(self, parent: QWidget, text: str = "") -> None:
        self.name_field, self.text_field = QLineEdit(), QPlainTextEdit()
        self._count = QLabel()
        self._is_named = False
        super().__init__(_("Paste an article"), self._body(), _("Import"), parent, width=640)
        self.name_field.textEdited.connect(self._on_name_edited)
        self.text_field.textChanged.connect(self._on_text_changed)
        self.text_field.setPlainText(text)
        self._on_text_changed()
        self.text_field.setFocus()

    def _body(self) -> QWidget:
        body = QWidget()
        self.name_field.setMaxLength(120)
        self.name_field.setAccessibleName(_("Name"))
        self.text_field.setFont(fonts.font(fonts.FontRole.QUOTE))
        self.text_field.setMinimumHeight(fonts.pixels(240))
        self.text_field.setTabChangesFocus(True)
        self.text_field.setPlaceholderText(_("Paste the article's text here: title first, as it was published."))
        self.text_field.setAccessibleName(_("Text of the article"))
        self._count.setProperty("role", "small")
        form = QFormLayout()
        form.setHorizontalSpacing(TWO)
        form.addRow(_("Name"), self.name_field)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ONE)
        layout.addLayout(form)
        layout.addWidget(self.text_field, 1)
        layout.addWidget(self._count)
        return body

    def text(self) -> str:
        """The text as it was pasted."""
        return self.text_field.toPlainText()

    def name(self) -> str:
        """The name that stands for a file's name."""
        return self.name_field.text().strip()

    def _on_name_edited(self) -> None:
        self._is_named = True
        self._check()

    def _on_text_changed(self) -> None:
        first = next((line.strip() for line in self.text().splitlines() if line.strip()), "")
        if not self._is_named:
            self.name_field.setText(first[:NAME_LENGTH])
        words = len(self.text().split())
        self._count.setText(ngettext("{n} word", "{n} words", words).format(n=words))
        self._check()

    def _check(self) -> None:
        self.set_acceptable(is_acceptable=bool(self.name() and self.text().strip()))
