"""The head of an article: what is found, where it stands, and what is left empty."""

from __future__ import annotations

import pytest

from postil.domain.article import Found, Meta
from postil.ingest.analyse import analyse

BODY = {
    "en": "Ministers agreed on Tuesday to pay into a shared fund.\nThe fund will start with $40m and grow to $200m by 2030.\n",
    "fr": "Les ministres ont décidé mardi de créer un fonds commun.\nLe fonds sera doté de 40 millions de dollars au départ, selon eux.\n",
    "vi": "Bộ trưởng sáu nước đã thống nhất lập quỹ chung vào hôm thứ ba.\nQuỹ có vốn ban đầu 40 triệu USD và sẽ tăng dần trong những năm tới.\n",
}
TITLE = {"en": "Ministers agree on a flood fund", "fr": "Six pays créent un fonds commun", "vi": "Sáu nước lập quỹ chung chống lũ"}


def head(language: str, *, above: str = "", lead: str = "", below: str = "") -> tuple[str, Meta]:
    """A page with lines above the title, between title and text, and below."""
    text = "\n".join(filter(None, (above, TITLE[language], lead, BODY[language] + below)))
    return text, analyse(text)[0]


def assert_found(text: str, found: Found, value: str) -> None:
    """`value` was found, and stands where the span says."""
    assert found.value == value
    assert text[found.start : found.end] == value
    assert not found.by_person


@pytest.mark.parametrize("language", BODY)
def test_title_and_language(language: str) -> None:
    text, meta = head(language)
    assert_found(text, meta.title, TITLE[language])
    assert meta.language == Found(language)
    assert meta.published == meta.byline == meta.photo_credit == meta.publisher == meta.url == meta.translated_from == Found("")


def test_no_title_is_left_empty() -> None:
    assert analyse(BODY["fr"])[0].title == Found("")


@pytest.mark.parametrize(
    "written",
    [
        "# Six pays créent un fonds",
        "## **Six pays créent un fonds**",
        "[Six pays créent un fonds](https://exemple.fr/fonds.html)",
        "  Six pays créent un fonds  ",
    ],
)
def test_the_title_is_stripped_of_mark_up(written: str) -> None:
    text = f"{written}\n{BODY['fr']}"
    assert_found(text, analyse(text)[0].title, "Six pays créent un fonds")


@pytest.mark.parametrize(
    ("language", "lead", "edtf"),
    [
        ("en", "Published 12 May 2020 at 10:20 GMT", "2020-05-12"),
        ("en", "Last updated: 14 May 2020. Published: 12 May 2020", "2020-05-12"),
        ("en", "Updated 14 May 2020", "2020-05-14"),
        ("en", "By Jane Okafor, 12 May 2020", "2020-05-12"),
        ("fr", "Publié le 12/05/2020 à 10h20", "2020-05-12"),
        ("vi", "Thứ sáu, 05/04/2024, 10:30 (GMT+7)", "2024-04-05"),
    ],
)
def test_published_from_a_stamp(language: str, lead: str, edtf: str) -> None:
    text, meta = head(language, lead=lead)
    assert meta.published.value == edtf
    assert text[meta.published.start : meta.published.end] in lead


def test_a_stamp_below_the_text_counts_too() -> None:
    assert head("fr", below="**Date de publication** : 2024-06-13")[1].published.value == "2024-06-13"


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", "Ce matin, 6 janvier, le ministère a organisé une conférence en ligne avec les provinces."),
        ("fr", "La loi du 12 mai 2020 prévoit un fonds pour les crues dans toutes les provinces du pays."),
        ("en", "![bridge](https://cdn.example.org/2025/10/31/bridge.jpg)"),
        ("en", "Source: https://example.org/2025/10/31/flood-fund"),
        ("en", "Flooded houses near Dara on 4 May 2021. Photo: AP"),
        ("vi", "Lượt xem: 24082025"),
    ],
)
def test_what_gives_no_publication_date(language: str, lines: str) -> None:
    assert head(language, below=lines)[1].published == Found("")


