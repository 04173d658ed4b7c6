"""Commitments: read the article sentence by sentence and hand on one suggestion for each undertaking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from postil.domain.annotation import Kind, Suggestion
from postil.domain.commitment import Commitment, CommitmentKind, Testable
from postil.domain.figure import Figure, Status
from postil.domain.selector import Evidence, Role, quote
from postil.domain.zone import READ_KINDS, ZoneKind
from postil.suggest.commitments.actors import Actor
from postil.suggest.commitments.drafts import Draft
from postil.suggest.commitments.dues import closed
from postil.suggest.commitments.grammar import grammar
from postil.suggest.commitments.read import read_sentence
from postil.suggest.commitments.repeats import Told, merged
from postil.suggest.commitments.scope import Memory
from postil.suggest.commitments.view import Found, view
from postil.suggest.doc import Doc
from postil.suggest.lexicon import LANGUAGES
from postil.suggest.text.markup import wording

_CLOSING: Final = frozenset({ZoneKind.SOURCE_LINE, ZoneKind.BYLINE})


def find_commitments(doc: Doc, figures: Sequence[Suggestion] = ()) -> list[Suggestion]:
    """The commitments of `doc` in the order of the text; `figures` are the figure suggestions of the same run.

    `target_figure` holds the key of a figure that stands inside the clause. `evidence[0]` is the clause (role whole).
    """
    ordered = sorted((f for f in figures if f.kind is Kind.FIGURE and f.evidence), key=lambda f: f.evidence[0].start)
    return [_suggestion(doc, told, ordered, rank) for rank, told in enumerate(merged(doc, _read(doc)))]


def _read(doc: Doc) -> list[Draft]:
    """The drafts of all sentences, titles first or last as they stand."""
    memory = Memory()
    found = Found(doc)
    breaks = sorted(zone.start for zone in doc.source.zones if zone.kind in _CLOSING)
    _meet_people(doc, memory)
    out: list[Draft] = []
    for sentence in doc.sentences:
        language = sentence.language or doc.language
        if sentence.zone not in READ_KINDS or language not in LANGUAGES:
            continue
        while breaks and breaks[0] <= sentence.start:
            breaks.pop(0)
            memory.close()
        seen = view(doc, sentence, grammar(language, doc.folder), found)
        if sentence.zone is ZoneKind.TITLE:
            out += read_sentence(seen, Memory(by_role=memory.by_role))
        else:
            out += read_sentence(seen, memory)
    return out


def _meet_people(doc: Doc, memory: Memory) -> None:
    """Titles and their bearers, from the whole article: "Thủ tướng" alone then has a name."""
    for name in doc.names:
        if name.kind == "person":
            role = wording(doc.source.text[name.role_span[0] : name.role_span[1]]) if name.role_span else name.role
            memory.meet(role.casefold(), Actor(name.start, name.end, name.text, is_agent=True, is_person=True))


def _suggestion(doc: Doc, told: Told, figures: Sequence[Suggestion], rank: int) -> Suggestion:
    draft = told.draft
    figure = _figure(draft, figures)
    issuer, addressee = draft.issuer, draft.addressee
    body = Commitment(
        kind=draft.kind,
        issuer=issuer.text if issuer else "",
        addressee=addressee.text if addressee else "",
        action=" ".join(wording(doc.source.text[draft.action[0] : draft.action[1]]).split()),
        due=closed(draft.due.edtf) if draft.due else "",
        indicator=figure.body.indicator if figure and isinstance(figure.body, Figure) and draft.kind is CommitmentKind.TARGET else "",
        target_figure=figure.key if figure else "",
        testable=Testable.YES if figure and draft.due and (issuer or addressee) else Testable.UNSURE,
        inferred=_inferred(draft),
    )
    return Suggestion(Kind.COMMITMENT, body, _evidence(doc, told), f"commitment.{doc.language}.{draft.rule}", draft.confidence, f"commitment-{rank}")


def _inferred(draft: Draft) -> tuple[str, ...]:
    fields = []
    if draft.issuer and (draft.issuer_inferred or draft.issuer.inferred):
        fields.append("issuer")
    if draft.addressee and draft.addressee.inferred:
        fields.append("addressee")
    if draft.due and (draft.due_inferred or draft.due.inferred):
        fields.append("due")
    return tuple(fields)


def _figure(draft: Draft, figures: Sequence[Suggestion]) -> Suggestion | None:
    """The figure with the number of the commitment: a target inside the clause, else the last level that stands there."""
    inside = [f for f in figures if draft.start <= f.evidence[0].start and f.evidence[0].end <= draft.end and f.key]
    ranked = [f for f in inside if isinstance(f.body, Figure) and f.body.status is Status.TARGET]
    return (ranked or inside)[-1] if inside else None


def _evidence(doc: Doc, told: Told) -> tuple[Evidence, ...]:
    """The clause first, then the actors, the deadline, what was inferred from where, and other tellings."""
    draft, text = told.draft, doc.source.text
    rows: list[tuple[int, int, Role]] = [(draft.start, draft.end, Role.WHOLE)]
    for actor, role in ((draft.issuer, Role.ATTRIBUTION), (draft.addressee, Role.ACTOR)):
        if actor is not None:
            rows.append((*(actor.source or (actor.start, actor.end)), role))
    if draft.due:
        rows.append((draft.due.start, draft.due.end, Role.DEADLINE))
    rows += [(start, end, Role.WHOLE) for start, end in told.others]
    out: list[Evidence] = []
    for start, end, role in rows:
        if not any(e.start == start and e.end == end and e.role is role for e in out):
            out.append(quote(text, start, end, role))
    return tuple(out)
