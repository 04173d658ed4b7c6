"""What an import will do, file by file, before it does it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from postil.base.i18n import _, ngettext
from postil.ui.theme import current, fonts, icons
from postil.ui.theme.spacing import ONE
from postil.ui.widgets.dialog import FormDialog

SHOWN = 1000
"""Rows put into the table; beyond that the counts above it say enough."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One file and what will become of it: `icon` names its sort, `what` says it, `will_import` whether it comes in."""

    name: str
    path: str
    icon: str
    what: str
    will_import: bool


class ImportPreview(FormDialog):
    """Counts on top, the files below, problems first; "Import" takes in what can be taken in."""

    def __init__(self, files: tuple[PreviewRow, ...], parent: QWidget) -> None:
        self._coming = sum(f.will_import for f in files)
        staying = len(files) - self._coming
        said = QLabel(
            " · ".join(
                part
                for part in (
                    ngettext("{n} article will come in", "{n} articles will come in", self._coming).format(n=self._coming),
                    ngettext("{n} file stays out", "{n} files stay out", staying).format(n=staying) if staying else "",
                )
                if part
            )
        )
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ONE)
        layout.addWidget(said)
        layout.addWidget(self._table(files), 1)
        super().__init__(_("Import"), body, _("Import"), parent, width=760)
        self.set_acceptable(is_acceptable=self._coming > 0)
        self.resize(self.minimumWidth(), min(self.maximumHeight(), 240 + fonts.pixels(32) * min(len(files), 10)))

    def _table(self, files: tuple[PreviewRow, ...]) -> QTableWidget:
        rows = sorted(files, key=lambda f: f.will_import)[:SHOWN]
        table = QTableWidget(len(rows), 2)
        table.setHorizontalHeaderLabels([_("File"), _("What will happen")])
        table.setAccessibleName(_("Files"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.setWordWrap(True)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.resizeSection(0, fonts.pixels(260))
        for number, file in enumerate(rows):
            name = QTableWidgetItem(file.name)
            name.setToolTip(file.path)
            what = QTableWidgetItem(file.what)
            what.setIcon(icons.icon(file.icon, current.tokens().levels.get(file.icon, current.tokens().dim)))
            what.setToolTip(file.what)
            table.setItem(number, 0, name)
            table.setItem(number, 1, what)
        table.resizeRowsToContents()
        return table
