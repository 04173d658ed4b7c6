"""Cut a shadow string into tokens: words, digit runs and single signs, never across a letter-digit border.

- a word is letters with their combining marks; hyphens are signs, so "vingt-cinq" is three tokens;
- French elisions are tokens with their apostrophe ("l'", "d'", "qu'", "jusqu'"), English endings too ("'s", "'t");
- "aujourd'hui" is one word; "2021-mai", "US$31.4" and "A80" are cut at every border;
- white space, line feeds included, makes no token;
- padding behind a sign that was written as an entity belongs to its token, and to no norm ("&euro;" is one token "€").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from postil.suggest.doc import Token
from postil.suggest.text.markup import SIGN_PAD, WORD_PAD

_LETTER: Final = "[^\\W\\d_][\u0300-\u036f]*"
_TOKEN: Final = re.compile(
    rf"""[^\W\d_]++(?!['\u0300-\u036f])
    | aujourd'{WORD_PAD}*+hui
    | (?:jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|qu|[ldjmtscn])'{WORD_PAD}*+(?={_LETTER}|\d|["«]|\Z)
    | '{WORD_PAD}*+(?:s|t|m|d|re|ve|ll)(?![^\W_])
    | (?:{_LETTER})+
    | \d+
    | (?:'{WORD_PAD}++|\S){SIGN_PAD}*+""",
    re.IGNORECASE | re.VERBOSE,
)
_TONES: Final = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe"} | {
    "uỳ": "ùy",
    "uý": "úy",
    "uỷ": "ủy",
    "uỹ": "ũy",
    "uỵ": "ụy",
}


def tokenize(shadow: str) -> tuple[Token, ...]:
    """The tokens of `shadow` in order; `norm` as by `normal`, `capital` tells an upper-case first letter."""
    found = [(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(shadow)]
    return tuple([Token(start, end, normal(piece), piece[0].isupper()) for start, end, piece in found])


def norms(text: str) -> tuple[str, ...]:
    """Only the normal forms of the tokens of `text`: how lexicon forms and texts meet."""
    return tuple(normal(piece) for piece in _TOKEN.findall(text))


@lru_cache(maxsize=1 << 16)
def normal(piece: str) -> str:
    """Lower case, NFC, accents kept; both ways to place a Vietnamese tone mark (hoà, hòa) become one."""
    low = piece.lower().rstrip(SIGN_PAD)
    if low.isascii():
        return low
    low = low.replace(WORD_PAD, "") or low
    low = unicodedata.normalize("NFC", low)
    tail = low[-2:]
    if tail in _TONES and not (tail[0] == "u" and low[-3:-2] == "q"):
        return low[:-2] + _TONES[tail]
    return low
