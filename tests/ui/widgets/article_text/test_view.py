"""The page through the front door: keys, mouse and what is copied."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from postil.domain.annotation import Kind, State
from postil.domain.selector import Role, Span
from postil.domain.zone import Zone, ZoneKind
from postil.ui.widgets.article_text.marks import Mark, Part
from postil.ui.widgets.article_text.page import ABOVE, BELOW
from postil.ui.widgets.article_text.view import ArticleText

LEFT = Qt.MouseButton.LeftButton
TITLE = "Ngoại giao kinh tế 😀"
FIRST = "En 2024, près de 60 activités de politique étrangère ont mis l'accent sur le volet économique. Plus de 170\u00a0accords ont été signés."
FILLER = "Les moteurs de croissance traditionnels ont été dynamisés par le renforcement de la coopération avec les partenaires. " * 3
IMAGE = "![[Photo] Da Nang : l'eau se retire](https://example.org/a.webp)"
TEXT = "\n".join([TITLE, FIRST, *[FILLER] * 12, "", "", "", IMAGE, IMAGE, "", "Fin 👩‍🚀 de l'article 7."])
ZONES = (Zone(ZoneKind.TITLE, 0, len(TITLE)), Zone(ZoneKind.IMAGE, TEXT.index(IMAGE), TEXT.rindex(IMAGE) + len(IMAGE)))


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mark(name: str, words: str, kind: Kind = Kind.FIGURE) -> Mark:
    span = span_of(words)
    return Mark(name, span.start, span.end, kind, State.SUGGESTED)


@pytest.fixture
def page(qtbot: QtBot) -> ArticleText:
    made = ArticleText()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.show_text(TEXT, ZONES)
    made.show_marks([mark("sixty", "60"), mark("clause", "près de 60 activités de politique étrangère", Kind.COMMITMENT), mark("end", "article 7")])
    qtbot.waitExposed(made)
    return made


def point_of(page: ArticleText, words: str, *, at_end: bool = False) -> QPoint:
    """A point of the viewport over the first (last) character of `words`."""
    span = span_of(words)
    page.put_caret(span.end if at_end else span.start)
    box = page.cursorRect()
    return QPoint(box.left() + (-2 if at_end else 3), box.center().y())


def selected(page: ArticleText) -> str:
    span = page.selection()
    return TEXT[span.start : span.end] if span else ""


def drag(page: ArticleText, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    page.put_caret(0)
    QTest.mousePress(page.viewport(), LEFT, pos=start)
    for point in (QPoint((start.x() + end.x()) // 2, end.y()), end):
        move(page, point, modifier)
    QTest.mouseRelease(page.viewport(), LEFT, modifier, pos=end)


def move(page: ArticleText, point: QPoint, modifier: Qt.KeyboardModifier) -> None:
    where = QPointF(point)
    event = QMouseEvent(QEvent.Type.MouseMove, where, page.viewport().mapToGlobal(where), LEFT, LEFT, modifier)
    QApplication.sendEvent(page.viewport(), event)


def test_a_drag_snaps_to_words(page: ArticleText) -> None:
    drag(page, point_of(page, "ès de 60"), point_of(page, "ctivités"))
    assert selected(page) == "près de 60 activités"


def test_a_drag_with_ctrl_takes_characters(page: ArticleText) -> None:
    drag(page, point_of(page, "ès de 60"), point_of(page, "vités de"), Qt.KeyboardModifier.ControlModifier)
    assert selected(page) == "ès de 60 acti"


def test_a_drag_with_shift_and_alt_takes_sentences(page: ArticleText) -> None:
    drag(page, point_of(page, "170"), point_of(page, "accords"), Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier)
    assert selected(page) == "Plus de 170\u00a0accords ont été signés."


def test_what_is_copied_is_the_article_itself(page: ArticleText) -> None:
    page.select(span_of("170\u00a0accords"))
    QTest.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "170\u00a0accords"


def test_keys_select_and_widen(page: ArticleText) -> None:
    page.put_caret(span_of("60").start)
    QTest.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert selected(page) == "6"
    both = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(page, Qt.Key.Key_Up, both)
    assert selected(page) == "60"
    QTest.keyClick(page, Qt.Key.Key_Up, both)
    assert selected(page) == FIRST.split(". ", maxsplit=1)[0] + "."
    QTest.keyClick(page, Qt.Key.Key_Down, both)
    assert selected(page) == "En"


def test_letters_change_nothing_and_pass_on(page: ArticleText) -> None:
    before = page.document().toPlainText()
    QTest.keyClicks(page, "axjk")
    QTest.keyClick(page, Qt.Key.Key_Delete)
    assert page.document().toPlainText() == before


def test_offsets_after_an_emoji_are_code_points(page: ArticleText) -> None:
    page.select(span_of("Fin 👩‍🚀 de l'article 7."))
    assert page.selection() == span_of("Fin 👩‍🚀 de l'article 7.")
    assert page.textCursor().position() == len(TEXT.encode("utf-16-le")) // 2


def test_a_click_chooses_the_innermost_mark_and_then_the_one_around_it(page: ArticleText) -> None:
    chosen: list[str] = []
    page.mark_chosen.connect(chosen.append)
    where = point_of(page, "60")
    QTest.mouseClick(page.viewport(), LEFT, pos=where)
    page.light(focus="sixty")
    QTest.mouseClick(page.viewport(), LEFT, pos=where)
    assert chosen == ["sixty", "clause"]


def test_a_click_on_a_margin_glyph_chooses(page: ArticleText) -> None:
    chosen: list[str] = []
    page.mark_chosen.connect(chosen.append)
    block, top = next((b, t) for b, t in page.visible_blocks() if b.blockNumber() == 1)
    boxes = page.painter.glyph_boxes(block)
    assert {name for _box, name in boxes} == {"sixty", "clause"}
    for box, _name in boxes:
        QTest.mouseClick(page.viewport(), LEFT, pos=QPoint(round(box.center().x()), round(box.center().y() + top)))
    assert chosen == [name for _box, name in boxes]


def test_pointing_at_a_mark_is_told_once(page: ArticleText) -> None:
    told: list[str] = []
    page.mark_hovered.connect(told.append)
    for words in ("60", "60", "signés"):
        QTest.mouseMove(page.viewport(), point_of(page, words))
        page._hover(QPointF(point_of(page, words)))
    assert told == ["sixty", ""]


def test_an_image_is_folded_at_first_and_unfolds_by_a_click_on_its_bar(page: ArticleText) -> None:
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    bar = page.zones.bars()[0]
    second = page.document().findBlockByNumber(bar.last)
    assert bar.is_folded
    assert not second.isVisible()
    top = page.line_tops([bar.zone.start])[0]
    name, _restore = page.painter.bar_boxes()
    QTest.mouseClick(page.viewport(), LEFT, pos=QPoint(round(name.left() + 20), round(top + 8)))
    assert not page.zones.bars()[0].is_folded
    assert second.isVisible()


def test_the_words_at_the_end_of_a_bar_give_the_zone_back(page: ArticleText) -> None:
    wanted: list[Zone] = []
    page.restore_requested.connect(wanted.append)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    top = page.line_tops([ZONES[1].start])[0]
    _name, restore = page.painter.bar_boxes()
    QTest.mouseClick(page.viewport(), LEFT, pos=QPoint(round(restore.center().x()), round(top + 8)))
    assert wanted == [ZONES[1]]
    page.show_zones(ZONES[:1])
    assert page.zones.bars() == ()
    assert page.document().findBlock(page.text_map.position(ZONES[1].start)).isVisible()


def test_blank_lines_in_a_row_take_the_room_of_one(page: ArticleText) -> None:
    blanks = [n for n in range(page.document().blockCount()) if page.text_map.is_blank(n)]
    assert len(blanks) == 4
    assert [page.document().findBlockByNumber(n).isVisible() for n in blanks] == [True, False, False, False]


def test_showing_a_span_moves_the_page_only_when_it_must(page: ArticleText) -> None:
    page.reveal(span_of("60"))
    assert page.verticalScrollBar().value() == 0
    page.reveal(span_of("article 7"))
    top = page.line_tops([span_of("article 7").start])[0]
    assert 0 <= top < page.viewport().height()
    settled = page.verticalScrollBar().value()
    page.reveal(span_of("article 7"))
    assert page.verticalScrollBar().value() == settled
    page.reveal(span_of("60"))
    assert 0 <= page.line_tops([span_of("60").start])[0] < page.viewport().height() / 2


def test_showing_words_of_a_folded_zone_unfolds_it(page: ArticleText) -> None:
    page.reveal(Span(ZONES[1].end - 5, ZONES[1].end))
    assert not page.zones.bars()[0].is_folded
    assert 0 <= page.line_tops([ZONES[1].end - 5])[0] < page.viewport().height()


def test_lines_off_the_page_are_above_or_below(page: ArticleText) -> None:
    assert page.line_tops([len(TEXT) - 1]) == [BELOW]
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert page.line_tops([0]) == [ABOVE]


@pytest.mark.parametrize("width", [420, 700, 1400])
def test_a_line_holds_no_more_than_a_book_does(page: ArticleText, width: int) -> None:
    page.resize(width, 500)
    block = page.document().findBlockByNumber(2)
    page.blockBoundingRect(block)
    lengths = [block.layout().lineAt(n).textLength() for n in range(block.layout().lineCount() - 1)]
    assert max(lengths) <= 78
    if width >= 700:
        assert min(lengths) >= 52


def test_zoom_and_width_keep_the_first_line(page: ArticleText) -> None:
    page.show_at_top(span_of(FILLER).start + len(FILLER) * 3)
    top = page.top_offset()
    for zoom, width in ((140, 700), (140, 520), (100, 520), (100, 700)):
        page.set_zoom(zoom)
        page.resize(width, 500)
        assert page.text_map.paragraph_number(page.top_offset()) == page.text_map.paragraph_number(top)


def test_the_menu_by_key_is_over_the_caret(page: ArticleText) -> None:
    asked: list[int] = []
    page.menu_requested.connect(lambda _where, offset: asked.append(offset))
    page.put_caret(span_of("60").start)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0), Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page.viewport(), event)
    assert asked == [span_of("60").start]


def test_focus_and_parts_are_painted(page: ArticleText) -> None:
    plain = page.grab().toImage()
    page.light(focus="sixty", parts=(Part(*_ends("2024"), Role.PERIOD),))
    focused = page.grab().toImage()
    page.light(hover="end", focus="", parts=())
    assert plain != focused
    assert page.grab().toImage() == plain  # what is hovered is off the page


def _ends(words: str) -> tuple[int, int]:
    return span_of(words).start, span_of(words).end


def test_every_mark_state_is_painted_differently(page: ArticleText) -> None:
    pictures = []
    for state, is_broken in [*((state, False) for state in State), (State.DRAFT, True)]:
        span = span_of("60")
        page.show_marks([Mark("a", span.start, span.end, Kind.FIGURE, state, is_broken)])
        pictures.append(page.grab().toImage())
    assert all(a != b for a, b in itertools.combinations(pictures, 2))


def test_a_megabyte_with_5000_marks_lays_out_only_what_is_seen(qtbot: QtBot) -> None:
    text = "\n".join(f"Paragraphe {n} : {FILLER[:180]}" for n in range(5000))
    assert len(text) > 900_000
    made = ArticleText()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.show_text(text)
    made.show_marks([Mark(str(n), n * 190 + 11, n * 190 + 14, Kind.FIGURE, State.SUGGESTED) for n in range(5000)])
    made.grab()
    made.reveal(Span(len(text) - 20, len(text) - 10))
    made.grab()
    laid_out = sum(1 for n in range(5000) if made.document().findBlockByNumber(n).layout().lineCount())
    assert 0 < laid_out < 120
    assert len(made.painter._pictures) < 120
