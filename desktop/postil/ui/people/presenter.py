"""Switching, adding and changing persons, and the lock between them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from postil.base.i18n import _
from postil.ui.view import Shell

if TYPE_CHECKING:
    from postil.ui.people.page import PeoplePage


class PeoplePresenter(QObject):
    """Serves the `person.*` actions. `cover` shows the page over everything, `uncover` gives the work back."""

    def __init__(self, shell: Shell, window: QWidget, cover: Callable[[QWidget], None], uncover: Callable[[], None]) -> None:
        super().__init__(window)
        self._shell, self._window = shell, window
        self._cover, self._uncover = cover, uncover
        self.is_locked = False
        shell.dispatch.session_changed.connect(self._on_session_changed)

    @cached_property
    def page(self) -> PeoplePage:
        """The page that asks, made when it is first needed."""
        from postil.ui.people.page import PeoplePage

        made = PeoplePage()
        made.person_requested.connect(self._on_page_person)
        made.add_requested.connect(self.add_person)
        made.back_requested.connect(self._uncover)
        return made

    def switch_person(self) -> None:
        """Ask who works from now on; Escape keeps things as they are."""
        self._ask(is_locked=False)

    def lock(self) -> None:
        """Cover the work until somebody says who they are."""
        self._ask(is_locked=True)

    def add_person(self) -> None:
        """Ask for a name and a role; the new person works at once when nobody else is about to."""
        from postil.operations.people import AddPerson
        from postil.ui.people.form import PersonDialog

        dialog = PersonDialog(_("Add a person"), _("Add"), self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._shell.dispatch.apply(AddPerson(name=dialog.fields.name(), role=dialog.fields.role()))
            if "page" in self.__dict__ and self.page.isVisible():
                self._show()
        dialog.deleteLater()

    def change_person(self) -> None:
        """Change one's own name or role."""
        from postil.operations.people import ChangePerson
        from postil.ui.people.form import PersonDialog

        person = self._shell.dispatch.person
        dialog = PersonDialog(_("My name and role"), _("Change"), self._window, name=person.name, role=person.role)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            changes = self._shell.dispatch.apply(ChangePerson(name=dialog.fields.name(), role=dialog.fields.role()))
            if changes is not None:
                self._shell.dispatch.person_changed.emit()
        dialog.deleteLater()

    def _ask(self, *, is_locked: bool) -> None:
        self.is_locked = is_locked
        self._shell.actions.suspend(is_suspended=is_locked)
        self._show()
        self._cover(self.page)
        self.page.activate()

    def _show(self) -> None:
        session = self._shell.dispatch.session
        self.page.show_people(session.project_title, session.queries.people(), session.person.id, is_locked=self.is_locked)

    def _on_page_person(self, person_id: str) -> None:
        if person_id != self._shell.dispatch.person.id and not self._shell.dispatch.switch_person(person_id):
            return
        self._release()
        self._uncover()

    def _on_session_changed(self) -> None:
        self._release()

    def _release(self) -> None:
        self.is_locked = False
        self._shell.actions.suspend(is_suspended=False)
