"""Builds the library place."""

from __future__ import annotations

from postil.ui.library.presenter import LibraryPresenter
from postil.ui.library.view import LibraryView
from postil.ui.view import Shell, View


def build(shell: Shell) -> View:
    """The library's view with its presenter."""
    view = LibraryView(shell.actions)
    LibraryPresenter(shell, view)
    return view
