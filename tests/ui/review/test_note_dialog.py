"""The note on what is under review: saved by Ctrl+Enter or the button, never empty."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from postil.ui.review.note_dialog import NoteDialog


def opened(qtbot: QtBot) -> tuple[NoteDialog, QPlainTextEdit]:
    dialog = NoteDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    (field,) = dialog.findChildren(QPlainTextEdit)
    return dialog, field


def test_enter_begins_a_line_and_with_ctrl_saves(qtbot: QtBot) -> None:
    dialog, field = opened(qtbot)
    QTest.keyClicks(field, "Same in the")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "**report**.")
    assert dialog.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.markdown() == "Same in the\n**report**."


def test_an_empty_note_is_not_saved(qtbot: QtBot) -> None:
    dialog, field = opened(qtbot)
    QTest.keyClicks(field, "  ")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert not dialog.accept_button.isEnabled()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected
