"""The window: top bar, places, status bar, notices, and who serves the actions that live everywhere; no rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from postil.base import paths
from postil.base.i18n import _, ngettext
from postil.ui import navigation
from postil.ui.analysis import AnalysisRunner
from postil.ui.appearance import Appearance
from postil.ui.frame.navigator import Navigator
from postil.ui.frame.notice_card import NoticeCard
from postil.ui.frame.search_presenter import SearchPresenter
from postil.ui.frame.start_page import StartPage
from postil.ui.frame.status_bar import StatusBar
from postil.ui.frame.status_presenter import StatusPresenter
from postil.ui.frame.top_bar import TopBar
from postil.ui.importing.presenter import ImportPresenter
from postil.ui.keys import TypingGuard
from postil.ui.notices import Level, Notice
from postil.ui.people.page import PeoplePage
from postil.ui.people.presenter import PeoplePresenter
from postil.ui.project.presenter import ProjectPresenter
from postil.ui.view import Shell

if TYPE_CHECKING:
    from postil.operations.analysis import Analyser, InlineAnalyser
    from postil.operations.session import Session

SIZE = (1280, 800)


@dataclass(frozen=True, slots=True)
class Outside:
    """What the window needs from above: how to open the sample, and how to make an analyser."""

    open_sample: Callable[[Path | None], Session | None] | None
    make_analyser: Callable[[Session], Analyser | InlineAnalyser]


class MainWindow(QMainWindow):
    """Shows the start page without a project, the places with one, the people page while somebody chooses."""

    def __init__(self, shell_of: Callable[[MainWindow], Shell], appearance: Appearance, outside: Outside) -> None:
        super().__init__()
        self.setObjectName("postil")
        self.setAcceptDrops(True)
        self.shell = shell_of(self)
        self.appearance = appearance
        self._guard = TypingGuard(_app(), self)
        shipped = tuple(place for place in navigation.PLACES if navigation.is_shipped(place))
        self._pages, self._stack = QStackedWidget(), QStackedWidget()
        self.start_page, self.people_page = StartPage(self.shell.actions), PeoplePage()
        self.navigator = Navigator(self.shell, self._stack, shipped)
        self.projects = ProjectPresenter(self.shell, self, outside.open_sample)
        self.people = PeoplePresenter(self.shell, self.people_page, self, self._cover, self._uncover)
        self.imports = ImportPresenter(self.shell, self)
        self.analysis = AnalysisRunner(self.shell.dispatch, outside.make_analyser, self)
        self._serve(shipped, has_sample=outside.open_sample is not None)
        self.top_bar = TopBar(self.shell.actions, shipped)
        self.search = SearchPresenter(self.shell, self.top_bar.search)
        self.shell.actions.bind("search.run", self.search.open_palette)
        self.status_bar = StatusBar(self.shell.actions)
        self.status = StatusPresenter(self.shell, self.status_bar)
        self._lay_out()
        self.notices = NoticeCard(self._pages)
        self._connect()
        self._restore()
        self.retranslate()
        self._on_session_changed()

    # ------------------------------------------------------------------------------------------------ making it

    def _serve(self, shipped: tuple[navigation.PlaceSpec, ...], *, has_sample: bool) -> None:
        actions = self.shell.actions
        actions.attach_global(self, self, self.appearance, self.navigator, self.projects, self.people, self.imports)
        self.appearance.serve(self, actions)
        ids = {place.action for place in shipped}
        for place in navigation.PLACES:
            if place.action not in ids:
                actions.retire(place.action)
        if not has_sample:
            actions.retire("project.sample")

    def _lay_out(self) -> None:
        for page in (self.start_page, self._stack, self.people_page):
            self._pages.addWidget(page)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self._pages, 1)
        column.addWidget(self.status_bar)
        self.setCentralWidget(body)

    def _connect(self) -> None:
        dispatch = self.shell.dispatch
        dispatch.notice.connect(self._on_notice)
        dispatch.session_changed.connect(self._on_session_changed)
        dispatch.person_changed.connect(self._on_person_changed)
        dispatch.article_changed.connect(lambda _article: self._set_title())
        self.navigator.place_changed.connect(self._on_place_changed)
        self.start_page.project_requested.connect(self.projects.open_path)
        self.analysis.progressed.connect(self._on_analysis_progressed)
        self.imports.progressed.connect(self._on_import_progressed)
        self.status_bar.stop_requested.connect(self._on_stop_requested)
        self.top_bar.search.left.connect(self._focus_page)
        self._menu_key = QShortcut("F10", self, self.top_bar.open_menu)
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(400)
        self._save_timer.timeout.connect(self._keep_geometry)

    def _restore(self) -> None:
        self.resize(*SIZE)
        geometry = self.shell.state.bytes_value("geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)  # Qt brings a window back onto a screen that is there
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.setMinimumSize(min(640, screen.width()), min(440, screen.height()))

    # ------------------------------------------------------------------------------------------------ what is on view

    def _on_session_changed(self) -> None:
        has_project = self.shell.dispatch.has_session
        self.notices.clear()
        self.navigator.forget()
        self.projects.remember()
        self.top_bar.show_places(is_shown=has_project)
        self.status.show_all()
        if has_project:
            self._pages.setCurrentWidget(self._stack)
            wanted = self.shell.state.value("place", "library")
            self.navigator.open(wanted if wanted in self.navigator.places else "library")
            self._suggest()
        else:
            self.start_page.show_recent(self.shell.state.recent_projects())
            self._pages.setCurrentWidget(self.start_page)
            self.shell.actions.set_active(frozenset())
            self.start_page.activate()
        self._set_title()

    def _suggest(self) -> None:
        if self.shell.settings.values.suggest_on_import:
            QTimer.singleShot(0, self.analysis.start)

    def _on_person_changed(self) -> None:
        self.projects.remember()
        person = self.shell.dispatch.person
        self._on_notice(Notice(Level.INFO, _("{name} works now.").format(name=person.name)))

    def _on_place_changed(self, place: str) -> None:
        self.status.set_place(place)
        self._set_title()

    def _set_title(self) -> None:
        dispatch = self.shell.dispatch
        here = self.navigator.current() if dispatch.has_session else None
        parts = [here.title() if here is not None else "", dispatch.session.project_title if dispatch.has_session else "", "Postil"]
        self.setWindowTitle(" – ".join(part for part in parts if part))

    def _cover(self) -> None:
        self.top_bar.setVisible(not self.people.is_locked)
        self.status_bar.setVisible(not self.people.is_locked)
        self.notices.clear()
        self.shell.actions.set_active(frozenset())
        self._pages.setCurrentWidget(self.people_page)

    def _uncover(self) -> None:
        self.top_bar.show()
        self.status_bar.show()
        here = self.navigator.current()
        self._pages.setCurrentWidget(self._stack)
        if here is not None:
            self.shell.actions.set_active(here.contexts)
            here.activate()

    def _focus_page(self) -> None:
        here = self.navigator.current()
        if self._pages.currentWidget() is self._stack and here is not None:
            here.focus_target().setFocus()

    def _on_notice(self, notice: Notice) -> None:
        if notice.stays:
            self.notices.show_notice(notice)
        else:
            self.status_bar.show_passing(notice)

    def _on_analysis_progressed(self, done: int, total: int) -> None:
        words = ngettext("Looking through {n} article…", "Looking through {n} articles…", total).format(n=total) if total else ""
        self.status_bar.show_work("analysis", words, done, total)

    def _on_import_progressed(self, done: int, total: int) -> None:
        words = _("Importing {done} of {total}…").format(done=done, total=total) if total else ""
        self.status_bar.show_work("import", words, done, total)

    def _on_stop_requested(self, key: str) -> None:
        if key == "import":
            self.imports.stop()
        else:
            self.analysis.stop()

    # ------------------------------------------------------------------------------------------------ actions of its own

    def undo(self) -> None:
        """Undo this person's last step."""
        self.shell.dispatch.undo()

    def redo(self) -> None:
        """Redo it."""
        self.shell.dispatch.redo()

    def open_palette(self) -> None:
        """Put the cursor into the search field."""
        self.search.open_palette()

    def open_preferences(self) -> None:
        """Show the preferences."""
        from postil.ui.preferences.dialog import PreferencesDialog

        self._show_dialog(PreferencesDialog(self.shell.settings, self))

    def show_shortcuts(self) -> None:
        """Show the sheet of keys."""
        from postil.ui.help.shortcuts import ShortcutsDialog

        here = self.navigator.current()
        self._show_dialog(ShortcutsDialog(self.shell.actions, here.contexts if here is not None else frozenset(), self))

    def show_about(self) -> None:
        """Say what Postil is."""
        from postil.ui.help.about import AboutDialog

        self._show_dialog(AboutDialog(self))

    def open_log_folder(self) -> None:
        """Show the log's folder in the desktop's file manager."""
        paths.log_dir().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_dir())))

    def toggle_full_screen(self) -> None:
        """Use the whole screen, or stop doing so."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()
        self.shell.actions.set_conditions(is_full_screen=self.isFullScreen())

    def quit(self) -> None:
        """Close the window."""
        self.close()

    def _show_dialog(self, dialog: QWidget) -> None:
        from PySide6.QtWidgets import QDialog

        assert isinstance(dialog, QDialog)
        dialog.exec()
        dialog.deleteLater()

    # ------------------------------------------------------------------------------------------------ Qt's events

    def retranslate(self) -> None:
        """Say every word of the frame again; views hear of it by themselves."""
        self.top_bar.retranslate()
        self.status_bar.retranslate()
        self.status.show_all()
        self._set_title()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape and self.notices.current_notice() is not None:
            self.notices.dismiss()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.notices.place()
        self._save_timer.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.people.is_locked and _local_files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _local_files(event.mimeData().urls())
        event.acceptProposedAction()
        QTimer.singleShot(0, lambda: self.take(files))  # let the drag end before a dialog opens

    def take(self, files: tuple[Path, ...]) -> None:
        """What was dropped or handed over: a project is opened, everything else is offered for import."""
        if len(files) == 1 and (files[0].suffix == ".postil" or (files[0] / "project.postil").exists()):
            self.projects.open_path(str(files[0]))
        elif self.shell.dispatch.has_session:
            self.imports.import_paths(files)
        else:
            self._on_notice(
                Notice(Level.WARNING, _("Articles need a project to go into."), next_step=_("Open or make a project, then drop them again."))
            )

    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep_geometry()
        self.analysis.close()
        self.shell.jobs.close()
        self.projects.remember()
        self.shell.state.write()
        self.shell.dispatch.set_session(None)
        super().closeEvent(event)

    def _keep_geometry(self) -> None:
        if self.isVisible():
            self.shell.state.set_bytes("geometry", self.saveGeometry())


def _local_files(urls: list[QUrl]) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
