"""Editors for small lists: who took part, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.domain.event import PART_LABELS, Part, Participant, Place
from postil.ui.extraction.editors.base import FieldEditor
from postil.ui.extraction.editors.choice import CalmCombo
from postil.ui.theme import icons
from postil.ui.theme.spacing import HALF, ONE


class _Row(QFrame):
    """One entry of the list: a few inputs and a button that takes it away."""

    changed = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(ONE, HALF, HALF, HALF)
        self.grid.setSpacing(HALF)
        self._away = QToolButton()
        icons.wear(self._away, "remove", "dim")
        self._away.setAccessibleName(_("Remove"))
        self._away.setToolTip(_("Remove"))
        self._away.clicked.connect(self.removed)
        self.grid.addWidget(self._away, 0, 2)

    def line(self, name: str, text: str) -> QLineEdit:
        """An input with its name as placeholder."""
        made = QLineEdit(text)
        made.setPlaceholderText(name)
        made.setAccessibleName(name)
        made.setCursorPosition(0)
        made.textEdited.connect(lambda _text: self.changed.emit())
        return made

    def entry(self) -> Any:
        """What the row holds; None when it is empty."""
        return None

    def inputs(self) -> list[QWidget]:
        """What is typed into, in order."""
        return []


class _PersonRow(_Row):
    def __init__(self, person: Participant) -> None:
        super().__init__()
        self._person = person
        self._name = self.line(_("name"), person.name)
        self._role = self.line(_("title, as written"), person.role)
        self._country = self.line(_("country"), person.country)
        self._part = CalmCombo()
        self._part.setAccessibleName(_("part"))
        self._part.addItems([_(label) for label in PART_LABELS.values()])
        self._part.setCurrentIndex(list(PART_LABELS).index(person.part))
        self._part.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.grid.addWidget(self._name, 0, 0, 1, 2)
        self.grid.addWidget(self._role, 1, 0, 1, 3)
        self.grid.addWidget(self._part, 2, 0)
        self.grid.addWidget(self._country, 2, 1, 1, 2)

    def entry(self) -> Any:
        name = self._name.text().strip()
        part: Part = list(PART_LABELS)[self._part.currentIndex()]
        return replace(self._person, name=name, part=part, role=self._role.text().strip(), country=self._country.text().strip()) if name else None

    def inputs(self) -> list[QWidget]:
        return [self._name, self._role, self._part, self._country]


class _PlaceRow(_Row):
    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._name = self.line(_("name, as written"), place.name)
        self._code = self.line(_("code"), place.code)
        self._remote = QCheckBox(_("relay venue"))
        self._remote.setToolTip(_("People followed from there; it was not held there."))
        self._remote.setChecked(place.remote)
        self._remote.toggled.connect(lambda _on: self.changed.emit())
        self.grid.addWidget(self._name, 0, 0, 1, 2)
        self.grid.addWidget(self._code, 1, 0)
        self.grid.addWidget(self._remote, 1, 1, 1, 2)

    def entry(self) -> Any:
        name = self._name.text().strip()
        return replace(self._place, name=name, code=self._code.text().strip(), remote=self._remote.isChecked()) if name else None

    def inputs(self) -> list[QWidget]:
        return [self._name, self._code, self._remote]


class RowsEditor(FieldEditor):
    """A list of rows with a button that adds one; rows without a name are not kept."""

    def __init__(self, name: str, label: str, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, label, tip, parent)
        self._rows: list[_Row] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(HALF)
        self._add = QPushButton(self.add_words())
        self._add.setProperty("look", "quiet")
        icons.wear(self._add, "add", "accent")
        self._add.clicked.connect(self._on_add_clicked)
        self.box.insertLayout(1, self._list)
        self.box.insertWidget(2, self._add)
        self.setFocusProxy(self._add)
        self._inputs.append(self._add)

    def add_words(self) -> str:
        """What the button says."""
        return ""

    def make_row(self, entry: Any) -> _Row:
        """A row for an entry; None for a new one."""
        raise AssertionError(f"{type(self).__name__} makes no rows of {entry!r}")

    def value(self) -> Any:
        """The entries as a tuple."""
        return tuple(entry for entry in (row.entry() for row in self._rows) if entry is not None)

    def show_value(self, value: Any) -> None:
        for row in list(self._rows):
            self._take_away(row)
        entries: Sequence[Any] = value or ()
        for entry in entries:
            self._append(entry)

    def _append(self, entry: Any) -> _Row:
        row = self.make_row(entry)
        self._rows.append(row)
        self._list.addWidget(row)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._on_row_removed(row))
        for field in row.inputs():
            field.installEventFilter(self)
        return row

    def _take_away(self, row: _Row) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_row_removed(self, row: _Row) -> None:
        at = self._rows.index(row)
        self._take_away(row)
        (self._rows[min(at, len(self._rows) - 1)].inputs()[0] if self._rows else self._add).setFocus()
        self.changed.emit()

    def _on_add_clicked(self) -> None:
        self._append(None).inputs()[0].setFocus()
        self.changed.emit()


class PeopleEditor(RowsEditor):
    """Participants of an event."""

    def add_words(self) -> str:
        return _("Add a participant")

    def make_row(self, entry: Any) -> _Row:
        return _PersonRow(entry or Participant(""))


class PlacesEditor(RowsEditor):
    """Places of an event."""

    def add_words(self) -> str:
        return _("Add a place")

    def make_row(self, entry: Any) -> _Row:
        return _PlaceRow(entry or Place(""))
