"""The sheet of keys and what Postil is."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from postil import __version__
from postil.ui.action_spec import Context
from postil.ui.conductor import Conductor
from postil.ui.help.about import AboutDialog
from postil.ui.help.shortcuts import ShortcutsDialog, rows_of
from tests.ui.accessible import nameless


def test_the_sheet_lists_every_key_that_does_something(conductor: Conductor) -> None:
    actions = conductor.shell.actions
    rows = rows_of(actions, frozenset({Context.LIBRARY}))
    assert next(iter(rows)) is Context.LIBRARY
    listed = {spec.id for specs in rows.values() for spec in specs}
    assert listed == {spec.id for spec in actions.table if spec.keys and actions.is_served(spec.id)}


def test_the_sheet_is_filtered_by_letters_without_accents(conductor: Conductor, qtbot: QtBot) -> None:
    conductor.shell.settings.set_value("language", "fr")
    dialog = ShortcutsDialog(conductor.shell.actions, frozenset(), conductor.window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    dialog._field.setText("preferences")
    shown = [what.text() for _words, _key, what in dialog._lines if what.isVisible()]
    assert shown == ["Préférences"]
    assert sum(heading.isVisible() for heading, _lines in dialog._headings) == 1


def test_about_names_version_and_licences(conductor: Conductor, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel

    dialog = AboutDialog(conductor.window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    labels: list[QLabel] = dialog.findChildren(QLabel)
    text = "\n".join(label.text() for label in labels)
    assert __version__ in text
    assert "Apache License 2.0" in text
    assert "LGPL-3.0" in text
