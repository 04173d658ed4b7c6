"""Scale words and suffixes behind a number: "nghìn tỷ", "thousand billion", "5bn", "2,5 Md€", "22m people"."""

from __future__ import annotations

from typing import Final

from postil.suggest.numeric.reading import Part, Reading, Scale

_FEW: Final = 8


def scales_at(reading: Reading, at: int, part: Part, first: int = -1) -> Scale:
    """The product of the scale words from token `at`: "nghìn tỷ", "thousand billion", or a suffix glued to digits ("5bn").

    `first` is the token at which the number begins: a scale may be that token itself ("mille").
    """
    suffix = _suffix(reading, at, part)
    if suffix:
        return suffix
    factor, doubt, end = 1, 0, at
    while end == first or reading.is_near(end):
        entry = reading.words.entries.get(reading.norm(end))
        role = entry.get("role") if entry else ""
        is_scale = (
            role == "scale"
            or (role == "collective" and not part.in_words and end == at)
            or (role == "hundred" and reading.language != "fr" and not part.in_words)
        )
        if not entry or not is_scale or (end > at and factor >= 10**9) or (role == "scale" and part.value == 0):
            break
        if int(entry.value) < factor or (reading.norm(end) == "milles" and reading.lexicon.match(reading.tokens, end, "unit")):
            break
        factor, doubt, end = factor * int(entry.value), int(entry.get("doubt", 0)), end + 1
    hyphen = end + 1
    if end == at and reading.norm(at) == "-" and reading.is_glued(at) and reading.is_glued(hyphen):
        entry = reading.words.entries.get(reading.norm(hyphen))
        if entry and entry.get("role") == "scale":
            return Scale(int(entry.value), hyphen + 1)
    return Scale(factor, end, doubt)


def _suffix(reading: Reading, at: int, part: Part) -> Scale | None:
    """ "5bn", "300k", "2,5 Md€": letters behind digits that are a scale; one letter only when glued."""
    if part.in_words or not reading.is_near(at):
        return None
    token = reading.tokens[at]
    entry = reading.suffixes.get(reading.shadow[token.start : token.end])
    if entry is None:
        return None
    if reading.loose and _is_asked(reading, at):
        return Scale(int(entry.value), at + 1, glued=True)
    is_money = (entry.get("money") or entry.get("spaced") == "money") and _is_money(reading, at)
    if not (reading.is_glued(at) or entry.get("spaced") is True or (entry.get("spaced") == "money" and is_money)):
        return None
    if entry.get("money") and not is_money and not _counts_people(reading, at):
        return None
    return Scale(int(entry.value), at + 1, glued=True)


def _is_asked(reading: Reading, at: int) -> bool:
    """Is the text nothing but the number and its suffix ("10G", "2.33 k")? A letter that is a unit too ("30m") stays one."""
    if at + 1 != len(reading.tokens) or at >= _FEW:
        return False
    unit = reading.lexicon.match(reading.tokens, at, "unit")
    return unit is None or reading.shadow[reading.tokens[at].start : reading.tokens[at].end] not in unit.entry.forms


def _is_money(reading: Reading, at: int) -> bool:
    """Does a currency stand right behind the suffix at `at`, or right before the digits it is glued to?"""
    tokens = reading.tokens
    if reading.lexicon.match(tokens, at + 1, "currency") and reading.is_near(at + 1):
        return True
    first = at - 1
    while first > 0 and (tokens[first].norm[0].isdigit() or tokens[first].norm in ".,") and reading.is_glued(first):
        first -= 1
    first = first if tokens[first].norm[0].isdigit() else first + 1
    return reading.lexicon.match_before(tokens, first, "currency") is not None


def _counts_people(reading: Reading, at: int) -> bool:
    """ "22m people", "1.5m doses": in English a glued "m" or "b" before a plural noun is a scale too."""
    if reading.language != "en" or reading.norm(at) not in ("m", "b") or not reading.is_glued(at) or not reading.is_near(at + 1):
        return False
    word = reading.norm(at + 1)
    if word in ("to", "-", "–", "or") and reading.norm(at + 2)[:1].isdigit():
        end = next((k for k in range(at + 2, at + 6) if reading.norm(k) == reading.norm(at)), -1)
        return end > 0 and reading.is_glued(end) and _counts_people(reading, end)
    return word in ("people", "who") or (
        len(word) > 3 and word.isalpha() and word.endswith("s") and not word.endswith("ss") and word not in ("across", "metres")
    )
