"""A first reading of one event at one place in the text, before mentions are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from postil.domain.event import Attendance, EventType, Part
from postil.suggest.events.scene import DateSpot, Scene, Spot


@dataclass(slots=True)
class Draft:
    """One mention. `span` are the tokens that state it, `trigger` those of the noun or verb that gave it away.

    `score` says how concrete the mention is; a mention below its `floor` makes no event of its own but may join one.
    `is_plain` when a statement is only said, not announced, asked or made on an occasion; `is_held` when the noun
    is what takes place ("was held on"), so that the date is its own.
    `is_asked` when a statement in the lead asks or warns: that is news without a day.
    `word` is the normal form of the trigger's head, `speaker` the spot of who speaks in a statement.
    """

    type: EventType
    rule: str
    scene: Scene
    span: tuple[int, int]
    trigger: tuple[int, int]
    score: int
    floor: int = 3
    date: DateSpot | None = None
    people: list[tuple[Spot, Part]] = field(default_factory=list)
    places: list[tuple[Spot, bool]] = field(default_factory=list)
    title: tuple[int, int] = (0, 0)
    word: str = ""
    mode: Attendance | None = None
    is_short: bool = False
    speaker: Spot | None = None
    is_occasion: bool = False
    is_held: bool = False
    is_plain: bool = False
    is_asked: bool = False

    @property
    def stands(self) -> bool:
        """Is it concrete enough for an event of its own?"""
        return self.score >= self.floor and not self.scene.is_title

    def codes(self) -> set[str]:
        """The countries of its places, or the names of places without one."""
        return {spot.name.code or spot.name.text for spot, _ in self.places}
