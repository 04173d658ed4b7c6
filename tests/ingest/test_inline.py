"""Zones that begin or end inside a line: each piece has its kind, and the sentence beside it stays text."""

from __future__ import annotations

import pytest

from postil.domain.zone import ZoneKind, kind_at
from postil.ingest.analyse import analyse
from tests.ingest.test_lexicon import ARTICLES

SENTENCE = {
    "en": "The river authority has asked 4,000 people to leave their homes before Friday night.",
    "fr": "L'agence du fleuve a demandé à 4 000 habitants de quitter leur maison avant vendredi soir.",
    "vi": "Ban quản lý sông đã yêu cầu 4.000 người dân rời khỏi nhà trước tối thứ sáu tuần này.",
}
AFTER = [
    ("en", " Read more", ZoneKind.BOILERPLATE),
    ("en", " Tweet", ZoneKind.BOILERPLATE),
    ("en", " Share Tweet Email", ZoneKind.BOILERPLATE),
    ("en", " READ ALSO: Governor opens a new bridge", ZoneKind.BOILERPLATE),
    ("en", " Read more: Why the river rises", ZoneKind.BOILERPLATE),
    ("en", " [Read more](https://example.org/more)", ZoneKind.BOILERPLATE),
    ("en", " [FULL STORY]", ZoneKind.BOILERPLATE),
    ("en", " (Read also: Five charts on floods)", ZoneKind.BOILERPLATE),
    ("en", " Continue reading →", ZoneKind.BOILERPLATE),
    ("en", "   Advertisement", ZoneKind.BOILERPLATE),
    ("en", " <!-- wp:more -->", ZoneKind.BOILERPLATE),
    ("en", " ![bags](https://cdn.example.org/bags.jpg)", ZoneKind.IMAGE),
    ("fr", " Lire la suite", ZoneKind.BOILERPLATE),
    ("fr", " Lire aussi : Le fleuve en cinq graphiques", ZoneKind.BOILERPLATE),
    ("fr", " (Lire aussi : Le fleuve en cinq graphiques)", ZoneKind.BOILERPLATE),
    ("fr", " [Lire la suite](https://exemple.fr/suite)", ZoneKind.BOILERPLATE),
    ("fr", " Partager", ZoneKind.BOILERPLATE),
    ("vi", " Xem thêm", ZoneKind.BOILERPLATE),
    ("vi", " Xem thêm: Vì sao nước sông dâng", ZoneKind.BOILERPLATE),
    ("vi", " (Xem thêm: Vì sao nước sông dâng)", ZoneKind.BOILERPLATE),
    ("vi", " [Xem chi tiết](https://vidu.vn/lu)", ZoneKind.BOILERPLATE),
]
BEFORE = [
    ("en", "[Read more](https://example.org/more)", ZoneKind.BOILERPLATE),
    ("vi", "[:gift:Xem chi tiết ở đây:gift:](https://vidu.vn/qua)", ZoneKind.BOILERPLATE),
    ("en", "![bags](https://cdn.example.org/bags.jpg)", ZoneKind.IMAGE),
    ("en", '<p><img src="https://cdn.example.org/bags.jpg"></p>', ZoneKind.IMAGE),
]
AT_THE_END = [
    ("en", " -VNA", ZoneKind.SOURCE_LINE),
    ("en", " (Reuters)", ZoneKind.SOURCE_LINE),
    ("fr", " (Source AFP)", ZoneKind.SOURCE_LINE),
    ("vi", " (Theo TTXVN)", ZoneKind.SOURCE_LINE),
    ("vi", " **[Dịch và biên tập]** AFPBB News", ZoneKind.SOURCE_LINE),
    ("en", " **Edited by:** Tom Reed", ZoneKind.SOURCE_LINE),
]
NONE = [
    ("en", " Why?"),
    ("en", " No."),
    ("en", " Share prices fell."),
    ("en", " (See the map above.)"),
    ("en", " “Read more books,” she said."),
    ("en", " [He] left."),
    ("en", " That was on Monday"),
    ("fr", " Pourquoi ?"),
    ("fr", " (Voir la carte ci-dessus.)"),
    ("fr", " Lire aussi vite est rare."),
    ("fr", " « Partagez tout », dit-il."),
    ("vi", " Vì sao?"),
    ("vi", " (Xem bản đồ ở trên.)"),
    ("vi", " Chia sẻ là hạnh phúc."),
]


def kinds(language: str, line: str, *, is_last: bool = False) -> tuple[str, list[ZoneKind]]:
    """The article with `line` as second paragraph (or last), and the kind of each character of `line`."""
    title, *body = ARTICLES[language]
    text = "\n\n".join([title, *body, line] if is_last else [title, body[0], line, *body[1:]])
    _, zones = analyse(text)
    start = text.index(line)
    return line, [kind_at(zones, offset) for offset in range(start, start + len(line))]


@pytest.mark.parametrize(("language", "after", "kind"), AFTER)
def test_what_is_glued_to_the_end(language: str, after: str, kind: ZoneKind) -> None:
    line, found = kinds(language, SENTENCE[language] + after)
    at = len(line) - len(after.lstrip())
    assert set(found[at:]) == {kind}
    assert set(found[: len(SENTENCE[language])]) == {ZoneKind.BODY}


@pytest.mark.parametrize(("language", "before", "kind"), BEFORE)
def test_what_is_glued_to_the_start(language: str, before: str, kind: ZoneKind) -> None:
    _, found = kinds(language, before + SENTENCE[language])
    assert set(found[: len(before)]) == {kind}
    assert set(found[len(before) :]) == {ZoneKind.BODY}


@pytest.mark.parametrize(("language", "after", "kind"), AT_THE_END)
def test_how_the_last_paragraph_is_signed(language: str, after: str, kind: ZoneKind) -> None:
    line, found = kinds(language, SENTENCE[language] + after, is_last=True)
    assert set(found[len(line) - len(after.lstrip()) :]) == {kind}
    assert set(found[: len(SENTENCE[language])]) == {ZoneKind.BODY}


@pytest.mark.parametrize(("language", "after"), NONE)
@pytest.mark.parametrize("is_last", [False, True])
def test_a_short_sentence_at_the_end_is_text(language: str, after: str, is_last: bool) -> None:
    _, found = kinds(language, SENTENCE[language] + after, is_last=is_last)
    assert set(found) == {ZoneKind.BODY}


def test_a_caption_in_small_type_beside_its_picture() -> None:
    caption = '<em style="font-size:small">Volunteers fill sandbags in the old harbour</em></p>'
    line, found = kinds("en", f'<p class="c"><div><img src="/b.jpg"></div>{caption}')
    assert set(found[: len(line) - len(caption)]) == {ZoneKind.IMAGE}
    assert set(found[-len(caption) :]) == {ZoneKind.CAPTION}


def test_paragraphs_in_tags_and_entities_are_text() -> None:
    title, *body = ARTICLES["fr"]
    written = [f"<p>{line.replace('é', '&eacute;').replace(' de ', '&nbsp;de ')}</p>" for line in body]
    _, zones = analyse("\n".join([title, *written]))
    assert [zone.kind for zone in zones] == [ZoneKind.TITLE]
