"""Whatever a file holds: nothing is raised, every span quotes the text, and twice the text is about twice the work of the whole suggester."""

from __future__ import annotations

import sys
import unicodedata
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.base import edtf
from postil.operations.analysis import analyse
from postil.suggest import dates, numbers

LANGUAGES = ("en", "fr", "vi")
PIECES = {
    "en": "two hundred and thirty-five million bn % per cent dollars US$ £ of the a half dozen third to from between nearly more by until 2030 "
    "Monday May 20 December 2024 2019-2020 last year quarter will agreed must Minister Li Wei said held talks in Hanoi Read more Comments (0)",
    "fr": "deux cent quatre-vingt-dix mille milliards et demi % pour cent d'euros FCFA l' qu' de la une vingtaine tiers à entre près de d'ici 2030 "
    "lundi mai 20 décembre 2024 2019-2020 l'an dernier trimestre devra s'engage il faut le ministre Li Wei a déclaré à Hanoï Lire aussi (0)",
    "vi": "hai trăm ba mươi lăm nghìn tỷ rưỡi phần trăm % đồng USD tr một nửa phần từ đến khoảng gần hơn năm 2030 quý III tháng ngày 20/12 2024 "
    "thứ hai năm ngoái giai đoạn 2021-2025 sẽ yêu cầu cam kết phấn đấu Thủ tướng Phạm Minh Chính chủ trì hội nghị tại Hà Nội Bình luận (0) Chia sẻ",
}
SIGNS = list('.,;:!?…-–—−/|()[]{}"«»“”‘’*_#>&%$€<=+°²½¼№•\u00a0\u202f\u2009\u200b\u200d\ufeff\u00ad\n\t \u0301\u0323')
WHOLE = [
    "\n\n",
    "\r\n",
    "---\n",
    "![x](http://x.vn/2024/12/20/a.jpg)",
    "[a](b)",
    "https://x.fr/?a=1&b=2",
    "&nbsp;",
    "&#160;",
    "<br>",
    "<p>",
    "🇻🇳",
    "👩‍👩‍👧",
    "e\u0301",
    "ﬁ",
    "１２",
    "٣",
]


def rows(language: str) -> st.SearchStrategy[str]:
    """Words of numbers, dates, events and furniture with signs between, glued or not, and lines without end."""
    words = st.sampled_from(PIECES[language].split())
    digits = st.integers(0, 10**13).map(str)
    piece = st.one_of(words, digits, st.sampled_from(SIGNS), st.sampled_from(WHOLE), st.characters(codec="utf-8"))
    glue = st.sampled_from(["", " ", " ", "\u00a0", "\n"])
    mixed = st.lists(st.tuples(piece, glue), max_size=60).map(lambda pairs: "".join(a + b for a, b in pairs))
    return st.one_of(mixed, st.tuples(mixed, st.integers(1, 40)).map(lambda pair: (pair[0] * pair[1])[:4000]))


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_any_page_gives_sound_suggestions(language: str, data: st.DataObject) -> None:
    text = unicodedata.normalize("NFC", data.draw(rows(language)))
    found = analyse(text)  # whatever a suggester returns is checked there: spans inside the text, quotes that stand
    assert all(0 <= zone.start < zone.end <= len(text) for zone in found.zones)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_the_library_faces_read_any_text(language: str, data: st.DataObject) -> None:
    text = data.draw(rows(language))
    for strict in (False, True):
        at = 0
        for one in numbers.find(text, language, strict=strict):
            assert at <= one.start <= one.number_start < one.number_end <= one.end <= len(text)
            assert one.text == text[one.start : one.end]
            assert (one.value is None) == (one.minimum is not None) == (one.maximum is not None)
            at = one.number_end
    at = 0
    for mention in dates.find(text, language, "2024-12-20"):
        assert at <= mention.start < mention.end <= len(text)
        assert not mention.edtf or edtf.is_valid(mention.edtf)
        at = mention.end


HOSTILE = {
    "digits": "1234567890",
    "groups": "1 234 567 ",
    "stops": "1.234.567,",
    "slashes": "1/2/",
    "hyphens": "2020-2021-",
    "minus": "- 5 -",
    "scales": "tỷ triệu nghìn ",
    "words": "hai trăm ba mươi lăm ",
    "hundreds": "cent quatre-vingt-dix-neuf mille ",
    "halves": "one and a half million and ",
    "ranges": "from 5 to 6 to 7 million ",
    "hedges": "more than nearly about up to ",
    "money": "US$5 €6 £7bn ",
    "percents": "% 5 % ; ",
    "fractions": "two thirds of half of ",
    "dates": "20/12 đến 21/11/2024, ",
    "months": "from May to June 2024 - ",
    "names": "Phạm Minh Chính thăm Lào, ",
    "verbs": "President Li Wei met with visited said conference in Hanoi and ",
    "orders": "the ministry must agree to ask banks to build that ",
    "infinitives": "promouvoir ; renforcer les échanges, ",
    "tasks": "đẩy mạnh; tăng cường, ",
    "quotes": '"« said ',
    "brackets": "(((5 ",
    "links": "[a](b) ![c](d) ",
    "half a link": "![a[b](c ",
    "tags": "<a <b ",
    "entities": "&nbsp; &#1 ",
    "lines": "Share 5\n",
    "blank lines": "5 %\n\n\n",
    "counters": "Comment (0) | ",
    "marks": "e\u0301\u0323",
    "emoji": "👩‍👩‍👧 5 ",
    "one word": "a",
    "capitals": "Aa Bb ",
}
LENGTH = 3000
SLACK = 2.7
"""Twice the text may cost so many times the calls, and a fixed part on top: a quadratic rule would cost four times as many."""
FIXED = 3000


def calls(text: str) -> int:
    """Calls that reading a page takes, those of C functions included."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event.endswith("call")

    sys.setprofile(note)
    try:
        analyse(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_page_is_twice_the_work(name: str) -> None:
    unit = HOSTILE[name]
    pages = [unicodedata.normalize("NFC", (unit * (length // len(unit) + 1))[:length]) for length in (LENGTH, 2 * LENGTH)]
    analyse(pages[1])  # what is remembered of words is remembered now
    once, twice = (calls(page) for page in pages)
    assert twice < SLACK * once + FIXED, (once, twice)
