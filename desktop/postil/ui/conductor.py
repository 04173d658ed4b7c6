"""What makes the window live: brings presenters, places and notices together; no rules of its own.

Made after the first paint, because it imports what that paint does not need.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from postil.base.i18n import _, ngettext
from postil.ui import navigation
from postil.ui.analysis import AnalysisRunner
from postil.ui.appearance import Appearance
from postil.ui.backups import Backups
from postil.ui.frame.navigator import Navigator
from postil.ui.frame.search_presenter import SearchPresenter
from postil.ui.frame.status_presenter import StatusPresenter
from postil.ui.importing.presenter import ImportPresenter
from postil.ui.keys import TypingGuard
from postil.ui.notices import Level, Notice
from postil.ui.people.presenter import PeoplePresenter
from postil.ui.project.presenter import ProjectPresenter
from postil.ui.view import Shell
from postil.ui.widgets.side_panes import Side
from postil.ui.window import MainWindow
from postil.ui.window_actions import WindowActions

if TYPE_CHECKING:
    from postil.operations.session import Session
    from postil.operations.suggesting import Suggesting
    from postil.ui.frame.notice_card import NoticeCard
    from postil.ui.frame.start_page import StartPage


@dataclass(frozen=True, slots=True)
class Outside:
    """What comes from above the screens: how to open the sample (None when it is open), how suggestions are made."""

    open_sample: Callable[[Path | None], Session | None] | None
    make_suggesting: Callable[[Session], Suggesting]


class Conductor(QObject):
    """Shows the start page without a project, the places with one, the people page while somebody chooses."""

    def __init__(self, window: MainWindow, shell: Shell, appearance: Appearance, outside: Outside) -> None:
        super().__init__(window)
        self.window, self.shell, self.appearance = window, shell, appearance
        self._is_closing = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._guard = TypingGuard(app, self)
        self._stack = QStackedWidget()
        window.pages.addWidget(self._stack)
        self.navigator = Navigator(shell, self._stack, window.places)
        self.projects = ProjectPresenter(shell, window, outside.open_sample)
        self.people = PeoplePresenter(shell, window, self._cover, self._uncover)
        self.imports = ImportPresenter(shell, window)
        self.analysis = AnalysisRunner(shell.dispatch, shell.settings, outside.make_suggesting, self)
        self.backups = Backups(shell, self)
        self.search = SearchPresenter(shell, window.top_bar.search)
        self.status = StatusPresenter(shell, window.status_bar)
        window.shell = shell
        self._serve(has_sample=outside.open_sample is not None)
        self._connect()

    def _serve(self, *, has_sample: bool) -> None:
        actions, own = self.shell.actions, WindowActions(self.window, self.shell, self.navigator)
        actions.attach_global(self.window, own, self.appearance, self.navigator, self.projects, self.people, self.imports, self.search, self.analysis)
        self.appearance.serve(self.window, actions)
        shipped = {place.action for place in self.window.places}
        for place in navigation.PLACES:
            if place.action not in shipped:
                actions.retire(place.action)
        if not has_sample:
            actions.retire("project.sample")

    def _connect(self) -> None:
        window, dispatch = self.window, self.shell.dispatch
        dispatch.notice.connect(self.show_notice)
        dispatch.session_changed.connect(self._on_session_changed)
        dispatch.person_changed.connect(self._on_person_changed)
        dispatch.article_changed.connect(self._on_article_changed)
        self.navigator.place_changed.connect(self._on_place_changed)
        self.analysis.progressed.connect(self._on_analysis_progressed)
        self.imports.progressed.connect(self._on_import_progressed)
        window.status_bar.stop_requested.connect(self._on_stop_requested)
        window.top_bar.search.left.connect(self._on_search_left)
        window.language_changed.connect(self._on_language_changed)
        window.escaped.connect(self._on_escaped)
        window.resized.connect(self._on_resized)
        window.dropped.connect(self.take)
        window.closing.connect(self.close)
        self._menu_key = QShortcut("F10", window, window.top_bar.open_menu)

    @cached_property
    def start_page(self) -> StartPage:
        """What fills the window without a project."""
        from postil.ui.frame.start_page import StartPage

        made = StartPage(self.shell.actions)
        made.project_requested.connect(self.projects.open_path)
        return made

    @cached_property
    def notices(self) -> NoticeCard:
        """The card for warnings and errors."""
        from postil.ui.frame.notice_card import NoticeCard

        return NoticeCard(self.window.pages)

    # ------------------------------------------------------------------------------------------------ what is on view

    def enter(self, open_one: Callable[[], object] | None = None) -> None:
        """Begin: show the project that is open, else open one, else (or where that fails) the start page."""
        if open_one is not None:
            open_one()
        if open_one is None or not self.shell.dispatch.has_session:
            self.show_session()

    def show_session(self) -> None:
        """Show the project that is open now, or the start page."""
        if self._is_closing:
            return
        has_project = self.shell.dispatch.has_session
        self.navigator.forget()
        self.projects.remember()
        self.window.top_bar.show_places(is_shown=has_project)
        self.window.top_bar.show_panes(has_left=False, has_right=False)
        self.status.show_all()
        if has_project:
            self.window.show_page(self._stack)
            wanted = self.shell.state.value("place", "library")
            self.navigator.open(wanted if wanted in self.navigator.places else "library")
            QTimer.singleShot(0, self.analysis, self.analysis.start)
        else:
            self.start_page.show_recent(self.shell.state.recent_projects())
            self.window.show_page(self.start_page)
            self.shell.actions.set_active(frozenset())
            self.start_page.activate()
        if "notices" in self.__dict__:
            self.notices.raise_()  # above the page that has just come
        self._set_title()

    def show_notice(self, notice: Notice) -> None:
        """Say something: in the status bar when it passes, on the card when it stays."""
        if notice.stays:
            self.notices.show_notice(notice)
        else:
            self.window.status_bar.show_passing(notice)

    def say_left_closed(self) -> None:
        """Say why the last project was not opened by itself."""
        cause = _("Postil ended unexpectedly more than once, so the last project was left closed.")
        self.show_notice(Notice(Level.WARNING, cause, next_step=_("Open it from the list; nothing that was saved is lost.")))

    def take(self, files: tuple[Path, ...]) -> None:
        """What was dropped or handed over: a project is opened, everything else is offered for import."""
        if self.people.is_locked:
            return
        if len(files) == 1 and (files[0].suffix == ".postil" or (files[0] / "project.postil").exists()):
            self.projects.open_path(str(files[0]))
        elif self.shell.dispatch.has_session:
            self.imports.import_paths(files)
        else:
            cause, next_step = _("Articles need a project to go into."), _("Open or make a project, then drop them again.")
            self.show_notice(Notice(Level.WARNING, cause, next_step=next_step))

    def close(self) -> None:
        """Let everything go: the window closes."""
        self.analysis.close()
        self.shell.jobs.close()
        self.projects.remember()
        self._is_closing = True
        self.shell.dispatch.set_session(None)

    def _set_title(self) -> None:
        dispatch = self.shell.dispatch
        here = self.navigator.current() if dispatch.has_session else None
        parts = (here.title() if here is not None else "", dispatch.session.project_title if dispatch.has_session else "", "Postil")
        self.window.setWindowTitle(" – ".join(part for part in parts if part))

    def _cover(self, page: QWidget) -> None:
        for bar in (self.window.top_bar, self.window.status_bar):
            bar.setVisible(not self.people.is_locked)
        self._clear_notices()
        self.shell.actions.set_active(frozenset())
        self.window.show_page(page)

    def _uncover(self) -> None:
        self.window.top_bar.show()
        self.window.status_bar.show()
        here = self.navigator.current()
        self.window.show_page(self._stack)
        if here is not None:
            self.shell.actions.set_active(here.contexts)
            here.activate()

    def _clear_notices(self) -> None:
        if "notices" in self.__dict__:
            self.notices.clear()

    # ------------------------------------------------------------------------------------------------ what is told

    def _on_session_changed(self) -> None:
        self._clear_notices()  # they spoke of another project; what could not be opened at the start still stands
        self.show_session()

    def _on_person_changed(self) -> None:
        self.projects.remember()
        self.show_notice(Notice(Level.INFO, _("{name} works now.").format(name=self.shell.dispatch.person.name)))

    def _on_article_changed(self, _article: str) -> None:
        self._set_title()

    def _on_place_changed(self, place: str) -> None:
        self.status.set_place(place)
        here = self.navigator.current()
        panes = here.panes() if here is not None else None
        self.window.top_bar.show_panes(has_left=panes is not None and panes.has(Side.LEFT), has_right=panes is not None and panes.has(Side.RIGHT))
        self._set_title()

    def _on_language_changed(self) -> None:
        self.status.show_all()
        self._set_title()

    def _on_analysis_progressed(self, done: int, total: int) -> None:
        words = ngettext("Looking through {n} article…", "Looking through {n} articles…", total).format(n=total) if total else ""
        self.window.status_bar.show_work("analysis", words, done, total)

    def _on_import_progressed(self, words: str, done: int, total: int) -> None:
        self.window.status_bar.show_work("import", words, done, total)

    def _on_stop_requested(self, key: str) -> None:
        if key == "import":
            self.imports.stop()
        else:
            self.analysis.stop()

    def _on_search_left(self) -> None:
        here = self.navigator.current()
        if self.window.pages.currentWidget() is self._stack and here is not None:
            here.focus_target().setFocus()

    def _on_escaped(self) -> None:
        if "notices" in self.__dict__:
            self.notices.dismiss()

    def _on_resized(self) -> None:
        if "notices" in self.__dict__:
            self.notices.place()


def conductor_of(window: MainWindow) -> Conductor:
    """The window's conductor. Raises LookupError before there is one."""
    found = window.findChild(Conductor)
    if found is None:
        raise LookupError("the window is still empty")
    return found
