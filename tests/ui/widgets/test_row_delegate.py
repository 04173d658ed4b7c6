"""Rows painted by hand: the ground says what is selected, the bar stands where the row begins, long words are cut."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from postil.domain.article import ArticleState
from postil.models.rows import ROW_ROLE
from postil.ui.theme import current, fonts, icons, marks
from postil.ui.widgets.row_delegate import Index, RowDelegate, line

WIDTH, HEIGHT = 120, 40
SELECTED, POINTED_AT, PLAIN = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver, QStyle.StateFlag.State_None


class Worded(RowDelegate):
    def paint_row(self, painter: QPainter, box: QRect, row: Any, _index: Index) -> None:
        line(painter, box, row, fonts.FontRole.UI, current.tokens().text)


class Quiet(Worded):
    has_wash = False
    has_rule = False


def picture(delegate: RowDelegate, index: QModelIndex, state: QStyle.StateFlag) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(current.tokens().page))
    option = QStyleOptionViewItem()
    option.rect, option.state = QRect(0, 0, WIDTH, HEIGHT), state
    painter = QPainter(image)
    delegate.paint(painter, option, index)
    painter.end()
    return image


def colours(image: QImage) -> dict[str, str]:
    """The colours at the row's beginning, on its ground, and at its lower edge."""
    places = {"bar": (1, 20), "ground": (WIDTH - 4, 20), "edge": (WIDTH // 2, HEIGHT - 1)}
    return {name: image.pixelColor(x, y).name() for name, (x, y) in places.items()}


@pytest.fixture
def rows(qapp: object) -> QStandardItemModel:
    model = QStandardItemModel(2, 2)
    for column in range(2):
        item = QStandardItem()
        item.setData("word", ROW_ROLE)
        model.setItem(0, column, item)
    return model


def test_a_selected_row_is_washed_and_has_a_bar_where_it_begins(rows: QStandardItemModel) -> None:
    tokens, delegate = current.tokens(), Worded()
    wash = {"ground": tokens.accent_wash, "edge": tokens.line}
    assert colours(picture(delegate, rows.index(0, 0), SELECTED)) == {**wash, "bar": tokens.accent}
    assert colours(picture(delegate, rows.index(0, 1), SELECTED)) == {**wash, "bar": tokens.accent_wash}


def test_the_row_pointed_at_stands_out_less(rows: QStandardItemModel) -> None:
    tokens = current.tokens()
    ground = {"bar": tokens.sunken, "ground": tokens.sunken, "edge": tokens.line}
    assert colours(picture(Worded(), rows.index(0, 0), POINTED_AT)) == ground
    assert colours(picture(Worded(), rows.index(0, 0), PLAIN)) == {"bar": tokens.page, "ground": tokens.page, "edge": tokens.line}


def test_a_quiet_row_has_a_bar_only(rows: QStandardItemModel) -> None:
    tokens = current.tokens()
    assert colours(picture(Quiet(), rows.index(0, 0), SELECTED)) == {"bar": tokens.accent, "ground": tokens.page, "edge": tokens.page}


def test_nothing_is_painted_without_a_row(rows: QStandardItemModel) -> None:
    tokens = current.tokens()
    assert set(colours(picture(Worded(), rows.index(1, 0), SELECTED)).values()) == {tokens.page}


def test_a_line_stays_in_its_box(qapp: object) -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    ground = QColor(current.tokens().page)
    image.fill(ground)
    painter = QPainter(image)
    line(
        painter,
        QRect(10, 0, 60, HEIGHT),
        "a line far too long for its box",
        fonts.FontRole.UI,
        current.tokens().text,
        side=Qt.AlignmentFlag.AlignBottom,
    )
    painter.end()
    dark = [(x, y) for x in range(WIDTH) for y in range(HEIGHT) if image.pixelColor(x, y) != ground]
    assert dark
    assert all(9 <= x <= 70 for x, _y in dark)
    assert min(y for _x, y in dark) > HEIGHT // 2 - 4


def test_every_state_of_an_article_has_an_icon_and_a_colour(qapp: object) -> None:
    assert set(marks.ARTICLE_LOOKS) == set(ArticleState)
    for state in ArticleState:
        icon, ink = marks.article_look(state)
        assert icons.renderer(icon, ink).isValid()
        assert QColor(ink).isValid()
