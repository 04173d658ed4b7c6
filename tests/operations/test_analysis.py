"""Suggestions behind the window: the same inline and in a worker, over every accident that can befall one."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from postil.base import paths
from postil.domain.annotation import Kind
from postil.operations import importing, verify
from postil.operations.analysis import Analyser, InlineAnalyser, analyse, make_run
from postil.operations.articles import CorrectMeta, ImportArticles, SetZone
from postil.operations.review import SubmitExtraction
from postil.operations.rows import LibraryFilter
from postil.operations.session import Session
from postil.operations.worker import Answer, Failure, Request
from tests import fakes

PATIENCE_S = 60


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with fakes.project(tmp_path / "p", articles=0) as opened:
        drafts, _errors = importing.read_files([paths.seeds()])
        opened.apply(ImportArticles(drafts))
        yield opened


def finish(analyser: Analyser) -> int:
    """Poll until all is done; how many polls stored something."""
    analyser.start()
    stored, since = 0, time.monotonic()
    while analyser.is_busy and time.monotonic() - since < PATIENCE_S:
        if analyser.poll() is not None:
            stored += 1
        else:
            time.sleep(0.005)
    assert not analyser.is_busy
    return stored


def suggestions(session: Session) -> dict[str, list[tuple[str, int]]]:
    rows = session.queries.library(LibraryFilter()).rows
    return {row.name: [(str(a.kind), a.start) for a in session.queries.annotations(row.id)] for row in rows}


def test_the_worker_and_inline_say_the_same(session: Session, tmp_path: Path) -> None:
    analyser = Analyser(session)
    assert finish(analyser) >= 1
    analyser.close()
    assert analyser.errors == []
    assert session.queries.unanalysed() == ()
    with fakes.project(tmp_path / "q", articles=0) as other:
        drafts, _errors = importing.read_files([paths.seeds()])
        other.apply(ImportArticles(drafts))
        inline = InlineAnalyser(other)
        finish(inline)
        assert suggestions(other) == suggestions(session)
    assert all(suggestions(session).values())
    assert verify.verify(session).is_sound


def test_nothing_to_do_starts_nothing(session: Session) -> None:
    inline = InlineAnalyser(session)
    finish(inline)
    analyser = Analyser(session)
    analyser.start()
    assert not analyser.is_busy
    assert analyser.pending == 0
    assert analyser.poll() is None
    analyser.close()


def bad_rule(request: Request) -> Answer:
    return Failure(request.article, "KeyError in rule, line 7") if "Cet après-midi" in request.text else make_run(request)


def die_on_french(request: Request) -> Answer:
    if "Cet après-midi" in request.text:
        os._exit(3)
    return make_run(request)


@pytest.mark.parametrize("kind", [Analyser, InlineAnalyser])
def test_one_bad_article_does_not_stop_the_others(session: Session, kind: Callable[..., Analyser]) -> None:
    analyser = kind(session, bad_rule)
    finish(analyser)
    analyser.close()
    (error,) = analyser.errors
    assert "KeyError in rule" in error.cause
    assert error.what
    assert error.next_step
    assert len(session.queries.unanalysed()) == 1
    finish(InlineAnalyser(session))
    assert session.queries.unanalysed() == ()


def test_a_worker_that_dies_is_replaced_and_its_article_passed_over(session: Session) -> None:
    analyser = Analyser(session, die_on_french)
    finish(analyser)
    analyser.close()
    (error,) = analyser.errors
    assert "stopped" in error.cause
    assert len(session.queries.unanalysed()) == 1


def test_an_error_of_a_rule_leaves_the_text_out_of_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str, *_rest: object) -> None:
        raise ValueError(f"secret {text}")

    monkeypatch.setattr("postil.operations.analysis.analyse", broken)
    answer = make_run(Request("id", "the article's words", {}, ""))
    assert isinstance(answer, Failure)
    assert answer.reason.startswith("ValueError in broken, line ")
    assert "secret" not in answer.reason


def test_cancelling_keeps_what_is_stored(session: Session) -> None:
    analyser = Analyser(session)
    analyser.start()
    since = time.monotonic()
    while not analyser.poll() and time.monotonic() - since < PATIENCE_S:
        time.sleep(0.005)
    analyser.cancel()
    assert not analyser.is_busy
    left = len(session.queries.unanalysed())
    assert left < 5
    finish(analyser)
    analyser.close()
    assert session.queries.unanalysed() == ()


def test_a_correction_made_meanwhile_makes_the_result_stale(session: Session) -> None:
    article = session.queries.unanalysed(1)[0]
    inline = InlineAnalyser(session)
    inline.start()  # the request is out, with the corrections of now
    session.apply(CorrectMeta(article, "published", "2019-05-01"))
    before = session.store.journal.count()
    while inline.is_busy:
        inline.poll()
    assert session.queries.unanalysed() == ()
    runs = [r for r in session.store.journal.records("WHERE n > ? ORDER BY n", (before,)) if r.set["article"] == article]
    assert len(runs) == 1, "the stale result was dropped, and the article looked at again"


def test_suggestions_follow_a_corrected_zone(session: Session) -> None:
    finish(InlineAnalyser(session))
    row = next(r for r in session.queries.library(LibraryFilter()).rows if r.figures > 1)
    text = session.queries.article(row.id).text
    from postil.domain.zone import ZoneKind

    session.apply(SetZone(row.id, 0, len(text), ZoneKind.BOILERPLATE))
    assert session.queries.unanalysed() == (row.id,)
    finish(InlineAnalyser(session))
    assert session.queries.annotations(row.id) == ()
    session.undo()
    finish(InlineAnalyser(session))
    assert sum(a.kind is Kind.FIGURE for a in session.queries.annotations(row.id)) == row.figures


def test_older_rules_are_renewed_only_where_work_goes_on(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    finish(InlineAnalyser(session))
    rows = session.queries.library(LibraryFilter(order="imported")).rows
    session.apply(SubmitExtraction(rows[0].id, leave_open=True))
    analyser = InlineAnalyser(session)
    analyser.start(renew=True)
    assert not analyser.is_busy, "nothing is older than these rules"
    monkeypatch.setattr("postil.suggest.version.VERSION", "next")
    analyser = InlineAnalyser(session)
    analyser.start(renew=True)
    assert analyser.pending == 4
    while analyser.is_busy:
        analyser.poll()
    assert session.queries.outdated("next") == ()
    versions = session.store.connection.execute("SELECT a.uuid FROM run AS r JOIN article AS a ON a.id = r.article WHERE r.version <> 'next'")
    assert [row[0] for row in versions] == [rows[0].id], "what is submitted keeps what it was decided from"


def test_analysis_is_pure() -> None:
    text = next(iter(sorted(paths.seeds().glob("*.txt")))).read_text("utf-8")
    assert analyse(text) == analyse(text)


def test_reading_only_makes_no_suggestions(session: Session) -> None:
    from postil.operations.projects import open_project

    reader = open_project(session.folder, read_only=True)
    analyser = Analyser(reader)
    analyser.start()
    assert not analyser.is_busy
    reader.close()
