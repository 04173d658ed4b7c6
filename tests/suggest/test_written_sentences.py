"""Sentences of `sentences/<language>.toml`, written before any rule was tried on them: all that is to be found in each, and nothing else.

A sentence is read as an article of one line, published on the day at the head of its file. Its rows are in reading order;
what is left out is expected not to be there:

    figures     "value unit [qualifier] [status] [period]"      "30..35 hectare", "50 count about 2023", "8 percent target 2025"
    events      "type [start]"                                  "visit 2024-10-14"
    commitments "kind [due]"                                    "pledge 2035"

A counted thing has the unit `count`; `a|b` allows both, `*` any period, start or due, where the sentence leaves it open.
`open` names kinds on which readers may differ; they are not compared. `known` says of a kind why it does not hold yet:
the test then asserts that it still does not, so that whoever mends it strikes the remark.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from postil.domain.annotation import Suggestion
from postil.domain.commitment import Commitment, CommitmentKind
from postil.domain.event import Event, EventType
from postil.domain.figure import Figure, Qualifier, Status
from postil.suggest.doc import Source
from postil.suggest.engine import suggest

FOLDER: Final = Path(__file__).with_name("sentences")
LANGUAGES: Final = ("en", "fr", "vi")
KINDS: Final = ("figures", "events", "commitments")
_BODIES: Final = {"figures": Figure, "events": Event, "commitments": Commitment}
_FIRST: Final = {"events": EventType, "commitments": CommitmentKind}


@cache
def _file(language: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))


@cache
def _found(language: str, text: str) -> tuple[Suggestion, ...]:
    return suggest(Source(text, language, published=_file(language)["published"]))


def told(language: str, text: str, kind: str) -> list[str]:
    """The suggestions of one kind, written as the rows of the files are."""
    return [_row(item.body) for item in _found(language, text) if isinstance(item.body, _BODIES[kind])]


def _row(body: Figure | Event | Commitment) -> str:
    if isinstance(body, Event):
        return f"{body.type.value} {body.start}".rstrip()
    if isinstance(body, Commitment):
        return f"{body.kind.value} {body.due}".rstrip()
    value = f"{body.value.normalize():f}" if body.value is not None else f"{_plain(body.minimum)}..{_plain(body.maximum)}"
    return f"{value} {body.unit} {body.qualifier.value} {body.status.value} {body.period}".rstrip()


def _plain(value: Decimal | None) -> str:
    return f"{value.normalize():f}" if value is not None else ""


def fits(kind: str, rows: list[str], found: list[str]) -> bool:
    """Are there as many as expected, and is each what its row says?"""
    one = _is_figure if kind == "figures" else _is_dated
    return len(rows) == len(found) and all(one(row, text) for row, text in zip(rows, found, strict=True))


def _is_dated(row: str, found: str) -> bool:
    """An event or commitment: its type or kind, and its start or due."""
    (first, when), (wanted, start) = ((*text.split(" "), "")[:2] for text in (found, row))
    return first in wanted.split("|") and start in ("*", when)


def _is_figure(row: str, found: str) -> bool:
    value, unit, qualifier, status, period = (*found.split(" "), "")[:5]
    wanted_value, wanted_unit, *rest = row.split(" ")
    hedges = [word for word in rest if word in set(Qualifier)] or ["exact"]
    states = [word for word in rest if word.split("|")[0] in set(Status)] or ["actual"]
    when = [word for word in rest if word not in hedges + states] or [""]
    is_value = [Decimal(v) for v in wanted_value.split("..")] == [Decimal(v) for v in value.split("..")]
    return is_value and unit == wanted_unit and qualifier in hedges and status in states[0].split("|") and when[0] in ("*", period)


def _cases() -> Iterator[Any]:
    for language in LANGUAGES:
        for place, sentence in enumerate(_file(language)["sentence"]):
            for kind in KINDS:
                if kind not in sentence.get("open", ()):
                    yield pytest.param(language, sentence, kind, id=f"{language}-{place + 1}-{kind}")


@pytest.mark.parametrize(("language", "sentence", "kind"), list(_cases()))
def test_a_sentence_is_read_as_written_down(language: str, sentence: dict[str, Any], kind: str) -> None:
    rows, found = sentence.get(kind, []), told(language, sentence["text"], kind)
    if kind in sentence.get("known", {}):
        assert not fits(kind, rows, found), f"this holds now; strike the remark: {sentence['text']}"
    else:
        assert fits(kind, rows, found), f"{sentence['text']}\nexpected {rows}\nfound    {found}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_many_sentences_and_each_row_can_be_true(language: str) -> None:
    sentences = _file(language)["sentence"]
    assert len({sentence["text"] for sentence in sentences}) == len(sentences) >= 60
    for sentence in sentences:
        assert set(sentence) <= {"text", "open", "known", *KINDS}, sentence["text"]
        assert set(sentence.get("known", {})) <= set(KINDS) - set(sentence.get("open", ())), sentence["text"]
        assert all(word in set(_FIRST[kind]) for kind in _FIRST for row in sentence.get(kind, ()) for word in row.split(" ")[0].split("|"))
