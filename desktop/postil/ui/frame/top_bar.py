"""The one bar on top: ☰ with every menu, the places, the search field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from postil.base.i18n import _
from postil.ui.actions import Actions
from postil.ui.frame.search import SearchBox
from postil.ui.navigation import PlaceSpec
from postil.ui.theme import current, fonts, icons
from postil.ui.theme.spacing import HALF, ONE
from postil.ui.widgets.buttons import icon_button


class PlaceButton(QToolButton):
    """A place's icon and name; the name gives way when room is short."""

    def __init__(self, place: PlaceSpec, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self.setObjectName(place.action)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        icons.wear(self, place.icon)
        self.clicked.connect(self._on_clicked)
        action.changed.connect(self._follow)
        self._follow()

    def name_width(self) -> int:
        """The width of the button with its name beside the icon."""
        return self.fontMetrics().horizontalAdvance(self.text()) + fonts.pixels(48)

    def _on_clicked(self) -> None:
        self._action.trigger()
        self._follow()  # Qt has flipped the button; where people are decides

    def _follow(self) -> None:
        self.setText(f" {self._action.text()}")  # Qt leaves no air between icon and name
        self.setAccessibleName(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setChecked(self._action.isChecked())
        self.setEnabled(self._action.isEnabled())


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
        self._places = [PlaceButton(place, actions.action(place.action), self) for place in places]
        self._panes = [icon_button(actions.button_action(f"view.{side}_pane"), self) for side in ("left", "right")]
        self.search = SearchBox(self)
        self._lay_out()
        current.notifier().changed.connect(self._fit)
        self.retranslate()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(ONE, HALF, ONE, HALF)
        layout.setSpacing(HALF)
        layout.addWidget(self._menu_button)
        layout.addWidget(self._panes[0])
        layout.addSpacing(HALF)
        for button in self._places:
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.search, 1)
        layout.addWidget(self._panes[1])
        for pane in self._panes:  # the places must not move when there is nothing to show and hide
            policy = pane.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            pane.setSizePolicy(policy)
        self.show_panes(has_left=False, has_right=False)

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

    def show_panes(self, *, has_left: bool, has_right: bool) -> None:
        """Offer to show and hide the side panes that the place has."""
        for button, has_pane in zip(self._panes, (has_left, has_right), strict=True):
            button.setVisible(has_pane)
        self._fit()

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
        has_room = sum(button.name_width() for button in self._places) + fonts.pixels(320) < self.width()
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if has_room else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._places:
            button.setToolButtonStyle(style)
        sized: tuple[QToolButton, ...] = (*self._places, *self._panes)
        for each in sized:
            each.setIconSize(icons.icon_size())
