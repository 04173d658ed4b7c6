"""QActions from the action table: bound to handlers, kept in their context, translated, greyed and found by the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from postil.base.i18n import _
from postil.ui import keys
from postil.ui.action_spec import CONTEXT_LABELS, MENU_LABELS, ActionSpec, Context, Menu
from postil.ui.action_table import ACTIONS
from postil.ui.theme import icons

__all__ = ["CONTEXT_LABELS", "ActionSpec", "Actions", "Context", "Menu", "PaletteEntry"]


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """An action as the palette lists it, in the language in use."""

    id: str
    text: str
    menu: str
    keys: str
    icon: str
    is_enabled: bool


class Actions(QObject):
    """All actions of one window.

    A view attaches itself: `attach(Context.REVIEW, self, handler)`; the handler has a method for each `run` it serves.
    An action is enabled when it has a handler, its context is the one people are in, and its condition holds.
    """

    changed = Signal()

    def __init__(self, parent: QWidget, table: tuple[ActionSpec, ...] = ACTIONS) -> None:
        super().__init__(parent)
        self.table = table
        self._specs = {spec.id: spec for spec in table}
        self._actions: dict[str, QAction] = {}
        self._handlers: dict[str, Callable[[], object]] = {}
        self._conditions: dict[str, bool] = {}
        self._active: frozenset[Context] = frozenset({Context.GLOBAL})
        self._texts: dict[str, str] = {}
        self._is_suspended = False

    def action(self, action_id: str) -> QAction:
        """The QAction, to put into a button (`QToolButton.setDefaultAction`) or a menu; made when first asked for.

        Raises KeyError for an id that the table does not hold.
        """
        if action_id not in self._actions:
            spec = self._specs[action_id]
            self._actions[action_id] = self._make(spec)
            self._translate(spec)
            self._set_state(spec)
        return self._actions[action_id]

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in keys.with_azerty(spec.keys)])
        is_global = spec.context is Context.GLOBAL
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut if is_global else Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setCheckable(bool(spec.check))
        action.setEnabled(False)
        action.triggered.connect(lambda _checked=False, which=spec.id: self._run(which))
        return action

    def attach(self, context: Context, widget: QWidget, handler: object) -> None:
        """Serve the actions of `context` by the methods of `handler`; their keys count while `widget` has the focus.

        Raises AttributeError when the handler lacks a method that the table names.
        """
        for spec in self.table:
            if spec.context is context:
                self._handlers[spec.id] = getattr(handler, spec.run)
                widget.addAction(self.action(spec.id))
        self._update()

    def attach_global(self, widget: QWidget, *handlers: object) -> None:
        """Serve the actions that live everywhere, each by the first handler that has its method.

        Raises LookupError for an action that no handler serves.
        """
        for spec in self.table:
            if spec.context is not Context.GLOBAL:
                continue
            served = next((getattr(handler, spec.run) for handler in handlers if hasattr(handler, spec.run)), None)
            if served is None:
                raise LookupError(f"nobody serves {spec.id}")
            self._handlers[spec.id] = served
            widget.addAction(self.action(spec.id))
        self._update()

    def retire(self, action_id: str) -> None:
        """Take an action out of menus, palette and help: this window has nothing to serve it with."""
        self._handlers.pop(action_id, None)
        self._update()

    def suspend(self, *, is_suspended: bool) -> None:
        """Let nothing run, whatever holds: the window is locked."""
        self._is_suspended = is_suspended
        self._update()

    def is_served(self, action_id: str) -> bool:
        """Is there a handler?"""
        return action_id in self._handlers

    def set_active(self, contexts: frozenset[Context]) -> None:
        """Say where people are: the contexts of the place on view; `GLOBAL` is always one of them."""
        self._active = contexts | {Context.GLOBAL}
        self._update()

    def set_conditions(self, **conditions: bool) -> None:
        """Say what holds: `set_conditions(has_article=True, can_undo=False)`. Conditions never said are false."""
        if any(self._conditions.get(name) != value for name, value in conditions.items()):
            self._conditions.update(conditions)
            self._update()

    def holds(self, condition: str) -> bool:
        """Does a condition hold? The empty one always does."""
        return not condition or self._conditions.get(condition, False)

    def spec(self, action_id: str) -> ActionSpec:
        """The row of the table. Raises KeyError."""
        return self._specs[action_id]

    def trigger(self, action_id: str) -> None:
        """Run an action as if it had been chosen; nothing happens while it is not enabled."""
        self.action(action_id).trigger()

    def set_text(self, action_id: str, text: str) -> None:
        """Give an action another face for now ("Undo: accept figure"), already translated; empty restores the table's."""
        self._texts[action_id] = text
        self._translate(self._specs[action_id])

    def key_text(self, action_id: str) -> str:
        """The action's first key as people write it; empty when it has none."""
        spec = self._specs[action_id]
        return keys.for_people(spec.keys[0]) if spec.keys else ""

    def menu(self, which: Menu, parent: QWidget) -> QMenu:
        """A menu of the table, filled and titled; icons are put on when it is first opened."""
        made = QMenu(_(MENU_LABELS[which]), parent)
        made.setObjectName(f"menu.{which.value}")
        for spec in self.table:
            if spec.menu is which and spec.id in self._handlers:
                if spec.starts_group and made.actions():
                    made.addSeparator()
                made.addAction(self.action(spec.id))
        made.aboutToShow.connect(lambda: self.dress(which))
        return made

    def menus(self, parent: QWidget) -> list[QMenu]:
        """Every menu that has at least one action that somebody serves, in order."""
        return [menu for menu in (self.menu(which, parent) for which in Menu) if menu.actions()]

    def dress(self, which: Menu | None = None) -> None:
        """Put icons on the actions of a menu, or on all; done late because drawing them costs time at the start."""
        for spec in self.table:
            if which in (None, spec.menu) and self.action(spec.id).icon().isNull():
                icons.wear(self.action(spec.id), spec.icon)

    def button_action(self, action_id: str) -> QAction:
        """Like `action`, with its icon put on now."""
        action = self.action(action_id)
        if action.icon().isNull():
            icons.wear(action, self._specs[action_id].icon)
        return action

    def palette_entries(self) -> tuple[PaletteEntry, ...]:
        """What the palette offers: actions that somebody serves, those that can run now first."""
        entries = [
            PaletteEntry(
                spec.id,
                self._actions[spec.id].text(),
                _(MENU_LABELS[spec.menu]),
                self.key_text(spec.id),
                spec.icon,
                self._actions[spec.id].isEnabled(),
            )
            for spec in self.table
            if spec.id in self._handlers
        ]
        return tuple(sorted(entries, key=lambda entry: not entry.is_enabled))

    def retranslate(self) -> None:
        """Say all texts again in the language in use."""
        for action_id in self._actions:
            self._translate(self._specs[action_id])
        self.changed.emit()

    def _translate(self, spec: ActionSpec) -> None:
        if spec.id not in self._actions:
            return
        action = self._actions[spec.id]
        action.setText(self._texts.get(spec.id) or _(spec.text))
        key = self.key_text(spec.id)
        name = action.text().rstrip("…")
        action.setToolTip(f"{name} ({key})\n{_(spec.help)}" if key else f"{name}\n{_(spec.help)}")
        action.setStatusTip(_(spec.help))

    def _update(self) -> None:
        for action_id in self._actions:
            self._set_state(self._specs[action_id])
        self.changed.emit()

    def _set_state(self, spec: ActionSpec) -> None:
        action = self._actions[spec.id]
        is_here = spec.id in self._handlers and spec.context in self._active and not self._is_suspended
        action.setEnabled(is_here and self.holds(spec.enabled_when))
        if spec.check:
            action.setChecked(self.holds(spec.check))

    def _run(self, action_id: str) -> None:
        spec = self._specs[action_id]
        if spec.check:  # Qt has flipped the tick; what holds decides
            self._actions[action_id].setChecked(self.holds(spec.check))
        self._handlers[action_id]()
