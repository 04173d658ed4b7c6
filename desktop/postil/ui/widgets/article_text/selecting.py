"""Selecting words: what a drag covers at each granularity, and one step wider."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt

from postil.domain.selector import Span
from postil.ui.widgets.article_text.text_map import TextMap


class Grain(Enum):
    """What a selection snaps to."""

    CHARACTER = 1
    WORD = 2
    SENTENCE = 3


def grain_of(modifiers: Qt.KeyboardModifier) -> Grain:
    """Words by default, characters with Ctrl, sentences with Shift+Alt."""
    if modifiers & Qt.KeyboardModifier.AltModifier and modifiers & Qt.KeyboardModifier.ShiftModifier:
        return Grain.SENTENCE
    return Grain.CHARACTER if modifiers & Qt.KeyboardModifier.ControlModifier else Grain.WORD


def covered(text_map: TextMap, pressed: int, now: int, grain: Grain) -> Span:
    """What a drag from `pressed` to `now` selects."""
    start, end = min(pressed, now), max(pressed, now)
    if grain is Grain.CHARACTER:
        return Span(start, end)
    if grain is Grain.WORD:
        return text_map.snapped(start, end)
    last = text_map.sentence_at(max(start, end - 1))
    return Span(text_map.sentence_at(start).start, last.end)


def wider(text_map: TextMap, span: Span) -> Span:
    """The next wider stretch around `span`: word, sentence, paragraph; `span` itself when there is none."""
    inside = max(span.start, span.end - 1)
    word = text_map.snapped(span.start, max(span.end, min(span.start + 1, len(text_map.text))))
    sentence = Span(text_map.sentence_at(span.start).start, max(text_map.sentence_at(inside).end, span.end))
    paragraph = text_map.paragraph_at(span.start)
    for wide in (word, sentence, paragraph):
        if wide.covers(span) and wide != span and wide.end > wide.start:
            return wide
    return span
