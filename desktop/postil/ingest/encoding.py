"""Bytes to text: byte-order marks, UTF-8, UTF-16 without a mark, and the old Western and Vietnamese code pages."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

from postil.base.errors import InputError
from postil.base.i18n import N_, _

MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Longest first: the mark of UTF-32-LE begins with that of UTF-16-LE."""

SIGNATURES: Final = (
    (b"%PDF-", N_("It is a PDF document, not plain text.")),
    (b"PK\x03\x04", N_("It is a Word, OpenDocument or zip file, not plain text.")),
    (b"\xd0\xcf\x11\xe0", N_("It is an old Word or Excel document, not plain text.")),
    (b"{\\rtf", N_("It is a rich text document, not plain text.")),
    (b"\x89PNG", N_("It is a picture, not text.")),
    (b"\xff\xd8\xff", N_("It is a picture, not text.")),
    (b"GIF8", N_("It is a picture, not text.")),
    (b"SQLite format 3\x00", N_("It is a database, not text.")),
    (b"\x1f\x8b", N_("It is a compressed file, not text.")),
)

_CODE_PAGES: Final = ("cp1252", "iso8859-15", "cp1258")
_PLAUSIBLE: Final = frozenset(
    "àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆáíóúñãõåøßìòÁÍÓÚÑ"  # French and names of its neighbours
    "ăâđêôơưĂÂĐÊÔƠƯýÝ"  # Vietnamese; its letters with tone marks are tested by block
    "«»“”‘’„‹›–—…•·°§€£¥₫©®™№±×¹²³½¼¾ªº\u00a0\u00ad¿¡"
)
_STRANGE_SHARE: Final = 0.1
"""More than this share of implausible signs among the non-ASCII ones: the code page was guessed wrong."""
_CONTROL_SHARE: Final = 1 / 500
_CONTROLS: Final = bytes((*range(0x09), *range(0x0E, 0x1C), 0x7F))
_UPPER_CONTROL: Final = re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")
"""U+0080 to U+009F but for the line break U+0085, in UTF-8, where they are counted four times as fast as in the text."""
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_UPPER_LETTERS: Final = re.compile("[\u00c0-\u1fff]+")
_NOT_ASCII: Final = re.compile("[^\x00-\x7f]")


def decode(data: bytes, name: str) -> tuple[str, str]:
    """`data` as text, and the name of its encoding. Raises InputError naming `name` for what is no text."""
    _refuse_signatures(data, name)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], encoding, name), name), encoding
    guessed = _unmarked_utf16(data)
    if guessed:
        return _checked(_strict(data, guessed, name), name), guessed
    if b"\0" in data:
        raise _binary(name, _("It holds NUL bytes: it is a binary file, not text."))
    try:
        return _checked(data.decode("utf-8"), name, data), "utf-8"
    except UnicodeDecodeError:
        text, encoding = _code_page(data, name)
        return _checked(text, name), encoding


def refuse_binary(text: str, name: str) -> str:
    """`text` itself. Raises InputError when it holds NUL, lone surrogates, or more than a stray control character."""
    return _checked(text, name)


def _refuse_signatures(data: bytes, name: str) -> None:
    for signature, cause in SIGNATURES:
        if data.startswith(signature):
            raise _binary(name, _(cause))


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        cause = _("Its first bytes say {encoding}, but byte {position} does not fit.").format(encoding=encoding, position=error.start)
        raise InputError(cause, what=name, next_step=_save_as_utf8()) from error


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 shows as NUL in every second byte: Latin letters have an empty upper half."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2 or b"\0" not in sample:
        return ""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for encoding, upper, lower in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if upper > 0.5 * half and lower == 0:
            return encoding
    return ""


def _code_page(data: bytes, name: str) -> tuple[str, str]:
    """The code page under which the fewest signs look strange; ties go to the earlier, more common one."""
    best: tuple[float, str, str] | None = None
    for encoding in _CODE_PAGES:
        try:
            text = unicodedata.normalize("NFC", data.decode(encoding))
        except UnicodeDecodeError:
            continue
        strange = _strangeness(text)
        if best is None or strange < best[0]:
            best = (strange, encoding, text)
    if best is None or best[0] > _STRANGE_SHARE:
        raise InputError(_("Its encoding is not one that can be recognised."), what=name, next_step=_save_as_utf8())
    raw_text = data.decode(best[1])
    no_upper_controls = not any(0x80 <= byte <= 0x9F for byte in set(data))
    return raw_text, "iso-8859-1" if best[1] == "cp1252" and no_upper_controls else best[1]


def _strangeness(text: str) -> float:
    """Share of the non-ASCII signs of NFC `text` that French, English or Vietnamese prose would not use there."""
    letters = sum(map(len, _LETTERS.findall(text)))
    if 2 * sum(map(len, _UPPER_LETTERS.findall(text))) > letters:  # in no Latin script are most letters accented
        return 1.0
    total = strange = 0
    for match in _NOT_ASCII.finditer(text):
        at = match.start()
        total += 1
        strange += not _is_plausible(match[0], text[at - 1 : at] or " ", text[at + 1 : at + 2])
    return strange / max(1, total)


def _is_plausible(sign: str, before: str, after: str) -> bool:
    if "\u1ea0" <= sign <= "\u1ef9":
        return True
    if sign not in _PLAUSIBLE:
        return False
    if sign in "½¼¾¹²³ªº¤¿¡×":  # signs that stand inside a word only when a letter was misread
        return not (before.isalpha() and after.isalpha())
    return not (before.islower() and sign.isupper())  # "caÊfe": a capital inside a word


def _checked(text: str, name: str, utf8: bytes | None = None) -> str:
    """`text`, unless it is none; `utf8` are its bytes where they are at hand."""
    if "\0" in text:
        raise _binary(name, _("It holds NUL characters: it is a binary file, not text."))
    utf8 = _utf8(text, name) if utf8 is None else utf8
    controls = len(utf8) - len(utf8.translate(None, _CONTROLS)) + len(_UPPER_CONTROL.findall(utf8))
    if controls > max(3, len(text) * _CONTROL_SHARE):
        raise _binary(name, _("It is full of control characters: it is a binary file, not text."))
    return text


def _utf8(text: str, name: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:  # only a paste can hold such; no encoding of a file gives them
        raise InputError(_("It holds halves of characters (lone surrogates)."), what=name, next_step=_save_as_utf8()) from error


def _binary(name: str, cause: str) -> InputError:
    return InputError(cause, what=name, next_step=_("Export the article as plain text (.txt) and import that."))


def _save_as_utf8() -> str:
    return _("Open it in a text editor, check that it reads well, save it as UTF-8 and import it again.")
