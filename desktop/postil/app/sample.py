"""The sample project: the five seed articles and two people, and a short labelled session played on them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from postil.base import paths
from postil.base.clock import Clock, FixedClock, SystemClock
from postil.base.i18n import _
from postil.domain.annotation import BODY_TYPES, MAIN_ROLE, Annotation, Kind, State, Suggestion
from postil.domain.author import PersonRole
from postil.domain.codec import from_json
from postil.domain.review import Reason
from postil.domain.selector import Role, Span, quote
from postil.operations import importing, projects
from postil.operations.analysis import InlineAnalyser
from postil.operations.annotations import AddAnnotation, EditAnnotation
from postil.operations.articles import ImportArticles
from postil.operations.notes import WriteNote
from postil.operations.people import AddPerson
from postil.operations.review import ApproveAnnotations, OpenReview, ReturnAnnotation, SubmitExtraction
from postil.operations.rows import LibraryFilter
from postil.operations.session import Session
from postil.operations.suggestions import AcceptSuggestions, RejectSuggestions
from postil.store.folder import MANIFEST

FOLDER = "Economic diplomacy (sample)"
ANNOTATOR = "Mai Trần"
SUPERVISOR = "Claire Martin"
PLAYED_AT_MS = 1_767_258_000_000
"""1 January 2026, 9:00 UTC: a played session has one date, so that pictures do not change from day to day."""
STEP_MS = 1_700
SUGGESTING_MS = 60_000
DECISIVE: Final = {
    Kind.FIGURE: ("value", "unit", "qualifier", "indicator", "period", "status"),
    Kind.EVENT: ("type", "attendance_mode"),
    Kind.COMMITMENT: ("kind", "issuer", "addressee"),
}
"""What the annotator of the played session looks at: where the checked extraction says something else, they correct it."""


def open_sample(folder: Path | None = None) -> Session:
    """The sample project in the person's documents, made on first use; suggestions are left to the caller."""
    home = folder or paths.documents_dir() / FOLDER
    if (home / MANIFEST).exists():
        return projects.open_project(home)
    return create_sample(home, clock=SystemClock())


def create_sample(folder: Path, *, clock: Clock, title: str = "") -> Session:
    """A new project with the five articles and two people; the first works as annotator."""
    title = title or _("Economic diplomacy (sample)")
    session = projects.create_project(folder, title, person=(ANNOTATOR, PersonRole.ANNOTATOR), clock=clock)
    try:
        session.apply(AddPerson(name=SUPERVISOR, role=PersonRole.SUPERVISOR))
        drafts, errors = importing.read_files(sorted(paths.seeds().glob("*.txt")))
        if errors:
            raise errors[0]
        session.apply(ImportArticles(drafts=drafts))
    except BaseException:
        session.close()
        raise
    return session


def played_title() -> str:
    """What a played project is called, so that nobody takes its work for somebody's."""
    return _("Economic diplomacy (sample, played)")


def played_sample(folder: Path) -> Session:
    """The sample after a morning's work of two people, so that every screen has something to show.

    001 is approved but for one annotation that came back, 002 is approved, 004 waits for the supervisor who has begun
    with its two figures, 000 is in progress, 003 is new.
    """
    clock = FixedClock(PLAYED_AT_MS, step_ms=STEP_MS)
    session = create_sample(folder, clock=clock, title=played_title())
    analyser = InlineAnalyser(session)
    analyser.start()
    while analyser.is_busy:
        analyser.poll()
    clock.at_ms = PLAYED_AT_MS + SUGGESTING_MS  # however many steps this machine took for it
    articles = {row.name[:3]: row.id for row in session.queries.library(LibraryFilter(order="title")).rows}
    mai = session.person
    claire = next(p for p in session.queries.people() if p.role is PersonRole.SUPERVISOR)
    for number in ("001", "002", "004"):
        _annotate(session, articles[number], number)
        session.apply(SubmitExtraction(article=articles[number], leave_open=True))
    _annotate(session, articles["000"], "000", only=slice(1, 3))
    session.switch_person(claire.id)
    _approve(session, articles["002"])
    _return_last(session, articles["001"])
    _approve(session, articles["004"], figures=2)
    session.switch_person(mai.id)
    return session


