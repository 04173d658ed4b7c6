"""Commit receipts: two checksummed slots in a small file that remember how far something had come.

SQLite does not notice that its write-ahead log was cut or lost: the file opens as sound, without the last rows.
A count and a hash written beside it after each COMMIT tell. A slot is 64 bytes; the newer one counts, a torn one is
ignored. The file is not synced: a power cut may lose the last receipts, never add one.
"""

from __future__ import annotations

import hashlib
import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_SLOT: Final = struct.Struct(">4sIQ32s16s")
_MAGIC: Final = b"PRC1"


@dataclass(frozen=True, slots=True)
class Mark:
    """How far: a count and the 32-byte hash that stands there."""

    count: int
    hash: bytes


NOTHING: Final = Mark(0, bytes(32))


class Receipt:
    """The two slots of one file; opened at the first write and kept open."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self._slot = 0

    def read(self) -> Mark | None:
        """The newest whole slot, or None when there is no file or no whole slot."""
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return None
        first, second = (_unpack(data[at : at + _SLOT.size]) for at in (0, _SLOT.size))
        if first is None or (second is not None and second.count > first.count):
            self._slot = 0
            return second
        self._slot = 1
        return first

    def write(self, mark: Mark) -> None:
        """Put `mark` into the slot that does not hold the newest. Raises OSError."""
        if self._file is None:
            self.read()
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        os.lseek(self._file, self._slot * _SLOT.size, os.SEEK_SET)
        os.write(self._file, _pack(mark))
        self._slot = 1 - self._slot

    def replace(self, mark: Mark) -> None:
        """Start anew with `mark` alone, also when it counts less than before. Raises OSError."""
        self.close()
        self._path.write_bytes(_pack(mark) * 2)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _pack(mark: Mark) -> bytes:
    head = _SLOT.pack(_MAGIC, 0, mark.count, mark.hash, bytes(16))[:-16]
    return head + hashlib.sha256(head).digest()[:16]


def _unpack(slot: bytes) -> Mark | None:
    if len(slot) != _SLOT.size or slot[:4] != _MAGIC or hashlib.sha256(slot[:-16]).digest()[:16] != slot[-16:]:
        return None
    _magic, _spare, count, digest, _sum = _SLOT.unpack(slot)
    return Mark(count, digest)
