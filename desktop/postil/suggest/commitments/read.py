"""Read one sentence: heads and items of open lists become drafts, and the memory learns who speaks and what is open."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from postil.domain.commitment import CommitmentKind
from postil.suggest.commitments.actors import Actor
from postil.suggest.commitments.clauses import Why, segments
from postil.suggest.commitments.drafts import Draft, drafts_of
from postil.suggest.commitments.endings import trimmed
from postil.suggest.commitments.heads import heads
from postil.suggest.commitments.items import item_of
from postil.suggest.commitments.judge import Setting, Verdict, judge
from postil.suggest.commitments.order import floor_of, is_echo, is_independent, own_floor
from postil.suggest.commitments.scope import Memory
from postil.suggest.commitments.speakers import speaker_of
from postil.suggest.commitments.view import View

_HEADING_LENGTH: Final = 14
_MAIN_VERB: Final = ("finite", "past", "speech")
_NO_VERB: Final = ("determiner", "preposition", "coordination", "fronting", "relative", "connector", "pronoun", "adverb", "conjunction", "tail")
_LONGEST: Final = 700
"""Tokens of a sentence beyond which it is no prose and is passed over."""


def read_sentence(view: View, memory: Memory) -> list[Draft]:
    """The drafts of one sentence, in order; changes `memory`."""
    if len(view) > _LONGEST or not len(view):
        memory.close()
        return []
    speaker, has_speech = speaker_of(view, memory)
    drafts: list[Draft] = []
    had_list = False
    for rank, segment in enumerate(segments(view)):
        verdicts = _verdicts(view, segment, Setting(speaker, memory.speaker, _carried(drafts, speaker), has_speech))
        if memory.tasks and verdicts and "colon" in verdicts[0].frame.needs and had_list:
            memory.announce(view.sentence.line)
        elif (
            verdicts and memory.tasks and _is_within_item(view, verdicts) and (draft := item_of(view, segment, memory.tasks, same_sentence=had_list))
        ):
            drafts.append(draft)
            had_list = True
        elif verdicts:
            for k, verdict in enumerate(verdicts):
                stop = verdicts[k + 1].start.index if k + 1 < len(verdicts) else segment[1]
                stop = _end_of_relative(view, verdict, stop)
                drafts += drafts_of(view, verdict, stop, segment, memory, speaker)
                _listen(memory, drafts, speaker)
            had_list = True
        elif drafts and _is_listing(view, drafts[-1]):
            drafts[-1] = replace(drafts[-1], end=view.ends[trimmed(view, *segment) - 1])
        elif memory.tasks and (had_list or rank == 0) and (draft := item_of(view, segment, memory.tasks, same_sentence=had_list)):
            drafts.append(draft)
            had_list = True
        elif drafts and _goes_on(view, segment):
            drafts[-1] = replace(drafts[-1], end=view.ends[trimmed(view, *segment) - 1])
    _settle(view, memory, drafts, has_speech)
    memory.hear(speaker)
    return drafts


def _end_of_relative(view: View, verdict: Verdict, stop: int) -> int:
    """Where an added relative clause ends: at the comma behind which the main verb stands ("…, qui a appelé …, a rendu …")."""
    if verdict.start.why is not Why.RELATIVE:
        return stop
    grammar, first = view.grammar, verdict.head.then_end
    for i in range(first, stop - 1):
        if view.is_comma(i) and (_is_verb(view, i + 1) or any(grammar.end(name, view.tokens, i + 1, stop) > i + 1 for name in _MAIN_VERB)):
            return i
    return stop


def _is_verb(view: View, i: int) -> bool:
    """Does the word at token `i`, right behind a comma, look like a verb in the present ("…, salue une étape"; French)?"""
    norm = view.norm(i)
    if view.grammar.language != "fr" or not norm.endswith(("e", "ent", "it")) or norm.endswith("ment") or view.tokens[i].capital:
        return False
    return not any(view.grammar.has(word_class, norm) for word_class in _NO_VERB)


def _listen(memory: Memory, drafts: list[Draft], speaker: Actor | None) -> None:
    """Who asks or promises something speaks, unless the sentence names another speaker or only reports it."""
    if drafts and speaker is None:
        last = drafts[-1]
        if not (last.issuer_inferred or last.is_reported or last.kind is CommitmentKind.PLAN):
            memory.hear(last.issuer)


def _verdicts(view: View, segment: tuple[int, int], setting: Setting) -> list[Verdict]:
    """One verdict a clause: the first head wins, but a target takes the clause over from a "must" around it."""
    out: list[Verdict] = []
    for head in heads(view, *segment):
        first = floor_of(view, out[-1], head.first, segment[0]) if out else own_floor(view, head.first, segment[0])
        readings = (judge(view, reading, (first, segment[1]), setting) for reading in (head, *head.others))
        verdict = next((reading for reading in readings if reading is not None), None)
        if verdict is None:
            continue
        setting = replace(setting, carried=verdict.actor or setting.carried)
        if not out or first > segment[0] or is_independent(view, out[-1], verdict):
            out.append(verdict)
        elif verdict.kind is CommitmentKind.TARGET and out[-1].kind is not CommitmentKind.TARGET:
            out[-1] = replace(verdict, start=out[-1].start, actor=out[-1].actor)
    return [verdict for rank, verdict in enumerate(out) if not rank or not is_echo(view, out[rank - 1], verdict)]


def _is_within_item(view: View, verdicts: list[Verdict]) -> bool:
    """Vietnamese: do the heads only stand among the verbs of an item ("Sở Nội vụ chủ trì, theo dõi, đôn đốc việc …")?"""
    return view.grammar.language == "vi" and all(
        view.norm(verdict.head.first - 1) == "," and verdict.frame.between == "addressee" for verdict in verdicts
    )


def _is_listing(view: View, draft: Draft) -> bool:
    """Vietnamese: does the clause end in a list of nouns that semicolons part ("với các biện pháp truyền thông; tiêm chủng; …")?"""
    if view.grammar.language != "vi":
        return False
    first = next((i for i in range(len(view)) if view.begins[i] >= draft.start), 0)
    last = next((i for i in range(first, len(view)) if view.begins[i] >= draft.end), len(view))
    return view.grammar.holds("listing", view.tokens, first, last) >= 0


def _goes_on(view: View, segment: tuple[int, int]) -> bool:
    """Does the stretch after a semicolon belong to the commitment before it ("notamment en …", "including …")?"""
    return view.grammar.end("connector", view.tokens, segment[0], segment[1]) > segment[0]


def _settle(view: View, memory: Memory, drafts: list[Draft], has_speech: bool) -> None:
    """Close the open list when this sentence is no part of it."""
    if drafts or not memory.tasks:
        if memory.tasks and memory.tasks.sentence_only:
            memory.loosen() if view.grammar.language == "vi" else memory.close()
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
