"""The form a card opens into: one editor a field of the body, the evidence below, what is wrong said at the field.

Made anew for each annotation from the table of fields. What was typed survives closing: ask `draft`, show it again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.domain.annotation import Body, Kind
from postil.domain.figure import Figure
from postil.domain.selector import Evidence, Span
from postil.operations.validation import Problem
from postil.ui.extraction.editors.base import wrapping_label
from postil.ui.extraction.editors.code import CodeEditor
from postil.ui.extraction.editors.number import NumberEditor
from postil.ui.extraction.evidence_list import EvidenceList
from postil.ui.extraction.field_editors import Reading
from postil.ui.extraction.field_grid import FieldGrid
from postil.ui.keys import ENTER
from postil.ui.theme import icons
from postil.ui.theme.spacing import HALF, ONE
from postil.ui.widgets.article_text.text_map import TextMap

PAUSE_MS = 120
"""How long after the last key the whole form is checked."""
Validate = Callable[[Kind, Body, tuple[Evidence, ...]], Sequence[Problem]]


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form: a body and its evidence."""

    body: Body
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FormHelp:
    """What the form needs to know beyond the annotation: the text, how to read what is typed, what is wrong with it."""

    text_map: TextMap
    reading: Reading
    validate: Validate


class AnnotationForm(QWidget):
    """`saved` carries a Draft to keep, `left` one to come back to (None: nothing was changed); `edited` fires while one types."""

    saved = Signal(Draft)
    left = Signal(object)
    edited = Signal()
    selection_wanted = Signal()
    evidence_moved = Signal(tuple)
    field_reached = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = Kind.FIGURE
        self._body: Body | None = None
        self._was: Draft | None = None
        self._help: FormHelp | None = None
        self.grid = FieldGrid()
        self._evidence = EvidenceList()
        self._evidence_problem = wrapping_label("error")
        self._more = QToolButton()
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(ONE)
        for item in (self.grid, self._more, self._evidence, self._evidence_problem):
            page.addWidget(item)
        self.footer = self._make_footer()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)
        self._more.clicked.connect(self._on_more_clicked)
        self._evidence.changed.connect(self._on_evidence_changed)
        self._evidence.selection_wanted.connect(self.selection_wanted)
        self.grid.changed.connect(self._pause.start)
        self.grid.finished.connect(lambda: self._save.setFocus(Qt.FocusReason.TabFocusReason))
        self.grid.reached.connect(self.field_reached)

    def _make_footer(self) -> QWidget:
        footer = QFrame()
        row = QHBoxLayout(footer)
        row.setContentsMargins(ONE + HALF, HALF, ONE + HALF, ONE)
        self._save, self._close = QPushButton(), QPushButton()
        self._save.setProperty("look", "primary")
        self._close.setProperty("look", "quiet")
        self._save.clicked.connect(self.save)
        self._close.clicked.connect(self.leave)
        row.addWidget(self._save)
        row.addWidget(self._close)
        row.addStretch(1)
        footer.installEventFilter(self)
        return footer

    # ---------------------------------------------------------------------------------------------------- what is shown

    def show_annotation(self, kind: Kind, was: Draft, draft: Draft | None, helping: FormHelp) -> None:
        """Show a body and its evidence: as kept before (`draft`) or as they are (`was`)."""
        shown = draft or was
        self._kind, self._was, self._body, self._help = kind, was, shown.body, helping
        self.grid.show_body(kind, shown.body, helping.reading)
        value = self.grid.editor("value")
        if isinstance(value, NumberEditor) and isinstance(shown.body, Figure):
            value.show_written(shown.body.number_as_written)
            value.unit_read.connect(self._on_unit_read)
        self._evidence.show_evidence(kind, shown.evidence, helping.text_map)
        self._save.setText(_("Save  {key}").format(key="Ctrl+⏎"))
        self._close.setText(_("Close  {key}").format(key="Esc"))
        self._say_more()
        self.check()

    def focus_field(self, name: str = "") -> None:
        """Put the cursor in a field; without one, in the first that blocks, else in the one corrected most often."""
        if name and self.grid.editor(name) is None:
            self._evidence.setFocus()
            self.field_reached.emit(self._evidence)
        else:
            self.grid.focus_field(name)

    def say_of_field(self, name: str, text: str) -> None:
        """Say something at a field, until it is changed: why it was returned."""
        editor = self.grid.editor(name)
        if editor is not None:
            self.grid.show_field(name)
            editor.show_note(text)

    def _say_more(self) -> None:
        hidden = self.grid.hidden()
        self._more.setVisible(bool(hidden) or self.grid.shows_all)
        self._more.setText(_("More fields") if hidden else _("Fewer fields"))
        icons.wear(self._more, "down" if hidden else "up", "dim")

    def _on_more_clicked(self) -> None:
        self.grid.show_all(not self.grid.shows_all)
        self._say_more()

    # ------------------------------------------------------------------------------------------------- what stands in it

    def draft(self) -> Draft | None:
        """What stands in the form when it differs from the annotation; fields that are not understood keep their value."""
        if self._was is None:
            return None
        now = Draft(self._read()[0], self._evidence.evidence())
        return now if now != self._was else None

    def _read(self) -> tuple[Body, dict[str, str]]:
        """The body as it stands in the fields, and what is not understood in them."""
        assert self._body is not None
        values: dict[str, Any] = {}
        problems: dict[str, str] = {}
        for name, editor in self.grid.editors():
            try:
                values[name] = editor.value()
            except ValueError as error:
                problems[name] = str(error)
        changed = {name for name, value in values.items() if value != getattr(self._body, name)}
        values["inferred"] = tuple(name for name in self._body.inferred if name not in changed)
        indicator = self.grid.editor("indicator")
        if isinstance(indicator, CodeEditor) and "indicator" in changed and any(f.name == "indicator_label" for f in fields(self._body)):
            values["indicator_label"] = indicator.label_typed() if indicator.is_new() else ""
        return replace(self._body, **values), problems

    def check(self) -> bool:
        """Say at each field what is wrong with it; True when nothing blocks."""
        if self._help is None or self._body is None:
            return False
        body, typed = self._read()
        found = self._help.validate(self._kind, body, self._evidence.evidence())
        said = {problem.field: (problem.message, problem.is_blocking) for problem in reversed(found)}
        said |= {name: (text, True) for name, text in typed.items()}
        self.grid.show_problems(said)
        elsewhere = [problem.message for problem in found if self.grid.editor(problem.field) is None]
        self._evidence_problem.setText("\n".join(elsewhere))
        self._evidence_problem.setVisible(bool(elsewhere))
        self._say_more()
        return not typed and not any(problem.is_blocking for problem in found)

    def _on_paused(self) -> None:
        self.check()
        self.edited.emit()

    def save(self) -> None:
        """Keep what stands in the form, or go to what is wrong."""
        if self.check():
            self.saved.emit(Draft(self._read()[0], self._evidence.evidence()))
        else:
            self.grid.focus_field("")

    def leave(self) -> None:
        """Step back to the card; what was typed is not lost."""
        self.left.emit(self.draft())

    def _on_unit_read(self, unit: str) -> None:
        editor = self.grid.editor("unit")
        if editor is not None:
            editor.show_value(unit)

    def _on_evidence_changed(self) -> None:
        self.evidence_moved.emit(self._evidence.evidence())
        self._pause.start()

    def add_evidence(self, span: Span) -> None:
        """Add a stretch of the text to the evidence."""
        self._evidence.add(span)

    # ------------------------------------------------------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter and Escape belong to the form while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The footer stands elsewhere; its keys are the form's too."""
        if isinstance(event, QKeyEvent) and _is_ours(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            return event.type() == QEvent.Type.KeyPress and self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        if not _is_ours(event):
            return False
        event.accept()
        self.leave() if event.key() == Qt.Key.Key_Escape else self.save()
        return True


def _is_ours(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape or (event.key() in ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
