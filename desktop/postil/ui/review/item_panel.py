"""Shows one annotation under review: its sentence, its words, what was changed, earlier decisions and notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.domain.note import Note
from postil.domain.review import REASON_LABELS, Review, Verdict
from postil.operations import describe
from postil.operations.rows import FieldChange, ReviewItem
from postil.ui.review.delegates import state_words
from postil.ui.theme import current, fonts
from postil.ui.theme.spacing import HALF, ONE, TWO


class ItemPanel(QScrollArea):
    """Everything needed to decide, on one page; untrusted text is shown as plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The annotation under review"))
        self.show_nothing()

    def show_nothing(self) -> None:
        """No annotation is chosen."""
        self._page()

    def show_item(self, item: ReviewItem, notes: Sequence[Note], names: dict[str, str]) -> None:
        """Show one item; `names` maps people's ids to their names."""
        page = self._page()
        annotation = item.annotation
        page.addWidget(_label(state_words(item), "small"))
        page.addWidget(_label(describe.headline(annotation), "heading"))
        if annotation.evidence:
            page.addWidget(_label(_("“{words}”").format(words=annotation.evidence[0].exact), "quote"))
        if item.why_not:
            page.addWidget(_label(item.why_not, "error"))
        page.addWidget(self._changes(item))
        page.addWidget(self._fields(item))
        for review in item.reviews:
            page.addWidget(_label(_decision(review, names), "small"))
        for note in notes:
            page.addWidget(_label(f"{names.get(note.by, note.by)}: {note.markdown}"))
        page.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _page(self) -> QVBoxLayout:
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(TWO, TWO, TWO, TWO)
        layout.setSpacing(ONE)
        self.setWidget(widget)
        return layout

    def _changes(self, item: ReviewItem) -> QWidget:
        """What the annotator made different, before and after side by side."""
        box = QFrame()
        box.setProperty("look", "card")
        grid = QGridLayout(box)
        grid.setContentsMargins(ONE, ONE, ONE, ONE)
        grid.setHorizontalSpacing(ONE)
        grid.setVerticalSpacing(HALF)
        if not item.changes:
            text = _("As the rule suggested it, unchanged.") if item.annotation.suggestion else _("Typed by the annotator; there was no suggestion.")
            grid.addWidget(_label(text, "small"), 0, 0)
            return box
        for column, heading in enumerate((_("Field"), _("Before"), _("After"))):
            grid.addWidget(_label(heading, "small"), 0, column)
        for row, change in enumerate(item.changes, 1):
            self._change(grid, row, item, change)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return box

    @staticmethod
    def _change(grid: QGridLayout, row: int, item: ReviewItem, change: FieldChange) -> None:
        tokens = current.tokens()
        kind = item.annotation.kind
        before = describe.field_text(kind, change.field, change.before)
        after = describe.field_text(kind, change.field, change.after)
        grid.addWidget(_label(describe.field_label(kind, change.field), "small"), row, 0)
        for column, text, ground in ((1, before, tokens.removed), (2, after, tokens.added)):
            cell = _label(text or "–")
            cell.setStyleSheet(f"background: {ground}; padding: 2px 6px; border-radius: 4px;")
            grid.addWidget(cell, row, column)

    @staticmethod
    def _fields(item: ReviewItem) -> QWidget:
        """The fields that have a value, as label and text."""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, HALF, 0, HALF)
        grid.setVerticalSpacing(HALF)
        for row, (label, text) in enumerate(describe.field_lines(item.annotation)):
            grid.addWidget(_label(label, "small"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_label(text), row, 1)
        grid.setColumnStretch(1, 1)
        return box


def _decision(review: Review, names: dict[str, str]) -> str:
    """One earlier decision as a sentence."""
    verdict = {Verdict.APPROVE: _("Approved"), Verdict.RETURN: _("Returned"), Verdict.WITHDRAW: _("Withdrawn")}[review.verdict]
    reason = _(REASON_LABELS[review.reason]) if review.reason else ""
    head = _("{verdict} by {name}, {time}").format(verdict=verdict, name=names.get(review.by, review.by), time=describe.time_text(review.at_ms))
    return ": ".join(p for p in (head, " – ".join(q for q in (reason, review.comment) if q)) if p)


def _label(text: str, role: str = "") -> QLabel:
    """Plain text in the face of a role of the style sheet; `quote` is the reading face."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role == "quote":
        label.setFont(fonts.font(fonts.FontRole.QUOTE))
    elif role:
        label.setProperty("role", role)
    return label
