"""How many of the events of small articles are found: precision and recall per language must not fall below a floor."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from postil.domain.annotation import Suggestion
from postil.domain.event import Event, EventType
from postil.domain.selector import Role
from tests.suggest.event_reading import suggestions

ARTICLES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("event_articles.toml").read_text("utf-8"))["article"]
FLOOR = 0.85
"""F1 that every language reaches, with the right type."""


def tells(found: Suggestion, article: dict[str, Any], event: dict[str, str]) -> bool:
    """Is it of the type, and does one of its mentions hold the words?"""
    at = article["text"].index(event["words"])
    mentions = [item for item in found.evidence if item.role in (Role.TRIGGER, Role.WHOLE)]
    is_type = isinstance(found.body, Event) and found.body.type.value == event["type"]
    return is_type and any(item.start <= at + len(event["words"]) and at <= item.end for item in mentions)


def found_of(article: dict[str, Any]) -> tuple[int, int]:
    """How many of the expected events are found, and how many are suggested."""
    left = suggestions(article["text"], article["language"], article["published"])
    count, hits = len(left), 0
    for event in article["events"]:
        match = next((found for found in left if tells(found, article, event)), None)
        if match:
            left.remove(match)
            hits += 1
    return hits, count


@pytest.mark.parametrize("language", ["en", "fr", "vi"])
def test_most_events_are_found_and_few_others(language: str) -> None:
    articles = [article for article in ARTICLES if article["language"] == language]
    counts = [found_of(article) for article in articles]
    hits, suggested = sum(hit for hit, _ in counts), sum(count for _, count in counts)
    expected = sum(len(article["events"]) for article in articles)
    assert expected > 25
    assert 2 * hits / (suggested + expected) >= FLOOR, f"{hits} of {expected} found, {suggested} suggested"


def test_every_expected_event_can_be_one() -> None:
    for article in ARTICLES:
        for event in article["events"]:
            assert EventType(event["type"])
            assert event["words"] in article["text"]
