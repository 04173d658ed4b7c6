"""What looks like a date and is none: scores, telephone and law numbers, versions, fractions, names, acronyms; and hostile text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.base import edtf
from postil.suggest.dates import find
from postil.suggest.dating.guards import GUARDS
from postil.suggest.lexicon import LANGUAGES

NONE = {
    "en": [
        "The final score was 3-2 after 90 minutes.",
        "They won 6-4, 7-5, 6-2 on clay.",
        "Call +84 24 3825 1234 or 024-3825-1234.",
        "Python 3.11.4 and Qt 6.10 are needed.",
        "Version 2.10.2024b is out.",
        "The OCT scan was normal and the MAR index fell.",
        "DEC and JAN are acronyms, and so are SAT, SUN and MON.",
        "Theresa May said she would march on.",
        "May I come in? You may not.",
        "Mr March spoke to Mrs April Jones.",
        "The august body met and Augustus marched.",
        "The ratio is 1/2, or 3/4 of it.",
        "Resolution 57-NQ/TW and Decree 12/2024/NĐ-CP apply.",
        "The second attempt failed on the third floor.",
        "It is open 24/7, from 10:30.",
        "Sun Microsystems hired the wed couple under the sun.",
        "In all, 1,994 schools and 2 019 pupils took part.",
        "It cost $2,024 or €1,999.",
        "Room 2024, a Boeing 747-400 and section 12.3.4 of ISO 9001:2015.",
        "See pages 12-15 and 20-25.",
        "A Christmas tree stood near Easter Island and Thanksgiving Hall.",
        "The server is at 192.168.1.10.",
        "A 5-4 decision came after a 50-50 split over Article 12/3.",
        "It employs 888 nurses and 1994 teachers.",
        "The first quarter-final was dull.",
        "Mar-a-Lago was closed.",
        "It grew from 2000 dollars, with 2010 people and over 2000 troops.",
        "To march or not to march, that may be the question.",
    ],
    "fr": [
        "Le match s'est terminé 3-2.",
        "Appelez le 01 42 68 53 00 ou le 06.12.34.56.78.",
        "La planète Mars et le groupe Mars intéressent Mars Incorporated.",
        "Ils sont sept, sept de plus, et encore sept.",
        "Les 3/4 des élèves ont 1/2 tasse.",
        "La résolution 57-NQ/TW et le décret n° 2024-123 s'appliquent.",
        "La version 3.11.4 du logiciel 2.0 est sortie.",
        "Il a été élu et a été là ; voir l'article 12-3.",
        "La mer du Nord, un mardi noir et un vendredi rouge.",
        "Il compte 1888 écoles publiques et 1994 écoles privées.",
        "Il a 45 ans, et entre 12 et 15 points.",
        "Le billet de 2024 FCFA vaut 1 999 euros.",
        "Noël Le Graët a vu Toussaint Louverture et Pâques Dupont.",
        "À 18 h 30, ou à 10:45, la séance reprend.",
        "Voir page 12-15 et le numéro 12/2024/NĐ-CP.",
        "Une seconde chance, la première moitié du match, le second tour.",
        "En 3 sets, 6-4 6-2, Ana a un court de tennis.",
        "Environ 2000 manifestants et plus de 1990 agents.",
    ],
    "vi": [
        "Việt Nam thắng 3-2 trước Thái Lan, tỷ số 2-1, sơ đồ 4-4-2.",
        "Số điện thoại 024.3825.1234 hoặc 0912 345 678.",
        "Nghị quyết 57-NQ/TW, Quyết định 1234/QĐ-TTg, Nghị định 12/2024/NĐ-CP.",
        "Thông tư số 05/2023/TT-BTC và Công văn 280/CĐ-TTg.",
        "Ba phần tư, tức 3/4 số hộ, và 1/2 số dân.",
        "Năm người ở năm nơi, tháng lương thứ 13.",
        "Dự án thứ ba, thứ hai là vốn, thứ tư nữa.",
        "Hè về, thu sang, đông đảo người dân đón xuân xanh.",
        "Nhà ở đường 2/9, quảng trường 30/4, số nhà 12/3 ngõ 5/7.",
        "Lúc 8 giờ 30, 18h30 hay 10:45 đều được.",
        "Phiên bản 3.11.4 và 2.0 mở 24/7.",
        "Có 1994 trường, 2010 học sinh và 2024 hộ.",
        "Xem trang 12-15, điều 20-25.",
        "Chín muồi, ba má, tư duy, sáu chữ.",
        "Tết nhất, bánh Trung thu, quà Tết đủ cả.",
        "Uống ngày 3 lần, ăn ngày 2 bữa.",
        "Đầu năm học, cuối năm học và ngày càng đông.",
        "Tư liệu cho thấy đầu tư công là nhất.",
    ],
}
CASES = [pytest.param(language, text, id=f"{language}-{rank}") for language, texts in NONE.items() for rank, text in enumerate(texts)]


def times(text: str, language: str, reference: str | None = "2024-11-15") -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.edtf) for m in find(text, language, reference, country="GB") if m.kind in ("date", "period")]


@pytest.mark.parametrize(("language", "text"), CASES)
@pytest.mark.parametrize("reference", [None, "2024-11-15"])
def test_no_date(language: str, text: str, reference: str | None) -> None:
    assert times(text, language, reference) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Oct 2024 the OCT met.", [("Oct 2024", "2024-10")]),
        ("On 3 OCT 2024 it rained.", [("3 OCT 2024", "2024-10-03")]),
        ("In Oct. prices rose.", [("Oct.", "2024-10")]),
        ("OCTOBER WAS DRY", [("OCTOBER", "2024-10")]),
        ("She said in May that Mrs May may come in march.", [("May", "2024-05"), ("march", "2024-03")]),
        ("They met on Wed. and again last Fri.", [("Wed.", "2024-11-13"), ("last Fri.", "2024-11-08")]),
        ("on friday the 8th of november", [("friday the 8th of november", "2024-11-08")]),
    ],
)
def test_abbreviations_and_names_next_to_acronyms(text: str, expected: list[tuple[str, str]]) -> None:
    assert times(text, "en") == expected


def test_mars_in_french() -> None:
    assert times("Sur Mars, en mars, il fera froid, et en Mars aussi.", "fr") == [("mars", "2024-03"), ("Mars", "2024-03")]


def test_years_behind_a_conjunction() -> None:
    assert times("Les ventes ont monté en 2019 et 2020.", "fr") == [("2019", "2019"), ("2020", "2020")]
    assert times("Il y a 300 lycées et 2020 écoles.", "fr") == []
    assert times("It grew in 2019 and 2020.", "en") == [("2019", "2019"), ("2020", "2020")]


HOSTILE = [
    "1/2/" * 4000,
    "1-" * 4000,
    "2024-" * 3000,
    "12 12 " * 2000,
    "twenty " * 3000,
    "nineteen " * 2000,
    "may " * 3000,
    "the end of the " * 800,
    "first day of " * 800,
    "from 1 to 2 " * 800,
    "du 1 au " * 1000,
    "vingt et " * 1500,
    "từ ngày 1 đến " * 600,
    "tháng " * 2000,
    "hai mươi " * 1500,
    "Tết mùng " * 800,
    "1" * 20000,
    "/" * 20000,
    "Q1 " * 3000,
    "I V X " * 2000,
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rank", range(len(HOSTILE)))
def test_hostile_text_is_read_to_its_end(rank: int, language: str) -> None:
    text = HOSTILE[rank]
    for mention in find(text, language, "2024-11-15", country="GB"):
        assert 0 <= mention.start < mention.end <= len(text)
        assert not mention.edtf or edtf.is_valid(mention.edtf)


PIECES = (
    (
        "the last next this first second of in on week month year quarter Friday Tues. May march 3rd 12 31 2024 99 / - , . ago from to until before "
        "Christmas summer twenty one half le la l' semaine du prochain dernière quinzaine lundi août Noël été fin d'ici deux il_y_a lendemain ngày "
        "tháng năm quý thứ hai tuần này tới trước mùng Tết âm_lịch cuối đầu nửa đến từ III ( ) ' s h : % 1900 0 00"
    )
    .replace("_", "\u00a0")
    .split(" ")
)

REFERENCES = [None, "2024-02-29", "2024", "0001-01-01", "9999-12-31", "x"]


@settings(max_examples=250, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30),
    st.sampled_from(LANGUAGES),
    st.sampled_from([None, "2024-02-29", "2024", "0001-01-01", "9999-12-31", "x"]),
)
def test_any_row_of_words_gives_valid_dates(words: list[str], language: str, reference: str | None) -> None:
    text = " ".join(words)
    end = 0
    for mention in find(text, language, reference, country="GB"):
        assert end <= mention.start < mention.end <= len(text)
        assert not mention.edtf or edtf.is_valid(mention.edtf)
        end = mention.end


@pytest.mark.parametrize("language", LANGUAGES)
def test_decomposed_letters_and_other_signs_change_nothing(language: str) -> None:
    for text in NONE[language]:
        for variant in (unicodedata.normalize("NFD", text), text.replace(" ", "\u00a0"), text.replace("'", "\u2019"), f"« {text} »"):
            assert times(variant, language) == []


def test_every_doubt_has_a_name_of_its_own() -> None:
    assert all(name == name.lower() and " " not in name for name in GUARDS)
