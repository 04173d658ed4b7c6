"""Decide whether a head, in its clause, is a commitment, and of which kind: the conditions of its frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from postil.domain.commitment import CommitmentKind
from postil.suggest.commitments import verbs
from postil.suggest.commitments.actors import Actor, actor_at
from postil.suggest.commitments.clauses import Start, Why, is_quoted, start_of
from postil.suggest.commitments.dues import is_day_ahead
from postil.suggest.commitments.frames import Frame
from postil.suggest.commitments.heads import Head
from postil.suggest.commitments.view import View

_COLON_REACH: Final = 45
_CLAUSE_REACH: Final = 24
_NEAR: Final = 4
_VOW: Final = 14
_VOW_NEAR: Final = 8
"""Tokens behind a comma within which a verb of promising stands, and how far from the end that comma may be."""
_PAPER: Final = 6
_ADDED: Final = frozenset({"với", "mục", "chỉ"})
"""First words of targets that may be added to another verb ("đã giao kế hoạch với mục tiêu …")."""
_NOTHING: Final = frozenset({"nothing", "nobody", "anything", "rien", "personne"})
_BOUND: Final = frozenset({CommitmentKind.PLEDGE, CommitmentKind.TARGET, CommitmentKind.REQUEST})
_ASKING: Final = frozenset({CommitmentKind.DIRECTIVE, CommitmentKind.REQUEST})
_VERBS: Final = ("past", "finite", "speech", "saying", "belief")
_WHO: Final = frozenset({"who", "which", "qui"})
_ANTECEDENT: Final = 12
"""Tokens before the comma of an added relative clause in which its antecedent stands."""
_FREE: Final = frozenset({CommitmentKind.PLAN, CommitmentKind.DIRECTIVE, CommitmentKind.REQUEST})


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known when a head is judged.

    `speaker` speaks in this sentence; `heard` did so lately; `carried` is the actor of the clause before, for a verb
    without a subject of its own. `speech` tells whether a verb of saying stands in the sentence.
    """

    speaker: Actor | None = None
    heard: Actor | None = None
    carried: Actor | None = None
    speech: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """A head that is a commitment of `kind`; `actor` is the grammatical subject, `other` what stands in the gap."""

    head: Head
    start: Start
    kind: CommitmentKind
    actor: Actor | None = None
    other: Actor | None = None

    @property
    def frame(self) -> Frame:
        """The frame of the head."""
        return self.head.frame


def judge(view: View, head: Head, segment: tuple[int, int], setting: Setting) -> Verdict | None:
    """The verdict on a head within the tokens of `segment`; None when it is no commitment."""
    frame = head.frame
    start = start_of(view, segment[0], head.first)
    kind = _kind(view, head, segment)
    added = _antecedent(view, head, start, segment[0])
    if kind is None or (added is None and _is_out_of_context(view, head, start, kind, segment)):
        return None
    actor = added or _actor(view, head, start)
    is_added = kind is CommitmentKind.TARGET and view.norm(head.first) in _ADDED
    if view.grammar.language == "vi" and not is_added and _has_other_verb(view, head, start):
        return None
    if actor is None and start.elliptic and start.why is not Why.RELATIVE and frame.subject != "addressee":
        actor = setting.carried or _main_subject(view, head, start, segment) or _ordering(view, kind, start, setting)
    other = _other(view, head)
    case = _Case(view, head, start, segment, actor, setting)
    if not all(_TESTS[need](case) for need in frame.needs):
        return None
    if kind is CommitmentKind.PLAN and actor is None and start.has_subject and "front" not in frame.needs and _is_vague(view, start):
        return None
    is_own = actor is None or actor is not setting.speaker or start.why is Why.REPORT
    if kind is not CommitmentKind.TARGET and _is_refused(view, head, segment[1], actor, is_own=is_own):
        return None
    if frame.planned and kind is CommitmentKind.DIRECTIVE and actor is not None and actor.is_person and not case.is_reported:
        kind = CommitmentKind.PLAN
    if kind is CommitmentKind.PLAN and _is_vowed(view, head, segment):
        kind = CommitmentKind.PLEDGE
    is_upward = view.grammar.language == "vi" and actor is not None and actor.is_subordinate and not actor.is_superior
    return Verdict(head, start, _ranked(frame, kind, actor, other, is_upward=is_upward), actor, other)


