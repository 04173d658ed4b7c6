"""Growth that is an indicator itself: "the sector grew by 6.1 percent", "le PIB a progressé de 4 %", "kinh tế tăng 7%"."""

from __future__ import annotations

from typing import Final

from postil.domain.codebook import shipped
from postil.suggest.doc import Quantity, Sentence
from postil.suggest.figures.pairs import Phrase
from postil.suggest.figures.phrases import slug_of, topics_around
from postil.suggest.figures.sight import Sight

_REACH: Final = 10
_BETWEEN: Final = 6
_OWNER: Final = 3
"""Tokens between a subject and its verb."""


def growth_of(sight: Sight, quantity: Quantity, sentence: Sentence) -> Phrase | None:
    """The growth of an economy, sector or industry whose verb of change governs the percent; None for other changes."""
    if quantity.unit != "percent":
        return None
    start, _ = sight.clause(quantity, sentence)
    verbs = [match for match in sight.find("change_verb", max(start, quantity.first - _REACH), quantity.first) if match.entry.value != "any"]
    if not verbs:
        return None
    verb = verbs[-1]
    if start > sentence.first and sight.norm(start - 1) == ")":
        start = sentence.first
    subjects = list(sight.find("growth_subject", max(start, verb.first - _REACH), verb.first))
    if not subjects or verb.first - subjects[-1].end > _BETWEEN:
        return None
    subject = subjects[-1]
    if any(i in sight.amounts for i in range(subject.end, verb.first)) or _is_complement(sight, subject.first, str(subject.entry.value)):
        return None
    value = str(subject.entry.value)
    names, first, last = topics_around(sight, subject, sentence) if value != "gdp" else ([], subject.first, subject.last)
    slug = slug_of([*names, value, "growth"])
    return Phrase(slug, first, last, frozenset({"percent"}), len(names), slug in shipped("indicators").by_id)


def _is_complement(sight: Sight, first: int, value: str) -> bool:
    """ "investment in the sector", "xuất khẩu của ngành": the subject is another one; "Ghana's economy" is one itself."""
    owner = sight.before(first, "complement_word")
    if value == "gdp" and owner and sight.norm(owner.first) == "'s":
        return any(sight.before(i, "complement_word") for i in range(max(first - _OWNER, 1), first))
    return owner is not None or sight.before(first, "measure_head") is not None
