"""The dialog for a person's name and self-declared role, to add somebody or to change oneself."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from postil.domain.author import PersonRole
from postil.ui.person_fields import PersonFields
from postil.ui.widgets.dialog import FormDialog


class PersonDialog(FormDialog):
    """Asks for a name and a role. `accepted` once both are there."""

    def __init__(self, title: str, button: str, parent: QWidget, *, name: str = "", role: PersonRole = PersonRole.ANNOTATOR) -> None:
        self.fields = PersonFields(name, role)
        super().__init__(title, self.fields, button, parent)
        self.fields.name_field.textChanged.connect(self._check)
        self._check()
        self.fields.name_field.setFocus()

    def _check(self) -> None:
        self.set_acceptable(is_acceptable=bool(self.fields.name()))
