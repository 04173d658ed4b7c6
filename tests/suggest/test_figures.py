"""Figures as suggestions: evidence, links between them, what must not change them, and the seeds."""

from __future__ import annotations

import json
import unicodedata
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.base import paths
from postil.domain.annotation import Kind, Suggestion
from postil.domain.figure import Direction, Figure, Status
from postil.domain.selector import EvidenceState, Role, state_of
from postil.domain.zone import Zone, ZoneKind
from postil.suggest.doc import Source
from postil.suggest.engine import suggest
from tests.suggest.figure_reading import figures, suggestions, told

SEEDS = sorted(paths.seeds().glob("*.json"))
TEXTS = [
    (
        "en",
        "All 15 targets were met in 2024, including about 7% GDP growth, an 11-month FDI increase of 12.4% to US$31.4 billion.",
    ),
    (
        "fr",
        "Le total s'élève à 12 225 projets, avec un capital de près de 164,15 milliards USD, soit une hausse de 96,4 % par rapport à 2016-2020.",
    ),
    ("vi", "Năm 2023, trao đổi thương mại đạt 95,8 triệu USD, giảm 14% so với năm 2022; gần 60 hoạt động đã diễn ra."),
]


def body(found: Suggestion) -> Figure:
    assert isinstance(found.body, Figure)
    return found.body


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_evidence_quotes_the_text_and_begins_with_the_number(language: str, text: str) -> None:
    found = suggestions(text, language)
    assert [one.key for one in found] == [f"f{place}" for place in range(len(found))]
    for one in found:
        assert one.kind is Kind.FIGURE
        assert one.rule.startswith("figure.")
        assert 0 < one.confidence <= 1000
        assert one.evidence[0].role is Role.VALUE
        assert one.evidence[0].exact == body(one).number_as_written
        assert all(state_of(text, piece) is EvidenceState.OK for piece in one.evidence)
    assert all(a.evidence[0].end <= b.evidence[0].start for a, b in pairwise(found))


def test_roles_of_the_evidence() -> None:
    (one,) = suggestions("Selon le ministère, près de 60 activités ont eu lieu en 2024.", "fr")
    assert {piece.role: piece.exact for piece in one.evidence} == {
        Role.VALUE: "60",
        Role.HEDGE: "près de",
        Role.COUNTED: "activités",
        Role.PERIOD: "2024",
        Role.INDICATOR: "activités",
        Role.ATTRIBUTION: "le ministère",
    }
    assert body(one).attributed_to == "le ministère"


def test_a_change_and_the_level_it_led_to_belong_together() -> None:
    change, level = figures("There was an 11-month FDI increase of 12.4% to US$31.4 billion.", "en")
    assert (change.status, change.direction, change.relates_to) == (Status.CHANGE, Direction.UP, "f1")
    assert (level.status, level.value) == (Status.ACTUAL, Decimal(31_400_000_000))
    assert change.indicator == level.indicator == "fdi_registered_capital"
    assert change.period == level.period != ""


def test_a_change_has_a_baseline_and_takes_the_period_of_its_level() -> None:
    level, change = figures("En 2023, le capital social était de 164 milliards USD, soit une hausse de 96,4 % par rapport à 2020.", "fr")
    assert (change.relates_to, change.baseline, change.period) == ("f0", "2020", "2023")
    assert level.baseline == ""


def test_a_decrease_keeps_its_value_positive() -> None:
    (one,) = figures("Sales were -3.2% in 2023.", "en")
    assert (one.value, one.status, one.direction) == (Decimal("3.2"), Status.CHANGE, Direction.DOWN)


def test_growth_that_is_the_indicator_itself_is_no_change() -> None:
    first, second = figures("GDP growth was about 7% in 2024; the goal of 8% economic growth in 2025 stands.", "en")
    assert (first.indicator, first.status, first.period) == ("gdp_growth", Status.ACTUAL, "2024")
    assert (second.indicator, second.status, second.period) == ("gdp_growth", Status.TARGET, "2025")


def test_the_noun_target_does_not_make_a_target() -> None:
    (one,) = figures("All 15 targets were met in 2024.", "en")
    assert (one.status, one.counted) == (Status.ACTUAL, "target")


def test_a_conversion_says_the_same_in_another_currency() -> None:
    first, second, third = figures("The move should boost revenue by 65bn Sri Lankan rupees ($181m; £144m).", "en")
    assert [one.unit for one in (first, second, third)] == ["LKR", "USD", "GBP"]
    assert {one.status for one in (first, second, third)} == {Status.CHANGE}
    assert len({one.indicator for one in (first, second, third)}) == 1


def test_a_large_number_without_a_unit_takes_the_currency_of_its_sentence() -> None:
    _, second = figures("Les investissements sont passés de 2,5 milliards de dollars en 2003 à 34,6 milliards en 2016.", "fr")
    assert (second.unit, second.period) == ("USD", "2016")
    assert "unit" in second.inferred


