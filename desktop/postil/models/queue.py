"""The review queue and the items of one extraction, as rows of lists."""

from __future__ import annotations

from PySide6.QtCore import QObject

from postil.base.i18n import N_, _, ngettext
from postil.domain.annotation import KIND_LABELS, STATE_LABELS
from postil.models.rows import Column, RowsModel
from postil.operations import describe
from postil.operations.rows import QueueRow, ReviewItem


def waiting(row: QueueRow) -> str:
    """How many annotations wait for a decision, in words."""
    if not row.waiting:
        return _("all decided") if row.is_decided or row.approved + row.returned else _("nothing found by the annotator")
    return ngettext("{n} to decide", "{n} to decide", row.waiting).format(n=row.waiting)


QUEUE_COLUMNS: tuple[Column[QueueRow], ...] = (
    Column("title", N_("Article"), lambda r: r.title, tip=lambda r: "\n".join(r.reasons)),
    Column("author", N_("Annotator"), lambda r: r.author_name),
    Column("waiting", N_("To decide"), waiting, align_end=True),
)
ITEM_COLUMNS: tuple[Column[ReviewItem], ...] = (
    Column("headline", N_("Annotation"), lambda r: describe.headline(r.annotation)),
    Column("kind", N_("Kind"), lambda r: _(KIND_LABELS[r.annotation.kind])),
    Column("state", N_("State"), lambda r: _(STATE_LABELS[r.annotation.state])),
)


class QueueModel(RowsModel[QueueRow]):
    """Extractions that wait for a supervisor, riskiest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(QUEUE_COLUMNS, lambda row: row.extraction, parent)


class ReviewItemsModel(RowsModel[ReviewItem]):
    """The annotations of one extraction under review."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(ITEM_COLUMNS, lambda row: row.annotation.id, parent)
