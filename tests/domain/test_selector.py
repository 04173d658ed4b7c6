"""Spans and evidence: a quote stands at its offsets or is broken."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from postil.domain.selector import CONTEXT, EvidenceState, Role, Span, quote, state_of

texts = st.text(st.sampled_from("aé ệ😀\u00a0\n1"), min_size=1, max_size=60)


@given(texts, st.data())
def test_a_quote_is_the_text_at_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    evidence = quote(text, start, end, Role.VALUE)
    assert evidence.exact == text[start:end]
    assert (evidence.prefix + evidence.exact + evidence.suffix) in text
    assert len(evidence.prefix) <= CONTEXT >= len(evidence.suffix)
    assert state_of(text, evidence) is EvidenceState.OK


@given(texts, texts)
def test_words_that_moved_are_broken_and_never_followed(text: str, inserted: str) -> None:
    evidence = quote(text, 0, len(text), Role.WHOLE)
    changed = inserted + text
    assume(changed[: len(text)] != text)
    assert state_of(changed, evidence) is EvidenceState.BROKEN


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 6)])
def test_nothing_can_be_quoted_outside_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is not inside a text"):
        quote("words", start, end, Role.VALUE)


def test_evidence_past_the_end_is_broken() -> None:
    evidence = dataclasses.replace(quote("words", 0, 5, Role.VALUE), start=10, end=15)
    assert state_of("words", evidence) is EvidenceState.BROKEN


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert Span(0, 3).overlaps(Span(2, 5))
    assert Span(0, 5).covers(Span(0, 5))
    assert not Span(1, 5).covers(Span(0, 5))
    with pytest.raises(ValueError, match="span"):
        Span(3, 2)
