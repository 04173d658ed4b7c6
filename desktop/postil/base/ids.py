"""Identifiers: random and time-ordered ones for new things, derived ones where two laptops must agree."""

from __future__ import annotations

import hashlib
import os
import uuid

_NAMESPACE = uuid.UUID("6f0d9c3e-0c5b-5b0e-9a55-706f7374696c")


def new_id(milliseconds: int) -> str:
    """A UUIDv7 (RFC 9562) of the given Unix time in milliseconds."""
    raw = bytearray((milliseconds & (2**48 - 1)).to_bytes(6, "big") + os.urandom(10))
    raw[6] = (raw[6] & 0x0F) | 0x70
    raw[8] = (raw[8] & 0x3F) | 0x80
    return str(uuid.UUID(bytes=bytes(raw)))


def article_id(raw_sha256: bytes) -> str:
    """A UUIDv8 whose free bits come from the SHA-256 of the raw bytes: the same file is the same article."""
    raw = bytearray(raw_sha256[:16])
    raw[6] = (raw[6] & 0x0F) | 0x80
    raw[8] = (raw[8] & 0x3F) | 0x80
    return str(uuid.UUID(bytes=bytes(raw)))


def derived_id(*parts: str) -> str:
    """A UUIDv5 of the parts: the same parts give the same id on every laptop."""
    return str(uuid.uuid5(_NAMESPACE, "\x1f".join(parts)))


def extraction_id(article: str, author: str) -> str:
    """The id of one author's extraction of one article."""
    return derived_id("extraction", article, author)


def short(digest: bytes) -> str:
    """Sixteen hexadecimal digits of a digest, for people."""
    return hashlib.sha256(digest).hexdigest()[:16] if len(digest) != 32 else digest.hex()[:16]
