"""Annotations and suggestions: one figure, event or commitment stated about one article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from postil.base.i18n import N_
from postil.domain.commitment import Commitment
from postil.domain.event import Event
from postil.domain.figure import Figure
from postil.domain.selector import Evidence, Role


class Kind(StrEnum):
    """The three kinds of annotation."""

    FIGURE = "figure"
    EVENT = "event"
    COMMITMENT = "commitment"


class State(StrEnum):
    """Where an annotation stands; who moves it there is written in `model.md`."""

    SUGGESTED = "suggested"
    DRAFT = "draft"
    REJECTED = "rejected"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"


class Origin(StrEnum):
    """How a person's annotation came to be: typed, accepted unchanged, accepted and edited."""

    SUGGESTER = "suggester"
    TYPED = "typed"
    ACCEPTED = "accepted"
    EDITED = "edited"


KIND_LABELS: dict[Kind, str] = {Kind.FIGURE: N_("Figure"), Kind.EVENT: N_("Event"), Kind.COMMITMENT: N_("Commitment")}
STATE_LABELS: dict[State, str] = {
    State.SUGGESTED: N_("Suggested"),
    State.DRAFT: N_("Draft"),
    State.REJECTED: N_("Rejected"),
    State.SUBMITTED: N_("Submitted"),
    State.APPROVED: N_("Approved"),
    State.RETURNED: N_("Returned"),
}
ORIGIN_LABELS: dict[Origin, str] = {
    Origin.SUGGESTER: N_("suggested by a rule"),
    Origin.TYPED: N_("typed by a person"),
    Origin.ACCEPTED: N_("accepted unchanged"),
    Origin.EDITED: N_("accepted and edited"),
}

Body = Figure | Event | Commitment
BODY_TYPES: dict[Kind, type[Figure | Event | Commitment]] = {
    Kind.FIGURE: Figure,
    Kind.EVENT: Event,
    Kind.COMMITMENT: Commitment,
}
MAIN_ROLE: dict[Kind, Role] = {Kind.FIGURE: Role.VALUE, Kind.EVENT: Role.TRIGGER, Kind.COMMITMENT: Role.WHOLE}
"""The role of `evidence[0]`: a figure's number with scale word, an event's trigger clause, a commitment's clause."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An annotation made by a suggester; `confidence` in permille, `key` tells it from its sisters in one run.

    `entries` are the lexicon entries behind it, as "vi/event_nouns.toml:23 hội nghị", for people who look after the lexicon.
    `relates_to` and `target_figure` in the body hold the *key* of another suggestion of the same run
    until `operations.suggestions` gives ids to all.
    """

    kind: Kind
    body: Body
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: int = 500
    key: str = ""
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation as it stands now.

    `author` is a person's id or a suggester's name; `extraction` that author's work on the article.
    `suggestion` is the id of the suggestion it was accepted from. `head` is the hex hash of its last journal
    record, which a review names. `authors` are all persons whose hand is in the current version.
    """

    id: str
    article: str
    extraction: str
    author: str
    kind: Kind
    body: Body
    evidence: tuple[Evidence, ...]
    state: State
    tags: tuple[str, ...] = ()
    origin: Origin = Origin.TYPED
    rule: str = ""
    confidence: int = 1000
    suggestion: str = ""
    head: str = ""
    authors: tuple[str, ...] = ()
    changed_since_approval: bool = False
    evidence_broken: bool = False
    entries: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where its first evidence begins, for ordering."""
        return self.evidence[0].start if self.evidence else 0
