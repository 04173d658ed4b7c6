"""Bodies, evidence, zones and meta to plain JSON values and back: decimals as strings, nothing empty written."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
_JSON_NAMES = {"minimum": "min", "maximum": "max"}
_FIELD_NAMES = {json: name for name, json in _JSON_NAMES.items()}
_Reader = Callable[[Any], Any]


def json_name(field: str) -> str:
    """The name of a dataclass field in JSON."""
    return _JSON_NAMES.get(field, field)


def field_name(json: str) -> str:
    """The name of a JSON member as a dataclass field."""
    return _FIELD_NAMES.get(json, json)


def to_json(value: Any) -> Any:
    """A frozen dataclass (or a tuple of them) as JSON values; fields at their default are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        out = {}
        for item in fields(value):
            content = getattr(value, item.name)
            if item.default is MISSING or content != item.default:
                out[_JSON_NAMES.get(item.name, item.name)] = to_json(content)
        return out
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, Decimal):
        return decimal_text(value)
    return str(value) if isinstance(value, StrEnum) else value


def decimal_text(value: Decimal) -> str:
    """The one way a decimal is written: no exponent, no trailing zeros after the point, no negative zero."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def from_json(kind: type[T], data: dict[str, Any]) -> T:
    """The inverse of `to_json` for dataclass `kind`; unknown keys are ignored. Raises ValueError or TypeError."""
    of_any: Any = kind  # mypy takes a TypeVar's type for unhashable, now and then
    readers = _readers(of_any)
    known = {}
    for key, content in data.items():
        found = readers.get(key)
        if found is not None:
            known[found[0]] = found[1](content)
    return kind(**known)


@cache
def _readers(kind: Any) -> dict[str, tuple[str, _Reader]]:
    """For each JSON member of a dataclass: the field's name, and what reads its value; made once a type, for speed."""
    hints = typing.get_type_hints(kind)
    return {_JSON_NAMES.get(item.name, item.name): (item.name, _reader(hints[item.name])) for item in fields(kind)}


def _reader(hint: Any) -> _Reader:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        inner = _reader(next(a for a in typing.get_args(hint) if a is not type(None)))
        return lambda content: None if content is None else inner(content)
    if origin is tuple:
        item = _reader(typing.get_args(hint)[0])
        return lambda content: tuple(item(part) for part in content)
    if hint is Decimal:
        return lambda content: Decimal(str(content))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _member_reader(hint)
    if is_dataclass(hint):
        return lambda content: from_json(typing.cast(type, hint), content)
    return _plain_reader(hint)


def _member_reader(hint: type[StrEnum]) -> _Reader:
    members = {member.value: member for member in hint}
    return lambda content: members[content] if content in members else hint(content)


def _plain_reader(hint: Any) -> _Reader:
    def read(content: Any) -> Any:
        if type(content) is hint or (isinstance(content, hint) and not (hint is int and isinstance(content, bool))):
            return content
        raise TypeError(f"{content!r} is no {hint.__name__}")

    return read
