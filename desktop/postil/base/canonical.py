"""Canonical JSON (the subset of RFC 8785 without floats) and SHA-256 over it: what gets hashed and signed.

Keys are sorted by UTF-16 code units, there is no white space, strings are escaped minimally, numbers are
integers within ±(2**53 - 1). A float is refused: decimals travel as strings, confidence in permille.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from json.encoder import encode_basestring
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


_string: Callable[[str], str] = encode_basestring


def _key_order(key: str) -> bytes:
    return key.encode("utf-16-be")


def _text(value: Any) -> str:
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, dict):
        return "{" + ",".join([f"{_string(key)}:{_text(value[key])}" for key in _keys(value)]) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join([_text(item) for item in value]) + "]"
    return _atom(value)


def _keys(value: dict[str, Any]) -> list[str]:
    together = "".join(value)  # raises TypeError for a key that is no string
    return sorted(value) if together.isascii() else sorted(value, key=_key_order)


def _atom(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        if abs(value) > LARGEST:
            raise TypeError("an integer beyond 2**53 - 1 is written as a string")
        return str(value)
    raise TypeError(f"{type(value).__name__} has no canonical form")
