"""Identifiers: random and time-ordered ones for new things, derived ones where two laptops must agree."""

from __future__ import annotations

import hashlib
import os

_NAMESPACE = bytes.fromhex("6f0d9c3e0c5b5b0e9a55706f7374696c")


def _uuid(raw: bytearray) -> str:
    """Sixteen bytes as a UUID is written; an import makes thousands, and `uuid.UUID` costs ten times as much."""
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def new_id(milliseconds: int) -> str:
    """A UUIDv7 (RFC 9562) of the given Unix time in milliseconds."""
    raw = bytearray((milliseconds & (2**48 - 1)).to_bytes(6, "big") + os.urandom(10))
    raw[6] = (raw[6] & 0x0F) | 0x70
    raw[8] = (raw[8] & 0x3F) | 0x80
    return _uuid(raw)


def article_id(raw_sha256: bytes) -> str:
    """A UUIDv8 whose free bits come from the SHA-256 of the raw bytes: the same file is the same article."""
    raw = bytearray(raw_sha256[:16])
    raw[6] = (raw[6] & 0x0F) | 0x80
    raw[8] = (raw[8] & 0x3F) | 0x80
    return _uuid(raw)


def derived_id(*parts: str) -> str:
    """A UUIDv5 of the parts: the same parts give the same id on every laptop."""
    raw = bytearray(hashlib.sha1(_NAMESPACE + "\x1f".join(parts).encode(), usedforsecurity=False).digest()[:16])
    raw[6] = (raw[6] & 0x0F) | 0x50
    raw[8] = (raw[8] & 0x3F) | 0x80
    return _uuid(raw)


def extraction_id(article: str, author: str) -> str:
    """The id of one author's extraction of one article."""
    return derived_id("extraction", article, author)


def short(digest: bytes) -> str:
    """Sixteen hexadecimal digits of a digest, for people."""
    return hashlib.sha256(digest).hexdigest()[:16] if len(digest) != 32 else digest.hex()[:16]
