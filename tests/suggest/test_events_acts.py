"""Events told by verbs of deciding, arriving, receiving and asking, and whose day is whose."""

from __future__ import annotations

from typing import Final

import pytest

from tests.suggest.event_reading import events, told

PUBLISHED: Final = "2025-03-20"
FR: Final[list[tuple[str, list[tuple[str, str]]]]] = [
    ("La Banque centrale de Norvège a relevé jeudi 6 mars 2025 son taux directeur d'un quart de point.", [("statement", "2025-03-06")]),
    ("Le gouverneur Paul Anselme a reçu mardi 11 mars 2025 à Tunis une mission du Fonds monétaire international.", [("meeting", "2025-03-11")]),
    ("Le Conseil de sécurité de l'ONU a prorogé lundi 10 mars 2025 le mandat de la mission.", [("other", "2025-03-10")]),
    ("Les ouvriers ont cessé le travail le 12 mars 2025 à Sfax.", [("conflict", "2025-03-12")]),
    ("Une deuxième ligne de production entrera en service en mai 2025.", [("other", "2025-05")]),
    ("Le consortium Altea a mis en service mardi 4 mars 2025 une usine à Sfax.", [("ceremony", "2025-03-04")]),
    ("L'audit, rendu public le 3 mars 2025 par la Cour des comptes, relève des écarts.", [("publication", "2025-03-03")]),
    ("Le siège social de la société se trouve au siège de la chambre de commerce.", []),
    ("Les données publiées dans le journal concernent les ménages.", []),
    ("Le Sénat examinera le texte en mai.", []),
]
VI: Final[list[tuple[str, list[tuple[str, str]]]]] = [
    ("Chủ tịch Lê Quốc Bình đến Vientiane chiều 8/3/2025.", [("visit", "2025-03-08")]),
    ("Từ sáng đến chiều 8/3/2025, giá vàng không đổi.", []),
    ("Ngày 9/3/2025, Thủ tướng Lê Quốc Bình tới hiện trường.", [("visit", "2025-03-09")]),
    ("Doanh nghiệp dự kiến khởi công nhà máy thứ hai vào tháng 6/2025.", [("ceremony", "2025-06")]),
    ("Cảnh sát đã bắt giữ chín người hôm 10/3/2025.", [("other", "2025-03-10")]),
    ("Trung Quốc hôm 3/3/2025 tuyên bố sẽ đáp trả.", [("statement", "2025-03-03")]),
    ("Giới chức Nhật Bản kêu gọi người dân ven biển sơ tán.", [("statement", "")]),
    ("Chi cục Thống kê ngày 2/3/2025 công bố chỉ số giá tiêu dùng tháng 2.", [("publication", "2025-03-02")]),
    ("Tổng thống Hàn Quốc Park Jin Woo sẽ thăm cấp Nhà nước Việt Nam từ ngày 22 đến ngày 24/3/2025.", [("visit", "2025-03-22")]),
]
CASES: Final = [
    pytest.param(language, *case, id=f"{language}-{rank}") for language, cases in (("fr", FR), ("vi", VI)) for rank, case in enumerate(cases)
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_what_is_decided_opened_or_asked(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(told(text, language, PUBLISHED)) == sorted(expected)


def test_a_day_before_the_first_comma_is_that_of_the_act_behind_it() -> None:
    found = told("Trong phiên làm việc chiều 17/1/2025, Quốc hội đã thông qua Luật Dữ liệu.", "vi", PUBLISHED)
    assert ("other", "2025-01-17") in found


def test_somebody_on_a_visit_borrows_no_year_from_the_sentence_before() -> None:
    text = "En 2023, le budget a doublé. Le roi Aldric, en visite privée au Gabon, a invité les partis au dialogue."
    assert [event.start for event in events(text, "fr", PUBLISHED) if event.type.value == "visit"] == [""]


def test_a_speaker_with_a_form_of_address_speaks_on_an_occasion() -> None:
    text = "Le ministre Karim Aziz a rencontré Anna Kessler le 3 mars 2025 à Tunis. À l'issue de la rencontre, Mme Kessler s'est dite confiante."
    assert "statement" in [kind for kind, _ in told(text, "fr", PUBLISHED)]


def test_a_committee_of_a_town_keeps_both_words_of_its_level() -> None:
    found = events("Ngày 5/3/2025, UBND thành phố tổ chức hội nghị xúc tiến đầu tư tại Huế.", "vi", PUBLISHED)
    assert "UBND thành phố" in [person.name for event in found for person in event.participants]
