"""What differs between two versions of an annotation, field by field, under the names of the field table."""

from __future__ import annotations

from typing import Any, Final

from postil.domain.codec import field_name
from postil.domain.parts import BODY, TAG, tags_of
from postil.operations.rows import FieldChange

_SHOWN: Final = ("evidence", "state", "deleted")


def differences(before: dict[str, Any], after: dict[str, Any], *, with_state: bool = False) -> tuple[FieldChange, ...]:
    """Changes from the fields of one version to those of another; `state` and `deleted` only when asked for."""
    out = [
        FieldChange(_name(name), before.get(name), after.get(name))
        for name in sorted(before.keys() | after.keys())
        if _is_shown(name, with_state=with_state) and not _same(name, before.get(name), after.get(name))
    ]
    old, new = tags_of(before), tags_of(after)
    if old != new:
        out.append(FieldChange("tags", old or None, new or None))
    return tuple(out)


def content(fields: dict[str, Any]) -> dict[str, Any]:
    """Only what an annotation says: body, evidence and tags."""
    return {name: value for name, value in fields.items() if name.startswith((BODY, TAG)) or name == "evidence"}


def _is_shown(name: str, *, with_state: bool) -> bool:
    return name.startswith(BODY) or name == "evidence" or (with_state and name in _SHOWN)


def _name(name: str) -> str:
    return field_name(name.removeprefix(BODY))


def _same(name: str, before: Any, after: Any) -> bool:
    if name == "evidence":
        return _places(before) == _places(after)
    return bool(before == after)


def _places(evidence: Any) -> list[tuple[Any, ...]]:
    return [(piece["start"], piece["end"], piece["exact"], piece["role"]) for piece in evidence or []]
