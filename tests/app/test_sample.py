"""The sample project: made once and opened again; the played one has something for every screen, and says that it was played."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from postil.app import sample
from postil.base import i18n, paths
from postil.domain.annotation import Kind, Origin, State
from postil.domain.article import ArticleState
from postil.domain.author import PersonRole
from postil.domain.figure import Status
from postil.operations import projects, verify
from postil.operations.analysis import InlineAnalyser
from postil.operations.articles import TagArticle
from postil.operations.rows import LibraryFilter
from postil.operations.session import Session

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A played sample, read by all tests here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POSTIL_HOME", str(tmp_path_factory.mktemp("home")))
        session = sample.played_sample(tmp_path_factory.mktemp("projects") / "played")
        yield session
        session.close()


def states(session: Session) -> dict[str, ArticleState]:
    """The state of each article, by the number its file's name begins with."""
    return {row.name[:3]: row.state for row in session.queries.library(LibraryFilter()).rows}


def test_every_stage_of_the_work_is_there(played: Session) -> None:
    assert states(played) == {
        "000": ArticleState.IN_PROGRESS,
        "001": ArticleState.RETURNED,
        "002": ArticleState.APPROVED,
        "003": ArticleState.NEW,
        "004": ArticleState.UNDER_REVIEW,
    }


def test_the_supervisor_has_something_to_decide(played: Session) -> None:
    claire = next(p for p in played.queries.people() if p.role is PersonRole.SUPERVISOR)
    mai = played.person
    played.switch_person(claire.id)
    try:
        waiting = [row for row in played.queries.queue() if row.waiting]
        assert len(waiting) == 1
        items = played.queries.review_items(waiting[0].extraction)
        assert {item.annotation.kind for item in items if item.can_decide} == {Kind.EVENT, Kind.COMMITMENT}
        assert {item.annotation.origin for item in items} == {Origin.ACCEPTED, Origin.EDITED}, "a correction is there to be seen"
    finally:
        played.switch_person(mai.id)


def test_one_return_waits_for_the_annotator(played: Session) -> None:
    article = next(row.id for row in played.queries.library(LibraryFilter()).rows if row.name.startswith("001"))
    returned = [a for a in played.queries.annotations(article) if a.state is State.RETURNED]
    assert len(returned) == 1
    assert [review.comment for review in played.queries.returns(article)] == ["Keep the clause up to the comma."]


def test_charts_have_several_values_and_articles_that_agree(played: Session) -> None:
    series = played.queries.series()
    assert sum(len(one.dated) > 1 for one in series) >= 3
    statuses = {observation.status for one in series for observation in one.observations}
    assert {Status.ACTUAL, Status.TARGET, Status.CHANGE} <= statuses
    assert any(one.undated for one in series)
    assert max(len(observation.articles) for one in series for observation in one.observations) == 2


def test_it_is_sound_and_says_that_it_was_played(played: Session) -> None:
    assert verify.verify(played).is_sound
    assert played.project_title == "Economic diplomacy (sample, played)"


def test_the_clock_does_not_depend_on_how_fast_the_machine_is(played: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InlineAnalyser, "_is_time_up", lambda _self, _since, ready: ready >= 1)
    slow = sample.played_sample(tmp_path / "slow")
    assert slow.saved_at_ms() == played.saved_at_ms()
    slow.close()


def test_it_is_labelled_in_every_language() -> None:
    titles = set()
    for code in i18n.LANGUAGES:
        i18n.use(code)
        titles.add(sample.played_title())
        assert sample.played_title() != i18n._("Economic diplomacy (sample)")
    assert len(titles) == 3


def test_the_sample_is_made_once_and_work_in_it_stays(own_home: Path) -> None:
    first = sample.open_sample()
    assert first.folder == paths.documents_dir() / sample.FOLDER
    assert set(states(first).values()) == {ArticleState.NEW}
    first.apply(TagArticle(first.queries.library(LibraryFilter()).rows[0].id, add=("seen",)))
    first.close()
    again = sample.open_sample()
    assert again.queries.tag_counts() == {"seen": 1}
    assert len(states(again)) == 5
    again.close()


def test_a_sample_that_cannot_be_made_leaves_nothing_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "000.txt").touch()
    monkeypatch.setattr(paths, "seeds", tmp_path.joinpath)
    with pytest.raises(Exception, match="empty"):
        sample.open_sample(tmp_path / "p")
    monkeypatch.undo()
    projects.open_project(tmp_path / "p").close()  # the lock is free again
