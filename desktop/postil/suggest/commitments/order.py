"""How two heads in one stretch of a sentence stand to each other: two commitments, or one inside the other."""

from __future__ import annotations

from typing import Final

from postil.domain.commitment import CommitmentKind
from postil.suggest.commitments import verbs
from postil.suggest.commitments.actors import actor_at
from postil.suggest.commitments.clauses import Why, is_coordination
from postil.suggest.commitments.judge import Verdict
from postil.suggest.commitments.view import View

_SUBJECT: Final = 8
"""Longest subject, in tokens, that is looked for behind "and"."""
_INSIDE: Final = frozenset({Why.BELIEF, Why.RELATIVE, Why.PURPOSE})


def is_independent(view: View, before: Verdict, verdict: Verdict) -> bool:
    """Is `verdict` a commitment beside `before`, not a part of what `before` says?"""
    start = verdict.start
    if start.index < before.head.last:
        return False
    if start.limit > before.head.first:
        if start.why is Why.REPORT:
            return _is_said_apart(view, before.head.last, start.limit)
        if start.why is Why.SIGN:
            return view.norm(start.limit - 1) != ":"
        return start.why not in _INSIDE
    mark = view.norm(start.index - 1)
    if start.elliptic and verdict.frame is before.frame and verdict.kind is CommitmentKind.PLAN and not _is_told_apart(view, before, verdict):
        return False
    if start.elliptic and view.grammar.language == "vi" and verdict.kind is before.kind is CommitmentKind.DIRECTIVE:
        return False
    if start.elliptic:
        return "ahead" not in verdict.frame.needs and (mark == "," or view.grammar.has("coordination", mark))
    is_same = before.kind is verdict.kind and verdict.kind in (CommitmentKind.PLAN, CommitmentKind.PLEDGE)
    return is_same and mark == "," and verdict.actor is not None and verdict.actor.is_agent


def own_floor(view: View, head: int, first: int) -> int:
    """Where the clause of a head begins behind "and" with a subject of its own, when a whole clause stands before that "and"."""
    grammar = view.grammar
    for i in range(head - 1, max(first, head - _SUBJECT) - 1, -1):
        if view.is_comma(i) and not is_coordination(view, i + 1):
            return first
        if view.norm(i) in (";", ":") or grammar.end("complementiser", view.tokens, i, head) > i:
            return first
        if is_coordination(view, i):
            break
    else:
        return first
    if any(grammar.has(word_class, view.norm(k)) for k in range(first, i) for word_class in ("relative", "conjunction", "condition")):
        return first
    has_verb = any(grammar.holds(word_class, view.tokens, first, i) >= 0 for word_class in ("finite", "past", "speech"))
    end = _subject_end(view, i + 1, head)
    actor = actor_at(view, i + 1, end) if end > i + 1 else None
    return i + 1 if has_verb and actor is not None and (actor.is_agent or actor.is_money) else first


def _subject_end(view: View, first: int, head: int) -> int:
    """Index after the subject between token `first` and the head: auxiliaries, negations and clitics are passed over."""
    end = head
    while end > first and any(view.grammar.has(word_class, view.norm(end - 1)) for word_class in ("auxiliary", "negation", "clitic")):
        end -= 1
    return end


def _is_told_apart(view: View, before: Verdict, verdict: Verdict) -> bool:
    """Has each of two plans joined under one subject a number or a date of its own ("débuteront en mars et s'achèveront en 2028")?"""
    first, last = (before.head.verb, verdict.start.index), (verdict.head.verb, len(view))
    return (view.has_figure(*first) and view.has_figure(*last)) or (view.has_date(*first) and view.has_date(*last))


def is_echo(view: View, before: Verdict, verdict: Verdict) -> bool:
    """ "agreed to …, stressing the determination to …": a participle of the same kind belongs to the clause before."""
    if view.grammar.language != "en" or before.kind is not verdict.kind or not verdict.start.elliptic:
        return False
    return verbs.is_gerund(view.grammar, view.norm(verdict.head.first))


def floor_of(view: View, before: Verdict, head: int, first: int) -> int:
    """Where a clause with a subject of its own begins behind "and" ("… and Qatar will"); `first` when there is none."""
    low = max(before.head.then_end, before.head.last)
    for i in range(head - 1, max(low, head - _SUBJECT) - 1, -1):
        if view.is_comma(i) or view.norm(i) in (";", ":") or view.grammar.end("complementiser", view.tokens, i, head) > i:
            return first
        if view.grammar.has("coordination", view.norm(i)):
            break
    else:
        return first
    if any(view.grammar.has(word_class, view.norm(k)) for k in range(low, i) for word_class in ("complementiser", "conjunction")):
        return first
    end = _subject_end(view, i + 1, head)
    actor = actor_at(view, i + 1, end) if end > i + 1 else None
    return i + 1 if actor is not None and (actor.is_agent or actor.is_money) else first


def _is_said_apart(view: View, first: int, limit: int) -> bool:
    """Does a second report begin: ", saying that", "and that"?"""
    grammar = view.grammar
    at = grammar.begin("complementiser", view.tokens, limit, first)
    if grammar.has("coordination", view.norm(at - 1)):
        return True
    comma = next((i for i in range(at, first - 1, -1) if view.norm(i) == ","), -1)
    return comma >= 0 and (grammar.holds("speech", view.tokens, comma, limit) >= 0 or grammar.holds("saying", view.tokens, comma, limit) >= 0)
