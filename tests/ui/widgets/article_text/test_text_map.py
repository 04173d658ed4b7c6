"""Offsets, words and sentences of texts that hold more than letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from postil.domain.selector import Span
from postil.ui.widgets.article_text.selecting import Grain, covered, wider
from postil.ui.widgets.article_text.text_map import TextMap

ODD = st.text(st.sampled_from("aé ệ😀👩‍🚀e\u0301\u00a0\u202f\n\r\u2028\u2029\ufffc\ufdd0\ufdd1\x00\t𝟚đ."), max_size=60)


@given(ODD)
def test_the_document_counts_as_the_map_does(qapp: object, text: str) -> None:
    text_map = TextMap(text)
    document = QTextDocument()
    document.setPlainText(text_map.twin)
    assert document.characterCount() - 1 == text_map.position(len(text)) == len(text.encode("utf-16-le")) // 2


@given(ODD)
def test_every_offset_comes_back(text: str) -> None:
    text_map = TextMap(text)
    assert [text_map.offset(text_map.position(offset)) for offset in range(len(text) + 1)] == list(range(len(text) + 1))


@given(ODD)
def test_paragraphs_of_the_map_are_blocks_of_the_document(qapp: object, text: str) -> None:
    text_map = TextMap(text)
    document = QTextDocument()
    document.setPlainText(text_map.twin)
    for offset in range(len(text) + 1):
        block = document.findBlock(text_map.position(offset))
        assert block.blockNumber() == text_map.paragraph_number(offset)
        assert text_map.position(text_map.paragraph(block.blockNumber()).start) == block.position()


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("exports hit US$31.4bn in 2024", 14, "$31.4bn"),
        ("hausse de 12,5% en mai", 11, "12,5%"),
        ("1\u00a0234,5 tonnes", 0, "1\u00a0234,5"),
        ("Cooperation Nord-Est accrue", 15, "Nord-Est"),
        ("à l'étranger, hier", 5, "étranger"),
        ("tiếng Vie\u0323\u0302t nam", 7, "Vie\u0323\u0302t"),
        ("a , b", 2, ","),
        ("a  b", 1, ""),
    ],
)
def test_the_word_at_an_offset(text: str, at: int, word: str) -> None:
    span = TextMap(text).word_at(at)
    assert text[span.start : span.end] == word


def test_sentences_end_at_stops_but_not_after_titles() -> None:
    text = "M. Pham a signé. Le Dr. Son a parlé ! « Plus de 170 accords. » Fin\nAutre ligne."
    text_map = TextMap(text)
    said = {text[s.start : s.end] for s in map(text_map.sentence_at, range(len(text)))}
    assert said >= {"M. Pham a signé.", "Le Dr. Son a parlé !", "Autre ligne."}


def test_a_drag_covers_words_characters_or_sentences() -> None:
    text = "Près de 60 activités. Plus de 170 accords signés."
    text_map = TextMap(text)
    cut = {grain: covered(text_map, 9, 13, grain) for grain in Grain}
    assert [text[s.start : s.end] for s in cut.values()] == ["0 ac", "60 activités", "Près de 60 activités."]
    assert covered(text_map, 13, 9, Grain.WORD) == cut[Grain.WORD]


def test_widening_goes_from_word_to_sentence_to_paragraph_and_stops() -> None:
    text = "Un mot ici. Deux mots là.\nFin"
    text_map = TextMap(text)
    span, seen = Span(4, 4), []
    for _step in range(5):
        span = wider(text_map, span)
        seen.append(text[span.start : span.end])
    assert seen == ["mot", "Un mot ici.", "Un mot ici. Deux mots là.", "Un mot ici. Deux mots là.", "Un mot ici. Deux mots là."]


def test_an_edge_steps_by_words_and_by_characters_people_see() -> None:
    text = "gần 60 ngườ\u0302i"
    text_map = TextMap(text)
    assert text_map.step(4, 1, is_word=True) == 6
    assert text_map.step(6, -1, is_word=True) == 4
    assert text_map.step(10, 1, is_word=False) == 12
    assert text_map.step(0, -1, is_word=False) == 0
    assert text_map.step(len(text), 1, is_word=True) == len(text)


def test_paragraph_numbers_at_the_ends(qtbot: QtBot) -> None:
    text_map = TextMap("a\n\nb")
    assert [text_map.paragraph_number(o) for o in range(4)] == [0, 0, 1, 2]
    assert [text_map.is_blank(n) for n in range(3)] == [False, True, False]
