"""Counts above the cards, which are also the filter: by kind with a click, by state from a menu."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from postil.base.i18n import N_, _
from postil.domain.annotation import STATE_LABELS, Kind, State
from postil.models.annotations import CardFilter
from postil.ui.theme import current, fonts, icons, marks
from postil.ui.theme.spacing import HALF, ONE

PLURALS: dict[Kind, str] = {Kind.FIGURE: N_("Figures"), Kind.EVENT: N_("Events"), Kind.COMMITMENT: N_("Commitments")}


class CountsBar(QWidget):
    """`filter_changed` carries the CardFilter that was chosen."""

    filter_changed = Signal(CardFilter)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counter[Kind] = Counter()
        self._filter = CardFilter()
        self._kinds = {kind: self._kind_button(kind) for kind in Kind}
        self._state = QToolButton()
        self._state.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._state.setMenu(self._menu)
        self._states: dict[State, QAction] = {state: self._state_action(state) for state in State}
        self._menu.addSeparator()
        self._all = self._menu.addAction("")
        self._all.triggered.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(ONE, HALF, ONE, HALF)
        layout.setSpacing(0)
        for button in self._kinds.values():
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self._state)
        current.notifier().changed.connect(self._draw)
        self.retranslate()

    def _kind_button(self, kind: Kind) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._toggle(kind))
        return button

    def _state_action(self, state: State) -> QAction:
        action = self._menu.addAction("")
        action.setCheckable(True)
        action.triggered.connect(lambda: self._toggle_state(state))
        return action

    def retranslate(self) -> None:
        """Say every word in the language in use."""
        for state, action in self._states.items():
            action.setText(_(STATE_LABELS[state]))
        self._all.setText(_("Show all"))
        self._draw()

    def show_counts(self, counts: Counter[Kind]) -> None:
        """Show how many there are of each kind."""
        if counts != self._counts:
            self._counts = Counter(counts)
            self._draw()

    def chosen(self) -> CardFilter:
        """The filter in use."""
        return self._filter

    def clear(self) -> None:
        """Show all again."""
        self._set(CardFilter())

    def _toggle(self, kind: Kind) -> None:
        self._set(CardFilter(self._filter.kinds ^ {kind}, self._filter.states))

    def _toggle_state(self, state: State) -> None:
        self._set(CardFilter(self._filter.kinds, self._filter.states ^ {state}))

    def _set(self, wanted: CardFilter) -> None:
        self._filter = wanted
        self._draw()
        self.filter_changed.emit(wanted)

    def _draw(self) -> None:
        for kind, button in self._kinds.items():
            words = f"{_(PLURALS[kind])} {self._counts[kind]}"
            button.setText(words)
            button.setFont(fonts.font(fonts.FontRole.SMALL))
            button.setStyleSheet(f"QToolButton {{ color: {marks.kind_ink(kind).name()}; font-weight: 600; }}")
            button.setChecked(kind in self._filter.kinds)
            button.setAccessibleName(words)
            button.setToolTip(_("Show only these, or all again"))
        for state, action in self._states.items():
            action.setChecked(state in self._filter.states)
        is_filtered = bool(self._filter.states)
        icons.wear(self._state, "filter", "accent" if is_filtered else "dim")
        said = ", ".join(_(STATE_LABELS[state]) for state in State if state in self._filter.states)
        name = _("States shown: {states}").format(states=said) if said else _("Filter by state")
        self._state.setAccessibleName(name)
        self._state.setToolTip(name)
