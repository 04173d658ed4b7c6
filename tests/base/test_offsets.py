"""Code points and Qt's UTF-16 positions: both ways, for every text, and agreeing with Qt itself."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from postil.base.offsets import Utf16Map

texts = st.text(st.characters(codec="utf-8") | st.sampled_from("😀🇻🇳ệé\u0323\u0302\u00a0\u202fđ\n"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
@example("A😀 Tiếng Việt")
@example("12\u00a0225 projets 😀😀")
@example("e\u0323\u0302 ệ")
@example("")
def test_every_offset_agrees_with_utf16(text: str) -> None:
    converter = Utf16Map(text)
    for offset in range(len(text) + 1):
        assert converter.to_utf16(offset) == units(text[:offset])
        assert converter.to_code_point(converter.to_utf16(offset)) == offset


def test_a_position_inside_a_pair_means_its_start() -> None:
    converter = Utf16Map("a😀b😀")
    assert [converter.to_code_point(position) for position in range(7)] == [0, 1, 1, 2, 3, 3, 4]


@pytest.mark.parametrize("text", ["A😀 Tiếng Việt", "près\u00a0de 60 😀 activités", "e\u0323\u0302😀"])
def test_a_text_cursor_selects_the_same_words(text: str, qapp: object) -> None:
    from PySide6.QtGui import QTextCursor, QTextDocument

    document = QTextDocument()
    document.setPlainText(text)
    converter = Utf16Map(text)
    for start in range(len(text)):
        cursor = QTextCursor(document)
        cursor.setPosition(converter.to_utf16(start))
        cursor.setPosition(converter.to_utf16(len(text)), QTextCursor.MoveMode.KeepAnchor)
        assert len(cursor.selectedText()) == len(text) - start
