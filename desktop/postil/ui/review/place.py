"""Builds the review place."""

from __future__ import annotations

from postil.ui.review.presenter import ReviewPresenter
from postil.ui.review.view import ReviewView
from postil.ui.view import Shell, View


def build(shell: Shell) -> View:
    """The review view with its presenter."""
    view = ReviewView(shell.actions)
    ReviewPresenter(shell, view)
    return view
