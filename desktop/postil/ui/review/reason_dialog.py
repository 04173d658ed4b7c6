"""Asks why an annotation is returned: a reason found by typing, the field it is about, a comment."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from postil.base.fold import fold
from postil.base.i18n import _
from postil.domain.annotation import Annotation
from postil.domain.review import REASON_LABELS, Reason
from postil.operations import describe
from postil.operations.fields import FIELDS
from postil.ui.theme import fonts
from postil.ui.theme.spacing import ONE
from postil.ui.widgets.dialog import FormDialog

FIELD_OF: dict[Reason, str] = {
    Reason.WRONG_VALUE: "value",
    Reason.WRONG_UNIT: "unit",
    Reason.WRONG_PERIOD: "period",
    Reason.WRONG_INDICATOR: "indicator",
    Reason.WRONG_ACTOR: "participants",
    Reason.NOT_TESTABLE: "testable",
}
"""The field a reason is usually about."""
SHOWN_REASONS, LINE = 8, 20
"""Reasons on view without scrolling, and how high each is, in pixels at 100 %."""


class _Filter(QLineEdit):
    """A field whose Up and Down move in the list below it."""

    def __init__(self, list_below: QListWidget) -> None:
        super().__init__()
        self._list = list_below

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            rows = [i for i in range(self._list.count()) if not self._list.item(i).isHidden()]
            if rows:
                here = rows.index(self._list.currentRow()) if self._list.currentRow() in rows else -1
                self._list.setCurrentRow(rows[max(0, min(len(rows) - 1, here + step))])
        else:
            super().keyPressEvent(event)


class ReasonDialog(FormDialog):
    """Typed letters narrow the reasons; Enter goes to the comment; Ctrl+Enter returns from anywhere."""

    def __init__(self, annotation: Annotation, parent: QWidget | None = None) -> None:
        self._list = QListWidget()
        self._filter = _Filter(self._list)
        self._field = QComboBox()
        self._comment = QPlainTextEdit()
        super().__init__(_("Return to the annotator"), self._body(annotation), _("Return"), parent)
        self.accept_button.setDefault(False)  # Enter moves on; only Ctrl+Enter and the button send
        self.accept_button.setToolTip("Ctrl+Enter")
        for reason, label in REASON_LABELS.items():
            item = QListWidgetItem(_(label), self._list)
            item.setData(Qt.ItemDataRole.UserRole, reason.value)
        self._list.setCurrentRow(0)
        self._field.addItem(_("the whole annotation"), "")
        for spec in FIELDS[annotation.kind]:
            self._field.addItem(_(spec.label), spec.name)
        self._filter.textChanged.connect(self._narrow)
        self._filter.returnPressed.connect(self._comment.setFocus)
        self._list.currentRowChanged.connect(lambda _row: self._propose_field())
        self._list.itemActivated.connect(lambda _item: self._comment.setFocus())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        self._propose_field()
        self._filter.setFocus()

    def _body(self, annotation: Annotation) -> QWidget:
        head = QLabel(describe.headline(annotation))
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self._filter.setPlaceholderText(_("Type to find a reason"))
        self._filter.setAccessibleName(_("Find a reason"))
        self._list.setAccessibleName(_("Reasons"))
        self._list.setMinimumHeight(fonts.pixels(SHOWN_REASONS * LINE))
        self._field.setAccessibleName(_("Field"))
        self._comment.setAccessibleName(_("Comment"))
        self._comment.setTabChangesFocus(True)
        self._comment.setPlaceholderText(_("What should be different? (optional)"))
        self._comment.setFixedHeight(fonts.pixels(84))
        form = QFormLayout()
        form.setVerticalSpacing(ONE)
        form.addRow(_("Field"), self._field)
        form.addRow(_("Comment"), self._comment)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ONE)
        for widget in (head, self._filter):
            layout.addWidget(widget)
        layout.addWidget(self._list, 1)
        layout.addLayout(form)
        return body

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plain Enter moves on and never sends: only Ctrl+Enter and the button do."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def reason(self) -> Reason:
        """The chosen reason."""
        if self._list.currentRow() < 0:
            return Reason.OTHER
        return Reason(self._list.currentItem().data(Qt.ItemDataRole.UserRole))

    def field(self) -> str:
        """The field it is about; empty for the whole annotation."""
        return str(self._field.currentData() or "")

    def comment(self) -> str:
        """The comment, without white space at its ends."""
        return self._comment.toPlainText().strip()

    def _narrow(self, text: str) -> None:
        words = fold(text).split()
        first = -1
        for i in range(self._list.count()):
            item = self._list.item(i)
            fits = all(word in fold(item.text()) for word in words)
            item.setHidden(not fits)
            if fits and first < 0:
                first = i
        if first >= 0:
            self._list.setCurrentRow(first)

    def _propose_field(self) -> None:
        at = self._field.findData(FIELD_OF.get(self.reason(), ""))
        self._field.setCurrentIndex(max(0, at))
