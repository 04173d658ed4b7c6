"""The library's presenter: filters become pages of rows, a chosen row becomes a place to go to."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from postil.base.i18n import _
from postil.operations.changes import Changes, Location
from postil.operations.rows import LibraryFilter
from postil.ui.actions import Context
from postil.ui.library.view import LibraryView
from postil.ui.view import Presenter, Shell

PAGE = 200
PAUSE_MS = 250
"""While changes come thick and fast (an import, suggestions being made) the list is shown anew so often, and once at the end."""


class LibraryPresenter(Presenter):
    """Keeps the library's list as long as the person has scrolled it, and fresh."""

    def __init__(self, shell: Shell, view: LibraryView) -> None:
        super().__init__(shell, view)
        self._library = view
        self._filter = LibraryFilter()
        self._loaded = 0
        self._total = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)
        self._is_due = False
        view.filter_requested.connect(self._on_view_filter)
        view.more_requested.connect(self._on_view_more)
        view.article_requested.connect(self._on_view_article)
        view.row_changed.connect(lambda has_row: shell.actions.set_conditions(has_row=has_row))
        shell.actions.attach(Context.LIBRARY, view, self)

    def reload(self) -> None:
        """Show the list again, as many rows as before."""
        queries = self.dispatch.queries
        page = queries.library(self._filter, limit=max(PAGE, self._loaded))
        self._loaded, self._total = len(page.rows), page.total
        self._library.show_choices(queries.counts_by_state(), queries.languages())
        self._library.show_page(page)

    def refresh(self, changes: Changes) -> None:
        """Any change may move a count or a state; the first is shown at once, those right behind it together."""
        if changes.is_empty:
            return
        if self._pause.isActive():
            self._is_due = True
        else:
            self.reload()
            self._pause.start()

    def _on_pause_over(self) -> None:
        if self._is_due and self.dispatch.has_session:
            self._is_due = False
            self.reload()
            self._pause.start()

    def _on_view_filter(self, wanted: LibraryFilter) -> None:
        self._filter = wanted
        self._loaded = 0
        if self.dispatch.has_session:
            self.reload()
            self._library.select_first()

    def _on_view_more(self) -> None:
        if self._loaded < self._total:
            page = self.dispatch.queries.library(self._filter, limit=PAGE, offset=self._loaded)
            self._loaded += len(page.rows)
            self._library.show_more(page)

    def _on_view_article(self, article: str) -> None:
        self.dispatch.go(Location(article))

    # ------------------------------------------------------------------------------------------------- actions

    def open_article(self) -> None:
        """Open the selected article on the workbench."""
        row = self._library.current_row()
        if row is not None:
            self._on_view_article(row.id)

    def focus_filter(self) -> None:
        """Type to filter."""
        self._library.focus_filter()

    def tag_articles(self) -> None:
        """Choose the tags of the selected article from the project's list."""
        from postil.operations.articles import TagArticle
        from postil.ui.widgets.tag_picker import TagPicker

        row = self._library.current_row()
        if row is None:
            return
        picker = TagPicker(_("Tags of the article"), row.tags, self.dispatch.queries.tag_counts(), self._library)
        if picker.exec() and (picker.added() or picker.removed()):
            self.dispatch.apply(TagArticle(article=row.id, add=picker.added(), remove=picker.removed()))
        picker.deleteLater()
