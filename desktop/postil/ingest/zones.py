"""Zones of an article: what each line is by its own words, then by where it stands, then runs of one kind.

`decisions` keeps the reason of every choice, so that a zone can be explained; `zones` is what is stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from postil.domain.zone import Zone, ZoneKind
from postil.ingest import body, front_matter, inline, surroundings
from postil.ingest.languages import Languages
from postil.ingest.line_kinds import verdict
from postil.ingest.lines import Unit, units
from postil.ingest.page import page
from postil.ingest.verdicts import NEUTRAL, Verdict

_WITHOUT_LANGUAGE = frozenset({ZoneKind.BOILERPLATE, ZoneKind.IMAGE, ZoneKind.FRONT_MATTER, ZoneKind.SOURCE_LINE, ZoneKind.DATELINE, ZoneKind.BYLINE})
_NAME = range(2, 5)
"""Words of an author's name."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What one unit (or a part of it) is, and the rule that said so ("body" for running text)."""

    start: int
    end: int
    kind: ZoneKind
    reason: str
    language: str = ""


def zones(text: str, languages: Languages) -> tuple[Zone, ...]:
    """The zones of NFC `text` that are not body: sorted, disjoint, one for each run of lines of one kind.

    Blank lines do not end a run; a line of body or of another kind does. `language` is set where it is not the
    article's.
    """
    runs: list[Decision] = []
    for decision in decisions(text, languages):
        last = runs[-1] if runs else None
        if last and last.kind is decision.kind and last.language == decision.language:
            runs[-1] = Decision(last.start, decision.end, last.kind, last.reason, last.language)
        else:
            runs.append(decision)
    return tuple(Zone(run.kind, run.start, run.end, run.language) for run in runs if run.kind is not ZoneKind.BODY)


def decisions(text: str, languages: Languages) -> tuple[Decision, ...]:
    """One decision for each unit of `text` (more where zones begin inside a line), in order, body included."""
    found = units(text, languages)
    head = front_matter.block(found)
    verdicts: list[Verdict | None] = [Verdict(ZoneKind.FRONT_MATTER, "front_matter") for _ in range(head)]
    verdicts += _without_dialogue([verdict(unit) for unit in found[head:]])
    settled = surroundings.settle(page(found, verdicts, body.extent(found, verdicts), front_matter.title(found[:head])))
    bodies = [index for index, choice in enumerate(settled) if choice.kind is ZoneKind.BODY and choice is not NEUTRAL]
    starts, ends = set(bodies[:3]), set(bodies[-1:])
    names = {unit.text for unit, choice in zip(found, settled, strict=True) if choice.kind is ZoneKind.BYLINE and len(unit.words) in _NAME}
    out: list[Decision] = []
    for index, (unit, choice) in enumerate(zip(found, settled, strict=True)):
        if choice.kind is ZoneKind.BODY:
            signed = names if index in starts else ()
            out += _cut(unit, inline.pieces(unit, is_first=index in starts, is_last=index in ends, names=signed), choice.reason)
        else:
            out.append(Decision(unit.start, unit.end, choice.kind, choice.reason, _language(unit, choice)))
    return tuple(out)


def _without_dialogue(verdicts: list[Verdict | None]) -> list[Verdict | None]:
    """One line 'Name: "words"' is a picture's caption; three and more are people talking."""
    quotes = sum(own is not None and own.reason == "caption.quote" for own in verdicts)
    return [None if own and own.reason == "caption.quote" else own for own in verdicts] if quotes >= 3 else verdicts


def _language(unit: Unit, choice: Verdict) -> str:
    return unit.language if unit.is_foreign and choice.kind not in _WITHOUT_LANGUAGE else ""


def _cut(unit: Unit, pieces: Sequence[inline.Piece], reason: str) -> list[Decision]:
    """A body unit, cut where an inline zone begins or ends; blank rests are nobody's."""
    out: list[Decision] = []
    at = 0
    for kind, start, end in (*pieces, (ZoneKind.BODY, len(unit.text), len(unit.text))):
        between = unit.text[at:start]
        if between.strip():
            lead = len(between) - len(between.lstrip())
            out.append(Decision(unit.start + at + lead, unit.start + at + len(between.rstrip()), ZoneKind.BODY, reason))
        if max(at, start) < end:
            out.append(Decision(unit.start + max(at, start), unit.start + end, kind, "inline"))
        at = max(at, end)
    return out
