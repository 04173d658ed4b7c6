"""The bar below the page: what can be made of selected words, and the way to hand the work in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from postil.ui.actions import Actions
from postil.ui.theme.spacing import HALF, ONE
from postil.ui.widgets.buttons import action_button, icon_button

MAKERS = ("annotation.add_figure", "annotation.add_event", "annotation.add_commitment")
MORE = ("annotation.evidence", "article.zone", "reader.copy_citation")


class SelectionBar(QWidget):
    """Buttons wear their actions, with words where there is room."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setProperty("role", "small")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(ONE, HALF, ONE, HALF)
        self._row.setSpacing(0)
        self._makers = [icon_button(actions.button_action(name)) for name in MAKERS]
        for button in (*self._makers, *(icon_button(actions.button_action(name)) for name in MORE)):
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._row.addWidget(self._words)
        self._row.addSpacing(ONE)
        self._submit = action_button(actions.button_action("article.submit"), look="primary")
        self._take_back = action_button(actions.button_action("article.take_back"))
        self._row.addWidget(self._submit)
        self._row.addWidget(self._take_back)

    def show_progress(self, text: str, *, is_handed_in: bool) -> None:
        """Say how far the article is; offer to hand it in, or to take it back."""
        self._words.setText(text)
        self._submit.setVisible(not is_handed_in)
        self._take_back.setVisible(is_handed_in)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._fit()

    def _fit(self) -> None:
        """Words beside the icons when they fit, icons alone otherwise."""
        with_words = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self._set(with_words)
        if self._row.sizeHint().width() > self.width():
            self._set(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _set(self, style: Qt.ToolButtonStyle) -> None:
        for button in self._makers:
            if button.toolButtonStyle() != style:
                button.setToolButtonStyle(style)
