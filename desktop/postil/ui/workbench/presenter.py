"""The workbench's presenter: where people want to look becomes an article on the bench; Changes become what is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from postil.base.errors import RuleError
from postil.base.i18n import _, ngettext
from postil.domain.annotation import State
from postil.domain.article import ArticleState
from postil.domain.selector import Span
from postil.models.annotations import CardFilter, said
from postil.operations.changes import Changes, Location, Touched
from postil.operations.notes import DeleteNote, RewriteNote, WriteNote
from postil.operations.rows import LibraryFilter
from postil.ui.actions import Context
from postil.ui.extraction.form import Draft
from postil.ui.view import Presenter, Shell
from postil.ui.workbench.bench import Bench
from postil.ui.workbench.decisions import OPEN, Decisions
from postil.ui.workbench.form_desk import FormDesk
from postil.ui.workbench.handler import WorkbenchHandler
from postil.ui.workbench.view import WorkbenchView

LISTED = 200
"""Articles in the work list."""
PAUSE_MS = 150
"""How long after a change the work list is counted anew, and after scrolling the place is remembered."""
HANDED_IN = (ArticleState.SUBMITTED, ArticleState.UNDER_REVIEW)


class WorkbenchPresenter(Presenter):
    """Loads, refreshes and remembers; decisions and the form have their own files."""

    def __init__(self, shell: Shell, view: WorkbenchView) -> None:
        super().__init__(shell, view)
        self._bench_view = view
        self._project = ""
        self.bench = Bench(shell, view)
        self.bench.told = self._say_conditions
        self.desk = FormDesk(self.bench)
        self.decisions = Decisions(self.bench, self.desk)
        self.handler = WorkbenchHandler(self.bench, self.desk, self.decisions)
        self._later = _timer(view, self._show_list)
        self._remember = _timer(view, self.bench.keep_place)
        shell.actions.attach(Context.WORKBENCH, view, self.handler)
        self._connect(view)

    def _connect(self, view: WorkbenchView) -> None:
        panes, state = view.panes(), self.shell.state
        panes.restore(state.bytes_value("workbench.panes"))
        panes.moved.connect(lambda: state.set_bytes("workbench.panes", panes.save()))
        view.location_requested.connect(self._on_view_location)
        view.list.article_requested.connect(lambda article: self.dispatch.go(Location(article)))
        view.text.tip_of = self._tip_of
        view.text.mark_chosen.connect(self._on_card_chosen)
        view.text.selectionChanged.connect(self._say_conditions)
        view.text.moved.connect(self._remember.start)
        view.text.zoom_requested.connect(lambda by: self.shell.actions.trigger("view.larger" if by > 0 else "view.smaller"))
        view.reader.zone_requested.connect(self.handler.set_zone)
        view.reader.mark_pointed_at.connect(self._on_card_chosen)
        view.extraction.chosen.connect(self._on_card_chosen)
        view.extraction.opened.connect(self._on_card_opened)
        view.extraction.filter_changed.connect(self._on_filter_changed)
        card = view.extraction.card
        card.form.saved.connect(self._on_form_saved)
        card.draft_dropped.connect(self.desk.discard)
        card.notes.written.connect(self._on_note_written)
        card.notes.rewritten.connect(lambda note, text: self.dispatch.apply(RewriteNote(note, text)))
        card.notes.removed.connect(lambda note: self.dispatch.apply(DeleteNote(note)))
        card.notes.left.connect(view.text.setFocus)

    # -------------------------------------------------------------------------------------------------------- showing

    def reload_now_or_later(self) -> None:
        """Another project or person: first keep what belongs to the former."""
        self.desk.set_aside()
        self.bench.keep_place()
        super().reload_now_or_later()

    def reload(self) -> None:
        """Another project or person, or nobody looked for a while: show everything anew."""
        project = self.dispatch.session.project_id
        if project != self._project:
            self._project = project
            self.bench.article, self.bench.focus = None, ""
        present = self.bench.article.id if self.bench.article else ""
        if present and not self._load(present):
            self.bench.article = None
        self._show_list()
        self._say_conditions()

    def refresh(self, changes: Changes) -> None:
        """Show what a change touched, as little as it needs."""
        self._later.start()
        article = self.bench.article
        if article is None or not changes.concerns(article.id):
            return
        if changes.touched & {Touched.ZONES, Touched.META} or (Touched.ARTICLES in changes.touched and not changes.annotations):
            if not self._load(article.id):
                self.bench.article = None
                self._on_view_location(None)
        elif Touched.NOTES in changes.touched:
            self.bench.load_cards()
        else:
            self.bench.take_changes(changes)
        self._say_conditions()

    def _load(self, article: str) -> bool:
        try:
            self.bench.load(article)
        except RuleError as error:
            self.dispatch.report(error)
            return False
        return True

    def _show_list(self) -> None:
        if not self.dispatch.has_session:
            return
        page = self.dispatch.queries.library(LibraryFilter(order="next"), limit=LISTED)
        self._bench_view.list.show_rows(page.rows, self.bench.article.id if self.bench.article else "")
        self._say_conditions()

    def _say_conditions(self) -> None:
        bench, view = self.bench, self._bench_view
        row, article = bench.row(), bench.article
        state = row.annotation.state if row else None
        listed = view.list.row(article.id) if article else None
        is_handed_in = listed is not None and listed.state in HANDED_IN
        has_selection = view.text.selection() is not None
        is_own = row is not None and state not in (State.SUGGESTED, State.REJECTED)
        self.shell.actions.set_conditions(
            has_article=article is not None,
            has_selection=article is not None and has_selection,
            has_annotation=row is not None,
            has_suggestion=state is State.SUGGESTED,
            has_own_annotation=is_own,
            is_rejected=state is State.REJECTED,
            can_set_evidence=row is not None and has_selection and state is not State.SUBMITTED,
            can_submit=article is not None and not is_handed_in,
            can_take_back=listed is not None and listed.state is ArticleState.SUBMITTED,
            zones_folded=bool(view.text.zones.bars()) and all(bar.is_folded for bar in view.text.zones.bars()),
        )
        waiting = bench.cards.open_count() if article else 0
        words = ngettext("{n} open", "{n} open", waiting).format(n=waiting) if article else ""
        view.reader.bar.show_progress(_("Handed in") if is_handed_in else words, is_handed_in=is_handed_in)

    # ---------------------------------------------------------------------------------------------------------- asking

    def _on_view_location(self, location: Location | None) -> None:
        if not self.dispatch.has_session:
            return
        if location is None:
            self._open_last()
            return
        self.desk.put_away()
        present = self.bench.article.id if self.bench.article else ""
        if location.article != present and not self._load(location.article):
            return
        self._look_at(location)
        self._bench_view.list.select(location.article)
        self._say_conditions()

    def _open_last(self) -> None:
        if self.bench.article is not None:
            self._bench_view.extraction.align()
            return
        queries = self.dispatch.queries
        rows = queries.library(LibraryFilter(), limit=1).rows
        for article in (self.bench.places.last_article(self.bench.owner_now()), queries.next_article(), rows[0].id if rows else ""):
            if article and self._is_there(article) and self._load(article):
                self._show_list()
                return
        self._bench_view.show_nothing()
        self.dispatch.set_article("")
        self._say_conditions()

    def _is_there(self, article: str) -> bool:
        try:
            self.dispatch.queries.article(article)
        except RuleError:
            return False
        return True

    def _look_at(self, location: Location) -> None:
        """Focus the annotation; words that are nobody's card here (another person's evidence, a hit) are selected instead."""
        bench = self.bench
        card = bench.cards.key_for(location.annotation, self.dispatch.person.id) if location.annotation else ""
        if not card:
            if location.start >= 0:
                span = Span(location.start, max(location.start, location.end))
                self._bench_view.reader.page.show_span(span)
            return
        if not bench.cards.is_shown(card):
            self._bench_view.extraction.counts.clear()
        bench.set_focus(card)
        if location.field:
            self.desk.open(location.field)

    def _tip_of(self, card: str) -> str:
        row = self.bench.cards.get(card)
        return said(row) if row is not None else ""

    def _on_card_chosen(self, card: str) -> None:
        if card != self.bench.focus:
            self.desk.put_away()
        self.bench.set_focus(card)
        self._say_conditions()

    def _on_card_opened(self, card: str) -> None:
        self._on_card_chosen(card)
        self.desk.open()

    def _on_filter_changed(self, wanted: CardFilter) -> None:
        self.bench.cards.set_filter(wanted)
        self.bench.show_cards()

    def _on_form_saved(self, draft: Draft) -> None:
        row = self.bench.row()
        was_open = row is not None and row.annotation.state in OPEN
        if was_open:
            self.decisions.prepare_to_advance(self.bench.focus)
        card = self.desk.save(draft)
        self.bench.following = ""
        if card and was_open:
            self.decisions.say_when_done()

    def _on_note_written(self, text: str) -> None:
        row = self.bench.row()
        if row is not None:
            self.dispatch.apply(WriteNote(row.annotation.id, text))


def _timer(parent: WorkbenchView, run: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(PAUSE_MS)
    timer.timeout.connect(run)
    return timer
