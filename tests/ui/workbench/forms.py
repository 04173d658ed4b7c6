"""Short ways to the form and its fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from postil.domain.annotation import Annotation, Kind
from postil.domain.figure import Figure
from postil.ui.extraction.editors.base import FieldEditor
from postil.ui.extraction.form import AnnotationForm
from tests.ui.workbench.conftest import Table, press

LEFT = Qt.MouseButton.LeftButton


def figure(table: Table, written: str, number: str = "001") -> Annotation:
    found = table.annotations(number, Kind.FIGURE)
    return next(a for a in found if isinstance(a.body, Figure) and a.body.number_as_written == written)


def body_of(table: Table, key: str) -> Figure:
    body = table.card(key).body
    assert isinstance(body, Figure)
    return body


def form_of(table: Table) -> AnnotationForm:
    return table.view.extraction.card.form


def editor(table: Table, name: str) -> FieldEditor:
    found = form_of(table).grid.editor(name)
    assert found is not None
    return found


def go_to_field(table: Table, name: str) -> None:
    form_of(table).focus_field(name)
    QApplication.processEvents()


def open_figure(table: Table, written: str) -> str:
    found = figure(table, written)
    table.open("001", found.id)
    table.text.setFocus()
    press("Return")
    assert table.view.extraction.card.is_open
    return found.id
