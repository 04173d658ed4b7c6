"""The line at the bottom: saved when, how much is left, what undo would do; who works, language, text size, theme."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QPushButton, QToolButton, QWidget

from postil.base.i18n import _, language
from postil.ui.actions import Actions
from postil.ui.notices import Level, Notice
from postil.ui.theme import current, fonts, icons
from postil.ui.theme.spacing import HALF, ONE, TWO
from postil.ui.widgets.buttons import icon_button
from postil.ui.widgets.elided_label import ElidedLabel

PASSING_MS = 6000


class StatusBar(QWidget):
    """Shows what it is told; asks to undo, to stop the running work, to switch person."""

    stop_requested = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setObjectName("status_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._saved_icon, self._saved, self._icon = QLabel(), QLabel(), "saved"
        self._left, self._said = QLabel(), ElidedLabel()
        self._undo = self._quiet("edit.undo")
        self._progress, self._stop = QProgressBar(), QPushButton()
        self._work = QLabel()
        self._who = ("", "")
        self._works: dict[str, tuple[str, int, int]] = {}
        self._person = self._quiet("person.switch")
        self._language = QToolButton()
        self._buttons = [icon_button(actions.button_action(i), self) for i in ("view.smaller", "view.larger", "view.theme")]
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(PASSING_MS)
        self._passing.timeout.connect(self._said.clear)
        self._set_up()
        self._lay_out()
        current.notifier().changed.connect(self._draw)
        self.retranslate()

    def _quiet(self, action_id: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("look", "quiet")
        button.setObjectName(f"status.{action_id}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._actions.action(action_id).trigger)
        return button

    def _set_up(self) -> None:
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(120)
        self._stop.setProperty("look", "quiet")
        self._stop.clicked.connect(self._on_stop_clicked)
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self._language)
        for action_id in ("view.english", "view.french", "view.vietnamese"):
            menu.addAction(self._actions.action(action_id))
        self._language.setMenu(menu)
        self._language.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._language.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._draw_work()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(TWO, 0, ONE, 0)
        layout.setSpacing(HALF)
        layout.addWidget(self._saved_icon)
        layout.addWidget(self._saved)
        layout.addSpacing(TWO)
        layout.addWidget(self._left)
        layout.addSpacing(ONE)
        layout.addWidget(self._undo)
        layout.addWidget(self._said, 1)
        for widget in (self._work, self._progress, self._stop, self._person, self._language, *self._buttons):
            layout.addWidget(widget)

    def show_state(self, icon: str, text: str) -> None:
        """Say that all is saved, and when, or that the project can only be read; empty for nothing yet."""
        self._saved.setText(text)
        self._icon = icon
        self._saved_icon.setVisible(bool(text))
        self._draw()

    def show_left(self, text: str) -> None:
        """Say how much is left, in words."""
        self._left.setText(text)
        self._fit()

    def show_undo(self, label: str) -> None:
        """Say what undo would take back; empty when there is nothing."""
        self._undo.setText(_("Undo: {step}").format(step=label) if label else "")
        self._undo.setToolTip(self._undo.text())
        self._fit()

    def show_person(self, name: str, role: str) -> None:
        """Say who works and as what; empty without a project."""
        self._who = (name, role)
        self._person.setVisible(bool(name))
        self._fit()
        self._person.setAccessibleName(_("Working now: {name}, {role}. Switch person").format(name=name, role=role))

    def show_passing(self, notice: Notice) -> None:
        """Say something that passes by itself."""
        self._said.setText(" ".join(part for part in (notice.what, notice.cause, notice.next_step) if part))
        self._said.setAccessibleName(self._said.text())
        self._said.setProperty("role", "" if notice.level is Level.INFO else "strong")
        self._passing.start()

    def passing_text(self) -> str:
        """What is being said in passing."""
        return self._said.text()

    def show_work(self, key: str, text: str, done: int, total: int) -> None:
        """Show work that goes on behind under `key`; an empty text ends it, `total` 0 says its length is unknown.

        Of several works the one begun first is shown; Stop asks to stop that one.
        """
        if text:
            self._works[key] = (text, done, total)
        else:
            self._works.pop(key, None)
        self._draw_work()

    def _on_stop_clicked(self) -> None:
        if self._works:
            self.stop_requested.emit(next(iter(self._works)))

    def _draw_work(self) -> None:
        text, done, total = next(iter(self._works.values()), ("", 0, 0))
        for widget in (self._work, self._progress, self._stop):
            widget.setVisible(bool(text))
        self._fit()
        self._work.setText(text)
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.pixels(320), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave words out until the rest has room: the person's role, what undo would do, how much is left."""
        name, role = self._who
        for words_left_out in range(4):
            self._person.setText(name if words_left_out else f"{name} · {role}")
            self._undo.setVisible(bool(self._undo.text()) and words_left_out < 2)
            self._left.setVisible(bool(self._left.text()) and words_left_out < 3)
            if super().minimumSizeHint().width() <= self.width():
                break

    def retranslate(self) -> None:
        """Say every word again; who tells this bar its facts tells them again too."""
        self._stop.setText(_("Stop"))
        self._progress.setAccessibleName(_("Progress"))
        self._language.setText(language())
        self._language.setAccessibleName(_("Language"))
        self._language.setToolTip(_("Language of the interface"))
        self._draw()

    def _draw(self) -> None:
        self.setFixedHeight(fonts.pixels(36))
        tokens = current.tokens()
        self._saved_icon.setPixmap(icons.pixmap(self._icon, tokens.dim, fonts.pixels(14), self.devicePixelRatioF()))
        icons.wear(self._person, "person", "dim")
        for button in self._buttons:
            button.setIconSize(icons.icon_size())
        self._fit()
