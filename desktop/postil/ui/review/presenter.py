"""The review's presenter: moves through queue and items, turns decisions into commands, goes on to what is next."""

from __future__ import annotations

from postil.base.i18n import _
from postil.domain.review import Verdict
from postil.operations.changes import Changes, Location
from postil.operations.notes import WriteNote
from postil.operations.review import ApproveAnnotations, ApproveExtraction, OpenReview, ReturnAnnotation, WithdrawReview
from postil.operations.rows import QueueRow, ReviewItem
from postil.ui.actions import Context
from postil.ui.review.note_dialog import NoteDialog
from postil.ui.review.reason_dialog import ReasonDialog
from postil.ui.review.view import ReviewView
from postil.ui.view import Presenter, Shell


class ReviewPresenter(Presenter):
    """Knows which extraction and which item are open; everything else it asks again."""

    def __init__(self, shell: Shell, view: ReviewView) -> None:
        super().__init__(shell, view)
        self._review = view
        self._extraction = ""
        self._item = ""
        self._queue: tuple[QueueRow, ...] = ()
        self._items: tuple[ReviewItem, ...] = ()
        view.extraction_requested.connect(self._open)
        view.item_requested.connect(self._choose)
        shell.actions.attach(Context.REVIEW, view, self)

    # -------------------------------------------------------------------------------------------------- showing

    def reload(self) -> None:
        """Show the queue and the open extraction again."""
        self._queue = self.dispatch.queries.queue()
        self._review.show_queue(self._queue)
        self._review.show_banner(self._banner())
        known = {row.extraction for row in self._queue}
        if self._extraction not in known:
            self._extraction = self._queue[0].extraction if self._queue else ""
        if self._extraction:
            self._open(self._extraction)
        else:
            self._items = ()
            self._review.show_nothing()
            self._say_what_holds()

    def refresh(self, changes: Changes) -> None:
        """Any change may concern the queue."""
        if not changes.is_empty:
            self.reload()

    def _banner(self) -> str:
        if self.dispatch.person.can_review:
            return ""
        return _("You work as {name}, who does not review. Switch to a supervisor to approve or return.").format(name=self.dispatch.person.name)

    def _open(self, extraction: str) -> None:
        row = next((r for r in self._queue if r.extraction == extraction), None)
        if row is None:
            return
        is_new = extraction != self._extraction or not self._items
        self._extraction = extraction
        if is_new and not row.is_decided and self.dispatch.person.can_review:
            self._tell_opened(extraction)
        queries = self.dispatch.queries
        self._items = queries.review_items(extraction)
        self._review.show_extraction(row, queries.article(row.article), self._items)
        ids = [i.annotation.id for i in self._items]
        if not ids:
            self._item = ""
            sentence = _("Checked, nothing found: approved.") if row.is_decided else _("Checked by the annotator: nothing found.")
            self._review.show_no_item(sentence)
            self._say_what_holds()
            return
        self._choose(self._item if self._item in ids else self._first_open() or ids[0])

    def _tell_opened(self, extraction: str) -> None:
        """From now on the annotator can't take it back; said once, and not an undoable step."""
        if not self.dispatch.queries.is_under_review(extraction):
            self.dispatch.apply(OpenReview(extraction=extraction))

    def _choose(self, annotation: str) -> None:
        item = next((i for i in self._items if i.annotation.id == annotation), None)
        if item is None:
            return
        self._item = annotation
        names = {p.id: p.name for p in self.dispatch.queries.people()}
        self._review.show_item(item, self.dispatch.queries.notes(annotation), names)
        self._say_what_holds()

    def _current(self) -> ReviewItem | None:
        return next((i for i in self._items if i.annotation.id == self._item), None)

    def _first_open(self, after: str = "") -> str:
        ids = [i.annotation.id for i in self._items]
        start = ids.index(after) + 1 if after in ids else 0
        ordered = self._items[start:] + self._items[:start]
        return next((i.annotation.id for i in ordered if i.can_decide and i.annotation.id != after), "")

    def _say_what_holds(self) -> None:
        item = self._current() if self._items else None
        row = next((r for r in self._queue if r.extraction == self._extraction), None)
        is_empty = row is not None and not self._items and not row.is_decided and self.dispatch.person.can_review
        mine = item is not None and any(
            r.current and r.by == self.dispatch.person.id and r.verdict is not Verdict.WITHDRAW for r in item.reviews[-1:]
        )
        self.shell.actions.set_conditions(
            has_extraction=bool(self._extraction),
            can_decide=is_empty or (item is not None and item.can_decide),
            can_withdraw=mine,
        )

    # ------------------------------------------------------------------------------------------------- actions

    def next_item(self) -> None:
        """Focus the next annotation."""
        self._step(1)

    def previous_item(self) -> None:
        """Focus the annotation before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        ids = [i.annotation.id for i in self._items]
        if ids:
            at = ids.index(self._item) if self._item in ids else 0
            self._choose(ids[max(0, min(len(ids) - 1, at + by))])

    def approve(self) -> None:
        """Approve the version on view and go on."""
        item = self._current()
        if item is not None:
            self._then_next(self.dispatch.apply(ApproveAnnotations(ids=(item.annotation.id,))))
        elif self._extraction and not self._items:
            self._then_next(self.dispatch.apply(ApproveExtraction(extraction=self._extraction)))

    def return_item(self) -> None:
        """Ask for the reason, return, go on."""
        item = self._current()
        if item is None:
            return
        dialog = ReasonDialog(item.annotation, self._review)
        if dialog.exec() == ReasonDialog.DialogCode.Accepted:
            command = ReturnAnnotation(id=item.annotation.id, reason=dialog.reason(), field=dialog.field(), comment=dialog.comment())
            self._then_next(self.dispatch.apply(command))

    def _then_next(self, changes: Changes | None) -> None:
        if changes is None:
            return
        following = self._first_open(after=self._item)
        if following:
            self._choose(following)
        elif not any(i.can_decide for i in self._items):
            waiting = next((r.extraction for r in self._queue if r.waiting and r.extraction != self._extraction), "")
            if waiting:
                self._item = ""
                self._open(waiting)

    def withdraw(self) -> None:
        """Take one's own decision back."""
        item = self._current()
        if item is not None:
            self.dispatch.apply(WithdrawReview(id=item.annotation.id))

    def note(self) -> None:
        """Write a note on the annotation."""
        item = self._current()
        if item is None:
            return
        dialog = NoteDialog(self._review)
        if dialog.exec() == NoteDialog.DialogCode.Accepted:
            self.dispatch.apply(WriteNote(target=item.annotation.id, markdown=dialog.markdown()))
        dialog.deleteLater()

    def next_extraction(self) -> None:
        """Open the next extraction of the queue."""
        self._step_queue(1)

    def previous_extraction(self) -> None:
        """Open the extraction before."""
        self._step_queue(-1)

    def _step_queue(self, by: int) -> None:
        ids = [r.extraction for r in self._queue]
        if ids:
            at = ids.index(self._extraction) if self._extraction in ids else 0
            self._item = ""
            self._open(ids[max(0, min(len(ids) - 1, at + by))])

    def open_article(self) -> None:
        """Show the whole article on the workbench."""
        item = self._current()
        row = next((r for r in self._queue if r.extraction == self._extraction), None)
        if row is not None:
            start = item.annotation.start if item else -1
            self.dispatch.go(Location(row.article, start=start, end=item.annotation.evidence[0].end if item and item.annotation.evidence else -1))
