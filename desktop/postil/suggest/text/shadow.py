"""The shadow of a text: the same length, with one sign for each family of look-alike signs.

Rules read the shadow, evidence quotes the text: because both have the same length, offsets are shared.
"""

from __future__ import annotations

import re
from typing import Final

from postil.suggest.text.markup import same_length

_SPACES: Final = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u2060\u3000\ufeff\t"
_APOSTROPHES: Final = "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\uff07"
_QUOTES: Final = "\u201c\u201d\u201e\u201f\u2033\uff02"
_HYPHENS: Final = "\u2010\u2011\u2012\u2212\u00ad\ufe63\uff0d"
_OTHERS: Final = {"\u066a": "%", "\uff05": "%", "\uff04": "$", "\uff0c": ",", "\uff0e": ".", "\uff0f": "/", "\u2044": "/", "\uff1a": ":"}

_TABLE: Final = (
    dict.fromkeys(map(ord, _SPACES), " ")
    | dict.fromkeys(map(ord, _APOSTROPHES), "'")
    | dict.fromkeys(map(ord, _QUOTES), '"')
    | dict.fromkeys(map(ord, _HYPHENS), "-")
    | {ord(sign): plain for sign, plain in _OTHERS.items()}
    | {0xFF10 + digit: str(digit) for digit in range(10)}
)

_LOOK_ALIKE: Final = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]")
"""Found one by one: most signs of a text are themselves, and translating each of them takes three times as long."""


def _plain(found: re.Match[str]) -> str:
    return _TABLE[ord(found[0])]


def shadow(text: str) -> str:
    """`text` with no-break and thin spaces as spaces, curly apostrophes and quotes straight, minus signs as hyphens.

    The length never changes, so that offsets into the shadow are offsets into the text. Dashes between
    words and guillemets stay: they mean something. HTML left in the text is read as what it stands for (`markup.same_length`).
    """
    return _LOOK_ALIKE.sub(_plain, same_length(text))
