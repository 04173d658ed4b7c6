"""Numbers, nouns and annotations in words, in three languages."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.base import i18n
from postil.domain.annotation import Annotation, Body, Kind, State
from postil.domain.commitment import Commitment, CommitmentKind
from postil.domain.event import Event, EventType, Part, Participant, Place
from postil.domain.figure import Direction, Figure, Qualifier, Status
from postil.domain.selector import Role, quote
from postil.operations import counting, describe, numbers
from postil.operations.fields import FIELDS, by_name


@pytest.mark.parametrize(
    ("value", "english", "french", "vietnamese"),
    [
        ("60", "60", "60", "60"),
        ("12225", "12,225", "12\u202f225", "12.225"),
        ("31400000000", "31.4\u00a0billion", "31,4\u00a0milliards", "31,4\u00a0tỷ"),
        ("1000000000", "1\u00a0billion", "1\u00a0milliard", "1\u00a0tỷ"),
        ("1500000", "1.5\u00a0million", "1,5\u00a0million", "1,5\u00a0triệu"),
        ("2500000000000", "2.5\u00a0trillion", "2,5\u00a0mille milliards", "2,5\u00a0nghìn tỷ"),
        ("1234567", "1,234,567", "1\u202f234\u202f567", "1.234.567"),
        ("-0.5", "−0.5", "−0,5", "−0,5"),
        ("0", "0", "0", "0"),
    ],
)
def test_a_number_as_people_say_it(value: str, english: str, french: str, vietnamese: str) -> None:
    assert [numbers.spoken(Decimal(value), code) for code in ("en", "fr", "vi")] == [english, french, vietnamese]


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**14), max_value=10**14, places=4))
def test_no_digit_is_lost(value: Decimal) -> None:
    plain = numbers.full(value, "en").replace(",", "").replace("−", "-")
    assert Decimal(plain) == value
    spoken, _space, scale = numbers.spoken(value, "en").partition("\u00a0")
    weight = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}[scale]
    assert Decimal(spoken.replace(",", "").replace("−", "-")) * weight == value


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (1, "report", ("report", "rapport", "báo cáo")),
        (70, "report", ("reports", "rapports", "báo cáo")),
        (2, "person", ("people", "personnes", "người")),
    ],
)
def test_one_and_many(value: int, code: str, words: tuple[str, str, str]) -> None:
    assert tuple(counting.label("counted", code, Decimal(value), language) for language in ("en", "fr", "vi")) == words


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("activity", "activities"),
        ("day", "days"),
        ("focus area", "focus areas"),
        ("box", "boxes"),
        ("series", "series"),
        ("quintal (100 kg)", "quintals (100 kg)"),
    ],
)
def test_english_plurals(one: str, many: str) -> None:
    assert counting.plural(one) == many


def annotation(kind: Kind, body: Body) -> Annotation:
    return Annotation("a", "b", "c", "d", kind, body, (quote("some words of the article", 5, 10, Role.VALUE),), State.DRAFT)


FIGURE = Figure(
    number_as_written="31.4 billion", value=Decimal(31_400_000_000), unit="USD", qualifier=Qualifier.OVER, period="2024-01/2024-11", area="VN"
)


def test_a_figure_reads_as_a_sentence() -> None:
    assert describe.headline(annotation(Kind.FIGURE, FIGURE)) == "> 31.4\u00a0billion USD · over · Jan–Nov 2024 · actual · Vietnam"
    change = dataclasses.replace(
        FIGURE, value=Decimal("12.4"), unit="percent", qualifier=Qualifier.EXACT, status=Status.CHANGE, direction=Direction.UP, area=""
    )
    assert describe.headline(annotation(Kind.FIGURE, change)).startswith("↑ 12.4% · ")
    span = Figure(minimum=Decimal(5), maximum=Decimal(7), unit="percent")
    assert describe.value_text(span, "fr") == "5–7\u202f%"
    i18n.use("vi")
    assert describe.value_text(FIGURE) == "> 31,4\u00a0tỷ USD"


def test_events_and_commitments_read_as_sentences() -> None:
    event = Event(EventType.CONFERENCE, "Hội nghị", "2024-12-20", places=(Place("Hà Nội"), Place("Quảng Trị", remote=True)))
    assert describe.headline(annotation(Kind.EVENT, event)) == "Hội nghị · conference · 20 December 2024 · Hà Nội"
    commitment = Commitment(CommitmentKind.DIRECTIVE, "the minister", "provinces", "report monthly", due="2025")
    assert describe.headline(annotation(Kind.COMMITMENT, commitment)) == "report monthly · directive · the minister → provinces · due 2025"
    assert describe.headline(annotation(Kind.COMMITMENT, Commitment(action="")))


def test_every_field_has_words_in_every_language() -> None:
    for code in i18n.LANGUAGES:
        i18n.use(code)
        for kind, specs in FIELDS.items():
            for spec in specs:
                assert describe.field_label(kind, spec.name)
                assert spec.help
                assert describe.field_text(kind, spec.name, None) == ""


def test_every_field_of_every_body_is_in_the_table() -> None:
    for kind, body in ((Kind.FIGURE, Figure), (Kind.EVENT, Event), (Kind.COMMITMENT, Commitment)):
        assert {field.name for field in dataclasses.fields(body)} - {"inferred"} == set(by_name(kind))


def test_fields_in_words() -> None:
    event = Event(places=(Place("Hà Nội", "VN"), Place("Huế", remote=True)), participants=(Participant("Lan", Part.CHAIR, "minister"),))
    lines = dict(describe.field_lines(annotation(Kind.EVENT, event)))
    assert lines["Places"] == "Hà Nội (VN); Huế (remote)"
    assert lines["Participants"] == "Lan (minister, chair)"
    figure = Kind.FIGURE
    assert describe.field_text(figure, "value", "31400000000") == "31,400,000,000"
    assert describe.field_text(figure, "qualifier", "over") == "over"
    assert describe.field_text(figure, "period", "2024-11") == "November 2024"
    assert describe.field_text(figure, "period", "some day") == "some day"
    assert describe.field_text(figure, "tags", ["a", "b"]) == "a, b"
    assert describe.field_text(figure, "evidence", [{"exact": "60"}]) == "“60”"
    assert describe.field_text(figure, "state", "rejected") == "Rejected"
    assert describe.field_text(figure, "value", "no number") == "no number"


def test_a_sentence_around_a_span() -> None:
    text = "First one. Près de 60 activités ont eu lieu. Last.\nNext line"
    at = text.index("60")
    assert describe.sentence_around(text, at, at + 2) == "Près de 60 activités ont eu lieu."


def test_a_time_for_people() -> None:
    assert describe.time_text(1_760_000_000_000) == "9 October 2025, 08:53"
