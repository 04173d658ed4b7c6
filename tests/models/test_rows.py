"""The flat model keeps its promises to Qt's model tester through any change of rows."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from postil.models.rows import ROW_ROLE, Column, RowsModel


@dataclass(frozen=True)
class Row:
    id: str
    text: str


def _model() -> RowsModel[Row]:
    return RowsModel(
        [Column("text", "Title", lambda r: r.text, tip=lambda r: r.id), Column("n", "Name", lambda r: r.id, align_end=True)], lambda r: r.id
    )


ROWS = st.lists(st.integers(0, 12), unique=True, max_size=10)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(ROWS, st.sampled_from(["a", "b"])), max_size=5))
def test_any_sequence_of_rows_is_announced_rightly(qapp: object, steps: list[tuple[list[int], str]]) -> None:
    model = _model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for keys, text in steps:
        wanted = [Row(str(k), text) for k in keys]
        model.show(wanted)
        assert list(model.rows()) == wanted
        assert all(model.index_of(r.id).row() == i for i, r in enumerate(wanted))
    assert tester.model() is model


def test_unchanged_rows_are_not_touched(qapp: object) -> None:
    model = _model()
    model.show([Row("1", "a"), Row("2", "a"), Row("3", "a")])
    resets: list[object] = []
    changed: list[tuple[int, int]] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.rowsRemoved.connect(lambda *_: resets.append(1))
    model.dataChanged.connect(lambda a, b, *_: changed.append((a.row(), b.row())))
    model.show([Row("1", "a"), Row("2", "b"), Row("3", "a")])
    assert not resets
    assert changed == [(1, 1)]


def test_pages_are_appended_without_doubles(qapp: object) -> None:
    model = _model()
    model.show([Row("1", "a")])
    model.append([Row("1", "a"), Row("2", "b")])
    assert [r.id for r in model.rows()] == ["1", "2"]
    index = model.index(1, 0)
    assert model.data(index, ROW_ROLE) == Row("2", "b")
    assert model.data(index) == "b"
    assert model.data(index, Qt.ItemDataRole.ToolTipRole) == "2"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Title"
