"""The window: frame, start page, places, title, drops, closing, and every language and theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from postil.app.bootstrap import build_window
from postil.base import i18n
from postil.operations.session import Session
from postil.ui.conductor import Conductor, conductor_of
from postil.ui.notices import Level, Notice
from postil.ui.theme import current
from postil.ui.theme.tokens import Theme
from postil.ui.window import MainWindow, local_files
from tests.ui.accessible import nameless


def words(window: MainWindow) -> set[str]:
    """Everything that stands in labels and buttons."""
    labels = {label.text() for label in window.findChildren(QLabel) if label.isVisible()}
    return labels | {button.text() for button in window.findChildren(QPushButton) if button.isVisible()}


def test_without_a_project_the_start_page_offers_the_ways_in(bare: MainWindow) -> None:
    page = conductor_of(bare).start_page
    assert page.isVisible()
    assert {"Open the sample project", "New project…", "Open project…"} <= words(bare)
    assert page.focus_target().hasFocus()


def test_with_a_project_the_library_opens_and_the_title_says_which(window: MainWindow) -> None:
    assert conductor_of(window).navigator.place == "library"
    assert "Trade" in window.windowTitle()
    assert window.windowTitle().endswith("Postil")


def test_every_reachable_widget_has_a_name(bare: MainWindow, window: MainWindow, qtbot: QtBot) -> None:
    assert nameless(bare) == []
    for language in i18n.LANGUAGES:
        conductor_of(window).shell.settings.set_value("language", language)
        assert nameless(window) == []


def test_a_nameless_widget_is_found(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    button = QPushButton(box)
    box.show()
    assert nameless(box)
    button.setAccessibleName("Save")
    assert nameless(box) == []


def test_the_language_changes_at_run_time(bare: MainWindow) -> None:
    settings = conductor_of(bare).shell.settings
    before = words(bare)
    settings.set_value("language", "fr")
    assert "Open the sample project" not in words(bare)
    settings.set_value("language", "vi")
    assert "Open the sample project" not in words(bare)
    settings.set_value("language", "en")
    assert words(bare) == before


def test_french_words_of_qt_are_loaded(bare: MainWindow) -> None:
    from PySide6.QtCore import QCoreApplication

    settings = conductor_of(bare).shell.settings
    settings.set_value("language", "fr")
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "Cop&ier"
    settings.set_value("language", "en")
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "&Copy"


@pytest.mark.parametrize("theme", list(Theme))
def test_the_theme_changes_at_run_time(window: MainWindow, theme: Theme) -> None:
    window.shell.settings.set_value("theme", theme.value)
    assert current.theme() is theme
    assert window.palette().window().color().name() == current.tokens().window
    assert window.shell.actions.action(f"view.{theme.value}").isChecked()


def test_at_twice_the_text_size_the_frame_still_fits_1280(window: MainWindow) -> None:
    window.resize(1280, 800)
    window.shell.settings.set_value("text_scale", 200)
    window.top_bar.updateGeometry()
    assert window.top_bar.minimumSizeHint().width() <= 1280
    assert window.status_bar.minimumSizeHint().width() <= 1280
    assert window.top_bar.font().pixelSize() == 28


def test_what_stays_goes_on_the_card_and_escape_dismisses_it(conductor: Conductor, qtbot: QtBot) -> None:
    for what in ("a.txt", "b.txt"):
        conductor.show_notice(Notice(Level.ERROR, "It is empty.", what, "Choose another."))
    assert conductor.notices.current_notice() == Notice(Level.ERROR, "It is empty.", "b.txt", "Choose another.")
    QTest.keyClick(conductor.window, Qt.Key.Key_Escape)
    shown = conductor.notices.current_notice()
    assert shown is not None
    assert shown.what == "a.txt"
    QTest.keyClick(conductor.window, Qt.Key.Key_Escape)
    assert not conductor.notices.isVisible()


def test_the_same_notice_stands_only_once(conductor: Conductor) -> None:
    for _time in range(3):
        conductor.show_notice(Notice(Level.WARNING, "The disk is nearly full."))
    conductor.notices.dismiss()
    assert conductor.notices.current_notice() is None


def test_what_passes_goes_into_the_status_bar(conductor: Conductor) -> None:
    conductor.show_notice(Notice(Level.INFO, "Copied."))
    assert conductor.window.status_bar.passing_text() == "Copied."
    assert "notices" not in conductor.__dict__


def test_dropped_files_are_offered_for_import(conductor: Conductor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Path, ...]] = []
    monkeypatch.setattr(conductor.imports, "import_paths", asked.append)
    file = tmp_path / "bài báo.txt"
    file.write_text("x", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://example.org/a.txt")])
    point = QPoint(5, 5).toPointF()
    event = QDropEvent(point, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    conductor.window.dropEvent(event)
    conductor.take(local_files(data.urls()))
    assert asked[0] == (file,)


def test_files_dropped_without_a_project_say_what_to_do(bare: MainWindow, tmp_path: Path) -> None:
    conductor = conductor_of(bare)
    conductor.take((tmp_path / "a.txt",))
    notice = conductor.notices.current_notice()
    assert notice is not None
    assert notice.next_step


def test_a_dropped_project_is_opened(bare: MainWindow, session: Session) -> None:
    folder = session.folder
    session.close()
    conductor_of(bare).take((folder / "project.postil",))
    assert bare.shell.dispatch.session.folder == folder


def test_opening_what_cannot_be_opened_keeps_what_is_open(window: MainWindow, tmp_path: Path) -> None:
    before = window.shell.dispatch.session
    conductor_of(window).projects.open_path(str(tmp_path / "nowhere"))
    assert window.shell.dispatch.session is before
    notice = conductor_of(window).notices.current_notice()
    assert notice is not None
    assert "nowhere" in notice.what


def test_closing_forgets_nothing(session: Session, quiet: None, qtbot: QtBot) -> None:
    first = build_window(session, inline_jobs=True)
    first.show()
    first.resize(700, 600)
    folder = session.folder
    first.close()
    first.deleteLater()
    second = build_window(None, inline_jobs=True)
    qtbot.addWidget(second)
    assert second.state.recent_projects() == (str(folder),)
    assert second.size().width() == 700
    conductor_of(second).projects.open_path(str(folder))
    assert second.shell.dispatch.person.name == "Lan"


def test_a_closed_project_leads_back_to_the_start_page(window: MainWindow) -> None:
    window.shell.actions.trigger("project.close")
    assert conductor_of(window).start_page.isVisible()
    assert not window.shell.actions.action("go.library").isEnabled()
    assert window.windowTitle() == "Postil"
