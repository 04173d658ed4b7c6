"""Commands about suggestions: record a suggester's run, accept, reject."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from postil.base.errors import RuleError
from postil.base.i18n import N_, _
from postil.base.ids import extraction_id
from postil.domain.annotation import Origin, State, Suggestion
from postil.domain.article import Meta
from postil.domain.author import BUILT_IN_SUGGESTER
from postil.domain.record import EntityType, RecordKind
from postil.domain.zone import Zone
from postil.operations import decisions
from postil.operations.changes import Touched
from postil.operations.command import Command
from postil.operations.runs import PackedRun, packed
from postil.operations.work import Work
from postil.store.read import articles as article_rows
from postil.store.read.annotations import AnnotationFacts, SuggestionItem


@dataclass(frozen=True, slots=True)
class RecordRun(Command):
    """Store what a suggester found in one article; adds suggestions, never touches what a person decided."""

    label: ClassVar[str] = N_("suggest")
    is_undoable: ClassVar[bool] = False
    article: str = ""
    meta: Meta = field(default_factory=Meta)
    zones: tuple[Zone, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    suggester: str = BUILT_IN_SUGGESTER
    version: str = ""


@dataclass(frozen=True, slots=True)
class RecordPackedRuns(Command):
    """Store runs that a worker process has packed already, in one transaction."""

    label: ClassVar[str] = N_("suggest")
    is_undoable: ClassVar[bool] = False
    runs: tuple[PackedRun, ...] = ()


@dataclass(frozen=True, slots=True)
class AcceptSuggestions(Command):
    """Make suggestions this person's own draft annotations, unchanged; one step however many."""

    label: ClassVar[str] = N_("accept suggestion")
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RejectSuggestions(Command):
    """Decline suggestions; they stay visible as rejected and can be taken back."""

    label: ClassVar[str] = N_("reject suggestion")
    ids: tuple[str, ...] = ()


def record_run(work: Work, command: RecordRun) -> None:
    """Pack a run and store it."""
    work.article(command.article)
    _store(work, packed(command.article, command.meta, command.zones, command.suggestions, command.suggester, command.version))


def record_packed_runs(work: Work, command: RecordPackedRuns) -> None:
    """Store packed runs; one that has not seen the article's last correction is dropped and will be made again."""
    for run in command.runs:
        known = article_rows.facts(work.store.connection, run.article)
        if not known.hidden and known.tip == run.corrections:
            _store(work, run)


def _store(work: Work, run: PackedRun) -> None:
    extraction = EntityType.EXTRACTION.of(extraction_id(run.article, run.suggester))
    work.store.blobs.put_packed(run.sha256, run.content)
    work.write(
        RecordKind.SUGGEST,
        extraction,
        {"article": run.article, "run": run.sha256.hex()},
        by=f"{run.suggester}/{run.version}",
        parents=work.tips(EntityType.EXTRACTION, extraction_id(run.article, run.suggester)),
    )
    for what in (Touched.ANNOTATIONS, Touched.META, Touched.ZONES, Touched.ARTICLES):
        work.touch(what, run.article)


def accept_suggestions(work: Work, command: AcceptSuggestions) -> None:
    """Suggestions become drafts of the person's own; a rejected one is taken up after all."""
    for uuid in command.ids:
        aim = decisions.target(work, uuid)
        if isinstance(aim, SuggestionItem):
            work.article(aim.article)
            decisions.write_fields(work, aim, decisions.accepted_fields(aim, Origin.ACCEPTED))
        elif aim.state is State.REJECTED:
            decisions.require_own(work, aim)
            decisions.write_fields(work, aim, {**aim.fields, "state": str(State.DRAFT)})


def reject_suggestions(work: Work, command: RejectSuggestions) -> None:
    """Suggestions are declined; so is a draft that was made from one."""
    for uuid in command.ids:
        aim = decisions.target(work, uuid)
        if isinstance(aim, SuggestionItem):
            work.article(aim.article)
            decisions.write_fields(work, aim, decisions.accepted_fields(aim, Origin.ACCEPTED, State.REJECTED))
        elif aim.state is not State.REJECTED:
            _decline(work, aim)


def _decline(work: Work, aim: AnnotationFacts) -> None:
    decisions.require_own(work, aim)
    decisions.require_editable(work, aim)
    if not aim.fields.get("suggestion"):
        raise RuleError(_("Nobody suggested this; you wrote it."), next_step=_("Delete it instead."))
    decisions.write_fields(work, aim, {**aim.fields, "state": str(State.REJECTED)})
