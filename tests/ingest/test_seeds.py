"""The five sample articles: languages, zones, head and date as a person checked them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from postil.base import paths
from postil.ingest.analyse import analyse
from postil.ingest.reader import read_file

SEEDS = sorted(paths.seeds().glob("*.txt"))
CHECKED = ("title", "published", "byline", "photo_credit", "url", "language", "translated_from")


def checked(path: Path) -> dict[str, Any]:
    """The extraction document beside a seed."""
    document: dict[str, Any] = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return document


def test_there_are_five() -> None:
    assert len(SEEDS) == 5


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_zones_are_those_a_person_marked(path: Path) -> None:
    _, zones = analyse(read_file(path).text)
    expected = [(zone["kind"], zone["start"], zone["end"], zone.get("language", "")) for zone in checked(path)["zones"]]
    assert [(zone.kind.value, zone.start, zone.end, zone.language) for zone in zones] == expected


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_the_head_is_what_a_person_checked(path: Path) -> None:
    text = read_file(path).text
    meta, _ = analyse(text)
    article = checked(path)["article"]
    assert {field: getattr(meta, field).value for field in CHECKED} == {field: article.get(field, "") for field in CHECKED}
    for field, span in article.get("found", {}).items():
        found = getattr(meta, field)
        assert [found.start, found.end] == span, field


def test_a_picture_s_address_gives_no_date() -> None:
    text = read_file(SEEDS[0]).text
    assert "/2025/10/31/" in text
    assert analyse(text)[0].published.value == ""
