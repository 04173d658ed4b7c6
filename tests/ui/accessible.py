"""Finds widgets that take the focus and have no name for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget


def nameless(root: QWidget) -> list[str]:
    """Visible widgets below `root` that keys can reach and that say nothing of themselves, as class and object name.

    What only lies inside a larger widget that is named (the viewport of a list, the line of a spin box) is passed over.
    """
    widgets = (root, *root.findChildren(QWidget))
    missing = (w for w in widgets if _is_reachable(w) and not _is_part(w) and not name_of(w))
    return [f"{type(w).__name__} {w.objectName()!r} in {_path(w)}" for w in missing]


def name_of(widget: QWidget) -> str:
    """What a screen reader says of the widget."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) or widget.accessibleName()


def _is_reachable(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return widget.isVisible() and widget.isEnabled() and bool(policy.value & Qt.FocusPolicy.TabFocus.value) and not isinstance(widget, QScrollBar)


def _is_part(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None:
        return False
    is_viewport = isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
    return is_viewport or widget.objectName().startswith("qt_") or parent.focusProxy() is widget or widget.focusProxy() is not None


def _path(widget: QWidget) -> str:
    names = []
    parent = widget.parentWidget()
    while parent is not None:
        names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names)
