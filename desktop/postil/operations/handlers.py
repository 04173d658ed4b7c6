"""Which function applies which command: the one table behind `Session.apply`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from postil.operations import annotations as annotation
from postil.operations import articles, notes, people, review, suggestions
from postil.operations.command import Command
from postil.operations.work import Work

HANDLERS: Final[dict[type[Command], Callable[[Work, Any], None]]] = {
    articles.ImportArticles: articles.import_articles,
    articles.CorrectMeta: articles.correct_meta,
    articles.SetZone: articles.set_zone,
    articles.TagArticle: articles.tag_article,
    annotation.AddAnnotation: annotation.add_annotation,
    annotation.EditAnnotation: annotation.edit_annotation,
    annotation.TagAnnotations: annotation.tag_annotations,
    annotation.DeleteAnnotations: annotation.delete_annotations,
    annotation.ReopenSuggestions: annotation.reopen_suggestions,
    suggestions.RecordRun: suggestions.record_run,
    suggestions.RecordPackedRuns: suggestions.record_packed_runs,
    suggestions.AcceptSuggestions: suggestions.accept_suggestions,
    suggestions.RejectSuggestions: suggestions.reject_suggestions,
    review.SubmitExtraction: review.submit_extraction,
    review.TakeBack: review.take_back,
    review.OpenReview: review.open_review,
    review.ApproveAnnotations: review.approve_annotations,
    review.ReturnAnnotation: review.return_annotation,
    review.ApproveExtraction: review.approve_extraction,
    review.WithdrawReview: review.withdraw_review,
    notes.WriteNote: notes.write_note,
    notes.RewriteNote: notes.rewrite_note,
    notes.DeleteNote: notes.delete_note,
    people.AddPerson: people.add_person,
    people.ChangePerson: people.change_person,
}


def handle(work: Work, command: Command) -> None:
    """Apply one command. Raises RuleError when a rule says no, TypeError for a command that nobody wrote."""
    handler = HANDLERS.get(type(command))
    if handler is None:
        raise TypeError(f"no handler for {type(command).__name__}")
    handler(work, command)
