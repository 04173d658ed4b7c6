"""The library's widgets: a search field, filters, and the table of articles."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from postil.base.i18n import _, ngettext
from postil.domain.article import ARTICLE_STATE_LABELS, ArticleState
from postil.models.articles import COLUMNS, ArticlesModel, language_name
from postil.operations.rows import ArticleRow, LibraryFilter, Page
from postil.ui.actions import Actions, Context
from postil.ui.library.delegate import ArticleDelegate
from postil.ui.theme import fonts
from postil.ui.theme.spacing import ONE, THREE, TWO
from postil.ui.view import View
from postil.ui.widgets.empty_state import EmptyState
from postil.ui.widgets.search_field import SearchField

TYPING_PAUSE_MS = 120
ORDERS = {"title": "title", "state": "state", "language": "language", "published": "published", "open": "open"}
WIDTHS = {"state": 132, "language": 100, "published": 124, "figures": 66, "events": 60, "commitments": 66, "open": 52}
"""Of the columns at 100 %, in pixels; a heading that needs more gets it."""
LEAST_SEARCH = 200
"""Of the search field, beside the filters; with less room it has a row of its own with them."""


class ArticleTable(QTableView):
    """A table whose arrow Up on the first row goes back to the search field; Enter is an action of the place."""

    left_upwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)


class LibraryView(View):
    """All articles; asks for a filter, for more rows, for an article."""

    place = "library"
    contexts = frozenset({Context.LIBRARY})
    filter_requested = Signal(LibraryFilter)
    more_requested = Signal()
    article_requested = Signal(str)
    row_changed = Signal(bool)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._order, self._descending = "next", False
        self._model = ArticlesModel(self)
        self._heading = QLabel()
        self._heading.setProperty("role", "heading")
        self._count = QLabel()
        self._count.setProperty("role", "dim")
        self._search = SearchField()
        self._state, self._language = QComboBox(), QComboBox()
        self._table = self._make_table()
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_table(self) -> ArticleTable:
        table = ArticleTable()
        table.setModel(self._model)
        table.setItemDelegate(ArticleDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.setFrameShape(QTableView.Shape.NoFrame)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table

    def _lay_out(self) -> None:
        head, filters = QHBoxLayout(), QHBoxLayout()
        for row in (head, filters):
            row.setSpacing(ONE)
        head.addWidget(self._heading)
        head.addWidget(self._count)
        head.addStretch(1)
        filters.addWidget(self._search, 1)
        filters.addWidget(self._state)
        filters.addWidget(self._language)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(ONE)
        self._top.addLayout(head)
        self._top.addLayout(filters, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THREE, TWO, THREE, TWO)
        layout.setSpacing(TWO)
        layout.addLayout(self._top)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self._ask)
        self._search.returnPressed.connect(self._on_search_entered)
        self._state.currentIndexChanged.connect(lambda _i: self._ask())
        self._language.currentIndexChanged.connect(lambda _i: self._ask())
        self._search.left.connect(self._table.setFocus)
        self._table.doubleClicked.connect(self._on_row_opened)
        self._table.selectionModel().currentRowChanged.connect(lambda now, _old: self.row_changed.emit(now.isValid()))
        self._table.left_upwards.connect(self._search.setFocus)
        self._table.horizontalHeader().sectionClicked.connect(self._on_header_clicked)
        self._table.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def focus_target(self) -> QWidget:
        """The table when there is something in it, else the search field."""
        return self._table if self._model.rows() else self._search

    def current_row(self) -> ArticleRow | None:
        """The article the selection stands on."""
        return self._model.row(self._table.currentIndex())

    def focus_filter(self) -> None:
        """Go to the search field, its words selected."""
        self._search.setFocus()
        self._search.selectAll()

    def show_page(self, page: Page) -> None:
        """Show the first rows of a list; the selection stays on its article."""
        current = self.current_row()
        self._model.show(page.rows)
        self._count.setText(ngettext("{n} article", "{n} articles", page.total).format(n=page.total))
        self._stack.setCurrentWidget(self._table if page.rows else self._empty)
        self._say_why_empty()
        if current is not None:
            self.select(current.id)
        if not self._table.currentIndex().isValid():
            self.select_first()
        self._size_columns()

    def show_more(self, page: Page) -> None:
        """Append the next rows."""
        self._model.append(page.rows)

    def show_choices(self, counts: dict[ArticleState, int], languages: tuple[str, ...]) -> None:
        """Offer the states and languages there are, with counts."""
        states = [("", _("All states"))]
        states += [(s.value, f"{_(label)} ({counts[s]})") for s, label in ARTICLE_STATE_LABELS.items() if counts.get(s)]
        _offer(self._state, states)
        _offer(self._language, [("", _("All languages")), *((code, language_name(code)) for code in languages)])
        self._fit_top()

    def select(self, article: str) -> None:
        """Put the selection on an article, without scrolling more than needed."""
        index = self._model.index_of(article)
        if index.isValid():
            self._table.setCurrentIndex(index)

    def select_first(self) -> None:
        """Put the selection on the first row."""
        if self._model.rows():
            self._table.setCurrentIndex(self._model.index(0, 0))

    def retranslate(self) -> None:
        """Say every word again."""
        self._heading.setText(_("Library"))
        self._search.setPlaceholderText(_("Search titles and texts, accents or not"))
        self._search.setAccessibleName(_("Search the library"))
        self._state.setAccessibleName(_("State"))
        self._language.setAccessibleName(_("Language"))
        self._table.setAccessibleName(_("Articles"))
        self._model.retranslate()
        self._say_why_empty()
        self._size_columns()

    def retheme(self) -> None:
        """Row heights and column widths follow the text size."""
        self._size_columns()
        self._fit_top()

    def _say_why_empty(self) -> None:
        if self._wanted() == LibraryFilter():
            button = self._actions.action("import.files")
            self._empty.show_state("library", _("No articles yet. Bring in text files or folders, drop them here, or paste a text."), button)
        else:
            self._empty.show_state("search", _("No article matches. Take a filter away or search for fewer words."), None)

    def _fit_top(self) -> None:
        """One row, or two where the search field would be too short in one."""
        others = (self._heading, self._count, self._state, self._language)
        needed = sum(widget.sizeHint().width() + TWO for widget in others) + fonts.pixels(LEAST_SEARCH) + 2 * THREE
        is_wide = needed <= self.width()
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def _size_columns(self) -> None:
        header = self._table.horizontalHeader()
        face = QFontMetrics(header.font())
        narrow = fonts.pixels(100) * 9 > max(900, self.width())
        for i, column in enumerate(COLUMNS):
            if i == 0:
                header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(i, QHeaderView.ResizeMode.Interactive)
                heading = face.horizontalAdvance(str(self._model.headerData(i, Qt.Orientation.Horizontal))) + 2 * TWO
                self._table.setColumnWidth(i, max(fonts.pixels(WIDTHS[column.name]), heading))
                self._table.setColumnHidden(i, narrow and column.name in ("published", "figures", "events", "commitments"))
        self._table.verticalHeader().setDefaultSectionSize(self._table.sizeHintForRow(0) if self._model.rows() else fonts.pixels(48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_columns()
        self._fit_top()

    def _wanted(self) -> LibraryFilter:
        return LibraryFilter(
            text=self._search.text().strip(),
            state=self._state.currentData() or "",
            language=self._language.currentData() or "",
            order=self._order,
            descending=self._descending,
        )

    def _ask(self) -> None:
        self._pause.stop()
        self.filter_requested.emit(self._wanted())

    def _on_search_entered(self) -> None:
        self._ask()
        if self._model.rows():
            self._table.setFocus()

    def _on_row_opened(self, index: QModelIndex) -> None:
        row: ArticleRow | None = self._model.row(index)
        if row is not None:
            self.article_requested.emit(row.id)

    def _on_header_clicked(self, section: int) -> None:
        order = ORDERS.get(COLUMNS[section].name)
        if order is None:
            return
        self._descending = order == self._order and not self._descending
        self._order = order
        header = self._table.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicator(section, Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder)
        self._ask()

    def _on_scrolled(self, value: int) -> None:
        if value >= self._table.verticalScrollBar().maximum() - 200:
            self.more_requested.emit()


def _offer(combo: QComboBox, choices: list[tuple[str, str]]) -> None:
    """Replace the choices, keep the chosen one, tell nobody."""
    chosen = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    for data, label in choices:
        combo.addItem(label, data)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.blockSignals(False)