def _antecedent(view: View, head: Head, start: Start, first: int) -> Actor | None:
    """Who stands before a relative clause that only adds what somebody asked for ("Mr Lee, who called for …"); None for any other head."""
    comma = start.limit - 2
    is_added = start.why is Why.RELATIVE and start.elliptic and comma > first and view.is_comma(comma) and view.norm(comma + 1) in _WHO
    if not is_added or head.frame.subject != "issuer" or head.frame.kind not in _ASKING or head.conditional:
        return None
    if view.norm(comma - 1) == ")":
        comma = next((i for i in range(comma - 1, first, -1) if view.norm(i) == "("), comma)
    low = max(first, comma - _ANTECEDENT)
    begin = next((i + 1 for i in range(comma - 1, low - 1, -1) if view.is_comma(i)), low)
    capitals = next((i + 1 for i in range(comma - 1, begin - 1, -1) if not view.tokens[i].capital), begin)
    named = next((n for n in view.names_in(begin, comma) if n.end == view.ends[comma - 1]), None)
    if named is not None:
        opening = named.role_span[0] if named.role_span and named.role_span[0] < named.start else named.start
        begin = next((i for i in range(begin, comma) if view.begins[i] >= opening), begin)
    elif capitals < comma - 1:
        begin = capitals
    actor = actor_at(view, begin, comma) if begin < comma else None
    return actor if actor is not None and (actor.is_agent or actor.is_policy) and not actor.is_pronoun else None


def _is_vowed(view: View, head: Head, segment: tuple[int, int]) -> bool:
    """Does somebody promise what is planned: "…, he vowed", "…, ông Nam cam đoan"?"""
    for comma in range(max(head.verb + 1, segment[1] - _VOW), segment[1] - 1):
        if view.norm(comma) not in (",", '"', "»", "”") or view.grammar.has("coordination", view.norm(comma + 1)):
            continue
        vow = view.grammar.holds("vow", view.tokens, comma, min(segment[1], comma + _VOW_NEAR))
        if vow >= 0 and next(view.grammar.heads_at(view.tokens, vow, segment[1]), None) is not None:
            return True
    return False


def colon_after(view: View, first: int, last: int) -> int:
    """Index of a colon that announces a list within reach of token `first`, or -1."""
    for i in range(first, min(last, first + _COLON_REACH)):
        if view.norm(i) == ":" and not (view.glued(i) and view.glued(i + 1)):
            return i
    return -1


def is_future_clause(view: View, first: int, last: int) -> bool:
    """Does a verb of the future stand near behind token `first`?"""
    grammar, stop = view.grammar, min(last, first + _CLAUSE_REACH)
    if grammar.language == "fr":
        return any(verbs.is_future(grammar, view.norm(i)) or verbs.is_conditional(view.norm(i)) for i in range(first, stop))
    return grammar.holds("future_mark", view.tokens, first, stop) >= 0


def _kind(view: View, head: Head, segment: tuple[int, int]) -> CommitmentKind | None:
    frame = head.frame
    if frame.otherwise and not head.has_number:
        return frame.otherwise if verbs.verb_at(view.grammar, view.tokens, head.last, segment[1]) >= 0 else None
    if frame.numbered and view.has_quantity(head.last, segment[1]):
        return frame.numbered
    if frame.planned and _is_official(view, head.verb, segment[1]):
        return CommitmentKind.PLAN
    return frame.kind


def _is_official(view: View, verb: int, last: int) -> bool:
    """Does a verb of an agenda stand at token `verb`, its pronoun included ("se rendre")?"""
    first = verb - 1 if view.grammar.has("clitic", view.norm(verb - 1)) else verb
    return any(view.grammar.end("official", view.tokens, at, last) > at for at in {first, verb})


