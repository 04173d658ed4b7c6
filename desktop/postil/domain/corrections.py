"""People's corrections of an article, laid over what was found in it.

`fields` are the fields of the article's corrections: `meta.<field>` with value and span, `zone.<id>` with kind, span,
language and the logical time `at` which it was drawn, `tag.<tag>`.
"""

from __future__ import annotations

from typing import Any

from postil.domain.article import META_FIELDS, Found, Meta
from postil.domain.zone import Zone, ZoneKind, overlay


def corrected_meta(found: Meta, fields: dict[str, Any]) -> Meta:
    """The head: what was found, and over it what people typed."""
    values = {name: getattr(found, name) for name in META_FIELDS}
    for name, item in fields.items():
        field = name.removeprefix("meta.")
        if name.startswith("meta.") and field in values:
            values[field] = Found(str(item.get("value", "")), int(item.get("start", 0)), int(item.get("end", 0)), by_person=True)
    return Meta(**values)


def corrected_zones(found: tuple[Zone, ...], fields: dict[str, Any]) -> tuple[Zone, ...]:
    """The zones: what was found, and over it what people drew, in the order they drew it."""
    drawn = [(item["at"], name, item) for name, item in fields.items() if name.startswith("zone.")]
    zones = found
    for _at, _name, item in sorted(drawn, key=lambda entry: (entry[0], entry[1])):
        zones = overlay(zones, Zone(ZoneKind(item["kind"]), int(item["start"]), int(item["end"]), str(item.get("language", "")), by_person=True))
    return zones
