"""The opening of a paragraph: which words are the agency's dateline, and which are the article's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.ingest.datelines import dateline

TEXT = {
    "en": "Heavy rains and flash floods have hit the east of the region, and officials said on Tuesday that more was to come before the weekend.",
    "fr": "De fortes pluies ont touché l'est de la région et les autorités annoncent de nouvelles crues avant la fin de la semaine.",
    "vi": "Mưa lớn và lũ quét đã ảnh hưởng tới phía đông của vùng, giới chức dự báo lũ sẽ còn lên trước cuối tuần.",
}

DATELINES = [
    ("en", "Kathmandu, Jan. 20: "),
    ("en", "LAGOS (AFP) — "),
    ("en", "LAGOS  (AFP) &#8211; "),
    ("en", "Nairobi, May 23 "),
    ("en", "Entebbe, Uganda | THE LEDGER | "),
    ("en", "WASHINGTON (AP) — "),
    ("en", "NEW YORK, N.Y. – "),
    ("en", "ABUJA, Nigeria (AP) — "),
    ("en", "VALLETTA, Malta (AP) _ "),
    ("en", "Accra, Aug. 12, GNA – "),
    ("en", "ISLAMABAD: "),
    ("en", "Vijayawada: "),
    ("en", "KUALA LUMPUR, 3 May (Bernama) -- "),
    ("en", "BEIJING, May 12 (Xinhua) -- "),
    ("en", "**New Delhi, 30 July 2024** – "),
    ("en", "SAN FRANCISCO, May 12, 2020 /PRNewswire/ -- "),
    ("en", "Nay Pyi Taw, 12 September 2018 – "),
    ("en", "Monday, 12 May 2020 - "),
    ("en", "12/05/2020 - "),
    ("en", "LONDON, Monday — "),
    ("en", "Juba – "),
    ("en", "Brussels/Paris – "),
    ("en", "Accra (Ghana) 3 March 2020 - "),
    ("fr", "(Keystone-ATS) "),
    ("fr", "Dakar, 12 mai (APS) – "),
    ("fr", "ALGER - "),
    ("fr", "Yaoundé, le 3 mars 2021 (APA) : "),
    ("fr", "Paris, le 12 juin 2017 - "),
    ("fr", "Ouagadougou, 5 mai 2020 (AIB)-"),
    ("fr", "(Agence Ecofin) - "),
    ("fr", "[Agence Ecofin] "),
    ("fr", "GENÈVE – "),
    ("fr", "Rabat (MAP) - "),
    ("fr", "BRUXELLES, lundi – "),
    ("fr", "Hanoï (VNA) – "),
    ("vi", "**[Hà Nội - Kyodo]** "),
    ("vi", "**[AFP = Thời sự]** "),
    ("vi", "(HDDTVN) – "),
    ("vi", "more(HDDTVN) – "),
    ("vi", "Hà Nội (TTXVN) - "),
    ("vi", "TTO - "),
    ("vi", "TPO - "),
    ("vi", "CTTĐT - "),
    ("vi", "VOV.VN - "),
    ("vi", "(Dân trí) - "),
    ("vi", "(PLO)- "),
    ("vi", "(Chinhphu.vn) – "),
    ("vi", "HÀ NỘI, 20/12 (Xinhua) -- "),
    ("vi", "Hà Nội, ngày 20/12 - "),
    ("en", "KUALA LUMPUR (Nov 25): "),
    ("en", "Abuja, May 12, 2021 (NAN) "),
    ("en", "New Delhi [India], May 12 (ANI): "),
    ("en", "HONG KONG, May 12, 2020 - (ACN Newswire) - "),
    ("en", "LONDON--(BUSINESS WIRE)--"),
    ("en", "GENEVA (12 May 2020) – "),
    ("en", "Nairobi, Kenya May 12 – "),
    ("en", "Harare, (New Ziana) - "),
    ("en", "DUBAI, 12th May, 2020 (WAM) -- "),
    ("en", "ST. LOUIS (AP) — "),
    ("en", "May 12 (Reuters) - "),
    ("fr", "APA-Dakar (Sénégal) "),
    ("fr", "LOMÉ (Savoir News) - "),
    ("fr", "Paris (awp/afp) - "),
    ("fr", "Bamako, 12 mai (AMAP) "),
    ("fr", "MONTRÉAL, le 15 juill. 2021 /CNW/ - "),
    ("vi", "(TNO) "),
    ("vi", "(Baonghean.vn) - "),
    ("vi", "GD&TĐ - "),
    ("vi", "TT - "),
    ("vi", "**(Chinhphu.vn) – "),
    ("vi", "(Dân Việt) "),
]
TEXTS = [
    "Apple - the company behind the phone - said on Tuesday it would open a plant.",
    "NATO - the alliance of 32 nations - said it would send more troops.",
    "What happened: The government said it would open more schools next year.",
    "Question: How do you see the growth of the economy in the next two years?",
    "Inflation: The rate fell to its lowest level in a decade, according to figures that the statistics office released on Tuesday.",
    "Kenya: Twelve people died in the floods, officials said on Tuesday night, and more than four thousand have left their homes in the lowlands.",
    "Minister Jane Okafor: We have to open more schools next year, and soon.",
    "Jane Okafor - Minister of Education - said schools would open on Monday.",
    "On May 23, Heavy rains hit the region, and officials said more would come.",
    "In Paris, May 23 was a day of protest and of anger in the whole of the city.",
    "Trump (Republican) – The former president said he would win the election.",
    "GDP: The economy grew by 3% in the first quarter, the statistics office said.",
    "(1) The ministry will open three schools, and the rest will follow in 2025.",
    "[The minister] said that the schools would open on Monday and not before.",
    "Reuters: Minister, what do you say to those who lost their homes in the flood?",
    "Tuesday - The parliament met to debate the budget for the next year.",
    "Inflation - Higher prices for food and energy hurt the poor most, it said.",
    "Lyon, Marseille, Lille : Les trois villes demandent plus de moyens à l'État.",
    "Le 12 mai, Paris a accueilli une conférence sur le climat avec trente pays.",
    "Covid-19 : Le gouvernement annonce de nouvelles mesures pour les écoles du pays.",
    "Ông Nguyễn Văn A - Giám đốc Sở Tài chính cho biết tổng thu ngân sách tăng.",
    "Tại Hà Nội, ngày 20/12, Chính phủ tổ chức hội nghị tổng kết năm 2024.",
    "Sáng 20/12, Chính phủ tổ chức hội nghị tổng kết năm với sự tham gia của 63 tỉnh.",
    "Việt Nam - Trung Quốc: Kim ngạch thương mại song phương tăng mạnh trong năm.",
    "- Thưa ông, năm 2024 kim ngạch xuất khẩu của ngành đạt bao nhiêu tỷ USD?",
    "PV: Thưa ông, năm 2024 kim ngạch xuất khẩu của ngành đạt bao nhiêu tỷ USD?",
]


@pytest.mark.parametrize(("language", "opening"), DATELINES)
def test_the_dateline_ends_where_the_text_begins(language: str, opening: str) -> None:
    text = opening + TEXT[language]
    assert dateline(text, is_opening=True) == (0, len(opening.rstrip()))


@pytest.mark.parametrize(("language", "opening"), DATELINES)
def test_hard_spaces_and_tags_do_not_hide_it(language: str, opening: str) -> None:
    text = f"<p>{opening.replace(' ', chr(0xA0))}{TEXT[language]}</p>"
    start, end = dateline(text, is_opening=True)
    assert text[:start] in ("", "<p>")
    assert text[end:].lstrip("\u00a0*") == f"{TEXT[language]}</p>"


@pytest.mark.parametrize("text", TEXTS)
def test_a_sentence_has_none(text: str) -> None:
    assert dateline(text, is_opening=True) == (0, 0)


@pytest.mark.parametrize("opening", ["Vijayawada: ", "ALGER - ", "12/05/2020 - ", "Juba – ", "(Ecofin Times) - "])
def test_weak_signs_count_at_the_start_only(opening: str) -> None:
    assert dateline(opening + TEXT["en"], is_opening=False) == (0, 0)


def test_an_agency_counts_anywhere() -> None:
    assert dateline(f"Hanoi (VNA) - {TEXT['en']}", is_opening=False) == (0, len("Hanoi (VNA) -"))


@pytest.mark.parametrize("opening", ["FRANCE. ", "HANOI, Vietnam. ", "COTE D'IVOIRE. ", "Nhân Dân en ligne - ", "baochinhphu.vn - ", "BNEWS "])
def test_a_place_in_capitals_or_an_outlet_leads_the_text(opening: str) -> None:
    assert dateline(opening + TEXT["fr"], is_opening=True) == (0, len(opening.rstrip()))


@pytest.mark.parametrize("opening", ["INFLATION. ", "URGENT. ", "Paris. ", "ENTRETIEN. ", "UNICEF "])
def test_other_words_in_capitals_are_text(opening: str) -> None:
    assert dateline(opening + TEXT["fr"], is_opening=True) == (0, 0)


def test_nothing_leads_nothing() -> None:
    assert dateline("Hanoi (VNA) - ", is_opening=True) == (0, 0)
    assert dateline("", is_opening=True) == (0, 0)


@settings(max_examples=300)
@given(st.text(alphabet="AB ab.,:|()[]/*–—-_0129/<>&;nbsp \u00a0Đé", max_size=220), st.booleans())
def test_any_opening_has_a_sound_answer(text: str, is_opening: bool) -> None:
    start, end = dateline(text, is_opening=is_opening)
    assert 0 <= start <= end <= len(text)
