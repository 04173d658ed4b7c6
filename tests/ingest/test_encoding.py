"""Encodings: marks, UTF-8, UTF-16 without a mark, old code pages, and what is no text at all."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.base.errors import InputError
from postil.ingest import encoding

FRENCH = "Déjà l'été : « l'œuvre » coûte 12 € à Noël — où ça ?"
PLAIN_FRENCH = "L'évaluation a été présentée à la conférence par le gouverneur de la région."
VIETNAMESE = "Thủ tướng Chính phủ chủ trì hội nghị với các đại sứ tại Hà Nội, đường sắt đô thị"
ENGLISH = "The minister’s “plan” costs £5m – a naïve café owner’s guess"


@pytest.mark.parametrize("name", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [FRENCH, VIETNAMESE, ENGLISH, "emoji 📅 ok"])
def test_a_mark_decides(name: str, text: str) -> None:
    assert encoding.decode(("\ufeff" + text).encode(name), "a.txt") == (text, name)


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [FRENCH, VIETNAMESE, ENGLISH])
def test_utf_16_without_a_mark(name: str, text: str) -> None:
    assert encoding.decode(text.encode(name), "a.txt") == (text, name)


@pytest.mark.parametrize(
    ("text", "written", "named"),
    [
        (FRENCH, "cp1252", "cp1252"),
        (ENGLISH, "cp1252", "cp1252"),
        (PLAIN_FRENCH, "iso-8859-1", "iso-8859-1"),
        ("Une œuvre au cœur du débat, des sœurs et un vœu à 12 €", "iso8859-15", "iso8859-15"),
    ],
)
def test_western_code_pages(text: str, written: str, named: str) -> None:
    assert encoding.decode(text.encode(written), "a.txt") == (text, named)


def old_vietnamese(text: str) -> bytes:
    """`text` as windows-1258 wrote it: base letter (with its own hook or roof) and tone mark apart."""
    out = bytearray()
    for sign in text:
        try:
            out += sign.encode("cp1258")
        except UnicodeEncodeError:
            base, tone = _tone_apart(sign)
            out += base.encode("cp1258") + tone.encode("cp1258")
    return bytes(out)


def _tone_apart(sign: str) -> tuple[str, str]:
    marks = unicodedata.normalize("NFD", sign)
    tone = next(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", marks.replace(tone, "")), tone


def test_windows_1258() -> None:
    text, name = encoding.decode(old_vietnamese(VIETNAMESE), "a.txt")
    assert name == "cp1258"
    assert unicodedata.normalize("NFC", text) == VIETNAMESE


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04....", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Word"),
        (b"{\\rtf1 text}", "rich text"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"SQLite format 3\x00", "database"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"text with \x00 inside, odd", "NUL"),
        ("NUL \x00 in a marked file".encode("utf-8-sig"), "NUL"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08 text", "control"),
        ("Tại cuộc họp".encode()[:-1] + "Thủ tướng chính phủ".encode("utf-16-le")[1:8] + b"\x81\x8d", "NUL"),
    ],
)
def test_what_is_no_text_is_refused_with_its_cause(data: bytes, cause: str) -> None:
    with pytest.raises(InputError, match=cause) as refused:
        encoding.decode(data, "report.txt")
    assert refused.value.what == "report.txt"
    assert refused.value.next_step


def test_bytes_that_no_code_page_explains_are_refused() -> None:
    cyrillic = "Правительство объявило о новом плане для железных дорог страны.".encode("cp1251")
    with pytest.raises(InputError, match="encoding"):
        encoding.decode(cyrillic, "a.txt")


def test_a_mark_that_lies_is_named() -> None:
    with pytest.raises(InputError, match="utf-8, but byte 4"):
        encoding.decode(b"\xef\xbb\xbftext\xff\xfe", "a.txt")


def test_one_stray_control_character_is_kept() -> None:
    assert encoding.decode(b"A line\x0bbreak and\x08 so on, as exports have it.", "a.txt")[0] == "A line\x0bbreak and\x08 so on, as exports have it."


def test_half_characters_are_refused() -> None:
    with pytest.raises(InputError, match="halves"):
        encoding.refuse_binary("broken \ud83d paste", "Pasted text")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, name = encoding.decode(data, "a.txt")
    except InputError as error:
        text, name = error.next_step, error.what
    assert text or not data
    assert name
    assert "\0" not in text


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=200))
def test_utf_8_always_comes_back(text: str) -> None:
    data = text.encode("utf-8")
    if any(data.startswith(signature) for signature, _ in encoding.SIGNATURES) or data.startswith("\ufeff".encode()):
        return
    assert encoding.decode(data, "a.txt") == (text, "utf-8")
