"""One commitment told twice is one suggestion: the fuller telling stays, the others become further evidence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from postil.domain.zone import ZoneKind
from postil.suggest.commitments.drafts import Draft
from postil.suggest.doc import Doc
from postil.suggest.text.markup import clean

_SHARED: Final = 0.8
_SHARED_WITH_LEAD: Final = 0.5
_MUCH: Final = 7
_LEAD: Final = 2
"""Sentences of the body that count as lead: what they tell is told again in other words."""
_SHORTEST: Final = 4
_FULLER: Final = 1.3
_NEIGHBOURS: Final = 60
"""How many earlier commitments of the same kind one is compared with: a lead is told again soon."""


@dataclass(frozen=True, slots=True)
class Told:
    """A draft with the places of its other tellings."""

    draft: Draft
    others: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    """What is to be done in words (pairs of syllables in Vietnamese), and the longer words and numbers among them."""

    told: tuple[str, ...]
    content: frozenset[str]


def merged(doc: Doc, drafts: list[Draft]) -> list[Told]:
    """The drafts without repetitions, in the order of the text. A headline alone makes no commitment."""
    lead_end = _lead_end(doc)
    out: list[Told] = []
    words: list[_Words] = []
    for draft in drafts:
        own = _words(doc, draft)
        at = _same(out, words, draft, own, lead_end)
        if at < 0:
            out.append(Told(draft))
            words.append(own)
            continue
        kept = out[at]
        if _is_fuller(draft, kept.draft, 0 if own.told == words[at].told else lead_end):
            out[at], words[at] = Told(draft, (*kept.others, (kept.draft.start, kept.draft.end))), own
        else:
            out[at] = Told(kept.draft, (*kept.others, (draft.start, draft.end)))
    return sorted((told for told in out if told.draft.zone is not ZoneKind.TITLE), key=lambda told: (told.draft.start, told.draft.end))


def _same(out: list[Told], words: list[_Words], draft: Draft, own: _Words, lead_end: int) -> int:
    """Index of an earlier telling of the same commitment, or -1."""
    for k in range(len(out) - 1, max(-1, len(out) - 1 - _NEIGHBOURS), -1):
        other = out[k].draft
        if other.kind is not draft.kind:
            continue
        if own.told and own.told == words[k].told:
            return k
        least = min(len(own.content), len(words[k].content))
        if least < _SHORTEST:
            continue
        is_lead = other.start < lead_end <= draft.start or other.zone is ZoneKind.TITLE
        shared = len(own.content & words[k].content)
        if shared >= _SHARED * least or (is_lead and shared >= max(_SHARED_WITH_LEAD * least, _MUCH)):
            return k
    return -1


def _lead_end(doc: Doc) -> int:
    """Where the lead ends: behind the first sentences of the body."""
    body = [sentence.end for sentence in doc.sentences if sentence.zone is not ZoneKind.TITLE][:_LEAD]
    return body[-1] if body else 0


def _is_fuller(draft: Draft, other: Draft, lead_end: int) -> bool:
    """Does `draft` say more: stand in the body, name a date, or be clearly longer? Behind the lead it is told better, in other words."""
    if (draft.zone is ZoneKind.TITLE) != (other.zone is ZoneKind.TITLE):
        return other.zone is ZoneKind.TITLE
    if (draft.due is None) != (other.due is None):
        return draft.due is not None
    long, short = draft.end - draft.start, other.end - other.start
    return long > _FULLER * short or (other.start < lead_end <= draft.start and long >= _SHARED * short)


def _words(doc: Doc, draft: Draft) -> _Words:
    start, end = draft.action
    tokens = [piece for piece in clean(doc.shadow[start:end]).casefold().replace(",", " ").replace(".", " ").split() if piece[0].isalnum()]
    told = tuple(f"{a} {b}" for a, b in pairwise(tokens)) if doc.language == "vi" else tuple(tokens)
    return _Words(told, frozenset(piece for piece in told if len(piece) > len("the") or piece.isdigit()))
