"""Plain text: bytes of a .txt file, or pasted words, to an article draft."""

from __future__ import annotations

import unicodedata
from typing import Final

from postil.base.errors import InputError
from postil.base.i18n import _
from postil.domain.article import ArticleDraft
from postil.ingest import encoding

_INVISIBLE: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


class TextReader:
    """The reader of plain text (`name` "text")."""

    name = "text"
    suffixes = (".txt",)

    def read(self, data: bytes, name: str) -> ArticleDraft:
        """The draft of one file's bytes. Raises InputError when it is no readable text."""
        if not data:
            raise InputError(_("It is empty."), what=name, next_step=_("Check that it was saved, then import it again."))
        decoded, used = encoding.decode(data, name)
        return ArticleDraft(name=name, raw=data, text=clean(decoded, name), encoding=used, reader=self.name)


def read_pasted_text(text: str, name: str) -> ArticleDraft:
    """The draft of pasted `text`; its raw bytes are the words in UTF-8. Raises InputError when nothing is there."""
    encoding.refuse_binary(text, name)
    return ArticleDraft(name=name, raw=text.encode("utf-8"), text=clean(text, name), encoding="utf-8", reader="pasted")


def clean(text: str, name: str) -> str:
    """Line ends as LF and NFC, nothing else. Raises InputError when only white space is left."""
    if not text.strip().strip(_INVISIBLE).strip():
        raise InputError(_("It holds only white space."), what=name, next_step=_("Choose a file with an article in it."))
    unified = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return unicodedata.normalize("NFC", unified)