def _is_out_of_context(view: View, head: Head, start: Start, kind: CommitmentKind, segment: tuple[int, int]) -> bool:
    """Conditions, relative clauses, negations, hopes and hearsay make no commitment."""
    if start.why is Why.CONDITION and kind in _FREE:
        return True
    if start.why is Why.RELATIVE and kind is not CommitmentKind.PLEDGE:
        return True
    grammar = view.grammar
    if start.why is Why.LINK and kind is CommitmentKind.DIRECTIVE and grammar.begin("reason", view.tokens, start.limit, segment[0]) < start.limit:
        return True
    if kind in _BOUND and grammar.holds("negation", view.tokens, start.subject_end, head.first) >= 0:
        return True
    if kind is CommitmentKind.PLAN:
        if _is_expected(view, head):
            return True
        first = start.limit if start.why is Why.SIGN else segment[0]
        if grammar.holds("belief", view.tokens, first, start.index) >= 0 or grammar.holds("belief", view.tokens, start.subject_end, head.first) >= 0:
            return True
    return head.conditional and start.why is not Why.REPORT


def _is_expected(view: View, head: Head) -> bool:
    """Vietnamese: does a word of hope or forecast stand right before the head ("được kỳ vọng sẽ")?"""
    return view.grammar.language == "vi" and view.grammar.holds("belief", view.tokens, max(0, head.first - _NEAR), head.first) >= 0


def _has_other_verb(view: View, head: Head, start: Start) -> bool:
    """Vietnamese: does "đã" or "đang là" with another verb stand before the head, without a comma between ("đã quan tâm chỉ đạo")?"""
    first, last = start.subject_first, start.subject_end
    if view.norm(head.first - 1) == "," or view.grammar.holds("document", view.tokens, max(first, head.first - _PAPER), head.first) >= 0:
        return False
    return view.grammar.holds("past", view.tokens, first, last) >= 0 or view.grammar.holds("copula", view.tokens, first, last - 1) >= 0


def _main_subject(view: View, head: Head, start: Start, segment: tuple[int, int]) -> Actor | None:
    """The subject of the whole stretch, for a second verb behind "and": "The company has bought land and will build"."""
    if not view.grammar.has("coordination", view.norm(start.index - 1)):
        return None
    if view.grammar.language == "vi":
        return _first_actor(view, segment[0], start.index)
    for i in range(segment[0] + 1, head.first):
        is_verb = verbs.is_past(view.grammar, view.norm(i)) and not view.grammar.has("determiner", view.norm(i - 1))
        if is_verb or any(view.grammar.end(word_class, view.tokens, i, head.first) > i for word_class in _VERBS):
            first = start_of(view, segment[0], i)
            return actor_at(view, first.subject_first, first.subject_end)
    return None


def _first_actor(view: View, first: int, last: int) -> Actor | None:
    """Vietnamese: who is named at the beginning of a stretch, up to a bracket or verb, behind what is fronted before a comma."""
    if view.grammar.end("fronting", view.tokens, first, last) > first:
        comma = next((i for i in range(first, last) if view.is_comma(i)), -1)
        first = comma + 1 if comma >= 0 else first
    end = next((i for i in range(first + 1, last) if view.norm(i) in "(,;" or view.grammar.end("item_verb", view.tokens, i, last) > i), last)
    return actor_at(view, first, end) if first < end else None


def _ordering(view: View, kind: CommitmentKind, start: Start, setting: Setting) -> Actor | None:
    """Vietnamese: who gives the order of a sentence that begins with it ("Giao Bộ Tài chính …"): who spoke last."""
    return setting.heard if view.grammar.language == "vi" and kind is CommitmentKind.DIRECTIVE and start.index == 0 else None


