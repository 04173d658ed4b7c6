"""English plurals of codes: how ids of indicators say what is counted."""

from __future__ import annotations

from typing import Final

_PLURALS: Final = {
    "person": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "aircraft": "aircraft",
    "criterion": "criteria",
    "staff_member": "staff",
    "inhabitant": "population",
    "injury": "injured",
    "unit_body": "units",
    "memorandum": "memoranda",
    "missing_person": "missing_persons",
}


def plural(code: str) -> str:
    """The English plural of a code of the list of counted nouns."""
    if "_of_" in code:
        head, _, rest = code.partition("_of_")
        return f"{plural(head)}_of_{rest}"
    if code in _PLURALS:
        return _PLURALS[code]
    head, _, last = code.rpartition("_")
    head = f"{head}_" if head else ""
    if last in _PLURALS:
        return head + _PLURALS[last]
    if last.endswith("man"):
        return head + last[:-3] + "men"
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return head + last[:-1] + "ies"
    return code if code.endswith("s") else code + ("es" if code.endswith(("ch", "sh", "x")) else "s")
