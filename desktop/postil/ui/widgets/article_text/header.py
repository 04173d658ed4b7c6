"""What is known of the article, above its text: title, date, language, outlet, byline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from postil.base import edtf
from postil.base.i18n import _, language
from postil.domain import codebook
from postil.domain.article import Article
from postil.models.articles import language_name
from postil.ui.theme import current, fonts
from postil.ui.theme.spacing import HALF, ONE
from postil.ui.widgets.elided_label import ElidedLabel


def language_line(article: Article) -> str:
    """The language, and the one it was translated from, in words."""
    name, source = language_name(article.language), article.meta.translated_from.value
    return _("{language} (translated from {source})").format(language=name, source=language_name(source)) if source else name


def facts(article: Article, remark: str = "") -> str:
    """Date, language, outlet, byline, file and tags in one line, and a remark at its end."""
    meta = article.meta
    date = edtf.for_people(meta.published.value, language()) if meta.published.value else _("undated")
    tags = (codebook.shipped("tags").label(tag) for tag in article.tags)
    parts = (date, language_line(article), meta.publisher.value, meta.byline.value, article.name, *tags, remark)
    return " · ".join(part for part in parts if part)


class ArticleHeader(QWidget):
    """Two quiet lines; a button to correct them can be put beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._lead = self._remark = ""
        self._title, self._facts = ElidedLabel(), ElidedLabel()
        self._facts.setProperty("role", "small")
        words = QVBoxLayout()
        words.setSpacing(HALF // 2)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(HALF)
        self._row.addLayout(words, 1)
        self.place(0, 0)
        current.notifier().changed.connect(self._draw)

    def add_button(self, button: QWidget) -> None:
        """Put a button at the end of the lines."""
        self._row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)

    def place(self, left: int, right: int) -> None:
        """Stand over the text's column: distances from the edges in pixels."""
        self._row.setContentsMargins(left, ONE + HALF, right, HALF)

    def show_article(self, article: Article, lead: str) -> None:
        """Show what is known of an article; `lead` stands for a missing title."""
        self._article, self._lead = article, lead
        self._draw()

    def show_remark(self, remark: str) -> None:
        """Say something more behind the facts."""
        self._remark = remark
        self._draw()

    def _draw(self) -> None:
        if self._article is None:
            return
        title = self._article.meta.title.value
        is_lead = not title
        font = QFont(fonts.READING_FAMILY)
        font.setPixelSize(fonts.pixels(18))
        font.setWeight(QFont.Weight.Normal if is_lead else QFont.Weight.DemiBold)
        font.setItalic(is_lead)
        self._title.setFont(font)
        self._title.setText(title or self._lead or self._article.name)
        self._facts.setText(facts(self._article, self._remark))