def _is_vague(view: View, start: Start) -> bool:
    """Does the subject name nobody ("nobody", "this", "rien")?"""
    return view.grammar.end("vague_pronoun", view.tokens, start.subject_first, start.subject_end) > start.subject_first


def _actor(view: View, head: Head, start: Start) -> Actor | None:
    if "front" in head.frame.needs:
        return actor_at(view, head.last, head.verb)
    return actor_at(view, start.subject_first, start.subject_end)


def _other(view: View, head: Head) -> Actor | None:
    """Who stands between head and `then`: the addressee, without the preposition that leads to it."""
    frame, first, last = head.frame, head.last, head.gap_end
    if frame.between == "that":
        first, last = head.then_end, verb_after_that(view, head.then_end)
    elif frame.between != "addressee":
        return None
    if first < last and view.grammar.end("fronting", view.tokens, first, last) > first:
        comma = next((i for i in range(first, last) if view.norm(i) == ","), -1)
        first = comma + 1 if comma >= 0 and view.grammar.language == "vi" else first
    if view.norm(first) == ",":
        return None
    while first < last and view.grammar.has("preposition", view.norm(first)):
        first += 1
    return actor_at(view, first, last) if first < last else None


def verb_after_that(view: View, first: int) -> int:
    """The verb of a French clause after "que": a subjunctive by list, a plural by its ending; `first` when none is near."""
    if view.grammar.language != "fr" or view.norm(first - 1) not in ("que", "qu'"):
        return first
    for i in range(first + 1, min(len(view), first + _COLON_REACH)):
        norm = view.norm(i)
        if view.grammar.has("subjunctive", norm) or (norm.endswith("ent") and not norm.endswith("ment")):
            return i
    return first


@dataclass(frozen=True, slots=True)
class _Case:
    """What the conditions of a frame are tested on."""

    view: View
    head: Head
    start: Start
    segment: tuple[int, int]
    actor: Actor | None
    setting: Setting

    @property
    def is_agent(self) -> bool:
        return self.actor is not None and self.actor.is_agent

    @property
    def is_doer(self) -> bool:
        return self.actor is not None and (self.actor.is_agent or self.actor.is_policy)

    @property
    def may_act(self) -> bool:
        return self.actor is not None and (self.actor.is_agent or self.actor.may_be_name)

    @property
    def is_paper(self) -> bool:
        """Vietnamese: the subject is a paper that asks for something ("Công điện … yêu cầu")."""
        first, last = self.start.subject_first, self.start.subject_end
        return self.view.grammar.language == "vi" and self.view.grammar.end("document", self.view.tokens, first, last) > first

    @property
    def goes_on(self) -> bool:
        """Vietnamese: the subject of the sentence goes on behind a semicolon ("…; nhất trí tăng cường …")."""
        view, first = self.view, self.start.index
        return view.grammar.language == "vi" and self.actor is not None and first == self.segment[0] and view.norm(first - 1) == ";"

    @property
    def is_named(self) -> bool:
        """The subject names somebody or something else than a measure, and does not begin with a preposition."""
        grammar = self.view.grammar
        is_phrase = grammar.language != "vi" and self.start.has_subject and grammar.has("preposition", self.view.norm(self.start.subject_first))
        return self.actor is not None and not self.actor.is_policy and not is_phrase

    @property
    def is_reported(self) -> bool:
        return self.start.why is Why.REPORT or self.setting.speech

    @property
    def is_voiced(self) -> bool:
        """A duty is laid on somebody: on an institution, or by somebody who speaks."""
        if self.actor is not None and not self.is_doer and not self.head.is_passive:
            return False
        return self.is_doer or self.is_reported or self.setting.heard is not None or is_quoted(self.view, self.head.first)

    @property
    def has_list(self) -> bool:
        colon = colon_after(self.view, self.head.last, self.segment[1])
        if colon < 0:
            return False
        return colon + 1 >= self.segment[1] or verbs.item_at(self.view.grammar, self.view.tokens, colon + 1, self.segment[1]) >= 0


