"""Builds the indicators place."""

from __future__ import annotations

from postil.ui.indicators.presenter import IndicatorsPresenter
from postil.ui.indicators.view import IndicatorsView
from postil.ui.view import Shell, View


def build(shell: Shell) -> View:
    """The indicators view with its presenter."""
    view = IndicatorsView()
    IndicatorsPresenter(shell, view)
    return view
