"""The page that asks who is working: to switch, or to unlock; it covers the whole window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.domain.author import ROLE_LABELS, Person
from postil.ui.person_words import self_declared
from postil.ui.theme import fonts, icons
from postil.ui.theme.spacing import FOUR, ONE, TWO
from postil.ui.view import View


class PersonButton(QPushButton):
    """Up and Down go to the next person instead of leaving the list."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class PeoplePage(View):
    """One button a person; asks to go on as one of them, or back to the work when it is not locked."""

    person_requested = Signal(str)
    add_requested = Signal()
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project, self._people, self._current = "", tuple[Person, ...](), ""
        self._is_locked = False
        self._project_label, self._heading, self._said = QLabel(), QLabel(), QLabel()
        self._add, self._back = QPushButton(), QPushButton()
        self._rows = QVBoxLayout()
        self._buttons: list[QPushButton] = []
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._project_label.setProperty("role", "dim")
        self._project_label.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setProperty("role", "title")
        self._said.setProperty("role", "dim")
        self._said.setWordWrap(True)
        for button in (self._add, self._back):
            button.setAutoDefault(True)
        self._add.setProperty("look", "quiet")
        self._back.setProperty("look", "quiet")
        icons.wear(self._add, "person_add")
        icons.wear(self._back, "back")
        self._add.clicked.connect(self.add_requested)
        self._back.clicked.connect(self.back_requested)
        self._rows.setSpacing(ONE)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setSpacing(TWO)
        column.addStretch(2)
        column.addWidget(self._project_label)
        column.addWidget(self._heading)
        column.addLayout(self._rows)
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._said)
        column.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        centre = QVBoxLayout(holder)
        centre.addWidget(self._column, alignment=Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(FOUR, 0, FOUR, 0)
        layout.addWidget(area)
        self.retheme()

    def show_people(self, project: str, people: tuple[Person, ...], current: str, *, is_locked: bool) -> None:
        """Show who belongs to the project; `current` is the id of who works, `is_locked` takes the way back away."""
        self._project, self._people, self._current, self._is_locked = project, people, current, is_locked
        self._fill()

    def _fill(self) -> None:
        self._project_label.setText(self._project)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(person) for person in self._people]
        for button in self._buttons:
            self._rows.addWidget(button)
        self._back.setVisible(not self._is_locked)

    def _button(self, person: Person) -> QPushButton:
        words = _("{name} – {role}").format(name=person.name, role=_(ROLE_LABELS[person.role]))
        button = PersonButton(_("{person} (working now)").format(person=words) if person.id == self._current else words)
        button.stepped.connect(self._on_button_stepped)
        button.setObjectName(f"person.{person.id}")
        button.setAutoDefault(True)  # Enter presses it, outside dialogs too
        icons.wear(button, "supervisor" if person.can_review else "person")
        if person.id == self._current:
            button.setProperty("look", "primary")
            icons.wear(button, "supervisor" if person.can_review else "person", "on_accent")
        button.clicked.connect(lambda _checked=False, which=person.id: self.person_requested.emit(which))
        return button

    def buttons(self) -> tuple[QPushButton, ...]:
        """The persons' buttons, in order."""
        return tuple(self._buttons)

    def _on_button_stepped(self, step: int) -> None:
        here = next((i for i, button in enumerate(self._buttons) if button.hasFocus()), -step)
        self._buttons[(here + step) % len(self._buttons)].setFocus()

    def focus_target(self) -> QWidget:
        return next((b for b, p in zip(self._buttons, self._people, strict=True) if p.id == self._current), self._add)

    def retranslate(self) -> None:
        self._heading.setText(_("Who is working?"))
        self._said.setText(self_declared())
        self._add.setText(_("Add a person…"))
        self._back.setText(_("Back to work"))
        self._fill()

    def retheme(self) -> None:
        self._column.setFixedWidth(min(fonts.pixels(480), 900))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._is_locked:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)
