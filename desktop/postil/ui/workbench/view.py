"""The workbench's widgets: work list, article, extraction, side by side and aligned line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.domain.article import Article
from postil.domain.selector import Span
from postil.operations.changes import Location
from postil.ui.actions import Actions, Context
from postil.ui.extraction.view import ExtractionPane
from postil.ui.reader.view import ReaderPane
from postil.ui.view import View
from postil.ui.widgets.article_text.marks import Mark, Part
from postil.ui.widgets.empty_state import EmptyState
from postil.ui.widgets.side_panes import Side, SidePanes
from postil.ui.workbench.work_list import WorkList

WIDTHS = (232, 600, 372)
"""Widths of the panes at 100 % text, in pixels."""


class WorkbenchView(View):
    """Shows one article with its extraction; `location_requested` carries where people want to look (None: where they stopped)."""

    place = "workbench"
    contexts = frozenset({Context.WORKBENCH})
    location_requested = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._title = ""
        self.list = WorkList()
        self.reader = ReaderPane(actions)
        self.extraction = ExtractionPane(actions)
        self._panes = SidePanes(self.reader, self.list, self.extraction, widths=WIDTHS)
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panes)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.text = self.reader.page.text
        self.extraction.follow(self._lines, self._offsets_on_page)
        self.text.moved.connect(self.extraction.align)
        self.text.mark_hovered.connect(self.extraction.list.show_hovered)
        self.extraction.hovered.connect(lambda name: self.text.light(hover=name))
        self.retranslate()

    def retranslate(self) -> None:
        """Say every word again."""
        button = self._actions.action("go.library")
        self._empty.show_state("workbench", _("No article is open. Choose one in the library, or import some first."), button)

    # ------------------------------------------------------------------------------------------------- being a place

    def title(self) -> str:
        """The article's title."""
        return self._title

    def panes(self) -> SidePanes:
        """The side panes, for the window's switches."""
        return self._panes

    def can_show(self, _location: Location) -> bool:
        """Any place in an article is shown here."""
        return True

    def focus_target(self) -> QWidget:
        """The text, so that every key of the workbench works at once."""
        return self.text

    def activate(self, location: Location | None = None) -> None:
        """Become the place people look at."""
        self.location_requested.emit(location)
        now = QApplication.focusWidget()
        if now is None or not now.isVisible() or not self.isAncestorOf(now):  # a location may have opened a form
            self.focus_target().setFocus()

    # -------------------------------------------------------------------------------------------------- what is shown

    def show_article(self, article: Article, title: str) -> None:
        """Show an article, or the same one as it is known now; `title` may be the first words of its lead."""
        self._title = title
        self.reader.show_article(article, title)
        self._stack.setCurrentIndex(0)

    def show_nothing(self) -> None:
        """There is no article to show."""
        self._title = ""
        self._stack.setCurrentIndex(1)

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Mark the text."""
        self.text.show_marks(marks)

    def show_focus(self, card: str, mark: Mark | None, parts: tuple[Part, ...], *, moves_page: bool) -> None:
        """Focus one annotation in text and card at once; the page follows without jumping more than it must."""
        self.extraction.set_focus(card)
        self.text.light(focus=card, parts=parts)
        if mark is not None and moves_page:
            self.text.put_caret(mark.start)
            self.text.reveal(Span(mark.start, max(mark.start, mark.end)))
        self.extraction.align()

    def show_cards_pane(self) -> None:
        """Open the right pane when it is a drawer, so that the focused card can be seen."""
        if self._panes.is_drawer(Side.RIGHT):
            self._panes.set_open(Side.RIGHT, is_open=True)

    # ------------------------------------------------------------------------------------------------------ alignment

    def _lines(self) -> Callable[[int], float]:
        """Where lines stand in the list of cards, now."""
        cards = self.extraction.list.viewport()
        shift = self.text.viewport().mapToGlobal(QPoint(0, 0)).y() - cards.mapToGlobal(QPoint(0, 0)).y()
        find = self.text.line_finder()
        return lambda offset: find(offset) + shift

    def _offsets_on_page(self) -> tuple[int, int]:
        span = self.text.span_on_page()
        return span.start, span.end
