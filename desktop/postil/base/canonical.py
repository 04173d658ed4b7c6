"""Canonical JSON (the subset of RFC 8785 without floats) and SHA-256 over it: what gets hashed and signed.

Keys are sorted by UTF-16 code units, there is no white space, strings are escaped minimally, numbers are
integers within ±(2**53 - 1). A float is refused: decimals travel as strings, confidence in permille.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

LARGEST = 2**53 - 1


def encode(value: Any) -> bytes:
    """The one byte form of `value`. Raises TypeError for floats, large integers and other types."""
    return _text(value).encode("utf-8")


def decode(data: bytes) -> Any:
    """The value of canonical `data`. Raises ValueError unless encoding it again gives the same bytes."""
    value = json.loads(data.decode("utf-8"))
    try:
        again = encode(value)
    except TypeError as error:
        raise ValueError(str(error)) from error
    if again != data:
        raise ValueError("not in canonical form")
    return value


def sha256(data: bytes) -> bytes:
    """SHA-256 digest, 32 bytes."""
    return hashlib.sha256(data).digest()


_string = json.JSONEncoder(ensure_ascii=False).encode


def _key_order(key: str) -> bytes:
    return key.encode("utf-16-be")


def _text(value: Any) -> str:
    match value:
        case None:
            return "null"
        case True:
            return "true"
        case False:
            return "false"
        case str():
            return _string(value)
        case int():
            if abs(value) > LARGEST:
                raise TypeError("an integer beyond 2**53 - 1 is written as a string")
            return str(value)
        case dict():
            if not all(isinstance(key, str) for key in value):
                raise TypeError("keys are strings")
            items = sorted(value.items()) if all(k.isascii() for k in value) else sorted(value.items(), key=lambda i: _key_order(i[0]))
            return "{" + ",".join(f"{_string(k)}:{_text(v)}" for k, v in items) + "}"
        case list() | tuple():
            return "[" + ",".join(map(_text, value)) + "]"
        case _:
            raise TypeError(f"{type(value).__name__} has no canonical form")
