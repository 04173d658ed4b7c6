"""What can be told of a verb without a parser: infinitives, gerunds, futures and passives by ending, the rest by list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from postil.suggest.commitments.grammar import Grammar
from postil.suggest.doc import Token

_FUTURE: Final = re.compile(r"[a-zàâçéèêëîïôûùü'œ]*(?:[eiudtvr]r)(?:a|ont|ai|ons)$")
FUTURE_ENDINGS: Final = ("ra", "ront", "rai", "rons", "rait", "raient")
"""How French futures and conditionals end; a first, fast test."""
_CONDITIONAL: Final = re.compile(r"[a-zàâçéèêëîïôûùü'œ]*(?:[eiudtvr]r)(?:ait|aient)$")
_FRENCH_PARTICIPLE: Final = re.compile(r"\w+(?:é|i|u|is|it|rt|uit|int)e?s?$")
_ENGLISH_PARTICIPLE: Final = re.compile(r"\w{2,}ed$")
_MOVING: Final = re.compile(r"(?:viendr|ir)(?:a|ont)$")
"""French verbs of motion in the future: before an infinitive they only tell that it follows."""
_FRENCH_BE: Final = frozenset({"sera", "seront", "serait", "seraient", "être"})
_ENGLISH_BE: Final = frozenset({"be", "being"})
_SHORTEST_GERUND: Final = 6
_SHORT_GERUNDS: Final = frozenset({"using", "going", "doing"})
_SHORTEST_INFINITIVE: Final = 4


def is_infinitive(grammar: Grammar, norm: str) -> bool:
    """Is `norm` a French infinitive, judged by its ending?"""
    if len(norm) < _SHORTEST_INFINITIVE or grammar.has("not_verb", norm):
        return False
    return any(norm.endswith(ending) for ending in grammar.members("verb_ending"))


def is_gerund(grammar: Grammar, norm: str) -> bool:
    """Is `norm` an English verb in -ing?"""
    return len(norm) >= _SHORTEST_GERUND and norm.endswith("ing") and not grammar.has("not_verb", norm)


def is_present_participle(grammar: Grammar, norm: str) -> bool:
    """Does `norm` look like a French verb in -ant?"""
    return len(norm) >= _SHORTEST_GERUND and norm.endswith("ant") and not grammar.has("agent", norm) and not grammar.has("not_verb", norm)


def is_future(grammar: Grammar, norm: str) -> bool:
    """Is `norm` a French verb in the future tense (third person, or nous and je)?"""
    return len(norm) > _SHORTEST_INFINITIVE - 1 and bool(_FUTURE.match(norm)) and not grammar.has("future_not", norm)


def is_past(grammar: Grammar, norm: str) -> bool:
    """Does `norm` look like a verb in the past (English -ed; nothing is known of the others)?"""
    return grammar.language == "en" and bool(_ENGLISH_PARTICIPLE.match(norm))


def is_conditional(norm: str) -> bool:
    """Is `norm` a French verb in the conditional: the future in reported speech, or hearsay?"""
    return bool(_CONDITIONAL.match(norm))


def french_lemma(norm: str) -> str:
    """The infinitive of a regular French future or conditional: "augmentera" → "augmenter", "rendront" → "rendre"."""
    for ending in ("aient", "ait", "ont", "ons", "ai", "a"):
        if norm.endswith("r" + ending):
            stem = norm[: -len(ending)]
            return stem if stem.endswith(("er", "ir", "oir")) else stem + "e"
    return norm


def french_forms(norm: str) -> tuple[str, str]:
    """The infinitive of a French future or conditional, and the future of a conditional ("faudrait" → "faudra")."""
    future = norm[:-3] + "a" if norm.endswith("rait") else norm[:-5] + "ont" if norm.endswith("raient") else norm
    return french_lemma(norm), future


def verb_at(grammar: Grammar, tokens: Sequence[Token], i: int, stop: int) -> int:
    """Index of the verb when a verb phrase to carry out starts at token `i` (clitics skipped), else -1."""
    i = skip_clitics(grammar, tokens, i, stop)
    if i >= stop or not tokens[i].norm[0].isalpha():
        return -1
    norm = tokens[i].norm
    if grammar.language == "fr":
        return i if is_infinitive(grammar, norm) or norm in _FRENCH_BE else -1
    if grammar.language == "vi":
        known = any(grammar.end(word_class, tokens, i, stop) > i for word_class in ("item_verb", "plain_verb", "official", "outcome"))
        return i if known else -1
    not_verb = any(grammar.has(word_class, norm) for word_class in ("determiner", "pronoun", "preposition", "conjunction"))
    return -1 if not_verb or tokens[i].capital or norm in ("'s", "n't") else i


def item_at(grammar: Grammar, tokens: Sequence[Token], i: int, stop: int) -> int:
    """Index of the verb when an item of a task list starts at token `i`, else -1: stricter than `verb_at`."""
    i = skip_clitics(grammar, tokens, i, stop)
    if i >= stop:
        return -1
    norm = tokens[i].norm
    if grammar.language == "fr":
        return i if is_infinitive(grammar, norm) else -1
    if grammar.language == "en" and is_gerund(grammar, norm):
        return i
    return i if grammar.end("item_verb", tokens, i, stop) > i else -1


def skip_clitics(grammar: Grammar, tokens: Sequence[Token], i: int, stop: int) -> int:
    """Index of the first token from `i` on that is no clitic ("se", "y", "ne", "not")."""
    while i < stop and grammar.has("clitic", tokens[i].norm):
        i += 1
    return i


def is_progressive(grammar: Grammar, tokens: Sequence[Token], i: int, stop: int) -> bool:
    """Does "be signing" start at token `i` (English)?"""
    if grammar.language != "en" or i + 1 >= stop or tokens[i].norm not in _ENGLISH_BE:
        return False
    return is_gerund(grammar, tokens[i + 1].norm) or tokens[i + 1].norm in _SHORT_GERUNDS


def is_passive(grammar: Grammar, tokens: Sequence[Token], i: int, stop: int) -> bool:
    """Does a passive start at token `i`: "be signed", "seront fixés", "được xây dựng"?"""
    if i >= stop:
        return False
    norm, after = tokens[i].norm, tokens[i + 1].norm if i + 1 < stop else ""
    if grammar.language == "en":
        return norm in _ENGLISH_BE and (bool(_ENGLISH_PARTICIPLE.match(after)) or grammar.has("participle", after))
    if grammar.language == "fr":
        if (after.endswith("ment") or grammar.has("clitic", after)) and i + 2 < stop:
            after = tokens[i + 2].norm
        is_participle = len(after) > len("au") and bool(_FRENCH_PARTICIPLE.match(after)) and not grammar.has("not_participle", after)
        return norm in _FRENCH_BE and is_participle
    return norm == "được"


def _cuts_word(grammar: Grammar, tokens: Sequence[Token], first: int, end: int, stop: int) -> bool:
    """Vietnamese: do tokens `first:end` end inside a longer verb ("tiếp tục tăng" in "tiếp tục tăng cường")?"""
    return any(grammar.end("item_verb", tokens, k, stop) > end for k in range(first, end))


def is_refused(grammar: Grammar, tokens: Sequence[Token], i: int, stop: int, classes: Sequence[str]) -> bool:
    """Is the verb at token `i` in one of the word classes? A passive is not, unless it is listed as a whole."""
    if grammar.language == "fr" and _MOVING.match(tokens[i].norm if i < stop else "") and i + 1 < stop and is_infinitive(grammar, tokens[i + 1].norm):
        return is_refused(grammar, tokens, i + 1, stop, classes)
    passive = is_passive(grammar, tokens, i, stop) or is_progressive(grammar, tokens, i, stop)
    for word_class in classes:
        for at in (i, i - 1) if i and grammar.has("clitic", tokens[i - 1].norm) else (i,):
            end = grammar.end(word_class, tokens, at, stop)
            if grammar.language == "vi" and _cuts_word(grammar, tokens, at, end, stop):
                continue
            if end > i + 1 or (end == i + 1 and not passive):
                return True
        if grammar.language == "fr" and not passive and i < stop and any(grammar.has(word_class, form) for form in french_forms(tokens[i].norm)):
            return True
    return False
