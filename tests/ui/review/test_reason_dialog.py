"""Asking for a reason: typed letters narrow it in any language, the usual field is proposed, Enter never sends."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from postil.base import i18n
from postil.domain.annotation import Annotation, Kind, State
from postil.domain.commitment import Commitment
from postil.domain.figure import Figure
from postil.domain.review import Reason
from postil.ui.review.reason_dialog import ReasonDialog


def _dialog(qtbot: QtBot, kind: Kind = Kind.FIGURE) -> ReasonDialog:
    body = Figure() if kind is Kind.FIGURE else Commitment()
    dialog = ReasonDialog(Annotation("1", "a", "x", "p", kind, body, (), State.SUBMITTED))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_typed_letters_find_the_reason_and_propose_its_field(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    QTest.keyClicks(dialog._filter, "unit")
    assert dialog.reason() is Reason.WRONG_UNIT
    assert dialog.field() == "unit"


def test_accents_do_not_matter_in_french(qtbot: QtBot) -> None:
    i18n.use("fr")
    dialog = _dialog(qtbot)
    QTest.keyClicks(dialog._filter, "periode")
    assert dialog.reason() is Reason.WRONG_PERIOD


def test_enter_moves_on_and_control_enter_sends(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    QTest.keyClick(dialog._filter, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClicks(dialog._comment, "Which one?")
    QTest.keyClick(dialog._comment, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.comment() == "Which one?"


def test_escape_sends_nothing(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    QTest.keyClick(dialog._filter, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


@pytest.mark.parametrize("kind", [Kind.FIGURE, Kind.COMMITMENT])
def test_only_fields_of_the_kind_are_offered(qtbot: QtBot, kind: Kind) -> None:
    dialog = _dialog(qtbot, kind)
    offered = {dialog._field.itemData(i) for i in range(dialog._field.count())}
    assert "" in offered
    assert ("value" in offered) is (kind is Kind.FIGURE)
    assert ("action" in offered) is (kind is Kind.COMMITMENT)
