"""Bodies, evidence, zones and meta to plain JSON values and back: decimals as strings, nothing empty written."""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

T = TypeVar("T")
_JSON_NAMES = {"minimum": "min", "maximum": "max"}
_FIELD_NAMES = {json: name for name, json in _JSON_NAMES.items()}


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
    hints: dict[str, Any] = _hints(typing.cast(Any, kind))
    known = {}
    for key, content in data.items():
        name = _FIELD_NAMES.get(key, key)
        if name in hints:
            known[name] = _value(hints[name], content)
    return kind(**known)


@lru_cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _value(hint: Any, content: Any) -> Any:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        if content is None:
            return None
        return _value(next(a for a in typing.get_args(hint) if a is not type(None)), content)
    if origin is tuple:
        return tuple(_value(typing.get_args(hint)[0], item) for item in content)
    if hint is Decimal:
        return Decimal(str(content))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(content)
    if is_dataclass(hint):
        return from_json(typing.cast(type, hint), content)
    if not isinstance(content, hint) or (hint is int and isinstance(content, bool)):
        raise TypeError(f"{content!r} is no {hint.__name__}")
    return content
