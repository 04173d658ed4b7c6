"""The words an annotation rests on: each with its role, edges that move by key or button, and a way to add the selection."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.domain.annotation import MAIN_ROLE, Kind
from postil.domain.selector import Evidence, Role, Span, quote
from postil.ui.extraction.editors.choice import CalmCombo
from postil.ui.extraction.roles import ROLE_LABELS, ROLES_OF
from postil.ui.theme import icons
from postil.ui.theme.spacing import HALF
from postil.ui.widgets.article_text.text_map import TextMap
from postil.ui.widgets.elided_label import ElidedLabel

_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Edge(QToolButton):
    """One edge: arrow keys move it by words, with Ctrl by characters; a click moves it outwards, with Shift inwards."""

    moved = Signal(int, bool)

    def __init__(self, *, is_start: bool) -> None:
        super().__init__()
        self._outwards = -1 if is_start else 1
        self.setText("⟨" if is_start else "⟩")
        self.clicked.connect(self._on_clicked)
        name = _("Start of the evidence") if is_start else _("End of the evidence")
        self.setAccessibleName(name)
        self.setToolTip(name + "\n" + _("Arrow keys move it by words, with Ctrl by characters; a click widens, with Shift narrows."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            self.moved.emit(_ARROWS[Qt.Key(event.key())], not event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        is_inwards = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self.moved.emit(-self._outwards if is_inwards else self._outwards, True)


class _EvidenceRow(QWidget):
    """One piece of evidence; the first one's role is given by the kind and cannot be taken away."""

    moved = Signal(str, int, bool)
    role_chosen = Signal(Role)
    removed = Signal()

    def __init__(self, kind: Kind, evidence: Evidence, *, is_first: bool) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        self.role = CalmCombo()
        roles = (MAIN_ROLE[kind],) if is_first else tuple(dict.fromkeys((*ROLES_OF[kind], evidence.role)))
        self.role.addItems([_(ROLE_LABELS[role]) for role in roles])
        self.role.setCurrentIndex(roles.index(evidence.role) if evidence.role in roles else 0)
        self.role.setEnabled(not is_first)
        self.role.setAccessibleName(_("Role of the evidence"))
        self.role.activated.connect(lambda index: self.role_chosen.emit(roles[index]))
        self.words = ElidedLabel(evidence.exact.replace("\n", " "), in_middle=True)
        self.words.setProperty("role", "quote")
        self.start, self.end = _Edge(is_start=True), _Edge(is_start=False)
        self.start.moved.connect(lambda by, is_word: self.moved.emit("start", by, is_word))
        self.end.moved.connect(lambda by, is_word: self.moved.emit("end", by, is_word))
        away = QToolButton()
        icons.wear(away, "remove", "dim")
        away.setAccessibleName(_("Remove this evidence"))
        away.setToolTip(_("Remove this evidence"))
        away.clicked.connect(self.removed)
        layout.addWidget(self.role, 2)
        layout.addWidget(self.start)
        layout.addWidget(self.words, 4)
        layout.addWidget(self.end)
        layout.addWidget(away)
        away.setVisible(not is_first)


class EvidenceList(QWidget):
    """`changed` fires after every move; ask `evidence()`. `selection_wanted` asks for the words selected in the text."""

    changed = Signal()
    selection_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = Kind.FIGURE
        self._map = TextMap("")
        self._evidence: list[Evidence] = []
        self._rows: list[_EvidenceRow] = []
        self._title = QLabel()
        self._title.setProperty("role", "small")
        self._list = QVBoxLayout()
        self._list.setSpacing(HALF)
        self._add = QPushButton()
        self._add.setProperty("look", "quiet")
        icons.wear(self._add, "evidence", "accent")
        self._add.clicked.connect(self.selection_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addWidget(self._title)
        layout.addLayout(self._list)
        layout.addWidget(self._add)

    def show_evidence(self, kind: Kind, evidence: tuple[Evidence, ...], text_map: TextMap) -> None:
        """Show the evidence of an annotation of the text."""
        self._title.setText(_("Evidence"))
        self._add.setText(_("Use the selection as evidence"))
        self._kind, self._map = kind, text_map
        self._evidence = list(evidence)
        self._draw()

    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence as it stands."""
        return tuple(self._evidence)

    def add(self, span: Span, role: Role | None = None) -> None:
        """Add a stretch of the text; without a role, the first one of the kind that is not there yet."""
        there = {e.role for e in self._evidence}
        free = next((r for r in ROLES_OF[self._kind] if r not in there), ROLES_OF[self._kind][0])
        wanted = role or (free if self._evidence else MAIN_ROLE[self._kind])
        self._evidence.append(quote(self._map.text, span.start, span.end, wanted))
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for number, evidence in enumerate(self._evidence):
            row = _EvidenceRow(self._kind, evidence, is_first=number == 0)
            row.moved.connect(lambda edge, by, is_word, n=number: self._move(n, edge, by, is_word=is_word))
            row.role_chosen.connect(lambda role, n=number: self._set_role(n, role))
            row.removed.connect(lambda n=number: self._remove(n))
            self._rows.append(row)
            self._list.addWidget(row)

    def _move(self, number: int, edge: str, by: int, *, is_word: bool) -> None:
        old = self._evidence[number]
        start = self._map.step(old.start, by, is_word=is_word) if edge == "start" else old.start
        end = self._map.step(old.end, by, is_word=is_word) if edge == "end" else old.end
        if start < end:
            self._evidence[number] = quote(self._map.text, start, end, old.role)
            self._rows[number].words.setText(self._evidence[number].exact.replace("\n", " "))
            self.changed.emit()

    def _set_role(self, number: int, role: Role) -> None:
        self._evidence[number] = replace(self._evidence[number], role=role)
        self.changed.emit()

    def _remove(self, number: int) -> None:
        del self._evidence[number]
        self._draw()
        self._add.setFocus()
        self.changed.emit()
