"""The fields for a person's name and self-declared role, shared by the dialogs that ask for them."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QFormLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from postil.base.i18n import N_, _
from postil.domain.author import ROLE_LABELS, PersonRole
from postil.ui.person_words import self_declared
from postil.ui.theme.spacing import HALF, ONE, TWO

ROLE_HELP: dict[PersonRole, str] = {
    PersonRole.ANNOTATOR: N_("reads articles, decides on suggestions, adds what is missing, submits"),
    PersonRole.SUPERVISOR: N_("approves or returns what others submitted"),
    PersonRole.CUSTODIAN: N_("sets the project up and keeps its lists"),
}


class PersonFields(QWidget):
    """Name and role."""

    def __init__(self, name: str = "", role: PersonRole = PersonRole.ANNOTATOR, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name_field = QLineEdit(name)
        self.name_field.setMaxLength(80)
        self.name_field.setAccessibleName(_("Name"))
        self._roles = QButtonGroup(self)
        roles = QVBoxLayout()
        roles.setSpacing(0)
        for number, choice in enumerate(PersonRole):
            button = QRadioButton(_(ROLE_LABELS[choice]))
            button.setAccessibleDescription(_(ROLE_HELP[choice]))
            button.setChecked(choice is role)
            self._roles.addButton(button, number)
            what = QLabel(_(ROLE_HELP[choice]))
            what.setProperty("role", "small")
            what.setWordWrap(True)
            what.setContentsMargins(28, 0, 0, HALF)
            roles.addWidget(button)
            roles.addWidget(what)
        said = QLabel(self_declared())
        said.setWordWrap(True)
        said.setProperty("role", "dim")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(TWO)
        form.setVerticalSpacing(ONE)
        form.addRow(_("Name"), self.name_field)
        form.addRow(_("Role"), roles)
        form.addRow(said)

    def name(self) -> str:
        """What was typed, without spaces around it."""
        return self.name_field.text().strip()

    def role(self) -> PersonRole:
        """The chosen role."""
        return tuple(PersonRole)[self._roles.checkedId()]
