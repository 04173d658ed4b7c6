"""The traps met in real articles, each where it may stand in a sentence, with each kind of space and separator that it is written with.

What other tests of this folder say of single words is not repeated: here the traps are crossed, and read by the whole suggester.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import Any, Final, cast

import pytest

from postil.domain.annotation import Suggestion
from postil.domain.commitment import Commitment
from postil.domain.event import Event, Part
from postil.domain.figure import Direction, Figure, Status
from postil.domain.selector import Role
from postil.operations.analysis import analyse
from postil.suggest.doc import Source
from postil.suggest.engine import suggest
from postil.suggest.numbers import find

LANGUAGES: Final = ("en", "fr", "vi")
PUBLISHED: Final = "2024-12-21"


def known(why: str) -> pytest.MarkDecorator:
    """A trap that still catches us; the test tells when it does no more."""
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=why)


# ------------------------------------------------------------------------------------------------ numbers, units, dates

PLACES: Final = {
    "en": [
        "{} in all.",
        "In all {}.",
        "The sum ({}) was paid.",
        "Paid: {}.",
        "Paid was “{}”.",
        "The sum, {}, was paid.",
        "Paid – {} – today.",
        "X:\n- {}",
    ],
    "fr": [
        "{} au total.",
        "Au total {}.",
        "La somme ({}) est versée.",
        "Versé : {}.",
        "Il dit « {} ».",
        "La somme, {}, est versée.",
        "Versé – {} – ce jour.",
        "X:\n- {}",
    ],
    "vi": [
        "{} tất cả.",
        "Tất cả là {}.",
        "Số tiền ({}) đã trả.",
        "Đã trả: {}.",
        "Ông nói “{}”.",
        "Số tiền, {}, đã trả.",
        "Đã trả – {} – hôm nay.",
        "X:\n- {}",
    ],
}
KNOWN: Final = {
    "lúc 8 giờ 30": "the library reads the clock as a duration, the suggester does not",
}
SPACES: Final = (" ", "\u00a0", "\u202f", "\u2009", "\u2007")

AMOUNTS: Final[dict[str, list[tuple[str, str, str]]]] = {
    "en": [
        ("US$31.4 billion", "31400000000", "USD"),
        ("US$10–15 million", "10000000..15000000", "USD"),
        ("31.4 billion US dollars", "31400000000", "USD"),
        ("12,225 projects", "12225", "count"),
        ("double-digit growth", "10..99", "percent"),
        ("0.5 percentage points", "0.5", "percentage_point"),
        ("£2.5bn", "2500000000", "GBP"),
        ("€900m", "900000000", "EUR"),
        ("twenty-five thousand people", "25000", "count"),
        ("one and a half million tonnes", "1500000", "tonne"),
        ("-3.2%", "-3.2", "percent"),
    ],
    "fr": [
        ("12{s}225 projets", "12225", "count"),
        ("164,15{s}milliards USD", "164150000000", "USD"),
        ("1{s}234{s}567,5 tonnes", "1234567.5", "tonne"),
        ("96,4{s}%", "96.4", "percent"),
        ("2 à 3{s}milliards d'euros", "2000000000..3000000000", "EUR"),
        ("un milliard et demi d'euros", "1500000000", "EUR"),
        ("2{s}000{s}FCFA", "2000", "XOF"),
        ("0,5{s}point de pourcentage", "0.5", "percentage_point"),
        ("une croissance à deux chiffres", "10..99", "percent"),
        ("quatre-vingt-dix mille personnes", "90000", "count"),
        ("80{s}M€", "80000000", "EUR"),
    ],
    "vi": [
        ("1 tỷ 200 triệu đồng", "1200000000", "VND"),
        ("800.000{s}tỷ đồng", "800000000000000", "VND"),
        ("3 nghìn tỷ đồng", "3000000000000", "VND"),
        ("6,5 -{s}7%", "6.5..7", "percent"),
        ("0,5{s}điểm phần trăm", "0.5", "percentage_point"),
        ("tăng trưởng hai con số", "10..99", "percent"),
        ("500tr đồng", "500000000", "VND"),
        ("12.225{s}dự án", "12225", "count"),
        ("hai mươi lăm nghìn người", "25000", "count"),
        ("95,8 triệu USD", "95800000", "USD"),
        ("một triệu rưỡi tấn", "1500000", "tonne"),
    ],
}


def _crossed(rows: dict[str, list[Any]]) -> list[Any]:
    """Each row with its language first, named by its text."""
    pairs = [(language, row if isinstance(row, tuple) else (row,)) for language in LANGUAGES for row in rows[language]]
    return [
        pytest.param(language, *row, id=f"{language}-{row[0]}", marks=[known(KNOWN[row[0]])] if row[0] in KNOWN else []) for language, row in pairs
    ]


def written(value: Decimal | None, low: Decimal | None, high: Decimal | None) -> str:
    return "..".join(f"{one.normalize():f}" for one in (value, low, high) if one is not None)


@pytest.mark.parametrize(("language", "text", "value", "unit"), _crossed(AMOUNTS))
def test_an_amount_is_the_same_wherever_it_stands(language: str, text: str, value: str, unit: str) -> None:
    for place, space in product(PLACES[language], SPACES if "{s}" in text else SPACES[:1]):
        sentence = place.format(text.replace("{s}", space))
        found = [(written(one.value, one.minimum, one.maximum), one.unit) for one in find(sentence, language)]
        assert found == [(value, unit)], sentence


NOTHING: Final = {
    "en": ["the 21st century", "COVID-19", "G20", "Resolution 18", "No. 5", "10 a.m.", "18:30", "the 2010s", "one of them", "+84 24 3825 1234"],
    "fr": [
        "la 5e cérémonie",
        "la 21e Conférence",
        "le 80e anniversaire",
        "Résolution 18",
        "18 h 30",
        "l'une des villes",
        "la première fois",
        "n° 12",
    ],
    "vi": [
        "A80",
        "ipv6",
        "57-NQ/TW",
        "1234/QĐ-TTg",
        "lúc 8 giờ 30",
        "ngày 20/12",
        "một số nơi",
        "nhất là miền núi",
        "lần thứ 19",
        "đầu tư",
        "Quốc lộ 1",
    ],
}


@pytest.mark.parametrize(("language", "text"), _crossed(NOTHING))
def test_what_is_no_amount_is_none_wherever_it_stands(language: str, text: str) -> None:
    for place in PLACES[language]:
        sentence = place.format(text)
        assert find(sentence, language, strict=True) == [], sentence
        assert read(sentence, language, Figure) == [], sentence


def read(text: str, language: str, body: type, published: str = PUBLISHED, country: str = "") -> list[Any]:
    """The bodies of one kind that the whole suggester gives for a text, taken as the body of an article."""
    return [item.body for item in _suggested(text, language, published, country) if isinstance(item.body, body)]


def page(text: str) -> tuple[Suggestion, ...]:
    """The suggestions for a page with all that stands around its article."""
    return cast(tuple[Suggestion, ...], analyse(text).suggestions)


def _suggested(text: str, language: str, published: str = PUBLISHED, country: str = "") -> tuple[Suggestion, ...]:
    return suggest(Source(text, language, published=published, country=country))


@pytest.mark.parametrize(("language", "before", "number", "after"), [
    ("fr", "en 2024 ", "300", " délégations"), ("fr", "le 20 décembre ", "300", " délégations"), ("fr", "de 2016-2020 ", "300", " accords"),
    ("en", "in 2024 ", "300", " delegations"), ("vi", "năm 2024 ", "300", " đoàn"),
])  # fmt: skip
@pytest.mark.parametrize("space", SPACES)
def test_a_year_or_day_before_a_group_of_three_is_none_of_it(language: str, before: str, number: str, after: str, space: str) -> None:
    text = f"{before.rstrip()}{space}{number}{after}"
    assert [str(one.value) for one in find(text, language, strict=True)] == [number]


@pytest.mark.parametrize(("language", "text", "value"), [
    ("en", "1.5 billion euros", "1500000000"), ("fr", "1,5 billion d'euros", "1500000000000"), ("fr", "1,5 milliard d'euros", "1500000000"),
    ("vi", "1,5 tỷ euro", "1500000000"), ("en", "2 trillion euros", "2000000000000"), ("fr", "2 mille milliards d'euros", "2000000000000"),
])  # fmt: skip
def test_scales_of_one_name_differ_by_language(language: str, text: str, value: str) -> None:
    (one,) = find(text, language)
    assert (written(one.value, None, None), one.unit) == (value, "EUR")


@pytest.mark.parametrize(("country", "unit"), [("AU", "AUD"), ("CA", "CAD"), ("US", "USD"), ("", "USD")])
def test_a_bare_dollar_takes_the_country_and_says_that_it_was_inferred(country: str, unit: str) -> None:
    (one,) = read("The road cost $5 million in 2023.", "en", Figure, country=country)
    assert one.unit == unit
    assert "unit" in one.inferred


@pytest.mark.parametrize(("language", "text", "rows"), [
    ("en", "700 economic diplomacy activities, over 400 of them abroad.", [("700", "exact"), ("400", "over")]),
    ("fr", "700 activités de diplomatie économique, dont plus de 400 à l'étranger.", [("700", "exact"), ("400", "over")]),
    ("vi", "700 hoạt động ngoại giao kinh tế, trong đó có hơn 400 hoạt động ở nước ngoài.", [("700", "exact"), ("400", "over")]),
])  # fmt: skip
def test_a_sentence_without_a_verb_that_begins_with_digits(language: str, text: str, rows: list[tuple[str, str]]) -> None:
    assert [(str(one.value), one.qualifier.value) for one in read(text, language, Figure)] == rows


@pytest.mark.parametrize(("language", "text"), [
    ("fr", "Chaque année, la commune signe 200 accords."), ("fr", "Près de 300 délégations viennent chaque année."),
    ("en", "The ministry organises more than 20 fairs every year."), ("vi", "Mỗi năm, tỉnh tổ chức hơn 20 hội chợ."),
    ("fr", "L'aide s'élève à environ 250 millions USD par an."), ("en", "Aid comes to about $250 million a year."),
    ("vi", "Viện trợ đạt khoảng 250 triệu USD/năm."), ("vi", "Viện trợ đạt khoảng 250 triệu USD mỗi năm."),
])  # fmt: skip
def test_a_frequency_is_a_rate_and_no_period(language: str, text: str) -> None:
    (one,) = read(text, language, Figure)
    assert (one.per, one.period) == ("year", "")


@pytest.mark.parametrize(("language", "text", "period"), [
    ("fr", "Sur la période 2021-mai 2025, le capital s'élève à 164,15 milliards USD.", "2021/2025-05"),
    ("fr", "Sur la période 2016-2020, le capital s'élève à 83 milliards USD.", "2016/2020"),
    ("en", "In the 2016-2020 period, capital came to $83 billion.", "2016/2020"),
    ("vi", "Giai đoạn 2016-2020, vốn đạt 83 tỷ USD.", "2016/2020"),
    ("vi", "Trong 11 tháng năm 2024, vốn đạt 31,4 tỷ USD.", "2024-01/2024-11"),
    ("en", "In the first 11 months of 2024, capital came to $31.4 billion.", "2024-01/2024-11"),
    ("fr", "Sur les onze premiers mois de 2024, le capital atteint 31,4 milliards USD.", "2024-01/2024-11"),
    pytest.param("en", "In the 2010s, losses came to $83 billion.", "201X", marks=known("a decade is no period of a figure yet")),
    pytest.param("fr", "Dans les années 2010, les pertes se montaient à 83 milliards USD.", "201X", marks=known("the same")),
])  # fmt: skip
def test_a_period_is_not_a_subtraction(language: str, text: str, period: str) -> None:
    (one,) = read(text, language, Figure)
    assert one.period == period


@pytest.mark.parametrize(("language", "text", "value", "baseline"), [
    ("fr", "En 2024, le capital atteint 164 milliards USD, soit une augmentation de 96,4 % par rapport à la période 2016-2020.", "96.4", "2016/2020"),
    ("en", "In 2024 capital reached $164 billion, an increase of 96.4% on the 2016-2020 period.", "96.4", "2016/2020"),
    ("vi", "Năm 2024, vốn đạt 164 tỷ USD, tăng 96,4% so với giai đoạn 2016-2020.", "96.4", "2016/2020"),
])  # fmt: skip
def test_what_a_change_is_measured_from_is_not_its_period(language: str, text: str, value: str, baseline: str) -> None:
    _, change = read(text, language, Figure)
    assert (str(change.value), change.status, change.direction) == (value, Status.CHANGE, Direction.UP)
    assert (change.baseline, change.period) == (baseline, "2024")


@pytest.mark.parametrize(("language", "text"), [
    ("en", "All 15 targets set for the year were met."), ("fr", "Les 15 objectifs de l'année ont été atteints."),
    ("vi", "Cả 15 chỉ tiêu của năm đều đạt."),
])  # fmt: skip
def test_a_count_of_targets_is_no_target(language: str, text: str) -> None:
    (one,) = read(text, language, Figure)
    assert (str(one.value), one.status) == ("15", Status.ACTUAL)


GLUED: Final = ("Báo Quốc Tế24/08/2025", "TTXVN24/08/2025 10:20", "24/08/2025Báo Quốc Tế")


@pytest.mark.parametrize("line", GLUED)
def test_a_date_glued_to_the_outlet_is_the_day_of_publication(line: str) -> None:
    body = "Sáng nay, Bộ trưởng Bộ Ngoại giao Bùi Thanh Sơn đã chủ trì hội nghị tổng kết công tác đối ngoại của ngành tại Hà Nội."
    assert analyse(f"Hội nghị tổng kết công tác đối ngoại\n{line}\n{body}\n{body}\n").meta.published.value == "2025-08-24"


def test_a_day_in_the_path_of_a_picture_is_no_day_of_publication() -> None:
    body = "Ce matin, 20 décembre 2024, le ministère des Affaires étrangères a organisé une conférence à Hanoï sur la diplomatie économique."
    text = f"Une conférence à Hanoï\n{body}\n{body}\n![photo](https://x.example/2025/10/31/17618_dsc-8359.jpg)\n"
    assert not analyse(text).meta.published.value.startswith("2025")


# --------------------------------------------------------------------------------------------------------------- events


def parts(event: Event) -> dict[str, Part]:
    return {person.name: person.part for person in event.participants}


@pytest.mark.parametrize(("language", "text", "names"), [
    ("fr", "Le 20 décembre 2024, le Premier ministre Pham Minh Chinh et le ministre Bui Thanh Son ont présidé une conférence à Hanoï.",
     ["Pham Minh Chinh", "Bui Thanh Son"]),
    ("en", "On December 20, 2024, Prime Minister Pham Minh Chinh and Minister Bui Thanh Son chaired a conference in Hanoi.",
     ["Pham Minh Chinh", "Bui Thanh Son"]),
    ("vi", "Ngày 20/12/2024, Thủ tướng Phạm Minh Chính và Bộ trưởng Bùi Thanh Sơn chủ trì hội nghị tại Hà Nội.",
     ["Phạm Minh Chính", "Bùi Thanh Sơn"]),
])  # fmt: skip
def test_two_chairs_in_one_clause(language: str, text: str, names: list[str]) -> None:
    (event,) = read(text, language, Event)
    assert (event.type.value, event.start) == ("conference", "2024-12-20")
    assert parts(event) == dict.fromkeys(names, Part.CHAIR)


@pytest.mark.parametrize(("language", "text", "remote"), [
    ("vi", "Ngày 20/12, Thủ tướng Phạm Minh Chính chủ trì hội nghị. Dự hội nghị tại điểm cầu Vĩnh Phúc có ông Trần Duy Đông.", "Vĩnh Phúc"),
    pytest.param(
        "en", "On December 20, Prime Minister Chinh chaired a conference. Mr. Hoang Xuan Anh attended at Cao Bang's venue.", "Cao Bang",
        marks=known("a relay venue is not taken from a sentence that does not name the conference again"),
    ),
    pytest.param(
        "fr", "Le 20 décembre, le Premier ministre Pham Minh Chinh a présidé une conférence. M. Hoang Nam y a assisté au pont de Quang Tri.",
        "Quang Tri",
        marks=known("the same"),
    ),
])  # fmt: skip
def test_a_relay_venue_is_a_remote_place(language: str, text: str, remote: str) -> None:
    event = read(text, language, Event)[0]
    assert [(place.name, place.remote) for place in event.places] == [(remote, True)]


@pytest.mark.parametrize(("language", "caption", "body"), [
    ("en", "Photo: Delegates at the Meet Korea 2025 conference in Hung Yen on May 14, 2025. – Photo: VNA", "Rice is grown in the delta."),
    ("fr", "Photo : la conférence « Meet Korea 2025 » à Hung Yen, le 14 mai 2025 – Photo : VNA", "Le riz est cultivé dans les plaines du delta."),
    ("vi", "Ảnh: Hội nghị Gặp gỡ Hàn Quốc 2025 tại Hưng Yên, ngày 14/5/2025. Ảnh: TTXVN", "Cây lúa được trồng nhiều ở vùng đồng bằng."),
])  # fmt: skip
def test_an_event_only_in_a_caption_is_none(language: str, caption: str, body: str) -> None:
    assert [item for item in page(f"{body} {body} {body}\n{caption}\n{body} {body}\n") if isinstance(item.body, Event)] == []


@pytest.mark.parametrize(("language", "text"), [
    ("en", "Prime Minister Pham Minh Chinh chaired a conference in Hanoi on December 20, 2024."),
    ("fr", "Le Premier ministre Pham Minh Chinh a présidé une conférence à Hanoï le 20 décembre 2024."),
    ("vi", "Ngày 20/12/2024, Thủ tướng Phạm Minh Chính chủ trì hội nghị tại Hà Nội."),
])  # fmt: skip
def test_a_sentence_told_twice_is_one_event_with_two_mentions(language: str, text: str) -> None:
    (one,) = [item for item in _suggested(f"{text}\n\n{text}", language) if isinstance(item.body, Event)]
    mentions = {piece.start for piece in one.evidence if piece.role in (Role.TRIGGER, Role.WHOLE)}
    assert len(mentions) == 2


HOI_NGHI: Final = "Ngày 20/12/2024, Thủ tướng Phạm Minh Chính chủ trì hội nghị."
CONFERENCE: Final = "Le 20 décembre 2024, le Premier ministre Pham Minh Chinh a présidé la conférence."


@pytest.mark.parametrize(("language", "text", "names"), [
    pytest.param(
        "vi", f"{HOI_NGHI} Cùng dự có đồng chí Bùi Thanh Sơn, Phó Thủ tướng; đồng chí Nguyễn Hồng Diên, Bộ trưởng Bộ Công Thương.",
        {"Bùi Thanh Sơn", "Nguyễn Hồng Diên"}, marks=known("only the first item of a list with semicolons takes part"),
    ),
    pytest.param(
        "fr", f"{CONFERENCE} Y ont assisté le vice-Premier ministre Bui Thanh Son ; le ministre Nguyen Hong Dien.",
        {"Bui Thanh Son", "Nguyen Hong Dien"}, marks=known("a list behind an inverted verb takes no part"),
    ),
])  # fmt: skip
def test_participants_of_a_list_with_semicolons(language: str, text: str, names: set[str]) -> None:
    event = read(text, language, Event)[0]
    assert names <= {name for name, part in parts(event).items() if part is Part.ATTENDEE}


@pytest.mark.parametrize(("language", "text"), [
    ("en", "Hoang Xuan Anh, chairman of the Provincial People's Committee, attended a conference in Hanoi on December 20, 2024."),
    ("fr", "Hoang Nam, président du Comité populaire provincial, a assisté à une conférence à Hanoï le 20 décembre 2024."),
    ("vi", "Ngày 20/12/2024, Chủ tịch Ủy ban nhân dân tỉnh Trần Duy Đông dự hội nghị tại Hà Nội."),
])  # fmt: skip
def test_a_body_inside_a_title_takes_no_part(language: str, text: str) -> None:
    (event,) = read(text, language, Event)
    assert len(event.participants) == 1
    assert event.participants[0].role


@pytest.mark.parametrize("initials", ["LA", "HN", "N.V.", "Maigre", "PV", "T.H"])
def test_initials_below_an_article_are_no_persons(initials: str) -> None:
    text = f"Le 20 décembre 2024, le Premier ministre Pham Minh Chinh a présidé une conférence à Hanoï.\n{initials}\n"
    assert all(initials not in parts(event) for event in read(text, "fr", Event))


# ---------------------------------------------------------------------------------------------------------- commitments

SENTENCES: Final = ("Công tác {} đạt nhiều kết quả.", "Năm qua, {} được quan tâm.", "Đây là lĩnh vực {} quan trọng.", "Về {}, tỉnh đã làm tốt.")


@pytest.mark.parametrize("compound", [
    "ngoại giao", "giao lưu", "bàn giao", "giao thông", "nhu cầu", "yêu cầu kỹ thuật", "đề nghị của người dân", "kế hoạch năm",
    pytest.param("mục tiêu", marks=known("the noun before a verb is taken for a plan")),
])  # fmt: skip
def test_a_verb_inside_a_vietnamese_word_is_none(compound: str) -> None:
    assert [sentence for sentence in SENTENCES if read(sentence.format(compound), "vi", Commitment)] == []


def kinds(text: str, language: str) -> list[str]:
    return [body.kind.value for body in read(text, language, Commitment)]


@pytest.mark.parametrize(("language", "text", "count"), [
    ("fr", "Le Premier ministre a demandé au ministère de renforcer la coopération ; de former les agents.\nPromouvoir les exportations.", 3),
    ("vi", "Thủ tướng đề nghị năm 2025 tập trung vào các nhiệm vụ gồm:\nĐẩy mạnh xuất khẩu.\nHỗ trợ doanh nghiệp.\nTăng cường đào tạo cán bộ.", 3),
    pytest.param(
        "en", "The Prime Minister asked the ministry to strengthen cooperation; to train its staff; and to support exporters.", 3,
        marks=known("infinitives with “to” behind semicolons do not go on"),
    ),
])  # fmt: skip
def test_a_list_goes_on_with_its_speaker(language: str, text: str, count: int) -> None:
    found = read(text, language, Commitment)
    assert [body.kind.value for body in found] == ["directive"] * count
    assert all("Premier ministre" in body.issuer or "Thủ tướng" in body.issuer or "Prime Minister" in body.issuer for body in found)


@pytest.mark.parametrize(("language", "text"), [
    pytest.param(
        "en", "Prime Minister Pham Minh Chinh spoke in Hanoi. It is necessary that the ministries and localities redouble their efforts.",
        marks=known("who spoke without a verb of saying is not remembered"),
    ),
    pytest.param(
        "fr", "Le Premier ministre Pham Minh Chinh a pris la parole. Il est nécessaire que les ministères et les localités redoublent d'efforts.",
        marks=known("the same"),
    ),
    ("vi", "Thủ tướng Phạm Minh Chính phát biểu chỉ đạo. Các bộ, ngành và địa phương cần nỗ lực hơn nữa."),
])  # fmt: skip
def test_who_asks_stands_in_the_sentence_before(language: str, text: str) -> None:
    (one,) = read(text, language, Commitment)
    assert one.kind.value == "directive"
    assert "Chinh" in one.issuer or "Chính" in one.issuer
    assert "issuer" in one.inferred


def test_the_phrase_in_front_names_who_must_act() -> None:
    (one,) = read("Đối với các tỉnh, thành phố, cần đẩy mạnh cải cách thủ tục hành chính.", "vi", Commitment)
    assert (one.kind.value, one.addressee) == ("directive", "các tỉnh, thành phố")


@pytest.mark.parametrize(("language", "text"), [
    ("en", "In 2024 results were good: trade was promoted, markets were opened and 60 agreements were signed."),
    ("fr", "En 2024, les résultats ont été bons : les échanges ont été dynamisés, promouvoir les marchés a porté ses fruits."),
    ("vi", "Năm 2024, công tác đạt nhiều kết quả: đã đẩy mạnh xuất khẩu, mở rộng thị trường."),
    ("en", "He expressed his belief that the two countries will grow closer."),
    ("fr", "Il s'est dit convaincu que les deux pays se rapprocheront."),
    ("vi", "Ông bày tỏ tin tưởng rằng hai nước sẽ phát triển hơn nữa."),
    ("fr", "Les localités doivent encore faire face à un manque de moyens."),
    ("en", "Growth is forecast to reach 7% next year."),
    ("vi", "Tăng trưởng dự báo sẽ đạt 7% trong năm tới."),
])  # fmt: skip
def test_results_beliefs_and_forecasts_bind_nobody(language: str, text: str) -> None:
    assert kinds(text, language) == []


@pytest.mark.parametrize(("language", "text", "kind"), [
    ("vi", "Tỉnh kiến nghị Chính phủ bố trí vốn cho tuyến cao tốc.", "request"),
    ("vi", "Thủ tướng yêu cầu tỉnh bố trí vốn cho tuyến cao tốc.", "directive"),
    ("en", "Delegates proposed that the Government simplify procedures.", "request"),
    ("en", "The Prime Minister instructed provinces to simplify procedures.", "directive"),
    ("fr", "Les délégués ont proposé au gouvernement de simplifier les procédures.", "request"),
    ("fr", "Le Premier ministre a ordonné aux provinces de simplifier les procédures.", "directive"),
])  # fmt: skip
def test_asking_upward_and_ordering_downward(language: str, text: str, kind: str) -> None:
    assert kinds(text, language) == [kind]


@pytest.mark.parametrize(("language", "text", "due"), [
    ("en", "The government aims for growth of 8% in 2025.", "2025"), ("fr", "Le gouvernement vise une croissance de 8 % en 2025.", "2025"),
    ("vi", "Chính phủ phấn đấu tăng trưởng đạt 8% trong năm 2025.", "2025"),
])  # fmt: skip
def test_a_target_is_linked_to_its_figure(language: str, text: str, due: str) -> None:
    found = _suggested(text, language)
    (figure,) = [item for item in found if isinstance(item.body, Figure)]
    (one,) = [item.body for item in found if isinstance(item.body, Commitment)]
    assert (one.kind.value, one.due, one.target_figure) == ("target", due, figure.key)
    assert isinstance(figure.body, Figure)
    assert (figure.body.status, figure.body.period) == (Status.TARGET, due)


# ------------------------------------------------------------------------------------------- what stands around articles

BODIES: Final = {
    "en": "The ministry said on Monday that exports of rice had reached 8.1 million tonnes in the first eleven months of the year, a record.",
    "fr": "Le ministère a indiqué lundi que les exportations de riz avaient atteint 8,1 millions de tonnes sur les onze premiers mois, un record.",
    "vi": "Bộ Công Thương cho biết xuất khẩu gạo trong 11 tháng đầu năm 2024 đạt 8,1 triệu tấn, mức cao nhất từ trước đến nay.",
}
FURNITURE: Final = {
    "en": ["Comment (0)", "Today: 1", "Current Week: 1", "Share 310", "5 comments", "Views: 15,204", "Read more", "No comments yet",
           "Print  Email  Share", "![photo 5e cérémonie](https://x.example/2025/10/31/5.jpg)",
           "Photo: LA", "Page 2 of 5", "© 2024 The Courier", "Tags: trade, rice"],
    "fr": ["Commentaires (0)", "Vues : 15 204", "310 partages", "Lire aussi", "Aucun commentaire", "Imprimer  Envoyer  Partager", "Photo : LA",
           "![80e anniversaire](https://x.example/2025/10/31/80.jpg)", "Page 2 sur 5", "© 2024 Le Courrier", "Temps de lecture : 2 min"],
    "vi": ["Bình luận (0)", "Lượt xem: 15.204", "Chia sẻ", "Tin liên quan", "Hôm nay: 1", "In bài viết  Gửi email", "Ảnh: L.A", "Thích 310",
           "![A80](https://x.example/2025/10/31/80.jpg)", "Trang 2/5", "© 2024 Báo Tà Ma", "Từ khóa: gạo, xuất khẩu"],
}  # fmt: skip


@pytest.mark.parametrize(("language", "line"), _crossed(FURNITURE))
@pytest.mark.parametrize("place", ["above", "between", "below"])
def test_nothing_is_suggested_in_the_furniture(language: str, line: str, place: str) -> None:
    body = BODIES[language]
    rows = {"above": [line, body, body, body], "between": [body, body, line, body], "below": [body, body, body, line]}[place]
    text = "\n\n".join(rows) + "\n"
    at = text.index(line)
    inside = [item for item in page(text) for piece in item.evidence if piece.start < at + len(line) and at < piece.end]
    assert inside == []
