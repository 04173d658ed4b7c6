"""The sheet of keys: every action that has one, by context, filtered by a few letters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.ui import keys
from postil.ui.actions import CONTEXT_LABELS, Actions, ActionSpec, Context
from postil.ui.theme import fonts
from postil.ui.theme.spacing import HALF, ONE, THREE, TWO
from postil.ui.widgets.dialog import FormDialog
from postil.ui.widgets.search_field import SearchField


def rows_of(actions: Actions, contexts: frozenset[Context]) -> dict[Context, list[ActionSpec]]:
    """Actions that have a key and are served, by context; the contexts people are in come first."""
    order = sorted(Context, key=lambda c: (c not in contexts, c is not Context.GLOBAL))
    found = {context: [s for s in actions.table if s.context is context and s.keys and actions.is_served(s.id)] for context in order}
    return {context: specs for context, specs in found.items() if specs}


class ShortcutsDialog(FormDialog):
    """Reads the action table; there is no second list of keys to grow old."""

    def __init__(self, actions: Actions, contexts: frozenset[Context], parent: QWidget) -> None:
        self._lines: list[tuple[str, QLabel, QLabel]] = []
        self._headings: list[tuple[QLabel, range]] = []
        self._field = SearchField()
        self._field.setPlaceholderText(_("Filter"))
        self._field.setAccessibleName(_("Filter keys"))
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TWO)
        layout.addWidget(self._field)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(_("Keys"))
        area.setWidget(self._sheet(rows_of(actions, contexts)))
        layout.addWidget(area, 1)
        super().__init__(_("Keyboard shortcuts"), body, "", parent, width=620)
        self.resize(self.minimumWidth(), min(self.maximumHeight(), fonts.pixels(640)))
        self._field.textChanged.connect(self._filter)
        self._field.left.connect(self.reject)
        self._field.setFocus()

    def _sheet(self, rows: dict[Context, list[ActionSpec]]) -> QWidget:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setHorizontalSpacing(THREE)
        grid.setVerticalSpacing(HALF)
        grid.setColumnStretch(1, 1)
        for context, specs in rows.items():
            heading = QLabel(_(CONTEXT_LABELS[context]))
            heading.setProperty("role", "strong")
            heading.setContentsMargins(0, ONE, 0, 0)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            first = len(self._lines)
            for spec in specs:
                self._add(grid, spec)
            self._headings.append((heading, range(first, len(self._lines))))
        grid.setRowStretch(grid.rowCount(), 1)
        return sheet

    def _add(self, grid: QGridLayout, spec: ActionSpec) -> None:
        key, what = QLabel(keys.describe(spec.keys)), QLabel(_(spec.text).rstrip("…"))
        key.setProperty("role", "strong")
        key.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        what.setToolTip(_(spec.help))
        row = grid.rowCount()
        grid.addWidget(what, row, 1)
        grid.addWidget(key, row, 0)
        self._lines.append((f"{key.text()} {what.text()} {_(spec.help)}", key, what))

    def _filter(self, text: str) -> None:
        from postil.base.fold import fold

        wanted = fold(text.strip())
        shown = [wanted in fold(words) for words, _key, _what in self._lines]
        for is_shown, (_words, key, what) in zip(shown, self._lines, strict=True):
            key.setVisible(is_shown)
            what.setVisible(is_shown)
        for heading, lines in self._headings:
            heading.setVisible(any(shown[n] for n in lines))
