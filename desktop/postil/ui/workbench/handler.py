"""The actions of the workbench, one method a row of the action table."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from postil.base.i18n import _
from postil.domain.annotation import Kind
from postil.domain.selector import Span
from postil.domain.zone import ZoneKind
from postil.operations.articles import CorrectMeta, SetZone
from postil.operations.changes import Location
from postil.ui.reader.citation import citation
from postil.ui.reader.details_dialog import DetailsDialog
from postil.ui.workbench.article_notes import ArticleNotes
from postil.ui.workbench.bench import Bench
from postil.ui.workbench.decisions import Decisions
from postil.ui.workbench.form_desk import FormDesk


class WorkbenchHandler:
    """Methods are named in the `run` column of the table."""

    def __init__(self, bench: Bench, desk: FormDesk, decisions: Decisions) -> None:
        self._bench, self._desk = bench, desk
        self._page = bench.view.reader.page
        self.accept, self.reject, self.reopen, self.delete = decisions.accept, decisions.reject, decisions.reopen, decisions.delete
        self.tag, self.tag_article, self.set_evidence = decisions.tag, decisions.tag_article, decisions.set_evidence
        self.submit, self.take_back = decisions.submit, decisions.take_back
        self._add = decisions.add
        self.find, self.find_next, self.find_previous = self._page.open_find, self._page.find_next, self._page.find_previous

    # ----------------------------------------------------------------------------------------------------- moving about

    def next_annotation(self) -> None:
        """Focus the next card."""
        self._go(self._bench.cards.step(self._bench.focus, 1, from_offset=self._here()))

    def previous_annotation(self) -> None:
        """Focus the card before."""
        self._go(self._bench.cards.step(self._bench.focus, -1, from_offset=self._here()))

    def next_open(self) -> None:
        """Focus the next card that waits for the person."""
        self._go_open(1)

    def previous_open(self) -> None:
        """Focus the one before that waits."""
        self._go_open(-1)

    def _go_open(self, by: int) -> None:
        card = self._bench.cards.next_open(self._bench.focus, by, from_offset=self._here())
        if card:
            self._go(card)
        else:
            self._bench.say(_("Nothing else is open in this article."))

    def _here(self) -> int:
        return self._page.text.top_offset()

    def _go(self, card: str) -> None:
        if card:
            self._desk.put_away()
            self._bench.set_focus(card)

    def next_article(self) -> None:
        """Open the next article with work left."""
        present = self._bench.article.id if self._bench.article else ""
        following = self._bench.dispatch.queries.next_article(present)
        if following and following != present:
            self._open_article(following)
        else:
            self._bench.say(_("There is no other article with work left."))

    def previous_article(self) -> None:
        """Open the article before this one in the work list."""
        ids = [row.id for row in self._bench.view.list.rows()]
        present = self._bench.article.id if self._bench.article else ""
        if present in ids and ids.index(present) > 0:
            self._open_article(ids[ids.index(present) - 1])
        else:
            self._bench.say(_("This is the first article of the list."))

    def _open_article(self, article: str) -> None:
        self._bench.dispatch.go(Location(article))

    # ---------------------------------------------------------------------------------------------------- the annotation

    def edit(self) -> None:
        """Open the focused card into its form."""
        if not self._desk.is_open:
            self._desk.open()

    def add_figure(self) -> None:
        """Make a figure of the selected words."""
        self._add(Kind.FIGURE)

    def add_event(self) -> None:
        """Make an event of the selected words."""
        self._add(Kind.EVENT)

    def add_commitment(self) -> None:
        """Make a commitment of the selected words."""
        self._add(Kind.COMMITMENT)

    def note(self) -> None:
        """Write a note on the focused annotation."""
        if self._bench.row() is not None:
            self._bench.view.show_cards_pane()
            self._bench.view.extraction.card.notes.write()

    def show_history(self) -> None:
        """Show or hide what happened to the focused annotation."""
        row, panel = self._bench.row(), self._bench.view.extraction.card.history
        if row is None:
            return
        if panel.isVisibleTo(self._bench.view.extraction.card):
            panel.hide()
        else:
            self._bench.view.show_cards_pane()
            panel.show_history(row.annotation.kind, self._bench.dispatch.queries.history(annotation=row.annotation.id))

    # -------------------------------------------------------------------------------------------------------- the article

    def change_zone(self) -> None:
        """Choose what the lines at hand are."""
        self._bench.view.reader.open_zone_menu()

    def restore_zone(self) -> None:
        """Give the zone at the caret back to the body."""
        zone = self._bench.view.reader.zone_in_hand()
        if zone is None or zone.kind is ZoneKind.BODY:
            self._bench.say(_("These words are in the body already."))
        else:
            self.set_zone(Span(zone.start, zone.end), ZoneKind.BODY)

    def set_zone(self, span: Span, kind: ZoneKind) -> None:
        """Make a stretch of the article a zone."""
        if self._bench.article is not None:
            self._bench.dispatch.apply(SetZone(self._bench.article.id, span.start, span.end, kind))

    def toggle_zones(self) -> None:
        """Fold every zone that can, or unfold all."""
        zones = self._page.text.zones.bars()
        is_folded = not all(bar.is_folded for bar in zones)
        self._page.text.fold_all(is_folded=is_folded)
        self._bench.shell.actions.set_conditions(zones_folded=is_folded)

    def edit_details(self) -> None:
        """Correct what is known of the article."""
        bench = self._bench
        if bench.article is None:
            return
        article = bench.article.id
        dialog = DetailsDialog(bench.article, self._page.text.selection(), bench.view)
        if dialog.exec():
            for correction in dialog.corrections():
                command = CorrectMeta(article, correction.field, correction.value, correction.start, correction.end)
                if bench.dispatch.apply(command) is None:
                    break
        dialog.deleteLater()

    def note_article(self) -> None:
        """Read and write notes on the article."""
        if self._bench.article is not None:
            dialog = ArticleNotes(self._bench)
            dialog.exec()
            dialog.deleteLater()

    def copy_citation(self) -> None:
        """Copy the selected words, or the focused annotation's sentence, with where they come from."""
        bench, text = self._bench, self._page.text
        if bench.article is None:
            return
        row = bench.row()
        span = text.selection() or text.text_map.sentence_at(row.annotation.start if row else text.caret())
        if span.start == span.end:
            bench.say(_("There are no words to copy here."))
            return
        QGuiApplication.clipboard().setText(citation(bench.article, span))
        bench.say(_("Copied, with title, outlet and date."))
