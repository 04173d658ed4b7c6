"""Write a verdict down: extent, parties, action and date of one commitment, before it becomes a suggestion."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from postil.domain.commitment import CommitmentKind
from postil.domain.zone import ZoneKind
from postil.suggest.commitments import verbs
from postil.suggest.commitments.actors import Actor, actor_at
from postil.suggest.commitments.clauses import Why, start_of
from postil.suggest.commitments.dues import due_of
from postil.suggest.commitments.endings import end_of
from postil.suggest.commitments.judge import Verdict, colon_after, verb_after_that
from postil.suggest.commitments.scope import Memory, TaskList
from postil.suggest.commitments.view import View
from postil.suggest.doc import DateMention

_SAID: Final = 6
"""Tokens between a verb of saying and its clause."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A commitment before it is written down; positions are code points of the article."""

    kind: CommitmentKind
    rule: str
    confidence: int
    start: int
    end: int
    action: tuple[int, int]
    issuer: Actor | None = None
    addressee: Actor | None = None
    issuer_inferred: bool = False
    is_reported: bool = False
    due: DateMention | None = None
    due_inferred: bool = False
    zone: ZoneKind = ZoneKind.BODY


def drafts_of(view: View, verdict: Verdict, stop: int, segment: tuple[int, int], memory: Memory, speaker: Actor | None) -> list[Draft]:
    """The drafts of a verdict whose clause ends before token `stop`; opens its task list in `memory`.

    None when it only announces a list that follows in the next lines; several when targets are joined.
    """
    frame, head = verdict.frame, verdict.head
    first = head.first if "front" in frame.needs or frame.subject == "none" else verdict.start.index
    first = _with_sayer(view, verdict, first, segment[0])
    last = max(end_of(view, max(head.then_end, head.last), min(stop, segment[1])), head.last)
    issuer, addressee, inferred = _parties(verdict, memory, speaker)
    due = due_of(view, first, last) if verdict.kind is CommitmentKind.PLAN else _asked_for(view, first, head.last, last)
    colon = colon_after(view, head.last, segment[1])
    date = due or due_of(view, 0, len(view), fronted=True)
    only_here = colon < 0 and not frame.opens_list
    memory.open(TaskList(verdict.kind, frame.id, frame.confidence, issuer, addressee, date, colon >= 0, only_here, view.sentence.line))
    if colon >= 0 and colon + 1 >= segment[1] and segment[1] == len(view) and not _says_enough(view, head.then_end, colon):
        return []
    draft = Draft(
        verdict.kind,
        frame.id,
        frame.confidence,
        *place(view, first, last),
        _action(view, verdict, first, last),
        issuer,
        addressee,
        inferred,
        verdict.start.why is Why.REPORT,
        due or due_of(view, verdict.start.limit, first, fronted=True) or due_of(view, last, stop),
        zone=view.sentence.zone,
    )
    if verdict.kind is CommitmentKind.TARGET:
        return split_targets(view, draft, first, last)
    return _split_actions(view, draft, head.verb, last)


def _asked_for(view: View, first: int, head_end: int, last: int) -> DateMention | None:
    """The date by which something asked or promised is due: behind the head, else a year in front; a day there is that of speaking."""
    return due_of(view, first, head_end, fronted=True) or due_of(view, head_end, last)


def _says_enough(view: View, first: int, colon: int) -> bool:
    """Does a clause that announces a list say itself what is to be done ("…, cụ thể:"), before it goes into detail?"""
    return view.grammar.begin("detail", view.tokens, colon, first) < colon


def _with_sayer(view: View, verdict: Verdict, first: int, lowest: int) -> int:
    """Where a clause begins whose pronoun is who says it: "Le président a annoncé qu'il saisirait la cour"."""
    start, actor = verdict.start, verdict.actor
    if first != start.index or start.why is not Why.REPORT or actor is None or not actor.is_pronoun or actor.is_first_person:
        return first
    said = view.grammar.begin("complementiser", view.tokens, start.limit, lowest)
    verb = next((i for i in range(said, max(lowest, said - _SAID) - 1, -1) if view.grammar.end("speech", view.tokens, i) > i), -1)
    if verb < 0 or any(view.is_comma(i) for i in range(verb, said)):
        return first
    outer = start_of(view, lowest, verb)
    sayer = actor_at(view, outer.subject_first, outer.subject_end)
    if outer.elliptic or sayer is None or not sayer.is_agent or sayer.is_pronoun or outer.index >= first:
        return first
    return outer.index


