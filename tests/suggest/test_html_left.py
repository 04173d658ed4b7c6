"""HTML left in a text is read as what it stands for; offsets, evidence and number as written stay those of the text."""

from __future__ import annotations

import re
from dataclasses import asdict
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.domain.annotation import Body, Suggestion
from postil.domain.commitment import Commitment
from postil.domain.event import Event
from postil.domain.figure import Figure
from postil.ingest.analyse import analyse
from postil.suggest import dates, numbers
from postil.suggest.doc import Source
from postil.suggest.engine import suggest
from postil.suggest.text.markup import SIGN_PAD, WORD_PAD, clean, wording
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import norms, tokenize

_PIECES = st.lists(
    st.sampled_from(
        [
            "&",
            ";",
            "#",
            "<",
            ">",
            "/",
            "amp",
            "nbsp",
            "rsquo",
            "aacute",
            "shy",
            "x41",
            "60",
            "p",
            "b",
            "sup",
            "2",
            "!--",
            "--",
            "'",
            "l",
            "é",
            " ",
            "\n",
            "=",
        ]
    ),
    max_size=60,
).map("".join)


@given(st.one_of(_PIECES, st.text()))
def test_the_shadow_has_the_length_of_the_text_and_tokens_lie_in_it(text: str) -> None:
    plain = shadow(text)
    assert len(plain) == len(text)
    at = 0
    for token in tokenize(plain):
        assert at <= token.start < token.end <= len(text)
        assert token.norm
        assert plain[at : token.start].strip() == ""
        at = token.end
    assert plain[at:].strip() == ""


@given(_PIECES)
def test_nothing_that_people_read_holds_padding(text: str) -> None:
    for words in (wording(text), clean(shadow(text)), *norms(shadow(text))):
        assert WORD_PAD not in words
        assert SIGN_PAD not in words


@pytest.mark.parametrize(
    "text", ["a < b", "I <3 Paris", "x <y and z> w", "a <b c> d", "<john@example.org>", "R&D", "AT&T; P&L", "&&&&;;;", "<<<<", "&unknown;", "1<2"]
)
def test_what_is_no_html_stays(text: str) -> None:
    assert shadow(text) == text
    assert wording(text) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("th&aacute;ng n&#259;m &#x111;&#7847;u", ("tháng", "năm", "đầu")),
        ("d&rsquo;euros, l&#8217;&eacute;cole, aujourd&#39;hui", ("d'", "euros", ",", "l'", "école", ",", "aujourd'hui")),
        ("the ministry&rsquo;s isn&#8217;t boys&rsquo; work", ("the", "ministry", "'s", "isn", "'t", "boys", "'", "work")),
        ("&euro;5m &amp; 10&nbsp;%", ("€", "5", "m", "&", "10", "%")),
        ("R&amp;D R&amp;amp;D &amp;eacute;t&amp;eacute;", ("r", "&", "d", "r", "&", "d", "été")),
        ("hy&shy;phen Viet<wbr>nam", ("hyphen", "vietnam")),
        ("le 1<sup>er</sup> lot de 20 m<sup>2</sup>", ("le", "1", "er", "lot", "de", "20", "m²")),
        ("<p class='a'>One</p><!-- two --><br/>three <o:p></o:p>", ("one", "three")),
        ("&laquo;&nbsp;oui&nbsp;&raquo; &ldquo;non&rdquo;", ("«", "oui", "»", '"', "non", '"')),
        ("a&#769;ne &AGRAVE; &Agrave;", ("áne", "à", "à")),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert norms(shadow(text)) == words


def test_a_token_covers_the_whole_entity() -> None:
    text = "&euro;5 d&rsquo;Am&eacute;lie&nbsp;&raquo;"
    assert [text[token.start : token.end] for token in tokenize(shadow(text))] == ["&euro;", "5", "d&rsquo;", "Am&eacute;lie", "&raquo;"]


def test_a_block_tag_ends_a_line_only_where_none_ends() -> None:
    assert shadow("<h2>One</h2><p>Two</p>\n<p>Three") == "    One\n       Two    \n   Three"


@pytest.mark.parametrize(
    ("text", "language", "written", "value", "unit"),
    [
        ("Le lot vaut 1&#8239;200&nbsp;000&nbsp;&euro;.", "fr", "1&#8239;200&nbsp;000&nbsp;&euro;", 1_200_000, "EUR"),
        ("It cost &pound;3.5&nbsp;billion.", "en", "&pound;3.5&nbsp;billion", 3_500_000_000, "GBP"),
        ("Vốn là <strong>5,7 t&#7927;</strong> USD.", "vi", "5,7 t&#7927;</strong> USD", 5_700_000_000, "USD"),
        ("Un champ de 300&nbsp;m&sup2;.", "fr", "300&nbsp;m&sup2;", 300, "square_metre"),
        ("Il gagne 242&rsquo;000 francs CFA.", "fr", "242&rsquo;000 francs CFA", 242_000, "XOF"),
        ("It rose 12&#37; again.", "en", "12&#37;", 12, "percent"),
    ],
)
def test_numbers_of_a_library_caller(text: str, language: str, written: str, value: int, unit: str) -> None:
    assert [(found.text, found.value, found.unit) for found in numbers.find(text, language)] == [(written, Decimal(value), unit)]


