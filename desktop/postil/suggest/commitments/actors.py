"""Who the words of a subject name: a person, a body, a measure, a pronoun, or something that cannot act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from postil.suggest.commitments import verbs
from postil.suggest.commitments.view import View
from postil.suggest.doc import Name
from postil.suggest.text.markup import wording

_ACTING: Final = frozenset({"person", "body", "country", "role"})
_SHORTEST: Final = 4
_VIETNAMESE_HEAD: Final = 8
"""How many tokens of a Vietnamese subject may hold its head: classifiers and determiners come first."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who stands at `[start, end)`; `text` in the article's words without article, `person` when a name is known.

    `may_be_name` tells of a lone capital word that opens a sentence: a company, or any noun.
    `inferred` tells that the name comes from elsewhere, `source` then is the span it comes from.
    """

    start: int
    end: int
    text: str
    is_agent: bool = False
    is_policy: bool = False
    is_money: bool = False
    is_pronoun: bool = False
    is_plural: bool = False
    is_vague: bool = False
    is_first_person: bool = False
    may_be_name: bool = False
    is_lone_name: bool = False
    has_authority: bool = False
    is_superior: bool = False
    is_inferior: bool = False
    is_subordinate: bool = False
    is_person: bool = False
    role: str = ""
    inferred: bool = False
    source: tuple[int, int] | None = None

    def from_elsewhere(self) -> Actor:
        """The same actor, named by a sentence other than the one at hand."""
        return replace(self, inferred=True, source=self.source or (self.start, self.end))


def actor_at(view: View, first: int, last: int) -> Actor | None:
    """The actor that tokens `first:last` name; None when they name nothing (no word, or a pronoun such as "this")."""
    is_apposed = view.norm(last - 1) == "," and view.grammar.language != "vi"
    while last > first and not view.norm(last - 1)[0].isalnum() and view.norm(last - 1) not in ")]'":
        last -= 1
    first = _after_determiners(view, first, last)
    if first >= last:
        return None
    grammar = view.grammar
    pronoun = grammar.end("pronoun", view.tokens, first, last) == last
    if grammar.end("vague_pronoun", view.tokens, first, last) == last and not pronoun:
        return None
    if is_apposed:
        last = next((i for i in range(first + 1, last) if view.norm(i) == ","), last)
    last = next((i for i in range(first + 1, last) if _is_finite(view, i, last)), last)
    head_first, head_last = _head(view, first, last)
    reach = view.tokens[head_last - 1].start if grammar.language == "en" else view.tokens[head_first].start
    name = next((n for n in view.names_in(head_first, head_last) if n.kind in _ACTING and n.end > reach), None)
    person = next((n for n in view.names_in(first, last) if n.kind == "person"), None)
    proper = name is not None or _is_proper(view, head_first, head_last)
    is_money = view.has_money(first, last) or _in_head(view, "sum", head_first, head_last)
    is_thing = not pronoun and (is_money or grammar.end("thing", view.tokens, head_first, head_last) > head_first)
    is_agent = not is_thing and (pronoun or proper or _in_head(view, "agent", head_first, head_last))
    return Actor(
        start=view.tokens[first].start,
        end=view.tokens[last - 1].end,
        text=person.text if person and is_agent else view.text(first, last),
        is_agent=is_agent,
        is_policy=is_money or _in_head(view, "policy", head_first, head_last) or _in_head(view, "measure", head_first, head_last),
        is_money=is_money,
        is_pronoun=pronoun,
        is_plural=pronoun and grammar.end("plural_pronoun", view.tokens, first, last) == last,
        is_vague=grammar.has("vague_pronoun", view.norm(last - 1)),
        may_be_name=last - first == 1 and view.tokens[first].capital and not view.norm(first).endswith("ing") and first == 0,
        is_lone_name=last - first == 1 and _is_surname(view, first, name),
        is_first_person=any(grammar.has("first_person", view.norm(i)) for i in range(first, last)),
        has_authority=_in_head(view, "authority", head_first, head_last) or (proper and grammar.holds("authority", view.tokens, first, last) >= 0),
        is_superior=_in_head(view, "superior", head_first, head_last),
        is_inferior=_in_head(view, "inferior", head_first, head_last),
        is_subordinate=_in_head(view, "subordinate", head_first, head_last),
        is_person=person is not None and is_agent,
        role=_role(view, person) if person else "",
    )


def _is_finite(view: View, i: int, last: int) -> bool:
    """Does a finite verb stand at token `i`, so that what follows is no part of the name?"""
    if view.tokens[i].capital:
        return False
    classes = ("past", "finite", "belief") if view.grammar.language == "vi" else ("past", "finite")
    return any(view.grammar.end(word_class, view.tokens, i, last) > i for word_class in classes)


def _after_determiners(view: View, first: int, last: int) -> int:
    """Articles are left out in English and French; Vietnamese keeps them as written."""
    while first < last and not view.norm(first)[0].isalnum():
        first += 1
    topic = view.grammar.end("topic", view.tokens, first, last)
    first = topic if topic < last else first
    while first < last and any(date.start <= view.tokens[first].start < date.end for date in view.dates):
        first += 1
    if view.grammar.language == "vi":
        return first
    while first < last - 1 and _is_left_out(view, first):
        first += 1
    return first


def _is_left_out(view: View, i: int) -> bool:
    """Is token `i` before a name an article, or part of a date that was put in between ("le 13 mai, le ministère")?"""
    token = view.tokens[i]
    if view.norm(i) == "," or any(date.start <= token.start < date.end for date in view.dates):
        return True
    return view.grammar.has("determiner", view.norm(i)) and view.norm(i) not in ("all", "some", "many", "no")


def _head(view: View, first: int, last: int) -> tuple[int, int]:
    """The stretch that holds the head noun: up to the first preposition, behind the last possessive, first of a list."""
    if view.grammar.language == "vi":
        return first, min(last, first + _VIETNAMESE_HEAD)
    end = first + 1
    while end < last and not view.grammar.has("preposition", view.norm(end)) and view.norm(end) not in (",", "("):
        if view.grammar.language == "en" and verbs.is_gerund(view.grammar, view.norm(end)) and _has_form(view, "agent", end - 1):
            break
        end += 1
    start = first
    for i in range(first, end - 1):
        if view.norm(i) in ("'s", "'"):
            start = i + 1
    return start, end


def _in_head(view: View, word_class: str, first: int, last: int) -> bool:
    """Is the head noun of the class? English heads stand at the end of the stretch, the others anywhere in it."""
    if view.grammar.language == "en":
        return _has_form(view, word_class, last - 1) or any(
            view.grammar.end(word_class, view.tokens, i, last) == last for i in range(max(first, last - 3), last)
        )
    stop = last
    if view.grammar.language == "vi":
        stop = next((i for i in range(first + 1, last) if view.grammar.has("preposition", view.norm(i))), last)
    return any(view.grammar.end(word_class, view.tokens, i, last) > i or _has_form(view, word_class, i) for i in range(first, stop))


def _has_form(view: View, word_class: str, i: int) -> bool:
    """Is the word at token `i`, or its regular plural or singular, in the class (English and French)?"""
    norm = view.norm(i)
    if view.grammar.language == "vi" or len(norm) < _SHORTEST:
        return False
    forms = (norm + "s", norm[:-1] + "ies", norm[:-3] + "y" if norm.endswith("ies") else norm[:-1] if norm[-1] in "sx" else norm)
    return any(view.grammar.has(word_class, form) for form in forms)


def _is_proper(view: View, first: int, last: int) -> bool:
    """Does the head look like a name: capitals that are not owed to the start of the sentence?"""
    if view.grammar.language == "vi":
        capitals = [i for i in range(first, last) if view.tokens[i].capital]
        return any(b == a + 1 for a, b in pairwise(capitals)) or any(_is_acronym(view, i) for i in capitals)
    opening = view.begins[0]
    if view.grammar.language == "fr":
        return any(view.tokens[i].capital for i in range(first, last))
    token = view.tokens[last - 1]
    written = wording(view.doc.source.text[token.start : token.end])
    return token.capital and (token.start > opening or any(letter.isupper() for letter in written[1:]))


def _is_acronym(view: View, i: int) -> bool:
    """Is the word at token `i` written in capitals only, two at least?"""
    token = view.tokens[i]
    return len(token.norm) > 1 and wording(view.doc.source.text[token.start : token.end]).isupper()


def _is_surname(view: View, first: int, name: Name | None) -> bool:
    """Is the word at token `first`, which is the whole subject, a name in small letters that no body or country is known by?"""
    token = view.tokens[first]
    written = wording(view.doc.source.text[token.start : token.end])
    return token.capital and not written.isupper() and (name is None or name.kind == "person") and view.grammar.language != "vi"


def _role(view: View, name: Name) -> str:
    if name.role_span:
        return wording(view.doc.source.text[name.role_span[0] : name.role_span[1]]).casefold()
    return name.role.casefold()
