"""The card of a suggestion names the lexicon entries behind it: they stand in the file and line it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.base import paths
from postil.domain.annotation import Suggestion
from postil.suggest.doc import Source
from postil.suggest.engine import suggest

TEXTS = {
    "en": "The minister visited Hanoi on 3 May 2024. Exports rose to nearly US$31.4 billion. The government pledged to build 200 schools by 2030.",
    "fr": "Le ministre a visité Hanoï le 3 mai 2024. Près de 60 activités ont eu lieu. Le gouvernement s'engage à construire 200 écoles d'ici 2030.",
    "vi": "Ngày 3/5/2024, Thủ tướng chủ trì hội nghị tại Hà Nội. Gần 60 hoạt động đã diễn ra. Chính phủ cam kết xây dựng 200 trường học.",
}


def found(language: str) -> tuple[Suggestion, ...]:
    return suggest(Source(TEXTS[language], language))


@pytest.mark.parametrize("language", TEXTS)
def test_every_kind_names_its_entries(language: str) -> None:
    told = {item.kind for item in found(language) if item.entries}
    assert len(told) == 3


@pytest.mark.parametrize("language", TEXTS)
def test_the_entries_stand_where_it_says(language: str) -> None:
    for item in found(language):
        for entry in item.entries:
            place, _space, _words = entry.partition(" ")
            name, _colon, line = place.partition(":")
            lines = paths.resources("lexicon", *name.split("/")).read_text("utf-8").splitlines()
            assert lines[int(line) - 1].strip(), entry


def test_a_project_own_entry_is_named_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "own.toml").write_text('# ours\n[[event_noun]]\nforms = ["powwow"]\nvalue = "conference"\n', "utf-8")
    text = "The Geneva powwow was held in Geneva on 3 May 2024."
    assert not [item for item in suggest(Source(text, "en")) if any("powwow" in entry for entry in item.entries)]
    (event,) = [item for item in suggest(Source(text, "en"), tmp_path) if item.kind == "event"]
    assert event.entries == ("en/own.toml:2 powwow",)
