"""Header, text and find bar as one widget: what every place that shows an article shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from postil.domain.article import Article
from postil.domain.selector import Span
from postil.ui.theme import current
from postil.ui.widgets.article_text.find_bar import FindBar
from postil.ui.widgets.article_text.header import ArticleHeader
from postil.ui.widgets.article_text.view import ArticleText


class ArticlePage(QWidget):
    """`text` is the page itself, with its signals; `header` takes a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._lead = ""
        self.header = ArticleHeader()
        self.text = ArticleText()
        self._rule = QFrame()
        self._rule.setProperty("look", "rule")
        self._find = FindBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.header, self._rule, self._find):
            layout.addWidget(widget)
        layout.addWidget(self.text, 1)
        self.setFocusProxy(self.text)
        self._find.hits_changed.connect(self.text.show_hits)
        self._find.left.connect(self._on_find_left)
        self.text.moved.connect(self._place_header)

    def show_article(self, article: Article, lead: str = "") -> None:
        """Show an article: another text from its beginning, the same one where it stands. `lead` stands for a missing title."""
        former, self._article, self._lead = self._article, article, lead
        self.header.show_article(article, lead)
        if former is None or former.id != article.id or former.text != article.text:
            self.text.show_text(article.text, article.zones)
            self._find.show_text(article.text)
        elif former.zones != article.zones:
            self.text.show_zones(article.zones)

    def open_find(self) -> None:
        """Open the find bar on the selected words."""
        span = self.text.selection()
        words = self.text.text_map.text[span.start : span.end] if span else ""
        self._find.open(words.partition("\n")[0][:80], span.start if span else self.text.top_offset())

    def find_next(self) -> None:
        """Go to the next hit."""
        self._find.step(1)

    def find_previous(self) -> None:
        """Go to the hit before."""
        self._find.step(-1)

    def show_span(self, span: Span) -> None:
        """Put the caret on a span, select it and bring it into view."""
        self.text.select(span)
        self.text.reveal(span)

    def _on_find_left(self, found: Span | None) -> None:
        if found is not None:
            self.text.select(found)
        self.text.setFocus()

    def _place_header(self) -> None:
        left, right = self.text.column_edges()
        self.header.place(left, max(0, self.width() - right))

    def retranslate(self) -> None:
        """Say every word again in the language in use."""
        self.text.retranslate()
        self._find.retranslate()
        if self._article is not None:
            self.header.show_article(self._article, self._lead)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), current.colour(current.tokens().page))
        painter.end()