def test_an_english_date_that_may_be_two_is_left_empty_unless_the_outlet_tells() -> None:
    assert head("en", lead="Published 04/05/2025")[1].published.value == ""
    assert head("en", lead="Published 25/05/2025")[1].published.value == "2025-05-25"
    told = head("en", lead="Published 04/05/2025", below="Source: https://vietnamnews.vn/economy/fund.html")[1]
    assert told.published.value == "2025-05-04"


def test_front_matter_comes_first() -> None:
    keys = ('title: "Fund"', "date: Tue, 28 Jan 2025 18:00:00 +0700", "author: Jane Okafor", "source: The Ledger", "url: https://example.org/fund")
    above = "\n".join(("---", *keys, "updated: 2025-02-01", "---"))
    text, meta = head("en", above=above, lead="Published 12 May 2020")
    assert meta.published.value == "2025-01-28"
    assert text[meta.published.start : meta.published.end] == "28 Jan 2025"
    assert_found(text, meta.byline, "Jane Okafor")
    assert_found(text, meta.publisher, "The Ledger")
    assert_found(text, meta.url, "https://example.org/fund")
    assert_found(text, meta.title, TITLE["en"])


def test_the_front_matter_s_title_serves_where_the_text_has_none() -> None:
    text = f'---\nlayout: post\ntitle: "A shared fund"\n---\n\n{BODY["en"]}'
    assert_found(text, analyse(text)[0].title, "A shared fund")


@pytest.mark.parametrize(
    ("language", "lead", "below", "name"),
    [
        ("en", "By Jane Okafor | 12 May 2020", "", "Jane Okafor"),
        ("en", "By Jane Okafor and Tom Reed", "", "Jane Okafor and Tom Reed"),
        ("en", "Staff reporter", "", "Staff reporter"),
        ("fr", "Par Claire Besson", "", "Claire Besson"),
        ("fr", "", "Propos recueillis par Julien Marchand", "Julien Marchand"),
        ("vi", "", "Bài, ảnh: Lê Minh Hà", "Lê Minh Hà"),
        ("vi", "", "MAI THU HƯƠNG", "MAI THU HƯƠNG"),
    ],
)
def test_the_author_s_name_without_its_opener(language: str, lead: str, below: str, name: str) -> None:
    text, meta = head(language, lead=lead, below=below)
    assert_found(text, meta.byline, name)


@pytest.mark.parametrize(
    ("language", "caption", "name"),
    [
        ("en", "Families cross the bridge on Sunday. Photo: AP", "AP"),
        ("en", "A convoy waits at the border (Reuters/Ali Khan)", "Reuters/Ali Khan"),
        ("fr", "Une usine près de Lyon, le 3 mai 2021. © Paul Roy/AFP", "Paul Roy/AFP"),
        ("fr", "Le vice-président a assisté à la conférence. - Photo : LA", "LA"),
        ("vi", "Công nhân may tại Bình Dương (Ảnh: Phương Thảo).", "Phương Thảo"),
    ],
)
def test_who_took_the_picture(language: str, caption: str, name: str) -> None:
    text, meta = head(language, lead=caption)
    assert_found(text, meta.photo_credit, name)


@pytest.mark.parametrize(
    ("language", "below", "publisher"),
    [
        ("en", "Source: The Morning Post", "The Morning Post"),
        ("fr", "(Source AFP)", "AFP"),
        ("fr", "Média d'origine : Le Monde", "Le Monde"),
        ("fr", "**source**: Primature", "Primature"),
        ("vi", "Theo TTXVN", "TTXVN"),
        ("vi", "Nguồn: https://www.baovidu.vn/quy-chung-123.html", "baovidu.vn"),
    ],
)
def test_the_outlet(language: str, below: str, publisher: str) -> None:
    text, meta = head(language, below=below)
    assert_found(text, meta.publisher, publisher)


def test_an_agency_s_dateline_names_the_outlet() -> None:
    text = f"{TITLE['vi']}\n(Dân trí) - {BODY['vi']}"
    assert_found(text, analyse(text)[0].publisher, "Dân trí")


