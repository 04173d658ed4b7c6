"""The review's widgets: queue left, the article with the items lit, the item's page right, the decision bar below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.domain.annotation import Annotation
from postil.domain.article import Article
from postil.domain.note import Note
from postil.models.queue import QueueModel, ReviewItemsModel
from postil.operations.rows import QueueRow, ReviewItem
from postil.ui.actions import Actions, Context
from postil.ui.review.delegates import ItemDelegate, QueueDelegate
from postil.ui.review.item_panel import ItemPanel
from postil.ui.theme import icons
from postil.ui.theme.spacing import ONE, TWO
from postil.ui.view import View
from postil.ui.widgets.article_text.marks import mark_of, parts_of
from postil.ui.widgets.article_text.view import ArticleText
from postil.ui.widgets.elided_label import ElidedLabel
from postil.ui.widgets.empty_state import EmptyState
from postil.ui.widgets.side_panes import SidePanes

DECISIONS = ("review.approve", "review.return", "review.withdraw", "review.note")


class ReviewView(View):
    """Shows the queue, one extraction, one item; asks for an extraction or an item to be opened."""

    place = "review"
    contexts = frozenset({Context.REVIEW})
    extraction_requested = Signal(str)
    item_requested = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._queue_model = QueueModel(self)
        self._items_model = ReviewItemsModel(self)
        self._queue = _list(QueueDelegate(self))
        self._queue.setModel(self._queue_model)
        self._items = _list(ItemDelegate(self))
        self._items.setModel(self._items_model)
        self.text = ArticleText()
        self._panel = ItemPanel()
        self._heading, self._where, self._banner = ElidedLabel(), QLabel(), QLabel()
        self._decisions = [QToolButton() for _name in DECISIONS]
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._article = ""
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self._queue)
        left.addWidget(self._items)
        left.setStretchFactor(1, 2)
        self._heading.setProperty("role", "strong")
        self._heading.setContentsMargins(TWO, ONE, TWO, ONE)
        self._where.setProperty("role", "dim")
        self._where.setContentsMargins(0, ONE, TWO, ONE)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._heading, 1)
        head.addWidget(self._where)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        self._panes = SidePanes(centre, left, self._panel, widths=(270, 520, 380))
        work = QWidget()
        rows = QVBoxLayout(work)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._banner.setWordWrap(True)
        self._banner.setContentsMargins(TWO, ONE, TWO, ONE)
        rows.addWidget(self._banner)
        rows.addWidget(self._panes, 1)
        rows.addLayout(self._bar())
        self._stack.addWidget(work)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(TWO, ONE, TWO, ONE)
        bar.setSpacing(ONE)
        for button, name in zip(self._decisions, DECISIONS, strict=True):
            button.setDefaultAction(self._actions.button_action(name))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            bar.addWidget(button)
        bar.addStretch(1)
        self.retheme()
        return bar

    def retheme(self) -> None:
        """The icons of the bar grow with its words."""
        for button in self._decisions:
            button.setIconSize(icons.icon_size())

    def _connect(self) -> None:
        self._queue.selectionModel().currentChanged.connect(self._on_queue_moved)
        self._items.selectionModel().currentChanged.connect(self._on_item_moved)
        self.text.mark_chosen.connect(self.item_requested)

    def panes(self) -> SidePanes:
        """The side panes, for the window's switches."""
        return self._panes

    def focus_target(self) -> QWidget:
        """The list of items, so that J, K, A and R work at once."""
        return self._items

    def show_queue(self, rows: Sequence[QueueRow]) -> None:
        """Show what waits; the chosen extraction stays chosen."""
        self._queue_model.show(rows)
        self._stack.setCurrentIndex(0 if rows else 1)

    def show_banner(self, text: str) -> None:
        """A sentence above everything (who may decide here); empty hides it."""
        self._banner.setText(text)
        self._banner.setVisible(bool(text))

    def show_extraction(self, row: QueueRow, article: Article, items: Sequence[ReviewItem]) -> None:
        """Show one extraction; the text keeps its place when only items changed."""
        index = self._queue_model.index_of(row.extraction)
        self._move(self._queue, index)
        self._heading.setText(f"{row.title} — {row.author_name}")
        if self._article != row.extraction:
            self._article = row.extraction
            self.text.show_text(article.text, article.zones)
        self._items_model.show(items)
        self.text.show_marks(m for m in (mark_of(i.annotation) for i in items) if m)

    def show_nothing(self) -> None:
        """No extraction is open."""
        self._article = ""
        self._heading.setText("")
        self.text.show_text("")
        self._items_model.show(())
        self._panel.show_nothing()
        self._where.setText("")

    def show_item(self, item: ReviewItem, notes: Sequence[Note], names: dict[str, str]) -> None:
        """Show one item everywhere: list, text and page."""
        self._move(self._items, self._items_model.index_of(item.annotation.id))
        self._light(item.annotation)
        self._panel.show_item(item, notes, names)
        rows = self._items_model.rows()
        at = self._items_model.index_of(item.annotation.id).row() + 1
        left = sum(1 for r in rows if r.can_decide)
        self._where.setText(_("{n} of {total} · {left} to decide").format(n=at, total=len(rows), left=left))

    def show_no_item(self, text: str) -> None:
        """The extraction holds nothing to choose."""
        self._panel.show_nothing()
        self._where.setText(text)

    def retranslate(self) -> None:
        """Say every word again."""
        self._queue.setAccessibleName(_("Review queue"))
        self._items.setAccessibleName(_("Annotations of this extraction"))
        self._empty.show_state("review", _("Nothing waits for review. What annotators submit appears here, the riskiest first."), None)
        self._queue_model.retranslate()
        self._items_model.retranslate()

    def _light(self, annotation: Annotation) -> None:
        self.text.light(focus=annotation.id, parts=parts_of(annotation))
        if annotation.evidence:
            self.text.reveal(annotation.evidence[0].span)

    @staticmethod
    def _move(view: QListView, index: QModelIndex) -> None:
        """Select without telling anybody: the presenter already knows."""
        model = view.selectionModel()
        model.blockSignals(True)
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        model.blockSignals(False)
        view.scrollTo(index)
        view.viewport().update()

    def _on_queue_moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self._queue_model.row(now)
        if row is not None:
            self.extraction_requested.emit(row.extraction)

    def _on_item_moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self._items_model.row(now)
        if row is not None:
            self.item_requested.emit(row.annotation.id)


def _list(delegate: QueueDelegate | ItemDelegate) -> QListView:
    view = QListView()
    view.setItemDelegate(delegate)
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setProperty("look", "bare")
    return view