def _annotate(session: Session, article: str, number: str, only: slice | None = None) -> None:
    """Bring the suggestions to the checked extraction: accept what is right, correct or add the rest, reject the others.

    `only` stops in the midst of it: these of the checked annotations, and nothing is rejected.
    """
    text = session.queries.article(article).text
    for wanted in _checked(number)[only or slice(None)]:
        _make(session, article, text, wanted)
    if only is not None:
        return
    left = tuple(a.id for a in session.queries.annotations(article) if a.state is State.SUGGESTED)
    if left:
        session.apply(RejectSuggestions(ids=left))
    if number == "001":
        first = next(a for a in session.queries.annotations(article) if a.kind is Kind.FIGURE and a.state is State.DRAFT)
        session.apply(WriteNote(target=first.id, markdown=_("Same wording in the **ministry report**.")))


def _make(session: Session, article: str, text: str, wanted: dict[str, Any]) -> None:
    kind = Kind(wanted["kind"])
    body = from_json(BODY_TYPES[kind], wanted["body"])
    evidence = tuple(quote(text, e["start"], e["end"], MAIN_ROLE[kind]) for e in wanted["evidence"][:1])
    match = _nearest(session.queries.annotations(article), kind, evidence[0].span)
    if match is None:
        session.apply(AddAnnotation(article=article, kind=kind, body=body, evidence=evidence))
        return
    wrong = {name: getattr(body, name) for name in DECISIVE[kind] if getattr(match.body, name) != getattr(body, name)}
    if wrong:
        session.apply(EditAnnotation(id=match.id, body=replace(match.body, **wrong)))
    else:
        session.apply(AcceptSuggestions(ids=(match.id,)))


def _nearest(annotations: Iterable[Annotation], kind: Kind, span: Span) -> Annotation | None:
    open_ones = (a for a in annotations if a.kind is kind and a.state is State.SUGGESTED and a.evidence and a.evidence[0].span.overlaps(span))
    return max(open_ones, key=lambda a: min(a.evidence[0].end, span.end) - max(a.evidence[0].start, span.start), default=None)


def _checked(number: str) -> list[dict[str, Any]]:
    path = next(p for p in sorted(paths.seeds().glob("*.json")) if p.name.startswith(number))
    annotations = json.loads(path.read_text("utf-8"))["annotations"]
    for annotation in annotations:
        annotation["body"].pop("relates_to", None)
        annotation["body"].pop("target_figure", None)
    return list(annotations)


def checked_suggestions(number: str, text: str) -> tuple[Suggestion, ...]:
    """The checked extraction of a seed as suggestions of a run: what a perfect suggester would find."""
    made = []
    for i, item in enumerate(_checked(number)):
        kind = Kind(item["kind"])
        evidence = tuple(quote(text, e["start"], e["end"], Role(e["role"])) for e in item["evidence"])
        made.append(Suggestion(kind, from_json(BODY_TYPES[kind], item["body"]), evidence, "checked", 900, str(i)))
    return tuple(made)


def _waiting(session: Session, article: str) -> list[Annotation]:
    """What the supervisor may decide in an extraction that was handed in; looking at it opens its review."""
    row = next(q for q in session.queries.queue() if q.article == article)
    session.apply(OpenReview(extraction=row.extraction))
    return [item.annotation for item in session.queries.review_items(row.extraction) if item.can_decide]


def _approve(session: Session, article: str, figures: int = 0) -> None:
    """Approve everything that waits in an article, or only its first figures."""
    waiting = _waiting(session, article)
    chosen = [a for a in waiting if a.kind is Kind.FIGURE][:figures] if figures else waiting
    session.apply(ApproveAnnotations(ids=tuple(a.id for a in chosen)))


def _return_last(session: Session, article: str) -> None:
    """Approve all but the last commitment, which goes back with a reason."""
    waiting = _waiting(session, article)
    last = [a for a in waiting if a.kind is Kind.COMMITMENT][-1]
    session.apply(ApproveAnnotations(ids=tuple(a.id for a in waiting if a.id != last.id)))
    session.apply(ReturnAnnotation(id=last.id, reason=Reason.EVIDENCE_EXTENT, field="action", comment=_("Keep the clause up to the comma.")))
