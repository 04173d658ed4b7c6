"""What a person decides on the bench, as commands: accept, reject, add, delete, tag, hand in."""

from __future__ import annotations

from dataclasses import replace

from postil.base.i18n import _, ngettext
from postil.domain.annotation import Kind, State
from postil.domain.figure import Figure
from postil.domain.selector import Span
from postil.models.annotations import CardRow
from postil.operations import selecting, validation
from postil.operations.annotations import DeleteAnnotations, EditAnnotation, ReopenSuggestions, TagAnnotations
from postil.operations.articles import TagArticle
from postil.operations.command import Command
from postil.operations.review import SubmitExtraction, TakeBack
from postil.operations.suggestions import AcceptSuggestions, RejectSuggestions
from postil.ui.notices import Level, Notice
from postil.ui.widgets.tag_picker import TagPicker
from postil.ui.workbench.bench import Bench
from postil.ui.workbench.form_desk import FormDesk

OPEN = (State.SUGGESTED, State.RETURNED)


class Decisions:
    """Commands about the focused card, the selected words, or the whole article."""

    def __init__(self, bench: Bench, desk: FormDesk) -> None:
        self._bench, self._desk = bench, desk

    # ----------------------------------------------------------------------------------------------- the focused card

    def accept(self) -> None:
        """Make the suggestion the person's own and go on; one that was rejected is taken up after all."""
        row = self._bench.row()
        if row is not None and row.annotation.state in (State.SUGGESTED, State.REJECTED):
            self._decide(row, AcceptSuggestions((row.key,)))

    def reject(self) -> None:
        """Decline the suggestion and go on."""
        row = self._bench.row()
        if row is not None and row.annotation.state is State.SUGGESTED:
            self._decide(row, RejectSuggestions((row.key,)))

    def _decide(self, row: CardRow, command: Command) -> None:
        self.prepare_to_advance(row.key)
        done = self._bench.dispatch.apply(command)
        self._bench.following = ""
        if done is not None:
            self.say_when_done()

    def prepare_to_advance(self, decided: str) -> None:
        """With the next change the focus goes on to the next open question, if people want that."""
        if self._bench.shell.settings.values.advance:
            self._bench.following = self._bench.cards.next_open(decided)

    def say_when_done(self) -> None:
        """Say so when there is no open question left."""
        bench = self._bench
        if bench.shell.settings.values.advance and bench.article is not None and not bench.cards.open_count():
            key = bench.shell.actions.key_text("article.submit")
            bench.say(_("Everything here is decided."), next_step=_("Hand the article in with {key}.").format(key=key), level=Level.SUCCESS)

    def reopen(self) -> None:
        """Take the rejection back."""
        row = self._bench.row()
        if row is not None and row.annotation.state is State.REJECTED:
            self._bench.dispatch.apply(ReopenSuggestions((row.key,)))

    def delete(self) -> None:
        """Delete the person's own annotation and focus what comes next."""
        row = self._bench.row()
        if row is None or row.annotation.state is State.SUGGESTED:
            return
        following = self._bench.cards.step(row.key, 1)
        if self._bench.dispatch.apply(DeleteAnnotations((row.annotation.id,))) is not None and self._bench.row() is None:
            self._bench.set_focus(following if following != row.key else "")

    def tag(self) -> None:
        """Let the person tick tags for the focused annotation."""
        row = self._bench.row()
        if row is None:
            return
        picker = TagPicker(_("Tag the annotation"), row.annotation.tags, self._bench.dispatch.queries.tag_counts(), self._bench.view)
        if picker.exec() and (picker.added() or picker.removed()):
            self._bench.dispatch.apply(TagAnnotations((row.annotation.id,), picker.added(), picker.removed()))
        picker.deleteLater()

    # ----------------------------------------------------------------------------------------------- the selected words

    def add(self, kind: Kind) -> None:
        """Make an annotation of the selected words, filled in by the grammar, and open it."""
        bench = self._bench
        span = bench.view.text.selection()
        if span is None or bench.article is None:
            bench.say(_("No words are selected."), next_step=_("Select them in the text first."))
            return
        self._desk.put_away()
        changes = bench.dispatch.apply(selecting.evidence_for_selection(bench.article, span.start, span.end, kind))
        if changes is not None and changes.look_at is not None:
            bench.set_focus(bench.cards.key_for(changes.look_at.annotation, bench.dispatch.person.id))
            self._desk.open()

    def set_evidence(self) -> None:
        """Put the selected words in the place of the focused annotation's evidence; in an open form, add them."""
        bench, row, span = self._bench, self._bench.row(), self._bench.view.text.selection()
        if row is None or span is None or bench.article is None:
            return
        if self._desk.is_open:
            self._desk.add_selection()
            return
        annotation = row.annotation
        made = selecting.evidence_for_selection(bench.article, span.start, span.end, annotation.kind)
        kept = tuple(piece for piece in annotation.evidence[1:] if not _inside(piece.start, piece.end, span))
        body = annotation.body
        if isinstance(body, Figure) and isinstance(made.body, Figure) and made.body.number_as_written:
            body = replace(body, number_as_written=made.body.number_as_written)
        changed = body if body != annotation.body else None
        bench.dispatch.apply(EditAnnotation(annotation.id, changed, (made.evidence[0], *kept)))

    # -------------------------------------------------------------------------------------------------- the whole article

    def tag_article(self) -> None:
        """Let the person tick tags for the article."""
        bench = self._bench
        if bench.article is None:
            return
        picker = TagPicker(_("Tag the article"), bench.article.tags, bench.dispatch.queries.tag_counts(), bench.view)
        if picker.exec() and (picker.added() or picker.removed()):
            bench.dispatch.apply(TagArticle(bench.article.id, picker.added(), picker.removed()))
        picker.deleteLater()

    def submit(self) -> None:
        """Hand the article in, or say what stands in the way and go there."""
        self._desk.put_away()
        bench = self._bench
        if bench.article is None or self._is_stopped():
            return
        waiting = [row for row in bench.cards.all() if row.annotation.state is State.SUGGESTED]
        if waiting:
            bench.set_focus(waiting[0].key)
            self._offer_leaving(len(waiting))
            return
        self._hand_in(leave_open=False)

    def _is_stopped(self) -> bool:
        """Is something the person made not fit to be handed in? Then it is shown."""
        bench = self._bench
        assert bench.article is not None
        for row in bench.cards.all():
            annotation = row.annotation
            if annotation.state is State.RETURNED:
                sentence = _("This was returned and is as it was.")
            elif row.has_draft:
                sentence = _("This card has changes that are not saved.")
            elif annotation.state is State.DRAFT:
                found = validation.problems(bench.article, annotation.kind, annotation.body, annotation.evidence)
                sentence = next((problem.message for problem in found if problem.is_blocking), "")
            else:
                sentence = ""
            if sentence:
                bench.set_focus(row.key)
                bench.say(sentence, next_step=_("Press Enter to open the card, then hand the article in."), level=Level.WARNING)
                return True
        return False

    def _offer_leaving(self, waiting: int) -> None:
        self._bench.dispatch.notice.emit(
            Notice(
                Level.WARNING,
                ngettext("{n} suggestion is not decided yet.", "{n} suggestions are not decided yet.", waiting).format(n=waiting),
                next_step=_("Accept or reject each, or leave them aside."),
                action_text=ngettext("Submit, leaving {n} undecided", "Submit, leaving {n} undecided", waiting).format(n=waiting),
                action=lambda: self._hand_in(leave_open=True),
            )
        )

    def _hand_in(self, *, leave_open: bool) -> None:
        bench = self._bench
        if bench.article is None or bench.dispatch.apply(SubmitExtraction(bench.article.id, leave_open)) is None:
            return
        following = bench.dispatch.queries.next_article(bench.article.id)
        notice = Notice(Level.SUCCESS, _("The article is handed in."))
        if following and following != bench.article.id:
            notice = replace(notice, action_text=_("Next article"), action=lambda: bench.shell.actions.trigger("article.next"))
        bench.dispatch.notice.emit(notice)

    def take_back(self) -> None:
        """Take the submission back."""
        if self._bench.article is not None:
            self._bench.dispatch.apply(TakeBack(self._bench.article.id))


def _inside(start: int, end: int, span: Span) -> bool:
    return span.start <= start and end <= span.end
