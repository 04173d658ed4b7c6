"""Zones: contiguous stretches of an article with one kind and one language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from postil.base.i18n import N_


class ZoneKind(StrEnum):
    """What a zone is. Every character in no other zone is `BODY`."""

    TITLE = "title"
    DATELINE = "dateline"
    BYLINE = "byline"
    SOURCE_LINE = "source_line"
    BODY = "body"
    CAPTION = "caption"
    IMAGE = "image"
    FRONT_MATTER = "front_matter"
    BOILERPLATE = "boilerplate"
    FOREIGN = "foreign"


ZONE_LABELS: dict[ZoneKind, str] = {
    ZoneKind.TITLE: N_("Title"),
    ZoneKind.DATELINE: N_("Dateline"),
    ZoneKind.BYLINE: N_("Byline"),
    ZoneKind.SOURCE_LINE: N_("Source line"),
    ZoneKind.BODY: N_("Body"),
    ZoneKind.CAPTION: N_("Caption"),
    ZoneKind.IMAGE: N_("Image"),
    ZoneKind.FRONT_MATTER: N_("Front matter"),
    ZoneKind.BOILERPLATE: N_("Boilerplate"),
    ZoneKind.FOREIGN: N_("Foreign language"),
}

READ_KINDS = frozenset({ZoneKind.TITLE, ZoneKind.BODY})
"""Zones that suggestions are made from; the others are dimmed and stay searchable."""


@dataclass(frozen=True, slots=True)
class Zone:
    """`[start, end)` in code points of the article's text; `language` is BCP 47 or empty for the article's."""

    kind: ZoneKind
    start: int
    end: int
    language: str = ""
    by_person: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"zone [{self.start}, {self.end})")


def overlay(zones: tuple[Zone, ...], over: Zone) -> tuple[Zone, ...]:
    """`zones` with `over` laid on top: what it covers is cut away, and body zones need not be written."""
    kept: list[Zone] = []
    for zone in zones:
        for start, end in ((zone.start, min(zone.end, over.start)), (max(zone.start, over.end), zone.end)):
            if start < end:
                kept.append(Zone(zone.kind, start, end, zone.language, zone.by_person))
    if over.kind is not ZoneKind.BODY or over.by_person:
        kept.append(over)
    return tuple(sorted(kept, key=lambda z: z.start))


def kind_at(zones: tuple[Zone, ...], offset: int) -> ZoneKind:
    """The kind of the zone that holds `offset`."""
    return next((z.kind for z in zones if z.start <= offset < z.end), ZoneKind.BODY)
