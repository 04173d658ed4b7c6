"""Who says something in a sentence: before the verb of saying, or behind it after a comma or a quotation."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from postil.suggest.commitments.actors import Actor, actor_at
from postil.suggest.commitments.clauses import start_of
from postil.suggest.commitments.scope import Memory
from postil.suggest.commitments.view import View

_AFTER_VERB: Final = 10
_OF: Final = frozenset({"of", "de", "d'", "du", "des"})


def speaker_of(view: View, memory: Memory) -> tuple[Actor | None, bool]:
    """Who says something in this sentence, under the fullest name, and whether anything is said at all."""
    has_speech = False
    i = 0
    while (i := view.grammar.holds("speech", view.tokens, i, len(view))) >= 0:
        end = view.grammar.end("speech", view.tokens, i)
        has_speech = True
        actor = _sayer(view, i, end)
        if actor is not None:
            return memory.named(actor), True
        i = end
    return None, has_speech


def _sayer(view: View, first: int, end: int) -> Actor | None:
    """Who does what the verb of saying at tokens `first:end` says: before it, or behind it after a comma or a quotation."""
    start = start_of(view, 0, first)
    grammar = view.grammar
    before = actor_at(view, start.subject_first, start.subject_end)
    is_clause = grammar.has("relative", view.norm(end)) or (grammar.language == "vi" and view.norm(first) != "theo")
    is_clause = is_clause or (grammar.language != "vi" and grammar.has("preposition", view.norm(end)))
    behind = None if is_clause else actor_at(view, end, _phrase_end(view, end))
    is_inverted = view.norm(first - 1) in (",", '"', "»", "”") if first else True
    for actor in (behind, before) if is_inverted else (before, behind):
        if actor is not None and actor.is_agent:
            return actor
    return replace(before, is_agent=True) if before is not None and not before.is_policy and not is_inverted else None


def _phrase_end(view: View, first: int) -> int:
    """Where a name behind a verb of saying ends: at the next sign or preposition, at the latest after ten tokens."""
    i = first
    while i < min(len(view), first + _AFTER_VERB) and view.norm(i)[0].isalnum():
        if i > first and view.grammar.has("preposition", view.norm(i)) and view.norm(i) not in _OF:
            break
        i += 1
    return i
