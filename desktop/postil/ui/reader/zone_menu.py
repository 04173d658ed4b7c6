"""Choosing a zone's kind: a menu with an icon and a word each, opened by key, by a bar or by a right click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from postil.base.i18n import _
from postil.domain.selector import Span
from postil.domain.zone import ZONE_LABELS, ZoneKind
from postil.ui.theme import icons
from postil.ui.widgets.article_text.text_map import TextMap


def fill(menu: QMenu, present: ZoneKind, choose: Callable[[ZoneKind], object]) -> None:
    """Put every kind into `menu`, `present` ticked; typed letters find one."""
    for kind, label in ZONE_LABELS.items():
        action = menu.addAction(_(label))
        icons.wear(action, f"zone_{kind.value}")
        action.setCheckable(True)
        action.setChecked(kind is present)
        action.triggered.connect(lambda _on=False, which=kind: choose(which))


def zone_menu(parent: QWidget, present: ZoneKind, choose: Callable[[ZoneKind], object]) -> QMenu:
    """A menu of all kinds; it goes away with its closing."""
    menu = QMenu(_("Change zone"), parent)
    menu.aboutToHide.connect(menu.deleteLater)
    fill(menu, present, choose)
    return menu


def lines_of(text_map: TextMap, selected: Span | None, caret: int) -> Span:
    """What a change of zone is about: part of one line if only that is selected, else whole lines; the caret's without a selection."""
    if selected is None:
        return text_map.paragraph_at(caret)
    first, last = text_map.paragraph_at(selected.start), text_map.paragraph_at(max(selected.start, selected.end - 1))
    return selected if first == last and selected != first else Span(first.start, last.end)
