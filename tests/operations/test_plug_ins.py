"""Other suggesters: what a sound one finds is stored under its own name; one that goes wrong is reported and left alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from postil.app import cli
from postil.base import paths
from postil.base.errors import PostilError
from postil.domain.annotation import Kind, Suggestion
from postil.domain.author import BUILT_IN_SUGGESTER
from postil.domain.figure import Figure
from postil.domain.zone import ZoneKind
from postil.operations import importing, verify
from postil.operations.analysis import InlineAnalyser
from postil.operations.articles import ImportArticles, SetZone
from postil.operations.plug_ins import PlugIn, PlugIns
from postil.operations.review import SubmitExtraction
from postil.operations.rows import LibraryFilter
from postil.operations.session import Session
from postil.operations.suggesting import Suggesting
from postil.operations.suggestions import AcceptSuggestions
from postil.suggest import registry
from postil.suggest.engine import Rules
from postil.suggest.protocol import SuggesterError, checked, read_suggestion
from postil.suggest.registry import Installed
from tests import fakes
from tests.operations import example_plug_ins

PATIENCE_S = 90


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with fakes.project(tmp_path / "p", articles=0) as opened:
        drafts, _errors = importing.read_files([paths.seeds()])
        opened.apply(ImportArticles(drafts[:2]))
        yield opened


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Installs the example suggesters named."""
    return partial(example_plug_ins.install, tmp_path / "site", monkeypatch=monkeypatch)


def finish(session: Session, limit_s: float = 0.0) -> list[PostilError]:
    """All suggesters at work until they rest; what they complained of."""
    plug_ins = PlugIns(session)
    for one in plug_ins._all if limit_s else ():
        one._limit_s = one._start_s = limit_s
    suggesting = Suggesting(InlineAnalyser(session), plug_ins)
    suggesting.start()
    since = time.monotonic()
    while suggesting.is_busy and time.monotonic() - since < PATIENCE_S:
        if suggesting.poll() is None:
            time.sleep(0.01)
    assert not suggesting.is_busy
    errors = suggesting.errors()
    suggesting.close()
    return errors


def by_author(session: Session) -> dict[str, int]:
    out: dict[str, int] = {}
    for row in session.queries.library(LibraryFilter()).rows:
        for annotation in session.queries.annotations(row.id):
            out[annotation.author] = out.get(annotation.author, 0) + 1
    return out


def test_without_plug_ins_only_the_rules_suggest(session: Session) -> None:
    assert finish(session) == []
    assert set(by_author(session)) == {BUILT_IN_SUGGESTER}


def test_a_plug_in_signs_as_itself_and_sees_every_article_once(session: Session, install: Callable[..., None]) -> None:
    install("Years", "Documents", "Prints")
    assert registry.plug_ins() == tuple(Installed(f"example.{name}", "0.3", "example-suggesters") for name in ("documents", "prints", "years"))
    assert finish(session) == []
    found = by_author(session)
    assert found["example.documents"] == 2
    assert found["example.years"] > 2
    assert found[BUILT_IN_SUGGESTER] > 2
    assert session.queries.unseen_by("example.years", "0.3") == ()
    assert len(session.queries.unseen_by("example.years", "0.4")) == 2  # a new version looks again
    assert verify.verify(session.folder).is_sound


def test_a_plug_in_looks_again_after_a_correction(session: Session, install: Callable[..., None]) -> None:
    install("Years")
    finish(session)
    before = by_author(session)["example.years"]
    row = session.queries.library(LibraryFilter()).rows[0]
    session.apply(SetZone(row.id, 0, 5, ZoneKind.CAPTION))
    assert session.queries.unanalysed() == (row.id,)
    assert finish(session) == []
    assert session.queries.unseen_by("example.years", "0.3") == ()
    assert by_author(session)["example.years"] == before


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Raises", "it raised ZeroDivisionError"),
        ("Hangs", "it took longer than"),
        ("Dies", "its process ended"),
        ("Strays", "outside the article"),
        ("Unmade", "it cannot be started: OSError"),
    ],
)
def test_one_that_goes_wrong_is_reported_once_and_left_alone(session: Session, install: Callable[..., None], name: str, reason: str) -> None:
    install(name, "Documents")
    errors = finish(session, limit_s=15 if name != "Hangs" else 4)
    assert len(errors) == 1
    assert f"example.{name.lower()}" in errors[0].cause
    assert reason in errors[0].cause
    assert errors[0].what
    assert errors[0].next_step
    found = by_author(session)
    assert found["example.documents"] == 2, "another plug-in must not suffer"
    assert found[BUILT_IN_SUGGESTER] > 2
    assert f"example.{name.lower()}" not in found


