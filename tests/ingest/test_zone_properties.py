"""What holds for every text: zones lie inside it, apart from each other, and do not hang on spelling or blank lines."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.base import paths
from postil.domain.zone import READ_KINDS, Zone, ZoneKind, kind_at
from postil.ingest.analyse import analyse
from postil.ingest.reader import read_pasted
from tests.ingest.pages import Page, pages

TEXTS = [pytest.param(path.read_text("utf-8"), id=path.name[:3]) for path in sorted(paths.seeds().glob("*.txt"))]
PAGES = [page for language in ("en", "fr", "vi") for page in pages(language)]
LINES = sorted({line for page in PAGES for line in page.text.split("\n")})


def quotes(text: str, zones: tuple[Zone, ...]) -> list[tuple[str, list[str]]]:
    """Kind and lines of each zone, without blank lines."""
    return [(zone.kind.value, [line for line in text[zone.start : zone.end].split("\n") if line.strip()]) for zone in zones]


def assert_sound(text: str) -> None:
    """Zones are sorted, apart, inside the text, begin and end with a sign; meta's spans lie inside too."""
    meta, zones = analyse(text)
    at = 0
    for zone in zones:
        assert at <= zone.start < zone.end <= len(text)
        assert text[zone.start : zone.end].strip() == text[zone.start : zone.end] != ""
        at = zone.end
    for name in ("title", "published", "byline", "photo_credit", "publisher", "url"):
        found = getattr(meta, name)
        assert 0 <= found.start <= found.end <= len(text)
        if found.value and name != "published":
            assert text[found.start : found.end] == found.value
    assert analyse(text) == (meta, zones)


@given(st.text(max_size=400))
def test_any_text_is_analysed(text: str) -> None:
    assert_sound(text)


@given(st.lists(st.sampled_from(LINES), max_size=25))
def test_any_mixture_of_lines_is_analysed(lines: list[str]) -> None:
    assert_sound("\n".join(lines))


@given(st.text(alphabet="ab .,:;!?-–#*>|[](){}<>/\\\"'«»&@=_~0129\n\t\u00a0\u200b©✕📅Đđếé", max_size=200))
def test_any_signs_are_analysed(text: str) -> None:
    assert_sound(text)


@pytest.mark.parametrize("text", TEXTS)
def test_line_ends_and_composition_do_not_matter(text: str) -> None:
    for variant in (text.replace("\n", "\r\n"), text.replace("\n", "\r"), unicodedata.normalize("NFD", text)):
        draft = read_pasted(variant, "variant")
        assert draft.text == text
        assert analyse(draft.text) == analyse(text)


@pytest.mark.parametrize("text", TEXTS)
def test_doubled_blank_lines_do_not_matter(text: str) -> None:
    _, zones = analyse(text)
    doubled = text.replace("\n\n", "\n\n\n\n")
    assert quotes(doubled, analyse(doubled)[1]) == quotes(text, zones)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_doubled_blank_lines_do_not_matter_on_pages(page: Page) -> None:
    doubled = page.text.replace("\n\n", "\n\n\n")
    assert quotes(doubled, analyse(doubled)[1]) == quotes(page.text, analyse(page.text)[1])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_curly_quotes_and_hard_spaces_do_not_matter(page: Page) -> None:
    changed = page.text.replace("'", "’").replace(" :", "\u00a0:").replace(" »", "\u00a0»")
    found = [(kind, [line.replace("\u00a0", " ").replace("’", "'") for line in lines]) for kind, lines in quotes(changed, analyse(changed)[1])]
    assert found == [(kind, [line.replace("’", "'") for line in lines]) for kind, lines in quotes(page.text, analyse(page.text)[1])]


def clean(text: str) -> list[str]:
    """The title and body lines of a sample article alone."""
    _, zones = analyse(text)
    kept = [sign if sign == "\n" or kind_at(zones, offset) in READ_KINDS else "" for offset, sign in enumerate(text)]
    return [line for line in "".join(kept).split("\n") if line.strip()]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [60, 72, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_text_broken_at_a_width_is_still_all_text(text: str, width: int, between: str) -> None:
    broken = between.join("\n".join(textwrap.wrap(line, width, break_long_words=False)) for line in clean(text))
    assert [zone.kind for zone in analyse(broken)[1] if zone.kind is not ZoneKind.TITLE] == []


@pytest.mark.parametrize("text", TEXTS)
def test_an_article_on_one_line_is_all_text(text: str) -> None:
    assert analyse(" ".join(clean(text)))[1] == ()


@pytest.mark.parametrize(
    "text",
    ["x" * 100_000, "[" * 20_000, "![a](" * 10_000, "---\n" * 3_000, "\n" * 20_000, "24/08/2025 " * 5_000, "a:\n" * 5_000, "(" * 20_000 + "A) -"],
    ids=["word", "brackets", "pictures", "rules", "blank", "dates", "keys", "parentheses"],
)
def test_long_and_odd_texts_are_analysed(text: str) -> None:
    assert_sound(text)
