"""One and many of what is counted or measured, in English, French and Vietnamese: 1 report, 70 reports, 70 rapports."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from postil.base.i18n import language as interface_language
from postil.domain import codebook

_IRREGULAR: Final = {"person": "people", "child": "children", "woman": "women", "man": "men"}
_SAME_BEGINNING: Final = 3


def is_one(value: Decimal, language: str) -> bool:
    """Does the noun stand in the singular, by CLDR: English at 1, French below 2, Vietnamese always?"""
    if language == "vi":
        return True
    return abs(value) < 2 if language == "fr" else abs(value) == 1


def label(code_list: str, code: str, value: Decimal | None, in_language: str = "") -> str:
    """The label of a counted noun or a unit beside this value; None stands for a range, which is many."""
    language = in_language or interface_language()
    entry = codebook.shipped(code_list).by_id.get(code)
    one = entry.label(language) if entry else code.replace("_", " ")
    if value is not None and is_one(value, language):
        return one
    if language == "vi":
        return one
    terms = entry.terms.get(language, ()) if entry else ()
    many = plural(one) if language == "en" else ""
    if many in terms:
        return many
    known = next((term for term in terms if term != one and term[:_SAME_BEGINNING] == one[:_SAME_BEGINNING] and len(term) >= len(one)), "")
    return known or many or one


def plural(noun: str) -> str:
    """The English plural of a noun phrase; its last word takes the ending, what follows in brackets stays."""
    phrase, bracket, rest = noun.partition(" (")
    head, space, last = phrase.rpartition(" ")
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = last[:-1] + "ies"
    elif last.endswith(("s", "x", "ch", "sh", "z")):
        last += "es" if not last.endswith("s") or last.endswith("ss") else ""
    elif last.isalpha():
        last += "s"
    return head + space + last + bracket + rest
