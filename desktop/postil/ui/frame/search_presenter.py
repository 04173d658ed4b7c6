"""What the search field finds: actions by name, articles by words of their title and text."""

from __future__ import annotations

from PySide6.QtCore import QObject

from postil.base.i18n import _
from postil.operations.changes import Location
from postil.ui.frame.matching import Hit, score
from postil.ui.frame.search import SearchBox
from postil.ui.view import Shell

ARTICLES, ACTIONS = 6, 40
_ARTICLE, _ACTION = "article:", "action:"


class SearchPresenter(QObject):
    """Answers the field's questions and does what was chosen."""

    def __init__(self, shell: Shell, box: SearchBox) -> None:
        super().__init__(box)
        self._shell, self._box = shell, box
        box.wanted.connect(self._on_box_wanted)
        box.chosen.connect(self._on_box_chosen)

    def open_palette(self) -> None:
        """Put the cursor into the field; with nothing typed it lists what can be done now."""
        self._box.setFocus()
        self._box.selectAll()

    def find(self, text: str) -> tuple[Hit, ...]:
        """Articles first when something was typed, then actions, the best first; what cannot run now comes last."""
        found = self._articles(text) + self._actions(text)
        return found or (Hit("", _("Nothing is called “{text}”.").format(text=text), "search", is_enabled=False),)

    def _articles(self, text: str) -> tuple[Hit, ...]:
        dispatch = self._shell.dispatch
        if len(text) < 2 or not dispatch.has_session:
            return ()
        from postil.operations.rows import LibraryFilter

        page = dispatch.queries.library(LibraryFilter(text=text), limit=ARTICLES)
        return tuple(
            Hit(_ARTICLE + row.id, row.title or row.name, "article", _("{language} · article").format(language=row.language)) for row in page.rows
        )

    def _actions(self, text: str) -> tuple[Hit, ...]:
        ranked = []
        for number, entry in enumerate(self._shell.actions.palette_entries()):
            points = score(text, entry.text, entry.menu)
            if points:
                ranked.append((not entry.is_enabled, -points, number, entry))
        ranked.sort(key=lambda item: item[:3])
        return tuple(Hit(_ACTION + e.id, e.text, e.icon, e.keys or e.menu, e.is_enabled) for _off, _points, _n, e in ranked[:ACTIONS])

    def _on_box_wanted(self, text: str) -> None:
        self._box.show_hits(self.find(text))

    def _on_box_chosen(self, key: str) -> None:
        if key.startswith(_ARTICLE):
            self._shell.dispatch.go(Location(key.removeprefix(_ARTICLE)))
        else:
            self._shell.actions.trigger(key.removeprefix(_ACTION))
