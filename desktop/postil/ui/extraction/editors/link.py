"""An editor for a link to another annotation of the article: its sister figures in a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from postil.base.i18n import _
from postil.ui.extraction.editors.base import FieldEditor
from postil.ui.extraction.editors.choice import CalmCombo


class LinkEditor(FieldEditor):
    """Choosing fills the link at once. `sisters` are pairs of id and headline."""

    def __init__(self, name: str, label: str, sisters: Sequence[tuple[str, str]], tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, label, tip, parent)
        self._ids = ["", *(found for found, _headline in sisters)]
        self._combo = CalmCombo()
        self._combo.addItems([_("none"), *(headline for _found, headline in sisters)])
        self.take(self._combo)
        self._combo.activated.connect(lambda _index: self.changed.emit())

    def value(self) -> Any:
        """The id of the linked annotation, or ""."""
        return self._ids[max(0, self._combo.currentIndex())]

    def show_value(self, value: Any) -> None:
        wanted = str(value or "")
        if wanted not in self._ids:
            self._ids.append(wanted)
            self._combo.addItem(_("an annotation elsewhere"))
        self._combo.setCurrentIndex(self._ids.index(wanted))
