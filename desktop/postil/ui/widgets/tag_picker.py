"""Choosing tags: typed letters filter the project's list in three languages, Enter ticks, Ctrl+Enter or the button is done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from postil.base.fold import fold
from postil.base.i18n import _
from postil.domain import codebook
from postil.ui.keys import ENTER
from postil.ui.theme import fonts
from postil.ui.theme.spacing import ONE
from postil.ui.widgets.dialog import FormDialog
from postil.ui.widgets.search_field import SearchField

_ID = int(Qt.ItemDataRole.UserRole)


class TagPicker(FormDialog):
    """`counts` says how often each tag is used. Ask `added` and `removed` after it was accepted."""

    def __init__(self, title: str, present: tuple[str, ...], counts: dict[str, int], parent: QWidget | None = None) -> None:
        self._field, self._list = SearchField(), QListWidget()
        super().__init__(title, self._lay_out(), _("Done"), parent, width=380)
        self._present = frozenset(present)
        codes = codebook.shipped("tags")
        self._stacks = {entry.id: entry.haystack() for entry in codes.entries}
        known = [entry.id for entry in codes.entries]
        order = {code: n for n, code in enumerate((*known, *(tag for tag in present if tag not in known)))}
        for code in sorted(order, key=lambda tag: (tag not in self._present, -counts.get(tag, 0), order[tag])):
            label = codes.label(code)
            item = QListWidgetItem(f"{label} ({counts[code]})" if counts.get(code) else label)
            item.setData(_ID, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if code in self._present else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._field.textChanged.connect(self._filter)
        self._field.left.connect(self.reject)
        self._field.installEventFilter(self)
        self._list.installEventFilter(self)
        self._filter("")
        self._field.setFocus()

    def _lay_out(self) -> QWidget:
        self._field.setPlaceholderText(_("Type to find a tag"))
        self._field.setAccessibleName(_("Find a tag"))
        self._list.setAccessibleName(_("Tags"))
        self._list.setMinimumHeight(fonts.pixels(260))
        hint = QLabel(_("Enter ticks, Ctrl+Enter is done."))
        hint.setProperty("role", "small")
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ONE)
        for widget in (self._field, self._list, hint):
            layout.addWidget(widget)
        return body

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _filter(self, text: str) -> None:
        wanted = fold(text).split()
        for item in self._items():
            code = str(item.data(_ID))
            stack = self._stacks.get(code, fold(code.replace("_", " ")))
            item.setHidden(not all(word in stack for word in wanted))
        first = next((item for item in self._items() if not item.isHidden()), None)
        if first is not None:
            self._list.setCurrentItem(first)

    def _chosen(self) -> frozenset[str]:
        return frozenset(str(item.data(_ID)) for item in self._items() if item.checkState() is Qt.CheckState.Checked)

    def added(self) -> tuple[str, ...]:
        """Tags ticked that were not there."""
        return tuple(sorted(self._chosen() - self._present))

    def removed(self) -> tuple[str, ...]:
        """Tags that were there and are ticked no more."""
        return tuple(sorted(self._present - self._chosen()))

    def _toggle(self) -> None:
        item = self._list.currentItem()
        if not item.isHidden():
            checked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)

    def _step(self, by: int) -> None:
        shown = [row for row, item in enumerate(self._items()) if not item.isHidden()]
        if shown:
            at = shown.index(self._list.currentRow()) if self._list.currentRow() in shown else 0
            self._list.setCurrentRow(shown[max(0, min(len(shown) - 1, at + by))])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter ticks, arrows move in the list while one types."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in ENTER:
            self.accept() if event.modifiers() & Qt.KeyboardModifier.ControlModifier else self._toggle()
            return True
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        return super().eventFilter(watched, event)
