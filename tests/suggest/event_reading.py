"""Read events and names from one text, for the tables of their tests."""

from __future__ import annotations

from dataclasses import replace

from postil.domain.annotation import Suggestion
from postil.domain.event import Event, Part
from postil.domain.selector import Role
from postil.domain.zone import Zone
from postil.suggest.dates import with_dates
from postil.suggest.doc import Doc, Source
from postil.suggest.events.find import find_events
from postil.suggest.names.find import names
from postil.suggest.sentences import sentences
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import tokenize


def read(text: str, language: str, published: str = "", zones: tuple[Zone, ...] = ()) -> Doc:
    """The document with everything that events are found from."""
    plain = shadow(text)
    tokens = tokenize(plain)
    doc = Doc(Source(text, language, zones, published), plain, tokens, sentences(plain, tokens, zones, language), language=language)
    doc = with_dates(doc)
    return replace(doc, names=names(doc))


def suggestions(text: str, language: str, published: str = "", zones: tuple[Zone, ...] = ()) -> list[Suggestion]:
    """The event suggestions of `text`."""
    return find_events(read(text, language, published, zones))


def events(text: str, language: str, published: str = "", zones: tuple[Zone, ...] = ()) -> list[Event]:
    """Their bodies."""
    return [found.body for found in suggestions(text, language, published, zones) if isinstance(found.body, Event)]


def told(text: str, language: str, published: str = "") -> list[tuple[str, str]]:
    """Type and start of each event."""
    return [(event.type.value, event.start) for event in events(text, language, published)]


def parts(event: Event) -> dict[str, Part]:
    """Who plays which part."""
    return {person.name: person.part for person in event.participants}


def places(event: Event) -> list[tuple[str, bool]]:
    """Where it is, and whether the place is a relay venue."""
    return [(place.name, place.remote) for place in event.places]


def quotes(found: Suggestion, *roles: Role) -> list[str]:
    """The words of its evidence with these roles."""
    return [item.exact for item in found.evidence if item.role in roles]
