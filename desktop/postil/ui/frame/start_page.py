"""What stands in the window without a project: the sample, a new one, those opened lately."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.ui.actions import Actions
from postil.ui.theme import fonts, icons
from postil.ui.theme.spacing import FOUR, HALF, ONE, TWO
from postil.ui.view import View
from postil.ui.widgets.buttons import action_button


class StartPage(View):
    """Teaches in two sentences and offers the ways in."""

    project_requested = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._said, self._sample_said, self._lately = QLabel(), QLabel(), QLabel(), QLabel()
        self._sample = action_button(actions.button_action("project.sample"), look="primary")
        self._new = action_button(actions.button_action("project.new"))
        self._open = action_button(actions.button_action("project.open"))
        self._recent: tuple[str, ...] = ()
        self._recent_buttons: list[QPushButton] = []
        self._rows = QVBoxLayout()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._lately.setProperty("role", "strong")
        for label in (self._said, self._sample_said):
            label.setWordWrap(True)
            label.setProperty("role", "dim")
        icons.wear(self._sample, "sample", "on_accent")
        icons.wear(self._new, "project_new")
        icons.wear(self._open, "project_open")
        self._rows.setSpacing(HALF)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setSpacing(ONE)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._said)
        column.addSpacing(TWO)
        column.addWidget(self._sample)
        column.addWidget(self._sample_said)
        column.addSpacing(TWO)
        column.addWidget(self._new)
        column.addWidget(self._open)
        column.addSpacing(TWO)
        column.addWidget(self._lately)
        column.addLayout(self._rows)
        column.addStretch(3)
        holder = QWidget()
        centre = QVBoxLayout(holder)
        centre.addWidget(self._column, alignment=Qt.AlignmentFlag.AlignHCenter)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(FOUR, 0, FOUR, 0)
        layout.addWidget(area)
        self.retheme()

    def show_recent(self, folders: tuple[str, ...]) -> None:
        """Show the projects opened lately, newest first."""
        self._recent = folders
        for button in self._recent_buttons:
            button.deleteLater()
        self._recent_buttons = [self._recent_button(folder) for folder in folders]
        for button in self._recent_buttons:
            self._rows.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._lately.setVisible(bool(folders))

    def _recent_button(self, folder: str) -> QPushButton:
        button = QPushButton(Path(folder).name)
        button.setProperty("look", "quiet")
        button.setToolTip(folder)
        button.setAccessibleName(_("Open the project {name}").format(name=Path(folder).name))
        icons.wear(button, "folder", "dim")
        button.clicked.connect(lambda _checked=False, which=folder: self.project_requested.emit(which))
        return button

    def focus_target(self) -> QWidget:
        return self._recent_buttons[0] if self._recent_buttons else self._sample

    def retranslate(self) -> None:
        self._title.setText("Postil")
        self._said.setText(
            _("Read news articles beside their figures, events and commitments, correct them, have them approved, and see what they add up to.")
        )
        self._sample_said.setText(
            _("Five articles in French, English and Vietnamese about the same facts: the quickest way to see what Postil does.")
        )
        self._lately.setText(_("Opened lately"))
        self.show_recent(self._recent)

    def retheme(self) -> None:
        self._column.setFixedWidth(min(fonts.pixels(480), 900))
