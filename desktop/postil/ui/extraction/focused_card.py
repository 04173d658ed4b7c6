"""The focused card as a live widget: its face, buttons for everything that can be done with it, and the form it opens into."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.domain.annotation import Annotation, State
from postil.models.annotations import CardRow
from postil.ui.actions import Actions
from postil.ui.extraction.card_face import CardFace
from postil.ui.extraction.editors.base import wrapping_label
from postil.ui.extraction.flow import FlowLayout
from postil.ui.extraction.form import AnnotationForm
from postil.ui.extraction.history_panel import HistoryPanel
from postil.ui.extraction.key_button import KeyButton
from postil.ui.extraction.notes_panel import NotesPanel
from postil.ui.theme import current, marks
from postil.ui.theme.spacing import HALF, ONE, RADIUS
from postil.ui.widgets.buttons import icon_button

DECISIONS: dict[State, tuple[str, ...]] = {
    State.SUGGESTED: ("annotation.accept", "annotation.reject", "annotation.edit"),
    State.REJECTED: ("annotation.reopen", "annotation.edit"),
}
_OTHERWISE = ("annotation.edit", "annotation.delete")
_MORE = ("annotation.tag", "annotation.note", "annotation.evidence", "annotation.history")


class _Inside(QScrollArea):
    """Scrolls when the card is higher than the pane; otherwise the wheel is for the cards."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()


class FocusedCard(QFrame):
    """`resized` tells that its height wants to change, `draft_dropped` that unsaved changes are not wanted."""

    resized = Signal()
    draft_dropped = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._annotation: Annotation | None = None
        self._returned_field = ""
        self._buttons: dict[str, KeyButton] = {}
        self.face, self.form, self.notes, self.history = CardFace(), AnnotationForm(), NotesPanel(), HistoryPanel()
        self._inner = QWidget()
        self._inner.setAutoFillBackground(False)
        self._inner.installEventFilter(self)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(ONE + HALF, ONE, ONE + HALF, ONE)
        column.setSpacing(ONE)
        self._bar = self._make_bar()
        self._waiting = self._make_waiting()
        for widget in (self.face, self._waiting, self._bar, self.form, self.notes, self.history):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll = _Inside()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inner)
        self._scroll.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.form.footer)
        self.form.hide()
        self.form.footer.hide()
        self.notes.hide()
        self.notes.resized.connect(self.resized)

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        line = FlowLayout(bar)
        for name in dict.fromkeys((*DECISIONS[State.SUGGESTED], *DECISIONS[State.REJECTED], *_OTHERWISE)):
            self._buttons[name] = KeyButton(self._actions, name)
            line.addWidget(self._buttons[name])
        for name in _MORE:
            line.addWidget(icon_button(self._action(name)))
        return bar

    def _make_waiting(self) -> QWidget:
        """The line that says that typed changes wait, and a way to drop them."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        self._waiting_words = wrapping_label("strong")
        self._drop = QPushButton()
        self._drop.setProperty("look", "quiet")
        self._drop.clicked.connect(self.draft_dropped)
        row.addWidget(self._waiting_words, 1)
        row.addWidget(self._drop)
        return line

    def _action(self, name: str) -> QAction:
        return self._actions.button_action(name)

    @property
    def annotation(self) -> Annotation | None:
        """What the card is about."""
        return self._annotation

    def show_row(self, row: CardRow, names: dict[str, str]) -> None:
        """Show one annotation, as a card that is not open."""
        self._annotation = row.annotation
        self._returned_field = row.returned.field if row.returned else ""
        self.face.show_row(row, names)
        shown = DECISIONS.get(row.annotation.state, _OTHERWISE)
        for name, button in self._buttons.items():
            button.setVisible(name in shown)
        self._waiting_words.setText(_("Changes not saved yet: Enter goes on with them."))
        self._drop.setText(_("Discard"))
        self._waiting.setVisible(row.has_draft)
        self.history.hide()
        self.update()
        self.resized.emit()

    def set_open(self, *, is_open: bool) -> None:
        """Open into the form, or close it."""
        self.form.setVisible(is_open)
        self.form.footer.setVisible(is_open)
        self._bar.setVisible(not is_open)
        self.face.set_open(is_open=is_open, hides_return=self._returned_field in self.form.grid.names())
        self.resized.emit()

    @property
    def is_open(self) -> bool:
        """Is the form on view?"""
        return self.form.isVisibleTo(self)

    def show_field(self, field: QWidget) -> None:
        """Scroll a field of the form into view."""
        self._scroll.ensureWidgetVisible(field, 0, 24)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        for part in (self.face, self._waiting, self._bar, self.notes):
            inside = part.layout()
            if inside is not None and not part.isHidden():
                inside.activate()  # words have just changed: Qt would tell the layout around them only later
        layout = self._inner.layout()
        inner = layout.totalHeightForWidth(width - 4) if layout else 0
        footer = self.form.footer.sizeHint().height() if self.is_open else 0
        return inner + footer + 4

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when something inside wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current.tokens()
        edge = marks.kind_ink(self._annotation.kind) if self._annotation else current.colour(tokens.line_strong)
        painter.setPen(QPen(edge, 2))
        painter.setBrush(current.colour(tokens.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()
