"""What the focused card says: kind, state and origin as icon and word, the whole sentence, why it came back, its tags."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.domain.annotation import KIND_LABELS, ORIGIN_LABELS, STATE_LABELS, Annotation, Origin, State
from postil.domain.author import BUILT_IN_SUGGESTER
from postil.domain.review import REASON_LABELS, Review
from postil.models.annotations import CardRow
from postil.operations import describe
from postil.ui.extraction.card_delegate import SEPARATOR, remarks, split_headline
from postil.ui.extraction.editors.base import wrapping_label
from postil.ui.theme import fonts, icons, marks
from postil.ui.theme.spacing import HALF, ONE
from postil.ui.widgets.badge import Badge


def origin_of(annotation: Annotation) -> str:
    """How it came to be, with the rule that suggested it and the lexicon entries that the rule met, a line each."""
    words = _(ORIGIN_LABELS[annotation.origin])
    if annotation.origin is Origin.SUGGESTER and annotation.author != BUILT_IN_SUGGESTER:
        words = _("suggested by {suggester}").format(suggester=annotation.author)
    told = _("{origin} ({rule})").format(origin=words, rule=annotation.rule) if annotation.rule else words
    return "\n".join([told, *(_entry_said(entry) for entry in annotation.entries)])


def _entry_said(entry: str) -> str:
    place, _space, words = entry.partition(" ")
    return _("“{words}” · {place}").format(words=words, place=place) if words else place


def return_of(annotation: Annotation, review: Review, names: dict[str, str]) -> str:
    """The return in a sentence: who, why, which field, and the comment."""
    who, why = names.get(review.by, review.by), _(REASON_LABELS[review.reason]) if review.reason else _("no reason given")
    if review.field:
        field = describe.field_label(annotation.kind, review.field)
        head = _("{name} returned it: {reason} ({field}).").format(name=who, reason=why, field=field)
    else:
        head = _("{name} returned it: {reason}.").format(name=who, reason=why)
    return f"{head}\n{review.comment}" if review.comment else head


class _ReturnNotice(QFrame):
    """Why the annotation came back, where it cannot be overlooked."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        self._words = wrapping_label("strong")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(ONE, ONE, ONE, ONE)
        layout.setSpacing(ONE)
        layout.addWidget(self._picture)
        layout.addWidget(self._words, 1)

    def has_words(self) -> bool:
        """Is there something to say?"""
        return bool(self._words.text())

    def say(self, text: str) -> None:
        """Show a sentence; empty hides the notice."""
        ink = marks.state_ink(State.RETURNED).name()
        self._picture.setPixmap(icons.pixmap("returned", ink, fonts.pixels(16), self.devicePixelRatioF()))
        self._words.setText(text)
        self.setVisible(bool(text))


class CardFace(QWidget):
    """The read-only head of the focused card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._state = Badge(), Badge()
        self._head = wrapping_label("strong")
        self._rest, self._origin, self._remarks = wrapping_label(""), wrapping_label("small"), wrapping_label("small")
        self._notice = _ReturnNotice()
        top = QHBoxLayout()
        top.addWidget(self._kind)
        top.addStretch(1)
        top.addWidget(self._state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addLayout(top)
        for widget in (self._head, self._rest, self._notice, self._remarks, self._origin):
            layout.addWidget(widget)

    def set_open(self, *, is_open: bool, hides_return: bool) -> None:
        """Beside the open form only the head is needed; a return is said at its field then."""
        for label in (self._rest, self._origin, self._remarks):
            label.setVisible(not is_open and bool(label.text()))
        self._notice.setVisible(self._notice.has_words() and not (is_open and hides_return))

    def show_row(self, row: CardRow, names: dict[str, str]) -> None:
        """Show one annotation."""
        annotation = row.annotation
        self._kind.show_badge(marks.KIND_ICONS[annotation.kind], _(KIND_LABELS[annotation.kind]), kind=annotation.kind.value)
        look = marks.state_look(annotation.state, is_broken=annotation.evidence_broken)
        state = "broken" if annotation.evidence_broken else annotation.state.value
        self._state.show_badge(look.icon, _(STATE_LABELS[annotation.state]), state=state)
        head, rest = split_headline(describe.headline(annotation))
        font = QFont(fonts.font(fonts.FontRole.STRONG))
        font.setPixelSize(fonts.pixels(16))
        font.setStrikeOut(annotation.state is State.REJECTED)
        self._head.setFont(font)
        said = remarks(row)
        for label, text in ((self._head, head), (self._rest, rest), (self._remarks, said), (self._origin, origin_of(annotation))):
            label.setText(text)
            label.setVisible(bool(text))
        self._notice.say(return_of(annotation, row.returned, names) if row.returned else "")
        self.setAccessibleName(SEPARATOR.join(part for part in (head, rest, said) if part))
