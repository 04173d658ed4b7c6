"""What a reader carries from sentence to sentence: who speaks, who is known by which title, which task list is open."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from postil.domain.commitment import CommitmentKind
from postil.suggest.commitments.actors import Actor
from postil.suggest.doc import DateMention

_SHORTEST_TITLE: Final = 5
_MOST_TITLES: Final = 60
_PATIENCE: Final = 1
"""Sentences that may stand between two items without closing the list."""


@dataclass(frozen=True, slots=True)
class TaskList:
    """An open list: its items take kind, speaker and addressee from the clause that opened it.

    `colon` tells that a colon announced the items; only then do they share the date `due` of the opening sentence,
    and only then may they be lines of their own in English. `sentence_only` keeps the list to the opening sentence; when that
    is over it goes on, in Vietnamese, as an `additive` one: with sentences that say so ("Cùng với đó, …").
    """

    kind: CommitmentKind
    rule: str
    confidence: int
    issuer: Actor | None = None
    addressee: Actor | None = None
    due: DateMention | None = None
    colon: bool = False
    sentence_only: bool = False
    line: int = 0
    additive: bool = False


@dataclass(slots=True)
class Memory:
    """The state of one reading of one article."""

    tasks: TaskList | None = None
    speaker: Actor | None = None
    by_role: dict[str, Actor] = field(default_factory=dict)
    idle: int = 0

    def open(self, tasks: TaskList) -> None:
        """A clause opens a list; an older one ends."""
        self.tasks, self.idle = tasks, 0

    def close(self) -> None:
        """No item can follow any more."""
        self.tasks, self.idle = None, 0

    def announce(self, line: int) -> None:
        """A colon announces the items of the list that is open: they follow in the next lines."""
        if self.tasks:
            self.tasks, self.idle = replace(self.tasks, colon=True, sentence_only=False, line=line), 0

    def loosen(self) -> None:
        """The sentence that opened the list is over: what follows must say that it adds to it."""
        if self.tasks:
            self.tasks, self.idle = replace(self.tasks, additive=True), 0

    def pause(self) -> None:
        """A sentence that is no item: one is forgiven."""
        self.idle += 1
        if self.idle > _PATIENCE:
            self.close()

    def hear(self, actor: Actor | None) -> None:
        """Somebody speaks; a pronoun keeps the speaker that is known."""
        if actor is not None and actor.is_agent and not actor.is_pronoun:
            self.speaker = self.named(actor)

    def meet(self, role: str, actor: Actor) -> None:
        """A title and the person who bears it; the first one named keeps it."""
        if role and len(self.by_role) < _MOST_TITLES:
            self.by_role.setdefault(role, actor)

    def named(self, actor: Actor) -> Actor:
        """The actor under the full name that the article gives to the title, or to the pronoun."""
        if actor.is_person:
            return actor
        if actor.is_pronoun and not actor.is_first_person:
            known = self.speaker if self.speaker and not (actor.is_plural and self.speaker.is_person) else None
            return known.from_elsewhere() if known else actor
        bearer = self._bearer(actor.text.casefold())
        if bearer is None:
            return actor
        return Actor(
            actor.start,
            actor.end,
            bearer.text,
            is_agent=True,
            has_authority=actor.has_authority or bearer.has_authority,
            is_person=True,
            inferred=True,
            source=(bearer.start, bearer.end),
        )

    def _bearer(self, title: str) -> Actor | None:
        """Who bears the title, also when it is given short ("Thủ tướng" for "Thủ tướng Chính phủ")."""
        if title in self.by_role:
            return self.by_role[title]
        if len(title) < _SHORTEST_TITLE:
            return None
        return next((actor for role, actor in self.by_role.items() if role.startswith(title + " ")), None)