@pytest.mark.parametrize(
    ("text", "language", "written", "edtf"),
    [
        ("le 1<sup>er</sup> ao&ucirc;t 2023", "fr", "1<sup>er</sup> ao&ucirc;t 2023", "2023-08-01"),
        ("trong 9 th&aacute;ng &#273;&#7847;u n&#259;m 2024", "vi", "9 th&aacute;ng &#273;&#7847;u n&#259;m 2024", "2024-01/2024-09"),
        ("on Aug.&nbsp;5, 2024", "en", "Aug.&nbsp;5, 2024", "2024-08-05"),
        ("in 2021&ndash;2025", "en", "2021&ndash;2025", "2021/2025"),
    ],
)
def test_dates_of_a_library_caller(text: str, language: str, written: str, edtf: str) -> None:
    assert [(text[found.start : found.end], found.edtf) for found in dates.find(text, language)] == [(written, edtf)]


_PLAIN = {
    "en": "“We will invest £5m in R&D by 2027,” said the mayor Seán Doyle.\nThe ministry’s budget rose by 12 per cent to €3.4 billion in 2023.\n",
    "fr": "Le président François Lévy s’est engagé à construire 12 000 logements avant fin 2026.\nUne réunion s’est tenue le 4 août 2023 à Thiès.\n",
    "vi": "Thủ tướng Phạm Minh Chính yêu cầu Bộ Công Thương hoàn thành đề án trước ngày 30/6/2025.\n"
    "Ngày 5/6/2024, hội nghị đã diễn ra tại Hà Nội với 300 đại biểu.\n",
}


def _with_entities(text: str) -> str:
    coded = "".join(char if char.isascii() else f"&#{ord(char)};" for char in text.replace("&", "&amp;"))
    return re.sub(r"^(.+)$", r'<p class="text"><span>\1</span></p>', coded, flags=re.MULTILINE)


def _read(text: str, language: str) -> tuple[Suggestion, ...]:
    return suggest(Source(text, language, published="2024-06-10"))


def _fields(body: Body) -> dict[str, Any]:
    fields = {name: value for name, value in asdict(body).items() if name not in ("inferred", "relates_to", "target_figure")}
    return fields | ({"number_as_written": wording(body.number_as_written)} if isinstance(body, Figure) else {})


@pytest.mark.parametrize("language", sorted(_PLAIN))
def test_a_page_in_html_says_what_it_says_without(language: str) -> None:
    plain = _read(_PLAIN[language], language)
    coded = _with_entities(_PLAIN[language])
    found = _read(coded, language)
    assert len(plain) >= 2
    assert [_fields(item.body) for item in found] == [_fields(item.body) for item in plain]
    for item in found:
        assert all(coded[piece.start : piece.end] == piece.exact for piece in item.evidence)


@pytest.mark.parametrize("language", sorted(_PLAIN))
def test_fields_for_people_are_clean(language: str) -> None:
    for item in _read(_with_entities(_PLAIN[language]), language):
        body = item.body
        shown = [body.indicator_label, body.counted, body.attributed_to, body.area] if isinstance(body, Figure) else []
        if isinstance(body, Event):
            shown = [
                body.title,
                *(one.name for one in body.participants),
                *(one.role for one in body.participants),
                *(one.name for one in body.places),
            ]
        if isinstance(body, Commitment):
            shown = [body.issuer, body.addressee, body.action]
        assert not any(re.search(rf"&#|<|{WORD_PAD}|{SIGN_PAD}", value) for value in shown), shown


def test_the_title_of_an_article_shows_signs() -> None:
    head = "Police arrest the governor&#8217;s aide &amp; driver"
    text = f"{head}\n\n<p>Police in the north said on Friday that they had arrested two men after the fire.</p>\n<p>Nobody was hurt.</p>\n"
    title = analyse(text)[0].title
    assert title.value == "Police arrest the governor’s aide & driver"
    assert text[title.start : title.end] == head


@pytest.mark.parametrize("piece", ["&&&&;;;", "<<<<", "&amp;", "<p ", "<!--", "</", "&#1", "<a b=", "&shy;", "'&rsquo;"])
def test_hostile_text_is_read(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert len(shadow(text)) == len(text)
    assert isinstance(wording(text), str)
