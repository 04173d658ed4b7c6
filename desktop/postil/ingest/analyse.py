"""A text to its head and its zones: the one call that other layers need."""

from __future__ import annotations

from postil.domain.article import Meta
from postil.domain.zone import Zone
from postil.ingest.languages import languages
from postil.ingest.meta import meta
from postil.ingest.zones import zones


def analyse(text: str) -> tuple[Meta, tuple[Zone, ...]]:
    """Meta and zones of NFC `text` with LF line ends; deterministic, and safe from any thread."""
    found = languages(text)
    regions = zones(text, found)
    return meta(text, regions, found), regions
