"""The history of an annotation: who did what, when, and what each field was before."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.domain.annotation import Kind
from postil.operations import describe
from postil.operations.rows import HistoryRow
from postil.ui.extraction.editors.base import wrapping_label
from postil.ui.theme.spacing import HALF


def lines_of(kind: Kind, row: HistoryRow) -> list[str]:
    """One step as lines: the sentence, then one a field that changed."""
    said = [_("{time} · {name}: {what}").format(time=describe.time_text(row.at_ms), name=row.by_name, what=_(row.label))]
    for change in row.changes:
        before, after = (describe.field_text(kind, change.field, value) for value in (change.before, change.after))
        said.append("    " + _("{field}: {before} → {after}").format(field=describe.field_label(kind, change.field), before=before, after=after))
    return said


class HistoryPanel(QWidget):
    """Shows rows newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = wrapping_label("small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, HALF, 0, HALF)
        layout.addWidget(self._text)
        self.hide()

    def show_history(self, kind: Kind, rows: tuple[HistoryRow, ...]) -> None:
        """Show what happened."""
        self._text.setAccessibleName(_("History"))
        self._text.setText("\n".join(line for row in rows for line in lines_of(kind, row)) or _("Nothing has happened to it yet."))
        self.show()
