"""Items of an open task list: a bare verb, or an actor of its own with what it is to do, becomes a draft of the list's kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from postil.domain.commitment import CommitmentKind
from postil.suggest.commitments import verbs
from postil.suggest.commitments.actors import Actor, actor_at
from postil.suggest.commitments.drafts import Draft, place
from postil.suggest.commitments.dues import due_of
from postil.suggest.commitments.endings import end_of
from postil.suggest.commitments.scope import TaskList
from postil.suggest.commitments.view import View

_MARKS: Final = frozenset("-–—•*+·○●▪➢►.)#→✓,")
_LOSS: Final = 60
_PARTY: Final = 24
"""Tokens in which an item may name who is to act."""
_ASKED: Final = frozenset({CommitmentKind.DIRECTIVE, CommitmentKind.REQUEST})
_NO_BAN: Final = frozenset({"có", "phải", "chỉ", "được", "những", "còn", "ai", "khí", "gian"})
_RESULTS: Final = ("từ đó", "qua đó", "nhờ đó", "nhờ vậy", "góp phần", "nhờ thế")
_TRADE: Final = (("xuất", "khẩu"), ("nhập", "khẩu"), ("đầu", "tư"), ("sản", "xuất"), ("chế", "biến"), ("giải", "ngân"), ("thu", "hút"))
_LEVEL: Final = frozenset({"tăng", "giảm", "đạt"})
_RESULT: Final = 10
_TO: Final = {"en": ("to",), "fr": ("de", "d'", "à")}


@dataclass(frozen=True, slots=True)
class _Task:
    """The verb of an item stands at token `verb`, who is to act before it."""

    verb: int
    actor: Actor | None = None


def item_of(view: View, segment: tuple[int, int], tasks: TaskList, *, same_sentence: bool) -> Draft | None:
    """The draft of the list item that starts this stretch, None when it is no item. `same_sentence`: the list began in it."""
    if tasks.additive and not same_sentence and not view.is_additive():
        return None
    first, last = _after_marks(view, *segment)
    if first < last and (_is_result(view, first) or _is_measured(view, first, last)):
        return None
    if first < last and view.grammar.language == "fr" and view.norm(first) in ("à", "de", "d'") and same_sentence:
        first += 1
    task = _task(view, first, last, tasks, same_sentence=same_sentence)
    is_line = not same_sentence and view.grammar.language == "en" and not tasks.colon
    if task is None or is_line or _is_sentence(view, task.verb, last) or view.grammar.holds("past", view.tokens, first, task.verb + 1) >= 0:
        return None
    end = end_of(view, task.verb + 1, last)
    span = place(view, first, end)
    own = due_of(view, first, end)
    return Draft(
        tasks.kind,
        tasks.rule + ".item",
        max(tasks.confidence - _LOSS, 1),
        *span,
        (view.begins[task.verb], span[1]),
        tasks.issuer,
        task.actor or tasks.addressee,
        issuer_inferred=True,
        due=own or (tasks.due if tasks.colon else None),
        due_inferred=own is None and tasks.colon and tasks.due is not None,
        zone=view.sentence.zone,
    )


def _is_result(view: View, first: int) -> bool:
    """Vietnamese: does the stretch tell what comes of it ("Từ đó, tạo điều kiện …")?"""
    at = view.begins[first]
    return view.grammar.language == "vi" and view.doc.shadow[at : at + _RESULT].casefold().startswith(_RESULTS)


def _is_measured(view: View, first: int, last: int) -> bool:
    """Vietnamese: is the verb rather a noun whose rise or level is told ("Xuất khẩu tôm quý I tăng 27%")?"""
    if view.grammar.language != "vi" or not any(view.norm(first) == a and view.norm(first + 1) == b for a, b in _TRADE):
        return False
    stop = next((i for i in range(first, last) if view.is_comma(i)), last)
    return any(view.norm(i) in _LEVEL and view.quantity_at(i + 1) is not None for i in range(first + 2, stop - 1))


def _after_marks(view: View, first: int, last: int) -> tuple[int, int]:
    """The stretch without bullet, number or "and" in front."""
    while first < last and (view.norm(first) in _MARKS or view.norm(first).isdigit() or view.grammar.has("coordination", view.norm(first))):
        first += 1
    return first, last


def _task(view: View, first: int, last: int, tasks: TaskList, *, same_sentence: bool) -> _Task | None:
    verb = verbs.item_at(view.grammar, view.tokens, first, last)
    if verb < 0 and view.grammar.language == "vi":
        verb = _behind_adjunct(view, first, last) if tasks.kind in _ASKED else -1
        verb = verb if verb >= 0 or not _is_ban(view, first, last) else first
    if verb >= 0:
        return _Task(verb)
    if same_sentence and tasks.kind is CommitmentKind.TARGET and view.has_quantity(first, last):
        return _Task(first) if first < last else None
    if tasks.kind in _ASKED and (same_sentence or tasks.colon or view.is_additive()):
        return _party(view, first, last)
    return None


def _behind_adjunct(view: View, first: int, last: int) -> int:
    """Vietnamese: the bare verb behind a fronted phrase ("Căn cứ vào cấp độ dịch, tổ chức dạy học …"), or -1."""
    if view.grammar.end("adjunct", view.tokens, first, last) == first:
        return -1
    comma = next((i for i in range(first, min(last, first + _PARTY)) if view.is_comma(i)), -1)
    return verbs.item_at(view.grammar, view.tokens, comma + 1, last) if comma >= 0 else -1


def _is_ban(view: View, first: int, last: int) -> bool:
    """Vietnamese: does the item forbid something ("không tụ tập …")?"""
    return first + 1 < last and view.norm(first) == "không" and view.norm(first + 1)[0].isalpha() and view.norm(first + 1) not in _NO_BAN


def _party(view: View, first: int, last: int) -> _Task | None:
    """Who is to act and the verb: "các địa phương tăng cường …", "aux préfets de veiller …", "the police to clear …"."""
    grammar = view.grammar
    begin = first
    while begin < last and grammar.language == "fr" and view.norm(begin) in ("à", "au", "aux"):
        begin += 1
    for i in range(begin + 1, min(last, begin + _PARTY)):
        norm = view.norm(i)
        if norm in (":", ".", "(", ")") or grammar.has("finite", norm) or grammar.has("relative", norm):
            return None
        verb = i if grammar.language == "vi" else i + 1 if norm in _TO[grammar.language] else -1
        if verb < 0 or verb >= last or view.tokens[verb].capital or view.norm(verb - 1) == ",":
            continue
        at = verbs.item_at(grammar, view.tokens, verb, last) if grammar.language == "vi" else verbs.verb_at(grammar, view.tokens, verb, last)
        actor = actor_at(view, begin, i) if at >= 0 else None
        if actor is not None and actor.is_agent and not actor.is_pronoun:
            return _Task(at, actor)
    return None


def _is_sentence(view: View, verb: int, last: int) -> bool:
    """Vietnamese: is this no bare verb phrase, because "sẽ" follows or a subject comes after a comma ("Phát biểu …, Thủ tướng")?"""
    if view.grammar.language != "vi":
        return False
    comma = next((i for i in range(verb, last - 1) if view.norm(i) == ","), last)
    if view.grammar.holds("finite", view.tokens, verb, comma) >= 0:
        return True
    return comma < last and view.tokens[comma + 1].capital and view.grammar.end("agent", view.tokens, comma + 1, last) > comma + 1
