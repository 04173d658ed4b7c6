"""What lies on the workbench: the open article, its cards, the focused one; loaded by queries, shown by the view."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from postil.base.errors import RuleError
from postil.base.i18n import _, ngettext
from postil.domain.article import Article
from postil.domain.selector import Evidence
from postil.models.annotations import CardRow
from postil.operations.changes import Changes
from postil.ui.notices import Level, Notice
from postil.ui.view import Shell
from postil.ui.widgets.article_text.marks import Part, mark_of, parts_of
from postil.ui.workbench.cards import Cards
from postil.ui.workbench.drafts import Drafts
from postil.ui.workbench.places import Places
from postil.ui.workbench.view import WorkbenchView

MOST_SINGLE = 8
"""So many touched annotations are fetched one by one; with more, all of the article's are."""


class Bench:
    """State and showing; whoever changes something does it through `shell.dispatch`.

    `told` is called after the focus moved.

    `person` and `owner` say for whom the article was opened; they stay when the project closes, until what was theirs is
    kept. `following` is the card that gets the focus when the next change has been shown.
    """

    def __init__(self, shell: Shell, view: WorkbenchView) -> None:
        self.shell, self.view = shell, view
        self.dispatch = shell.dispatch
        self.article: Article | None = None
        self.cards = Cards()
        self.focus = ""
        self.following = ""
        self.person = self.owner = ""
        self.told: Callable[[], object] = lambda: None
        self.drafts, self.places = Drafts(shell.state), Places(shell.state)

    # ---------------------------------------------------------------------------------------------------------- words

    def say(self, sentence: str, *, next_step: str = "", level: Level = Level.INFO) -> None:
        """Tell the person something."""
        self.dispatch.notice.emit(Notice(level, sentence, next_step=next_step))

    def owner_now(self) -> str:
        """Whose places are kept: a person in a project."""
        return f"{self.dispatch.session.project_id}/{self.dispatch.person.id}"

    def row(self) -> CardRow | None:
        """The focused card."""
        return self.cards.get(self.focus)

    # -------------------------------------------------------------------------------------------------------- loading

    def load(self, article: str) -> None:
        """Put an article on the bench, where the person stopped in it. Raises RuleError when there is none."""
        queries = self.dispatch.queries
        loaded = queries.article(article)
        owner = self.owner_now()
        is_other = self.article is None or self.article.id != article or owner != self.owner
        if is_other:
            self.keep_place()
            self.focus = ""
        self.owner, self.person = owner, self.dispatch.person.id
        self.article = loaded
        self.view.extraction.list.is_held = True
        self.view.show_article(loaded, queries.article_titles((article,)).get(article, loaded.name))
        self.load_cards()
        if is_other:
            self.resume()
        self.dispatch.set_article(article)
        self.view.extraction.list.is_held = False
        self.view.extraction.align()

    def load_cards(self) -> None:
        """Fetch all annotations of the article anew."""
        if self.article is None:
            return
        queries, article = self.dispatch.queries, self.article.id
        waiting = self.drafts.cards(self.person)
        notes = queries.note_counts(article)
        self.cards.show(queries.annotations(article), queries.returns(article), waiting, notes)
        own = notes.get(article, 0)
        self.view.reader.page.header.show_remark(ngettext("{n} note", "{n} notes", own).format(n=own) if own else "")
        self.view.extraction.show_people({person.id: person.name for person in queries.people()})
        self.show_cards()

    def take_changes(self, changes: Changes) -> None:
        """Fetch the annotations that changed: a few one by one, many, moved or vanished ones all."""
        keys = [self._take_one(annotation) for annotation in changes.annotations] if len(changes.annotations) <= MOST_SINGLE else [""]
        if not all(keys):
            self.load_cards()
        elif self.cards.is_unfiltered:
            self._show_some(keys)
        else:
            self.cards.choose()
            self.show_cards()

    def _take_one(self, annotation: str) -> str:
        """The key of the card that was replaced; "" when that cannot be."""
        try:
            found = self.dispatch.queries.annotation(annotation)
        except RuleError:
            return ""
        key = found.suggestion or found.id
        return key if self.cards.put(found, has_draft=key in self.drafts.cards(self.person)) else ""

    def _show_some(self, keys: Iterable[str]) -> None:
        """Show these cards anew; all others stand as they did."""
        for key in keys:
            row, mark = self.cards.get(key), self.cards.mark(key)
            if row is not None:
                self.view.extraction.show_row(row, self.cards.counts())
            if mark is not None:
                self.view.text.show_mark(mark)
        self._move_on()

    # -------------------------------------------------------------------------------------------------------- showing

    def show_cards(self) -> None:
        """Show the cards and marks that the filter takes; the focus stays on its card."""
        shown = self.cards.shown()
        self.view.extraction.show_rows(shown, self.cards.counts(), self._why_empty())
        self.show_marks()
        self._move_on()

    def _move_on(self) -> None:
        """Focus the card that is to follow, else the one that has the focus."""
        following, self.following = self.following, ""
        if following:
            self.set_focus(following)
        else:
            self.set_focus(self.focus if self.cards.get(self.focus) is not None else "", moves_page=False)

    def _why_empty(self) -> str:
        """What stands in the place of the cards when there are none to show."""
        if self.cards.all():
            return _("No annotation of this article matches the filter above.")
        if self.article is not None and not self.article.analysed:
            return _("This article is being read; suggestions will stand here in a moment.")
        return _("Nothing found here yet. Select words in the text and press F for a figure, E for an event, C for a commitment.")

    def show_marks(self, moved: tuple[Evidence, ...] | None = None) -> None:
        """Mark the text; `moved` is the evidence of the focused annotation as it stands in the form."""
        if not moved:
            self.view.show_marks(self.cards.marks())
            return
        here = ((mark, mark.id == self.focus) for mark in self.cards.marks())
        self.view.show_marks(mark._replace(start=moved[0].start, end=moved[0].end) if is_focus else mark for mark, is_focus in here)
        self.view.text.light(parts=tuple(Part(e.start, e.end, e.role) for e in moved[1:]))

    def set_focus(self, card: str, *, moves_page: bool = True) -> None:
        """Focus a card in text and list."""
        self.focus = card
        row = self.cards.get(card)
        mark = mark_of(row.annotation, card) if row else None
        parts = parts_of(row.annotation) if row else ()
        self.view.show_focus(card if row else "", mark, parts, moves_page=moves_page)
        self.show_notes()
        self.told()

    def show_notes(self) -> None:
        """Show the notes on the focused annotation."""
        row = self.row()
        if row is None:
            return
        annotation, queries = row.annotation, self.dispatch.queries
        notes = queries.notes(annotation.id) if row.notes else ()
        names = {person.id: person.name for person in queries.people()} if notes else {}
        self.view.extraction.card.notes.show_notes(annotation.id, notes, names, self.dispatch.person.id)

    # --------------------------------------------------------------------------------------------------------- places

    def resume(self) -> None:
        """Go to what came back, else where the person stopped in this article, the first time to the first open question."""
        if self.article is None:
            return
        offset, card = self.places.get(self.owner, self.article.id)
        row = self.cards.get(card)
        returned = next((each.key for each in self.cards.all() if each.returned), "")
        if returned and (row is None or not row.returned):
            self.view.text.show_at_top(offset)
            self.set_focus(returned)
        else:
            self.set_focus(card if row is not None else self.cards.next_open(""), moves_page=False)
            self.view.text.show_at_top(offset)
        self.view.extraction.align()

    def keep_place(self) -> None:
        """Remember where the person stands."""
        if self.article is not None and self.owner:
            self.places.keep(self.owner, self.article.id, self.view.text.top_offset(), self.focus)
