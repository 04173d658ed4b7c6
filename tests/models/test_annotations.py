"""The cards' model: keeps what is unchanged, announces what is not, and looks everything up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from postil.base import i18n
from postil.domain.annotation import Annotation, Kind, State
from postil.domain.figure import Figure
from postil.domain.selector import Role, quote
from postil.models.annotations import CardFilter, CardRow, CardsModel, card_row, said
from postil.operations import describe

TEXT = "Près de 60 activités, plus de 170 accords et environ 70 rapports."


def annotation(name: str, start: int = 8, state: State = State.SUGGESTED, confidence: int = 900, suggestion: str = "") -> Annotation:
    body = Figure(number_as_written=TEXT[start : start + 2])
    evidence = (quote(TEXT, start, start + 2, Role.VALUE),)
    return Annotation(name, "article", "extraction", "me", Kind.FIGURE, body, evidence, state, confidence=confidence, suggestion=suggestion)


def rows(*names: str) -> tuple[CardRow, ...]:
    return tuple(card_row(annotation(name, 8 + n)) for n, name in enumerate(names))


@pytest.fixture
def model(qapp: object) -> CardsModel:
    made = CardsModel()
    made.show(rows("a", "b", "c", "d"))
    return made


def spied(model: CardsModel) -> dict[str, QSignalSpy]:
    return {name: QSignalSpy(getattr(model, name)) for name in ("rowsInserted", "rowsRemoved", "dataChanged", "modelReset")}


@pytest.mark.parametrize("after", ["abcd", "", "abXcd", "acd", "dcba", "XabcdY", "WXYZ", "bc"])
def test_every_change_pleases_qts_model_tester(model: CardsModel, after: str) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(rows(*after))
    assert [row.key for row in model.rows()] == list(after)
    assert [model.index_of(name).row() for name in after] == list(range(len(after)))
    assert not model.index_of("nobody").isValid()
    del tester


def test_one_changed_card_is_announced_alone(model: CardsModel) -> None:
    spies = spied(model)
    changed = list(model.rows())
    changed[2] = card_row(replace(changed[2].annotation, state=State.DRAFT))
    model.show(changed)
    assert {name: spy.count() for name, spy in spies.items()} == {"rowsInserted": 0, "rowsRemoved": 0, "dataChanged": 1, "modelReset": 0}
    first, last = spies["dataChanged"].at(0)[:2]
    assert (first.row(), last.row()) == (2, 2)


def test_a_single_card_is_put_in_its_place(model: CardsModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    spies = spied(model)
    model.put(card_row(annotation("mine", 10, State.DRAFT, suggestion="c")))
    assert [row.key for row in model.rows()] == ["a", "b", "c", "d"]
    assert model.rows()[2].annotation.state is State.DRAFT
    assert {name: spy.count() for name, spy in spies.items()} == {"rowsInserted": 0, "rowsRemoved": 0, "dataChanged": 1, "modelReset": 0}
    with pytest.raises(KeyError):
        model.put(card_row(annotation("nobody")))
    del tester


def test_showing_the_same_announces_nothing(model: CardsModel) -> None:
    spies = spied(model)
    model.show(model.rows())
    model.show(rows("a", "b", "c", "d"))
    assert {spy.count() for spy in spies.values()} == {0}


def test_a_decision_changes_a_card_and_does_not_replace_it(model: CardsModel) -> None:
    spies = spied(model)
    decided = list(model.rows())
    decided[1] = card_row(annotation("mine", 9, State.DRAFT, suggestion="b"))
    model.show(decided)
    assert (spies["rowsInserted"].count(), spies["rowsRemoved"].count(), spies["dataChanged"].count()) == (0, 0, 1)
    assert model.index_of("b").row() == 1


def test_data_is_a_look_up(model: CardsModel, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    real = describe.headline

    def counted(one: Annotation) -> str:
        calls.append(one.id)
        return real(one)

    monkeypatch.setattr(describe, "headline", counted)
    index = model.index(0, 0)
    assert index.data() == index.data() == real(model.rows()[0].annotation)
    assert calls == ["a"]
    model.show((card_row(replace(model.rows()[0].annotation, state=State.DRAFT)), *model.rows()[1:]))
    model.index(0, 0).data()
    assert calls == ["a", "a"]


def test_another_language_says_every_card_anew(model: CardsModel) -> None:
    figure = Figure(number_as_written="60", counted="report", unit="count")
    model.show((card_row(replace(annotation("a"), body=figure)),))
    english = model.index(0, 0).data()
    spy = QSignalSpy(model.dataChanged)
    i18n.use("fr")
    model.retranslate()
    assert spy.count() == 1
    assert model.index(0, 0).data() != english


def test_what_a_screen_reader_says_names_kind_state_and_doubt(model: CardsModel) -> None:
    model.show((card_row(annotation("a", confidence=200)),))
    words = str(model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))
    assert words.startswith("Figure, Suggested, ")
    assert words.endswith(", unsure")
    broken = card_row(replace(annotation("b", state=State.APPROVED), evidence_broken=True, changed_since_approval=True))
    assert said(broken).endswith("evidence broken, changed since approval")
    assert model.data(QModelIndex(), Qt.ItemDataRole.AccessibleTextRole) is None


@pytest.mark.parametrize(("state", "is_open"), [(s, s in (State.SUGGESTED, State.RETURNED)) for s in State])
def test_what_waits_for_the_person(state: State, is_open: bool) -> None:
    assert card_row(annotation("a", state=state)).is_open is is_open


def test_only_open_suggestions_are_unsure() -> None:
    assert card_row(annotation("a", confidence=499)).is_unsure
    assert not card_row(annotation("a", confidence=500)).is_unsure
    assert not card_row(annotation("a", 8, State.DRAFT, 100)).is_unsure


def test_rows_between_two_offsets(model: CardsModel) -> None:
    assert list(model.between(8, 11)) == [0, 1, 2]
    assert list(model.between(9, 10)) == [1]
    assert list(model.between(30, 40)) == []


def test_a_filter_takes_kinds_and_states() -> None:
    draft = annotation("a", state=State.DRAFT)
    assert CardFilter().takes(draft)
    assert CardFilter(frozenset({Kind.FIGURE}), frozenset({State.DRAFT})).takes(draft)
    assert not CardFilter(frozenset({Kind.EVENT})).takes(draft)
    assert not CardFilter(states=frozenset({State.SUGGESTED})).takes(draft)
