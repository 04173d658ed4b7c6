"""What checking the project found, in sentences, with a copy for whoever is asked for help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.ui.theme import fonts
from postil.ui.theme.spacing import TWO
from postil.ui.widgets.badge import Badge
from postil.ui.widgets.dialog import FormDialog

if TYPE_CHECKING:
    from postil.operations.verify import Report


class VerifyDialog(FormDialog):
    """Sound or not, then what was looked at, then every finding."""

    def __init__(self, report: Report, parent: QWidget) -> None:
        self._verdict, self._findings = Badge(), QPlainTextEdit()
        sentence = _("Journal, signatures and evidence hold.") if report.is_sound else _("Something does not hold. Keep a copy of the folder.")
        self._verdict.show_badge("approved" if report.is_sound else "error", sentence, state="approved" if report.is_sound else "broken")
        counts = " · ".join(report.counts())
        looked_at = QLabel(counts)
        looked_at.setProperty("role", "dim")
        looked_at.setWordWrap(True)
        self._findings.setReadOnly(True)
        self._findings.setAccessibleName(_("Findings"))
        self._findings.setPlainText("\n".join((*report.problems, *report.warnings)) or _("There is nothing to report."))
        self._findings.setMinimumHeight(fonts.pixels(120))
        self._text = "\n".join((sentence, counts, *report.problems, *report.warnings))
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TWO)
        layout.addWidget(self._verdict)
        layout.addWidget(looked_at)
        layout.addWidget(self._findings, 1)
        super().__init__(_("Check of the project"), body, "", parent, width=560)
        self.add_button(_("Copy")).clicked.connect(self.copy)

    def text(self) -> str:
        """The report as plain text."""
        return self._text

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QApplication.clipboard().setText(self._text)