def test_five_counts_in_one_sentence_have_their_own_nouns() -> None:
    found = figures(
        "À ce jour, le pays compte huit patrimoines mondiaux, onze réserves mondiales de biosphère et quatre géoparcs mondiaux.", "fr", "2025-08-24"
    )
    assert [(one.value, one.counted, one.period) for one in found] == [
        (Decimal(8), "world_heritage_site", "2025-08-24"),
        (Decimal(11), "biosphere_reserve", "2025-08-24"),
        (Decimal(4), "global_geopark", "2025-08-24"),
    ]


def test_the_same_fact_in_three_languages_has_the_same_keys() -> None:
    found = [
        figures("Près de 60 activités de politique étrangère ont eu lieu en 2024.", "fr")[0],
        figures("Nearly 60 foreign affairs activities took place in 2024.", "en")[0],
        figures("Năm 2024 có gần 60 hoạt động đối ngoại.", "vi")[0],
    ]
    assert {(one.value, one.unit, one.counted, one.qualifier, one.indicator, one.period) for one in found} == {
        (Decimal(60), "count", "foreign_affairs_activity", "nearly", "foreign_affairs_activities", "2024")
    }


def test_captions_and_page_furniture_hold_no_figures() -> None:
    text = "Exports reached $5 billion.\nMore than 30 planes flew over the square - Photo: AP\nComment (12)"
    at = text.index("More")
    zones = (Zone(ZoneKind.CAPTION, at, text.index("Comment") - 1), Zone(ZoneKind.BOILERPLATE, text.index("Comment"), len(text)))
    assert [one.evidence[0].exact for one in suggest(Source(text, "en", zones)) if one.kind is Kind.FIGURE] == ["5 billion"]


def values(text: str, language: str) -> list[str]:
    return told(text, language)


@pytest.mark.parametrize(("language", "text"), TEXTS)
@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_kinds_of_space_change_nothing(language: str, text: str, space: str) -> None:
    assert values(text.replace(" ", space), language) == values(text, language)


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_apostrophes_quotes_and_composition_change_nothing(language: str, text: str) -> None:
    curly = text.replace("'", "\u2019")
    assert values(curly, language) == values(text, language)
    assert values(unicodedata.normalize("NFC", unicodedata.normalize("NFD", text)), language) == values(text, language)


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_doubled_article_says_everything_twice(language: str, text: str) -> None:
    assert values(f"{text}\n\n{text}", language) == values(text, language) * 2


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_capitals_keep_the_values(language: str, text: str) -> None:
    plain, loud = figures(text, language), figures(text.upper(), language)
    assert [(one.value, one.unit) for one in loud] == [(one.value, one.unit) for one in plain]


@given(
    st.text(alphabet=st.sampled_from("Thephợp tácgần 0123456789.,%$€\n'-–()àđươngmilliondesagreementskhoảnguntilfrom:;"), max_size=120),
    st.sampled_from(["en", "fr", "vi"]),
)
@settings(max_examples=120, deadline=None)
def test_any_text_gives_figures_inside_it(text: str, language: str) -> None:
    for one in suggestions(text, language):
        assert all(0 <= piece.start < piece.end <= len(text) and text[piece.start : piece.end] == piece.exact for piece in one.evidence)


def test_empty_and_unknown_language() -> None:
    assert suggest(Source("", "")) == ()
    assert [one.evidence[0].exact for one in suggest(Source("Exports reached $5 billion.", "")) if one.kind is Kind.FIGURE] == ["5 billion"]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_seeds(path: Path) -> None:
    gold = json.loads(paths.seeds(f"{path.stem}.json").read_text("utf-8"))
    text = unicodedata.normalize("NFC", paths.seeds(f"{path.stem}.txt").read_text("utf-8"))
    zones = tuple(Zone(ZoneKind(z["kind"]), z["start"], z["end"], z.get("language", "")) for z in gold["zones"])
    article = gold["article"]
    found = [one for one in suggest(Source(text, article["language"], zones, article.get("published") or "")) if one.kind is Kind.FIGURE]
    wanted = [one for one in gold["annotations"] if one["kind"] == "figure"]
    assert {(one.evidence[0].start, one.evidence[0].end) for one in found} == {(w["evidence"][0]["start"], w["evidence"][0]["end"]) for w in wanted}
    by_start = {one.evidence[0].start: body(one) for one in found}
    for one in wanted:
        told_by_gold, ours = one["body"], by_start[one["evidence"][0]["start"]]
        assert ours.unit == told_by_gold["unit"]
        assert str(ours.qualifier) == told_by_gold.get("qualifier", "exact")
        assert str(ours.status) == told_by_gold.get("status", "actual")
        if "value" in told_by_gold:
            assert ours.value == Decimal(str(told_by_gold["value"]))
        else:
            assert (ours.minimum, ours.maximum) == (Decimal(str(told_by_gold["min"])), Decimal(str(told_by_gold["max"])))
