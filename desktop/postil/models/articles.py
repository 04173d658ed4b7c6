"""The library's articles as rows of a table."""

from __future__ import annotations

from PySide6.QtCore import QObject

from postil.base import edtf
from postil.base.i18n import N_, _, language, ngettext
from postil.domain.article import ARTICLE_STATE_LABELS
from postil.models.rows import Column, RowsModel
from postil.operations.rows import ArticleRow

LANGUAGE_NAMES = {"en": N_("English"), "fr": N_("French"), "vi": N_("Vietnamese")}


def title_of(row: ArticleRow) -> str:
    """The title, or the first words of the lead, or the file's name."""
    return row.title or row.name


def language_name(code: str) -> str:
    """The language in words of the interface."""
    return _(LANGUAGE_NAMES[code]) if code in LANGUAGE_NAMES else code


def state_name(row: ArticleRow) -> str:
    """The state in words."""
    return _(ARTICLE_STATE_LABELS[row.state]) if row.analysed else _("Being read…")


def _left(row: ArticleRow) -> str:
    if not row.analysed:
        return ""
    return str(row.open) if row.open else "–"


def _left_in_words(row: ArticleRow) -> str:
    return ngettext("{n} suggestion left to decide", "{n} suggestions left to decide", row.open).format(n=row.open)


def _published(row: ArticleRow) -> str:
    return edtf.for_people(row.published, language()) if row.published else ""


COLUMNS: tuple[Column[ArticleRow], ...] = (
    Column("title", N_("Article"), title_of, tip=lambda r: r.name),
    Column("state", N_("State"), state_name),
    Column("language", N_("Language"), lambda r: language_name(r.language)),
    Column("published", N_("Published"), _published),
    Column("figures", N_("Figures"), lambda r: str(r.figures), align_end=True),
    Column("events", N_("Events"), lambda r: str(r.events), align_end=True),
    Column("commitments", N_("Commitments"), lambda r: str(r.commitments), align_end=True),
    Column("open", N_("Left"), _left, tip=_left_in_words, align_end=True),
)


class ArticlesModel(RowsModel[ArticleRow]):
    """Articles of the library, a page at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, lambda row: row.id, parent)
