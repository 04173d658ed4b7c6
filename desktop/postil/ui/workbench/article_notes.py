"""Notes on the whole article, in a window of their own."""

from __future__ import annotations

from postil.base.i18n import _
from postil.operations.notes import DeleteNote, RewriteNote, WriteNote
from postil.ui.extraction.notes_panel import NotesPanel
from postil.ui.theme import fonts
from postil.ui.widgets.dialog import FormDialog
from postil.ui.workbench.bench import Bench


class ArticleNotes(FormDialog):
    """Reads and writes the notes under the open article."""

    def __init__(self, bench: Bench) -> None:
        assert bench.article is not None
        self.panel = NotesPanel()
        super().__init__(_("Notes on the article"), self.panel, "", bench.view, width=520)
        self._bench, self._article = bench, bench.article.id
        self.resize(fonts.pixels(520), fonts.pixels(420))
        self.panel.written.connect(lambda text: bench.dispatch.apply(WriteNote(self._article, text)))
        self.panel.rewritten.connect(lambda note, text: bench.dispatch.apply(RewriteNote(note, text)))
        self.panel.removed.connect(lambda note: bench.dispatch.apply(DeleteNote(note)))
        bench.dispatch.changed.connect(self._show)
        self._show()
        self.panel.write()

    def _show(self) -> None:
        queries = self._bench.dispatch.queries
        names = {person.id: person.name for person in queries.people()}
        self.panel.show_notes(self._article, queries.notes(self._article), names, self._bench.dispatch.person.id)
