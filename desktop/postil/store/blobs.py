"""Content-addressed bytes: article files, their texts where those differ, and suggesters' runs (packed)."""

from __future__ import annotations

import zlib
from collections import OrderedDict
from typing import Final

from postil.base.errors import StoreError
from postil.base.i18n import _
from postil.store.driver import Connection

_RAW: Final = 0
_ZLIB: Final = 1
_KEEP_BYTES: Final = 8 * 1024 * 1024
LARGEST: Final = 256 * 1024 * 1024
"""A packed blob that unfolds to more is refused."""


class Blobs:
    """The blobs of one connection; the ones used last stay in memory, up to 8 MB."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._recent: OrderedDict[bytes, bytes] = OrderedDict()
        self._size = 0

    def put(self, digest: bytes, data: bytes, *, pack: bool = False) -> None:
        """Store `data` under its SHA-256 (the caller's, not computed again) unless it is there."""
        content = zlib.compress(data, 6) if pack else data
        self.put_packed(digest, content, packed=pack)
        self._remember(digest, data)

    def put_packed(self, digest: bytes, content: bytes, *, packed: bool) -> None:
        """Store what a worker has packed already."""
        self._connection.execute(
            "INSERT INTO blob(sha256, packed, bytes) VALUES(?, ?, ?) ON CONFLICT(sha256) DO NOTHING", (digest, _ZLIB if packed else _RAW, content)
        )

    def get(self, digest: bytes) -> bytes:
        """The bytes of a digest. Raises StoreError when they are not there."""
        found = self._recent.get(digest)
        if found is not None:
            self._recent.move_to_end(digest)
            return found
        row = self._connection.execute("SELECT packed, bytes FROM blob WHERE sha256 = ?", (digest,)).fetchone()
        if row is None:
            raise StoreError(
                _("A part of the project is missing."), what=digest.hex(), next_step=_("Run “postil verify” on the project, and restore a backup.")
            )
        data = unpacked(*row)
        self._remember(digest, data)
        return data

    def text(self, digest: bytes) -> str:
        """The text of an article's text blob."""
        return self.get(digest).decode("utf-8")

    def forget(self) -> None:
        """Drop what is kept in memory (after a rollback it may not be in the store)."""
        self._recent.clear()
        self._size = 0

    def _remember(self, digest: bytes, data: bytes) -> None:
        if len(data) > _KEEP_BYTES // 4 or digest in self._recent:
            return
        self._recent[digest] = data
        self._size += len(data)
        while self._size > _KEEP_BYTES:
            _digest, old = self._recent.popitem(last=False)
            self._size -= len(old)


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
