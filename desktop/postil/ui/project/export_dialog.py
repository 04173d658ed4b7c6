"""Asks what to export: which form, and only what is approved or everything."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.ui.theme.spacing import ONE
from postil.ui.widgets.dialog import FormDialog


class ExportDialog(FormDialog):
    """The form is `csv` or `jsonl`."""

    def __init__(self, parent: QWidget) -> None:
        self._forms = QButtonGroup()
        self.approved_only = QCheckBox(_("Only approved annotations"))
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ONE)
        rows = (
            ("csv", _("Table (CSV): one row an annotation, for spreadsheets")),
            ("jsonl", _("JSON lines: everything, one article a line, for programs")),
        )
        for number, (form, words) in enumerate(rows):
            button = QRadioButton(words)
            button.setObjectName(form)
            button.setChecked(number == 0)
            self._forms.addButton(button)
            layout.addWidget(button)
        layout.addWidget(self.approved_only)
        said = QLabel(_("Approved annotations whose evidence is broken are left out."))
        said.setProperty("role", "small")
        said.setWordWrap(True)
        layout.addWidget(said)
        super().__init__(_("Export"), body, _("Choose a file…"), parent)

    def form(self) -> str:
        """`csv` or `jsonl`."""
        chosen = self._forms.checkedButton()
        return chosen.objectName() if chosen is not None else "csv"
