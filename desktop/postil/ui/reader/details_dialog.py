"""Article details: title, date, outlet, language and the rest, corrected by hand or taken from the selected words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from postil.base import edtf
from postil.base.i18n import N_, _
from postil.domain.article import META_FIELDS, Article, Found
from postil.domain.selector import Span
from postil.ui.theme import icons
from postil.ui.theme.spacing import ONE, TWO
from postil.ui.widgets.dialog import FormDialog

LABELS: dict[str, str] = {
    "title": N_("Title"),
    "published": N_("Published"),
    "byline": N_("Byline"),
    "photo_credit": N_("Photo credit"),
    "publisher": N_("Outlet"),
    "url": N_("Address"),
    "language": N_("Language"),
    "translated_from": N_("Translated from"),
    "translation_of": N_("Translation of"),
    "origin": N_("Origin"),
}
TIPS: dict[str, str] = {
    "published": N_("As 2024-12-20, 2024-12 or 2024."),
    "language": N_("en, fr or vi."),
    "translated_from": N_("en, fr or vi, when the article is a translation."),
    "translation_of": N_("The article or address it was translated from."),
    "origin": N_("The independent source behind it, such as a news agency."),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of the head with another value, and the span it was taken from (0, 0: typed)."""

    field: str
    value: str
    start: int = 0
    end: int = 0


class DetailsDialog(FormDialog):
    """Ask `corrections` after it was accepted."""

    def __init__(self, article: Article, selected: Span | None, parent: QWidget | None = None) -> None:
        self._article, self._selected = article, selected
        self._spans: dict[str, Span] = {}
        self._lines: dict[str, QLineEdit] = {}
        self._said = QLabel()
        body = QWidget()
        super().__init__(_("Article details"), body, _("Save"), parent, width=520)
        grid = QGridLayout()
        grid.setHorizontalSpacing(ONE)
        grid.setVerticalSpacing(ONE)
        for number, name in enumerate(META_FIELDS):
            self._add_line(grid, number, name)
        self._said.setProperty("role", "error")
        self._said.setWordWrap(True)
        self._said.hide()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TWO)
        layout.addLayout(grid)
        layout.addWidget(self._said)
        self._lines[META_FIELDS[0]].setFocus()

    def _add_line(self, grid: QGridLayout, number: int, name: str) -> None:
        label, line = QLabel(_(LABELS[name])), QLineEdit(self._found(name).value)
        label.setBuddy(line)
        line.setAccessibleName(_(LABELS[name]))
        line.setPlaceholderText(_(TIPS[name]) if name in TIPS else "")
        line.setCursorPosition(0)
        line.installEventFilter(self)
        line.textEdited.connect(lambda _text: self._spans.pop(name, None))
        self._lines[name] = line
        grid.addWidget(label, number, 0)
        grid.addWidget(line, number, 1)
        if self._selected is not None and name not in ("language", "translated_from"):
            take = QToolButton()
            icons.wear(take, "evidence", "accent")
            take.setAccessibleName(_("Take the selected words for “{field}”").format(field=_(LABELS[name])))
            take.setToolTip(_("Take the selected words"))
            take.clicked.connect(lambda: self._take(name))
            grid.addWidget(take, number, 2)

    def _found(self, name: str) -> Found:
        found: Found = getattr(self._article.meta, name)
        return found

    def _take(self, name: str) -> None:
        assert self._selected is not None
        words = " ".join(self._article.text[self._selected.start : self._selected.end].split())
        self._lines[name].setText(words)
        self._spans[name] = self._selected

    def corrections(self) -> tuple[Correction, ...]:
        """The fields that were changed."""
        changed = []
        for name, line in self._lines.items():
            value, span = line.text().strip(), self._spans.get(name, Span(0, 0))
            if value != self._found(name).value or name in self._spans:
                changed.append(Correction(name, value, span.start, span.end))
        return tuple(changed)

    def accept(self) -> None:
        """Close when the dates can be kept; say so otherwise."""
        published = self._lines["published"].text().strip()
        if published and not edtf.is_valid(published):
            self._said.setText(_("“{text}” is not understood as a date: write 2024, 2024-12 or 2024-12-20.").format(text=published))
            self._said.show()
            self._lines["published"].setFocus()
            return
        super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter moves on to the next field; Ctrl+Enter saves."""
        is_enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            self.focusNextChild()
        return True
