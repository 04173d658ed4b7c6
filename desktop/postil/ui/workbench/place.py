"""Builds the workbench place."""

from __future__ import annotations

from postil.ui.view import Shell, View
from postil.ui.workbench.presenter import WorkbenchPresenter
from postil.ui.workbench.view import WorkbenchView


def build(shell: Shell) -> View:
    """The workbench's view with its presenter."""
    view = WorkbenchView(shell.actions)
    WorkbenchPresenter(shell, view)
    return view
