"""Asks what a new project needs: a title, a folder, and who starts it."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from postil.base import paths
from postil.base.i18n import _
from postil.ui.person_fields import PersonFields
from postil.ui.theme.spacing import ONE, TWO
from postil.ui.widgets.dialog import FormDialog

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


def folder_name(title: str) -> str:
    """A folder's name for a title: what no file system allows is left out; accents stay."""
    return " ".join(_FORBIDDEN.sub(" ", title).split()).strip(" .")[:80].strip()


class NewProjectDialog(FormDialog):
    """The folder follows the title until somebody chooses another."""

    def __init__(self, parent: QWidget) -> None:
        self.title_field, self.folder_field = QLineEdit(), QLineEdit(str(paths.documents_dir()))
        self.person = PersonFields()
        self._is_chosen = False
        super().__init__(_("New project"), self._body(), _("Create"), parent, width=560)
        self.title_field.textChanged.connect(self._on_title_changed)
        self.folder_field.textEdited.connect(self._on_folder_edited)
        self.person.name_field.textChanged.connect(self._check)
        self._check()
        self.title_field.setFocus()

    def _body(self) -> QWidget:
        body = QWidget()
        self.title_field.setMaxLength(120)
        self.title_field.setAccessibleName(_("Title"))
        self.folder_field.setAccessibleName(_("Folder"))
        choose = QPushButton(_("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._on_choose_clicked)
        where = QHBoxLayout()
        where.addWidget(self.folder_field, 1)
        where.addWidget(choose)
        form = QFormLayout()
        form.setHorizontalSpacing(TWO)
        form.setVerticalSpacing(ONE)
        form.addRow(_("Title"), self.title_field)
        form.addRow(_("Folder"), where)
        who = QLabel(_("Who starts it"))
        who.setProperty("role", "strong")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TWO)
        layout.addLayout(form)
        layout.addWidget(who)
        layout.addWidget(self.person)
        return body

    def title(self) -> str:
        """The project's title."""
        return self.title_field.text().strip()

    def folder(self) -> Path:
        """The project's folder."""
        return Path(self.folder_field.text().strip()).expanduser()

    def _on_title_changed(self) -> None:
        if not self._is_chosen:
            self.folder_field.setText(str(paths.documents_dir() / folder_name(self.title())))
        self._check()

    def _on_folder_edited(self) -> None:
        self._is_chosen = True
        self._check()

    def _on_choose_clicked(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Folder for the project"), str(paths.documents_dir()))
        if chosen:
            self._is_chosen = True
            name = folder_name(self.title())
            self.folder_field.setText(str(Path(chosen) / name) if name else chosen)
            self._check()

    def _check(self) -> None:
        self.set_acceptable(is_acceptable=bool(self.title() and self.folder_field.text().strip() and self.person.name()))
