"""Two people and a supervisor at random: whatever they do, what Postil promises holds.

Undo restores exactly what was there, redo what was there after; approved content never changes under anybody's hands;
nobody approves what they wrote; evidence always quotes the article; counts are what can be counted; and everything
that is read follows from the signed journal.
"""

from __future__ import annotations

import dataclasses
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from postil.base.clock import FixedClock
from postil.base.errors import RuleError
from postil.base.ids import extraction_id
from postil.domain.annotation import MAIN_ROLE, Annotation, Body, Kind, State
from postil.domain.article import ArticleState
from postil.domain.commitment import Commitment
from postil.domain.event import Event
from postil.domain.figure import Figure
from postil.domain.review import Reason, Verdict
from postil.domain.selector import EvidenceState, quote, state_of
from postil.domain.zone import ZoneKind
from postil.operations import verify
from postil.operations.annotations import AddAnnotation, DeleteAnnotations, EditAnnotation, ReopenSuggestions, TagAnnotations
from postil.operations.articles import CorrectMeta, ImportArticles, SetZone, TagArticle
from postil.operations.changes import Changes
from postil.operations.command import Command
from postil.operations.notes import DeleteNote, RewriteNote, WriteNote
from postil.operations.projects import open_project
from postil.operations.review import (
    ApproveAnnotations,
    ApproveExtraction,
    OpenReview,
    ReturnAnnotation,
    SubmitExtraction,
    TakeBack,
    WithdrawReview,
)
from postil.operations.rows import LibraryFilter
from postil.operations.session import Session
from postil.operations.suggestions import AcceptSuggestions, RejectSuggestions
from postil.store.read import annotations as annotation_rows
from postil.store.versions import content_digest
from tests import fakes

TEXTS = (fakes.TEXT, "Một dòng\n12 cuộc họp, 7 chuyến thăm.\n", "Nothing to find here\nno number at all\n")
WORK = {"a": "Lan", "b": "Minh", "c": "Claire"}
picks = st.integers(0, 40)


@dataclasses.dataclass(frozen=True)
class Step:
    """One step of a person: what was there before and after, and how much others had done by then."""

    others: int
    before: Any
    after: Any


