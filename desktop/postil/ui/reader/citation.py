"""A stretch of an article with where it comes from, as one would put it into a report."""

from __future__ import annotations

from postil.base import edtf
from postil.base.i18n import _, language
from postil.domain.article import Article
from postil.domain.selector import Span


def citation(article: Article, span: Span) -> str:
    """Words in quotation marks, then title, outlet, date and address as far as they are known."""
    meta = article.meta
    date = edtf.for_people(meta.published.value, language()) if meta.published.value else ""
    parts = [meta.title.value or article.name, meta.publisher.value, date, meta.url.value]
    words = " ".join(article.text[span.start : span.end].split())
    return _("“{words}” ({source})").format(words=words, source=", ".join(part for part in parts if part))
