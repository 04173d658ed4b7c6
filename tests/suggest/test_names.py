"""Names: persons with their titles and countries, bodies, countries, places; and what is none of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.suggest.doc import Name
from tests.suggest.event_reading import read


def found(text: str, language: str) -> list[Name]:
    return list(read(text, language).names)


def told(text: str, language: str, *kinds: str) -> list[str]:
    return [name.text for name in found(text, language) if not kinds or name.kind in kinds]


PERSONS = [
    (
        "en",
        "Prime Minister Nguyen Xuan Phuc met French PM Edouard Philippe.",
        [("Nguyen Xuan Phuc", "Prime Minister", "VN"), ("Edouard Philippe", "French PM", "FR")],
    ),
    ("en", "the visit by Party General Secretary Nguyen Phu Trong", [("Nguyen Phu Trong", "Party General Secretary", "VN")]),
    ("en", "Speaking there, PM. Pham Minh Chinh asked for effort.", [("Pham Minh Chinh", "PM.", "VN")]),
    (
        "en",
        "Mr. Trinh Truong Huy, Vice Chairman of the Provincial People's Committee; others",
        [("Trinh Truong Huy", "Vice Chairman of the Provincial People's Committee", "VN")],
    ),
    ("en", "Taiwan's President Tsai Ing-wen spoke.", [("Tsai Ing-wen", "Taiwan's President", "TW")]),
    ("en", "Mr Wickremesinghe said so.", [("Wickremesinghe", "", "")]),
    ("en", "Keith Hansen, the bank's country director, urged lawmakers.", [("Keith Hansen", "the bank's country director", "")]),
    (
        "fr",
        "le commissaire européen au Commerce Peter Mandelson et son homologue indien, Kamal Nath",
        [("Peter Mandelson", "commissaire européen au Commerce", ""), ("Kamal Nath", "homologue indien", "IN")],
    ),
    (
        "fr",
        "le vice-Premier ministre et ministre des Affaires étrangères Bui Thanh Son a parlé",
        [("Bui Thanh Son", "vice-Premier ministre et ministre des Affaires étrangères", "VN")],
    ),
    (
        "fr",
        "du président de la Commission européenne José Manuel Durao Barroso",
        [("José Manuel Durao Barroso", "président de la Commission européenne", "")],
    ),
    ("fr", "a déclaré Danièle Smadja, chef de la délégation à Paris.", [("Danièle Smadja", "chef de la délégation à Paris", "")]),
    (
        "fr",
        "La présidente de la Commission européenne, Ursula von der Leyen, est là.",
        [("Ursula von der Leyen", "présidente de la Commission européenne", "")],
    ),
    ("vi", "Thủ tướng Chính phủ Phạm Minh Chính chủ trì.", [("Phạm Minh Chính", "Thủ tướng Chính phủ", "VN")]),
    (
        "vi",
        "có đồng chí Bùi Thanh Sơn, Phó Thủ tướng Chính phủ, Bộ trưởng Bộ Ngoại giao; đại diện",
        [("Bùi Thanh Sơn", "Phó Thủ tướng Chính phủ, Bộ trưởng Bộ Ngoại giao", "VN")],
    ),
    ("vi", "Chủ tịch UBND tỉnh Võ Tấn Đức cho biết", [("Võ Tấn Đức", "Chủ tịch UBND tỉnh", "VN")]),
    (
        "vi",
        "Tổng thống Brazil, Chủ tịch G20 năm 2024 Luiz Inácio Lula da Silva và Phu nhân",
        [("Luiz Inácio Lula da Silva", "Tổng thống Brazil, Chủ tịch G20 năm 2024", "BR")],
    ),
    ("vi", "Bộ trưởng Bộ Công Thương Nguyễn Hồng Diên tiếp khách", [("Nguyễn Hồng Diên", "Bộ trưởng Bộ Công Thương", "VN")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), PERSONS)
def test_persons_with_titles(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    people = [(n.text, n.role, n.code) for n in found(text, language) if n.kind == "person"]
    assert people == expected
    for name in found(text, language):
        assert text[name.start : name.end] == name.text
        if name.role_span:
            assert text[slice(*name.role_span)] == name.role


NOBODY = [
    ("en", "The Foreign Affairs Committee met in East Sea waters on Monday."),
    ("en", "According to the Ministry of Agriculture and Rural Development, rice is up."),
    ("fr", "Le Monde et les Nations unies ont parlé. Le Premier ministre est là."),
    ("fr", "Promouvoir la Zone économique. Renforcer les Industries Chimiques du Sénégal."),
    ("vi", "Bộ Kế hoạch và Đầu tư, Đoàn Thanh niên Cộng sản Hồ Chí Minh, Hội Nông dân Việt Nam họp."),
    ("vi", "Công ty Cổ phần Sữa Việt Nam tại Hà Nam và Thái Bình Dương."),
]


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_no_persons(language: str, text: str) -> None:
    assert told(text, language, "person") == []


BODIES = [
    ("en", "the Ministry of Foreign Affairs and the World Bank", ["Ministry of Foreign Affairs", "World Bank"]),
    ("en", "talks with the International Monetary Fund and India's Exim Bank", ["International Monetary Fund", "Exim Bank"]),
    ("en", "the University of Science and Technology of Hanoi", ["University of Science and Technology of Hanoi"]),
    ("en", "the Kenya National Union of Nurses signed", ["Kenya National Union of Nurses"]),
    ("fr", "le ministère des Affaires étrangères et l'Union européenne", ["ministère des Affaires étrangères", "Union européenne"]),
    ("fr", "une réunion du Conseil national de la consommation (CNC), demain", ["Conseil national de la consommation"]),
    ("fr", "l'Institut national de la statistique a publié", ["Institut national de la statistique"]),
    ("fr", "le ministère de l'Agriculture et du Développement rural a dit", ["ministère de l'Agriculture et du Développement rural"]),
    ("vi", "Bộ Ngoại giao đã tổ chức", ["Bộ Ngoại giao"]),
    ("vi", "Hiệp hội Da giày- Túi xách Việt Nam cho biết", ["Hiệp hội Da giày- Túi xách Việt Nam"]),
    ("vi", "Bộ Kế hoạch và Đầu tư công bố", ["Bộ Kế hoạch và Đầu tư"]),
    ("vi", "UBND tỉnh và Ngân hàng Nhà nước họp", ["UBND tỉnh", "Ngân hàng Nhà nước"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), BODIES)
def test_bodies(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language, "body") == expected


COUNTRIES = [
    ("en", "India, the Republic of Korea, the UAE and Dominica", ["IN", "KR", "AE", "DM"]),
    ("fr", "la Corée du Sud, l'Inde, la Côte d'Ivoire et les États-Unis", ["KR", "IN", "CI", "US"]),
    ("vi", "Ấn Độ, Hàn Quốc, UAE, Ả-rập Xê-út, Rumani, Dominicana, Nga", ["IN", "KR", "AE", "SA", "RO", "DO", "RU"]),
    ("en", "It told us that US$31 billion left.", []),
    ("fr", "Un homme et une femme.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), COUNTRIES)
def test_countries(language: str, text: str, expected: list[str]) -> None:
    assert [n.code for n in found(text, language) if n.kind == "country"] == expected


def test_places_known_and_unknown() -> None:
    assert told("It rained in Hanoi and in Gaziantep.", "en", "place") == ["Hanoi", "Gaziantep"]
    assert told("La foire se tient à Toulouse et à Korhogo.", "fr", "place") == ["Toulouse", "Korhogo"]
    assert told("Hội chợ tại Vĩnh Phúc và tại Bắc Hà.", "vi", "place") == ["Vĩnh Phúc", "Bắc Hà"]
    assert told("In May, In 2024, it rained.", "en", "place") == []


def test_a_person_is_named_again_by_one_word() -> None:
    text = "Prime Minister Nguyen Xuan Phuc met Edouard Philippe, prime minister of France. Phuc and Philippe spoke."
    assert told(text, "en", "person") == ["Nguyen Xuan Phuc", "Edouard Philippe", "Phuc", "Philippe"]
    assert told("Ông Phạm Minh Chính đến. Chính phủ họp. Thủ tướng Chính phủ nói.", "vi", "person") == ["Phạm Minh Chính"]


def test_titles_that_stand_alone() -> None:
    assert told("Sri Lanka's agriculture minister called on farmers.", "en", "role") == ["Sri Lanka's agriculture minister"]
    assert told("Le Ministre, Secrétaire général du Gouvernement a annoncé une baisse.", "fr", "role") == [
        "Ministre, Secrétaire général du Gouvernement"
    ]
    assert told("Thủ tướng đề nghị các bộ.", "vi", "role") == ["Thủ tướng"]
    assert told("The member states and the head office agreed.", "en", "role") == []


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abÀĐ N'-.,;  \nPh", max_size=120), st.sampled_from(["en", "fr", "vi"]))
def test_names_stand_in_order_without_overlap(text: str, language: str) -> None:
    end = 0
    for name in found(text, language):
        assert end <= name.start < name.end <= len(text)
        assert text[name.start : name.end] == name.text or "\u00a0" in text
        end = name.end
