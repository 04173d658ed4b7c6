"""Reading on the workbench: finding, zones, details, citations, notes, and coming back to where one stopped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListView, QMenu, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from postil.domain.annotation import Kind, State
from postil.domain.selector import Span
from postil.domain.zone import ZoneKind
from postil.operations import projects
from postil.operations.articles import TagArticle
from postil.operations.notes import WriteNote
from postil.ui.widgets.markdown_view import MarkdownView
from tests.ui.workbench.conftest import Table, focused, open_table, press, type_in

LEFT = Qt.MouseButton.LeftButton


def in_dialog(work: Callable[[QDialog], None], tries: int = 300) -> None:
    """Do `work` once the dialog that comes next is there and has the focus; close it whatever happens."""

    def when_open(left: int) -> None:
        dialog, inside = QApplication.activeModalWidget(), QApplication.focusWidget()
        if isinstance(dialog, QDialog) and ((inside is not None and inside.window() is dialog) or not left):
            try:
                work(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()
        elif left:
            QTimer.singleShot(10, lambda: when_open(left - 1))

    QTimer.singleShot(10, lambda: when_open(tries))


def menu_on_view() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    """Choose an entry of an open menu, and close the menu as Qt does."""
    action = next(a for a in menu.actions() if a.text() == words)
    menu.hide()
    action.trigger()
    QApplication.processEvents()


# ---------------------------------------------------------------------------------------------------------------- finding


def test_find_needs_no_accents_and_leaves_the_hit_selected(table: Table) -> None:
    table.open("004")
    press("Ctrl+F")
    type_in("thu tuong chinh phu")
    count = next(label for label in table.view.reader.page.findChildren(QLabel) if label.isVisible() and " of " in label.text())
    assert count.text().startswith("1 of ")
    press("Escape")
    span = table.text.selection()
    assert span is not None
    assert table.source("004")[span.start : span.end].lower() == "thủ tướng chính phủ"
    assert focused() is table.text


def test_find_next_goes_round_and_says_when_there_is_nothing(table: Table) -> None:
    press("Ctrl+F")
    type_in("economic diplomacy")
    hits = table.text.painter.lit.hits
    assert len(hits) > 2
    for _step in hits:
        press("F3")
    assert table.text.painter.lit.hit == 0
    press("Shift+F3")
    assert table.text.painter.lit.hit == len(hits) - 1
    press("Ctrl+A")
    type_in("zzz")
    assert any(label.text() == "not found" for label in table.view.reader.page.findChildren(QLabel) if label.isVisible())


# ------------------------------------------------------------------------------------------------------------------ zones


def zones(table: Table, number: str, kind: ZoneKind) -> list[Span]:
    return [Span(z.start, z.end) for z in table.queries.article(table.article(number)).zones if z.kind is kind]


def test_b_gives_the_zone_at_the_caret_back(table: Table) -> None:
    table.open("000")
    caption = zones(table, "000", ZoneKind.CAPTION)[0]
    table.text.put_caret(caption.start + 3)
    table.text.setFocus()
    press("B")
    assert zones(table, "000", ZoneKind.CAPTION) == []
    press("Ctrl+Z")
    assert zones(table, "000", ZoneKind.CAPTION) == [caption]
    table.text.put_caret(0)
    press("B")
    assert table.said()[-1] == "These words are in the body already."


def test_a_click_on_the_bar_gives_a_zone_back(table: Table) -> None:
    table.open("000")
    caption = zones(table, "000", ZoneKind.CAPTION)[0]
    table.text.reveal(caption)
    top = table.text.line_tops([caption.start])[0]
    _name, restore = table.text.painter.bar_boxes()
    QTest.mouseClick(table.text.viewport(), LEFT, pos=QPoint(round(restore.center().x()), round(top - 14)))
    assert zones(table, "000", ZoneKind.CAPTION) == []


def test_z_makes_the_lines_at_the_caret_a_zone(table: Table) -> None:
    table.open("000")
    at = table.source("000").index("Promouvoir activement")
    table.text.put_caret(at + 5)
    table.text.setFocus()
    press("Z")
    choose(menu_on_view(), "Boilerplate")
    wanted = table.text.text_map.paragraph_at(at)
    assert wanted in zones(table, "000", ZoneKind.BOILERPLATE)


def test_the_menu_over_words_offers_what_can_be_done_with_them(table: Table) -> None:
    figure = table.annotations("001", Kind.FIGURE)[2]
    table.text.reveal(figure.evidence[0].span)
    table.text.menu_requested.emit(QPoint(200, 200), figure.start)
    menu = menu_on_view()
    offered = {a.text() for a in menu.actions()}
    assert {"Accept", "Reject", "Edit"} <= offered
    assert table.focus == figure.id
    choose(menu, "Accept")
    assert table.card(figure.id).state is State.DRAFT


def test_d_folds_and_unfolds_all_zones(table: Table) -> None:
    table.open("000")
    table.text.setFocus()
    press("D")
    assert {bar.is_folded for bar in table.text.zones.bars()} == {True}
    press("D")
    assert {bar.is_folded for bar in table.text.zones.bars()} == {False}


# ------------------------------------------------------------------------------------------------- details and citations


def test_details_are_corrected_by_hand_and_from_the_selection(table: Table) -> None:
    article = table.open("001")
    words = table.source("001").split("\n", 1)[0][:40].rsplit(" ", 1)[0]
    table.select("001", words)

    def correct(dialog: QDialog) -> None:
        lines = {line.accessibleName(): line for line in dialog.findChildren(QLineEdit)}
        lines["Published"].setText("soon")
        dialog.accept()
        assert dialog.isVisible(), "what is no date is not kept"
        lines["Published"].setText("2024-12-21")
        lines["Outlet"].setText("Cao Bang")
        take = next(b for b in dialog.findChildren(QToolButton) if "“Title”" in b.accessibleName())
        QTest.mouseClick(take, LEFT)
        dialog.accept()

    in_dialog(correct)
    press("I")
    meta = table.queries.article(article).meta
    assert (meta.published.value, meta.publisher.value, meta.title.value) == ("2024-12-21", "Cao Bang", words)
    assert meta.title.end - meta.title.start == len(words)
    shown = [label.text() for label in table.view.reader.page.header.findChildren(QLabel)]
    assert words in shown
    assert any("21 December 2024" in text and "Cao Bang" in text for text in shown)


def test_a_sentence_is_copied_with_where_it_comes_from(table: Table) -> None:
    table.select("001", "record-high FDI")
    press("Ctrl+Shift+C")
    copied = QGuiApplication.clipboard().text()
    title = table.queries.article(table.article("001")).meta.title.value
    assert copied.startswith("“record-high FDI” (")
    assert title in copied
    table.text.put_caret(0)
    table.open("001", table.annotations("001", Kind.FIGURE)[0].id)
    table.text.put_caret(0)
    press("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text().count(" ") > 10


# ------------------------------------------------------------------------------------------------------ notes, tags, history


def test_a_note_is_written_changed_and_deleted_in_place(table: Table) -> None:
    press("N")
    card = table.annotation
    press("M")
    assert isinstance(focused(), QPlainTextEdit)
    type_in("Check **this** <script>alert(1)</script>")
    press("Ctrl+Return")
    notes = table.queries.notes(card.id)
    assert [note.markdown for note in notes] == ["Check **this** <script>alert(1)</script>"]
    shown = [view for view in table.view.extraction.card.findChildren(MarkdownView) if view.isVisible()]
    assert len(shown) == 1
    assert "script" not in shown[0].toHtml().replace("subscript", "")
    assert "Check this" in shown[0].toPlainText()
    change = next(b for b in table.view.extraction.card.findChildren(QToolButton) if b.accessibleName() == "Change the note")
    QTest.mouseClick(change, LEFT)
    press("Ctrl+A")
    type_in("Done")
    press("Ctrl+Return")
    assert [note.markdown for note in table.queries.notes(card.id)] == ["Done"]
    away = next(b for b in table.view.extraction.card.findChildren(QToolButton) if b.accessibleName() == "Delete the note" and b.isVisible())
    QTest.mouseClick(away, LEFT)
    assert table.queries.notes(card.id) == ()


def test_escape_leaves_a_note_and_keeps_its_words(table: Table) -> None:
    press("N")
    press("M")
    type_in("half a thought")
    press("Escape")
    assert focused() is table.text
    assert table.queries.notes(table.annotation.id) == ()
    press("M")
    assert focused().property("plainText") == "half a thought"


def test_cards_tell_how_many_notes_they_have(table: Table) -> None:
    press("N")
    press("M")
    type_in("one")
    press("Ctrl+Return")
    row = next(row for row in table.view.extraction.model.rows() if row.key == table.focus)
    assert row.notes == 1


def test_a_note_on_the_article(table: Table) -> None:
    def write(dialog: QDialog) -> None:
        editor = dialog.findChild(QPlainTextEdit)
        assert editor is not None
        editor.setPlainText("About it all")
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        dialog.reject()

    in_dialog(write)
    press("Shift+M")
    assert [note.markdown for note in table.queries.notes(table.article("001"))] == ["About it all"]


def test_tags_and_notes_of_the_article_stand_in_its_header(table: Table) -> None:
    article = table.article("001")
    table.apply(TagArticle(article, ("investment",)))
    table.apply(WriteNote(article, "one"))
    shown = [label.text() for label in table.view.reader.page.header.findChildren(QLabel)]
    assert any("investment" in text and text.endswith("1 note") for text in shown)


def test_tags_are_ticked_by_typing(table: Table) -> None:
    press("N")
    card = table.focus

    def tick(_dialog: QDialog) -> None:
        type_in("dau tu")
        press("Return")
        press("Ctrl+Return")

    in_dialog(tick)
    press("T")
    assert len(table.card(card).tags) == 1


def test_h_shows_who_did_what_and_hides_it_again(table: Table) -> None:
    table.shell.settings.set_value("advance", value=False)
    press("N")
    press("A")
    press("H")
    panel = table.view.extraction.card.history
    words = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert panel.isVisible()
    assert table.session.person.name in words
    assert "accept suggestion" in words
    press("H")
    assert not panel.isVisible()


# ---------------------------------------------------------------------------------------------------------- from place to place


def test_each_article_is_found_where_it_was_left(table: Table) -> None:
    for _step in range(9):
        press("J")
    focus, top = table.focus, table.text.top_offset()
    table.open("002")
    assert table.focus != focus
    table.open("001")
    assert (table.focus, table.text.top_offset()) == (focus, top)


def test_a_restart_opens_the_article_where_it_was_left(qtbot: QtBot, table: Table) -> None:
    table.open("002")
    for _step in range(7):
        press("J")
    focus, top = table.focus, table.text.top_offset()
    table.open("002")
    qtbot.wait(200)
    table.window.close()
    again = open_table(projects.open_project(table.session.folder), qtbot)
    assert (again.focus, again.text.top_offset()) == (focus, top)


def test_ctrl_down_opens_the_next_article_and_ctrl_up_the_one_before(table: Table) -> None:
    listed = table.view.list.findChild(QListView)
    assert listed is not None
    rows = [row.id for row in table.view.list.rows()]
    table.shell.actions.trigger("article.next")
    QApplication.processEvents()
    assert table.view.list.rows()[listed.currentIndex().row()].id != table.article("001")
    table.open("001")
    if rows.index(table.article("001")):
        press("Ctrl+Up")
        assert table.view.list.rows()[listed.currentIndex().row()].id == rows[rows.index(table.article("001")) - 1]


def test_a_click_in_the_work_list_opens_the_article(table: Table) -> None:
    listed = table.view.list.findChild(QListView)
    assert listed is not None
    other = next(n for n, row in enumerate(table.view.list.rows()) if row.id != table.article("001"))
    QTest.mouseClick(listed.viewport(), LEFT, pos=listed.visualRect(listed.model().index(other, 0)).center())
    QApplication.processEvents()
    assert table.view.title() == (table.view.list.rows()[other].title)


def test_the_window_says_which_article_is_read(table: Table) -> None:
    for number in ("001", "004"):
        article = table.open(number)
        assert table.shell.dispatch.article == article
        assert table.queries.article_titles((article,))[article] in table.window.windowTitle()


def test_the_work_list_counts_what_is_left(qtbot: QtBot, table: Table) -> None:
    def left() -> int:
        row = table.view.list.row(table.article("001"))
        assert row is not None
        return row.open

    before = left()
    press("N")
    press("A")
    qtbot.waitUntil(lambda: left() == before - 1)


def test_two_people_have_places_and_drafts_of_their_own(table: Table) -> None:
    press("N")
    press("J")
    mine = table.focus
    other = next(p.id for p in table.queries.people() if p.id != table.session.person.id)
    me = table.session.person.id
    table.shell.dispatch.switch_person(other)
    QApplication.processEvents()
    press("A")
    table.shell.dispatch.switch_person(me)
    QApplication.processEvents()
    assert table.card(mine).state is State.SUGGESTED
