"""Read one sentence: heads and items of open lists become drafts, and the memory learns who speaks and what is open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from postil.domain.commitment import CommitmentKind
from postil.domain.zone import ZoneKind
from postil.suggest.commitments import verbs
from postil.suggest.commitments.actors import Actor, actor_at
from postil.suggest.commitments.clauses import Why, segments, start_of
from postil.suggest.commitments.dues import due_of
from postil.suggest.commitments.endings import end_of, trimmed
from postil.suggest.commitments.heads import heads
from postil.suggest.commitments.judge import Setting, Verdict, colon_after, judge
from postil.suggest.commitments.order import floor_of, is_echo, is_independent
from postil.suggest.commitments.scope import Memory, TaskList
from postil.suggest.commitments.view import View
from postil.suggest.doc import DateMention

_MARKS: Final = frozenset("-–—•*+·○●▪➢►.)#→✓,")
_ITEM_LOSS: Final = 60
_HEADING_LENGTH: Final = 14
_AFTER_VERB: Final = 10
_OF: Final = frozenset({"of", "de", "d'", "du", "des"})
_LONGEST: Final = 700
"""Tokens of a sentence beyond which it is no prose and is passed over."""


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


def read_sentence(view: View, memory: Memory) -> list[Draft]:
    """The drafts of one sentence, in order; changes `memory`."""
    if len(view) > _LONGEST or not len(view):
        memory.close()
        return []
    speaker, has_speech = _speaker(view, memory)
    drafts: list[Draft] = []
    had_list = False
    for rank, segment in enumerate(segments(view)):
        verdicts = _verdicts(view, segment, Setting(speaker, memory.speaker, _carried(drafts, speaker), has_speech))
        if verdicts:
            for k, verdict in enumerate(verdicts):
                stop = verdicts[k + 1].start.index if k + 1 < len(verdicts) else segment[1]
                drafts += _drafts(view, verdict, stop, segment, memory, speaker)
            had_list = True
        elif memory.tasks and (had_list or rank == 0) and (draft := _item(view, segment, memory.tasks, same_sentence=had_list)):
            drafts.append(draft)
            had_list = True
        elif drafts and _goes_on(view, segment):
            drafts[-1] = replace(drafts[-1], end=view.ends[trimmed(view, *segment) - 1])
    _settle(view, memory, drafts, has_speech)
    memory.hear(speaker)
    for draft in drafts:
        if not (draft.issuer_inferred or draft.is_reported or speaker) and draft.kind is not CommitmentKind.PLAN:
            memory.hear(draft.issuer)
    return drafts


def _verdicts(view: View, segment: tuple[int, int], setting: Setting) -> list[Verdict]:
    """One verdict a clause: the first head wins, but a target takes the clause over from a "must" around it."""
    out: list[Verdict] = []
    for head in heads(view, *segment):
        first = floor_of(view, out[-1], head.first, segment[0]) if out else segment[0]
        verdict = judge(view, head, (first, segment[1]), setting)
        if verdict is None:
            continue
        setting = replace(setting, carried=verdict.actor or setting.carried)
        if not out or first > segment[0] or is_independent(view, out[-1], verdict):
            out.append(verdict)
        elif verdict.kind is CommitmentKind.TARGET and out[-1].kind is not CommitmentKind.TARGET:
            out[-1] = replace(verdict, start=out[-1].start, actor=out[-1].actor)
    return [verdict for rank, verdict in enumerate(out) if not rank or not is_echo(view, out[rank - 1], verdict)]


def _drafts(view: View, verdict: Verdict, stop: int, segment: tuple[int, int], memory: Memory, speaker: Actor | None) -> list[Draft]:
    frame, head = verdict.frame, verdict.head
    first = head.first if "front" in frame.needs or frame.subject == "none" else verdict.start.index
    last = max(end_of(view, max(head.then_end, head.last), min(stop, segment[1])), head.last)
    issuer, addressee, inferred = _parties(verdict, memory, speaker)
    due = due_of(view, first, last)
    colon = colon_after(view, head.last, segment[1])
    date = due or due_of(view, 0, len(view), fronted=True)
    only_here = colon < 0 and not frame.opens_list
    memory.open(TaskList(verdict.kind, frame.id, frame.confidence, issuer, addressee, date, colon >= 0, only_here, view.sentence.line))
    if colon >= 0 and colon + 1 >= segment[1] and segment[1] == len(view):
        return []
    due = due or due_of(view, verdict.start.limit, first, fronted=True) or due_of(view, last, stop)
    action = (view.tokens[min(head.then_end if head.then_end > head.last else head.verb, last - 1)].start, view.ends[last - 1])
    if frame.subject == "issuer" and not (verdict.actor and verdict.actor.is_agent) and not verdict.start.elliptic:
        action = _span(view, first, last)
    draft = Draft(
        verdict.kind,
        frame.id,
        frame.confidence,
        *_span(view, first, last),
        action,
        issuer,
        addressee,
        inferred,
        verdict.start.why is Why.REPORT,
        due,
        zone=view.sentence.zone,
    )
    return _split_targets(view, draft, first, last) if verdict.kind is CommitmentKind.TARGET else [draft]


def _parties(verdict: Verdict, memory: Memory, speaker: Actor | None) -> tuple[Actor | None, Actor | None, bool]:
    """Issuer, addressee, and whether the issuer was inferred from outside the clause."""
    actor = memory.named(verdict.actor) if verdict.actor else None
    other = memory.named(verdict.other) if verdict.other else None
    voice = memory.named(speaker) if speaker else memory.speaker
    is_own = verdict.frame.subject == "issuer" or verdict.kind is CommitmentKind.PLAN
    if is_own and actor is not None and actor.is_first_person and voice:
        return voice, other, True
    if is_own and actor is not None and (actor.is_agent or actor.may_be_name or "someone" in verdict.frame.needs):
        return actor, other, actor.inferred
    if verdict.frame.subject == "addressee" and not is_own:
        return voice, actor or other, True
    return voice, other, voice is not None


def _split_targets(view: View, draft: Draft, first: int, last: int) -> list[Draft]:
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
            return [head, *_split_targets(view, tail, i, last)]
        seen = True
    return [draft]


def _item(view: View, segment: tuple[int, int], tasks: TaskList, *, same_sentence: bool) -> Draft | None:
    """The draft of a list item that starts this stretch: a bare verb without a subject."""
    first, last = segment
    while first < last and (view.norm(first) in _MARKS or view.norm(first).isdigit() or view.grammar.has("coordination", view.norm(first))):
        first += 1
    if first < last and view.grammar.language == "fr" and view.norm(first) in ("à", "de", "d'") and same_sentence:
        first += 1
    verb = verbs.item_at(view.grammar, view.tokens, first, last)
    if verb < 0 and same_sentence and tasks.kind is CommitmentKind.TARGET and view.has_quantity(first, last):
        verb = first
    is_line = not same_sentence and view.grammar.language == "en" and not tasks.colon
    if verb < 0 or is_line or _is_sentence(view, verb, last) or view.grammar.holds("past", view.tokens, first, verb + 1) >= 0:
        return None
    end = end_of(view, verb + 1, last)
    span = _span(view, first, end)
    own = due_of(view, first, end)
    return Draft(
        tasks.kind,
        tasks.rule + ".item",
        max(tasks.confidence - _ITEM_LOSS, 1),
        *span,
        span,
        tasks.issuer,
        tasks.addressee,
        issuer_inferred=True,
        due=own or (tasks.due if tasks.colon else None),
        due_inferred=own is None and tasks.colon and tasks.due is not None,
        zone=view.sentence.zone,
    )


def _is_sentence(view: View, verb: int, last: int) -> bool:
    """Vietnamese: is this no bare verb phrase, because "sẽ" follows or a subject comes after a comma ("Phát biểu …, Thủ tướng")?"""
    if view.grammar.language != "vi":
        return False
    comma = next((i for i in range(verb, last - 1) if view.norm(i) == ","), last)
    if view.grammar.holds("finite", view.tokens, verb, comma) >= 0:
        return True
    return comma < last and view.tokens[comma + 1].capital and view.grammar.end("agent", view.tokens, comma + 1, last) > comma + 1


def _goes_on(view: View, segment: tuple[int, int]) -> bool:
    """Does the stretch after a semicolon belong to the commitment before it ("notamment en …", "including …")?"""
    return view.grammar.end("connector", view.tokens, segment[0], segment[1]) > segment[0]


def _settle(view: View, memory: Memory, drafts: list[Draft], has_speech: bool) -> None:
    """Close the open list when this sentence is no part of it."""
    if drafts or not memory.tasks:
        if memory.tasks and memory.tasks.sentence_only:
            memory.close()
        memory.idle = 0
        return
    opened_here = memory.tasks.line == view.sentence.line and view.norm(len(view) - 1) == ":"
    if opened_here:
        return
    is_heading = len(view) <= _HEADING_LENGTH and view.norm(len(view) - 1)[0].isalnum() and view.tokens[0].capital
    if is_heading or has_speech or view.grammar.holds("past", view.tokens, 0, len(view)) >= 0:
        memory.close()
    else:
        memory.pause()


def _carried(drafts: list[Draft], speaker: Actor | None) -> Actor | None:
    """Whose verb it is when a clause has no subject: the actor of the commitment before it, else who speaks here."""
    return drafts[-1].issuer if drafts and drafts[-1].issuer else speaker


def _speaker(view: View, memory: Memory) -> tuple[Actor | None, bool]:
    """Who says something in this sentence, under the fullest name, and whether anything is said at all."""
    has_speech = False
    i = 0
    while i < len(view):
        end = view.grammar.end("speech", view.tokens, i)
        if end == i:
            i += 1
            continue
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


def _span(view: View, first: int, last: int) -> tuple[int, int]:
    return view.begins[first], view.ends[max(last, first + 1) - 1]
