"""The one bar on top: ☰ with every menu, the places, the search field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from postil.base.i18n import _
from postil.ui.actions import Actions
from postil.ui.frame.search import SearchBox
from postil.ui.navigation import PlaceSpec
from postil.ui.theme import current, fonts, icons
from postil.ui.theme.spacing import HALF, ONE
from postil.ui.widgets.buttons import Follower


class TopBar(QWidget):
    """Built from the action table and the places that are shipped; labels give way to icons when room is short."""

    def __init__(self, actions: Actions, places: tuple[PlaceSpec, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu_button = QToolButton(self)
        self._menu_button.setObjectName("menu_button")
        self._menu_button.setMenu(self._menu)
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.wear(self._menu_button, "menu")
        self._places = [self._place_button(place) for place in places]
        self.search = SearchBox(self)
        self._lay_out()
        current.notifier().changed.connect(self._fit)
        self.retranslate()

    def _place_button(self, place: PlaceSpec) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(self._actions.button_action(place.action))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setObjectName(place.action)
        button.setProperty("look", "place")
        Follower(button).follow(self._actions.action(place.action))
        return button

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(ONE, HALF, ONE, HALF)
        layout.setSpacing(HALF)
        layout.addWidget(self._menu_button)
        layout.addSpacing(HALF)
        group = QButtonGroup(self)
        group.setExclusive(False)
        for button in self._places:
            group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.search, 1)

    def retranslate(self) -> None:
        """Say every word again."""
        self._menu_button.setAccessibleName(_("Menu"))
        self._menu_button.setToolTip(_("All menus (F10)"))
        self.search.setPlaceholderText(_("Search or run…  ({key})").format(key=self._actions.key_text("search.run")))
        self.search.setAccessibleName(_("Search articles or run an action"))
        self._fit()

    def open_menu(self) -> None:
        """Open ☰."""
        self._menu_button.showMenu()

    def show_places(self, *, is_shown: bool) -> None:
        """Places and search mean nothing without a project."""
        for button in self._places:
            button.setVisible(is_shown)

    def menu(self) -> QMenu:
        """The menu behind ☰, filled."""
        self._fill_menu()
        return self._menu

    def _fill_menu(self) -> None:
        for menu in self._menu.findChildren(QMenu):
            menu.deleteLater()
        self._menu.clear()
        for menu in self._actions.menus(self._menu):
            self._menu.addMenu(menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._menu_button.setIconSize(icons.icon_size())
        self.search.setMinimumWidth(fonts.pixels(180))
        self.search.setMaximumWidth(fonts.pixels(420))
        words = sum(self.fontMetrics().horizontalAdvance(b.text()) + fonts.pixels(50) for b in self._places)
        has_room = words + fonts.pixels(240) < self.width()
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if has_room else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._places:
            button.setIconSize(icons.icon_size())
            button.setToolButtonStyle(style)
