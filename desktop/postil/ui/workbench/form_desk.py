"""Opening a card into its form, and keeping what was typed: saved as an edit, or as a draft to come back to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from postil.base.i18n import _
from postil.domain.annotation import Body, Kind, State
from postil.domain.selector import Evidence
from postil.models.annotations import CardRow
from postil.operations import typed, validation
from postil.operations.annotations import EditAnnotation
from postil.operations.validation import Problem
from postil.ui.extraction.card_face import return_of
from postil.ui.extraction.field_editors import Reading
from postil.ui.extraction.form import Draft, FormHelp
from postil.ui.workbench.bench import Bench


class FormDesk:
    """The one form and the card it belongs to."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._card = ""
        self._form = bench.view.extraction.card.form
        self._form.left.connect(self._on_form_left)
        self._form.edited.connect(self._on_form_edited)
        self._form.selection_wanted.connect(self.add_selection)
        self._form.evidence_moved.connect(self._on_evidence_moved)
        self._form.field_reached.connect(self._on_field_reached)

    @property
    def is_open(self) -> bool:
        """Is a form on view?"""
        return bool(self._card)

    def open(self, field: str = "") -> None:
        """Open the focused card, with the cursor in a field: the one named, the one it was returned for, or the first."""
        bench, row = self._bench, self._bench.row()
        if row is None or bench.article is None:
            return
        annotation = row.annotation
        if annotation.state is State.SUBMITTED:
            bench.say(_("It is submitted and waits for the supervisor."), next_step=_("Take the submission back to change it."))
            return
        self._card = row.key
        was = Draft(annotation.body, annotation.evidence)
        draft = bench.drafts.get(bench.person, row.key)
        self._form.show_annotation(annotation.kind, was, draft, self._help(row))
        bench.view.show_cards_pane()
        bench.view.extraction.open_form()
        returned = row.returned
        wanted = field or (returned.field if returned else "")
        if returned is not None and returned.field:
            names = {person.id: person.name for person in bench.dispatch.queries.people()}
            self._form.say_of_field(returned.field, return_of(annotation, returned, names))
        self._form.focus_field(wanted)

    def _help(self, row: CardRow) -> FormHelp:
        bench = self._bench
        article = bench.article
        assert article is not None

        def validate(kind: Kind, body: Body, evidence: tuple[Evidence, ...]) -> Sequence[Problem]:
            return validation.problems(article, kind, body, evidence)

        reading = Reading(
            lambda text: typed.number(text, article.language),
            lambda text: typed.date(text, article.language, article.meta.published.value),
            lambda kind: bench.cards.sisters(kind, row.key),
        )
        return FormHelp(bench.view.text.text_map, reading, validate)

    def save(self, draft: Draft) -> str:
        """Keep a draft as an edit; the key of the card when it was kept, else ""."""
        card, row = self._card, self._bench.cards.get(self._card)
        if row is None:
            return ""
        body = draft.body if draft.body != row.annotation.body else None
        evidence = draft.evidence if draft.evidence != row.annotation.evidence else None
        is_suggestion = row.annotation.state is State.SUGGESTED
        if body is not None or evidence is not None or is_suggestion:
            self._bench.drafts.drop(self._bench.person, card)
            if self._bench.dispatch.apply(EditAnnotation(row.annotation.id, body, evidence)) is None:
                self._bench.drafts.keep(self._bench.person, card, row.annotation.kind, draft)
                return ""
        self._close()
        return card

    def put_away(self) -> None:
        """People go elsewhere: save what was changed if it can be, else keep it as a draft."""
        if not self._card:
            return
        draft = self._form.draft()
        if draft is None:
            self._close()
        elif not (self._form.check() and self.save(draft)):
            self._on_form_left(draft)

    def set_aside(self) -> None:
        """Another person takes over, or the project closes: what is typed is kept for whom it belongs to."""
        if self._card:
            self._keep(self._form.draft())
            self._close()

    def leave(self) -> None:
        """Step back from the form to its card."""
        if self._card:
            self._form.leave()

    def _on_form_edited(self) -> None:
        """What is typed is kept while it is typed, so that not even a crash loses it."""
        if self._card:
            self._keep(self._form.draft())

    def _keep(self, draft: Draft | None) -> None:
        bench, card = self._bench, self._card
        row = bench.cards.get(card)
        if draft is not None and row is not None:
            bench.drafts.keep(bench.person, card, row.annotation.kind, draft)
        else:
            bench.drafts.drop(bench.person, card)

    def _on_form_left(self, draft: Draft | None) -> None:
        self._keep(draft)
        self._close()
        self._bench.load_cards()

    def _close(self) -> None:
        self._card = ""
        self._bench.view.extraction.close_form()
        self._bench.show_marks()
        self._bench.view.text.setFocus()

    def discard(self) -> None:
        """Drop what was typed on the focused card and not saved."""
        self._bench.drafts.drop(self._bench.person, self._bench.focus)
        self._bench.load_cards()

    def add_selection(self) -> None:
        """Add the selected words to the evidence in the form."""
        span = self._bench.view.text.selection()
        if span is None:
            self._bench.say(_("No words are selected."), next_step=_("Select them in the text, then press the button again."))
        else:
            self._form.add_evidence(span)

    def _on_evidence_moved(self, evidence: tuple[Evidence, ...]) -> None:
        self._bench.show_marks(evidence)

    def _on_field_reached(self, field: QWidget) -> None:
        self._bench.view.extraction.card.show_field(field)
