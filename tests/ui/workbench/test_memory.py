"""What the bench remembers outside the project: drafts and places, also when the file was damaged."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from postil.domain.annotation import Kind
from postil.domain.event import Event, Part, Participant, Place
from postil.domain.figure import Figure
from postil.domain.selector import Role, quote
from postil.ui.extraction.form import Draft
from postil.ui.window_state import WindowState
from postil.ui.workbench import drafts as drafts_module
from postil.ui.workbench import places as places_module
from postil.ui.workbench.drafts import Drafts
from postil.ui.workbench.places import Places

TEXT = "gần 60 tỷ USD"
FIGURE = Draft(Figure(number_as_written="60 tỷ", value=Decimal("60000000000.50"), unit="USD"), (quote(TEXT, 4, 9, Role.VALUE),))
EVENT = Draft(Event(title="hội nghị", places=(Place("Hà Nội", remote=True),), participants=(Participant("Sơn", Part.CHAIR),)), ())


@pytest.fixture
def file(tmp_path: Path, qapp: object) -> Path:
    return tmp_path / "window.json"


@pytest.mark.parametrize(("kind", "draft"), [(Kind.FIGURE, FIGURE), (Kind.EVENT, EVENT)])
def test_a_draft_comes_back_whole_after_a_restart(file: Path, kind: Kind, draft: Draft) -> None:
    state = WindowState(file)
    Drafts(state).keep("me", "card", kind, draft)
    state.write()
    again = Drafts(WindowState(file))
    assert again.get("me", "card") == draft
    assert again.cards("me") == ("card",)
    assert again.get("you", "card") is None
    again.drop("me", "card")
    assert again.cards("me") == ()


@pytest.mark.parametrize(
    "kept",
    [
        "nonsense",
        {"me card": "nonsense"},
        {"me card": {"kind": "figure"}},
        {"me card": {"kind": "poem", "body": {}, "evidence": []}},
        {"me card": {"kind": "figure", "body": {"value": "many"}, "evidence": []}},
        {"me card": {"kind": "figure", "body": {"value": 7}, "evidence": [{"start": 1}]}},
    ],
)
def test_a_damaged_draft_is_as_good_as_none(file: Path, kept: object) -> None:
    state = WindowState(file)
    state.set_value("workbench.drafts", kept)
    assert Drafts(state).get("me", "card") is None


def test_the_oldest_drafts_make_room(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts_module, "MOST", 3)
    drafts = Drafts(WindowState(file))
    for number in range(5):
        drafts.keep("me", str(number), Kind.FIGURE, FIGURE)
    assert drafts.cards("me") == ("2", "3", "4")


def test_places_are_kept_by_owner_and_article(file: Path) -> None:
    state = WindowState(file)
    Places(state).keep("project/me", "one", 120, "card")
    Places(state).keep("project/you", "two", 7, "")
    state.write()
    places = Places(WindowState(file))
    assert places.get("project/me", "one") == (120, "card")
    assert places.get("project/me", "two") == (0, "")
    assert (places.last_article("project/me"), places.last_article("project/you"), places.last_article("x")) == ("one", "two", "")


@pytest.mark.parametrize("kept", ["nonsense", {"project/me one": "nonsense"}, {"project/me one": [1]}, {"project/me one": ["a", 2]}])
def test_a_damaged_place_is_the_beginning(file: Path, kept: object) -> None:
    state = WindowState(file)
    state.set_value("workbench.places", kept)
    state.set_value("workbench.article", kept)
    assert Places(state).get("project/me", "one") == (0, "")


def test_the_oldest_places_make_room(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places_module, "MOST", 2)
    places = Places(WindowState(file))
    for name in ("one", "two", "three"):
        places.keep("me", name, 5, "")
    assert [places.get("me", name)[0] for name in ("one", "two", "three")] == [0, 5, 5]
