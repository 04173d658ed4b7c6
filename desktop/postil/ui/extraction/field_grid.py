"""The fields of a form: editors in the table's order, short ones side by side, those that matter now on view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from postil.domain.annotation import Body, Kind
from postil.operations.fields import FIELDS, FieldSpec, is_empty
from postil.ui.extraction.editors.base import FieldEditor
from postil.ui.extraction.field_editors import BESIDE, FIRST, NOT_OFFERED, PAIRS, Reading, editor_for
from postil.ui.theme.spacing import ONE

NEEDS: dict[str, tuple[str, frozenset[str]]] = {
    "counted": ("unit", frozenset({"count"})),
    "direction": ("status", frozenset({"change"})),
    "relates_to": ("status", frozenset({"change"})),
}
"""Fields that matter only beside certain values of another."""
SHOWN_FOR_CHANGE = ("direction", "relates_to")


class FieldGrid(QWidget):
    """`changed` at each keystroke, `finished` when Enter leaves the last field, `reached` names the field with the cursor."""

    changed = Signal()
    finished = Signal()
    reached = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shows_all = False
        self._kind = Kind.FIGURE
        self._specs: dict[str, FieldSpec] = {}
        self._editors: dict[str, FieldEditor] = {}
        self._shown: set[str] = set()
        self._lines: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(ONE)

    def show_body(self, kind: Kind, body: Body, reading: Reading) -> None:
        """Make fresh editors for a body."""
        for line in self._lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.shows_all = False
        self._kind = kind
        self._specs = {spec.name: spec for spec in FIELDS[kind]}
        self._editors = {name: editor_for(spec, reading) for name, spec in self._specs.items()}
        self._shown = {name for name, spec in self._specs.items() if self._matters(name, spec, body)}
        self._lines = [self._line(names) for names in self._by_line()]
        for name, editor in self._editors.items():
            editor.show_value(getattr(body, name))
            editor.mark_inferred(is_inferred=name in body.inferred)
            editor.changed.connect(self._on_changed)
            editor.advanced.connect(lambda which=name: self._advance(which))
        self._arrange()

    def _matters(self, name: str, spec: FieldSpec, body: Body) -> bool:
        if not is_empty(getattr(body, name)) and name not in BESIDE:
            return True
        return spec.is_basic and name not in NOT_OFFERED

    def _by_line(self) -> Iterable[tuple[str, ...]]:
        second = {b: a for a, b in PAIRS}
        first = dict(PAIRS)
        for name in self._editors:
            if name in second and second[name] in self._editors:
                continue
            pair = first.get(name, "")
            yield (name, pair) if pair in self._editors else (name,)

    def _line(self, names: tuple[str, ...]) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ONE)
        for name in names:
            row.addWidget(self._editors[name], 1, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(line)
        return line

    def editors(self) -> Iterable[tuple[str, FieldEditor]]:
        """Names and editors, in order."""
        return self._editors.items()

    def names(self) -> frozenset[str]:
        """The names of the fields."""
        return frozenset(self._editors)

    def editor(self, name: str) -> FieldEditor | None:
        """The editor of a field."""
        return self._editors.get(name)

    def hidden(self) -> tuple[str, ...]:
        """The fields that can be shown and are not."""
        return tuple(name for name in self._editors if name not in NOT_OFFERED and not self._is_shown(name))

    def show_all(self, wanted: bool) -> None:
        """Show every field, or only those that matter."""
        self.shows_all = wanted
        self._arrange()

    def show_field(self, name: str) -> None:
        """Let a field be on view from now on."""
        if name in self._editors and name not in self._shown:
            self._shown.add(name)
            self._arrange()

    def show_problems(self, said: Mapping[str, tuple[str, bool]]) -> None:
        """Say what is wrong with each field (text, does it block); fields with something wrong come on view."""
        for name, editor in self._editors.items():
            text, is_blocking = said.get(name, ("", False))
            editor.show_problem(text, is_blocking=is_blocking)
        self._shown |= {name for name in said if name in self._editors}
        self._arrange()

    def focus_field(self, name: str) -> None:
        """Put the cursor in a field; without a name, in the first that blocks, else in the one corrected most often."""
        shown = [which for which in self._editors if self._is_shown(which)]
        blocking = [which for which in shown if self._editors[which].is_blocking()]
        wanted = name or next(iter(blocking), FIRST[self._kind])
        if wanted in self._editors:
            self.show_field(wanted)
            self._editors[wanted].inputs()[0].setFocus(Qt.FocusReason.TabFocusReason)
            self.reached.emit(self._editors[wanted])

    def _is_shown(self, name: str) -> bool:
        if name in self._shown and not self._is_idle(name):
            return True
        if name in SHOWN_FOR_CHANGE and not self._is_idle(name):
            return True
        return self.shows_all and name not in NOT_OFFERED

    def _is_idle(self, name: str) -> bool:
        """Does the field mean nothing beside what another says, and say nothing itself?"""
        if name not in NEEDS:
            return False
        other, values = NEEDS[name]
        try:
            is_said = not is_empty(self._editors[name].value())
            beside = str(self._editors[other].value())
        except ValueError:
            return False
        return not is_said and not self._editors[name].problem() and beside not in values

    def _arrange(self) -> None:
        for name, editor in self._editors.items():
            editor.setVisible(self._is_shown(name))
        for line in self._lines:
            line.setVisible(any(self._is_shown(editor.name) for editor in line.findChildren(FieldEditor)))

    def _on_changed(self) -> None:
        self._arrange()
        self.changed.emit()

    def _advance(self, name: str) -> None:
        shown = [which for which in self._editors if self._is_shown(which)]
        order = [which for line in self._by_line() for which in line if which in shown]
        at = order.index(name) + 1 if name in order else len(order)
        if at < len(order):
            self.focus_field(order[at])
        else:
            self.finished.emit()
