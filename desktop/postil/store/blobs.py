"""Content-addressed bytes: article files, their texts where those differ, and suggesters' runs (packed)."""

from __future__ import annotations

import json
import zlib
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any, Final, Generic, TypeVar

from postil.base.errors import StoreError
from postil.base.i18n import _
from postil.store.driver import Connection

_INSERT: Final = "INSERT INTO blob(sha256, packed, bytes)"
_UNLESS_THERE: Final = "ON CONFLICT(sha256) DO NOTHING"
_RAW: Final = 0
_ZLIB: Final = 1
_KEEP_BYTES: Final = 4 * 1024 * 1024
_KEEP_CHARACTERS: Final = 4 * 1024 * 1024
LARGEST: Final = 256 * 1024 * 1024
"""A packed blob that unfolds to more is refused."""

T = TypeVar("T")


class _Recent(Generic[T]):
    """The values used last, up to a size that each is said to have."""

    def __init__(self, most: int) -> None:
        self._kept: OrderedDict[bytes, tuple[int, T]] = OrderedDict()
        self._most = most
        self._size = 0

    def get(self, digest: bytes) -> T | None:
        found = self._kept.get(digest)
        if found is None:
            return None
        self._kept.move_to_end(digest)
        return found[1]

    def keep(self, digest: bytes, value: T, size: int) -> None:
        if size > self._most or digest in self._kept:
            return
        self._kept[digest] = (size, value)
        self._size += size
        while self._size > self._most:
            _digest, (old, _value) = self._kept.popitem(last=False)
            self._size -= old

    def clear(self) -> None:
        self._kept.clear()
        self._size = 0


class Blobs:
    """The blobs of one connection. Texts and runs used last stay in memory, a few megabytes of each."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._documents: _Recent[dict[str, Any]] = _Recent(_KEEP_BYTES)
        self._texts: _Recent[str] = _Recent(_KEEP_CHARACTERS)

    def put_texts(self, items: Iterable[tuple[bytes, bytes, str]]) -> None:
        """Store texts: their SHA-256 (the caller's, not computed again), their UTF-8 bytes, and themselves."""
        kept = list(items)
        self.put_many((digest, data) for digest, data, _text in kept)
        for digest, _data, text in kept:
            self._texts.keep(digest, text, len(text))

    def put_many(self, items: Iterable[tuple[bytes, bytes]]) -> None:
        """Store bytes as they are under their SHA-256, unless they are there."""
        self._connection.executemany(f"{_INSERT} VALUES(?, {_RAW}, ?) {_UNLESS_THERE}", items)

    def put_packed(self, digest: bytes, content: bytes) -> None:
        """Store what is packed already under the SHA-256 of what it unfolds to."""
        self._connection.execute(f"{_INSERT} VALUES(?, {_ZLIB}, ?) {_UNLESS_THERE}", (digest, content))

    def document(self, digest: bytes) -> dict[str, Any]:
        """The JSON document of a digest; shared, so nobody changes it. Raises StoreError when it is not there."""
        found = self._documents.get(digest)
        if found is None:
            data = self._read(digest)
            found = json.loads(data)
            assert isinstance(found, dict)
            self._documents.keep(digest, found, len(data))
        return found

    def text(self, digest: bytes) -> str:
        """The text of an article's text blob. Raises StoreError when it is not there."""
        found = self._texts.get(digest)
        if found is None:
            found = self._read(digest).decode("utf-8")
            self._texts.keep(digest, found, len(found))
        return found

    def forget(self) -> None:
        """Drop what is kept in memory (after a rollback it may not be in the store)."""
        self._documents.clear()
        self._texts.clear()

    def _read(self, digest: bytes) -> bytes:
        row = self._connection.execute("SELECT packed, bytes FROM blob WHERE sha256 = ?", (digest,)).fetchone()
        if row is None:
            raise StoreError(
                _("A part of the project is missing."), what=digest.hex(), next_step=_("Run “postil verify” on the project, and restore a backup.")
            )
        return unpacked(*row)


def unpacked(packed: int, content: bytes) -> bytes:
    """The bytes of a row. Raises StoreError when they cannot be unpacked or would be far too many."""
    if packed == _RAW:
        return content
    unfold = zlib.decompressobj()
    try:
        data = unfold.decompress(content, LARGEST)
    except zlib.error as error:
        raise StoreError(_("A part of the project is damaged."), next_step=_("Run “postil verify” on the project, and restore a backup.")) from error
    if not unfold.eof:
        raise StoreError(_("A part of the project is damaged."), next_step=_("Run “postil verify” on the project, and restore a backup."))
    return data
