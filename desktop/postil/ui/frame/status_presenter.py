"""Keeps the status bar true: saved when, how much is left, what undo would do, who works."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, QObject

from postil.base.i18n import _, ngettext
from postil.domain.author import ROLE_LABELS
from postil.operations.changes import Changes
from postil.ui.frame.status_bar import StatusBar
from postil.ui.view import Shell

_DONE = ("approved", "submitted", "under_review")
"""States of an article that nobody need annotate further."""


class StatusPresenter(QObject):
    """Also says which of undo and redo can be done, and what they are called."""

    def __init__(self, shell: Shell, bar: StatusBar) -> None:
        super().__init__(bar)
        self._shell, self._bar = shell, bar
        self.place = ""
        dispatch = shell.dispatch
        dispatch.changed.connect(self._on_dispatch_changed)
        dispatch.person_changed.connect(self.show_all)
        dispatch.session_changed.connect(self.show_all)
        dispatch.article_changed.connect(self._on_dispatch_article)

    def set_place(self, place: str) -> None:
        """On the workbench the article's questions are counted, elsewhere the project's articles."""
        self.place = place
        self._show_left()

    def show_all(self) -> None:
        """Say everything again."""
        dispatch = self._shell.dispatch
        self._shell.actions.set_conditions(has_project=dispatch.has_session)
        if not dispatch.has_session:
            self._bar.show_state("saved", "")
            self._bar.show_left("")
            self._bar.show_person("", "")
            self._show_undo("", "")
            return
        person = dispatch.person
        self._bar.show_person(person.name, _(ROLE_LABELS[person.role]))
        self._show_saved()
        self._show_left()
        state = dispatch.session.undo_state()
        self._show_undo(state.undo, state.redo)

    def _on_dispatch_changed(self, _changes: Changes) -> None:
        self.show_all()

    def _on_dispatch_article(self, _article: str) -> None:
        self._show_left()

    def _show_saved(self) -> None:
        if self._shell.dispatch.session.is_read_only:
            self._bar.show_state("lock", _("Read only"))
            return
        at = self._shell.dispatch.session.saved_at_ms()
        time = QLocale().toString(QDateTime.fromMSecsSinceEpoch(at).time(), QLocale.FormatType.ShortFormat) if at else ""
        self._bar.show_state("saved", _("Saved {time}").format(time=time) if time else "")

    def _show_left(self) -> None:
        dispatch = self._shell.dispatch
        if not dispatch.has_session:
            return
        if self.place == "workbench" and dispatch.article:
            progress = dispatch.queries.progress(dispatch.article)
            words = ngettext("{open} open of {total}", "{open} open of {total}", progress.open)
            self._bar.show_left(words.format(open=progress.open, total=progress.total))
            return
        counts = dispatch.queries.counts_by_state()
        total = sum(counts.values())
        left = sum(count for state, count in counts.items() if state.value not in _DONE)
        words = ngettext("{left} of {total} article left", "{left} of {total} articles left", total)
        self._bar.show_left(words.format(left=left, total=total) if total else "")

    def _show_undo(self, undo: str, redo: str) -> None:
        actions = self._shell.actions
        actions.set_text("edit.undo", _("Undo: {step}").format(step=_(undo)) if undo else "")
        actions.set_text("edit.redo", _("Redo: {step}").format(step=_(redo)) if redo else "")
        actions.set_conditions(can_undo=bool(undo), can_redo=bool(redo))
        self._bar.show_undo(_(undo) if undo else "")
