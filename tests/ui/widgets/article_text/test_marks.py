"""Marks by paragraph, their lanes, and that their forms differ without colour."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from postil.domain.annotation import Kind, State
from postil.ui.widgets.article_text import strokes
from postil.ui.widgets.article_text.marks import LANES, Mark, MarksByParagraph, lanes
from postil.ui.widgets.article_text.strokes import Segment, Style
from postil.ui.widgets.article_text.text_map import TextMap

TEXT = "Un paragraphe.\nUn deuxième, plus long.\nLe troisième."


def mark(name: str, start: int, end: int, state: State = State.SUGGESTED) -> Mark:
    return Mark(name, start, end, Kind.FIGURE, state)


def test_a_mark_across_paragraphs_stands_in_each() -> None:
    marks = MarksByParagraph(TextMap(TEXT), [mark("a", 3, 20), mark("b", 45, 50)])
    assert [[m.id for m in marks.in_paragraph(n)] for n in range(3)] == [["a"], ["a"], ["b"]]
    assert [m.id for m in marks.at(16)] == ["a"]


def test_only_paragraphs_that_look_different_are_named() -> None:
    marks = MarksByParagraph(TextMap(TEXT), [mark("a", 3, 6), mark("b", 45, 50)])
    assert marks.show([mark("a", 3, 6), mark("b", 45, 50)]) == set()
    assert marks.show([mark("a", 3, 6), mark("b", 45, 50, State.DRAFT)]) == {2}
    assert marks.show([mark("b", 45, 50, State.DRAFT), mark("c", 16, 20)]) == {0, 1}


def test_one_mark_is_replaced_in_its_paragraphs_alone() -> None:
    marks = MarksByParagraph(TextMap(TEXT), [mark("a", 3, 20), mark("b", 45, 50)])
    assert marks.put(mark("a", 3, 20)) == set()
    assert marks.put(mark("a", 3, 20, State.DRAFT)) == {0, 1}
    assert [m.state for n in range(3) for m in marks.in_paragraph(n)] == [State.DRAFT, State.DRAFT, State.SUGGESTED]
    assert marks.put(mark("a", 45, 47)) == {0, 1, 2}
    assert [{m.id for m in marks.in_paragraph(n)} for n in range(3)] == [set(), set(), {"a", "b"}]
    assert marks.put(mark("c", 0, 2)) == {0}


def test_a_mark_beyond_the_text_is_left_out() -> None:
    marks = MarksByParagraph(TextMap(TEXT), [mark("a", len(TEXT), len(TEXT) + 5), mark("b", len(TEXT) - 2, len(TEXT) + 5)])
    assert marks.get("a") is None
    assert [m.id for m in marks.in_paragraph(2)] == ["b"]


def test_what_lies_inside_runs_next_to_the_words() -> None:
    placed = lanes([mark("clause", 0, 40), mark("number", 5, 8), mark("other", 41, 44)])
    assert placed == {"clause": 1, "number": 0, "other": 0}


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=25))
def test_marks_in_one_lane_do_not_touch_unless_it_is_the_last(pairs: list[tuple[int, int]]) -> None:
    marks = [mark(str(n), start, start + length) for n, (start, length) in enumerate(pairs)]
    placed = lanes(marks)
    assert set(placed) == {m.id for m in marks}
    for a, b in combinations(marks, 2):
        if placed[a.id] == placed[b.id] < LANES - 1:
            assert not a.span.overlaps(b.span)


def drawn(kind: Kind, state: State, *, is_broken: bool = False) -> bytes:
    """The form alone: which pixels are covered, whatever their colour."""
    image = QImage(60, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    strokes.draw(painter, Style(kind, state, is_broken), [Segment(5, 55, 4, 22, 0, True, True)], 1.0)
    painter.end()
    return bytes(image.pixelColor(x, y).alpha() // 64 for y in range(40) for x in range(60))


@pytest.mark.parametrize("kind", list(Kind))
def test_states_differ_by_form_and_not_by_colour_alone(qapp: object, kind: Kind) -> None:
    forms = {state: drawn(kind, state) for state in State}
    assert forms.pop(State.APPROVED) == forms[State.SUBMITTED]  # told apart by the sign in the margin
    forms_seen = [*forms.values(), drawn(kind, State.DRAFT, is_broken=True)]
    assert len(set(forms_seen)) == len(State), sorted(forms, key=lambda state: forms[state])


@pytest.mark.parametrize("state", [state for state in State if state is not State.REJECTED])
def test_kinds_differ_by_form(qapp: object, state: State) -> None:
    assert len({drawn(kind, state) for kind in Kind}) == len(Kind)