def _split_actions(view: View, draft: Draft, verb: int, last: int) -> list[Draft]:
    """Two verbs joined by "and", each with a number of its own, are two commitments: "will spend 1 billion and hire 200 people"."""
    for i in range(verb + 1, last - 1):
        if not view.grammar.has("coordination", view.norm(i)) or not _is_action(view, i + 1, last):
            continue
        if view.has_figure(verb, i) and view.has_figure(i + 1, last):
            head = replace(draft, end=view.ends[i - 1], action=(draft.action[0], view.ends[i - 1]), due=due_of(view, 0, i) if draft.due else None)
            start = view.begins[i + 1]
            return [head, replace(draft, start=start, action=(start, draft.end), due=due_of(view, i, last), rule=draft.rule + ".item")]
    return [draft]


def place(view: View, first: int, last: int) -> tuple[int, int]:
    """Positions of tokens `first:last`, adverbs around them included."""
    return view.begins[first], view.ends[max(last, first + 1) - 1]


def _action(view: View, verdict: Verdict, first: int, last: int) -> tuple[int, int]:
    """Where the words stand that say what is to be done: behind the head, or the whole clause when that says too little.

    The whole clause is needed when its subject does not act (a price, a passive), or when it is negated.
    """
    head, frame = verdict.head, verdict.frame
    is_actor = verdict.actor is not None and verdict.actor.is_agent and not head.is_passive
    is_negated = view.grammar.holds("negation", view.tokens, verdict.start.subject_end, max(head.verb, head.last)) >= 0
    begin = first
    if frame.subject == "none":
        begin = head.then_end if head.then_end > head.last else first
        begin = verb_after_that(view, begin) if frame.between == "that" else begin
    elif frame.acts or (is_negated and not verdict.start.elliptic):
        begin = max(first, head.first - 1) if frame.acts else first
        begin = head.first if frame.acts else begin
    elif is_actor or verdict.start.elliptic or (verdict.actor is not None and frame.subject == "issuer" and "someone" in frame.needs):
        begin = head.last if head.has_number else max(head.then_end, head.verb if head.then_end == head.last else 0)
    colon = colon_after(view, head.last, last) if "colon" in frame.needs else -1
    begin = colon + 1 if colon >= 0 else begin
    return view.begins[min(begin, last - 1)], view.ends[last - 1]


def _parties(verdict: Verdict, memory: Memory, speaker: Actor | None) -> tuple[Actor | None, Actor | None, bool]:
    """Issuer, addressee, and whether the issuer was inferred from outside the clause."""
    actor = memory.named(verdict.actor) if verdict.actor else None
    other = memory.named(verdict.other) if verdict.other else None
    voice = memory.named(speaker) if speaker else memory.speaker
    is_own = (verdict.frame.subject == "issuer" or verdict.kind is CommitmentKind.PLAN) and not verdict.head.is_passive
    if is_own and actor is not None and actor.is_first_person and voice:
        return voice, other, True
    if is_own and actor is not None and (actor.is_agent or actor.may_be_name or "someone" in verdict.frame.needs):
        return actor, other, actor.inferred
    if verdict.frame.subject == "addressee" and verdict.kind is not CommitmentKind.PLAN:
        return voice, actor if actor is not None and (actor.is_agent or actor.may_be_name) else other, voice is not None
    return voice, other, voice is not None


def _is_action(view: View, i: int, last: int) -> bool:
    """Does a second verb stand at token `i`: one of task lists, or an English word with its number right behind it?"""
    grammar = view.grammar
    if verbs.item_at(grammar, view.tokens, i, last) >= 0:
        return True
    return grammar.language == "en" and verbs.verb_at(grammar, view.tokens, i, last) == i and view.quantity_at(i + 1) is not None


def split_targets(view: View, draft: Draft, first: int, last: int) -> list[Draft]:
    """Each target figure that a comma and "and" join is a commitment of its own."""
    seen = False
    for i in range(first, last):
        quantity = view.quantity_at(i)
        if quantity is None:
            continue
        before = i - 1
        joined = seen and before - 1 > first and view.grammar.has("coordination", view.norm(before)) and view.norm(before - 1) == ","
        if joined:
            head = replace(draft, end=view.ends[before - 2], action=(draft.action[0], view.ends[before - 2]), due=due_of(view, first, before))
            tail = replace(draft, start=view.tokens[i].start, action=(view.tokens[i].start, draft.end), due=due_of(view, i, last))
            return [head, *split_targets(view, tail, i, last)]
        seen = True
    return [draft]
