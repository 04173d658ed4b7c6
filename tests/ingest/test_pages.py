"""Every line of the hand-written pages gets its zone, in three languages."""

from __future__ import annotations

import pytest

from postil.domain.zone import ZoneKind
from postil.ingest.analyse import analyse
from postil.ingest.languages import languages
from postil.ingest.zones import decisions
from tests.ingest.pages import Page, pages

PAGES = [page for language in ("en", "fr", "vi") for page in pages(language)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_line_gets_its_zone(page: Page) -> None:
    meta, zones = analyse(page.text)
    assert meta.language.value == page.language
    found = [(page.text[zone.start : zone.end], zone.kind) for zone in zones]
    assert found == _joined(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_line_has_a_reason(page: Page) -> None:
    found = decisions(page.text, languages(page.text))
    assert "\n".join(page.text[choice.start : choice.end] for choice in found).split("\n") == [quote for quote, _ in page.parts]
    assert all(choice.reason for choice in found)


def test_there_are_pages_enough_of_each_language() -> None:
    assert all(len(pages(language)) >= 25 for language in ("en", "fr", "vi"))


def _joined(page: Page) -> list[tuple[str, ZoneKind]]:
    """Runs of one kind and language as one quotation; body or another kind ends a run."""
    joined: list[tuple[int, int, ZoneKind, str]] = []
    lines = {(choice.start, choice.end): choice.language for choice in decisions(page.text, languages(page.text))}
    at, before = 0, ZoneKind.BODY
    for quote, kind in page.parts:
        start = page.text.index(quote, at)
        at = start + len(quote)
        language = lines.get((start, at), "")
        if kind is before and joined and joined[-1][2:] == (kind, language):
            joined[-1] = (joined[-1][0], at, kind, language)
        elif kind is not ZoneKind.BODY:
            joined.append((start, at, kind, language))
        before = kind
    return [(page.text[start:end], kind) for start, end, kind, _ in joined]
