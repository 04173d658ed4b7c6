"""Import: choose or drop or paste, see what will happen, take it in; a bad file never stops the others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from postil.base.errors import PostilError
from postil.base.i18n import _, ngettext
from postil.operations.changes import Location
from postil.ui.notices import Level, Notice
from postil.ui.view import Shell

if TYPE_CHECKING:
    from postil.domain.article import ArticleDraft
    from postil.operations.importing import ImportPlan
    from postil.ui.importing.preview import PreviewRow

BATCH = 80
"""Articles stored at a time: about 30 ms, so that the window never stands still; larger batches are hardly faster."""


class ImportPresenter(QObject):
    """Serves the `import.*` actions and what is dropped on the window.

    `progressed` carries what is going on in words (empty: at rest), how many files are through and how many there are
    (0: not known yet).
    """

    progressed = Signal(str, int, int)

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell, self._window = shell, window
        self._step = ""  # of the person's history that the batches of one import join
        shell.dispatch.session_changed.connect(self.stop)
        shell.dispatch.person_changed.connect(self.stop)

    def import_files(self) -> None:
        """Ask for files."""
        names, _filter = QFileDialog.getOpenFileNames(self._window, _("Import files"), "", _("Articles (*.txt);;All files (*)"))
        if names:
            self.import_paths([Path(name) for name in names])

    def import_folder(self) -> None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self._window, _("Import a folder"))
        if name:
            self.import_paths([Path(name)])

    def paste_article(self) -> None:
        """Ask for text; what the clipboard holds stands there already when it is more than a line."""
        from postil.ui.importing.paste_dialog import PasteDialog

        clipboard = QApplication.clipboard().text()
        dialog = PasteDialog(self._window, clipboard if "\n" in clipboard.strip() else "")
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.import_text(dialog.text(), dialog.name())
        dialog.deleteLater()

    def import_text(self, text: str, name: str) -> None:
        """Take one pasted text in and open it."""
        from postil.operations import importing

        try:
            draft = importing.pasted(text, name)
        except PostilError as error:
            self._shell.dispatch.report(error)
            return
        self._take_in((draft,))

    def import_paths(self, chosen: Sequence[Path]) -> None:
        """Show what importing these files and folders would do; do it when the person says so."""
        from postil.operations import importing

        frozen = tuple(chosen)
        self.progressed.emit(_("Looking at the files…"), 0, 0)
        known, texts = importing.known_articles(self._shell.dispatch.queries)
        self._shell.jobs.submit("import", lambda _task: importing.scan(frozen, known, texts), self._on_scanned, self._on_failed)

    def _on_scanned(self, plan: ImportPlan) -> None:
        from postil.ui.importing.preview import ImportPreview

        self.progressed.emit("", 0, 0)
        if not plan.files:
            cause, next_step = _("There is nothing to import."), _("Choose text files, or a folder that holds some.")
            self._shell.dispatch.notice.emit(Notice(Level.WARNING, cause, next_step=next_step))
            return
        dialog = ImportPreview(preview_rows(plan), self._window)
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if is_wanted:
            self._step = ""
            self._read_from(tuple(file.path for file in plan.files if file.will_import), 0, 0)

    def stop(self) -> None:
        """Stop after the articles that are being stored now; those stay."""
        self._shell.jobs.cancel("import")
        self.progressed.emit("", 0, 0)

    def _on_failed(self, error: PostilError) -> None:
        self.progressed.emit("", 0, 0)
        self._shell.dispatch.report(error)

    def _read_from(self, files: tuple[Path, ...], at: int, taken: int) -> None:
        from postil.operations import importing

        batch = files[at : at + BATCH]
        if not batch:
            self._say(taken)
            return
        self.progressed.emit(_("Importing {done} of {total}…").format(done=at, total=len(files)), at, len(files))
        self._shell.jobs.submit(
            "import",
            lambda _task: importing.read_files(batch),
            lambda read: self._on_read(files, at + len(batch), taken, *read),
            self._on_failed,
        )

    def _on_read(self, files: tuple[Path, ...], at: int, taken: int, drafts: tuple[ArticleDraft, ...], errors: tuple[PostilError, ...]) -> None:
        from postil.operations.articles import ImportArticles

        for error in errors:
            self._shell.dispatch.report(error)
        changes = self._shell.dispatch.apply(ImportArticles(drafts=drafts), within=self._step) if drafts else None
        if changes is not None and changes.articles:  # otherwise the last step is earlier work, which this must not join
            self._step = self._shell.dispatch.session.last_step()
        self._read_from(files, at, taken + (len(changes.articles) if changes is not None else 0))

    def _take_in(self, drafts: tuple[ArticleDraft, ...]) -> None:
        from postil.operations.articles import ImportArticles

        changes = self._shell.dispatch.apply(ImportArticles(drafts=drafts))
        if changes is not None and changes.articles:
            self._shell.dispatch.go(Location(next(iter(changes.articles))))

    def _say(self, taken: int) -> None:
        self.progressed.emit("", 0, 0)
        if taken:
            said = ngettext("{n} article imported.", "{n} articles imported.", taken).format(n=taken)
            self._shell.dispatch.notice.emit(Notice(Level.SUCCESS, said))


_ICONS = {"new": "accept", "same_text": "warning", "known": "remove", "same_file": "remove", "error": "error"}


def preview_rows(plan: ImportPlan) -> tuple[PreviewRow, ...]:
    """The plan's files in words: what becomes of each, and for a bad one the cause and the next step."""
    from postil.operations.importing import FATE_LABELS
    from postil.ui.importing.preview import PreviewRow

    rows = []
    for file in plan.files:
        what = _(FATE_LABELS[file.fate])
        if file.twin:
            what = _("{what}: {twin}").format(what=what, twin=file.twin)
        if file.error is not None:
            what = f"{file.error.cause} {file.error.next_step}".strip()
        rows.append(PreviewRow(file.name, str(file.path), _ICONS[file.fate.value], what, file.will_import))
    return tuple(rows)
