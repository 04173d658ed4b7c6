"""Chooses tags from the project's trilingual list: typed letters narrow it, Space ticks, Enter is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from postil.base.fold import fold
from postil.base.i18n import _
from postil.domain.codebook import CodeEntry, shipped
from postil.ui.theme import fonts
from postil.ui.theme.spacing import ONE, TWO
from postil.ui.widgets.search_field import SearchField


def choose_tags(parent: QWidget, chosen: Sequence[str]) -> tuple[str, ...] | None:
    """Ask which tags there should be; None when the person changed their mind."""
    dialog = TagDialog(chosen, parent)
    return dialog.chosen() if dialog.exec() == TagDialog.DialogCode.Accepted else None


class TagDialog(QDialog):
    """The list of tags with those in use ticked; matching looks at the labels of all languages."""

    def __init__(self, chosen: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Tags"))
        self._field = SearchField()
        self._field.setPlaceholderText(_("Type to find a tag"))
        self._field.setAccessibleName(_("Find a tag"))
        self._list = QListWidget()
        self._list.setAccessibleName(_("Tags"))
        known = shipped("tags").entries
        extra = [CodeEntry(tag, {}) for tag in chosen if tag not in shipped("tags").by_id]
        for entry in [*known, *extra]:
            self._add(entry, is_chosen=entry.id in chosen)
        buttons = QDialogButtonBox()
        buttons.addButton(_("Done"), QDialogButtonBox.ButtonRole.AcceptRole).setProperty("look", "primary")
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TWO, TWO, TWO, TWO)
        layout.setSpacing(ONE)
        for widget in (self._field, self._list, buttons):
            layout.addWidget(widget)
        self._field.textChanged.connect(self._narrow)
        self.resize(fonts.pixels(360), fonts.pixels(440))
        self._list.setCurrentRow(0)
        self._field.setFocus()

    def _add(self, entry: CodeEntry, *, is_chosen: bool) -> None:
        item = QListWidgetItem(entry.label(), self._list)
        item.setData(Qt.ItemDataRole.UserRole, entry.id)
        item.setData(Qt.ItemDataRole.UserRole + 1, fold(" ".join([entry.id, *entry.labels.values()])))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)

    def chosen(self) -> tuple[str, ...]:
        """The ids ticked, in the list's order."""
        items = (self._list.item(i) for i in range(self._list.count()))
        return tuple(str(i.data(Qt.ItemDataRole.UserRole)) for i in items if i.checkState() == Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move in the list and Enter ticks while the field keeps the focus; Ctrl+Enter is done."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self._field.text():
                self.accept()
            else:
                self._tick()
        else:
            super().keyPressEvent(event)

    def _tick(self) -> None:
        if self._list.currentRow() < 0:
            return
        item = self._list.currentItem()
        if not item.isHidden():
            is_ticked = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked)
            self._field.clear()

    def _step(self, by: int) -> None:
        rows = [i for i in range(self._list.count()) if not self._list.item(i).isHidden()]
        if rows:
            here = rows.index(self._list.currentRow()) if self._list.currentRow() in rows else 0
            self._list.setCurrentRow(rows[max(0, min(len(rows) - 1, here + by))])

    def _narrow(self, text: str) -> None:
        words = fold(text).split()
        first = -1
        for i in range(self._list.count()):
            item = self._list.item(i)
            fits = all(word in item.data(Qt.ItemDataRole.UserRole + 1) for word in words)
            item.setHidden(not fits)
            first = i if fits and first < 0 else first
        if first >= 0:
            self._list.setCurrentRow(first)
