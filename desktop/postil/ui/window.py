"""The window as it first appears: top bar, an empty page, status bar. What fills it comes after the first paint.

Only what the first picture shows is imported here; `ui/conductor.py` brings the rest.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from postil.ui import navigation
from postil.ui.actions import Actions
from postil.ui.frame.status_bar import StatusBar
from postil.ui.frame.top_bar import TopBar
from postil.ui.window_state import WindowState

if TYPE_CHECKING:
    from postil.ui.view import Shell

SIZE = (1280, 800)


class MainWindow(QMainWindow):
    """Holds the frame and passes on what Qt tells it; knows no rules and no project.

    `shell` is what views and presenters share, set once they are there. `escaped` fires when Escape meant nothing to
    what has the focus.
    """

    painted = Signal()
    """Once, when the first picture stands on the screen: what is slow may begin."""
    language_changed = Signal()
    escaped = Signal()
    resized = Signal()
    dropped = Signal(object)
    closing = Signal()
    shell: Shell

    def __init__(self, state: WindowState) -> None:
        super().__init__()
        self.setObjectName("postil")
        self.setAcceptDrops(True)
        self._is_painted = False
        self.state = state
        state.setParent(self)
        self.places = tuple(place for place in navigation.PLACES if navigation.is_shipped(place))
        self.action_table = Actions(self)
        self.top_bar = TopBar(self.action_table, self.places)
        self.pages = QStackedWidget()
        self.pages.addWidget(QWidget())
        self.status_bar = StatusBar(self.action_table)
        self._lay_out()
        self._restore()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status_bar)
        self.setCentralWidget(body)
        self.setWindowTitle("Postil")

    def _restore(self) -> None:
        self.resize(*SIZE)
        geometry = self.state.bytes_value("geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)  # Qt brings a window back onto a screen that is there
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.setMinimumSize(min(640, screen.width()), min(440, screen.height()))
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(400)
        self._keeping.timeout.connect(self.keep_geometry)

    def show_page(self, page: QWidget) -> None:
        """Let `page` fill the window between the bars."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def keep_geometry(self) -> None:
        """Remember where the window stands."""
        if self.isVisible():
            self.state.set_bytes("geometry", self.saveGeometry())

    # ------------------------------------------------------------------------------------------------ Qt's events

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.top_bar.retranslate()
            self.status_bar.retranslate()
            self.language_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
        self._keeping.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = local_files(event.mimeData().urls())
        event.acceptProposedAction()
        QTimer.singleShot(0, lambda: self.dropped.emit(files))  # let the drag end before a dialog opens

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_geometry()
        self.closing.emit()
        self.state.set_value("unclean", 0)
        self.state.write()
        super().closeEvent(event)


def local_files(urls: list[QUrl]) -> tuple[Path, ...]:
    """The files and folders of this machine among `urls`."""
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
