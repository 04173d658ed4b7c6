"""The reader pane: the article's page with the selection bar below it, and the menu over its words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.domain.article import Article
from postil.domain.selector import Span
from postil.domain.zone import Zone, ZoneKind, kind_at
from postil.ui.actions import Actions
from postil.ui.reader import zone_menu
from postil.ui.reader.selection_bar import SelectionBar
from postil.ui.widgets.article_text.article_page import ArticlePage
from postil.ui.widgets.buttons import icon_button

ON_WORDS = ("annotation.add_figure", "annotation.add_event", "annotation.add_commitment", "annotation.evidence")
ON_MARK = ("annotation.accept", "annotation.reject", "annotation.edit", "annotation.reopen", "annotation.tag", "annotation.note", "annotation.delete")
ON_PAGE = ("reader.find", "article.details", "article.note", "article.tag")


class ReaderPane(QWidget):
    """`page` is the article; `zone_requested` carries a span and the kind it shall have, `mark_pointed_at` a right-clicked mark."""

    zone_requested = Signal(Span, ZoneKind)
    mark_pointed_at = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._article: Article | None = None
        self.page = ArticlePage()
        self.page.header.add_button(icon_button(actions.button_action("article.details")))
        self.bar = SelectionBar(actions)
        rule = QFrame()
        rule.setProperty("look", "rule")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.page, 1)
        layout.addWidget(rule)
        layout.addWidget(self.bar)
        self.setFocusProxy(self.page)
        self.page.text.restore_requested.connect(self._on_restore_requested)
        self.page.text.menu_requested.connect(self._on_menu_requested)

    def show_article(self, article: Article, lead: str) -> None:
        """Show an article, or the same one as it is known now; `lead` stands for a missing title."""
        self._article = article
        self.page.show_article(article, lead)

    def lines_in_hand(self) -> Span:
        """What a change of zone is about now."""
        text = self.page.text
        return zone_menu.lines_of(text.text_map, text.selection(), text.caret())

    def zone_in_hand(self) -> Zone | None:
        """The zone at the caret or the selection."""
        text = self.page.text
        selected = text.selection()
        return text.zones.zone_at(selected.start if selected else text.caret())

    def open_zone_menu(self) -> None:
        """Let a person choose what the lines at hand are."""
        text = self.page.text
        span = self.lines_in_hand()
        menu = zone_menu.zone_menu(self, self._kind_at(span.start), lambda kind: self.zone_requested.emit(span, kind))
        menu.popup(text.viewport().mapToGlobal(text.cursorRect().bottomLeft()))

    def _kind_at(self, offset: int) -> ZoneKind:
        return kind_at(self._article.zones, offset) if self._article else ZoneKind.BODY

    def _on_restore_requested(self, zone: Zone) -> None:
        self.zone_requested.emit(Span(zone.start, zone.end), ZoneKind.BODY)

    def _on_menu_requested(self, where: QPoint, offset: int) -> None:
        text = self.page.text
        over = text.painter.marks.at(offset)
        if over:
            self.mark_pointed_at.emit(over[0].id)
        if text.selection() is None:
            text.put_caret(offset)
        self._menu(has_mark=bool(over), offset=offset).popup(where)

    def _menu(self, *, has_mark: bool, offset: int) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        groups = (ON_MARK if has_mark else (), ON_WORDS if self.page.text.selection() else (), ("reader.copy_citation",))
        for group in groups:
            shown = [self._actions.button_action(name) for name in group]
            menu.addActions([action for action in shown if action.isEnabled()])
            menu.addSeparator()
        span = self.lines_in_hand()
        zones = menu.addMenu(_("Change zone"))
        zone_menu.fill(zones, self._kind_at(offset), lambda kind: self.zone_requested.emit(span, kind))
        menu.addActions([self._actions.button_action(name) for name in ON_PAGE])
        return menu