def test_a_doubled_outlet_is_named_once() -> None:
    text, meta = head("vi", lead="Báo Quốc TếBáo Quốc Tế24/08/2025")
    assert_found(text, meta.publisher, "Báo Quốc Tế")
    assert meta.published.value == "2025-08-24"


def test_the_address_is_the_article_s_not_a_picture_s() -> None:
    below = "![x](https://cdn.example.org/x.jpg)\nSource : https://exemple.fr/fonds-commun."
    text, meta = head("fr", below=below)
    assert_found(text, meta.url, "https://exemple.fr/fonds-commun")


@pytest.mark.parametrize(
    ("language", "url", "translated"),
    [
        ("fr", "https://baoquangtri.vn/ngoai-giao-kinh-te-la-dong-luc-moi-190554.htm", "vi"),
        ("fr", "https://fr.vietnamplus.vn/le-premier-ministre-recoit-les-ambassadeurs-post217.vnp", ""),
        ("en", "https://en.vietnamplus.vn/prime-minister-meets-foreign-ambassadors-post217.vnp", ""),
        ("vi", "https://baoquangtri.vn/ngoai-giao-kinh-te-la-dong-luc-moi-190554.htm", ""),
    ],
)
def test_translated_where_the_address_speaks_vietnamese(language: str, url: str, translated: str) -> None:
    assert head(language, below=f"Source: {url}")[1].translated_from.value == translated


@pytest.mark.parametrize(
    ("language", "lead", "publisher", "byline", "published"),
    [
        (
            "fr",
            "Le Monde | 04.05.2015 à 13h36 • Mis à jour le 05.05.2015 à 20h13 | Par Anne Roy (avec Paul Lay)",
            "Le Monde",
            "Anne Roy",
            "2015-05-04",
        ),
        ("en", "The Ledger | 3 May 2021 | By Jane Okafor", "The Ledger", "Jane Okafor", "2021-05-03"),
        ("fr", "Publié le vendredi 2 fevrier 2018 | Agence de Presse Africaine", "Agence de Presse Africaine", "", "2018-02-02"),
    ],
)
def test_a_line_of_the_head_with_bars(language: str, lead: str, publisher: str, byline: str, published: str) -> None:
    meta = head(language, lead=lead)[1]
    assert (meta.publisher.value, meta.byline.value, meta.published.value) == (publisher, byline, published)


def test_the_crawler_s_stamp_is_the_day_of_publication() -> None:
    text = f"date 2022-05-11 {BODY['en']}"
    meta = analyse(text)[0]
    assert_found(text, meta.published, "2022-05-11")
    assert analyse(f"date 2022-05 {BODY['en']}")[0].published.value == ""


def test_dates_of_a_list_of_other_articles_do_not_count() -> None:
    others = "\n".join(f"Ministers meet again in town {number}\n14 Apr, 2022" for number in range(6))
    text = f"{TITLE['en']}\n{BODY['en']}{BODY['en'].replace('fund', 'pot')}\n{others}"
    assert analyse(text)[0].published.value == ""


def test_a_bracket_with_a_day_is_no_outlet() -> None:
    assert analyse(f"KUALA LUMPUR (Nov 25): {BODY['en']}")[0].publisher.value == ""


def test_keys_in_json_and_in_the_article_s_language() -> None:
    text = f'---json\n{{\n    "title": "A shared fund",\n    "date": "2017-10-11T17:00:00.000Z",\n    "tacgia": "Lê Hà"\n}}\n---\n{BODY["vi"]}'
    meta = analyse(text)[0]
    assert_found(text, meta.title, "A shared fund")
    assert_found(text, meta.byline, "Lê Hà")
    assert meta.published.value == "2017-10-11"


def test_the_head_of_a_mail() -> None:
    head_lines = "From: News Digest <digest@example.org>\nSubject: A shared fund\nDate: Tue, 12 May 2020 07:00:00 +0000"
    meta, zones = analyse(f"{head_lines}\n\n{BODY['en']}")
    assert meta.published.value == "2020-05-12"
    assert meta.title.value == "A shared fund"
    assert (zones[0].kind.value, zones[0].end) == ("front_matter", len(head_lines))
