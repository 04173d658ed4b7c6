"""Currencies written as one capital letter glued before large amounts: "N500 billion", "R2.5bn", "K12,000", "P1.2 million"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from postil.suggest.doc import Token
from postil.suggest.lexicon import Lexicon, Match

_LARGE_DIGITS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,4}(?:\.\d{1,3})? ?(?:million|billion|trillion|thousand|bn|mn|trn|tn|[mbk])\b")


def letter_before(shadow: str, tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Match | None:
    """The letter before digit token `i`, where a scale or thousands follow: table `currency_letter`; else a letter makes a name."""
    if i < 1 or tokens[i - 1].end != tokens[i].start or not tokens[i - 1].capital:
        return None
    if i > 1 and tokens[i - 2].end == tokens[i - 1].start and tokens[i - 2].norm[0].isalnum():
        return None
    match = lexicon.match(tokens, i - 1, "currency_letter", stop=i)
    if match is None or not _LARGE_DIGITS.match(shadow, tokens[i].start):
        return None
    return match
