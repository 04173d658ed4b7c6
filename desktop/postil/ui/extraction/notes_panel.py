"""Notes on an annotation or an article: shown as sanitised Markdown, written and changed in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.domain.note import Note
from postil.operations import describe
from postil.ui.keys import ENTER
from postil.ui.theme import fonts, icons
from postil.ui.theme.spacing import HALF, ONE
from postil.ui.widgets.markdown_view import MarkdownView


class _NoteText(MarkdownView):
    """Markdown as high as its words."""

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = round(self.document().size().height()) + 4
        if wanted != self.height():
            self.setFixedHeight(wanted)


class _NoteView(QFrame):
    """One note with who wrote it and when; its author can change it or take it away."""

    change_wanted = Signal()
    removed = Signal()

    def __init__(self, note: Note, author: str, *, is_own: bool) -> None:
        super().__init__()
        self.note = note
        who = QLabel(f"{author} · {describe.time_text(note.at_ms)}")
        who.setTextFormat(Qt.TextFormat.PlainText)
        who.setProperty("role", "small")
        self.text = _NoteText()
        self.text.setAccessibleName(_("Note by {name}").format(name=author))
        self.text.show_markdown(note.markdown)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(who, 1)
        for icon, name, signal in (("edit", _("Change the note"), self.change_wanted), ("delete", _("Delete the note"), self.removed)):
            button = QToolButton()
            icons.wear(button, icon, "dim")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(signal)
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.text)
        for button in self.findChildren(QToolButton):
            button.setVisible(is_own)


class NotesPanel(QWidget):
    """`written` carries Markdown, `rewritten` a note's id and Markdown, `removed` a note's id."""

    written = Signal(str)
    rewritten = Signal(str, str)
    removed = Signal(str)
    left = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changing = ""
        self._drafts: dict[str, str] = {}
        self._target = ""
        self._list = QVBoxLayout()
        self._list.setSpacing(ONE)
        self._editor = QPlainTextEdit()
        self._editor.setTabChangesFocus(True)
        self._editor.installEventFilter(self)
        self._save = QPushButton()
        self._save.setProperty("look", "primary")
        self._cancel = QPushButton()
        self._cancel.setProperty("look", "quiet")
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.close_editor)
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        self._frame = QWidget()
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(HALF)
        inner.addWidget(self._editor)
        inner.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ONE)
        layout.addLayout(self._list)
        layout.addWidget(self._frame)
        self._frame.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Name everything in the language in use."""
        self._editor.setPlaceholderText(_("Write a note. Markdown is understood: *emphasis*, lists, links."))
        self._editor.setAccessibleName(_("Note"))
        self._save.setText(_("Save note"))
        self._cancel.setText(_("Close"))
        self._editor.setFixedHeight(fonts.pixels(96))

    def show_notes(self, target: str, notes: tuple[Note, ...], names: dict[str, str], me: str) -> None:
        """Show the notes on `target`; `names` are people's names by id, `me` the id of who works now."""
        if target != self._target:
            self.close_editor()
            self._target = target
        while self._list.count():
            taken = self._list.takeAt(0)
            widget = taken.widget() if taken else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for note in notes:
            view = _NoteView(note, names.get(note.by, note.by), is_own=note.by == me)
            view.change_wanted.connect(lambda n=note: self._open(n.id, n.markdown))
            view.removed.connect(lambda n=note: self.removed.emit(n.id))
            self._list.addWidget(view)
        self.setVisible(bool(notes) or self._frame.isVisibleTo(self))

    def write(self) -> None:
        """Open the editor for a new note; what was typed before is still there."""
        self._open("", "")

    def _open(self, note: str, markdown: str) -> None:
        self._changing = note
        self._editor.setPlainText(self._drafts.get(f"{self._target} {note}", markdown))
        self._frame.show()
        self.show()
        self.resized.emit()
        self._editor.setFocus()

    def close_editor(self) -> None:
        """Put the editor away; what was typed waits for the next time."""
        if self._frame.isVisibleTo(self):
            self._drafts[f"{self._target} {self._changing}"] = self._editor.toPlainText()
            self._frame.hide()
            self.setVisible(self._list.count() > 0)
            self.resized.emit()
            self.left.emit()

    def save(self) -> None:
        """Write what was typed."""
        text, note = self._editor.toPlainText().strip(), self._changing
        self._drafts.pop(f"{self._target} {note}", None)
        self._editor.clear()
        self.close_editor()
        self._drafts.pop(f"{self._target} {note}", None)
        if text and note:
            self.rewritten.emit(note, text)
        elif text:
            self.written.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter saves, Escape steps back."""
        if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return super().eventFilter(watched, event)
        saves = event.key() in ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not saves and event.key() != Qt.Key.Key_Escape:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.save() if saves else self.close_editor()
        return True