def test_a_disabled_plug_in_gets_another_chance_when_asked(session: Session, install: Callable[..., None]) -> None:
    install("Raises")
    plug_ins = PlugIns(session)
    suggesting = Suggesting(InlineAnalyser(session), plug_ins)
    for again, said in ((False, 1), (False, 0), (True, 1)):
        suggesting.start(renew=again)
        since = time.monotonic()
        while suggesting.is_busy and time.monotonic() - since < PATIENCE_S:
            suggesting.poll()
        assert len(suggesting.errors()) == said
    suggesting.close()


def test_what_is_handed_in_is_not_looked_at_again(session: Session, install: Callable[..., None]) -> None:
    finish(session)
    row = session.queries.library(LibraryFilter()).rows[0]
    session.apply(AcceptSuggestions(tuple(annotation.id for annotation in session.queries.annotations(row.id))))
    session.apply(SubmitExtraction(row.id))
    install("Documents")
    plug_in = PlugIn(session, registry.plug_ins()[0])
    assert row.id not in session.queries.unseen_by("example.documents", "0.3")
    plug_in.close()


def test_the_built_in_suggester_comes_through_the_same_door() -> None:
    assert isinstance(registry.make(BUILT_IN_SUGGESTER), Rules)
    from importlib.metadata import entry_points

    names = {entry.name: entry for entry in entry_points(group=registry.GROUP)}
    assert names[BUILT_IN_SUGGESTER].load() is Rules
    assert BUILT_IN_SUGGESTER not in [one.name for one in registry.plug_ins()]


def test_names_that_no_author_can_have_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = f"{example_plug_ins.__name__}:Years"
    lines = f"a/b = {target}\npostil.rules = {target}\npostil.other = {target}\nfine-1 = {target}\n"
    example_plug_ins.declare(tmp_path / "site", "other", "1/2", lines)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    assert [(one.name, one.version) for one in registry.plug_ins()] == [("fine-1", "1-2")]
    assert isinstance(registry.make(BUILT_IN_SUGGESTER), Rules)
    with pytest.raises(SuggesterError):
        registry.make("nobody")


def test_what_is_not_sound_does_not_pass(tmp_path: Path) -> None:
    text = "In 2024 trade grew."
    sound = read_suggestion({"kind": "figure", "rule": "r", "evidence": [{"start": 3, "end": 7}], "body": {"value": "2024", "unit": "year"}}, text)
    assert checked([sound], text) == (sound,)
    wrong: list[object] = [
        "words",
        replace(sound, evidence=()),
        replace(sound, kind=Kind.EVENT),
        replace(sound, rule=""),
        replace(sound, confidence=1001),
        replace(sound, evidence=(replace(sound.evidence[0], start=-3),)),
        replace(sound, evidence=(replace(sound.evidence[0], end=400),)),
        replace(sound, evidence=(replace(sound.evidence[0], exact="2025"),)),
        replace(sound, body=replace(_figure(sound), value="a lot")),  # type: ignore[arg-type]
        replace(sound, body=replace(_figure(sound), relates_to="nobody")),
    ]
    for item in wrong:
        with pytest.raises(SuggesterError):
            checked([item], text)
    with pytest.raises(SuggesterError, match="same key"):
        checked([replace(sound, key="a"), replace(sound, key="a")], text)
    for data in ({}, {"kind": "rumour"}, {"kind": "figure", "rule": "r", "evidence": [{"start": 9, "end": 99}], "body": {}}):
        with pytest.raises(SuggesterError):
            read_suggestion(data, text)


def _figure(suggestion: Suggestion) -> Figure:
    assert isinstance(suggestion.body, Figure)
    return suggestion.body


def test_the_command_line_lists_and_asks_them(
    session: Session, install: Callable[..., None], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    install("Documents")
    assert cli.main(["suggesters"]) == 0
    assert "example.documents\t0.3\texample-suggesters" in capsys.readouterr().out
    folder = session.folder
    session.close()
    assert cli.main(["suggest", str(folder)]) == 0
    assert cli.main(["export", str(folder), "--out", str(tmp_path / "all.jsonl")]) == 0
    assert capsys.readouterr().err == ""
