"""Furniture between paragraphs, in any order and number, changes nothing of what is text; hostile texts stay cheap."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.domain.zone import READ_KINDS, Zone, ZoneKind, kind_at
from postil.ingest import zones as zones_module
from postil.ingest.analyse import analyse
from postil.ingest.languages import Languages, LineLanguage
from tests.ingest.test_lines import rows

ARTICLES = {
    "en": (
        "Towns along the river prepare for the flood",
        "Towns along the river have begun to prepare for the highest water in a decade, the river authority said on Tuesday.",
        "The authority expects the peak on Friday and has asked 4,000 people in the lower town of Dara to leave their homes by then.",
        "Volunteers are filling sandbags in three schools that closed on Monday, and the fire service has called in 200 reserves.",
        "A new wall was to protect the lower town, but the money for it, $40 million, was spent on the road to the port.",
        '"We asked for the wall after every flood, and after every flood we were given a promise," the mayor told reporters.',
        "The government will discuss the wall again next week, when the ministers of finance and of works meet the mayor.",
        "The last flood in 2013 killed twelve people in the lower town and left 900 families without a home for a year.",
    ),
    "fr": (
        "Les villes du fleuve se préparent à la crue",
        "Les villes du fleuve se préparent à la plus haute crue depuis dix ans, a annoncé mardi l'agence du fleuve.",
        "L'agence attend le pic vendredi et a demandé à 4 000 habitants de la ville basse de Dara de quitter leur maison d'ici là.",
        "Des volontaires remplissent des sacs de sable dans trois écoles fermées lundi, et les pompiers ont rappelé 200 réservistes.",
        "Une nouvelle digue devait protéger la ville basse, mais les 40 millions de dollars prévus ont servi à la route du port.",
        "« Nous avons demandé la digue après chaque crue, et après chaque crue on nous a fait une promesse », a dit la maire.",
        "Le gouvernement reparlera de la digue la semaine prochaine, quand les ministres recevront la maire de la ville basse.",
        "La dernière crue, en 2013, a tué douze personnes dans la ville basse et laissé 900 familles sans toit pendant un an.",
    ),
    "vi": (
        "Các thị trấn ven sông chuẩn bị đón lũ",
        "Các thị trấn ven sông đang chuẩn bị cho đợt lũ cao nhất trong mười năm qua, ban quản lý sông cho biết hôm thứ ba.",
        "Ban quản lý dự báo đỉnh lũ vào thứ sáu và đã yêu cầu 4.000 người dân vùng thấp của thị trấn sơ tán trước thời điểm đó.",
        "Tình nguyện viên đang đóng bao cát tại ba trường học đã đóng cửa, lực lượng cứu hỏa huy động thêm 200 người dự bị.",
        "Một bờ kè mới lẽ ra đã bảo vệ vùng thấp, nhưng 40 triệu USD dành cho công trình lại được chi cho con đường ra cảng.",
        '"Sau mỗi trận lũ chúng tôi đều xin xây bờ kè, và sau mỗi trận lũ chúng tôi chỉ nhận được lời hứa", bà thị trưởng nói.',
        "Tuần tới chính phủ sẽ bàn lại về bờ kè, khi các bộ trưởng tài chính và xây dựng làm việc với thị trưởng thị trấn.",
        "Trận lũ gần nhất năm 2013 khiến mười hai người ở vùng thấp thiệt mạng và 900 gia đình mất nhà cửa trong một năm.",
    ),
}
FURNITURE = {
    language: [line.strip() for letter, at, line in rows(language) if at == "middle" and letter in "XI" and not line.startswith("&nbsp;")]
    for language in ARTICLES
}


def read(text: str, zones: tuple[Zone, ...]) -> str:
    """Title and body of `text`, without the signs between them."""
    return " ".join("".join(sign if kind_at(zones, offset) in READ_KINDS else " " for offset, sign in enumerate(text)).split())


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(ARTICLES)), st.integers(0, 2**32), st.sampled_from(["\n", "\n\n", "\n\n\n"]))
def test_furniture_between_paragraphs_leaves_the_text_alone(language: str, seed: int, between: str) -> None:
    chance = random.Random(seed)
    article = ARTICLES[language]
    lines = list(article[:2])
    for paragraph in article[2:]:
        lines += chance.sample(FURNITURE[language], chance.choice((0, 0, 1, 1, 2)))
        lines.append(paragraph)
    text = between.join(lines)
    assert read(text, analyse(text)[1]) == " ".join(article)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(ARTICLES)), st.integers(0, 2**32))
def test_the_order_of_furniture_around_the_text_does_not_matter(language: str, seed: int) -> None:
    chance = random.Random(seed)
    article = ARTICLES[language]
    tail = [line for letter, at, line in rows(language) if at == "tail" and letter == "X"]
    head = [line for letter, at, line in rows(language) if at == "head" and letter == "X"]
    text = "\n".join([*chance.sample(head, 4), *article, *chance.sample(tail, 6)])
    assert read(text, analyse(text)[1]) == " ".join(article)


@pytest.mark.parametrize("language", sorted(ARTICLES))
def test_an_article_printed_twice_is_read_twice_or_once(language: str) -> None:
    article = "\n\n".join(ARTICLES[language])
    title, *body = ARTICLES[language]
    text = f"{article}\n\n{article}"
    found = read(text, analyse(text)[1])
    assert found.startswith(" ".join([title, *body]))
    assert found.count(body[3]) == 2


def units_looked_at(text: str) -> int:
    """How many decisions a text needs: a measure of work that no clock disturbs."""
    plain = Languages("en", tuple(LineLanguage("en", False) for _ in text.split("\n")))
    return len(zones_module.decisions(text, plain))


HOSTILE = {
    "one line": lambda n: "a" * n,
    "words": lambda n: "word " * n,
    "short lines": lambda n: "ab\n" * n,
    "blank lines": lambda n: "\n \n\t\n" * n,
    "stops": lambda n: ". " * n,
    "dashes": lambda n: "- " * n,
    "colons": lambda n: "A: " * n,
    "bars": lambda n: "A | " * n,
    "brackets": lambda n: "(A) " * n,
    "open brackets": lambda n: "[(" * n,
    "links": lambda n: "[a](b) " * n,
    "tags": lambda n: "<p>a</p>" * n,
    "open tags": lambda n: "<p " * n,
    "entities": lambda n: "&nbsp;&amp;" * n,
    "quotes": lambda n: '"a" ' * n,
    "dates": lambda n: "12/05/2020 " * n,
    "date lines": lambda n: "12/05/2020\n" * n,
    "keys": lambda n: "title: a\n" * n,
    "json": lambda n: '{\n"title": "a",\n' * n,
    "stars": lambda n: "**a** " * n,
    "shortcodes": lambda n: ":gift:" * n,
    "labels": lambda n: "**[A]** " * n,
    "related": lambda n: "(Read also: a) " * n,
    "furniture": lambda n: "Read more\nShare\n" * n,
    "sentences": lambda n: "The river rose on Monday. Read more. " * n,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_texts_are_analysed_whole(name: str) -> None:
    text = HOSTILE[name](3_000)
    meta, zones = analyse(text)
    assert all(zone.end <= len(text) for zone in zones)
    assert meta.title.end <= len(text)
    assert all(zone.kind in ZoneKind for zone in zones)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_decisions_grow_with_the_text(name: str) -> None:
    small, large = units_looked_at(HOSTILE[name](200)), units_looked_at(HOSTILE[name](800))
    assert large <= 5 * small + 8
