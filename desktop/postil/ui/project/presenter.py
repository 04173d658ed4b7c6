"""Projects: new, open, sample, close, export, check. Serves the `project.*` actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from postil.base import paths
from postil.base.errors import ConflictError, PostilError, RuleError
from postil.base.i18n import _, ngettext
from postil.ui.notices import Level, Notice
from postil.ui.view import Shell

if TYPE_CHECKING:
    from postil.operations.session import Session


class ProjectPresenter(QObject):
    """Serves the actions.

    `open_sample` comes from outside, because the sample is put together above the screens; it takes the folder of the
    project that is open, and gives None when that is the sample.
    """

    def __init__(self, shell: Shell, window: QWidget, open_sample: Callable[[Path | None], Session | None] | None) -> None:
        super().__init__(window)
        self._shell, self._window, self._open_sample = shell, window, open_sample

    def new_project(self) -> None:
        """Ask for title, folder and person, and make it."""
        from postil.ui.project.new_dialog import NewProjectDialog

        dialog = NewProjectDialog(self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            from postil.operations import projects

            folder, title, person = dialog.folder(), dialog.title(), (dialog.person.name(), dialog.person.role())
            self._enter(lambda: projects.create_project(folder, title, person=person))
        dialog.deleteLater()

    def open_project(self) -> None:
        """Ask for the folder and open it."""
        start = paths.documents_dir()
        name = QFileDialog.getExistingDirectory(self._window, _("Open project"), str(start if start.exists() else Path.home()))
        if name:
            self.open_path(name)

    def open_path(self, path: str) -> None:
        """Open the project in a folder, or of a `project.postil`."""
        folder = Path(path).resolve()
        folder = folder.parent if folder.suffix == ".postil" else folder
        if folder == self._open_folder():
            return
        self._enter(partial(self._opened, folder))

    def _opened(self, folder: Path, *, read_only: bool = False) -> Session:
        """The project in a folder, as whoever worked there last on this device; another project may lie there by now."""
        from postil.operations import projects

        kept = self._shell.state.value(f"person:{folder}")
        try:
            return projects.open_project(folder, person=kept if isinstance(kept, str) else None, read_only=read_only)
        except RuleError:
            return projects.open_project(folder, read_only=read_only)

    def open_sample(self) -> None:
        """Open the sample project, made on first use."""
        if self._open_sample is not None:
            make, here = self._open_sample, self._open_folder()
            self._enter(lambda: make(here))

    def close_project(self) -> None:
        """Back to the list of projects."""
        self._shell.dispatch.set_session(None)

    def export_project(self) -> None:
        """Ask for the form and the file, and write it."""
        from postil.ui.project.export_dialog import ExportDialog

        dialog = ExportDialog(self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            form, is_approved = dialog.form(), dialog.approved_only.isChecked()
            name, _filter = QFileDialog.getSaveFileName(self._window, _("Export"), f"{self._shell.dispatch.session.folder.name}.{form}", f"*.{form}")
            if name:
                self.export_to(Path(name), form, approved_only=is_approved)
        dialog.deleteLater()

    def export_to(self, out: Path, form: str, *, approved_only: bool) -> None:
        """Write annotations to `out` as `csv` or `jsonl`, and say how many."""
        from postil.operations import exporting

        write = exporting.export_csv if form == "csv" else exporting.export_jsonl
        try:
            count = write(self._shell.dispatch.session, out, approved_only=approved_only)
        except PostilError as error:
            self._shell.dispatch.report(error)
            return
        said = ngettext("{n} annotation written to {file}.", "{n} annotations written to {file}.", count)
        self._shell.dispatch.notice.emit(Notice(Level.SUCCESS, said.format(n=count, file=out.name)))

    def verify_project(self) -> None:
        """Prove journal, signatures and evidence, and show the report."""
        from postil.operations import verify
        from postil.ui.project.verify_dialog import VerifyDialog

        try:
            report = verify.verify(self._shell.dispatch.session)
        except PostilError as error:
            self._shell.dispatch.report(error)
            return
        dialog = VerifyDialog(report, self._window)
        dialog.exec()
        dialog.deleteLater()

    def remember(self) -> None:
        """Keep which project is open and who works in it, for the next start."""
        dispatch = self._shell.dispatch
        if dispatch.has_session:
            folder = dispatch.session.folder
            self._shell.state.remember_project(folder)
            self._shell.state.set_value(f"person:{folder.resolve()}", dispatch.person.id)

    def _open_folder(self) -> Path | None:
        return self._shell.dispatch.session.folder.resolve() if self._shell.dispatch.has_session else None

    def _enter(self, make: Callable[[], Session | None]) -> None:
        """Open another project; when that fails, the one that was open stays open."""
        try:
            session = make()
        except ConflictError as error:
            self._offer_reading(error)
            return
        except PostilError as error:
            self._shell.dispatch.report(error)
            return
        if session is not None:
            self._shell.dispatch.set_session(session)
            for sentence in session.warnings:
                self._shell.dispatch.notice.emit(Notice(Level.WARNING, sentence))

    def _offer_reading(self, error: ConflictError) -> None:
        """Somebody has the project open: say who, and offer to read it."""
        folder, notice = Path(error.what), Notice.of(error)
        if folder.is_dir():
            read = partial(self._enter, partial(self._opened, folder, read_only=True))
            notice = replace(notice, action_text=_("Open to read only"), action=read)
        self._shell.dispatch.notice.emit(notice)
