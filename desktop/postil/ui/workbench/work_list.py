"""The work list: what to do next, first things first, with state, language and how much is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from postil.base.i18n import _, ngettext
from postil.models.articles import ArticlesModel, language_name, state_name, title_of
from postil.operations.rows import ArticleRow
from postil.ui.theme import current, fonts, marks
from postil.ui.theme.spacing import HALF, ONE
from postil.ui.widgets.row_delegate import Index, RowDelegate, line
from postil.ui.widgets.tinted import tinted

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)


class WorkDelegate(RowDelegate):
    """Two lines of title, then state, language and what is left."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        title, small = QFontMetrics(fonts.font(fonts.FontRole.UI)), QFontMetrics(fonts.font(fonts.FontRole.SMALL))
        return QSize(60, title.lineSpacing() * 2 + small.lineSpacing() + 2 * ONE + HALF)

    def paint_row(self, painter: QPainter, box: QRect, row: ArticleRow, _index: Index) -> None:
        font = fonts.font(fonts.FontRole.UI)
        font.setItalic(row.title_is_lead)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(current.colour(current.tokens().text))
        room = QRect(box.left(), box.top(), box.width(), metrics.lineSpacing() * 2 + 2)
        painter.drawText(room, _WRAP, _two_lines(title_of(row), metrics, room.width()))
        self._facts(painter, QRect(box.left(), room.bottom() + HALF, box.width(), box.bottom() - room.bottom() - HALF), row)

    @staticmethod
    def _facts(painter: QPainter, box: QRect, row: ArticleRow) -> None:
        name, ink = marks.article_look(row.state)
        side = fonts.pixels(14)
        painter.drawPixmap(box.left(), box.top() + (box.height() - side) // 2, tinted(name, ink, side, painter))
        painter.setFont(fonts.font(fonts.FontRole.SMALL))
        metrics = painter.fontMetrics()
        left = str(row.open) if row.open else ""
        count = metrics.horizontalAdvance(left)
        painter.setPen(current.colour(current.tokens().accent))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), left)
        text = f"{state_name(row)} · {row.language}" if row.language else state_name(row)
        line(painter, box.adjusted(side + HALF, 0, -count - ONE, 0), text, fonts.FontRole.SMALL, ink, side=Qt.AlignmentFlag.AlignVCenter)


def _two_lines(text: str, metrics: QFontMetrics, width: int) -> str:
    """`text` cut to what two lines hold."""
    if metrics.boundingRect(QRect(0, 0, width, 10000), _WRAP, text).height() <= metrics.lineSpacing() * 2 + 2:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = metrics.boundingRect(QRect(0, 0, width, 10000), _WRAP, text[:middle] + "…").height() <= metrics.lineSpacing() * 2 + 2
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + "…"


class _WorkModel(ArticlesModel):
    """The same rows, said in one sentence to a screen reader."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if role == Qt.ItemDataRole.AccessibleTextRole and row is not None:
            left = ngettext("{n} open", "{n} open", row.open).format(n=row.open)
            return ", ".join((title_of(row), state_name(row), language_name(row.language), left))
        return super().data(index, role)


class WorkList(QWidget):
    """`article_requested` carries the id of the article to open."""

    article_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_showing = False
        self._model = _WorkModel(self)
        self._heading = QLabel()
        self._heading.setProperty("role", "small")
        self._heading.setContentsMargins(ONE + HALF, ONE, ONE, ONE)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(WorkDelegate(self._list))
        self._list.setProperty("look", "bare")
        self._list.setUniformItemSizes(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self._list, 1)
        self.setFocusProxy(self._list)
        self._list.clicked.connect(self._on_row_chosen)
        self._list.activated.connect(self._on_row_chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every word in the language in use."""
        self._list.setAccessibleName(_("Next to do"))
        self._say_count()
        self._model.retranslate()

    def show_rows(self, rows: tuple[ArticleRow, ...], current_article: str) -> None:
        """Show articles, the present one selected."""
        self._model.show(rows)
        self._say_count()
        self.select(current_article)

    def rows(self) -> tuple[ArticleRow, ...]:
        """What is listed."""
        return self._model.rows()

    def row(self, article: str) -> ArticleRow | None:
        """The row of an article, when it is listed."""
        return self._model.row(self._model.index_of(article))

    def select(self, article: str) -> None:
        """Show which article is open."""
        index = self._model.index_of(article)
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)

    def _say_count(self) -> None:
        left = sum(1 for row in self._model.rows() if row.open or not row.analysed)
        self._heading.setText(ngettext("Next to do · {n} article", "Next to do · {n} articles", left).format(n=left))

    def _on_row_chosen(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self.article_requested.emit(row.id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
