"""What is known of the article, above its text: title, date, language, outlet, byline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from postil.base import edtf
from postil.base.i18n import _, language
from postil.domain.article import Article
from postil.domain.zone import ZoneKind
from postil.models.articles import language_name
from postil.ui.theme import current, fonts
from postil.ui.theme.spacing import HALF, ONE

_LEAD = 90
"""Characters of the lead that stand for a missing title."""


def title_of(article: Article) -> tuple[str, bool]:
    """The title; or, with True, the first words of the lead, or the file's name."""
    if article.meta.title.value:
        return article.meta.title.value, False
    for start, end in _body(article):
        words = article.text[start:end].split()
        if words:
            line = " ".join(words)
            return (line if len(line) <= _LEAD else line[:_LEAD].rsplit(" ", 1)[0] + "…"), True
    return article.name, True


def _body(article: Article) -> list[tuple[int, int]]:
    """Stretches of the article outside all zones but body and title."""
    pieces, at = [], 0
    for zone in article.zones:
        if zone.kind not in (ZoneKind.BODY, ZoneKind.TITLE):
            pieces.append((at, zone.start))
            at = max(at, zone.end)
    return [*pieces, (at, len(article.text))]


def language_line(article: Article) -> str:
    """The language, and the one it was translated from, in words."""
    name, source = language_name(article.language), article.meta.translated_from.value
    return _("{language} (translated from {source})").format(language=name, source=language_name(source)) if source else name


def facts(article: Article) -> str:
    """Date, language, outlet, byline and file in one line."""
    meta = article.meta
    date = edtf.for_people(meta.published.value, language()) if meta.published.value else _("undated")
    return " · ".join(part for part in (date, language_line(article), meta.publisher.value, meta.byline.value, article.name) if part)


class ArticleHeader(QWidget):
    """Two quiet lines; a button to correct them can be put beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._title, self._facts = QLabel(), QLabel()
        for label in (self._title, self._facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
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

    def show_article(self, article: Article) -> None:
        """Show what is known of an article."""
        self._article = article
        self._draw()

    def _draw(self) -> None:
        if self._article is None:
            return
        title, is_lead = title_of(self._article)
        font = QFont(fonts.READING_FAMILY)
        font.setPixelSize(fonts.pixels(20))
        font.setWeight(QFont.Weight.Normal if is_lead else QFont.Weight.DemiBold)
        font.setItalic(is_lead)
        self._title.setFont(font)
        self._title.setText(title)
        self._title.setMaximumHeight(self._title.fontMetrics().lineSpacing() * 2 + 2)
        self._title.setToolTip(title)
        self._facts.setText(facts(self._article))
