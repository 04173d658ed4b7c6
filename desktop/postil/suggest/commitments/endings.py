"""Where a clause ends behind the head of a frame: at a relative clause, a report, a colon without tasks, a closing quotation."""

from __future__ import annotations

from typing import Final

from postil.suggest.commitments import verbs
from postil.suggest.commitments.actors import actor_at
from postil.suggest.commitments.clauses import CLOSERS, OPENERS, closes, is_coordination
from postil.suggest.commitments.view import View

_FINAL: Final = frozenset(".,;:!?…\"'»«”“*_-–—")
_TAIL_LENGTH: Final = 16
_NEW_CLAUSE: Final = 14
_LONG_AIM: Final = 2
"""How many times longer than its clause an aim is left out."""
_LONGEST: Final = 320
"""Tokens that a clause may have behind its head."""


def end_of(view: View, head_end: int, last: int) -> int:
    """Index after the last token of the clause whose head ends at `head_end`, not beyond token `last`."""
    i, opened, depth = head_end, 0, 0
    last = min(last, head_end + _LONGEST)
    while i < last:
        norm = view.norm(i)
        if norm in "([":
            depth += 1
        elif norm in ")]":
            depth -= 1
        elif norm in OPENERS or norm in CLOSERS:
            if closes(view, i) and opened <= 0:
                break
            opened += -1 if closes(view, i) else 1
        elif depth <= 0 and (_is_tail(view, head_end, i, last) or _is_plain_colon(view, i, last)):
            break
        i += 1
    return trimmed(view, max(head_end - 1, 0), i)


def trimmed(view: View, first: int, last: int) -> int:
    """`last`, moved before the signs and links that end a clause; what closes a bracket or quotation opened inside stays."""
    while last > first + 1:
        norm = view.norm(last - 1)
        is_link = is_coordination(view, last - 1) or view.grammar.has("relative", norm)
        detail = view.grammar.begin("detail", view.tokens, last, first + 1)
        if detail < last:
            last = detail
            continue
        is_sign = norm in _FINAL or (norm in ")]" and not any(view.norm(k) in "([" for k in range(first, last)))
        if not (is_link or is_sign) or (norm in CLOSERS and any(view.norm(k) in OPENERS for k in range(first, last - 1))):
            break
        last -= 1
    return last


def _is_tail(view: View, head_end: int, i: int, last: int) -> bool:
    """Does something begin at token `i` that is no part of the clause: a relative clause, "he said", "mais …"?"""
    grammar = view.grammar
    if i > head_end and grammar.end("tail_now", view.tokens, i, last) > i:
        return True
    if not view.is_comma(i):
        return False
    after = i + 1
    if _is_told(view, after, last) or _is_new_clause(view, after, last) or _is_long_aim(view, head_end, after, last):
        return True
    end = grammar.end("tail", view.tokens, after, last)
    if end > after and grammar.end("connector", view.tokens, after, last) <= end:
        return not (grammar.language == "en" and verbs.is_gerund(grammar, view.norm(end)))
    return _is_saying_that(view, after, last) or _is_report(view, after, last)


def _is_told(view: View, first: int, last: int) -> bool:
    """Vietnamese: does a stretch begin that adds what has happened ("đặc biệt trong … vừa qua …")?"""
    if view.grammar.language != "vi" or first >= last:
        return False
    adds = view.begins[first] < view.tokens[first].start or view.grammar.end("connector", view.tokens, first, last) > first
    if not adds:
        return False
    stop = next((i for i in range(first, last) if view.is_comma(i)), last)
    return view.grammar.holds("past", view.tokens, first, stop) >= 0


def _is_long_aim(view: View, head_end: int, first: int, last: int) -> bool:
    """Vietnamese: does an aim begin that is longer than what is to be done for it (", nhằm …")?"""
    is_aim = view.grammar.language == "vi" and view.grammar.end("purpose", view.tokens, first, last) > first
    return is_aim and last - first > _LONG_AIM * (first - head_end)


def _is_new_clause(view: View, first: int, last: int) -> bool:
    """Does a clause with a subject and a verb of its own begin with "and" ("…, and the group has confirmed …")?"""
    grammar = view.grammar
    if grammar.language == "vi" or not is_coordination(view, first):
        return False
    for i in range(first + 2, min(last, first + _NEW_CLAUSE)):
        if grammar.has("relative", view.norm(i)) or not (view.norm(i)[0].isalnum() or view.norm(i) in "'’-"):
            return False
        if any(grammar.end(word_class, view.tokens, i, last) > i for word_class in ("finite", "past", "speech")):
            actor = actor_at(view, first + 1, i)
            return actor is not None and actor.is_agent
    return False


def _is_plain_colon(view: View, i: int, last: int) -> bool:
    """Is token `i` a colon that announces no task?"""
    if view.norm(i) != ":" or (view.glued(i) and view.glued(i + 1)):
        return False
    announced = view.grammar.begin("connector", view.tokens, i, max(0, i - 4)) < i
    return not announced and verbs.item_at(view.grammar, view.tokens, i + 1, last) < 0


def _is_saying_that(view: View, i: int, last: int) -> bool:
    """Does ", saying that …" begin at token `i`?"""
    end = view.grammar.end("speech", view.tokens, i, last)
    if end == i:
        return False
    return view.norm(i) in ("saying", "adding", "noting") or (end < last and view.grammar.has("relative", view.norm(end)))


def _is_report(view: View, i: int, last: int) -> bool:
    """Is the rest a report like "he stressed", "a indiqué le ministre", "ông Nam nói"?"""
    stop = i
    while stop < last and view.norm(stop) not in (",", ".", '"', "»", "”"):
        stop += 1
    if stop - i > _TAIL_LENGTH:
        return False
    verb = view.grammar.holds("speech", view.tokens, i, stop)
    if verb < 0:
        return False
    is_last = view.grammar.end("speech", view.tokens, verb, stop) == stop
    if view.grammar.language == "vi":
        is_task = view.grammar.begin("auxiliary", view.tokens, verb, i) < verb
        return is_last and verb > i and not is_task and view.norm(stop) != ","
    if view.grammar.language == "en" and verbs.is_gerund(view.grammar, view.norm(verb)):
        return False
    opens = view.grammar.end("pronoun", view.tokens, i, stop) > i or view.tokens[i].capital or view.grammar.has("determiner", view.norm(i))
    return verb == i or opens or is_last
