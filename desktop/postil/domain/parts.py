"""The parts an annotation's fields fall into: body, evidence, and the rest that says where it comes from and stands.

A record names each field of a body by itself (`body.value`), so that two people's changes meet field by field; tables
and documents hold the body as one object. Every field that says something is written, those at a default too: what
somebody signs must not depend on a default of the program that reads it.
"""

from __future__ import annotations

from dataclasses import fields as dataclass_fields
from typing import Any, Final

from postil.domain import codec
from postil.domain.annotation import Body

BODY: Final = "body."
TAG: Final = "tag."


def body_document(body: Body) -> dict[str, Any]:
    """A body as a document has it: every field that says something, under its name there."""
    out: dict[str, Any] = {}
    for item in dataclass_fields(body):
        value = getattr(body, item.name)
        if value is not None and value not in ("", ()):
            out[codec.json_name(item.name)] = codec.to_json(value)
    return out


def body_fields(body: Body) -> dict[str, Any]:
    """A body as fields of a record."""
    return {BODY + name: value for name, value in body_document(body).items()}


def body_of(fields: dict[str, Any]) -> dict[str, Any]:
    """The body among the fields of an annotation, as a document has it."""
    return {name[5:]: value for name, value in fields.items() if name.startswith(BODY)}


def rest_of(fields: dict[str, Any]) -> dict[str, Any]:
    """What is neither body nor evidence."""
    return {name: value for name, value in fields.items() if name != "evidence" and not name.startswith(BODY)}


def joined(rest: dict[str, Any], evidence: list[Any], body: dict[str, Any]) -> dict[str, Any]:
    """All fields again."""
    out = rest | {BODY + name: value for name, value in body.items()}
    return out | {"evidence": evidence} if evidence else out


def tags_of(fields: dict[str, Any]) -> list[str]:
    """The tags among the fields of an article or an annotation, sorted."""
    return sorted(name.removeprefix(TAG) for name in fields if name.startswith(TAG))