_TESTS: Final[dict[str, Callable[[_Case], bool]]] = {
    "agent": lambda case: case.may_act,
    "someone": lambda case: case.may_act or case.is_named,
    "actor": lambda case: case.is_doer or case.may_act or case.head.is_passive,
    "doer": lambda case: case.is_doer or case.head.is_passive or (case.actor is not None and case.actor.may_be_name),
    "authority": lambda case: case.actor is not None and case.actor.has_authority,
    "voice": lambda case: case.is_voiced,
    "voiced": lambda case: case.is_agent or case.is_paper or (case.actor is None and (case.setting.speaker or case.setting.heard) is not None),
    "reported": lambda case: case.is_reported or case.setting.heard is not None,
    "own": lambda case: not case.start.elliptic or case.goes_on,
    "front": lambda case: all(case.view.grammar.has("fronting", case.view.norm(i)) for i in range(case.segment[0], case.head.first)),
    "ahead": lambda case: is_day_ahead(case.view) and case.view.grammar.holds("past", case.view.tokens, 0, len(case.view)) < 0,
    "tomorrow": lambda case: is_future_clause(case.view, case.head.then_end, case.segment[1]),
    "main": lambda case: case.start.why is not Why.LINK,
    "named": lambda case: case.is_agent and case.actor is not None and not case.actor.is_pronoun,
    "measured": lambda case: case.view.has_quantity(case.head.last, case.segment[1]),
    "paid": lambda case: case.actor is not None and case.actor.is_money,
    "colon": lambda case: case.has_list,
}


def _is_refused(view: View, head: Head, last: int, actor: Actor | None, *, is_own: bool) -> bool:
    """Is the verb no action of this subject? A body may "create", a tax may "rise"; neither may "become".

    `is_own` is False when the actor is only taken over from who speaks.
    """
    if view.norm(head.verb + 1) in _NOTHING:
        return True
    if view.grammar.end("possession", view.tokens, head.verb, last) > head.verb:
        return not view.has_date(head.verb, last)
    classes = list(head.frame.refuse)
    if actor is not None and actor.is_money and _is_spent(view, head.verb, last):
        return False
    if actor is not None and actor.is_agent and head.frame.kind is CommitmentKind.DIRECTIVE and "growth" in classes:
        classes.remove("growth")
    acts = actor is not None and is_own and (actor.is_agent or (actor.may_be_name and "doer" not in head.frame.needs))
    if acts and actor is not None and not actor.is_vague and "outcome" in classes:
        classes.remove("outcome")
    if actor is not None and actor.is_policy and "growth" in classes:
        classes.remove("growth")
    return bool(classes) and verbs.is_refused(view.grammar, view.tokens, head.verb, last, classes)


def _is_spent(view: View, verb: int, last: int) -> bool:
    """Does the verb at token `verb` tell what a sum goes to?"""
    grammar = view.grammar
    if grammar.language == "fr":
        return any(grammar.has("spending", form) for form in (view.norm(verb), *verbs.french_forms(view.norm(verb))))
    return grammar.end("spending", view.tokens, verb, last) > verb


def _ranked(frame: Frame, kind: CommitmentKind, actor: Actor | None, other: Actor | None, *, is_upward: bool) -> CommitmentKind:
    """Who asks whom decides between directive and request, where the verb alone does not."""
    if not frame.authority or kind not in (CommitmentKind.DIRECTIVE, CommitmentKind.REQUEST) or actor is None:
        return kind
    if other is not None and other.is_superior and (not actor.has_authority or is_upward):
        return CommitmentKind.REQUEST
    if kind is CommitmentKind.DIRECTIVE:
        is_chief = actor.is_lone_name and other is not None and other.is_subordinate
        lacks = actor.is_inferior or not (actor.has_authority or actor.is_person or is_chief)
        return CommitmentKind.REQUEST if lacks else kind
    is_below = other is not None and other.is_subordinate
    return CommitmentKind.DIRECTIVE if actor.has_authority and is_below else kind