class TwoPeople(RuleBasedStateMachine):
    """The state is the project itself; the machine only remembers what it must compare with."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="postil-state-"))
        self.session: Session = fakes.make_project(self.folder / "p", people=3, articles=0, analysed=False)
        self.writes = self.compared = 0
        self.others: dict[str, int] = defaultdict(int)
        self.done: dict[str, list[Step]] = defaultdict(list)
        self.undone: dict[str, list[Step]] = defaultdict(list)
        self.versions = 1

    def teardown(self) -> None:
        report = verify.verify(self.session)
        self.session.close()
        shutil.rmtree(self.folder)
        assert report.is_sound, report.problems

    # ------------------------------------------------------------------------------------------------ doing things

    def apply(self, command: Command) -> Changes | None:
        """Apply a command; a rule may say no, and then nothing has changed."""
        person = self.session.person.id
        before = self.snapshot()
        step = self.session.last_step()
        try:
            changes = self.session.apply(command)
        except RuleError:
            assert self.snapshot() == before
            return None
        after = self.snapshot()
        is_step = self.session.last_step() != step
        if is_step:
            self.done[person].append(Step(self.others[person], before, after))
            self.undone[person].clear()
        if is_step or after != before:
            self._wrote(person if is_step else "")
        return changes

    def _wrote(self, person: str) -> None:
        """Count for everybody else that something happened which is no step of theirs."""
        self.writes += 1
        for name in self.session.queries.people():
            self.others[name.id] += name.id != person

    def articles(self) -> list[str]:
        return [row.id for row in self.session.queries.library(LibraryFilter(order="imported")).rows]

    def pick_article(self, n: int) -> str:
        found = self.articles()
        return found[n % len(found)]

    def pick(self, n: int, *, article: int = 0) -> Annotation | None:
        found = self.session.queries.annotations(self.pick_article(article))
        return found[n % len(found)] if found else None

    @initialize()
    def begin(self) -> None:
        self.bring(0)
        self.analyse(0)

    @rule(n=st.integers(0, len(TEXTS) - 1))
    def bring(self, n: int) -> None:
        self.apply(ImportArticles((fakes.draft(TEXTS[n], f"{n}.txt"),)))

    @precondition(lambda self: self.articles())
    @rule(n=picks, newer=st.booleans())
    def analyse(self, n: int, newer: bool = False) -> None:
        self.versions += newer
        article = self.pick_article(n)
        self.apply(fakes.run(article, self.session.queries.article(article).text, version=f"0.{self.versions}"))

    @rule(who=st.sampled_from(sorted(WORK)))
    def switch(self, who: str) -> None:
        self.session.switch_person(fakes.named(self.session, WORK[who]).id)

    @precondition(lambda self: self.articles())
    @rule(n=picks, m=picks, article=picks)
    def accept(self, n: int, m: int, article: int) -> None:
        ids = {a.id for a in (self.pick(n, article=article), self.pick(m, article=article)) if a is not None}
        self.apply(AcceptSuggestions(tuple(sorted(ids))))

    @precondition(lambda self: self.articles())
    @rule(n=picks, article=picks)
    def reject(self, n: int, article: int) -> None:
        if found := self.pick(n, article=article):
            self.apply(RejectSuggestions((found.id,)))

    @precondition(lambda self: self.articles())
    @rule(n=picks, article=picks)
    def reopen(self, n: int, article: int) -> None:
        if found := self.pick(n, article=article):
            self.apply(ReopenSuggestions((found.id,)))

    @precondition(lambda self: self.articles())
    @rule(n=picks, article=picks, value=st.integers(0, 3), move=st.booleans())
    def edit(self, n: int, article: int, value: int, move: bool) -> None:
        if (found := self.pick(n, article=article)) is None:
            return
        text = self.session.queries.article(found.article).text
        evidence = (quote(text, 0, 4 + value, MAIN_ROLE[found.kind]),) if move else None
        self.apply(EditAnnotation(found.id, body=_changed(found, value), evidence=evidence))

    @precondition(lambda self: self.articles())
    @rule(article=picks, start=st.integers(0, 20), kind=st.sampled_from(Kind))
    def add(self, article: int, start: int, kind: Kind) -> None:
        uuid = self.pick_article(article)
        text = self.session.queries.article(uuid).text
        bodies: dict[Kind, Body] = {Kind.FIGURE: Figure(value=Decimal(start)), Kind.EVENT: Event(title="x"), Kind.COMMITMENT: Commitment(action="y")}
        self.apply(AddAnnotation(uuid, kind, bodies[kind], (quote(text, start, start + 3, MAIN_ROLE[kind]),), ("new",)))

    @precondition(lambda self: self.articles())
    @rule(n=picks, article=picks, tag=st.sampled_from(("a", "b")), add=st.booleans())
    def tag(self, n: int, article: int, tag: str, add: bool) -> None:
        if found := self.pick(n, article=article):
            self.apply(TagAnnotations((found.id,), add=(tag,) if add else (), remove=() if add else (tag,)))

    @precondition(lambda self: self.articles())
    @rule(n=picks, article=picks)
    def delete(self, n: int, article: int) -> None:
        if found := self.pick(n, article=article):
            self.apply(DeleteAnnotations((found.id,)))

    @precondition(lambda self: self.articles())
    @rule(article=picks, field=st.sampled_from(("title", "published", "language")), value=st.sampled_from(("", "2024-11", "fr", "Titre")))
    def correct(self, article: int, field: str, value: str) -> None:
        self.apply(CorrectMeta(self.pick_article(article), field, value))

    @precondition(lambda self: self.articles())
    @rule(article=picks, start=st.integers(0, 12), kind=st.sampled_from((ZoneKind.BODY, ZoneKind.CAPTION)))
    def zone(self, article: int, start: int, kind: ZoneKind) -> None:
        self.apply(SetZone(self.pick_article(article), start, start + 5, kind))

    @precondition(lambda self: self.articles())
    @rule(article=picks, add=st.booleans())
    def tag_article(self, article: int, add: bool) -> None:
        self.apply(TagArticle(self.pick_article(article), add=("t",) if add else (), remove=() if add else ("t",)))

    @precondition(lambda self: self.articles())
    @rule(article=picks, words=st.sampled_from(("", "why?", "**no**")), how=st.sampled_from(("write", "rewrite", "delete")))
    def note(self, article: int, words: str, how: str) -> None:
        uuid = self.pick_article(article)
        found = self.session.queries.notes(uuid)
        if how == "write" or not found:
            self.apply(WriteNote(uuid, words))
        else:
            self.apply(RewriteNote(found[-1].id, words) if how == "rewrite" else DeleteNote(found[-1].id))

    @precondition(lambda self: self.articles())
    @rule(article=picks)
    def submit(self, article: int) -> None:
        self.apply(SubmitExtraction(self.pick_article(article), leave_open=True))

    @precondition(lambda self: self.articles())
    @rule(article=picks)
    def take_back(self, article: int) -> None:
        self.apply(TakeBack(self.pick_article(article)))

    @rule(n=picks)
    def open_review(self, n: int) -> None:
        queue = self.session.queries.queue()
        if queue:
            self.apply(OpenReview(queue[n % len(queue)].extraction))

    @rule(n=picks, m=picks, how=st.sampled_from(("approve", "return", "withdraw", "whole")))
    def review(self, n: int, m: int, how: str) -> None:
        queue = self.session.queries.queue()
        if not queue:
            return
        extraction = queue[n % len(queue)].extraction
        items = self.session.queries.review_items(extraction)
        if how == "whole" or not items:
            self.apply(ApproveExtraction(extraction))
            return
        chosen = items[m % len(items)].annotation.id
        if how == "return":
            self.apply(ReturnAnnotation(chosen, Reason.WRONG_VALUE, "value", "look again"))
        else:
            self.apply(ApproveAnnotations((chosen,)) if how == "approve" else WithdrawReview(chosen))

    @precondition(lambda self: self.articles())
    @rule(article=picks, returned=picks)
    def judge_all(self, article: int, returned: int) -> None:
        """The short way to where most can go wrong: everything accepted, submitted, opened and judged."""
        uuid, author = self.pick_article(article), self.session.person.id
        self.apply(AcceptSuggestions(tuple(a.id for a in self.session.queries.annotations(uuid) if a.state is State.SUGGESTED)[:3]))
        self.apply(SubmitExtraction(uuid, leave_open=True))
        judge = "c" if author != fakes.named(self.session, WORK["c"]).id else "b"
        self.switch(judge)
        extraction = extraction_id(uuid, author)
        self.apply(OpenReview(extraction))
        for place, item in enumerate(self.session.queries.review_items(extraction)):
            chosen = item.annotation.id
            self.apply(ReturnAnnotation(chosen, Reason.OTHER) if place == returned % 4 else ApproveAnnotations((chosen,)))
        self.session.switch_person(author)

    @rule()
    def undo(self) -> None:
        self._move(self.done, self.undone, self.session.undo, backwards=True)

    @rule()
    def redo(self) -> None:
        self._move(self.undone, self.done, self.session.redo, backwards=False)

    def _move(self, source: dict[str, list[Step]], aim: dict[str, list[Step]], act: Callable[[], Changes], *, backwards: bool) -> None:
        """Undo or redo; where nobody else did anything since, what is there afterwards is what was there then."""
        person = self.session.person.id
        present = self.snapshot()
        try:
            act()
        except RuleError:
            assert self.snapshot() == present
            return
        step = source[person].pop()
        aim[person].append(step)
        if step.others == self.others[person]:
            self.compared += 1
            assert not _differences(self.snapshot(), step.before if backwards else step.after)
        self._wrote(person)

    @rule(rebuild=st.booleans())
    def restart(self, rebuild: bool) -> None:
        before, person = self.snapshot(), self.session.person.id
        if rebuild:
            self.session.store.rebuild()
        self.session.close()
        self.session = open_project(self.folder / "p", person=person, clock=FixedClock(fakes.START_MS + 10_000_000 + self.writes * 1000))
        assert not self.session.warnings
        assert self.snapshot() == before

    # -------------------------------------------------------------------------------------------------- promises

    def snapshot(self) -> Any:
        """Everything that anybody sees, without times."""
        queries = self.session.queries
        people = sorted(person.id for person in queries.people())
        rows = [dataclasses.replace(row, imported_ms=0) for row in queries.library(LibraryFilter(order="imported")).rows]
        out: list[Any] = [rows, queries.counts_by_state(), queries.tag_counts()]
        for row in rows:
            extractions = [extraction_id(row.id, person) for person in people]
            out += [queries.article(row.id), queries.notes(row.id), [queries.annotations(row.id, person) for person in people]]
            out += [queries.is_under_review(e) for e in extractions]
            for annotation in (a for e in extractions for a in queries.extraction_annotations(e)):
                out.append(sorted((r.verdict, r.by, r.head, r.reason or "", r.comment) for r in queries.reviews(annotation.id) if r.current))
        return out

    @invariant()
    def evidence_quotes_the_article(self) -> None:
        for uuid in self.articles():
            text = self.session.queries.article(uuid).text
            for annotation in self.session.queries.annotations(uuid):
                assert all(state_of(text, piece) is EvidenceState.OK for piece in annotation.evidence)
                assert not annotation.evidence_broken

    @invariant()
    def approved_content_stays_and_was_seen_by_another(self) -> None:
        people = [person.id for person in self.session.queries.people()]
        for uuid in self.articles():
            for person in people:
                for annotation in self.session.queries.extraction_annotations(extraction_id(uuid, person)):
                    self._check_approved(annotation)

    def _check_approved(self, annotation: Annotation) -> None:
        approvals = [r for r in self.session.queries.reviews(annotation.id) if r.verdict is Verdict.APPROVE and r.current]
        if annotation.state is State.APPROVED:
            assert approvals
            fact = annotation_rows.fact(self.session.store.connection, annotation.id)
            assert fact is not None
            content = content_digest(self.session.queries.article(annotation.article).text_sha256, fact.fields).hex()
            signed = {self.session.store.journal.of_hash(review.record).set["content"] for review in approvals}
            assert signed == {content}
        assert not any(review.by in annotation.authors for review in approvals)

    @invariant()
    def counts_can_be_counted(self) -> None:
        for row in self.session.queries.library(LibraryFilter()).rows:
            on_view = [a for a in self.session.queries.annotations(row.id) if a.state is not State.REJECTED]
            kinds = [sum(a.kind is kind for a in on_view) for kind in Kind]
            assert [row.figures, row.events, row.commitments] == kinds
            assert row.open == sum(a.state in (State.SUGGESTED, State.RETURNED) for a in on_view)
            if row.state is ArticleState.NEW:
                assert all(a.state is State.SUGGESTED for a in on_view)


def _differences(left: list[Any], right: list[Any]) -> list[tuple[Any, Any]]:
    """What is not the same, for the message."""
    return [(a, b) for a, b in zip_longest(left, right) if a != b]


def _changed(annotation: Annotation, value: int) -> Any:
    body = annotation.body
    if isinstance(body, Figure):
        return dataclasses.replace(body, value=Decimal(value), period="2024" if value % 2 else "")
    if isinstance(body, Event):
        return dataclasses.replace(body, title=f"title {value}")
    return dataclasses.replace(body, due="2025" if value % 2 else "", action=f"action {value}")


TestTwoPeople = TwoPeople.TestCase
TestTwoPeople.settings = settings(
    max_examples=int(__import__("os").environ.get("ME", "12")), stateful_step_count=int(__import__("os").environ.get("ST", "40")), deadline=None
)
