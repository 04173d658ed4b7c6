"""The dialog for a bug: what to do, and the report, which holds no article text and is sent nowhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.ui.widgets.dialog import FormDialog


class CrashDialog(FormDialog):
    """Says that something broke and nothing was lost; the report can be copied or saved, and is sent nowhere."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        self._report = report
        self._text = QPlainTextEdit(
            _("Something in Postil broke. What you had done is saved. You can go on working; if this comes again, start Postil again.")
            + "\n\n"
            + _("This report holds no words of your articles and has not been sent anywhere:")
            + "\n\n"
            + report
        )
        self._text.setReadOnly(True)
        self._text.setAccessibleName(_("Report"))
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        super().__init__(_("Something broke"), body, "", parent, width=640)
        self.add_button(_("Copy report")).clicked.connect(self.copy)
        self.add_button(_("Save report…")).clicked.connect(self.save)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QApplication.clipboard().setText(self._report)

    def save(self) -> None:
        """Ask where, and write the report."""
        name, _filter = QFileDialog.getSaveFileName(self, _("Save report"), "postil-report.txt")
        if name:
            Path(name).write_text(self._report, "utf-8")
