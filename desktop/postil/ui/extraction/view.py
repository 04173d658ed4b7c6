"""The extraction pane: counts and filter above, cards beside the lines they rest on, one of them alive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.domain.annotation import Kind
from postil.models.annotations import CardFilter, CardRow, CardsModel
from postil.ui.actions import Actions
from postil.ui.extraction.card_view import CardView
from postil.ui.extraction.counts_bar import CountsBar
from postil.ui.extraction.focused_card import FocusedCard
from postil.ui.widgets.empty_state import EmptyState


class ExtractionPane(QWidget):
    """Shows rows; `chosen` and `hovered` carry ids, `opened` asks to edit one, `filter_changed` what is shown."""

    chosen = Signal(str)
    opened = Signal(str)
    hovered = Signal(str)
    filter_changed = Signal(CardFilter)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}
        self._focus = ""
        self.model = CardsModel(self)
        self.counts = CountsBar()
        self.card = FocusedCard(actions)
        self.list = CardView(self.model, self.card)
        self._empty = EmptyState()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.counts)
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)  # before it is filled: a stack without a widget shows its first page as a window
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.list.hovered.connect(self.hovered)
        self.counts.filter_changed.connect(self.filter_changed)
        self.card.resized.connect(self._on_card_resized)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every word in the language in use."""
        self.list.setAccessibleName(_("Annotations of the article"))
        self.counts.retranslate()
        self.card.notes.retranslate()
        self.model.retranslate()
        self._show_focus()

    def follow(self, lines: Callable[[], Callable[[int], float]], offsets_on_page: Callable[[], tuple[int, int]]) -> None:
        """Say where lines stand: `lines()` gives a look-up from offset to height in the list, the other what is on the page."""
        self.list.lines = lines
        self.list.offsets_on_page = offsets_on_page

    def show_people(self, names: dict[str, str]) -> None:
        """People's names by id, for returns and notes."""
        self._names = names

    def show_row(self, row: CardRow, counts: Counter[Kind]) -> None:
        """Show one card anew, in its place. Call `align` when the page has settled."""
        was_held, self.list.is_held = self.list.is_held, True
        self.counts.show_counts(counts)
        self.model.put(row)
        if row.key == self._focus:
            self._show_focus()
        self.list.is_held = was_held

    def show_rows(self, rows: tuple[CardRow, ...], counts: Counter[Kind], why_empty: str) -> None:
        """Show these cards, or why there are none, with counts by kind above. Call `align` when the page has settled."""
        self.counts.show_counts(counts)
        was_held, self.list.is_held = self.list.is_held, True
        self.model.show(rows)
        self._empty.show_state("evidence", why_empty)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._show_focus()
        self.list.is_held = was_held

    def set_focus(self, card: str) -> None:
        """Let a card be the focused one, closed; "" for none. Call `align` when the page has settled."""
        if card != self._focus:
            was_held, self.list.is_held = self.list.is_held, True
            self.close_form()
            self._focus = card
            self._show_focus()
            self.list.is_held = was_held

    def _show_focus(self) -> None:
        row = self.model.row(self.model.index_of(self._focus))
        if row is not None:
            self.card.show_row(row, self._names)
        self.list.set_focus(self._focus if row is not None else "")

    def open_form(self) -> None:
        """The focused card opens into its form, which stays on view while the page scrolls."""
        self.card.set_open(is_open=True)
        self.list.is_sticky = True
        self.list.align()

    def close_form(self) -> None:
        """The form closes into the card."""
        if self.card.is_open:
            self.card.set_open(is_open=False)
        self.list.is_sticky = False

    def align(self) -> None:
        """Lines stand elsewhere."""
        self.list.align()

    def _on_card_resized(self) -> None:
        self.list.settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
