"""Find the heads of frames in a stretch of a sentence: the literal, what must follow it, and the verb it governs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from postil.domain.commitment import CommitmentKind
from postil.suggest.commitments import verbs
from postil.suggest.commitments.frames import Frame, Words
from postil.suggest.commitments.grammar import Grammar
from postil.suggest.commitments.view import View
from postil.suggest.entries import Entry

MOST_HEADS: Final = 12
"""Heads looked at in one stretch; a longer one is no prose."""
_NOUN_REACH: Final = 7
_OWNER: Final = 9
_SLIP_LENGTH: Final = 8
_ASIDE: Final = 20
_OF: Final = frozenset({"of", "for", "de", "d'", "du"})
_GAP_STOPS: Final = frozenset({":", ";", "(", ")", "«", "»", '"', "—", "–", "…"})


@dataclass(frozen=True, slots=True)
class Head:
    """Tokens `first:last` are the head; `then` is where what follows begins, `verb` the token of the verb (or after).

    `others` are readings by further frames, to be tried when this one is no commitment.
    Tokens `last:gap_end` stand between the head and what follows (the addressee of "asked … to").
    """

    frame: Frame
    first: int
    last: int
    gap_end: int
    then_end: int
    verb: int
    has_number: bool = False
    is_passive: bool = False
    conditional: bool = False
    others: tuple[Head, ...] = ()


def heads(view: View, first: int, last: int) -> list[Head]:
    """The heads in tokens `first:last`, from left to right, without overlap."""
    out: list[Head] = []
    i = first
    while i < last and len(out) < MOST_HEADS:
        head = _head_at(view, i, last)
        if head:
            out.append(head)
            i = max(head.then_end if head.gap_end == head.last else head.last, head.first + 1)
        else:
            i += 1
    return out


def _head_at(view: View, i: int, last: int) -> Head | None:
    grammar, norm = view.grammar, view.tokens[i].norm
    if norm not in grammar.first_words:
        return _future_at(view, i, last) if grammar.future and norm.endswith(verbs.FUTURE_ENDINGS) else None
    saying = _saying_at(view, i, last)
    if saying:
        return saying
    found = [head for frame, end in grammar.heads_at(view.tokens, i, last) if (head := _complete(view, frame, i, end, last))]
    if found:
        return replace(found[0], others=tuple(found[1:])) if len(found) > 1 else found[0]
    return _future_at(view, i, last)


def _future_at(view: View, i: int, last: int) -> Head | None:
    """The head of a French verb in the future or conditional at token `i`; a capital inside a sentence is a name."""
    grammar = view.grammar
    if view.tokens[i].capital and i > 0:
        return None
    if grammar.future and verbs.is_future(grammar, view.norm(i)):
        return _future(view, grammar, grammar.future, i, last)
    if grammar.future and verbs.is_conditional(view.norm(i)):
        head = _future(view, grammar, grammar.future, i, last)
        return Head(head.frame, head.first, head.last, head.gap_end, head.then_end, head.verb, is_passive=head.is_passive, conditional=True)
    return None


def _future(view: View, grammar: Grammar, frame: Frame, i: int, last: int) -> Head:
    return Head(frame, i, i + 1, i + 1, i + 1, i, is_passive=verbs.is_passive(grammar, view.tokens, i, last))


def _saying_at(view: View, i: int, last: int) -> Head | None:
    """ "affirmed their determination to": a verb of saying with a commitment noun close behind it."""
    grammar = view.grammar
    end = grammar.end("saying", view.tokens, i, last)
    if end == i:
        return None
    for k in range(end, min(end + _NOUN_REACH, last)):
        if view.norm(k) in _GAP_STOPS or view.norm(k) == ",":
            return None
        noun = grammar.noun(view.tokens, k, last) or _owned(view, k, last)
        if noun and noun[1] < last:
            frame = Frame(str(noun[0].get("id")), CommitmentKind(noun[0].value), confidence=700, opens_list=True)
            return Head(frame, i, end, end, noun[1], noun[1])
    return None


def _owned(view: View, k: int, last: int) -> tuple[Entry, int] | None:
    """The noun with its owner in between ("la volonté du gouvernement de", "the commitment of the bank to"), and the index behind "de"."""
    grammar = view.grammar
    if not grammar.has("owned_noun", view.norm(k)):
        return None
    for i in range(k + 1, min(k + _OWNER, last)):
        if not view.norm(i)[0].isalnum():
            return None
        noun = _noun_with(view, k, i, last)
        if noun and verbs.verb_at(grammar, view.tokens, i + 1, last) > 0:
            return noun, i + 1
    return None


def _noun_with(view: View, k: int, i: int, last: int) -> Entry | None:
    """The entry of the noun at token `k` when the particle at token `i` follows it directly in the lexicon."""
    found = view.grammar.noun((view.tokens[k], view.tokens[i]), 0, 2)
    return found[0] if found and found[1] == 2 else None


def _complete(view: View, frame: Frame, first: int, end: int, last: int) -> Head | None:
    """The head with what must follow it; None when that is missing."""
    if not frame.then:
        return Head(frame, first, end, end, end, end)
    follow = next(_follows(view, frame, end, last), None)
    if follow is None:
        return Head(frame, first, end, end, end, end) if frame.otherwise else None
    gap_end, then_end, verb, number = follow
    is_passive = verbs.is_passive(view.grammar, view.tokens, verb, last) or _holds_passive(view, first, end)
    return Head(frame, first, end, gap_end, then_end, verb, number, is_passive)


def _holds_passive(view: View, first: int, end: int) -> bool:
    """Vietnamese: does the head itself make the clause a passive ("cần được")?"""
    return view.grammar.language == "vi" and any(view.norm(i) == "được" for i in range(first, end))


def _follows(view: View, frame: Frame, end: int, last: int) -> Iterator[tuple[int, int, int, bool]]:
    """Where the parts of `then` match within the gap: (end of gap, end of match, verb, is it a number); `{any}` comes last."""
    exact = [words for words in frame.then if words != ("{any}",)]
    end = _behind_date(view, end, last)
    for k in range(end, min(end + frame.gap + 1, last)):
        for words in exact:
            found = _match(view, words, k, last)
            if found:
                yield k, found[0], found[1], "{number}" in words
        if view.norm(k) == ":" and k > end and verbs.item_at(view.grammar, view.tokens, k + 1, last) >= 0:
            yield k, k + 1, k + 1, False
        if _ends_gap(view, frame, k):
            break
    behind = _behind_aside(view, end, last)
    for words in exact if behind else ():
        found = _match(view, words, behind, last)
        if found:
            yield end, found[0], found[1], "{number}" in words
    if len(exact) < len(frame.then) and end < last and (view.norm(end)[0].isalnum() or view.quantity_at(end) is not None):
        yield end, end, verbs.skip_clitics(view.grammar, view.tokens, end, last), False


def _behind_date(view: View, k: int, last: int) -> int:
    """The token behind a date that stands between an English modal and its verb ("would in the next four years focus"), else `k`."""
    if view.grammar.language != "en" or k + 1 >= last or not view.grammar.has("preposition", view.norm(k)):
        return k
    found = next((date for date in view.dates if view.tokens[k].start <= date.start <= view.tokens[k + 1].start), None)
    return next((i for i in range(k, last) if view.tokens[i].start >= found.end), k) if found else k


def _behind_aside(view: View, end: int, last: int) -> int:
    """The token behind an aside between commas that starts at token `end` ("décide, à l'unanimité, de"), or 0."""
    if view.norm(end) != ",":
        return 0
    return next((i + 1 for i in range(end + 1, min(end + _ASIDE, last)) if view.norm(i) == ","), 0)


def _ends_gap(view: View, frame: Frame, k: int) -> bool:
    """May the gap not go on behind token `k`?"""
    norm = view.norm(k)
    if norm in _GAP_STOPS:
        return True
    if "{number}" in [word for words in frame.then for word in words]:
        return False
    return any(view.grammar.has(word_class, norm) for word_class in ("relative", "pronoun", "finite"))


def _match(view: View, words: Words, k: int, last: int) -> tuple[int, int] | None:
    """End of the match of `words` at token `k`, and the token of its verb (the end when it names none)."""
    verb = -1
    for word in words:
        if k >= last:
            return None
        if word == "{number}":
            if view.quantity_at(k) is None:
                return None
            k += 1
        elif word.startswith("{"):
            at = _marker(view, word, k, last)
            if at < 0:
                return None
            verb, k = at, at + 1
            if word == "{necessity}":
                verb = -1
        elif view.norm(k) == word:
            k += 1
        else:
            return None
    return (verb if verb >= 0 else k), verbs.skip_clitics(view.grammar, view.tokens, verb if verb >= 0 else k, last)


def _marker(view: View, word: str, k: int, last: int) -> int:
    """Index of the token that meets the marker at token `k`, or -1."""
    grammar = view.grammar
    if word == "{necessity}":
        return k if _is_needful(grammar, view.norm(k)) else -1
    if word == "{gerund}":
        return k if verbs.is_gerund(grammar, view.norm(k)) else -1
    if word == "{money}":
        found = view.quantity_at(k)
        return k if found is not None and found.kind == "money" else -1
    if word == "{task}":
        at = verbs.skip_clitics(grammar, view.tokens, k, last)
        return at if grammar.end("item_verb", view.tokens, at, last) > at else -1
    if word == "{measure}":
        return _measure(view, k, last)
    if word == "{scheduled}":
        return k if grammar.has("scheduled", view.norm(k)) else -1
    if word == "{official}":
        at = verbs.skip_clitics(grammar, view.tokens, k, last)
        return at if grammar.end("official", view.tokens, at, last) > at else -1
    at = verbs.verb_at(grammar, view.tokens, k, last)
    has_manner = grammar.language == "vi" and view.begins[k] < view.tokens[k].start
    return k if at < 0 and has_manner and view.norm(k)[0].isalpha() else at


def _measure(view: View, k: int, last: int) -> int:
    """Index of the first token of a noun of action behind articles and at most one adjective ("une nouvelle hausse"), or -1."""
    grammar, at = view.grammar, k
    while at < last and (grammar.has("determiner", view.norm(at)) or view.norm(at).isdigit() or (at < k + 4 and view.norm(at) in _OF)):
        at += 1
    for i in (at, at + 1):
        if i < last and grammar.end("measure", view.tokens, i, last) > i:
            return i
    return -1


def _is_needful(grammar: Grammar, norm: str) -> bool:
    """An adjective of need, also with one letter too many, missing or wrong (long words only)."""
    if grammar.has("necessity", norm):
        return True
    return len(norm) >= _SLIP_LENGTH and any(len(word) >= _SLIP_LENGTH and _is_slip(norm, word) for word in grammar.members("necessity"))


def _is_slip(norm: str, word: str) -> bool:
    """Do the two differ by one letter?"""
    if abs(len(norm) - len(word)) > 1:
        return False
    start = 0
    while start < min(len(norm), len(word)) and norm[start] == word[start]:
        start += 1
    rest, other = norm[start:], word[start:]
    return rest[1:] == other or rest == other[1:] or rest[1:] == other[1:]
